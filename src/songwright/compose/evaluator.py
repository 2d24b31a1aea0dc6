"""How good the melody of a finished score is: named terms from 0 to 1 and their weighted mean.

It reads nothing but the score, so it can judge any score, and a breakdown can be printed for a person. Each
term is explained in docs/melody.md. It knows nothing of how the score was made.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from songwright.compose.consonance import STRONG, is_held, rubs
from songwright.compose.harmony import singable_scale
from songwright.compose.phrases import Phrase, interval_class, measured, weighted
from songwright.compose.recall import alike, find_hook
from songwright.compose.rhythm import metric_weight
from songwright.song.instruments import Role
from songwright.song.key import Mode, usual_key
from songwright.song.lyrics import SectionKind
from songwright.song.plan import VocalStyle
from songwright.song.score import Chord, Note, Score, SungLine, VocalPart

MIX_BOUNDS = ((0.20, 0.30), (0.40, 0.50), (0.15, 0.25), (0.05, 0.10))  # repeats, steps, thirds, larger
_GRID = 24  # parts of a beat that are told apart; human unevenness is finer
_REST = 0.75  # beats of silence that part two instrumental phrases
_LIFT = (2.0, 7.0)  # semitones that a chorus lies above the verse
_CHORUSES = (SectionKind.CHORUS, SectionKind.DROP)


@dataclass(frozen=True, slots=True)
class HeardLine:
    """A phrase of the melody and where it stands.

    Attributes:
        phrase: its notes.
        section: index of its section.
        text: its words; empty for an instrument.
        chord_end: whether its last note belongs to its chord.
        strangers: how many notes lie outside the scale of their section's key as its chords bend it.
    """

    phrase: Phrase
    section: int
    text: str
    chord_end: bool
    strangers: int


@dataclass(frozen=True, slots=True)
class LineEvaluation:
    """One line's terms."""

    section: str
    text: str
    terms: dict[str, float]
    total: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the evaluator says of a song.

    Attributes:
        terms: song terms by name, 0 to 1; a term that does not apply is absent.
        total: their weighted mean, 0 to 1; 0 for a score without melody.
        lines: the same for each line in order, by the terms of `phrases.py`.
    """

    terms: dict[str, float]
    total: float
    lines: tuple[LineEvaluation, ...]

    def breakdown(self) -> str:
        """A table that a person can read: the song's terms, then every line with its weakest term."""
        rows = [f"{'melody':<22}{self.total:5.2f}"]
        rows += [f"  {name:<20}{value:5.2f}" for name, value in self.terms.items()]
        for line in self.lines:
            worst = min(line.terms, key=lambda name: line.terms[name])
            what = f"{line.section}: {line.text}"[:48]
            rows.append(f"{what:<50}{line.total:5.2f}  {worst} {line.terms[worst]:.2f}")
        return "\n".join(rows)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A score as its melody's listener hears it."""

    score: Score
    lines: tuple[HeardLine, ...]
    title: str

    def of_kind(self, *kinds: SectionKind) -> list[list[HeardLine]]:
        """The lines of each section of some kinds that has any."""
        sections = self.score.sections
        found = [
            [line for line in self.lines if line.section == index]
            for index, section in enumerate(sections)
            if section.kind in kinds
        ]
        return [lines for lines in found if lines]


@dataclass(frozen=True, slots=True)
class SongTerm:
    """One thing that a good song's melody does; `measure` gives None where it does not apply."""

    name: str
    weight: float
    source: str
    measure: Callable[[_Heard], float | None]


def evaluate(score: Score, title: str = "") -> Evaluation:
    """Judge the melody of a score: the sung lead, or the lead instruments where nobody sings.

    Args:
        score: any score.
        title: the song's title, so that a hook on its words can be valued.
    """
    heard = _Heard(score, tuple(_heard_lines(score)), title)
    if not heard.lines:
        return Evaluation({}, 0.0, ())
    lines = tuple(_line_evaluation(score, line) for line in heard.lines)
    found = {"phrases": sum(line.total for line in lines) / len(lines)}
    for term in SONG_TERMS:
        value = term.measure(heard)
        if value is not None:
            found[term.name] = value
    weights = {"phrases": PHRASES_WEIGHT} | {term.name: term.weight for term in SONG_TERMS}
    total = sum(weights[name] * value for name, value in found.items()) / sum(weights[n] for n in found)
    return Evaluation(found, total, lines)


def _line_evaluation(score: Score, line: HeardLine) -> LineEvaluation:
    terms = measured(line.phrase)
    return LineEvaluation(score.sections[line.section].title, line.text, terms, weighted(terms))


