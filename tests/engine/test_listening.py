"""Songs are heard while they are made, loop, fall silent, grow and say where everything sounds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.files import read_clip
from songwright.audio.loudness import loudness_lufs, true_peak_dbtp
from songwright.audio.mastering import master, master_loop
from songwright.engine.base import Performance
from songwright.engine.studio import StudioEngine
from songwright.planner.rules import RulesPlanner
from songwright.progress import Progress, Step
from songwright.sing.pronounce import Pronouncer
from songwright.song.chance import child_seed
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedSection, SongPlan
from songwright.song.request import SongRequest
from tests.audio.signals import rms_db

LYRICS = "[Verse]\nMorning comes over the hill\n[Chorus]\nSing me a song (a song)"


def plan_of(request: SongRequest, seed: int = 5) -> SongPlan:
    return RulesPlanner(Pronouncer(), "studio", "test").plan(request, seed)


def performed(
    folder: Path,
    plan: SongPlan,
    listen: Callable[[Clip], None] | None = None,
    progress: Progress | None = None,
) -> Performance:
    folder.mkdir()
    engine = StudioEngine(Pronouncer(), 1)
    try:
        return engine.perform(plan, folder, progress or Progress(), listen)
    finally:
        engine.close()


def section(kind: SectionKind, bars: int, energy: float, swell: float = 0.0) -> PlannedSection:
    return PlannedSection(kind, kind.value.title(), bars, energy, swell=swell)


def with_sections(plan: SongPlan, *sections: PlannedSection) -> SongPlan:
    bars = sum(one.bars for one in sections)
    return replace(plan, sections=sections, duration_s=bars * plan.bar_s + 2.0)


def cut(samples, start_s: float, end_s: float):
    return samples[:, round(start_s * SAMPLE_RATE) : round(end_s * SAMPLE_RATE)]


@pytest.fixture(scope="module")
def sung() -> SongPlan:
    return plan_of(SongRequest(caption="upbeat pop, female vocals", lyrics=LYRICS, duration_s=16, bpm=120))


@pytest.fixture(scope="module")
def heard(
    sung: SongPlan, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Performance, list[tuple[int, Clip]]]:
    """A song and what was heard of it meanwhile, each block with the number of steps reported before it."""
    blocks: list[tuple[int, Clip]] = []
    steps: list[Step] = []
    folder = tmp_path_factory.mktemp("heard") / "song"
    performance = performed(
        folder, sung, lambda clip: blocks.append((len(steps), clip)), Progress(steps.append)
    )
    assert blocks[0][0] < len(steps) / 2
    return performance, blocks


def test_a_listener_hears_the_whole_song_at_its_loudness(heard: tuple[Performance, list[tuple[int, Clip]]]):
    """All frames, at most -1 dBTP, within 2 LU of the master, and the same music."""
    performance, blocks = heard
    preview = Clip(np.concatenate([clip.samples for _, clip in blocks], axis=1))
    mastered = master(performance.mix, tone=performance.tone)
    assert preview.frames == performance.mix.frames
    assert true_peak_dbtp(preview) <= -1.0
    assert abs(loudness_lufs(preview) - mastered.loudness_lufs) < 2.0
    likeness = np.corrcoef(preview.samples[0], performance.mix.samples[0])[0, 1]
    assert likeness > 0.95


def test_listening_changes_nothing(
    sung: SongPlan, heard: tuple[Performance, list[tuple[int, Clip]]], tmp_path: Path
):
    """The mix is the same, sample for sample, when nobody listens."""
    alone = performed(tmp_path / "alone", sung)
    assert np.array_equal(alone.mix.samples, heard[0].mix.samples)
    assert alone.timeline == heard[0].timeline


def test_words_begin_and_end_where_they_sound(
    sung: SongPlan, heard: tuple[Performance, list[tuple[int, Clip]]]
):
    """The timeline's words are those of the singer, and the stem sounds in them and not between the lines."""
    performance, _ = heard
    vocals = read_clip(performance.stems["vocals"]).samples
    lead = [line for line in performance.timeline.lines if not line.backing]
    assert [line.text for line in lead] == ["Morning comes over the hill", "Sing me a song"]
    for line in lead:
        inside = rms_db(cut(vocals, line.start_s, line.end_s))
        for word in line.words:
            assert word.start_s < word.end_s
            assert rms_db(cut(vocals, word.start_s, word.end_s)) > inside - 12.0
        assert rms_db(cut(vocals, line.start_s - 0.06, line.start_s - 0.02)) < inside - 12.0


