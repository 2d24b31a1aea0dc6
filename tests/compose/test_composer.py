"""A score is whole: sections, chords, tracks and lines as planned, playable and in time."""

import itertools
import math
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from songwright.compose.composer import compose
from songwright.compose.harmonies import SECOND_BELOW
from songwright.compose.registers import FALSETTO_ABOVE
from songwright.compose.styles import STYLES
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan, VocalStyle
from songwright.song.score import Score, Track, VocalPart
from tests.compose.plans import BAND, CHORUS, full_form, plan_of, plans, pronounced, section, sung

pytestmark = pytest.mark.fast

TICK = 1 / 960
PICKUP = 2.0  # beats: two weak syllables at the slowest grid


def on_tick(beat: float) -> bool:
    return abs(beat * 960 - round(beat * 960)) < 1e-6


def check_notes(plan: SongPlan, track: Track) -> None:
    end = plan.duration_s * plan.bpm / 60
    instrument = INSTRUMENTS[track.instrument]
    assert list(track.notes) == sorted(track.notes, key=lambda note: note.start)
    sounding: dict[int, float] = {}
    for note in track.notes:
        assert note.start >= 0
        assert note.duration > 0
        assert note.end <= end + 1e-9
        assert on_tick(note.start)
        assert on_tick(note.end)
        assert instrument.low <= note.pitch <= instrument.high, (track.name, note)
        assert 1 <= note.velocity <= 127
        assert sounding.get(note.pitch, 0.0) <= note.start + 1e-9
        sounding[note.pitch] = note.end


def check_chords(plan: SongPlan, score: Score) -> None:
    assert score.chords[0].start == 0
    assert math.isclose(score.chords[-1].end, plan.bars * plan.meter.bar_beats)
    for before, after in zip(score.chords, score.chords[1:], strict=False):
        assert math.isclose(before.end, after.start)
    last = score.chord_at((plan.bars - 1) * plan.meter.bar_beats)
    assert last is score.chords[-1]
    assert last.root == plan.key.tonic


def check_lines(plan: SongPlan, score: Score) -> None:
    assert plan.voice is not None
    low, high = plan.voice.vocal_range
    for index, planned in enumerate(plan.sections):
        for part, wanted in (
            (VocalPart.LEAD, [p.text for p in planned.lines]),
            (VocalPart.BACKING, [p.backing for p in planned.lines]),
        ):
            wanted = [] if planned.kind is SectionKind.SILENCE else wanted
            texts = [text for text in wanted if pronounced(text, "en")]
            lines = [line for line in score.lines if line.section == index and line.part is part]
            assert [line.text for line in lines] == [" ".join(text.split()) for text in texts]
    for line in score.lines:
        notes = [note for syllable in line.syllables for note in syllable.notes]
        assert all(1 <= len(syllable.notes) <= 3 for syllable in line.syllables)
        assert all(a.end <= b.start + 1e-9 for a, b in itertools.pairwise(notes))
        top = high + FALSETTO_ABOVE if line.style is VocalStyle.FALSETTO else high
        second = line.part in (VocalPart.HARMONY, VocalPart.LOW_HARMONY)
        bottom = low - SECOND_BELOW if second else low
        assert all(bottom <= note.pitch <= top and note.duration > 0 for note in notes)
        assert [s.word for s in line.syllables] == sorted(s.word for s in line.syllables)
        assert {s.word for s in line.syllables} == set(range(len(line.words)))


def check_rooms(plan: SongPlan, score: Score) -> None:
    """Lead and backing of a line lie in its bars, but for a pickup within its section, and do not overlap."""
    bar = plan.meter.bar_beats
    for index, planned in enumerate(plan.sections):
        rooms = [(score.section_start_beats(index) + p.start_bar * bar, p.bars * bar) for p in planned.lines]
        for line in score.lines:
            if line.section == index:
                begin = score.section_start_beats(index)
                inside = [
                    s
                    for s, beats in rooms
                    if max(begin, s - PICKUP) - 1e-9 <= line.start and line.end <= s + beats + 1e-9
                ]
                assert inside, line.text
    heard = [line for line in score.lines if line.part in (VocalPart.LEAD, VocalPart.BACKING)]
    assert all(a.end <= b.start + 1e-9 for a, b in itertools.pairwise(heard))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plans())
def test_every_plan_becomes_a_playable_score(plan: SongPlan):
    """Whatever is planned, the score mirrors it and breaks no rule of time, range or order."""
    score = compose(plan, pronounced)
    assert [(s.kind, s.title, s.bars, s.energy, s.fade_out) for s in score.sections] == [
        (s.kind, s.title, s.bars, s.energy, s.fade_out) for s in plan.sections
    ]
    check_chords(plan, score)
    for track in score.tracks:
        check_notes(plan, track)
    if plan.voice is None:
        assert score.lines == ()
    else:
        check_lines(plan, score)
        check_rooms(plan, score)
    assert len({track.name for track in score.tracks}) == len(score.tracks)


def test_the_same_plan_gives_the_same_score():
    """Nothing but the plan decides."""
    assert compose(plan_of(), pronounced) == compose(plan_of(), pronounced)


def test_another_seed_gives_another_song():
    """Each seed has a melody of its own, and progressions differ often."""
    scores = [compose(plan_of(seed=seed), pronounced) for seed in range(12)]
    melodies = {
        tuple(n.pitch for line in s.lines for syllable in line.syllables for n in syllable.notes)
        for s in scores
    }
    assert len(melodies) == 12
    assert len({tuple(chord.symbol for chord in s.chords) for s in scores}) >= 6