def _heard_lines(score: Score) -> list[HeardLine]:
    chords = _Chords(score)
    sung = [
        line for line in score.lines if line.part is VocalPart.LEAD and line.style is not VocalStyle.SPOKEN
    ]
    if sung:
        return [_sung(score, chords, line) for line in sung]
    notes = sorted(
        (note for track in score.tracks if track.role is Role.LEAD for note in track.notes),
        key=lambda note: note.start,
    )
    return [_played(score, chords, phrase) for phrase in _split(score, notes)]


class _Chords:
    """Chords by time, found fast."""

    def __init__(self, score: Score) -> None:
        self._chords = score.chords
        self._starts = [chord.start for chord in score.chords]

    def at(self, beat: float) -> Chord:
        return self._chords[max(0, bisect_right(self._starts, beat + 1e-6) - 1)]


def _sung(score: Score, chords: _Chords, line: SungLine) -> HeardLine:
    """A line by the notes that its syllables come to rest on."""
    notes = [
        Note(syllable.notes[0].start, syllable.notes[-1].end - syllable.notes[0].start, last.pitch, 64)
        for syllable in line.syllables
        for last in syllable.notes[-1:]
    ]
    stresses = tuple(syllable.syllable.stress for syllable in line.syllables)
    return _line(score, chords, notes, (line.section, line.text), stresses)


def _played(score: Score, chords: _Chords, notes: Sequence[Note]) -> HeardLine:
    bar = notes[0].start / score.meter.bar_beats + 1e-3
    starts = [section.start_bar for section in score.sections]
    return _line(score, chords, notes, (max(0, bisect_right(starts, bar) - 1), ""), ())


def _line(
    score: Score,
    chords: _Chords,
    notes: Sequence[Note],
    place: tuple[int, str],
    stresses: tuple[int, ...],
) -> HeardLine:
    onsets = [round(note.start * _GRID) / _GRID for note in notes]
    strengths = [metric_weight(onset, score.meter) for onset in onsets]
    clashes = [
        (strength >= STRONG or is_held(note.duration, score.bpm, score.meter))
        and rubs(note.pitch % 12, chords.at(onset))
        for onset, strength, note in zip(onsets, strengths, notes, strict=True)
    ]
    pitches = [note.pitch for note in notes]
    durations = [note.duration for note in notes]
    phrase = Phrase(onsets, durations, pitches, stresses, strengths, clashes)
    section, text = place
    key = usual_key(score.key.tonic + score.sections[section].transpose, score.key.mode)
    strangers = sum(
        pitch % 12 not in {*key.scale, *singable_scale(key, chords.at(onset))}
        for onset, pitch in zip(onsets, pitches, strict=True)
    )
    chord_end = pitches[-1] % 12 in chords.at(onsets[-1]).pitch_classes
    return HeardLine(phrase, section, text, chord_end, strangers)


def _split(score: Score, notes: Sequence[Note]) -> list[list[Note]]:
    """Notes in phrases: a rest or a new section begins one; notes struck together count once, the highest."""
    borders = {round(section.start_bar * score.meter.bar_beats, 3) for section in score.sections}
    phrases: list[list[Note]] = []
    for note in notes:
        before = phrases[-1][-1] if phrases else None
        if before is not None and note.start - before.start < 1 / _GRID:
            if note.pitch > before.pitch:
                phrases[-1][-1] = note
            continue
        opens = before is None or note.start - before.end > _REST
        opens = opens or any(before is not None and before.start < b - 0.1 <= note.start for b in borders)
        if opens:
            phrases.append([])
        phrases[-1].append(note)
    return phrases


def interval_mix(heard: _Heard) -> float | None:
    """The shares of repeats, steps, thirds and larger moves lie within the bounds of sung pop."""
    moves = [move for line in heard.lines for move in line.phrase.moves]
    if len(moves) < 12:
        return None
    shares = [sum(interval_class(move) == place for move in moves) / len(moves) for place in range(4)]
    outside = sum(
        max(low - share, share - high, 0.0) for share, (low, high) in zip(shares, MIX_BOUNDS, strict=True)
    )
    return max(0.0, 1.0 - 2.5 * outside)


def in_key(heard: _Heard) -> float:
    """Share of the notes in the scale of their section's key, as the chord under them bends it.

    A tenth of strangers costs all, for blue notes are few.
    """
    total = sum(len(line.phrase.pitches) for line in heard.lines)
    return max(0.0, 1.0 - 10 * sum(line.strangers for line in heard.lines) / total)


def consonance(heard: _Heard) -> float:
    """Loses a tenth for each percent of the notes on beats, or held, that lie a semitone from their chord."""
    clashes = [clash for line in heard.lines for clash in line.phrase.clashes]
    return max(0.0, 1.0 - 10 * sum(clashes) / len(clashes))


