"""Which sections a song has and how long its stanzas are, by genre and length. It knows nothing of words.

A form is written with one letter per section: V verse, W long verse, P pre-chorus, C chorus, U build, D drop
(nothing sung), B bridge, O outro; small letters are halves.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind, section_kind


class Scheme(StrEnum):
    """Which lines of a stanza rhyme. ABAB holds for choruses, whose lines stand by themselves."""

    AABB = "AABB"
    ABAB = "ABAB"
    ABCB = "ABCB"
    AAB = "AAB"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a genre writes.

    Attributes:
        ladder: its forms, shortest first.
        scheme: of its verses.
        line_s: how long a line takes to sing with its breath, seconds.
        syllables: fewest and most in a line.
    """

    ladder: tuple[str, ...]
    scheme: Scheme
    line_s: float = 4.2
    syllables: tuple[int, int] = (6, 10)


@dataclass(frozen=True, slots=True)
class Part:
    """A section to be written.

    Attributes:
        kind: what it does.
        title: its tag.
        lines: how many it has; 0 sings nothing.
    """

    kind: SectionKind
    title: str
    lines: int


_SONG = ("c", "C", "vC", "VC", "VCvC", "VCVC", "VCVCbC", "VCVCBC", "VPCVPCBC", "VPCVPCBCO", "VPCVPCBVPCC")
_PLAIN = ("c", "C", "vC", "VC", "VCvC", "VCVC", "VCVCbC", "VCVCBC", "VCVCBVC", "VCVCBVCO")
_STORY = ("c", "C", "vC", "VC", "VPC", "VCVC", "VPCVPC", "VPCVPCbC", "VPCVPCVPC", "WPCWPCVPC", "WPCWPCBVPC")
_BLUES = ("c", "C", "VC", "VVC", "VCVC", "VVCVC", "VVCVVC", "VVCVVCVC", "VVCVVCVVC")
_RAP = ("c", "C", "vC", "VC", "VCVC", "WCVC", "WCWC", "WCWCBC", "WCWCBWC")
_CLUB = ("c", "C", "UC", "VC", "VUC", "VUCDUC", "VUCDVUC", "VUCDVUCDBC")
_PUNK = ("c", "C", "vC", "VC", "VCvC", "VCVC", "VCVCC", "VCVCbC", "VCVCBVCC")
_CALM = ("c", "C", "vC", "VC", "VCvC", "VCVC", "VCVCbC")

_G, _S = Genre, Scheme
MANNERS: dict[Genre, Manner] = {
    _G.POP: Manner(_SONG, _S.AABB),
    _G.BALLAD: Manner(_SONG, _S.ABAB, 4.8),
    _G.ROCK: Manner(_SONG, _S.AABB),
    _G.METAL: Manner(_SONG, _S.AABB),
    _G.BLACK_METAL: Manner(_PLAIN, _S.ABAB),
    _G.FOLK: Manner(_STORY, _S.ABCB),
    _G.COUNTRY: Manner(_STORY, _S.ABCB),
    _G.BLUES: Manner(_BLUES, _S.AAB, 6.0, (8, 12)),
    _G.JAZZ: Manner(_PLAIN, _S.ABAB, 4.8),
    _G.SOUL: Manner(_SONG, _S.ABAB),
    _G.REGGAE: Manner(_PLAIN, _S.AABB),
    _G.LATIN: Manner(_SONG, _S.AABB),
    _G.HIP_HOP: Manner(_RAP, _S.AABB, 3.0, (8, 12)),
    _G.LOFI: Manner(_PLAIN, _S.ABAB, 5.0),
    _G.ELECTRONIC: Manner(_CLUB, _S.AABB),
    _G.AMBIENT: Manner(_CALM, _S.ABAB, 7.0),
    _G.CINEMATIC: Manner(_CALM, _S.ABAB, 6.0),
}
PUNK = Manner(_PUNK, _S.AABB, 3.2)

_LINES: dict[str, tuple[str, int]] = {
    "V": ("Verse", 4), "W": ("Verse", 8), "v": ("Verse", 2), "P": ("Pre-Chorus", 2), "C": ("Chorus", 4),
    "c": ("Chorus", 2), "U": ("Build", 2), "D": ("Drop", 0), "B": ("Bridge", 4), "b": ("Bridge", 2),
    "O": ("Outro", 2),
}  # fmt: skip
_STANZA = {Scheme.AAB: {"V": 3, "C": 3}}  # lines of a section where the scheme decides them
_RAP_LINES = {"V": 8, "W": 16}
_USUAL_FORM = 7  # of the ladder where no length is asked for, from the front; the last of shorter ladders
_ROOM = 1.1  # lines may be sung a little faster
_EDGES_S, _EDGES_SHARE = 16.0, 0.2  # of the song without words: introduction and ending


def form_for(genre: Genre, manner: Manner, duration_s: float | None) -> tuple[Part, ...]:
    """The longest form of the genre whose lines can be sung in the length, or the usual one.

    Args:
        genre: decides how long a verse is.
        manner: of the genre.
        duration_s: of the song, seconds, or None.
    """
    forms = [_parts(letters, genre, manner.scheme) for letters in manner.ladder]
    if duration_s is None:
        return forms[min(_USUAL_FORM, len(forms) - 1)]
    room = _ROOM * (duration_s - min(_EDGES_S, _EDGES_SHARE * duration_s)) / manner.line_s
    fitting = [form for form in forms if sum(part.lines for part in form) <= room]
    return fitting[-1] if fitting else forms[0]


def asked_form(titles: tuple[str, ...], genre: Genre, manner: Manner) -> tuple[Part, ...]:
    """The parts of a form that was asked for by its titles; those that name no section are verses."""
    letters = {SectionKind.PRE_CHORUS: "P", SectionKind.CHORUS: "C", SectionKind.BRIDGE: "B",
               SectionKind.BUILD: "U", SectionKind.OUTRO: "O", SectionKind.VERSE: "V"}  # fmt: skip
    parts = []
    for title in titles:
        kind = section_kind(title) or SectionKind.VERSE
        lines = _length(letters[kind], genre, manner.scheme) if kind in letters else 0
        parts.append(Part(kind, title, lines))
    return tuple(parts)


def _parts(letters: str, genre: Genre, scheme: Scheme) -> tuple[Part, ...]:
    verses = sum(letter in "VWv" for letter in letters)
    parts: list[Part] = []
    for letter in letters:
        title = _LINES[letter][0]
        kind = section_kind(title) or SectionKind.VERSE
        if kind is SectionKind.VERSE and verses > 1:
            title += f" {1 + sum(part.kind is SectionKind.VERSE for part in parts)}"
        parts.append(Part(kind, title, _length(letter, genre, scheme)))
    return tuple(parts)


def _length(letter: str, genre: Genre, scheme: Scheme) -> int:
    if genre is Genre.HIP_HOP and letter in _RAP_LINES:
        return _RAP_LINES[letter]
    return _STANZA.get(scheme, {}).get(letter, _LINES[letter][1])
