"""Melodies over many songs and genres: intervals, what returns, hooks, climax, pickups, lifts, loops."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from songwright.compose.composer import compose
from songwright.compose.consonance import is_held, rubs, settled
from songwright.compose.phrases import Phrase
from songwright.compose.recall import alike, find_hook
from songwright.compose.rhythm import Window, metric_weight, write_rhythm
from songwright.compose.styles import STYLES
from songwright.compose.text import Text, text_of
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import PlannedSection, SongPlan, Voice
from songwright.song.pronunciation import Syllable, Word
from songwright.song.score import Chord, Note, Score, SungLine, VocalPart
from tests.compose.plans import CHORUS, VERSE_1, full_form, plan_of, pronounced, section, sung

pytestmark = pytest.mark.fast

KEYS = ("C major", "A minor", "G major", "E minor", "Bb major", "D minor", "F# minor", "Eb major")
KIND = SectionKind
SHORT = (
    section(KIND.VERSE, "Verse", 8, 0.5, lines=sung(VERSE_1)),
    section(KIND.CHORUS, "Chorus", 8, 0.8, lines=sung(CHORUS)),
)
Songs = list[tuple[SongPlan, Score]]


def notes_of(line: SungLine) -> list[Note]:
    return [syllable.notes[-1] for syllable in line.syllables]


def leads(score: Score, *sections: int) -> list[SungLine]:
    wanted = [line for line in score.lines if line.part is VocalPart.LEAD]
    return [line for line in wanted if line.section in sections] if sections else wanted


def phrase_of(line: SungLine) -> Phrase:
    notes = notes_of(line)
    return Phrase([n.start for n in notes], [n.duration for n in notes], [n.pitch for n in notes])


def melody(score: Score) -> tuple[tuple[float, int], ...]:
    """Onsets and pitches of the whole lead."""
    return tuple((n.start, n.pitch) for line in leads(score) for n in notes_of(line))


def shares(score: Score) -> dict[str, float]:
    """Shares of repeats, steps, thirds and larger intervals within the lines."""
    sizes = [abs(b.pitch - a.pitch) for line in leads(score) for a, b in pairwise(notes_of(line))]
    names = Counter("repeat" if s == 0 else "step" if s < 3 else "third" if s < 5 else "leap" for s in sizes)
    return {name: names[name] / len(sizes) for name in ("repeat", "step", "third", "leap")}


@pytest.fixture(scope="module")
def songs() -> Songs:
    """A song of every genre."""
    made = []
    for number, genre in enumerate(Genre):
        plan = plan_of(genre=genre, seed=300 + number, key=KEYS[number % 8])
        made.append((plan, compose(plan, pronounced)))
    return made


def test_every_sung_genre_has_the_intervals_of_sung_pop(songs: Songs):
    """Each song of more than 60 notes lies near the bounds, all together within them; rap is speech."""
    sung_songs = [(plan, shares(score)) for plan, score in songs if plan.genre is not Genre.HIP_HOP]
    near = {"repeat": (0.15, 0.35), "step": (0.35, 0.55), "third": (0.10, 0.30), "leap": (0.02, 0.14)}
    for plan, found in sung_songs:
        for name, (low, high) in near.items():
            assert low <= found[name] <= high, (plan.genre, plan.seed, found)
    exact = {"repeat": (0.20, 0.30), "step": (0.40, 0.50), "third": (0.15, 0.25), "leap": (0.05, 0.10)}
    for name, (low, high) in exact.items():
        assert low <= sum(found[name] for _, found in sung_songs) / len(sung_songs) <= high


def test_sung_notes_do_not_rub(songs: Songs):
    """Below 0.5 % of the notes on a beat, or held, lie a semitone from their chord; second voices too."""
    rubbing: Counter[bool] = Counter()
    for plan, score in songs:
        for line in score.lines:
            for note in (note for syllable in line.syllables for note in syllable.notes):
                strong = metric_weight(note.start, plan.meter) >= 1.4
                if strong or is_held(note.duration, plan.bpm, plan.meter):
                    rubbing[rubs(note.pitch % 12, score.chord_at(note.start))] += 1
    assert rubbing[True] / rubbing.total() < 0.005, rubbing


def test_the_lead_instrument_does_not_rub(songs: Songs):
    """The same for solos, themes and answers, but for grace notes."""
    rubbing: Counter[bool] = Counter()
    for plan, score in songs:
        for track in score.tracks:
            for note in track.notes if track.role == "lead" else ():
                beat = round(note.start * 4) / 4
                if metric_weight(beat, plan.meter) >= 1.4 and note.duration > 0.2:
                    rubbing[rubs(note.pitch % 12, score.chord_at(beat))] += 1
    assert rubbing.total() > 300
    assert rubbing[True] / rubbing.total() < 0.01, rubbing


def test_lines_end_on_chord_tones(songs: Songs):
    """Nine of ten lines."""
    ends = [
        notes_of(line)[-1].pitch % 12 in score.chord_at(notes_of(line)[-1].start).pitch_classes
        for _, score in songs
        for line in leads(score)
    ]
    assert sum(ends) / len(ends) >= 0.9


def test_what_returns_is_recognised(songs: Songs):
    """Choruses are one tune, verse 2 is verse 1, and neither is the other: a likeness with a control."""
    chorus, verse, control = [], [], []
    for plan, score in songs:
        if plan.genre is Genre.HIP_HOP:
            continue
        one, two, first, second = (leads(score, index) for index in (1, 4, 3, 8))
        verse += [alike(phrase_of(a), phrase_of(b)) for a, b in zip(one, two, strict=True)]
        chorus += [alike(phrase_of(a), phrase_of(b)) for a, b in zip(first, second, strict=True)]
        control += [alike(phrase_of(a), phrase_of(b)) for a, b in zip(one, first, strict=True)]
    assert sum(chorus) / len(chorus) >= 0.9
    assert sum(verse) / len(verse) >= 0.6
    assert sum(control) / len(control) <= sum(verse) / len(verse) - 0.2


def test_every_chorus_has_a_hook(songs: Songs):
    """A cell that opens a chorus line returns at least three times and sticks."""
    for plan, score in songs:
        lines = [(phrase_of(line), line.text) for line in leads(score, 3, 5, 8)]
        hook = find_hook(lines)
        assert hook is not None
        assert hook.returns >= 3
        assert hook.strength >= 0.8, (plan.genre, hook)


def test_a_hook_is_rated_for_what_makes_it_stick():
    """Three returns, one leap, a long note and words that come back; a drone of other words has none."""
    beats = [0.0, 0.5, 1.0, 1.5, 2.0]
    catchy = Phrase(beats, [0.5, 0.5, 0.5, 0.5, 2.0], [60, 64, 62, 60, 60])
    drone = Phrase(beats, [0.5] * 5, [60] * 5)
    other = Phrase([0.0, 1.0, 1.5, 2.5, 3.0], [0.5] * 5, [65, 64, 62, 60, 59])
    best = find_hook([(catchy, "stay with me")] * 3)
    assert best is not None
    assert best.strength == 1.0
    worst = find_hook([(drone, "a"), (other, "b")])
    assert worst is not None
    assert worst.strength < 0.3


def test_likeness_is_an_edit_distance():
    """Transposed is alike, one other note is a little less so, upside down is not."""
    beats = [0.0, 0.5, 1.0, 2.0, 2.5]
    tune = Phrase(beats, [0.5] * 5, [60, 62, 64, 62, 60])
    moved = replace(tune, onsets=[b + 7 for b in beats], pitches=[65, 67, 69, 67, 65])
    changed = replace(tune, pitches=[60, 62, 64, 67, 60])
    inverted = replace(tune, onsets=[0.0, 1.0, 3.0, 3.25, 6.0], pitches=[60, 57, 53, 57, 60])
    assert alike(tune, moved) == 1.0
    assert 0.5 < alike(tune, changed) < 1.0
    assert alike(tune, inverted) < 0.3


def test_the_last_chorus_holds_the_highest_note(songs: Songs):
    """In nine songs of ten nothing else is as high."""
    peaks = []
    for _, score in songs:
        top = max(note.pitch for line in leads(score) for note in notes_of(line))
        peaks.append(any(note.pitch == top for line in leads(score, 8) for note in notes_of(line)))
    assert sum(peaks) / len(peaks) >= 0.9


def lifted(form: tuple[PlannedSection, ...], semitones: int) -> tuple[PlannedSection, ...]:
    """The form with its last chorus some semitones higher."""
    last = max(i for i, part in enumerate(form) if part.kind is KIND.CHORUS)
    return tuple(replace(p, transpose=semitones) if i == last else p for i, p in enumerate(form))


@pytest.mark.parametrize("semitones", [1, 2, 3])
@pytest.mark.parametrize("voice", [Voice.FEMALE, Voice.MALE])
def test_a_lifted_chorus_is_the_same_tune_higher(semitones: int, voice: Voice):
    """All lines but the last, which holds the climax, move by the lift and stay in range."""
    plan = plan_of(lifted(full_form(), semitones), voice=voice, seed=5)
    score = compose(plan, pronounced)
    moved: Counter[int] = Counter()
    for one, other in zip(leads(score, 3)[:-1], leads(score, 8)[:-1], strict=True):
        moved.update(b.pitch - a.pitch for a, b in zip(notes_of(one), notes_of(other), strict=True))
    assert moved[semitones] / moved.total() >= 0.85, moved
    low, high = voice.vocal_range
    assert all(low <= note.pitch <= high for line in leads(score) for note in notes_of(line))


def test_weak_first_words_are_a_pickup_where_there_is_room(songs: Songs):
    """Some lines begin before their bar, on unstressed syllables, after a breath."""
    pickups = 0
    for plan, score in songs:
        for before, after in pairwise(leads(score)):
            bar = plan.meter.bar_beats
            place = after.start % bar
            if place > bar - 1.01 and before.section == after.section:
                pickups += 1
                assert after.syllables[0].syllable.stress < 2
                assert after.start - before.end >= 0.2
    assert pickups >= 10


def test_silence_is_silent():
    """Nothing is sung or led in a section of silence, whatever was planned."""
    form = (
        SHORT[0],
        section(KIND.SILENCE, "Silence", 2, 0.8, lines=sung(CHORUS[:1])),
        SHORT[1],
    )
    score = compose(plan_of(form), pronounced)
    assert not [line for line in score.lines if line.section == 1]
    start, end = score.section_start_beats(1), score.section_start_beats(2)
    lead = [note for track in score.tracks if track.role == "lead" for note in track.notes]
    assert not [note for note in lead if start <= note.start < end]


def test_a_loop_leads_back_instead_of_ending():
    """The last line of a loop ends open, that of a song on the tonic."""
    for seed in range(3):
        plan = plan_of(SHORT[1:], seed=seed, ring_s=0.0)
        ends = {}
        for loop in (False, True):
            score = compose(replace(plan, loop=loop), pronounced)
            ends[loop] = notes_of(leads(score)[-1])[-1].pitch % 12
        assert ends[False] == plan.key.tonic
        assert ends[True] != plan.key.tonic


def test_fifty_seeds_are_fifty_melodies():
    """No two seeds of one request share a melody, nor even nearly all of it."""
    form = (section(KIND.VERSE, "Verse", 4, 0.5, lines=sung(VERSE_1[:2])),)
    found = [melody(compose(plan_of(form, seed=seed), pronounced)) for seed in range(50)]
    assert len(set(found)) == 50
    for one, other in combinations(found, 2):
        assert len(set(one) & set(other)) < 0.8 * len(one)


def test_genres_do_not_share_a_melody():
    """The same seed, words, key and tempo give every genre a tune of its own."""
    found = [melody(compose(plan_of(SHORT[:1], genre, 100, seed=3), pronounced)) for genre in Genre]
    for one, other in combinations(found, 2):
        assert len(set(one) & set(other)) < 0.6 * len(one)


def words_of(stresses: tuple[int, ...]) -> Text:
    """A line of words of one syllable each."""
    return text_of(tuple(Word("la", (Syllable(("l",), "a", (), stress),)) for stress in stresses))


@pytest.mark.parametrize("count", range(4, 21))
@pytest.mark.parametrize("genre", [Genre.POP, Genre.BALLAD, Genre.SOUL])
def test_lines_of_any_length_are_singable(count: int, genre: Genre):
    """4 to 20 syllables in two bars: none under 80 ms, a long end, stresses on beats while there is room."""
    for shift in range(3):
        stresses = tuple(2 if (index + shift) % 3 == 0 else 0 for index in range(count))
        text = words_of(stresses)
        window = Window(16.0, 8.0, 96, Meter.FOUR, 1.0)
        rhythm = write_rhythm(text, window, STYLES[genre].singing, Chance(7, "test", str(shift)))
        assert min(rhythm.durations) * 60 / 96 >= 0.08
        assert rhythm.durations[-1] >= sorted(rhythm.durations)[count // 2]
        weights = [metric_weight(16.0 + onset, Meter.FOUR) for onset in rhythm.onsets]
        stressed = [weight for weight, stress in zip(weights, stresses, strict=True) if stress == 2]
        weak = [weight for weight, stress in zip(weights, stresses, strict=True) if stress == 0]
        if count >= 8:
            assert sum(stressed) / len(stressed) > sum(weak) / len(weak)
        if count <= 12:
            assert sum(weight >= 1.4 for weight in stressed) / len(stressed) >= 0.6


@pytest.mark.parametrize("count", [7, 12, 20])
def test_languages_without_stress_are_sung_evenly(count: int):
    """Where no syllable is stressed (Japanese, Chinese) the line still fills its room and ends long."""
    rhythm = write_rhythm(
        words_of((0,) * count),
        Window(0.0, 8.0, 100, Meter.FOUR, 1.0),
        STYLES[Genre.POP].singing,
        Chance(2, "test"),
    )
    gaps = [after - before for before, after in pairwise(rhythm.onsets)]
    assert max(gaps) <= 4 * min(gaps) + 0.5
    assert rhythm.onsets[-1] >= 3.0
    assert rhythm.durations[-1] >= sorted(rhythm.durations)[count // 2]


def test_a_rubbing_note_settles_on_the_nearest_calm_one():
    """F over C major goes to E or G, a chord tone and a passing D stay; nothing leaves its bounds."""
    c_major = Chord(0.0, 4.0, 0, (0, 4, 7), 0, "C")
    scale = parse_key("C major").scale
    assert settled(65, (c_major,), scale, (48, 84)) == 64
    assert settled(67, (c_major,), scale, (48, 84)) == 67
    assert settled(62, (c_major,), scale, (48, 84)) == 62
    assert settled(65, (c_major,), scale, (65, 84)) == 67
