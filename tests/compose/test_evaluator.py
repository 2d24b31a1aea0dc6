"""The evaluator means something: good melodies rate high, spoilt ones clearly lower, each by its own term."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from songwright.compose.composer import compose
from songwright.compose.evaluator import SONG_TERMS, Evaluation, evaluate
from songwright.compose.phrases import TERMS, Phrase, measured
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.score import Note, Score, SungLine, VocalPart
from tests.compose.plans import full_form, plan_of, pronounced

pytestmark = pytest.mark.fast

PAGE = Path(__file__).parents[2] / "docs" / "melody.md"
Spoil = Callable[[SungLine, Chance], list[int]]


@pytest.fixture(scope="module")
def songs() -> list[Score]:
    """Six songs of four genres."""
    genres = (Genre.POP, Genre.ROCK, Genre.SOUL, Genre.FOLK)
    form = full_form()[1:9]
    return [compose(plan_of(form, genres[s % 4], seed=s, key="G major"), pronounced) for s in range(6)]


def pitches(line: SungLine) -> list[int]:
    return [syllable.notes[-1].pitch for syllable in line.syllables]


def with_pitches(line: SungLine, wanted: list[int]) -> SungLine:
    """The line on other pitches, one per syllable."""
    syllables = tuple(
        replace(syllable, notes=tuple(replace(note, pitch=pitch) for note in syllable.notes))
        for syllable, pitch in zip(line.syllables, wanted, strict=True)
    )
    return replace(line, syllables=syllables)


def spoilt(score: Score, spoil: Spoil) -> Score:
    """The score with every line of the lead spoilt."""
    lines = []
    for index, line in enumerate(score.lines):
        if line.part is VocalPart.LEAD:
            line = with_pitches(line, spoil(line, Chance(9, str(index))))
        lines.append(line)
    return replace(score, lines=tuple(lines))


def shuffled(line: SungLine, chance: Chance) -> list[int]:
    return sorted(pitches(line), key=lambda _: chance.random())


def random_pitches(line: SungLine, chance: Chance) -> list[int]:
    return [chance.integer(57, 76) for _ in line.syllables]


def transposed(line: SungLine, chance: Chance) -> list[int]:
    shift = chance.choice((-3, -1, 1, 3, 6))
    return [pitch + shift for pitch in pitches(line)]


def monotone(line: SungLine, chance: Chance) -> list[int]:
    return [67 for _ in line.syllables]


def zigzag(line: SungLine, chance: Chance) -> list[int]:
    return [62 + 9 * (index % 2) for index in range(len(line.syllables))]


def test_good_melodies_rate_high(songs: list[Score]):
    """The composer's own songs reach 0.9 and every one of them 0.85."""
    totals = [evaluate(score).total for score in songs]
    assert sum(totals) / len(totals) >= 0.9
    assert min(totals) >= 0.85


@pytest.mark.parametrize("spoil", [shuffled, random_pitches, transposed, monotone, zigzag])
def test_spoilt_melodies_rate_clearly_lower(songs: list[Score], spoil: Spoil):
    """Every song loses, and on average at least 0.15 of its rating."""
    losses = [evaluate(score).total - evaluate(spoilt(score, spoil)).total for score in songs]
    assert min(losses) > 0.05, losses
    assert sum(losses) / len(losses) >= 0.15, losses


@pytest.mark.parametrize(
    ("spoil", "term"),
    [
        (random_pitches, "interval_mix"),
        (random_pitches, "consonance"),
        (random_pitches, "same_words_same_tune"),
        (transposed, "in_key"),
        (transposed, "consonance"),
        (monotone, "interval_mix"),
        (monotone, "register_lift"),
        (shuffled, "verses_alike"),
        (zigzag, "phrases"),
    ],
)
def test_each_fault_shows_in_its_own_term(songs: list[Score], spoil: Spoil, term: str):
    """The term that names a fault falls when the fault is made."""
    before = [evaluate(score).terms[term] for score in songs]
    after = [evaluate(spoilt(score, spoil)).terms[term] for score in songs]
    assert sum(before) - sum(after) > 0.15 * len(songs)


