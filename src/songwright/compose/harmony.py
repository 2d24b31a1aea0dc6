"""Chords over all bars: roman numerals read in a key, one progression per kind of section, cadences.

It knows nothing of instruments and voicings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from songwright.compose.form import Passage
from songwright.compose.progressions import PROGRESSIONS
from songwright.compose.style import Progressions, Style
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.key import Key, Mode, usual_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan
from songwright.song.score import Chord

_NUMERAL = re.compile(
    r"(?P<shift>[b#]?)(?P<numeral>[IV]+|[iv]+)(?P<suffix>[^/]*)(?:/(?P<bass>[35]))?(?:/(?P<of>[b#]?[IViv]+))?"
)
_DEGREES = {"i": 0, "ii": 1, "iii": 2, "iv": 3, "v": 4, "vi": 5, "vii": 6}
_MAJOR_KINDS: dict[str, tuple[tuple[int, ...], str]] = {  # suffix: intervals, what the symbol says
    "": ((0, 4, 7), ""),
    "6": ((0, 4, 7, 9), "6"),
    "7": ((0, 4, 7, 10), "7"),
    "maj7": ((0, 4, 7, 11), "maj7"),
    "9": ((0, 4, 7, 10, 14), "9"),
    "maj9": ((0, 4, 7, 11, 14), "maj9"),
    "add9": ((0, 4, 7, 14), "add9"),
    "sus2": ((0, 2, 7), "sus2"),
    "sus4": ((0, 5, 7), "sus4"),
    "7sus4": ((0, 5, 7, 10), "7sus4"),
    "9sus4": ((0, 5, 7, 10, 14), "9sus4"),
    "69": ((0, 4, 7, 9, 14), "6/9"),
    "13": ((0, 4, 7, 10, 14, 21), "13"),
    "7b9": ((0, 4, 7, 10, 13), "7b9"),
    "7#9": ((0, 4, 7, 10, 15), "7#9"),
    "+": ((0, 4, 8), "aug"),
    "5": ((0, 7), "5"),
}
_MINOR_KINDS: dict[str, tuple[tuple[int, ...], str]] = {
    "": ((0, 3, 7), "m"),
    "6": ((0, 3, 7, 9), "m6"),
    "7": ((0, 3, 7, 10), "m7"),
    "9": ((0, 3, 7, 10, 14), "m9"),
    "add9": ((0, 3, 7, 14), "madd9"),
    "11": ((0, 3, 7, 10, 14, 17), "m11"),
    "maj7": ((0, 3, 7, 11), "m(maj7)"),
    "ø7": ((0, 3, 6, 10), "m7b5"),
    "°": ((0, 3, 6), "dim"),
    "°7": ((0, 3, 6, 9), "dim7"),
}
_LETTERS = "CDEFGAB"
_NATURALS = (0, 2, 4, 5, 7, 9, 11)
_GROUPS = {  # sections that share a progression
    SectionKind.INTRO: "verse",
    SectionKind.VERSE: "verse",
    SectionKind.PRE_CHORUS: "pre",
    SectionKind.BUILD: "pre",
    SectionKind.CHORUS: "chorus",
    SectionKind.POST_CHORUS: "chorus",
    SectionKind.DROP: "chorus",
    SectionKind.SOLO: "chorus",
    SectionKind.OUTRO: "chorus",
    SectionKind.BRIDGE: "bridge",
    SectionKind.BREAKDOWN: "bridge",
    SectionKind.INTERLUDE: "verse",
    SectionKind.INSTRUMENTAL: "verse",
    SectionKind.SILENCE: "verse",
}
_OPEN_ENDED = (SectionKind.PRE_CHORUS, SectionKind.BUILD, SectionKind.BRIDGE)
_TRITONE, _SIXTH = 6, 9
_LETTERS_ABOVE = (
    0,
    1,
    1,
    2,
    2,
    3,
    4,
    4,
    4,
    5,
    6,
    6,
)  # steps of the scale that an interval in semitones spans
_FORM_BARS = 8
_CLOSING_BARS = 8  # a chorus as long as this may close with a cadence
_LOOPING: dict[Genre, float] = {  # how often choruses close where the genre loves to go round; else always
    Genre.POP: 0.4,
    Genre.ROCK: 0.4,
    Genre.REGGAE: 0.4,
    Genre.LOFI: 0.4,
    Genre.CINEMATIC: 0.5,
}
_BLUES_WORDS = ("blues", "12-bar", "12 bar", "twelve-bar", "rock and roll", "rock 'n' roll", "rockabilly")
_PIVOT = "V7"  # leads into the key of a lifted section, in the last half bar before it
_SHORT_BAR_S, _LONG_BAR_S = 1.15, 5.5


@dataclass(frozen=True, slots=True)
class KeyChange:
    """From a beat on the music stands in a key."""

    start: float
    key: Key


@dataclass(frozen=True, slots=True)
class Harmony:
    """The chords of a song in order, without gaps, and the keys they live in.

    Attributes:
        key: the song's key.
        chords: over all bars.
        starts: where each chord starts, in beats.
        changes: where the key changes; empty for a song that stays in its key.
    """

    key: Key
    chords: tuple[Chord, ...]
    starts: tuple[float, ...]
    changes: tuple[KeyChange, ...] = ()

    def index_at(self, beat: float) -> int:
        """Index of the chord that sounds at a beat."""
        return max(0, bisect_right(self.starts, beat + 1e-6) - 1)

    def at(self, beat: float) -> Chord:
        """The chord that sounds at a beat; the last one after the end."""
        return self.chords[self.index_at(beat)]

    def key_at(self, beat: float) -> Key:
        """The key at a beat; the dominant that leads into a new key already belongs to it."""
        past = [change.key for change in self.changes if change.start <= beat + 1e-6]
        return past[-1] if past else self.key

    def scale_at(self, beat: float) -> tuple[int, ...]:
        """The pitch classes that a melody uses at a beat: the key's, bent where the chord bends them."""
        return singable_scale(self.key_at(beat), self.at(beat))


