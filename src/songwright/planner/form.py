"""The form of the song: sections in order, as short as asked or grown with solos, interludes and repeats.

It knows nothing of bars or seconds; `fitting` chooses the lengths.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from songwright.planner.drafts import Draft, DraftLine, ending, free_title, wordless
from songwright.planner.genres import Shape
from songwright.song.instruments import INSTRUMENTS, Family
from songwright.song.lyrics import LyricLine, LyricSection, SectionKind

Form = tuple[Draft, ...]

_INTRO_DROP_COST = 0.7
_SOLO_DROP_COST = 1.5
_REFRAINS = (SectionKind.PRE_CHORUS, SectionKind.CHORUS, SectionKind.POST_CHORUS)
LED = (SectionKind.SOLO, SectionKind.INSTRUMENTAL, SectionKind.VERSE, SectionKind.CHORUS, SectionKind.BRIDGE)
_MOST_SECTIONS = 90
_MOST_LINES, _LINES_PER_PART = 16, 8


def sung_form(
    sections: tuple[LyricSection, ...],
    syllables: Callable[[LyricLine], int],
    lead_of: Callable[[LyricSection], str | None],
    solo: str | None,
) -> Form:
    """The form of a song with words: the sections as written, with an introduction and an ending.

    Args:
        sections: the lyrics; at least one line.
        syllables: counts what is sung in a line.
        lead_of: the instrument that a section without words asks for.
        solo: the instrument of a solo that the caption asks for, if the lyrics have none.
    """
    form: Form = ()
    for section in sections:
        words = section.lines or _repeated_words(section, sections)
        lines = tuple(DraftLine(line, max(syllables(line), 1)) for line in words)
        lead = None if lines else lead_of(section)
        plain = wordless(section.kind, _numbered(section, sections, form), section.modifiers, lead)
        form = (*form, *_in_parts(dataclasses.replace(plain, lines=lines)))
    form = _with_ending(form)
    if form[0].kind is not SectionKind.INTRO:
        form = (wordless(SectionKind.INTRO, "Intro", drop_cost=_INTRO_DROP_COST), *form)
    if solo and not any(draft.kind is SectionKind.SOLO for draft in form):
        asked = wordless(SectionKind.SOLO, solo_title(solo), lead=solo, drop_cost=_SOLO_DROP_COST)
        at = _growing_point(form)
        form = (*form[:at], asked, *form[at:])
    return form


def instrumental_form(
    sections: tuple[LyricSection, ...],
    shape: Shape,
    leads: tuple[str, ...],
    lead_of: Callable[[LyricSection], str | None],
) -> Form:
    """The form of an instrumental: the sections that the user wrote, else one usual in the genre.

    Args:
        sections: the lyrics; their words are not used.
        shape: the genre's way to build an instrumental.
        leads: instruments that can carry the melody, the best first; at least one.
        lead_of: the instrument that leads in a section.
    """
    written = [section for section in sections if section.kind is not SectionKind.INSTRUMENTAL]
    if not written:
        return _shaped(shape, leads)
    form: Form = ()
    for section in sections:
        lead = lead_of(section)
        title = _numbered(section, sections, form)
        form = (*form, wordless(section.kind, title, section.modifiers, lead))
    form = _with_ending(form)
    if form[0].kind is not SectionKind.INTRO:
        form = (wordless(SectionKind.INTRO, "Intro", drop_cost=_INTRO_DROP_COST), *form)
    return form


def growing_sung(form: Form, leads: tuple[str, ...]) -> Iterator[Form]:
    """Ever longer versions of a song with words, the first as it is; the final chorus stays the last."""
    yield form
    worded = [draft for draft in form if draft.lines]
    sung = [draft for draft in worded if not draft.ending] or worded
    for step in (_with_interlude, _with_solo, _with_repeated_chorus):
        longer = step(form, leads)
        if longer is not None:
            form = longer
            yield form
    for rounds in range(_MOST_SECTIONS):
        cycles = _cycles(sung)
        if form[_growing_point(form) - 1].lines:  # no two instrumental sections in a row
            form = _insert(form, _interval(form, leads, rounds))
        for draft in cycles[rounds % len(cycles)]:
            form = _insert(form, _repeat(draft))
        yield form


def numbered_repeats(titles: Iterable[str]) -> tuple[str, ...]:
    """The titles of a form with repeats numbered in order: "Chorus (repeat)", "Chorus (repeat 2)"."""
    seen: dict[str, int] = {}
    numbered = []
    for title in titles:
        seen[title] = seen.get(title, 0) + 1
        again = title.endswith("(repeat)") and seen[title] > 1
        numbered.append(f"{title[:-1]} {seen[title]})" if again else title)
    return tuple(numbered)


def growing_instrumental(form: Form, shape: Shape, leads: tuple[str, ...]) -> Iterator[Form]:
    """Ever longer versions of an instrumental, the first as it is."""
    yield form
    rounds = 0
    while len(form) < _MOST_SECTIONS:
        kind, title = _GROWTH[shape][rounds % len(_GROWTH[shape])]
        lead = leads[(rounds + 1) % len(leads)]
        name = solo_title(lead) if kind is SectionKind.SOLO else title
        at = len(form) - 1 if shape in _OPEN_SHAPES else max(len(form) - 2, 1)
        form = (*form[:at], _section(kind, free_title(name, form), lead, shape), *form[at:])
        rounds += 1
        yield form


def solo_title(lead: str) -> str:
    """What a solo of an instrument is called: "Guitar Solo"."""
    row = INSTRUMENTS[lead]
    if row.name.endswith("guitar"):
        return "Guitar Solo"
    if row.family is Family.SYNTH:
        return "Synth Solo"
    label = row.label.split()[-1] if row.family is Family.ORGAN else row.label  # "Hammond organ"
    return f"{label.title()} Solo"


def looped(form: Form) -> Form:
    """The form as a loop: without the introduction and the ending that were added to the written sections."""
    edges = (SectionKind.INTRO, SectionKind.OUTRO)
    kept = [draft for draft in form if draft.kind not in edges or draft.drop_cost is None]
    return tuple(dataclasses.replace(draft, ending=False) for draft in kept) or form


def with_rests(form: Form, count: int) -> Form:
    """The form with so many interludes, spread evenly behind its sections."""
    places = [index for index, draft in enumerate(form) if not draft.ending]
    rests: dict[int, int] = {}
    for number in range(count):
        at = places[(2 * number + 1) * len(places) // (2 * count)]
        rests[at] = rests.get(at, 0) + 1
    grown: Form = ()
    for index, draft in enumerate(form):
        grown = (*grown, draft)
        for _ in range(rests.get(index, 0)):
            grown = (*grown, wordless(SectionKind.INTERLUDE, free_title("Interlude", (*form, *grown))))
    return grown


def _in_parts(draft: Draft) -> Form:
    """A section of very many lines as parts of eight lines, between which the song can breathe."""
    if len(draft.lines) <= _MOST_LINES:
        return (draft,)
    starts = range(0, len(draft.lines) - _LINES_PER_PART // 2, _LINES_PER_PART)
    parts = [draft.lines[start : start + _LINES_PER_PART] for start in starts[:-1]]
    parts.append(draft.lines[starts[-1] :])
    titles = (draft.title, *(f"{draft.title} (part {number})" for number in range(2, len(parts) + 1)))
    return tuple(
        dataclasses.replace(draft, title=title, lines=lines)
        for title, lines in zip(titles, parts, strict=True)
    )


def _repeated_words(section: LyricSection, sections: tuple[LyricSection, ...]) -> tuple[LyricLine, ...]:
    """An empty [Chorus] after a written one means the same words again."""
    if section.kind not in _REFRAINS:
        return ()
    before = sections[: next(index for index, other in enumerate(sections) if other is section)]
    same = (other.lines for other in before if other.kind is section.kind and other.lines)
    return next(same, ())


def _numbered(section: LyricSection, sections: tuple[LyricSection, ...], form: Form) -> str:
    alike = sum(other.title == section.title for other in sections)
    if alike < 2 or section.kind in _REFRAINS:
        return section.title
    return f"{section.title} {1 + sum(draft.title.startswith(section.title) for draft in form)}"


def _with_ending(form: Form) -> Form:
    last = form[-1]
    if last.kind is not SectionKind.OUTRO:
        taken = any(draft.title == "Outro" for draft in form)
        return (*form, ending("Ending" if taken else "Outro"))
    made = ending(last.title, last.modifiers, last.lines)
    return (*form[:-1], dataclasses.replace(made, drop_cost=None))


def _growing_point(form: Form) -> int:
    """Where a song grows: before its final chorus, or after it where that chorus answers a verse."""
    choruses = [i for i, draft in enumerate(form) if draft.kind is SectionKind.CHORUS]
    if not choruses:
        return len(form) - 1
    at = choruses[-1]
    start = at - 1 if form[at - 1].kind is SectionKind.PRE_CHORUS else at
    if len(choruses) > 1 and (
        form[start - 1].kind is not SectionKind.VERSE or "final" in form[at].title.lower()
    ):
        return start
    return at + 2 if form[at + 1].kind is SectionKind.POST_CHORUS else at + 1


def _insert(form: Form, draft: Draft) -> Form:
    at = _growing_point(form)
    return (*form[:at], draft, *form[at:])


def _with_interlude(form: Form, leads: tuple[str, ...]) -> Form | None:
    choruses = [i for i, draft in enumerate(form) if draft.kind is SectionKind.CHORUS]
    if len(choruses) < 2 or not form[choruses[0] + 1].lines:
        return None
    at = choruses[0] + 1
    return (*form[:at], wordless(SectionKind.INTERLUDE, free_title("Interlude", form)), *form[at:])


def _with_solo(form: Form, leads: tuple[str, ...]) -> Form | None:
    """A solo before the final chorus; where there is nothing after it, the chorus comes once more."""
    if any(draft.kind in (SectionKind.SOLO, SectionKind.INSTRUMENTAL) for draft in form):
        return None
    at = _growing_point(form)
    solo = wordless(SectionKind.SOLO, solo_title(leads[0]), lead=leads[0])
    longer = (*form[:at], solo, *form[at:])
    again = [draft for draft in form if draft.kind is SectionKind.CHORUS and draft.lines][-1:]
    if form[at].ending and again:
        longer = (*longer[: at + 1], _repeat(again[0]), *longer[at + 1 :])
    return longer


def _with_repeated_chorus(form: Form, leads: tuple[str, ...]) -> Form | None:
    choruses = [draft for draft in form if draft.kind is SectionKind.CHORUS and draft.lines]
    return _insert(form, _repeat(choruses[0])) if choruses else None


def _repeat(draft: Draft) -> Draft:
    title = draft.title.removesuffix(" (repeat)")
    return dataclasses.replace(draft, title=f"{title} (repeat)", ending=False)


def _interval(form: Form, leads: tuple[str, ...], rounds: int) -> Draft:
    lead = leads[rounds % len(leads)]
    kind = (SectionKind.INTERLUDE, SectionKind.SOLO, SectionKind.INSTRUMENTAL)[rounds % 3]
    title = solo_title(lead) if kind is SectionKind.SOLO else kind.value.title()
    return wordless(kind, free_title(title, form), lead=lead if kind in LED else None)


def _cycles(sung: list[Draft]) -> list[list[Draft]]:
    """Verses with the refrain that follows them, as groups that can be repeated."""
    cycles: list[list[Draft]] = []
    for draft in sung:
        if draft.kind in _REFRAINS and cycles:
            cycles[-1].append(draft)
        else:
            cycles.append([draft])
    return cycles


_V, _C, _B = SectionKind.VERSE, SectionKind.CHORUS, SectionKind.BRIDGE
_SOLO, _REST = SectionKind.SOLO, SectionKind.INTERLUDE

# Sections in order with the cost of leaving each out: the least important go first in a short piece.
_SHAPES: dict[Shape, tuple[tuple[SectionKind, str, float], ...]] = {
    Shape.SONG: (
        (SectionKind.INTRO, "Intro", 0.8),
        (_V, "Verse 1", 9.0),
        (_C, "Chorus", 4.0),
        (_V, "Verse 2", 2.0),
        (_C, "Chorus (repeat)", 1.8),
        (_B, "Bridge", 1.2),
        (_C, "Final Chorus", 2.4),
    ),
    Shape.THEME: (
        (SectionKind.INTRO, "Intro", 0.8),
        (_V, "Theme A", 9.0),
        (_V, "Theme A (repeat)", 3.0),
        (_C, "Theme B", 4.0),
        (_V, "Theme A (return)", 2.4),
        (_SOLO, "Solo", 1.4),
        (_C, "Theme B (return)", 1.6),
    ),
    Shape.CHORUSES: (
        (SectionKind.INTRO, "Intro", 0.8),
        (_V, "Theme", 9.0),
        (_V, "Theme (repeat)", 2.0),
        (_SOLO, "Solo", 3.0),
        (_V, "Theme (return)", 2.4),
    ),
    Shape.HEAD: (
        (SectionKind.INTRO, "Intro", 0.8),
        (_V, "Head", 9.0),
        (_C, "Head (bridge)", 2.5),
        (_SOLO, "Solo", 3.0),
        (_V, "Head (return)", 2.6),
    ),
    Shape.DANCE: (
        (SectionKind.INTRO, "Intro", 1.0),
        (SectionKind.BUILD, "Build", 4.0),
        (SectionKind.DROP, "Drop", 9.0),
        (SectionKind.BREAKDOWN, "Breakdown", 2.4),
        (SectionKind.BUILD, "Build 2", 2.0),
        (SectionKind.DROP, "Drop 2", 2.8),
    ),
    Shape.LOOP: (
        (SectionKind.INTRO, "Intro", 0.8),
        (_V, "Verse 1", 9.0),
        (_C, "Hook", 4.0),
        (_V, "Verse 2", 2.2),
        (_C, "Hook (repeat)", 2.0),
        (_REST, "Interlude", 1.0),
    ),
    Shape.EVOLVING: (
        (SectionKind.INTRO, "Intro", 1.4),
        (_V, "Part 1", 9.0),
        (_B, "Part 2", 4.0),
        (_C, "Part 3", 3.0),
    ),
    Shape.SCORE: (
        (SectionKind.INTRO, "Intro", 1.0),
        (_V, "Theme", 9.0),
        (SectionKind.BUILD, "Build", 2.4),
        (_C, "Climax", 4.0),
        (SectionKind.BREAKDOWN, "Quiet Theme", 1.6),
        (_C, "Final Climax", 2.8),
    ),
}
_GROWTH: dict[Shape, tuple[tuple[SectionKind, str], ...]] = {
    Shape.SONG: ((_SOLO, ""), (_V, "Verse 3"), (_REST, "Interlude"), (_C, "Chorus (again)")),
    Shape.THEME: ((_V, "Theme A (again)"), (_B, "Theme C"), (_SOLO, ""), (_C, "Theme B (again)")),
    Shape.CHORUSES: ((_SOLO, ""), (_SOLO, ""), (_V, "Theme (again)")),
    Shape.HEAD: ((_SOLO, ""), (_SOLO, ""), (_V, "Head (again)")),
    Shape.DANCE: (
        (SectionKind.BREAKDOWN, "Breakdown 2"),
        (SectionKind.BUILD, "Build 3"),
        (SectionKind.DROP, "Drop 3"),
        (_REST, "Interlude"),
    ),
    Shape.LOOP: ((_SOLO, ""), (_V, "Verse 3"), (_C, "Hook (again)"), (_REST, "Break")),
    Shape.EVOLVING: ((_REST, "Stillness"), (_V, "Part 4"), (_B, "Part 5"), (_C, "Part 6")),
    Shape.SCORE: (
        (_B, "Second Theme"),
        (SectionKind.BUILD, "Build 2"),
        (_C, "Climax 2"),
        (_V, "Theme (again)"),
    ),
}
_SHAPE_S: dict[Shape, float] = {  # ideal seconds of the main sections
    Shape.SONG: 15.0,
    Shape.THEME: 15.0,
    Shape.CHORUSES: 26.0,
    Shape.HEAD: 20.0,
    Shape.DANCE: 17.0,
    Shape.LOOP: 18.0,
    Shape.EVOLVING: 28.0,
    Shape.SCORE: 17.0,
}
_OPEN_SHAPES = (Shape.DANCE, Shape.LOOP, Shape.EVOLVING)  # the others come back to what they began with
_TWELVE_BARS = 12
_NO_MELODY = (SectionKind.INTRO, SectionKind.INTERLUDE, SectionKind.BUILD)


def _shaped(shape: Shape, leads: tuple[str, ...]) -> Form:
    form: Form = ()
    for kind, title, drop_cost in _SHAPES[shape]:
        lead = leads[1 % len(leads)] if kind in (SectionKind.SOLO, SectionKind.BRIDGE) else leads[0]
        name = solo_title(lead) if kind is SectionKind.SOLO else title
        section = _section(kind, name, lead, shape)
        form = (*form, dataclasses.replace(section, drop_cost=drop_cost))
    return (*form, ending())


def _section(kind: SectionKind, title: str, lead: str, shape: Shape) -> Draft:
    plain = wordless(kind, title, lead=None if kind in _NO_MELODY else lead)
    if kind in _NO_MELODY:
        return plain
    ideal_s = _SHAPE_S[shape]
    phrase = _TWELVE_BARS if shape is Shape.CHORUSES else 0
    return dataclasses.replace(plain, ideal_s=ideal_s, longest_s=max(2.2 * ideal_s, 33.0), phrase=phrase)
