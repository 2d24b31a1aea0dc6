"""Tags in lyrics do audibly what they say: each is measured in the sound of a whole song."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples
from songwright.audio.files import read_clip
from songwright.audio.loudness import loudness_lufs
from songwright.compose.composer import compose
from songwright.progress import Progress
from songwright.settings import Settings
from songwright.sing.pronounce import Pronouncer
from songwright.song.lyrics import SectionKind
from songwright.song.plan import VocalStyle
from songwright.song.request import AudioFormat, SongRequest
from songwright.song.score import Score, SungLine, VocalPart
from songwright.song.song import Song
from songwright.wiring import build_pipeline
from tests.sing.pitch_tracker import harmonics_to_noise_db, read_pitch

SUNG_LYRICS = """
[Verse 1]
The morning lay along the sea
[whispered]
A letter waiting there for me
[spoken word]
I read it twice and put it down
[falsetto]
And far away the bells of town
[raspy vocal]
Were ringing all the morning long
[Chorus - harmonies]
Lay me down in golden light
Leave the lantern on tonight
[Piano Interlude]
[Silence]
[Chorus - call and response]
Lay me down in golden light
Leave the lantern on tonight
[Fade Out]
"""
DANCE_LYRICS = "[Build]\n[Drop]\n[Breakdown]\n[Build]\n[Drop]"


@dataclass(frozen=True)
class Heard:
    """A song read back from its files, and its score."""

    song: Song
    score: Score
    mix: Samples
    stems: dict[str, Samples]

    def span(self, title: str) -> tuple[float, float]:
        """Start and end of a section in seconds."""
        section = next(section for section in self.song.timeline.sections if section.name == title)
        return section.start_s, section.end_s

    def lines(self, style: VocalStyle, part: VocalPart = VocalPart.LEAD) -> list[SungLine]:
        """The lines of a part that are sung in a style."""
        return [line for line in self.score.lines if line.part is part and line.style is style]

    def notes(self, style: VocalStyle) -> Iterator[tuple[float, float]]:
        """(middle in seconds, MIDI pitch) of the lead's notes in a style, those long enough to measure."""
        for line in self.lines(style):
            for note in (note for syllable in line.syllables for note in syllable.notes):
                if self.score.seconds(note.duration) > 0.15:
                    yield self.score.seconds(note.start + 0.55 * note.duration), note.pitch


def make(request: SongRequest, folder: Path) -> Heard:
    pipeline = build_pipeline(Settings(workers=2, keep_stems=True))
    try:
        (plan,) = pipeline.plan(request)
        song = pipeline.render(plan, folder / "song", Progress())
    finally:
        pipeline.close()
    stems = {name: read_clip(path).samples for name, path in song.files.stems.items()}
    return Heard(song, compose(plan, Pronouncer()), read_clip(song.files.audio).samples, stems)


@pytest.fixture(scope="module")
def sung(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    request = SongRequest(
        "pop, female vocals, piano", SUNG_LYRICS, seed=3, bpm=112, audio_format=AudioFormat.WAV, duration_s=75
    )
    return make(request, tmp_path_factory.mktemp("sung"))


@pytest.fixture(scope="module")
def danced(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    request = SongRequest(
        "edm", DANCE_LYRICS, seed=3, bpm=128, audio_format=AudioFormat.WAV, duration_s=80, instrumental=True
    )
    return make(request, tmp_path_factory.mktemp("danced"))


def cut(samples: Samples, start_s: float, end_s: float) -> Samples:
    return samples[:, round(start_s * SAMPLE_RATE) : round(end_s * SAMPLE_RATE)]


def lufs(samples: Samples, span: tuple[float, float]) -> float:
    return loudness_lufs(Clip(np.ascontiguousarray(cut(samples, *span)), SAMPLE_RATE))


def rms_db(samples: Samples, start_s: float, end_s: float) -> float:
    piece = cut(samples, start_s, end_s).astype(float)
    return float(10 * np.log10(np.mean(piece**2) + 1e-15))


def voice(heard: Heard) -> Samples:
    return np.ascontiguousarray(heard.stems["vocals"].mean(axis=0))


def clearness_db(heard: Heard, style: VocalStyle) -> float:
    """Median harmonics-to-noise ratio of the lead's notes in a style."""
    return float(np.median([harmonics_to_noise_db(voice(heard), at_s) for at_s, _ in heard.notes(style)]))


def first_harmonic_db(heard: Heard, style: VocalStyle) -> float:
    """Median level of the first against the second harmonic of the lead's notes in a style."""
    samples, levels = voice(heard).astype(float), []
    for at_s, pitch in heard.notes(style):
        middle = round(at_s * SAMPLE_RATE)
        piece = samples[middle - 2048 : middle + 2048]
        power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)), 16_384)) ** 2
        bins = [440 * 2 ** ((pitch - 69) / 12) * n * 16_384 / SAMPLE_RATE for n in (1, 2)]
        first, second = (power[round(b) - 12 : round(b) + 13].max() for b in bins)
        levels.append(10 * np.log10(first / second))
    return float(np.median(levels))


def cents_apart(heard: Heard, style: VocalStyle) -> float:
    """Median distance of the lead's pitch from its notes in a style."""
    apart = [
        abs(read_pitch(voice(heard), at_s, (70, 1200)).midi - pitch) for at_s, pitch in heard.notes(style)
    ]
    return 100 * float(np.median(apart))


def test_whispered_lines_have_no_pitch(sung: Heard) -> None:
    """[whispered]: breath instead of a voice, against the plain lines of the chorus."""
    assert clearness_db(sung, VocalStyle.WHISPER) < clearness_db(sung, VocalStyle.SUNG) - 6.0