@lru_cache(maxsize=2048)
def singable_scale(key: Key, chord: Chord) -> tuple[int, ...]:
    """The key's seven degrees over a chord.

    A chord tone outside the key takes the place of the degree that it alters, read by letters: the third of
    E7 in C is a raised fifth degree, the root of Ab a lowered sixth. So the seventh rises over V in minor
    (the harmonic scale), the fourth over V of V; the sixth falls over a borrowed iv.
    """
    scale = list(key.scale)
    if chord.root in scale:
        degree = scale.index(chord.root)
    else:  # diminished chords stand on raised degrees, others on lowered ones
        degree = scale.index((chord.root + (-1 if _TRITONE in chord.intervals else 1)) % 12)
    for interval in chord.intervals[:4]:
        diminished = interval == _SIXTH and _TRITONE in chord.intervals
        place = (degree + (6 if diminished else _LETTERS_ABOVE[interval % 12])) % 7
        tone = (chord.root + interval) % 12
        if (tone - scale[place]) % 12 in (1, 11):
            scale[place] = tone
    return tuple(scale)


def read_numeral(text: str, key: Key) -> Chord:
    """A roman numeral as a chord of no length at beat 0.

    Args:
        text: "I", "bVII", "ii7", "V/3"; degrees are those of the key's mode. "V7/vi" is read in the key that
            the chord after the stroke would be the tonic of.
        key: the key to read it in.
    Raises:
        ValueError: the text is no numeral that the styles may use.
    """
    match = _NUMERAL.fullmatch(text)
    if match is None:
        raise ValueError(f"not a roman numeral: {text}")
    if match["of"]:
        goal = read_numeral(match["of"], key)
        key, text = _key_of(goal, key), text.removesuffix("/" + match["of"])
        return read_numeral(text, key)
    minor = match["numeral"].islower()
    degree = _DEGREES[match["numeral"].lower()]
    intervals, label = (_MINOR_KINDS if minor else _MAJOR_KINDS)[match["suffix"]]
    root = (key.scale[degree] + {"": 0, "b": -1, "#": 1}[match["shift"]]) % 12
    bass_place = {None: 0, "3": 1, "5": 2}[match["bass"]]
    bass = (root + intervals[bass_place]) % 12
    symbol = _spelled(root, degree, key) + label
    if bass != root:
        symbol += "/" + _spelled(bass, degree + 2 * bass_place, key)
    return Chord(0.0, 0.0, root, intervals, bass, symbol)


