"""Makes sung lines for tests."""

from __future__ import annotations

from collections.abc import Sequence

from songwright.sing.pronounce import Pronouncer
from songwright.song.plan import VocalStyle
from songwright.song.pronunciation import Syllable
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart

BEAT_S = 0.5


def line_of(
    text: str,
    pitches: Sequence[int],
    beats: Sequence[float] = (1.0,),
    part: VocalPart = VocalPart.LEAD,
    style: VocalStyle = VocalStyle.SUNG,
    start: float = 2.0,
) -> SungLine:
    """An English line, one note per syllable, pitches and lengths taken in turns."""
    words = Pronouncer()(text, "en")
    syllables: list[SungSyllable] = []
    for index, word in enumerate(words):
        for syllable in word.syllables:
            duration = beats[len(syllables) % len(beats)]
            note = Note(start, duration, pitches[len(syllables) % len(pitches)], 90)
            syllables.append(SungSyllable(syllable, index, (note,)))
            start += duration
    return SungLine(part, 0, tuple(word.text for word in words), tuple(syllables), style)


def vowel_line(
    *nuclei: str,
    onset: tuple[str, ...] = (),
    pitch: int = 60,
    beats: float = 2.0,
    velocity: int = 90,
    gain_db: float = 0.0,
    style: VocalStyle = VocalStyle.SUNG,
) -> SungLine:
    """Syllables with the given nuclei, one note each, from beat 2."""
    syllables = tuple(
        SungSyllable(
            Syllable(onset, nucleus, (), 2), index, (Note(2 + index * beats, beats, pitch, velocity),)
        )
        for index, nucleus in enumerate(nuclei)
    )
    return SungLine(VocalPart.LEAD, 0, ("la",) * len(nuclei), syllables, style, gain_db)
