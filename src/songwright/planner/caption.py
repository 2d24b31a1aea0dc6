"""Reads a caption: genre, moods, tempo, instruments, voice, era. Words it does not know do no harm.

It knows nothing of lyrics, sections or what is done with the facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from songwright.planner.figures import Figures, read_figures
from songwright.planner.instrument_words import EXCLUDED_BY
from songwright.planner.vocabulary import PHRASES, Meaning
from songwright.planner.words import plain_words, word_matches
from songwright.song.genre import Genre
from songwright.song.key import Mode
from songwright.song.meter import Meter
from songwright.song.plan import VocalStyle, Voice


@dataclass(frozen=True, slots=True)
class NamedInstrument:
    """An instrument that the caption asks for.

    Attributes:
        name: its identifier, or "@guitar" and the like, which the genre decides.
        lead: it is to play a solo or the melody.
        words: as the caption says it.
    """

    name: str
    lead: bool
    words: str


@dataclass(frozen=True, slots=True)
class CaptionFacts:
    """What a caption says; None and empty mean that it does not say.

    Attributes:
        genre: the genre that its words hint at most.
        genre_words: the words that did.
        bpm_range: the usual tempo of the sub-genre.
        moods: mood words, each once, in order.
        brightness: above 0 asks for major, below 0 for minor.
        pace: -1 the slowest to 1 the fastest of what is usual.
        energy: softer or fuller than usual, -0.35 to 0.35.
        mode: major or minor by name.
        meter: of a dance such as the waltz, or in figures.
        figures: tempo, key, meter and length in figures.
        instruments: those asked for, in order.
        excluded: names of instruments that must not play.
        excluded_words: how the caption rules them out.
        voice: who sings.
        voice_words: the words that said so.
        styles: ways to sing that it mentions.
        era: the decade.
        unplugged: no electric instruments.
        soloist: words that ask for one instrument alone, such as "solo piano".
        wordless: nothing is to be sung.
        lift: the key is to change for the last chorus.
    """

    genre: Genre | None
    genre_words: str
    bpm_range: tuple[int, int] | None
    moods: tuple[str, ...]
    brightness: int
    pace: float
    energy: float
    mode: Mode | None
    meter: Meter | None
    figures: Figures
    instruments: tuple[NamedInstrument, ...]
    excluded: frozenset[str]
    excluded_words: tuple[str, ...]
    voice: Voice | None
    voice_words: str
    styles: tuple[VocalStyle, ...]
    era: str
    unplugged: bool
    soloist: str
    wordless: bool
    lift: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A known phrase in a text.

    Attributes:
        words: the phrase in plain words.
        quote: the phrase as the text says it.
        meaning: what it says.
        negated: it is ruled out ("no drums").
        lead: a solo or melody of that instrument.
    """

    words: str
    quote: str
    meaning: Meaning
    negated: bool
    lead: bool


_LONGEST_PHRASE = 4  # words
_CLAUSE = re.compile(r"[,.;:!?\n()\[\]|]+|\s[-–—]+\s")
_TOPIC = re.compile(
    r"\babout\b.*?(?=[,.;:!?\n()]|\b(?:with|featuring|in the style|in a|sung by|played)\b|$)", re.I | re.S
)
_NEGATORS = frozenset(
    {"no", "without", "not", "minus", "non", "excluding", "except", "zero", "never", "lacking"}
)
_DO_NOT = re.compile(
    r"\b(?:do\s+not|don['’]?t)\s+(?:use|add|include|want|need|like|have|play|put\s+in)\b"
    r"|\b(?:leave|leaving)\s+out\b|\bavoid(?:ing)?\b",
    re.I,
)
_NEGATED_REACH = 3  # words after "no" that are still ruled out: "no loud electric guitar"
_LEAD_WORDS = frozenset({"solo", "lead", "melody", "soloing"})
_SECOND_HINTS = 0.25  # how much a further hint at a genre counts beside the strongest
_FIRST_BONUS = 0.3  # the genre named first is the noun of most captions
_MOST_ENERGY = 0.35


