"""Who sings along: second voices, choirs, answers; and how each way of singing lies in the voice."""

from itertools import pairwise

import pytest

from songwright.compose.composer import compose
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedLine, SongPlan, VocalStyle, Voice
from songwright.song.score import Note, Score, SungLine, VocalPart
from tests.compose.plans import CHORUS, VERSE_1, full_form, plan_of, pronounced, section, sung

pytestmark = pytest.mark.fast

KIND = SectionKind
PERFECT = (0, 7)


def notes_of(line: SungLine) -> list[Note]:
    return [note for syllable in line.syllables for note in syllable.notes]


def of(score: Score, part: VocalPart) -> list[SungLine]:
    return [line for line in score.lines if line.part is part]


def verse(genre: Genre = Genre.POP, seed: int = 1, voice: Voice = Voice.FEMALE, **more: object) -> SongPlan:
    """A verse of four lines, each with the same extra fields."""
    form = (section(KIND.VERSE, "Verse", 8, 0.6, lines=sung(VERSE_1, 2, **more)),)
    return plan_of(form, genre, seed=seed, voice=voice)


@pytest.mark.parametrize("genre", list(Genre))
def test_harmonies_that_are_asked_for_sound_in_every_genre(genre: Genre):
    """A line with harmonies has a second voice and one below, a third to an octave away, note by note."""
    score = compose(verse(genre, harmonies=True), pronounced)
    leads = of(score, VocalPart.LEAD)
    for part in (VocalPart.HARMONY, VocalPart.LOW_HARMONY):
        voices = of(score, part)
        assert len(voices) == len(leads)
        for lead, voice in zip(leads, voices, strict=True):
            gaps = [b.pitch - a.pitch for a, b in zip(notes_of(lead), notes_of(voice), strict=True)]
            assert [n.start for n in notes_of(lead)] == [n.start for n in notes_of(voice)]
            assert all(3 <= abs(gap) <= 12 for gap in gaps)
            if part is VocalPart.LOW_HARMONY:
                assert all(gap < 0 for gap in gaps)


@pytest.mark.parametrize("voice", list(Voice))
def test_voices_that_sing_along_differ_on_every_syllable(voice: Voice):
    """Neither second voice has the lead's note, nor the other's; the lower one is below the lead."""
    for genre in Genre:
        form = (section(KIND.CHORUS, "Chorus", 8, 0.9, lines=sung(CHORUS, 2, harmonies=True)),)
        score = compose(plan_of(form, genre, seed=7, voice=voice), pronounced)
        parts = [of(score, p) for p in (VocalPart.LEAD, VocalPart.HARMONY, VocalPart.LOW_HARMONY)]
        for lines in zip(*parts, strict=True):
            for lead, upper, lower in zip(*map(notes_of, lines), strict=True):
                assert len({lead.pitch, upper.pitch, lower.pitch}) == 3, (genre, lead)
                assert lower.pitch < lead.pitch


@pytest.mark.parametrize("genre", [Genre.POP, Genre.CINEMATIC, Genre.FOLK, Genre.SOUL])
def test_a_choir_always_sings_in_parts(genre: Genre):
    """Three voices that differ, without parallel fifths and octaves but for one in fifty moves."""
    parallels = moves = alone = total = 0
    for seed in range(3):
        score = compose(verse(genre, seed, Voice.CHOIR), pronounced)
        parts = [of(score, p) for p in (VocalPart.LEAD, VocalPart.HARMONY, VocalPart.LOW_HARMONY)]
        assert not of(score, VocalPart.DOUBLE)
        for lines in zip(*parts, strict=True):
            voices = [[note.pitch for note in notes_of(line)] for line in lines]
            total += len(voices[0])
            alone += sum(len(set(chord)) == 1 for chord in zip(*voices, strict=True))
            for a, b in ((0, 1), (0, 2), (1, 2)):
                for before, after in pairwise(zip(voices[a], voices[b], strict=True)):
                    moves += 1
                    first, second = abs(before[0] - before[1]), abs(after[0] - after[1])
                    moved = before[0] != after[0] and before[1] != after[1]
                    perfect = first > 0 and first % 12 in PERFECT and first % 12 == second % 12
                    parallels += moved and perfect
    assert alone / total < 0.02
    assert parallels / moves <= 0.02


def test_the_last_chorus_is_the_fullest():
    """It has a lower voice too, which earlier choruses lack."""
    score = compose(plan_of(), pronounced)
    assert {line.section for line in of(score, VocalPart.LOW_HARMONY)} == {8}
    assert {line.section for line in of(score, VocalPart.DOUBLE)} == {3, 5, 8}


