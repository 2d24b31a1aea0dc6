"""Solos state a motif, develop it and come to rest; each genre speaks its own way."""

from dataclasses import replace
from itertools import pairwise

import pytest

from songwright.compose.composer import compose
from songwright.compose.harmony import Harmony
from songwright.compose.ornaments import (
    Vocabulary,
    adorned,
    bend,
    blue,
    broken_chord,
    enclosure,
    mordent,
    vocabulary_of,
)
from songwright.compose.solo import Ladder, Motif, Stage, Turn, staged, story
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.score import Chord, Note, Score
from tests.compose.plans import CHORUS, VERSE_1, full_form, plan_of, pronounced, section, sung

pytestmark = pytest.mark.fast

KIND = SectionKind
GENRES = (Genre.POP, Genre.ROCK, Genre.METAL, Genre.JAZZ, Genre.BLUES, Genre.FOLK, Genre.ELECTRONIC)
MOTIF = Motif((0.0, 1.0, 1.5, 2.0, 4.0), (1.0, 0.5, 0.5, 2.0, 3.0), (0, 2, 1, 4, 3))
C = Chord(0.0, 64.0, 0, (0, 4, 7), 0, "C")
HOME = Harmony(parse_key("C major"), (C,), (0.0,))


def solo_notes(genre: Genre, seed: int) -> tuple[list[Note], float, float]:
    """A guitar solo of sixteen bars, its start and its end in beats."""
    form = (
        section(KIND.VERSE, "Verse", 4, 0.5, lines=sung(VERSE_1[:2])),
        section(KIND.SOLO, "Solo", 16, 0.85, lead="clean_guitar"),
        section(KIND.OUTRO, "Outro", 2, 0.4),
    )
    score = compose(plan_of(form, genre, seed=seed), pronounced)
    start, end = score.section_start_beats(1), score.section_start_beats(2)
    lead = [n for track in score.tracks if track.role is Role.LEAD for n in track.notes]
    return [n for n in lead if start - 0.1 <= n.start < end - 0.1], start, end


def quarters(notes: list[Note], start: float, end: float) -> list[list[Note]]:
    found: list[list[Note]] = [[], [], [], []]
    for note in notes:
        found[min(3, max(0, int((note.start - start + 0.1) / (end - start) * 4)))].append(note)
    return found


def arrow(notes: list[Note], start: float, end: float) -> tuple[float, float]:
    """How much denser and higher the third quarter is than the first."""
    parts = quarters(notes, start, end)
    mean = [sum(n.pitch for n in part) / max(1, len(part)) for part in parts]
    return len(parts[2]) / max(1, len(parts[0])), mean[2] - mean[0]


@pytest.mark.parametrize("genre", GENRES)
def test_a_solo_rises_to_its_climax_and_comes_down(genre: Genre):
    """The third quarter is denser and higher than the first, the last calmer; a shuffled control is not."""
    for seed in range(2):
        notes, start, end = solo_notes(genre, seed)
        denser, higher = arrow(notes, start, end)
        assert denser >= 1.3
        assert higher >= 4.0
        parts = quarters(notes, start, end)
        assert len(parts[3]) < len(parts[2])
        top = max(note.pitch for note in notes)
        climax = [note.start for note in notes if note.pitch >= top - 1]
        assert any(0.55 <= (at - start) / (end - start) <= 0.8 for at in climax)
        chance = Chance(seed, "control")
        control = [
            replace(n, start=start + chance.random() * (end - start), pitch=p)
            for n, p in zip(
                notes, sorted((n.pitch for n in notes), key=lambda _: chance.random()), strict=True
            )
        ]
        random_denser, random_higher = arrow(control, start, end)
        assert random_higher < higher - 2.0
        assert random_denser < denser


@pytest.mark.parametrize("genre", GENRES)
def test_a_solo_comes_to_rest(genre: Genre):
    """Its last note is a long chord tone."""
    form = (section(KIND.SOLO, "Solo", 16, 0.85, lead="clean_guitar"), section(KIND.OUTRO, "Outro", 4, 0.4))
    score = compose(plan_of(form, genre, voice=None, seed=4), pronounced)
    end = score.section_start_beats(1)
    lead = next(t for t in score.tracks if t.role is Role.LEAD and t.instrument == "clean_guitar")
    last = [note for note in lead.notes if note.start < end - 0.1][-1]
    assert last.duration >= 1.5
    assert last.pitch % 12 in score.chord_at(last.start + 0.05).pitch_classes


