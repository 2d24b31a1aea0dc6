"""The sung melody behaves like a song: it asks and answers, returns, stresses, and stays singable."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from songwright.compose.composer import compose
from songwright.compose.consonance import grates
from songwright.compose.harmony import singable_scale
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan, VocalStyle, Voice
from songwright.song.score import Note, Score, SungLine, VocalPart
from tests.compose.plans import CHORUS, VERSE_1, full_form, plan_of, pronounced, section, sung

pytestmark = pytest.mark.fast

KEYS = ("C major", "A minor", "G major", "E minor", "Bb major", "D minor", "F# minor", "Eb major")
SEEDS = range(40)


def notes_of(line: SungLine) -> list[Note]:
    return [syllable.notes[-1] for syllable in line.syllables]


def leads(score: Score) -> list[SungLine]:
    return [line for line in score.lines if line.part is VocalPart.LEAD]


@pytest.fixture(scope="module")
def songs() -> list[tuple[SongPlan, Score]]:
    """Forty pop songs in eight keys."""
    form = full_form()[1:6]
    made = []
    for seed in SEEDS:
        plan = plan_of(form, seed=seed, key=KEYS[seed % 8])
        made.append((plan, compose(plan, pronounced)))
    return made


def test_intervals_are_mixed_as_in_sung_pop(songs: list[tuple[SongPlan, Score]]):
    """Repeats 20-30 %, steps 40-50 %, thirds 15-25 %, larger 5-10 %."""
    counts: Counter[str] = Counter()
    for _, score in songs:
        for line in leads(score):
            for before, after in pairwise(notes_of(line)):
                size = abs(after.pitch - before.pitch)
                counts["repeat" if not size else "step" if size < 3 else "third" if size < 5 else "leap"] += 1
    share = {name: count / counts.total() for name, count in counts.items()}
    assert 0.20 <= share["repeat"] <= 0.30
    assert 0.40 <= share["step"] <= 0.50
    assert 0.15 <= share["third"] <= 0.25
    assert 0.05 <= share["leap"] <= 0.10


def test_stressed_syllables_fall_on_beats(songs: list[tuple[SongPlan, Score]]):
    """At least 85 % of the stressed and less than half of the unstressed syllables start on a beat."""
    on_beat: Counter[int] = Counter()
    total: Counter[int] = Counter()
    for _, score in songs:
        for line in leads(score):
            for syllable in line.syllables:
                stress = syllable.syllable.stress
                total[stress] += 1
                on_beat[stress] += syllable.notes[0].start % 1 == 0
    assert on_beat[2] / total[2] >= 0.85
    assert on_beat[0] / total[0] <= 0.5


def test_every_note_is_in_the_key(songs: list[tuple[SongPlan, Score]]):
    """The scale, bent where the chord alters a degree of it; doubles and harmonies too."""
    for plan, score in songs:
        for line in score.lines:
            for note in (note for syllable in line.syllables for note in syllable.notes):
                allowed = {*plan.key.scale, *singable_scale(plan.key, score.chord_at(note.start))}
                assert note.pitch % 12 in allowed


def test_strong_beats_prefer_chord_tones(songs: list[tuple[SongPlan, Score]]):
    """At least 80 % of the notes on a beat belong to the chord."""
    hits = [
        note.pitch % 12 in score.chord_at(note.start).pitch_classes
        for _, score in songs
        for line in leads(score)
        for note in notes_of(line)
        if note.start % 1 == 0
    ]
    assert sum(hits) / len(hits) >= 0.8


def test_held_notes_do_not_grate(songs: list[tuple[SongPlan, Score]]):
    """At most 1 % of the notes heard as held are a semitone above a tone of their chord."""
    held = [
        grates(note.pitch % 12, score.chord_at(note.start))
        for _, score in songs
        for line in leads(score)
        for note in notes_of(line)
        if score.seconds(note.duration) >= 0.55
    ]
    assert sum(held) / len(held) <= 0.01, (sum(held), len(held))


def test_first_lines_ask_and_second_lines_answer(songs: list[tuple[SongPlan, Score]]):
    """In a verse line 1 ends on degree 2, 3 or 5, line 2 on 1 or 3, or on a tone of a chord without them."""
    for plan, score in songs:
        verse = [line for line in leads(score) if line.section == 0]
        degree = {pitch_class: place + 1 for place, pitch_class in enumerate(plan.key.scale)}
        for line, wanted in zip(verse[:2], ((2, 3, 5), (1, 3)), strict=True):
            last = notes_of(line)[-1]
            chord = score.chord_at(last.start).pitch_classes
            possible = [tone for tone in chord if degree.get(tone) in wanted]
            assert degree.get(last.pitch % 12) in wanted or (not possible and last.pitch % 12 in chord)


def test_the_last_line_comes_home(songs: list[tuple[SongPlan, Score]]):
    """The last sung note is the tonic over the tonic chord."""
    for plan, score in songs:
        last = notes_of(leads(score)[-1])[-1]
        assert last.pitch % 12 == plan.key.tonic
        assert score.chord_at(last.end - 0.1).root == plan.key.tonic


def test_choruses_share_one_melody_above_the_verse(songs: list[tuple[SongPlan, Score]]):
    """The same words come back on the same notes, about three semitones above the verse."""
    lifts = []
    same = []
    for _, score in songs:
        first = [line for line in leads(score) if line.section == 2]
        second = [line for line in leads(score) if line.section == 4]
        start = [score.section_start_beats(2), score.section_start_beats(4)]
        for one, other in zip(first[:-1], second[:-1], strict=True):
            a = [(n.start - start[0], n.duration, n.pitch) for n in notes_of(one)]
            b = [(n.start - start[1], n.duration, n.pitch) for n in notes_of(other)]
            same.append(a == b)
        verse = [n.pitch for line in leads(score) if line.section == 0 for n in notes_of(line)]
        chorus = [n.pitch for line in first for n in notes_of(line)]
        lifts.append(sum(chorus) / len(chorus) - sum(verse) / len(verse))
    assert all(same)
    assert 2.0 <= sum(lifts) / len(lifts) <= 5.0


def test_verse_two_sings_the_melody_of_verse_one(songs: list[tuple[SongPlan, Score]]):
    """At the same moments of the verse the pitches agree, far beyond chance."""
    agree = total = 0
    for _, score in songs:
        start = [score.section_start_beats(0), score.section_start_beats(3)]
        first = {n.start - start[0]: n.pitch for x in leads(score) if x.section == 0 for n in notes_of(x)}
        second = {n.start - start[1]: n.pitch for x in leads(score) if x.section == 3 for n in notes_of(x)}
        shared = first.keys() & second.keys()
        agree += sum(abs(first[at] - second[at]) <= 2 for at in shared)
        total += len(second)
    assert agree / total >= 0.6


def test_a_repeated_line_repeats_its_melody():
    """Two equal lines in one chorus are sung alike."""
    form = (section(SectionKind.CHORUS, "Chorus", 8, 0.8, lines=sung((CHORUS[0], *CHORUS[:2], CHORUS[0]))),)
    alike = 0
    for seed in range(10):
        lines = leads(compose(plan_of(form, seed=seed), pronounced))
        alike += [n.pitch for n in notes_of(lines[0])] == [n.pitch for n in notes_of(lines[1])]
    assert alike >= 5


def test_lines_breathe_and_end_on_a_long_note(songs: list[tuple[SongPlan, Score]]):
    """Behind every line there is air, and its last note is longer than its middle one."""
    longer = []
    for _, score in songs:
        lines = leads(score)
        for before, after in pairwise(lines):
            assert after.start - before.end >= 0.1
        for line in lines:
            lengths = sorted(note.duration for note in notes_of(line))
            longer.append(notes_of(line)[-1].duration > lengths[len(lengths) // 2])
            assert len({round(b.start - a.start, 3) for a, b in pairwise(notes_of(line))}) > 1
    assert sum(longer) / len(longer) >= 0.8


@pytest.mark.parametrize("meter", list(Meter))
def test_rhythm_is_exact_on_the_grid(meter: Meter):
    """In a straight style every syllable starts on a sixteenth, in a shuffle on eighths or their triplets."""
    for line in compose(plan_of(meter=meter), pronounced).lines:
        assert all(syllable.notes[0].start * 4 % 1 == 0 for syllable in line.syllables)
    if meter is Meter.FOUR:
        blues = compose(plan_of(genre=Genre.BLUES, bpm=90), pronounced)
        places = {round(s.notes[0].start % 1, 2) for line in blues.lines for s in line.syllables}
        assert places <= {0.0, 0.33, 0.67, 0.83}
        assert 0.67 in places


def test_chorus_lines_are_doubled_and_harmonised():
    """Pop doubles its choruses and adds a second voice, about a third away, from the second one on."""
    plan = plan_of()
    score = compose(plan, pronounced)
    for part in (VocalPart.DOUBLE, VocalPart.HARMONY):
        kinds = {score.sections[line.section].kind for line in score.lines if line.part is part}
        assert kinds == {SectionKind.CHORUS}
    lead = {(x.section, x.start): x for x in leads(score)}
    for line in score.lines:
        partner = lead.get((line.section, line.start))
        if line.part is VocalPart.DOUBLE:
            assert partner is not None
            assert line.syllables == partner.syllables
        if line.part is VocalPart.HARMONY:
            assert partner is not None
            gaps = [abs(a.pitch - b.pitch) for a, b in zip(notes_of(line), notes_of(partner), strict=True)]
            assert all(gap in (0, 3, 4, 5, 8, 9) for gap in gaps)
            assert sum(gap in (3, 4, 5) for gap in gaps) > 0.7 * len(gaps)


def test_backing_words_answer_after_the_lead():
    """Words in parentheses are sung softer in the rest of the line's bars, or alone."""
    lines = (*sung(VERSE_1[:1], backing="ooh my love"), *sung(("", "")[:1], backing="hey hey"))
    lines = (lines[0], type(lines[1])(2, 2, "", "hey hey"))
    score = compose(plan_of((section(SectionKind.VERSE, "Verse", 4, 0.6, lines=lines),)), pronounced)
    lead, answer, alone = score.lines
    assert [line.part for line in score.lines] == [VocalPart.LEAD, VocalPart.BACKING, VocalPart.BACKING]
    assert lead.end <= answer.start < answer.end <= 8 <= alone.start
    assert answer.gain_db < lead.gain_db
    assert answer.words == ("ooh", "my", "love")