def test_spoken_words_keep_to_one_comfortable_pitch():
    """In the rhythm of the song, alone, in every genre, whatever else was asked for."""
    for genre in (Genre.POP, Genre.HIP_HOP, Genre.METAL):
        score = compose(verse(genre, style=VocalStyle.SPOKEN, harmonies=True), pronounced)
        assert {line.part for line in score.lines} == {VocalPart.LEAD}
        pitches = {note.pitch for line in score.lines for note in notes_of(line)}
        assert len(pitches) == 1
        low, high = Voice.FEMALE.vocal_range
        assert low + 3 <= pitches.pop() <= low + (high - low) / 2
        if genre is not Genre.HIP_HOP:  # whose sixteenths swing
            assert all(n.start * 8 % 1 == 0 for line in score.lines for n in notes_of(line))


def test_spoken_words_are_quicker_than_sung_ones():
    """Speech does not stretch its syllables over the bar."""
    spoken = compose(verse(style=VocalStyle.SPOKEN), pronounced)
    plain = compose(verse(), pronounced)
    lengths = [sum(line.end - line.start for line in of(s, VocalPart.LEAD)) for s in (spoken, plain)]
    assert lengths[0] < 0.8 * lengths[1]


@pytest.mark.parametrize("voice", [Voice.FEMALE, Voice.MALE])
def test_falsetto_and_belt_lie_high(voice: Voice):
    """Falsetto in the upper third and up to four semitones beyond, belt above plain singing and longer."""
    low, high = voice.vocal_range
    means = {}
    for style in (VocalStyle.SUNG, VocalStyle.BELT, VocalStyle.FALSETTO):
        notes = [
            note
            for seed in range(3)
            for line in of(compose(verse(seed=seed, voice=voice, style=style), pronounced), VocalPart.LEAD)
            for note in notes_of(line)
        ]
        means[style] = sum(note.pitch for note in notes) / len(notes)
        bottom, top = (low, high)
        if style is VocalStyle.FALSETTO:
            bottom, top = low + round(2 / 3 * (high - low)), high + 4
        assert all(bottom <= note.pitch <= top for note in notes)
    assert means[VocalStyle.SUNG] + 3 < means[VocalStyle.BELT] < means[VocalStyle.FALSETTO] - 2


def call_and_response(lead: str, backing: str, bars: int = 4) -> SongPlan:
    """Two lines that are answered."""
    lines = tuple(PlannedLine(i * bars, bars, lead, backing) for i in range(2))
    return plan_of((section(KIND.VERSE, "Verse", 2 * bars, 0.6, lines=lines),), Genre.SOUL)


def test_the_answer_follows_the_call_at_once_on_its_motif():
    """Within a beat and a half of the call's end, in its bars, near its pitches, in the call's own rhythm."""
    score = compose(call_and_response("Tell me where the river goes", "where the river goes"), pronounced)
    calls, answers = of(score, VocalPart.LEAD), of(score, VocalPart.BACKING)
    assert len(calls) == len(answers) == 2
    for number, (call, answer) in enumerate(zip(calls, answers, strict=True)):
        assert 0 <= answer.start - call.end <= 1.5
        assert answer.end <= (number + 1) * 16
        ends = [s.notes[-1] for s in call.syllables][-len(answer.syllables) :]
        mine = [s.notes[-1] for s in answer.syllables]
        away = [abs(a.pitch + 3 - b.pitch) for a, b in zip(ends, mine, strict=True)]
        assert sum(away) / len(away) <= 3.0


def test_ad_libs_turn_in_the_last_chorus():
    """A backing "oh" of the last chorus has several notes, one of the first chorus has one."""
    lines = tuple(PlannedLine(i * 4, 4, CHORUS[i], "oh") for i in range(2))
    form = tuple(section(KIND.CHORUS, f"Chorus {i}", 8, 0.8, lines=lines) for i in (1, 2))
    answers = of(compose(plan_of(form), pronounced), VocalPart.BACKING)
    counts = {line.section: len(line.syllables[-1].notes) for line in answers}
    assert counts[0] == 1
    assert counts[1] == 3


def test_words_never_start_before_the_end_of_the_line_before():
    """In one part, in any genre and with pickups, answers and repeats."""
    for genre in (Genre.POP, Genre.BLUES, Genre.HIP_HOP, Genre.AMBIENT):
        score = compose(plan_of(full_form(), genre, seed=9), pronounced)
        for part in VocalPart:
            for before, after in pairwise(of(score, part)):
                assert before.end <= after.start + 1e-9


def test_takes_differ_and_the_choice_is_stable():
    """The same plan gives the same lines twice; doubles are the lead's own notes."""
    one, two = compose(plan_of(seed=11), pronounced), compose(plan_of(seed=11), pronounced)
    assert one.lines == two.lines
    leads = {(line.section, line.start): line.syllables for line in of(one, VocalPart.LEAD)}
    doubles = of(one, VocalPart.DOUBLE)
    assert doubles
    assert all(leads[line.section, line.start] == line.syllables for line in doubles)