def test_spoken_lines_leave_their_notes(sung: Heard) -> None:
    """[spoken word]: the pitch moves as in speech, while sung lines are on their notes."""
    assert cents_apart(sung, VocalStyle.SUNG) < 30.0
    assert cents_apart(sung, VocalStyle.SPOKEN) > 80.0


def test_falsetto_is_high_and_flute_like(sung: Heard) -> None:
    """[falsetto]: higher than the sung lines, and the first harmonic stands out."""
    high = np.median([pitch for _, pitch in sung.notes(VocalStyle.FALSETTO)])
    verse = [
        note.pitch
        for line in sung.lines(VocalStyle.SUNG)
        if sung.score.sections[line.section].kind is SectionKind.VERSE
        for syllable in line.syllables
        for note in syllable.notes
    ]
    assert high > np.median(verse) + 2
    assert first_harmonic_db(sung, VocalStyle.FALSETTO) > first_harmonic_db(sung, VocalStyle.SUNG) + 3.0


def test_raspy_lines_are_rough_but_in_tune(sung: Heard) -> None:
    """[raspy vocal]: less clear than plain singing, more than a whisper, and on the notes."""
    rough = clearness_db(sung, VocalStyle.RASPY)
    assert clearness_db(sung, VocalStyle.WHISPER) < rough < clearness_db(sung, VocalStyle.SUNG) - 2.0
    assert cents_apart(sung, VocalStyle.RASPY) < 50.0


def test_harmonies_are_sung_along(sung: Heard) -> None:
    """[harmonies]: two other voices on other notes sound with the lead, and are heard in the stem."""
    section = next(i for i, s in enumerate(sung.score.sections) if s.title == "Chorus")
    parts = {
        part: [line for line in sung.score.lines if line.section == section and line.part is part]
        for part in VocalPart
    }
    assert len(parts[VocalPart.HARMONY]) == len(parts[VocalPart.LOW_HARMONY]) == len(parts[VocalPart.LEAD])
    for lead, high, low in zip(
        parts[VocalPart.LEAD], parts[VocalPart.HARMONY], parts[VocalPart.LOW_HARMONY], strict=True
    ):
        pitches = [[s.notes[0].pitch for s in line.syllables] for line in (high, lead, low)]
        assert all(a != b and c != b for a, b, c in zip(*pitches, strict=True))
    span = sung.span("Chorus")
    assert lufs(sung.stems["backing_vocals"], span) > lufs(sung.stems["vocals"], span) - 14.0


def test_a_response_follows_each_call(sung: Heard) -> None:
    """[call and response]: backing voices answer after the lead, and while they do the lead is silent."""
    section = max(i for i, s in enumerate(sung.score.sections) if s.kind is SectionKind.CHORUS)
    calls = [x for x in sung.score.lines if x.section == section and x.part is VocalPart.LEAD]
    answers = [x for x in sung.score.lines if x.section == section and x.part is VocalPart.BACKING]
    assert len(calls) == len(answers) == 2
    for call, answer in zip(calls, answers, strict=True):
        assert answer.start >= call.end
        assert call.text.lower().endswith(answer.text.lower())
        start, end = sung.score.seconds(answer.start), sung.score.seconds(answer.end)
        assert rms_db(sung.stems["backing_vocals"], start, end) > rms_db(sung.stems["vocals"], start, end)


def test_silence_is_silent(sung: Heard) -> None:
    """[Silence]: nothing sounds but a short decay at its start and the breath before the next line."""
    start, end = sung.span("Silence")
    assert rms_db(sung.mix, start + 0.3, end - 0.4) < -70.0
    assert rms_db(sung.mix, start - 1.0, start - 0.2) > -35.0


def test_the_piano_leads_its_interlude(sung: Heard) -> None:
    """[Piano Interlude]: no stem is louder than the piano, and nobody sings."""
    start, end = sung.span("Piano Interlude")
    span = (start + 1.5, end)  # the room of the chorus has died away
    levels = {name: lufs(samples, span) for name, samples in sung.stems.items()}
    piano = max(level for name, level in levels.items() if name.startswith("piano"))
    assert piano >= max(levels.values()) - 0.5
    assert levels["vocals"] < piano - 20.0


def test_the_fade_out_fades_to_silence(sung: Heard) -> None:
    """[Fade Out]: each quarter is softer than the one before; the end is silent."""
    start, end = sung.span("Fade Out")
    borders = np.linspace(start, end, 5)
    levels = [rms_db(sung.mix, a, b) for a, b in pairwise(borders)]
    assert all(after < before - 1.5 for before, after in pairwise(levels))
    assert rms_db(sung.mix, end - 0.2, end) < -50.0


def test_the_build_grows_into_the_drop(danced: Heard) -> None:
    """[Build] and [Drop]: the build ends louder than it began, and the drop is louder still."""
    start, end = danced.span("Build 1")
    third = (end - start) / 3
    assert lufs(danced.mix, (end - third - 0.5, end - 0.5)) > lufs(danced.mix, (start, start + third)) + 3.0
    assert lufs(danced.mix, danced.span("Drop 1")) > lufs(danced.mix, (start, end)) + 1.5


def test_the_breakdown_takes_the_drums_away(danced: Heard) -> None:
    """[Breakdown]: at least 4 LU below the drop, and the drums are gone or nearly."""
    drop, breakdown = danced.span("Drop 1"), danced.span("Breakdown")
    assert lufs(danced.mix, breakdown) < lufs(danced.mix, drop) - 4.0
    assert lufs(danced.stems["drums"], breakdown) < lufs(danced.stems["drums"], drop) - 15.0