def harmonise(plan: SongPlan, style: Style, passages: Sequence[Passage]) -> Harmony:
    """Chords for the whole song; the last bar is the tonic chord, or leads back where the song is a loop."""
    written = PROGRESSIONS[plan.genre][plan.key.mode]
    chosen = _chosen(plan, written)
    cadence = _cadence(plan, written)
    bars: list[str] = []
    keys: list[Key] = []
    for passage in passages:
        options = chosen[_GROUPS[passage.kind]]
        if _is_blues(plan):
            options = tuple(sorted(options, key=lambda option: -len(option.split())))
        wanted = _fitting(options, passage, _bars_per_chord(plan, style))
        bars.extend(_cadenced(wanted, passage, written, cadence))
        keys.extend([_section_key(plan, passage)] * passage.section.bars)
    if plan.loop:
        _lead_back(bars, plan, written)
    else:
        _arrive(bars, _home_bars(passages), plan.key, written)
    chords: list[Chord] = []
    changes: list[KeyChange] = []
    for bar, (cell, key) in enumerate(zip(bars, keys, strict=True)):
        following = keys[bar + 1] if bar + 1 < len(keys) else key
        read = [(name, key) for name in cell.split(",")]
        if following != key:
            kept = len(read) // 2 or int(plan.meter in (Meter.FOUR, Meter.SIX))
            read = [*read[:kept], (_PIVOT, following)]
        length = plan.meter.bar_beats / len(read)
        for part, (name, home) in enumerate(read):
            start = bar * plan.meter.bar_beats + part * length
            chords.append(replace(read_numeral(name, home), start=start, duration=length))
            if home != (changes[-1].key if changes else plan.key):
                changes.append(KeyChange(start, home))
    merged = _merged(chords)
    return Harmony(plan.key, merged, tuple(chord.start for chord in merged), tuple(changes))


def _section_key(plan: SongPlan, passage: Passage) -> Key:
    """The key of a section: the song's, or the one that lies as many semitones above as planned."""
    shift = passage.section.transpose
    return usual_key(plan.key.tonic + shift, plan.key.mode) if shift else plan.key


def _key_of(goal: Chord, key: Key) -> Key:
    """The key whose tonic chord a chord of another key is."""
    minor = 3 in goal.intervals
    own = usual_key(goal.root, Mode.MINOR if minor else Mode.MAJOR)
    return Key(key.spell(goal.root), own.mode)


def _lead_back(cells: list[str], plan: SongPlan, progressions: Progressions) -> None:
    """The last bar of a loop asks for its first; a loop of one bar only repeats."""
    cells[0] = progressions.tonic if len(cells) == 1 else cells[0]
    if len(cells) > 1:
        cells[-1] = progressions.dominant


def _chosen(plan: SongPlan, progressions: Progressions) -> dict[str, tuple[str, ...]]:
    """The alternatives of each group in the order of the song's liking; chorus and verse differ."""
    chosen: dict[str, tuple[str, ...]] = {}
    for group in ("verse", "pre", "chorus", "bridge"):
        options = list(getattr(progressions, group))
        chance = Chance(plan.seed, "compose", "harmony", group)
        order = []
        while options:
            order.append(options.pop(chance.integer(0, len(options) - 1)))
        if group == "chorus" and len(order) > 1 and order[0] == chosen["verse"][0]:
            order = [*order[1:], order[0]]
        chosen[group] = tuple(order)
    return chosen


def _bars_per_chord(plan: SongPlan, style: Style) -> float:
    """How long a chord of a progression lasts, so that it changes neither hectically nor hardly ever."""
    bars = style.bars_per_chord
    if plan.bar_s < _SHORT_BAR_S:
        return bars * 2
    divisible = plan.meter is not Meter.THREE
    return bars / 2 if plan.bar_s / bars > _LONG_BAR_S and divisible and bars <= 1 else bars