def line_endings(heard: _Heard) -> float:
    """Share of the lines that end on a tone of their chord; six of seven are enough."""
    return min(1.0, sum(line.chord_end for line in heard.lines) / len(heard.lines) * 7 / 6)


def cadence(heard: _Heard) -> float:
    """The last note is the tonic: 1; another tone of the tonic chord: 0.5."""
    last = heard.lines[-1]
    key = heard.score.key
    degree = (last.phrase.pitches[-1] - key.tonic - heard.score.sections[last.section].transpose) % 12
    third = 3 if key.mode is Mode.MINOR else 4
    return 1.0 if degree == 0 else 0.5 if degree in (third, 7) else 0.0


def same_words_same_tune(heard: _Heard) -> float | None:
    """How alike the lines are that have the same words."""
    first: dict[str, Phrase] = {}
    likeness = []
    for line in heard.lines:
        words = line.text.casefold()
        if words and words in first:
            likeness.append(alike(first[words], line.phrase))
        first.setdefault(words, line.phrase)
    return sum(likeness) / len(likeness) if likeness else None


def verses_alike(heard: _Heard) -> float | None:
    """How alike the first verse and the later ones are, line by line; 0.7 is enough, for words differ."""
    verses = heard.of_kind(SectionKind.VERSE)
    pairs = [pair for later in verses[1:] for pair in zip(verses[0], later, strict=False)]
    if not pairs:
        return None
    return min(1.0, sum(alike(a.phrase, b.phrase) for a, b in pairs) / len(pairs) / 0.7)


def hook(heard: _Heard) -> float | None:
    """How well the choruses' best cell sticks; see `recall.Hook`."""
    choruses = [(line.phrase, line.text) for lines in heard.of_kind(*_CHORUSES) for line in lines]
    found = find_hook(choruses, heard.title) if choruses else None
    return None if found is None else found.strength


def register_lift(heard: _Heard) -> float | None:
    """Choruses lie two to seven semitones above the verses."""
    verses, choruses = heard.of_kind(SectionKind.VERSE), heard.of_kind(*_CHORUSES)
    if not verses or not choruses:
        return None
    lift = _mean_pitch(choruses) - _mean_pitch(verses)
    low, high = _LIFT
    return max(0.0, 1.0 - 0.3 * max(low - lift, lift - high, 0.0))


def _mean_pitch(sections: Sequence[Sequence[HeardLine]]) -> float:
    pitches = [pitch for lines in sections for line in lines for pitch in line.phrase.pitches]
    return sum(pitches) / len(pitches)


def climax(heard: _Heard) -> float | None:
    """The highest note of the song is sung in the last chorus: 1; in another chorus only: 0.5."""
    choruses = heard.of_kind(*_CHORUSES)
    if not choruses or len(heard.lines) < 4:
        return None
    peak = max(pitch for line in heard.lines for pitch in line.phrase.pitches)
    peaks = [any(peak in line.phrase.pitches for line in lines) for lines in choruses]
    return 1.0 if peaks[-1] else 0.5 if any(peaks) else 0.0


def variety(heard: _Heard) -> float | None:
    """Neighbouring lines with other words are not sung alike: 1 up to half of them alike, then less."""
    pairs = [(a, b) for a, b in pairwise(heard.lines) if not a.text or a.text.casefold() != b.text.casefold()]
    if len(pairs) < 3:
        return None
    same = sum(alike(a.phrase, b.phrase) > 0.95 for a, b in pairs) / len(pairs)
    return max(0.0, min(1.0, 2.0 * (1.0 - same)))


PHRASES_WEIGHT = 3.0
SONG_TERMS: tuple[SongTerm, ...] = (
    SongTerm("interval_mix", 2.0, "midi-sketch: interval targets of sung pop", interval_mix),
    SongTerm("in_key", 2.0, "Krumhansl 1990; Temperley 2007: key profiles", in_key),
    SongTerm("consonance", 2.0, "common practice: dissonance is passing", consonance),
    SongTerm("line_endings", 1.0, "common practice: phrases rest on chord tones", line_endings),
    SongTerm("cadence", 0.7, "Krumhansl 1990: tonal hierarchy", cadence),
    SongTerm("same_words_same_tune", 1.5, "song form; Mongeau and Sankoff 1990", same_words_same_tune),
    SongTerm("verses_alike", 1.0, "strophic form; Mongeau and Sankoff 1990", verses_alike),
    SongTerm("hook", 1.5, "Burns 1987: a typology of hooks", hook),
    SongTerm("register_lift", 1.0, "ours: choruses stand out", register_lift),
    SongTerm("climax", 0.7, "ours: the last chorus is the goal", climax),
    SongTerm("variety", 0.7, "ours: a song is more than one line", variety),
)