def test_the_motif_is_heard_again():
    """Phrases of a solo share moves with the first far more than notes in another order would."""
    shared, control = [], []
    for genre in GENRES:
        notes, start, _ = solo_notes(genre, 6)
        phrases = [
            [n for n in notes if start + 8 * i - 0.1 <= n.start < start + 8 * i + 7.9] for i in range(8)
        ]
        places = [{round(n.start * 4) % 32 for n in phrase} for phrase in phrases]
        chance = Chance(1, "control", genre)
        for later in places[1:4]:
            shared.append(len(places[0] & later) / len(places[0]))
            random_places = {chance.integer(0, 31) for _ in later}
            control.append(len(places[0] & random_places) / len(places[0]))
    assert sum(shared) / len(shared) > 0.75
    assert sum(shared) / len(shared) > sum(control) / len(control) + 0.3


@pytest.mark.parametrize("count", range(1, 12))
def test_every_story_has_one_climax_in_its_place(count: int):
    """States first, climbs to one climax after about two thirds, ends on a resolution."""
    stages = story(count, 2)
    assert len(stages) == count
    assert stages[0].turn is Turn.STATEMENT
    tops = [i for i, stage in enumerate(stages) if stage.turn is Turn.CLIMAX]
    assert len(tops) == (count > 1)
    if count >= 4:
        assert 0.6 <= tops[0] / (count - 1) <= 0.8
        assert stages[-1].turn is Turn.RESOLUTION
        rising = stages[: tops[0] + 1]
        assert all(a.lift <= b.lift and a.division <= b.division for a, b in pairwise(rising))


def test_a_motif_is_moved_turned_and_divided():
    """Sequence keeps the intervals, inversion turns them, diminution adds notes between the old ones."""
    moved, inverted = MOTIF.moved(3), MOTIF.inverted()
    steps = [b - a for a, b in pairwise(MOTIF.rungs)]
    assert [b - a for a, b in pairwise(moved.rungs)] == steps
    assert [b - a for a, b in pairwise(inverted.rungs)] == [-step for step in steps]
    assert sum(inverted.rungs) / 5 == pytest.approx(sum(MOTIF.rungs) / 5, abs=1.0)
    divided = MOTIF.divided(0.25)
    assert len(divided.onsets) == 9
    assert set(zip(MOTIF.onsets, MOTIF.rungs, strict=True)) <= set(
        zip(divided.onsets, divided.rungs, strict=True)
    )
    assert all(b - a >= 0.25 for a, b in pairwise(divided.onsets))
    bones = staged(MOTIF, Stage(Turn.RESOLUTION, 0, 0), 8.0, 0.25)
    assert len(bones.onsets) < len(MOTIF.onsets)
    assert bones.durations[-1] >= 3.0
    answer = staged(MOTIF, Stage(Turn.ANSWER, 0, 0), 8.0, 0.25)
    assert answer.rungs[:4] == MOTIF.rungs[:4]
    assert answer.rungs[4] != MOTIF.rungs[4]


def test_a_ladder_walks_back_at_its_ends():
    """Rungs are scale notes; beyond the top it goes down again."""
    ladder = Ladder(parse_key("C major").scale, 60, 72)
    assert [ladder.pitch(i) for i in range(ladder.top + 1)] == [60, 62, 64, 65, 67, 69, 71, 72]
    assert ladder.pitch(ladder.top + 1) == 71
    assert ladder.pitch(-1) == 62
    assert ladder.rung(66) in (3, 4)


def test_ornaments_lead_into_their_note():
    """A bend comes from a semitone below, an enclosure from both sides, a mordent goes up and back."""
    note = Note(4.0, 1.0, 64, 90)
    scale = HOME.scale_at(4.0)
    grace, same = bend(note, scale)
    assert (grace.pitch, grace.end, same) == (63, 4.0, note)
    assert [n.pitch for n in enclosure(note, scale)] == [65, 63, 64]
    assert [n.pitch for n in mordent(note, scale)] == [64, 65, 64]
    assert mordent(note, scale)[-1].end == note.end


@pytest.mark.parametrize("genre", list(Genre))
def test_adorned_phrases_stay_one_voice(genre: Genre):
    """Ornaments never overlap their neighbours nor leave the compass."""
    notes = [Note(float(i), 1.0 if i % 2 else 0.9, 60 + (i * 5) % 12, 80) for i in range(16)]
    played = adorned(notes, vocabulary_of(genre), HOME, (58, 74), Chance(1, "test"))
    assert len(played) >= len(notes)
    assert all(a.end <= b.start + 1e-9 and a.duration > 0 for a, b in pairwise(played))
    assert all(58 <= note.pitch <= 74 for note in played)