def _fitting(options: tuple[str, ...], passage: Passage, bars_per_chord: float) -> list[str]:
    """One cell of numerals per bar, of the first progression whose length divides the section.

    Whole forms (eight bars or more) change their chords bar by bar at every tempo where they fit that way.
    """
    bars = passage.section.bars
    choices = [(option, bars_per_chord) for option in options]
    choices += [(option, 1.0) for option in options if len(option.split()) >= _FORM_BARS]
    fits = (choice for choice in choices if bars % _bars_of(*choice) == 0)
    option, length = next(fits, choices[0])
    cells = option.split()
    if length < 1:
        pairs = [cells[i : i + 2] for i in range(0, len(cells), 2)]
        joined = [",".join(pair) if _is_plain_pair(pair) else pair[0] for pair in pairs]
        return [joined[bar % len(joined)] for bar in range(bars)]
    each = round(length)
    return [cells[bar // each % len(cells)] for bar in range(bars)]


def _is_plain_pair(pair: Sequence[str]) -> bool:
    """Whether two cells fit into one bar: each has one chord."""
    return len(pair) == 2 and not any("," in cell for cell in pair)


def _is_blues(plan: SongPlan) -> bool:
    """Whether sections keep to the longest form that fits them, twelve bars above all."""
    caption = plan.caption.lower()
    return plan.genre is Genre.BLUES or any(word in caption for word in _BLUES_WORDS)


def _bars_of(option: str, bars_per_chord: float) -> int:
    return max(1, round(len(option.split()) * bars_per_chord))


def _cadence(plan: SongPlan, progressions: Progressions) -> tuple[str, ...]:
    """The two bars that close a chorus, or nothing where the song's choruses go round."""
    chance = Chance(plan.seed, "compose", "harmony", "cadence")
    closes = chance.chance(_LOOPING.get(plan.genre, 1.0))
    return tuple(chance.choice(progressions.cadences).split()) if progressions.cadences and closes else ()


def _cadenced(
    cells: list[str], passage: Passage, progressions: Progressions, cadence: Sequence[str]
) -> list[str]:
    """The cells with the section's ending: open before a chorus, closed at the end of a long one."""
    if passage.kind in _OPEN_ENDED and len(cells) > 2 and not passage.is_last:
        return [*cells[:-1], progressions.dominant]
    if passage.kind is SectionKind.CHORUS and len(cells) >= _CLOSING_BARS and cadence:
        return [*cells[: -len(cadence)], *cadence]
    return list(cells)


def _arrive(cells: list[str], home: Sequence[int], key: Key, progressions: Progressions) -> None:
    """Put the tonic into some bars; another chord leads there, or it would be no arrival."""
    for bar in home:
        cells[bar] = progressions.tonic
        before = bar - 1
        leads = before > 0 and before not in home  # the first bar of the song states the key
        if leads and read_numeral(cells[before].split(",")[-1], key).root == key.tonic:
            cells[before] = progressions.dominant


def _home_bars(passages: Sequence[Passage]) -> list[int]:
    """The last bar, and the one where the last sung line ends: the voice comes home there."""
    last = passages[-1].start_bar + passages[-1].section.bars - 1
    sung = [passage for passage in passages if passage.section.lines]
    if not sung:
        return [last]
    line = sung[-1].section.lines[-1]
    return sorted({sung[-1].start_bar + line.start_bar + line.bars - 1, last})


def _merged(chords: Sequence[Chord]) -> tuple[Chord, ...]:
    """Neighbours that are the same chord become one, however long."""
    merged: list[Chord] = []
    for chord in chords:
        before = merged[-1] if merged else None
        if before is not None and before.symbol == chord.symbol:
            merged[-1] = replace(before, duration=before.duration + chord.duration)
        else:
            merged.append(chord)
    return tuple(merged)


def _spelled(pitch_class: int, degree: int, key: Key) -> str:
    """The note name whose letter belongs to the degree; the key's usual name where that would be unusual."""
    letter = _LETTERS[(_LETTERS.index(key.tonic_name[0]) + degree) % 7]
    shift = (pitch_class - _NATURALS[_LETTERS.index(letter)] + 6) % 12 - 6
    usual = key.spell(pitch_class)
    if shift == 0:
        return letter
    name = letter + ("#" if shift > 0 else "b")
    return name if abs(shift) == 1 and name not in ("E#", "B#", "Cb", "Fb") else usual
