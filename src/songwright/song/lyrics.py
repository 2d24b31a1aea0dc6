"""Lyrics as people write them: section tags with modifiers, loud lines, backing vocals in parentheses.

It knows nothing of bars or notes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section does in the form."""

    INTRO = "intro"
    VERSE = "verse"
    PRE_CHORUS = "pre-chorus"
    CHORUS = "chorus"
    POST_CHORUS = "post-chorus"
    BRIDGE = "bridge"
    SOLO = "solo"
    INSTRUMENTAL = "instrumental"
    INTERLUDE = "interlude"
    BUILD = "build"
    DROP = "drop"
    BREAKDOWN = "breakdown"
    SILENCE = "silence"  # nothing sounds
    OUTRO = "outro"


@dataclass(frozen=True, slots=True)
class LyricLine:
    """One line to sing.

    Attributes:
        text: what the lead sings; empty if only the backing vocals sing.
        backing: what the backing vocals answer (the words in parentheses); may be empty.
        loud: the line is written in UPPERCASE.
        modifiers: inline tags that stood above the line or in it, such as "whispered".
    """

    text: str
    backing: str = ""
    loud: bool = False
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LyricSection:
    """A tag and the lines below it.

    Attributes:
        kind: what the section does.
        title: its name as a person reads it: "Verse 1", "Final Chorus", "Guitar Solo".
        modifiers: what stood after the dash in the tag, lower case: ("virtuoso", "melodic").
        lines: the lines to sing; empty for an instrumental section.
    """

    kind: SectionKind
    title: str
    modifiers: tuple[str, ...] = ()
    lines: tuple[LyricLine, ...] = ()


_KINDS: tuple[tuple[str, SectionKind], ...] = (  # the first pattern found in the tag's name wins
    (r"pre[- ]?(chorus|hook|refrain)", SectionKind.PRE_CHORUS),
    (r"post[- ]?(chorus|hook)", SectionKind.POST_CHORUS),
    (r"chorus|hook|refrain", SectionKind.CHORUS),
    (r"solo\b", SectionKind.SOLO),
    (r"verse|strophe|stanza|\brap\b", SectionKind.VERSE),
    (r"bridge|middle ?(8|eight)", SectionKind.BRIDGE),
    (r"\bintro", SectionKind.INTRO),
    (r"outro|ending|\bend\b|coda|fade ?out", SectionKind.OUTRO),
    (r"break ?down", SectionKind.BREAKDOWN),
    (r"silence|\bpause\b|full stop", SectionKind.SILENCE),
    (r"\bbuild(?!ing)|riser?\b", SectionKind.BUILD),
    (r"drop", SectionKind.DROP),
    (r"interlude|\bbreak\b", SectionKind.INTERLUDE),
    (r"instrumental|\binst\b|\bjam\b|\briff\b", SectionKind.INSTRUMENTAL),
)
_TAG = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]")  # with one more pair of brackets inside, "[Verse [1]]"
_UNCLOSED = re.compile(r"\[+\s*([^\[\]]+)")
_BRACKETS = re.compile(r"[\[\]]")
_HEADING = re.compile(
    r"^\s*((?:pre-|post-|final )?(?:verse|chorus|bridge|intro|outro)(?: \d+)?)\s*:\s*$", re.I
)
_MODIFIER_BREAK = re.compile(
    r"\s+[-–—]\s*|\s*[:|]\s*"
)  # "Verse 1 - aggressive", "Chorus: loud"; not "Pre-Chorus"
_PARENTHESES = re.compile(r"[(（]((?:[^()（）]|[(（][^()（）]*[)）])*)[)）]")
_INNER_PARENTHESES = re.compile(r"[()（）]")
_LOUD_LETTERS = 2  # a line of a single capital ("I", "O") is not shouting


def parse_lyrics(text: str) -> tuple[LyricSection, ...]:
    """Read lyrics into sections in order.

    Lines before any tag form a verse; a blank line between untagged stanzas starts another. Tags that name no
    section ("[whispered]") modify the lines below them, or the line they stand in. No tag is sung,
    wherever it stands. `[inst]`, `[Instrumental]` and blank give no lines.
    """
    reader = _Reader()
    for raw in text.splitlines():
        reader.read(raw.strip())
    return reader.finish()


def is_instrumental(sections: tuple[LyricSection, ...]) -> bool:
    """Whether nothing is sung."""
    return not any(section.lines for section in sections)


def section_kind(name: str) -> SectionKind | None:
    """The kind of section that a tag's name means, or None if it names no section."""
    lowered = name.lower()
    return next((kind for pattern, kind in _KINDS if re.search(pattern, lowered)), None)