def test_drums_sound_on_their_notes(heard: tuple[Performance, list[tuple[int, Clip]]]):
    """Strong hits rise within 20 ms of where the score has them."""
    performance, _ = heard
    assert performance.score is not None
    drums = next(track for track in performance.score.tracks if track.role is Role.DRUMS)
    stem = np.abs(read_clip(performance.stems["drums"]).samples).max(axis=0)
    starts = sorted({note.start * performance.score.beat_s for note in drums.notes if note.velocity > 90})
    late_ms = []
    for at in starts:
        first = round((at - 0.03) * SAMPLE_RATE)
        window = stem[max(first, 0) : round((at + 0.06) * SAMPLE_RATE)]
        if first >= 0 and window[:960].max() < 0.25 * window.max():  # nothing else rings into it
            late_ms.append((int(np.argmax(window > 0.5 * window.max())) / SAMPLE_RATE - 0.03) * 1000)
    assert len(late_ms) > 8
    assert max(np.abs(late_ms)) < 20.0


def test_a_loop_is_bar_exact_and_has_no_seam(tmp_path: Path):
    """Exactly its bars; played twice, nothing at the seam stands out from what is around it."""
    plan = plan_of(SongRequest(caption="lofi hip hop beat, piano", duration_s=12, bpm=84, loop=True))
    assert plan.loop
    performance = performed(tmp_path / "loop", plan)
    mastered = master_loop(performance.mix, tone=performance.tone)
    assert mastered.clip.frames == round(plan.bars * plan.bar_s * SAMPLE_RATE)
    assert abs(mastered.loudness_lufs + 14.0) < 0.3
    twice = np.concatenate([mastered.clip.samples] * 2, axis=1)
    seam = mastered.clip.frames
    steps = np.abs(np.diff(twice, axis=1)).max(axis=0)
    assert steps[seam - 1] <= np.percentile(steps[seam - 24_000 : seam + 24_000], 99.9)
    assert rms_db(mastered.clip.samples[:, -4_800:]) > rms_db(mastered.clip.samples) - 20.0


def test_silence_is_silent(tmp_path: Path):
    """A quarter of a second after its start nothing is left but what is below -70 dBFS, then music again."""
    plan = plan_of(SongRequest(caption="ambient pads and piano, instrumental", duration_s=12, bpm=120))
    plan = with_sections(
        plan,
        section(SectionKind.INSTRUMENTAL, 3, 0.8),
        section(SectionKind.SILENCE, 1, 0.0),
        section(SectionKind.INSTRUMENTAL, 2, 0.8),
    )
    performance = performed(tmp_path / "silence", plan)
    mastered = master(performance.mix, tone=performance.tone).clip.samples
    start, end = 3 * plan.bar_s, 4 * plan.bar_s
    assert np.abs(cut(mastered, start + 0.25, end - 0.2)).max() < 10 ** (-70 / 20)
    assert rms_db(cut(mastered, end, end + 1.0)) > -40.0


def test_a_swell_grows_within_its_notes(tmp_path: Path):
    """A section that swells by 0.7 ends at least 6 LU louder than it starts."""
    plan = plan_of(SongRequest(caption="cinematic orchestral strings, instrumental", duration_s=16, bpm=90))
    growing = with_sections(plan, section(SectionKind.INSTRUMENTAL, 6, 0.25, swell=0.7))
    mix = performed(tmp_path / "swell", growing).mix.samples
    early, late = (loudness_lufs(Clip(cut(mix, bar * plan.bar_s, (bar + 1) * plan.bar_s))) for bar in (0, 5))
    assert late > early + 6.0


def test_the_song_goes_on_smoothly_at_borders(tmp_path: Path):
    """Where segments meet within a section, the level steps no more than elsewhere."""
    plan = plan_of(SongRequest(caption="ambient drone, warm pad, instrumental", duration_s=30, bpm=80))
    steady = with_sections(plan, section(SectionKind.INSTRUMENTAL, 12, 0.6))
    steady = replace(steady, instruments={Role.PAD: "warm_pad"}, seed=child_seed(1, "steady") % 2**31)
    mix = performed(tmp_path / "steady", steady).mix.samples
    powers = [rms_db(cut(mix, at, at + 0.5)) for at in np.arange(2.0, 12 * plan.bar_s - 1.0, 0.5)]
    assert max(np.abs(np.diff(powers))) < 9.0
    assert max(powers) - min(powers) < 14.0
