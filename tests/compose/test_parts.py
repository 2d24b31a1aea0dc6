"""The accompaniment: drums, bass, chords, solos, and what tells the genres apart."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from songwright.compose.composer import compose
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import PlannedSection, SongPlan
from songwright.song.score import Note, Score, Track
from tests.compose.plans import BAND, CHORUS, full_form, plan_of, pronounced, section, sung

pytestmark = pytest.mark.fast

KIND = SectionKind


def track(score: Score, role: Role) -> Track:
    return next(track for track in score.tracks if track.role is role)


def between(notes: tuple[Note, ...], start: float, end: float) -> list[Note]:
    return [note for note in notes if start - 0.05 <= note.start < end - 0.05]


def plain(genre: Genre, bpm: int = 100, energy: float = 0.6, **more: object) -> SongPlan:
    """A verse and an ending without words, in A minor."""
    form = (section(KIND.VERSE, "Verse", 8, energy), section(KIND.OUTRO, "Outro", 2, energy))
    return plan_of(form, genre, bpm, "A minor", voice=None, **more)  # type: ignore[arg-type]  # forwarded fields


def slots(notes: list[Note], start: float, drum: int) -> set[int]:
    """The sixteenths of a bar at which a drum is struck."""
    return {round((note.start - start) * 4) for note in notes if note.pitch == drum}


def test_rock_has_a_backbeat():
    """Snare on 2 and 4, kick on 1."""
    drums = track(compose(plain(Genre.ROCK), pronounced), Role.DRUMS)
    for bar in range(6):
        notes = between(drums.notes, bar * 4, bar * 4 + 4)
        assert slots(notes, bar * 4, Drum.SNARE) >= {4, 12}
        assert 0 in slots(notes, bar * 4, Drum.KICK)


def test_house_has_four_on_the_floor():
    """A kick on every beat of an electronic drop."""
    plan = plain(Genre.ELECTRONIC, 124, 0.9)
    notes = between(track(compose(plan, pronounced), Role.DRUMS).notes, 0, 24)
    assert {round(n.start) % 4 for n in notes if n.pitch == Drum.KICK} == {0, 1, 2, 3}
    assert sum(n.pitch == Drum.KICK for n in notes) == 24


def test_reggae_drops_the_one():
    """Kick and rim on beat 3, nothing of the kick on 1; the chords are all offbeats."""
    score = compose(plain(Genre.REGGAE, 75), pronounced)
    notes = between(track(score, Role.DRUMS).notes, 4, 24)
    assert {round(n.start) % 4 for n in notes if n.pitch == Drum.KICK} == {2}
    chords = between(track(score, Role.CHORDS).notes, 0, 28)
    assert all(0.4 < n.start % 1 < 0.75 for n in chords)


def test_black_metal_blasts_and_picks_tremolo():
    """At full energy snare and kick share the sixteenths; the guitar strikes sixteen notes a bar."""
    band = {**BAND, Role.CHORDS: "distorted_guitar", Role.RHYTHM: "distorted_guitar"}
    score = compose(plain(Genre.BLACK_METAL, 160, 0.95, instruments=band), pronounced)
    notes = between(track(score, Role.DRUMS).notes, 4, 8)
    struck = slots(notes, 4, Drum.KICK) | slots(notes, 4, Drum.SNARE)
    assert len(struck) == 16
    assert len(slots(notes, 4, Drum.SNARE)) >= 8
    guitar = between(track(score, Role.CHORDS).notes, 4, 8)
    assert len(guitar) == 16
    assert len({n.pitch for n in guitar}) >= 3


def test_jazz_walks_and_swings():
    """The bass plays a different note on nearly every beat; offbeats of the ride come late."""
    score = compose(plain(Genre.JAZZ, 130), pronounced)
    bass = between(track(score, Role.BASS).notes, 0, 28)
    assert len(bass) >= 26
    assert sum(a.pitch != b.pitch for a, b in pairwise(bass)) > 0.85 * len(bass)
    off = [
        n.start % 1
        for n in track(score, Role.DRUMS).notes
        if n.pitch == Drum.RIDE and 0.4 < n.start % 1 < 0.9
    ]
    assert 0.57 < sum(off) / len(off) < 0.68


def test_country_alternates_root_and_fifth():
    """Boom-chuck: the bass plays root and fifth on 1 and 3, the chords 2 and 4."""
    score = compose(plain(Genre.COUNTRY, 110, 0.5), pronounced)
    for bar in range(6):
        one, three = between(track(score, Role.BASS).notes, bar * 4, bar * 4 + 4)[:2]
        chord = score.chord_at(bar * 4)
        assert one.pitch % 12 == chord.root
        assert (three.pitch - chord.root) % 12 in (6, 7, 8)
        assert round(three.start - bar * 4) == 2


def test_waltz_and_compound_time_have_grooves_of_their_own():
    """3/4 puts the kick on 1 only; 6/8 has its backbeat on the fourth eighth."""
    three = compose(plain(Genre.FOLK, meter=Meter.THREE), pronounced)
    kicks = [n.start % 3 for n in between(track(three, Role.DRUMS).notes, 0, 18) if n.pitch == Drum.KICK]
    assert all(min(k, 3 - k) < 0.1 for k in kicks)
    six = compose(plain(Genre.ROCK, meter=Meter.SIX), pronounced)
    snares = [n.start % 3 for n in between(track(six, Role.DRUMS).notes, 0, 18) if n.pitch == Drum.SNARE]
    assert all(abs(s - 1.5) < 0.1 for s in snares)


def test_the_caption_names_a_school():
    """Bossa nova has its rim and no cowbell, punk rides its open hat."""
    found = {}
    for genre, caption in (
        (Genre.LATIN, "bossa nova"),
        (Genre.LATIN, "salsa"),
        (Genre.ROCK, "fast punk rock"),
    ):
        plan = replace(plain(genre, 120, 0.9), caption=caption)
        found[caption] = {n.pitch for n in track(compose(plan, pronounced), Role.DRUMS).notes}
    assert Drum.RIM in found["bossa nova"]
    assert Drum.COWBELL not in found["bossa nova"]
    assert Drum.COWBELL in found["salsa"]
    assert Drum.OPEN_HAT in found["fast punk rock"]


def test_a_fill_leads_to_the_chorus_and_a_crash_opens_it():
    """The last beats before a chorus differ from the groove, and the chorus starts with a crash."""
    fills = 0
    for seed in range(12):
        score = compose(plan_of(seed=seed, genre=Genre.ROCK), pronounced)
        drums = track(score, Role.DRUMS).notes
        start = score.section_start_beats(3)
        assert any(n.pitch == Drum.CRASH and abs(n.start - start) < 0.05 for n in drums)
        toms = (Drum.LOW_TOM, Drum.MID_TOM, Drum.HIGH_TOM)
        before = between(drums, start - 2, start)
        fills += any(n.pitch in toms for n in before) or sum(n.pitch == Drum.SNARE for n in before) > 2
    assert fills >= 9


def test_a_build_rolls_up_to_the_drop():
    """In a build-up snares come ever closer and louder."""
    form = (
        section(KIND.BUILD, "Build", 4, 0.7),
        section(KIND.DROP, "Drop", 8, 1.0),
        section(KIND.OUTRO, "Outro", 2, 0.4),
    )
    drums = track(compose(plan_of(form, Genre.ELECTRONIC, 126, voice=None), pronounced), Role.DRUMS)
    snares = [n for n in between(drums.notes, 0, 16) if n.pitch == Drum.SNARE]
    first, last = snares[: len(snares) // 2], snares[len(snares) // 2 :]
    assert first[-1].start - first[0].start > 1.5 * (last[-1].start - last[0].start)
    assert last[-1].velocity > first[0].velocity + 30


@pytest.mark.parametrize("meter", list(Meter))
@pytest.mark.parametrize("genre", [Genre.ELECTRONIC, Genre.POP, Genre.METAL, Genre.LATIN, Genre.CINEMATIC])
def test_a_build_grows_with_every_bar(genre: Genre, meter: Meter):
    """Bar by bar the drums have more velocity per sounding beat, up to the rest; so far the bass plays."""
    form = (
        section(KIND.BUILD, "Build", 4, 0.55, swell=0.35),
        section(KIND.DROP, "Drop", 8, 1.0),
        section(KIND.OUTRO, "Outro", 2, 0.4),
    )
    for seed in range(3):
        score = compose(plan_of(form, genre, 126, meter=meter, voice=None, seed=seed), pronounced)
        drums, bass = track(score, Role.DRUMS), track(score, Role.BASS)
        bar, end = meter.bar_beats, 4 * meter.bar_beats
        rest = max(note.start for note in drums.notes if note.start < end - 0.3) + 0.125
        bars = [(number * bar, min((number + 1) * bar, rest)) for number in range(4)]
        force = [
            sum(n.velocity for n in between(drums.notes, start - 0.05, stop - 0.05)) / (stop - start)
            for start, stop in bars
            if stop - start > 0.6
        ]
        assert force == sorted(force), force
        assert between(bass.notes, bars[-1][0] - 0.1, bars[-1][1])


@pytest.mark.parametrize("genre", [g for g in Genre if g not in (Genre.REGGAE, Genre.ELECTRONIC)])
def test_the_bass_plays_the_root_where_the_chord_changes(genre: Genre):
    """At every change within a verse the bass has the chord's bass tone, low on the instrument."""
    score = compose(plan_of(genre=genre, key="G major", seed=4), pronounced)
    bass = track(score, Role.BASS)
    start, end = score.section_start_beats(1), score.section_start_beats(2)
    slack = 0.06
    for chord in score.chords:
        if start <= chord.start < end:
            root = [n for n in bass.notes if abs(n.start - chord.start) < slack]
            assert [n.pitch % 12 for n in root] == [chord.bass], chord
    low = INSTRUMENTS[bass.instrument].low
    assert sum(n.pitch for n in bass.notes) / len(bass.notes) < low + 16


