"""Measures lyrics: syllables of every line, how evenly sections match, which rhyme. It judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from songwright.planner.lyricist.rhyme import LANGUAGE, Spoken, rhymes, speak
from songwright.song.lyrics import LyricSection, SectionKind, parse_lyrics
from songwright.song.pronunciation import Pronounce

_SCHEMES = ("AABB", "ABAB", "ABCB", "AAB", "AA")


@dataclass(frozen=True, slots=True)
class Measured:
    """What lyrics are like.

    Attributes:
        syllables: of every line, in order.
        rhymed: the share of stanzas that hold a rhyme scheme throughout, 0 to 1; 1 if there are none.
        unevenness: the most syllables between the same line of two sections of one kind.
        sections: how many there are.
        different: the share of lines that stand only once.
    """

    syllables: tuple[int, ...]
    rhymed: float
    unevenness: int
    sections: int
    different: float


def check_lyrics(text: str, pronounce: Pronounce, language: str = LANGUAGE) -> Measured:
    """Measure lyrics written with section tags.

    Args:
        text: the lyrics.
        pronounce: tells syllables and phones.
        language: ISO 639-1.
    """
    sections = parse_lyrics(text)
    spoken = [(section, _spoken(section, pronounce, language)) for section in sections]
    lines = [line for _, said in spoken for line in said]
    stanzas = [stanza for _, said in spoken for stanza in _stanzas(said)]
    held = sum(scheme(stanza) is not None for stanza in stanzas)
    return Measured(
        syllables=tuple(line.syllables for line in lines),
        rhymed=held / len(stanzas) if stanzas else 1.0,
        unevenness=max((_unevenness(spoken, kind) for kind in SectionKind), default=0),
        sections=len(sections),
        different=len({line.text for line in lines}) / max(len(lines), 1),
    )


def scheme(stanza: Sequence[Spoken]) -> str | None:
    """The rhyme scheme that a stanza of 2 to 4 lines holds, or None; a line sung again counts as rhyming."""
    for name in _SCHEMES:
        if len(name) == len(stanza) and all(
            _agree(stanza[i], stanza[j]) for i in range(len(name)) for j in range(i) if name[i] == name[j]
        ):
            return name
    return None


def _agree(one: Spoken, other: Spoken) -> bool:
    return one.text == other.text or rhymes(one, other)


def _spoken(section: LyricSection, pronounce: Pronounce, language: str) -> list[Spoken]:
    return [speak(line.text or line.backing, pronounce, language) for line in section.lines]


def _stanzas(lines: Sequence[Spoken]) -> list[Sequence[Spoken]]:
    """Fours; what is left over at the end is a stanza of its own."""
    return [lines[at : at + 4] for at in range(0, len(lines), 4)]


def _unevenness(spoken: Sequence[tuple[LyricSection, Sequence[Spoken]]], kind: SectionKind) -> int:
    alike = [lines for section, lines in spoken if section.kind is kind]
    longest = max(map(len, alike), default=0)
    columns = [[lines[at].syllables for lines in alike if at < len(lines)] for at in range(longest)]
    return max((max(column) - min(column) for column in columns), default=0)