def test_genres_adorn_differently():
    """Blues bends, jazz encloses, folk turns, a vocabulary without ornament changes nothing."""
    notes = [Note(i * 2.0, 2.0, 64, 80) for i in range(1, 12)]
    counts = {
        genre: len(adorned(notes, vocabulary_of(genre), HOME, (40, 90), Chance(1, "test")))
        for genre in (Genre.BLUES, Genre.JAZZ, Genre.FOLK)
    }
    assert all(count > len(notes) for count in counts.values())
    assert adorned(notes, Vocabulary(), HOME, (40, 90), Chance(1, "test")) == notes


def test_blue_notes_are_short_and_off_the_beat():
    """F falling from G becomes F sharp on the way to E; on the beat, or held, it stays."""
    key = parse_key("C major")

    def bent(start: float, duration: float) -> int:
        phrase = [
            Note(start - 0.5, 0.5, 67, 80),
            Note(start, duration, 65, 80),
            Note(start + 0.5, 1.0, 64, 80),
        ]
        return blue(phrase, key, 0.5)[1].pitch

    assert bent(1.5, 0.5) == 66
    assert bent(2.0, 0.5) == 65
    assert bent(1.5, 1.5) == 65


def test_a_broken_chord_climbs():
    """Only tones of the chord, within bounds, higher at its end than at its start."""
    run = broken_chord((0, 4, 7), 16, (60, 84))
    assert len(run) == 16
    assert {pitch % 12 for pitch in run} <= {0, 4, 7}
    assert all(60 <= pitch <= 84 for pitch in run)
    assert sum(run[8:]) > sum(run[:8])


def lead_notes(score: Score, index: int) -> list[tuple[float, int]]:
    start, end = score.section_start_beats(index), score.section_start_beats(index + 1)
    notes = [n for track in score.tracks if track.role is Role.LEAD for n in track.notes]
    return [
        (round((n.start - start) * 8) / 8, n.pitch % 12) for n in notes if start - 0.05 <= n.start < end - 0.1
    ]


def test_intro_and_outro_quote_the_hook():
    """The lead plays the chorus's opening in the intro and the outro: onsets as sung, and most pitches."""
    form = full_form()
    form = (*form[:-1], replace(form[-1], bars=8, fade_out=True))
    score = compose(plan_of(form, seed=3), pronounced)
    chorus = next(line for line in score.lines if line.section == 3 and line.part == "lead")
    begin = score.section_start_beats(3)
    hook = [(note.start - begin, note.pitch % 12) for s in chorus.syllables for note in s.notes]
    for index in (0, 9):
        heard = lead_notes(score, index)[: len(hook)]
        assert [at for at, _ in heard] == [at for at, _ in hook]
        assert sum(a == b for a, b in zip(heard, hook, strict=True)) >= 0.5 * len(hook)


def test_an_instrumental_has_two_themes_that_return():
    """Verses share theme A, choruses theme B, and the two differ; a lifted chorus is B higher."""
    kinds = (KIND.VERSE, KIND.CHORUS, KIND.VERSE, KIND.CHORUS, KIND.CHORUS)
    form = [section(kind, str(kind), 8, 0.7) for kind in kinds]
    form[-1] = replace(form[-1], transpose=2)
    form.append(section(KIND.OUTRO, "outro", 2, 0.4))
    score = compose(plan_of(tuple(form), voice=None, seed=8), pronounced)
    a, b, a2, b2, lifted = (lead_notes(score, index) for index in range(5))
    assert sum(x == y for x, y in zip(a, a2, strict=False)) >= 0.9 * len(a)
    assert sum(x == y for x, y in zip(b, b2, strict=False)) >= 0.9 * len(b)
    assert len(set(a) & set(b)) < 0.5 * len(set(a))
    higher = [(at, (pitch + 2) % 12) for at, pitch in b]
    assert sum(x == y for x, y in zip(higher, lifted, strict=False)) >= 0.8 * len(b)


def test_sung_songs_leave_the_lead_its_own_words():
    """The chorus melody is not doubled by the lead while it is sung."""
    score = compose(plan_of((section(KIND.CHORUS, "Chorus", 8, 0.8, lines=sung(CHORUS)),)), pronounced)
    lead = [n for track in score.tracks if track.role is Role.LEAD for n in track.notes if n.start < 28]
    lines = [line for line in score.lines if line.part == "lead"]
    assert not any(line.start < note.start < line.end for note in lead for line in lines)