class _Reader:
    """Collects sections line by line."""

    def __init__(self) -> None:
        self._sections: list[LyricSection] = []
        self._head: LyricSection | None = None
        self._tagged = False
        self._lines: list[LyricLine] = []
        self._inline: tuple[str, ...] = ()
        self._inline_is_new = False  # no line was sung below it

    def read(self, line: str) -> None:
        if heading := _HEADING.match(line) or _unclosed_tag(line):
            self._open(heading[1])
            return
        if not line and self._lines and not self._tagged:
            self._close()
        words, *tagged = _TAG.split(line)  # text, tag, text, tag ... text
        marks: tuple[str, ...] = ()
        for tag, following in zip(tagged[::2], tagged[1::2], strict=True):
            name, modifiers = _read_tag(tag)
            if words.strip() and section_kind(name) is None:
                words, marks = words + following, (*marks, name.lower(), *modifiers)
                continue
            self._sing(words, marks)
            self._open(tag)
            words, marks = following, ()
        self._sing(words, marks)

    def finish(self) -> tuple[LyricSection, ...]:
        self._close()
        return tuple(self._sections)

    def _open(self, tag: str) -> None:
        name, modifiers = _read_tag(tag)
        kind = section_kind(name)
        if kind is None:
            self._mark((name.lower(), *modifiers))
            return
        self._close()
        self._tagged = True
        self._inline, self._inline_is_new = (), False
        self._head = LyricSection(kind, _title(name, kind), _with_fade(name, modifiers))

    def _mark(self, modifiers: tuple[str, ...]) -> None:
        """A tag that names no section: for the lines below, and for the section if it stands at its head."""
        self._inline = (*self._inline, *modifiers) if self._inline_is_new else modifiers
        self._inline_is_new = True
        if self._head is not None and self._tagged and not self._lines:
            self._head = replace(self._head, modifiers=(*self._head.modifiers, *modifiers))

    def _sing(self, words: str, marks: tuple[str, ...]) -> None:
        sung = _sung_line(_BRACKETS.sub(" ", words), (*self._inline, *marks))
        if sung is None:
            return
        if self._head is None:
            number = sum(section.kind is SectionKind.VERSE for section in self._sections) + 1
            self._head = LyricSection(SectionKind.VERSE, f"Verse {number}")
            self._tagged = False
        self._lines.append(sung)
        self._inline_is_new = False

    def _close(self) -> None:
        if self._head is not None:
            head = self._head
            self._sections.append(LyricSection(head.kind, head.title, head.modifiers, tuple(self._lines)))
        self._head, self._lines, self._tagged = None, [], False


def _read_tag(tag: str) -> tuple[str, tuple[str, ...]]:
    """The name in a tag and the modifiers behind it."""
    name, *rest = _MODIFIER_BREAK.split(" ".join(_BRACKETS.sub(" ", tag).split()), maxsplit=1)
    return name, tuple(part.strip().lower() for part in re.split(r"[,/]", " ".join(rest)) if part.strip())


def _unclosed_tag(line: str) -> re.Match[str] | None:
    """A tag alone on its line that lacks its closing bracket."""
    found = _UNCLOSED.fullmatch(line)
    return found if found and section_kind(_read_tag(found[1])[0]) is not None else None


def _title(name: str, kind: SectionKind) -> str:
    if name.strip().lower() == "inst":
        return "Instrumental"
    words = " ".join(name.split())
    if words.isupper() or words.islower():  # not str.title, which makes "Don'T"
        return re.sub(r"\w[\w'’]*", lambda word: word[0].capitalize(), words)
    return words


def _with_fade(name: str, modifiers: tuple[str, ...]) -> tuple[str, ...]:
    fades = re.fullmatch(r"fade ?out", name.strip().lower()) and "fade out" not in modifiers
    return (*modifiers, "fade out") if fades else modifiers


def _sung_line(line: str, modifiers: tuple[str, ...]) -> LyricLine | None:
    answers = (" ".join(_INNER_PARENTHESES.sub(" ", part).split()) for part in _PARENTHESES.findall(line))
    backing = " ".join(answer for answer in answers if answer)
    text = " ".join(_PARENTHESES.sub(" ", line).split())
    if not any(character.isalnum() for character in text):
        text = ""
    if not text and not backing:
        return None
    letters = [character for character in (text or backing) if character.isalpha()]
    loud = (
        len(letters) >= _LOUD_LETTERS
        and not any(letter.islower() for letter in letters)
        and any(letter.isupper() for letter in letters)
    )
    return LyricLine(text, backing, loud, modifiers)
