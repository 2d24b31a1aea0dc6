"""A small score made by hand, which the tests of this folder share."""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.pronunciation import Syllable
from songwright.song.score import Chord, Note, Score, ScoreSection, SungLine, SungSyllable, Track, VocalPart
from songwright.song.timeline import Span, TimedLine, Timeline


def sung(word: int, *notes: Note) -> SungSyllable:
    """A syllable "la" of a word on notes."""
    return SungSyllable(Syllable(("l",), "ɑ", (), 2), word, notes)


def small_score(meter: Meter = Meter.FOUR, key: str = "F# Minor", bpm: int = 93) -> Score:
    """Two sections of two bars with piano, bass, drums, a lead line with a melisma and an answer."""
    bar = meter.bar_beats
    piano = tuple(Note(beat, 1.5, pitch, 70 + pitch % 5) for beat in range(8) for pitch in (54, 57, 61))
    bass = (Note(0.0, 2.0, 42, 90), Note(2.013, 1.987, 40, 91))
    drums = tuple(Note(beat / 3, 0.1, 42, 60 + beat) for beat in range(12))
    lead = SungLine(
        VocalPart.LEAD,
        1,
        ("Hello", "—", "night,", "oh!"),
        (
            sung(0, Note(4.0, 0.5, 66, 100)),
            sung(0, Note(4.5, 0.25, 68, 100), Note(4.75, 0.25, 69, 100)),
            sung(2, Note(5.0, 1.0, 66, 100)),
            sung(3, Note(6.0, 2.0, 64, 100)),
        ),
    )
    double = SungLine(VocalPart.DOUBLE, 1, ("Hello",), lead.syllables[:2])
    backing = SungLine(VocalPart.BACKING, 1, ("ooh",), (sung(0, Note(7.0, 1.0, 73, 80)),))
    chords = (
        Chord(0.0, bar * 2, 6, (0, 3, 7), 6, "F#m"),
        Chord(bar * 2, bar * 2, 2, (0, 4, 7), 9, "D/A"),
    )
    return Score(
        bpm=bpm,
        key=parse_key(key),
        meter=meter,
        sections=(
            ScoreSection(SectionKind.INTRO, "Intro", 0, 2, 0.4),
            ScoreSection(SectionKind.VERSE, "Verse 1", 2, 2, 0.6),
        ),
        chords=chords,
        tracks=(
            Track("piano", Role.CHORDS, "piano", piano),
            Track("bass", Role.BASS, "electric_bass", bass),
            Track("drums", Role.DRUMS, "rock_kit", drums),
        ),
        lines=(lead, double, backing),
    )


def words(text: str, start_s: float, word_s: float, backing: bool = False) -> TimedLine:
    """A line whose words last `word_s` each."""
    spans = tuple(
        Span(word, start_s + place * word_s, start_s + (place + 0.9) * word_s)
        for place, word in enumerate(text.split())
    )
    return TimedLine(text, spans[0].start_s, spans[-1].end_s, spans, backing)


def long_timeline(
    duration_s: float, sing: bool = True, text: str = "We are the neon, we are the night"
) -> Timeline:
    """A song at 120 bpm whose sections are eight bars long."""
    bars = tuple(float(bar) for bar in np.arange(0.0, duration_s - 1e-9, 2.0))
    starts = bars[::8]
    ends = (*starts[1:], duration_s)
    names = ("Intro", "Verse 1", "Pre-Chorus", "Chorus", "Bridge", "Guitar Solo", "Final Chorus", "Outro")
    sections = tuple(
        Span(names[place % 8], start, end)
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    chords = tuple(
        Span(("Am", "F", "C/E", "Bbmaj7")[place % 4], bar, bar + 2.0) for place, bar in enumerate(bars)
    )
    lines = tuple(
        words(text, bar + 0.1, 0.25, backing=place % 5 == 4) for place, bar in enumerate(bars[1::2])
    )
    beats = tuple(float(beat) for beat in np.arange(0.0, duration_s - 1e-9, 0.5))
    return Timeline(duration_s, sections, chords, bars, beats, lines if sing else ())


def noise(duration_s: float, sample_rate: int = SAMPLE_RATE) -> Clip:
    """Stereo noise of an exact length."""
    rng = np.random.default_rng(7)
    samples = rng.random((2, round(duration_s * sample_rate)), dtype=np.float32)
    return Clip(samples * np.float32(0.6) - np.float32(0.3), sample_rate)