def test_loud_lines_are_louder_and_styles_are_kept():
    """Shouted lines gain level and velocity; growls are low and narrow; whispers keep their style."""
    lines = (
        *sung(VERSE_1[:1]),
        type(sung(VERSE_1)[0])(2, 2, VERSE_1[1].upper(), loud=True),
        type(sung(VERSE_1)[0])(4, 2, VERSE_1[2], style=VocalStyle.GROWL),
        type(sung(VERSE_1)[0])(6, 2, VERSE_1[3], style=VocalStyle.WHISPER),
    )
    form = (section(SectionKind.VERSE, "Verse", 8, 0.6, lines=lines),)
    plain, loud, growl, whisper = compose(plan_of(form, Genre.METAL, voice=Voice.MALE), pronounced).lines
    assert 2 <= loud.gain_db - plain.gain_db <= 3
    assert min(n.velocity for n in notes_of(loud)) > min(n.velocity for n in notes_of(plain))
    pitches = [note.pitch for note in notes_of(growl)]
    low, _ = Voice.MALE.vocal_range
    assert max(pitches) - min(pitches) <= 7
    assert max(pitches) <= low + 7
    assert (growl.style, whisper.style) == (VocalStyle.GROWL, VocalStyle.WHISPER)


def test_rap_is_dense_and_flat():
    """A hip-hop verse has shorter syllables and a smaller range than a pop verse."""
    figures = {}
    for genre in (Genre.POP, Genre.HIP_HOP):
        gaps, spans = [], []
        for seed in range(8):
            form = (section(SectionKind.VERSE, "Verse", 8, 0.5, lines=sung(VERSE_1)),)
            for line in leads(compose(plan_of(form, genre, 90, "A minor", seed=seed), pronounced)):
                notes = notes_of(line)
                gaps += [b.start - a.start for a, b in pairwise(notes)]
                spans.append(max(n.pitch for n in notes) - min(n.pitch for n in notes))
        figures[genre] = (sum(gaps) / len(gaps), sum(spans) / len(spans))
    assert figures[Genre.HIP_HOP][0] < 0.75 * figures[Genre.POP][0]
    assert figures[Genre.HIP_HOP][1] < 0.7 * figures[Genre.POP][1]


