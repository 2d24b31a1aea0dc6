"""What the documents say is what sounds: words, chords; segments, loops and SoundFonts fit together."""

from pathlib import Path

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.audio.files import read_clip
from songwright.engine.base import Performance
from songwright.engine.rendering import Take, channels_for, tasks_for
from songwright.engine.segments import segments_of
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.request import SongRequest
from songwright.song.score import Chord, Note, Score, ScoreSection, Track
from songwright.synth import automation
from tests.audio.signals import rms_db
from tests.engine.test_listening import cut, performed, plan_of
from tests.synth import soundfonts

LYRICS = "[Verse]\nTake a boat across the bay\nKeep a light for me to stay\nTurn it on at end of day"


@pytest.fixture(scope="module")
def ballad(tmp_path_factory: pytest.TempPathFactory) -> Performance:
    request = SongRequest("piano ballad, female voice, warm pad, strings", LYRICS, duration_s=24, bpm=80)
    return performed(tmp_path_factory.mktemp("sounding") / "ballad", plan_of(request))


def chroma(samples, start_s: float, end_s: float):
    """Energy of each pitch class from 110 Hz to 1 kHz."""
    piece = cut(samples, start_s, end_s).mean(axis=0).astype(float)
    power = np.abs(np.fft.rfft(piece * np.hanning(len(piece)))) ** 2
    hz = np.fft.rfftfreq(len(piece), 1.0 / SAMPLE_RATE)
    inside = (hz > 110.0) & (hz < 1_000.0)
    classes = np.round(69.0 + 12.0 * np.log2(hz[inside] / 440.0)).astype(int) % 12
    return np.bincount(classes, power[inside], minlength=12)


def test_chords_of_the_timeline_are_heard(ballad: Performance):
    """In the stem of the chords, the tones of each chord of the timeline hold most of the energy."""
    assert ballad.score is not None
    names = [name for name in ballad.stems if name not in ("vocals", "backing_vocals", "drums", "bass")]
    sound = np.sum([read_clip(ballad.stems[name]).samples for name in names], axis=0)
    score, shares = ballad.score, []
    for chord in score.chords:
        start, end = score.seconds(chord.start), score.seconds(chord.start + chord.duration)
        if end - start < 1.0 or rms_db(cut(sound, start, end)) < -50.0:
            continue
        energy = chroma(sound, start + 0.15, end)
        tones = {(chord.root + step) % 12 for step in chord.intervals}
        shares.append(sum(energy[tone] for tone in tones) / energy.sum())
    assert len(shares) >= 4
    assert np.median(shares) > 0.7
    assert min(shares) > 0.45


def pad_song(tmp_path: Path, soundfont: Path | None = None):
    """A pad that plays one chord a bar, in pieces: [2, frames] of their sum, and the borders."""
    notes = tuple(Note(4.0 * bar, 4.0, pitch, 90) for bar in range(12) for pitch in (60, 64, 67))
    track = Track("pad", Role.PAD, "strings" if soundfont else "warm_pad", notes)
    section = ScoreSection(SectionKind.VERSE, "Verse", 0, 12, 0.6)
    chords = (Chord(0.0, 48.0, 0, (0, 4, 7), 0, "C"),)
    score = Score(80, parse_key("C major"), Meter.FOUR, (section,), chords, (track,), ())
    segments = segments_of(score)
    frames = round(score.seconds(48.0) * SAMPLE_RATE) + SAMPLE_RATE
    channels = channels_for(score, Genre.AMBIENT, automation.ending(score, frames), 5)
    tasks = tasks_for(Take(score.beat_s, None, 5, soundfont, tmp_path), score, segments, channels, None)
    sound = np.zeros((2, frames + 30 * SAMPLE_RATE), np.float32)
    for part in tasks:
        for task in part:
            piece = task()
            assert piece.path is not None
            sound[:, piece.start_frame : piece.start_frame + piece.frames] += np.fromfile(
                piece.path, np.float32
            ).reshape(2, -1)
    return sound[:, :frames], [segment.start_s for segment in segments[1:]]


@pytest.mark.parametrize("sampled", [False, True])
def test_a_steady_pad_is_steady_over_borders(tmp_path: Path, sampled: bool):
    """Same chord, bar after bar: a bar after a border is within 1 dB of the bar before it."""
    path = tmp_path / "one.sf2"
    if sampled:
        path.write_bytes(soundfonts.soundfont([(0, 48, [], [[(54, 1)]])], loop=(2_400, 3_600)))
    sound, borders = pad_song(tmp_path, path if sampled else None)
    assert len(borders) >= 2
    for at in borders:
        if at > 6.0:  # the room has filled by then
            assert abs(rms_db(cut(sound, at, at + 3.0)) - rms_db(cut(sound, at - 3.0, at))) <= 1.0


def test_lines_begin_to_sound_where_the_timeline_says(ballad: Performance):
    """After a rest the first word's consonant bursts within 20 ms of the word's start; nothing is earlier."""
    vocals = read_clip(ballad.stems["vocals"]).samples.mean(axis=0)
    lead = [line for line in ballad.timeline.lines if not line.backing]
    assert [line.words[0].name for line in lead] == ["Take", "Keep", "Turn"]
    for line in lead:
        start = line.words[0].start_s
        before_s = min(start, 0.06)
        first = round((start - before_s) * SAMPLE_RATE)
        steps = np.abs(np.diff(vocals[first : first + round(0.17 * SAMPLE_RATE)]))  # bursts are bright
        level = steps[:7_680].reshape(-1, 96).max(axis=1)  # 2 ms each
        onset_s = start - before_s + 0.002 * int(np.argmax(level > 0.2 * level.max()))
        assert abs(onset_s - start) <= 0.020