def read_caption(text: str) -> CaptionFacts:
    """Read what a caption says. Any text is allowed; what a song is about counts for its mood only."""
    figures = read_figures(text)
    topic = " ".join(_TOPIC.findall(figures.rest))
    style = mentions(_TOPIC.sub(",", figures.rest))
    moods = tuple(m for m in (*style, *mentions(topic)) if not m.negated)
    asked = tuple(m for m in style if not m.negated)
    genre, genre_mention = _genre(style)
    energy = sum(m.meaning.energy for m in moods)
    return CaptionFacts(
        genre=genre,
        genre_words=genre_mention.quote if genre_mention else "",
        bpm_range=genre_mention.meaning.bpm if genre_mention else None,
        moods=tuple(dict.fromkeys(m.meaning.mood for m in moods if m.meaning.mood)),
        brightness=sum(m.meaning.brightness for m in moods),
        pace=min(max(sum(m.meaning.pace for m in moods), -1.0), 1.0),
        energy=min(max(energy, -_MOST_ENERGY), _MOST_ENERGY),
        mode=figures.mode or next((m.meaning.mode for m in asked if m.meaning.mode), None),
        meter=figures.meter or next((m.meaning.meter for m in asked if m.meaning.meter), None),
        figures=figures,
        instruments=_instruments(asked),
        excluded=frozenset(name for m in style if m.negated for name in _excluded_by(m.meaning)),
        excluded_words=tuple(m.quote for m in style if m.negated and m.meaning.instruments),
        voice=next((m.meaning.voice for m in asked if m.meaning.voice), None),
        voice_words=next((m.quote for m in asked if m.meaning.voice), ""),
        styles=tuple(dict.fromkeys(m.meaning.style for m in asked if m.meaning.style)),
        era=next((m.meaning.era for m in asked if m.meaning.era), ""),
        unplugged=any(m.meaning.unplugged for m in asked),
        soloist=next((m.quote for m in asked if m.meaning.soloist), ""),
        wordless=_is_wordless(style),
        lift=any(m.meaning.lift for m in asked),
    )


def mentions(text: str) -> tuple[Mention, ...]:
    """Every known phrase of a text in order; the longest phrase at a place wins, none overlap."""
    clauses = _CLAUSE.split(_DO_NOT.sub(" no ", text))
    return tuple(mention for clause in clauses for mention in _clause_mentions(clause))


def _clause_mentions(clause: str) -> Iterator[Mention]:
    words, places = plain_words(clause), word_matches(clause)
    at, reach, chained = 0, 0, False
    while at < len(words):
        length = _match_length(words, at)
        if length:
            phrase = tuple(words[at : at + length])
            negated = reach > 0 or words[at + length : at + length + 1] == ["free"]
            neighbours = {*words[at + length : at + length + 1], *words[max(at - 1, 0) : at]}
            first, last = places[at], places[at + length - 1]
            quote = first.string[first.start() : last.end()]
            is_lead = bool(neighbours & _LEAD_WORDS)
            yield Mention(" ".join(phrase), quote, PHRASES[phrase], negated, is_lead)
            at, reach, chained = at + length, 0, negated
        else:
            reach = _reach_after(words[at], reach, chained)
            at, chained = at + 1, False


def _match_length(words: list[str], at: int) -> int:
    lengths = range(min(_LONGEST_PHRASE, len(words) - at), 0, -1)
    return next((length for length in lengths if tuple(words[at : at + length]) in PHRASES), 0)


def _reach_after(word: str, reach: int, chained: bool) -> int:
    """For how many words on a "no" still rules out what is named."""
    if word in _NEGATORS:
        return _NEGATED_REACH
    if chained and word in ("or", "nor", "and"):
        return 2 if word != "and" else 1
    return max(reach - 1, 0)


def _genre(found: tuple[Mention, ...]) -> tuple[Genre | None, Mention | None]:
    ruled_out = {m.meaning.genre for m in found if m.negated and m.meaning.weight >= 1.0}
    hints = [m for m in found if m.meaning.genre and m.meaning.genre not in ruled_out and not m.negated]
    if not hints:
        return None, None
    first = next((m for m in hints if m.meaning.weight >= 1.5), None)
    ratings: dict[Genre, float] = {}
    for genre in dict.fromkeys(m.meaning.genre for m in hints):
        weights = sorted(m.meaning.weight for m in hints if m.meaning.genre is genre)
        if genre is not None:
            bonus = _FIRST_BONUS if first and first.meaning.genre is genre else 0.0
            ratings[genre] = weights[-1] + _SECOND_HINTS * sum(weights[:-1]) + bonus
    best = max(ratings, key=lambda genre: ratings[genre])
    return best, max((m for m in hints if m.meaning.genre is best), key=lambda m: m.meaning.weight)


def _instruments(asked: tuple[Mention, ...]) -> tuple[NamedInstrument, ...]:
    named: dict[str, NamedInstrument] = {}
    for mention in asked:
        for name in mention.meaning.instruments:
            known = named.get(name)
            lead = mention.lead or (known is not None and known.lead)
            named[name] = NamedInstrument(name, lead, known.words if known else mention.quote)
    return tuple(named.values())


def _excluded_by(meaning: Meaning) -> frozenset[str]:
    if meaning.genre and meaning.weight >= 1.0:
        return frozenset()  # "no metal" rules out the genre, not its guitars
    names = (EXCLUDED_BY.get(name, frozenset({name})) for name in meaning.instruments)
    return frozenset().union(*names)


def _is_wordless(found: tuple[Mention, ...]) -> bool:
    said = any(m.meaning.wordless and not m.negated for m in found)
    return said or any(
        m.negated and m.words in ("vocal", "singing", "voice", "lyric", "singer") for m in found
    )