def test_some_genres_sing_turns_on_long_notes():
    """Soul has melismas of two or three notes that end on the line's own last pitch."""
    counts = Counter(
        len(syllable.notes)
        for seed in range(6)
        for line in leads(compose(plan_of(genre=Genre.SOUL, seed=seed), pronounced))
        for syllable in line.syllables
    )
    assert counts[2] + counts[3] > 0
    assert max(counts) <= 3


@pytest.mark.parametrize("genre", [Genre.POP, Genre.JAZZ, Genre.METAL, Genre.FOLK])
def test_a_chorus_with_answers_keeps_the_tune_of_one_without(genre: Genre):
    """Backing words shorten the lead's room: the rhythm gives way, nine of ten pitches stay."""
    asked = tuple(replace(line, backing="by the water") for line in sung(CHORUS, 2))
    form = (
        section(SectionKind.CHORUS, "Chorus", 8, 0.8, lines=sung(CHORUS, 2)),
        section(SectionKind.VERSE, "Verse", 8, 0.6, lines=sung(VERSE_1, 2)),
        section(SectionKind.CHORUS, "Chorus", 8, 0.8, lines=asked),
        section(SectionKind.OUTRO, "Outro", 4, 0.4),
    )
    same = total = 0
    for seed in range(4):
        score = compose(plan_of(form, genre, seed=seed), pronounced)
        first, last = (
            [line for line in score.lines if line.section == index and line.part is VocalPart.LEAD]
            for index in (0, 2)
        )
        for line, later in list(zip(first, last, strict=True))[:-1]:  # the last one closes the song
            for one, other in zip(line.syllables, later.syllables, strict=True):
                total += 1
                same += one.notes[-1].pitch == other.notes[-1].pitch
    assert same > 0.9 * total