@pytest.mark.parametrize(
    ("term", "good", "bad"),
    [
        ("interval_mix", [60, 60, 62, 64, 62, 59, 60, 60, 62], [60, 72, 60, 72, 60, 72, 60, 72, 60]),
        ("leap_recovery", [60, 67, 65, 64, 62, 60], [60, 67, 69, 71, 72, 74]),
        ("step_inertia", [60, 62, 64, 65, 64, 62], [60, 62, 60, 62, 60, 62]),
        ("no_monotony", [60, 60, 62, 62, 64, 64], [60, 60, 60, 60, 60, 60]),
        ("single_peak", [60, 62, 67, 65, 64, 60], [67, 60, 67, 60, 67, 60]),
        ("arch", [60, 64, 67, 67, 62, 60], [67, 62, 60, 60, 64, 69]),
        ("span", [60, 62, 65, 67, 64, 60], [60, 61, 60, 61, 60, 60]),
        ("proximity", [60, 62, 64, 62, 60, 59], [60, 72, 58, 71, 60, 72]),
    ],
)
def test_every_pitch_term_tells_good_from_bad(term: str, good: list[int], bad: list[int]):
    """Each term of `phrases.py` by an example of what it wants and of what it prevents."""

    def value(notes: list[int]) -> float:
        return measured(Phrase([float(i) for i in range(len(notes))], [1.0] * len(notes), notes))[term]

    assert 0.0 <= value(bad) < value(good) <= 1.0


def test_time_terms_tell_good_from_bad():
    """Rhythm, ending, stress and consonance."""
    notes = [60, 62, 64, 65, 64, 60]
    good = Phrase(
        [0, 0.5, 1, 2, 2.5, 3],
        [0.5, 0.5, 1, 0.5, 0.5, 2],
        notes,
        (2, 0, 2, 2, 0, 2),
        (3, 0.4, 1.4, 2.2, 0.4, 1.4),
    )
    bad = Phrase(
        [0, 1, 2, 3, 4, 5],
        [1, 1, 1, 1, 1, 0.2],
        notes,
        (0, 2, 0, 2, 0, 2),
        (3, 0.4, 2.2, 0.4, 3, 0.4),
        (True, True, True, True, False, False),
    )
    for name in ("rhythm_variety", "long_ending", "stress_on_beat", "consonance"):
        assert measured(bad)[name] < 0.2 < 0.8 < measured(good)[name] + 0.05


def test_the_evaluation_is_whole(songs: list[Score]):
    """All terms lie between 0 and 1, every sung line is listed, and a person can read the breakdown."""
    found: Evaluation = evaluate(songs[0], "Fire")
    assert {term.name for term in SONG_TERMS} | {"phrases"} == set(found.terms)
    assert all(0.0 <= value <= 1.0 for value in (*found.terms.values(), found.total))
    leads = [line for line in songs[0].lines if line.part is VocalPart.LEAD]
    assert [line.text for line in found.lines] == [line.text for line in leads]
    text = found.breakdown()
    assert all(name in text for name in found.terms)


def test_instrumental_songs_are_judged_by_their_lead():
    """Without a voice the lead's phrases count; without any melody the total is 0."""
    plan = plan_of(tuple(replace(part, lines=()) for part in full_form()), voice=None)
    score = compose(plan, pronounced)
    found = evaluate(score)
    assert found.total > 0.6
    assert len(found.lines) >= 8
    assert evaluate(replace(score, tracks=())) == Evaluation({}, 0.0, ())


def test_the_page_explains_every_term():
    """docs/melody.md names each term of a phrase and of a song with its weight."""
    page = PAGE.read_text(encoding="utf-8")
    rows = [(term.name, term.weight, term.source) for term in TERMS]
    rows += [(term.name, term.weight, term.source) for term in SONG_TERMS]
    for name, weight, source in rows:
        found = [line for line in page.splitlines() if line.startswith(f"| `{name}` | {weight:g} |")]
        assert any(line.endswith(f"| {source} |") for line in found), name


def test_a_note_struck_with_another_counts_once():
    """Two voices of one instrument are one melody: the upper one."""
    plan = plan_of(tuple(replace(part, lines=()) for part in full_form()), voice=None, seed=2)
    score = compose(plan, pronounced)
    doubled = tuple(
        replace(track, notes=tuple(n for note in track.notes for n in (lower(note), note)))
        if track.role == "lead"
        else track
        for track in score.tracks
    )
    one, two = evaluate(score), evaluate(replace(score, tracks=doubled))
    assert two.terms["phrases"] == pytest.approx(one.terms["phrases"], abs=0.02)


def lower(note: Note) -> Note:
    return replace(note, pitch=note.pitch - 12)