@pytest.mark.parametrize("genre", list(Genre))
def test_humanisation_is_small(genre: Genre):
    """Drums stay within 5 ms and everything else within 12 ms of the swung grid of 48ths."""
    from songwright.compose.feel import feel_of
    from songwright.compose.styles import STYLES

    plan = plan_of(full_form()[1:4], genre)
    feel = feel_of(plan, STYLES[genre])
    for part in compose(plan, pronounced).tracks:
        if part.role is Role.LEAD:
            continue
        limit = 5.0 if part.role is Role.DRUMS else 12.0
        for note in part.notes:
            written = feel.unswung(note.start)
            grid = min(abs(feel.swung(round(written * g) / g) - note.start) for g in (8, 12))
            assert grid * 60_000 / plan.bpm <= limit + 1.1, (part.name, note)


def test_a_planned_solo_is_played_by_its_instrument():
    """The guitar plays its solo on a LEAD track of its own, denser when it is virtuoso."""
    counts = {}
    for modifiers in (("melodic", "slow"), ("virtuoso",)):
        form = tuple(
            PlannedSection(p.kind, p.title, p.bars, p.energy, modifiers, p.lines, p.lead) if p.lead else p
            for p in full_form()
        )
        total = 0
        for seed in range(5):
            score = compose(plan_of(form, Genre.ROCK, seed=seed), pronounced)
            solo = next(t for t in score.tracks if t.role is Role.LEAD and t.instrument == "clean_guitar")
            index = next(i for i, s in enumerate(score.sections) if s.kind is KIND.SOLO)
            span = score.section_start_beats(index), score.section_start_beats(index + 1)
            notes = between(solo.notes, *span)
            assert notes[-1].start > span[1] - 8
            total += len(notes)
        counts[modifiers[0]] = total
    assert counts["virtuoso"] > 1.4 * counts["melodic"]