def test_a_new_instrument_leaves_the_others_alone():
    """Randomness is named per part."""
    small = {role: BAND[role] for role in (Role.DRUMS, Role.BASS, Role.CHORDS)}
    big = {**small, Role.RHYTHM: "clean_guitar", Role.ARP: "synth_pluck"}
    before = compose(plan_of(instruments=small), pronounced)
    after = compose(plan_of(instruments=big), pronounced)
    kept = {track.role: track.notes for track in after.tracks}
    assert all(kept[track.role] == track.notes for track in before.tracks if track.role in small)
    assert before.lines == after.lines


@pytest.mark.parametrize("genre", list(Genre))
def test_the_song_ends_on_its_tonic_and_rings(genre: Genre):
    """On the last downbeat every track strikes the tonic chord and holds it; the drums crash."""
    for key in ("D minor", "G major"):
        plan = plan_of(genre=genre, key=key)
        score = compose(plan, pronounced)
        downbeat = (plan.bars - 1) * plan.meter.bar_beats
        slack = 0.012 * plan.bpm / 60 + 2 * TICK
        assert score.chords[-1].root == plan.key.tonic
        tones = set(score.chords[-1].pitch_classes)
        for track in score.tracks:
            ending = [note for note in track.notes if note.start >= downbeat - slack]
            assert ending
            assert all(note.start <= downbeat + slack for note in ending), track.name
            if track.role is Role.DRUMS:
                assert {Drum.CRASH, Drum.KICK} <= {note.pitch for note in ending}
            else:
                assert {note.pitch % 12 for note in ending} <= tones
                assert all(note.end > downbeat + plan.meter.bar_beats for note in ending)


def test_a_fading_song_keeps_playing_to_its_end():
    """Under a fade-out the band goes on, and still stands on the tonic."""
    form = (*full_form()[:-1], section(SectionKind.OUTRO, "Outro", 4, 0.6, fade_out=True))
    plan = plan_of(form)
    score = compose(plan, pronounced)
    downbeat = (plan.bars - 1) * plan.meter.bar_beats
    drums = next(track for track in score.tracks if track.role is Role.DRUMS)
    assert sum(note.start > downbeat + 0.4 for note in drums.notes) > 4
    assert score.chords[-1].root == plan.key.tonic


def test_energy_thickens_the_arrangement():
    """A chorus has more notes per bar and louder ones than a verse, a verse more than the intro."""
    rates = {"Intro": [0.0, 0.0], "Verse 1": [0.0, 0.0], "Final Chorus": [0.0, 0.0]}
    for seed in range(6):
        score = compose(plan_of(seed=seed), pronounced)
        for part in score.sections:
            if part.title in rates:
                start, end = part.start_bar * 4, (part.start_bar + part.bars) * 4
                notes = [n for t in score.tracks for n in t.notes if start <= n.start < end]
                rates[part.title][0] += len(notes) / part.bars / 6
                rates[part.title][1] += sum(n.velocity for n in notes) / max(1, len(notes)) / 6
    assert rates["Intro"][0] < rates["Verse 1"][0] < 0.75 * rates["Final Chorus"][0]
    assert rates["Verse 1"][1] < rates["Final Chorus"][1]


@pytest.mark.parametrize("meter", list(Meter))
@pytest.mark.parametrize("bpm", [30, 300])
def test_density_stays_human_at_extreme_tempi(meter: Meter, bpm: int):
    """No part but drums plays more than 17 attacks a second, and nobody sings more than 12 syllables."""
    for genre in (Genre.POP, Genre.BLACK_METAL, Genre.JAZZ, Genre.HIP_HOP):
        score = compose(plan_of(full_form(4 if bpm == 300 else 1), genre, bpm, meter=meter), pronounced)
        for track in score.tracks:
            starts = [score.seconds(note.start) for note in track.notes]
            attacks = starts[:1] + [b for a, b in pairwise(starts) if b - a > 0.012]
            busiest = max(sum(at <= a < at + 1 for a in attacks[i : i + 40]) for i, at in enumerate(attacks))
            assert busiest <= 17 or track.role is Role.DRUMS, (genre, track.name, busiest)
        for line in score.lines:
            seconds = score.seconds(line.end - line.start)
            assert len(line.syllables) / seconds < 12


def test_a_one_bar_song_works():
    """The shortest form: one bar, with and without words."""
    for lines in ((), sung(CHORUS[:1], 1)):
        plan = plan_of((section(SectionKind.CHORUS, "Chorus", 1, 0.9, lines=lines),))
        score = compose(plan, pronounced)
        assert score.chords[0].root == plan.key.tonic
        assert score.tracks


def test_every_genre_has_a_style():
    """No genre is left to chance."""
    assert set(STYLES) == set(Genre)


def test_an_instrumental_carries_its_tune_on_the_lead():
    """Without a voice the LEAD instrument plays in the choruses."""
    form = tuple(
        section(part.kind, part.title, part.bars, part.energy) for part in full_form() if part.lead is None
    )
    plan = plan_of(form, voice=None)
    score = compose(plan, pronounced)
    lead = next(track for track in score.tracks if track.role is Role.LEAD)
    chorus = next(part for part in score.sections if part.kind is SectionKind.CHORUS)
    start, end = chorus.start_bar * 4, (chorus.start_bar + chorus.bars) * 4
    assert sum(start <= note.start < end for note in lead.notes) >= 8
    assert score.lines == ()