def test_answers_of_the_lead_leave_the_voice_alone():
    """Between the lines, never over them."""
    lines = tuple(type(line)(line.start_bar * 2, 3, line.text) for line in sung(CHORUS))
    form = (section(KIND.VERSE, "Verse", 16, 0.7, lines=lines), section(KIND.OUTRO, "Outro", 2, 0.5))
    answered = 0
    for seed in range(8):
        score = compose(plan_of(form, Genre.BLUES, 90, seed=seed), pronounced)
        lead = [t for t in score.tracks if t.role is Role.LEAD]
        for note in (n for t in lead for n in t.notes if n.start < 64):
            answered += 1
            assert not any(line.start < note.start < line.end for line in score.lines)
    assert answered > 20


def fingerprint(genre: Genre) -> dict[str, frozenset[tuple[object, ...]]]:
    """What a listener tells a genre by: progression, drums, bass and comping of one verse."""
    plan = plain(genre, 100, 0.62)
    score = compose(plan, pronounced)
    found: dict[str, frozenset[tuple[object, ...]]] = {
        "progression": frozenset((round(c.start), c.root, c.intervals) for c in score.chords if c.start < 32)
    }
    for role in (Role.DRUMS, Role.BASS, Role.CHORDS):
        notes = between(track(score, role).notes, 0, 28)
        counts = Counter((round(n.start % 4 * 6) % 24, n.pitch if role is Role.DRUMS else 0) for n in notes)
        found[role] = frozenset(place for place, count in counts.items() if count >= 3)
    return found


def distance(a: frozenset[tuple[object, ...]], b: frozenset[tuple[object, ...]]) -> float:
    """Share of places that only one of the two has."""
    return len(a ^ b) / max(1, len(a | b))


def test_genres_differ_pairwise():
    """Every two of the 17 genres differ clearly in at least three of chords, drums, bass and comping."""
    prints = {genre: fingerprint(genre) for genre in Genre}
    for one, other in combinations(Genre, 2):
        apart = [name for name in prints[one] if distance(prints[one][name], prints[other][name]) >= 0.3]
        assert len(apart) >= 3, (one, other, apart)
        assert "drums" in apart, (one, other)


@pytest.mark.parametrize("genre", [Genre.AMBIENT, Genre.POP, Genre.SOUL])
def test_without_a_bass_the_chords_keep_their_roots(genre: Genre):
    """A ninth chord without its root would be another chord, and the song in another key."""
    for seed in range(4):
        plan = plan_of(genre=genre, key="A minor", seed=seed, instruments={Role.CHORDS: "warm_pad"})
        score = compose(plan, pronounced)
        played = track(score, Role.CHORDS).notes
        for chord in score.chords:
            low = [note.pitch for note in played if abs(note.start - chord.start) < 0.1]
            assert not low or min(low) % 12 == chord.bass, chord.symbol
            assert not low or min(low) < 48
