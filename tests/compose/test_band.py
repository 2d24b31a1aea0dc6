"""The band's rhythm and arrangement: meters, fills, drops, silence, swells, percussion, who is heard."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.compose.composer import compose
from songwright.compose.drum_names import Rows
from songwright.compose.form import passages_of
from songwright.compose.groove import Groove
from songwright.compose.grooves import GROOVES
from songwright.compose.parts import parts_of
from songwright.compose.pattern import fitted, read_steps
from songwright.compose.percussion_rows import PERCUSSION, TRIPLE_PERCUSSION
from songwright.compose.style import Levels
from songwright.compose.styles import STYLES
from songwright.compose.triple import FAMILY_OF, TRIPLE
from songwright.compose.variants import VARIANTS
from songwright.song.genre import Genre
from songwright.song.instruments import Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import PlannedSection, SongPlan
from songwright.song.score import Note, Score
from tests.compose.plans import BAND as FULL_BAND
from tests.compose.plans import full_form, plan_of, pronounced, section

pytestmark = pytest.mark.fast

KIND = SectionKind
BAND: dict[Role, str] = {
    role: name for role, name in FULL_BAND.items() if role is not Role.LEAD
}  # solos have tests of their own
WHOLE_BAND = {**BAND, Role.PERCUSSION: "percussion", Role.TEXTURE: "vinyl_crackle"}


def notes_of(score: Score, *roles: Role) -> list[Note]:
    return [note for track in score.tracks if track.role in roles for note in track.notes]


def played(sections: tuple[PlannedSection, ...], genre: Genre = Genre.POP, **more: object) -> Score:
    """An instrumental of these sections by everybody."""
    band = more.pop("instruments", WHOLE_BAND)
    plan = plan_of(sections, genre, voice=None, instruments=band, **more)  # type: ignore[arg-type]  # forwarded fields
    return compose(plan, pronounced)


def patterns(*options: Levels) -> list[str]:
    return [pattern for levels in options for pattern in (levels.thin, levels.medium, levels.full)]


def test_every_variant_is_whole_bars():
    """Variants are one or two bars of 4/4 and name grooves that exist."""
    for variants in VARIANTS.values():
        for pattern in patterns(*variants.bass, *variants.chords, *variants.rhythm, *variants.arp):
            assert len(pattern.replace(" ", "")) in (16, 32), pattern
        assert set(patterns(*variants.grooves)) <= GROOVES.keys()


def test_patterns_of_three_and_six_are_played_as_written():
    """They have twelve sixteenths a bar, and nothing of them is bent."""
    assert set(FAMILY_OF) == set(Genre)
    for meter, families in TRIPLE.items():
        for choices in families.values():
            for pattern in patterns(*(levels for options in choices for levels in options)):
                assert len(pattern.replace(" ", "")) in (12, 24), pattern
                assert fitted(pattern, meter).steps == read_steps(pattern)


def test_percussion_rows_are_whole():
    """Rows of 4/4 have 16 or 32 sixteenths, those of 3/4 and 6/8 12 or 24."""
    sets: list[tuple[Rows, tuple[int, int]]] = [
        (rows, (16, 32)) for trios in PERCUSSION.values() for trio in trios for rows in trio
    ]
    sets += [(rows, (12, 24)) for trios in TRIPLE_PERCUSSION.values() for trio in trios for rows in trio]
    for rows, lengths in sets:
        for _, row in rows:
            assert len(row.replace(" ", "")) in lengths, row
            assert set(row) <= set("Xxo-?!rt. ")
    assert set(PERCUSSION) == set(Genre)


def weights(notes: list[Note], bar: float, pulses: tuple[float, ...]) -> list[int]:
    """How many notes start near each place of a bar."""
    return [
        sum(abs((note.start - pulse + bar / 2) % bar - bar / 2) < 0.08 for note in notes) for pulse in pulses
    ]


@pytest.mark.parametrize("genre", [Genre.FOLK, Genre.COUNTRY, Genre.BALLAD])
def test_a_waltz_goes_oom_pah_pah(genre: Genre):
    """The bass carries the one and leaves the two alone; the chords come on two and three."""
    bass: list[Note] = []
    chords: list[Note] = []
    for seed in range(6):
        score = played((section(KIND.VERSE, "Verse", 16, 0.6),), genre, meter=Meter.THREE, seed=seed, bpm=100)
        bass += notes_of(score, Role.BASS)
        chords += notes_of(score, Role.CHORDS)
    one, two, three = weights(bass, 3.0, (0.0, 1.0, 2.0))
    assert one > 2 * two
    assert one > three
    pah = weights(chords, 3.0, (1.0, 2.0))
    assert min(pah) > 0.5 * weights(chords, 3.0, (0.0,))[0]


@pytest.mark.parametrize("genre", list(Genre))
def test_six_eight_has_two_pulses(genre: Genre):
    """Basses and chords keep to the sixteenths of 6/8 and mark its two pulses."""
    score = played((section(KIND.VERSE, "Verse", 16, 0.6),), genre, meter=Meter.SIX, bpm=90, seed=2)
    notes = notes_of(score, Role.BASS, Role.CHORDS, Role.RHYTHM)
    on_grid = sum(abs((note.start * 4 + 0.5) % 1 - 0.5) < 0.1 for note in notes)
    assert on_grid > 0.9 * len(notes)
    pulses = sum(weights(notes_of(score, Role.BASS, Role.DRUMS), 3.0, (0.0, 1.5)))
    between = sum(weights(notes_of(score, Role.BASS, Role.DRUMS), 3.0, (0.75, 2.25)))
    assert pulses > 2 * between


def test_the_jig_and_the_gallop_differ():
    """Folk strums its jig in eighths, metal gallops in sixteenths between them."""
    counts = {}
    for genre in (Genre.FOLK, Genre.METAL):
        score = played((section(KIND.VERSE, "Verse", 8, 0.65),), genre, meter=Meter.SIX, bpm=120, seed=4)
        notes = notes_of(score, Role.DRUMS, Role.CHORDS, Role.BASS)
        off = sum(abs((note.start * 2 + 0.5) % 1 - 0.5) > 0.3 for note in notes)
        counts[genre] = off / len(notes)
    assert counts[Genre.METAL] > counts[Genre.FOLK] + 0.1


def build_and_drop(genre: Genre = Genre.ELECTRONIC, seed: int = 1) -> Score:
    form = (
        section(KIND.VERSE, "Verse", 8, 0.5),
        section(KIND.BUILD, "Build", 8, 0.6, swell=0.35),
        section(KIND.DROP, "Drop", 8, 1.0),
        section(KIND.BREAKDOWN, "Breakdown", 8, 0.4),
        section(KIND.OUTRO, "Outro", 4, 0.4),
    )
    return played(form, genre, seed=seed, bpm=126)


@pytest.mark.parametrize("genre", [Genre.ELECTRONIC, Genre.POP, Genre.HIP_HOP])
def test_a_roll_accelerates_and_grows(genre: Genre):
    """Snares come at quarters, eighths, sixteenths and thirty-seconds, each faster part louder."""
    score = build_and_drop(genre)
    start, end = score.section_start_beats(1), score.section_start_beats(2)
    half = (start + end) / 2
    snares = [
        n for n in notes_of(score, Role.DRUMS) if n.pitch == Drum.SNARE and half - 0.05 <= n.start < end
    ]
    gaps = [round((b.start - a.start) * 16) / 16 for a, b in pairwise(snares)]
    assert gaps == sorted(gaps, reverse=True)
    assert {1.0, 0.5, 0.25} <= set(gaps)
    thirds = [snares[i].velocity for i in (0, len(snares) // 2, -1)]
    assert thirds == sorted(thirds)
    assert thirds[-1] > thirds[0] + 25


@pytest.mark.parametrize("kind", [KIND.SILENCE, KIND.BUILD])
def test_nobody_comes_early_out_of_a_rest(kind: SectionKind):
    """However unevenly the band plays, nobody starts before the end of a silence or a held breath."""
    form = (
        section(KIND.VERSE, "Verse", 4, 0.6),
        section(kind, "Before", 4, 0.6),
        section(KIND.DROP, "Drop", 4, 1.0),
    )
    for genre in Genre:
        score = played(form, genre, bpm=90)
        drop = score.section_start_beats(2)
        after = [note for note in notes_of(score, *BAND, Role.PERCUSSION) if note.start >= drop - 0.2]
        assert min(note.start for note in after) >= drop


@pytest.mark.parametrize("seed", range(5))
def test_the_band_holds_its_breath_before_a_drop(seed: int):
    """At least a beat before the drop is silent in every part; all strike on its first beat."""
    score = build_and_drop(seed=seed)
    drop = score.section_start_beats(2)
    parts = [track for track in score.tracks if track.role is not Role.TEXTURE]
    for track in parts:
        assert not any(n.start < drop - 0.06 and n.end > drop - 1.0 + 0.01 for n in track.notes), track.name
    struck = {track.role for track in parts if any(abs(n.start - drop) < 0.06 for n in track.notes)}
    assert {Role.DRUMS, Role.CHORDS} <= struck
    hits = [n for n in notes_of(score, Role.DRUMS) if abs(n.start - drop) < 0.06]
    assert {Drum.CRASH, Drum.KICK} <= {n.pitch for n in hits}


def test_a_breakdown_leaves_the_drums_out_but_slams_in_metal():
    """Pads and chords go on without drums; in metal the breakdown is played half-time by everybody."""
    for genre, has_drums in ((Genre.ELECTRONIC, False), (Genre.POP, False), (Genre.METAL, True)):
        score = build_and_drop(genre)
        start, end = score.section_start_beats(3), score.section_start_beats(4)
        drums = [n for n in notes_of(score, Role.DRUMS) if start - 0.05 < n.start < end - 0.1]
        assert bool(drums) is has_drums, genre
        assert any(start - 0.05 < n.start < end for n in notes_of(score, Role.CHORDS, Role.PAD))


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(list(Genre)), st.integers(0, 10_000), st.sampled_from(list(Meter)))
def test_nothing_sounds_in_a_silence(genre: Genre, seed: int, meter: Meter):
    """Notes before it end where it starts, and none starts in it."""
    form = (
        section(KIND.CHORUS, "Chorus", 4, 0.9),
        section(KIND.SILENCE, "Silence", 1, 0.0),
        section(KIND.CHORUS, "Chorus 2", 4, 0.95),
    )
    score = played(form, genre, seed=seed, meter=meter)
    start, end = score.section_start_beats(1), score.section_start_beats(2)
    for track in score.tracks:
        for note in track.notes:
            assert note.end <= start + 1e-6 or note.start >= end - 1e-6, (track.name, note)


@pytest.mark.parametrize("genre", [Genre.CINEMATIC, Genre.POP, Genre.ROCK])
def test_a_swell_grows_in_velocity_and_density(genre: Genre):
    """The last quarter of a crescendo is louder and has more notes than the first; a diminuendo fewer."""
    for start, swell in ((0.35, 0.6), (0.95, -0.6)):
        loud = [0.0, 0.0]
        dense = [0, 0]
        for seed in range(4):
            score = played(
                (
                    section(KIND.INSTRUMENTAL, "Rise", 16, start, swell=swell),
                    section(KIND.OUTRO, "O", 2, 0.5),
                ),
                genre,
                seed=seed,
            )
            for place, (first, last) in enumerate(((0.0, 16.0), (48.0, 64.0))):
                inside = [n for n in notes_of(score, *BAND) if first <= n.start < last - 0.1]
                dense[place] += len(inside)
                loud[place] += sum(n.velocity for n in inside) / max(1, len(inside))
        early, late = (0, 1) if swell > 0 else (1, 0)
        assert dense[late] > 1.5 * dense[early]
        assert loud[late] > 1.08 * loud[early]


def test_energy_moves_with_the_swell():
    """A passage's energy goes from its start to its start plus the swell, within 0 to 1."""
    passage = passages_of(plan_of((section(KIND.VERSE, "V", 8, 0.5, swell=0.4),)))[0]
    at = [passage.energy_at(beat) for beat in (0.0, 16.0, 32.0)]
    assert at == pytest.approx([passage.energy, passage.energy + 0.2, passage.energy + 0.4])
    full = passages_of(plan_of((section(KIND.CHORUS, "C", 8, 0.9, swell=0.5),)))[0]
    assert full.energy_at(32.0) == 1.0


@pytest.mark.parametrize("genre", list(Genre))
def test_every_role_of_the_plan_is_heard(genre: Genre):
    """Whoever is in the band plays somewhere, even where no section reaches the energy a role waits for."""
    quiet = tuple(replace(part, energy=part.energy * 0.35) for part in full_form())
    for form in (full_form(), quiet):
        for seed in range(2):
            score = played(form, genre, seed=seed)
            heard = {track.role for track in score.tracks if len(track.notes) >= 1}
            assert set(WHOLE_BAND) <= heard, (seed, set(WHOLE_BAND) - heard)


def test_drums_that_a_tag_rules_out_stay_out():
    """Nobody forces drums into sections that ask for none."""
    form = tuple(replace(part, modifiers=("no drums",)) for part in full_form())
    score = played(form)
    body = [n for n in notes_of(score, Role.DRUMS) if n.start < score.section_start_beats(9)]
    assert body == []


@pytest.mark.parametrize("genre", [Genre.POP, Genre.ROCK, Genre.COUNTRY, Genre.SOUL])
def test_a_chorus_is_fuller_than_its_verse(genre: Genre):
    """More voices at once, more attacks and higher velocities, over eight seeds."""
    verse, chorus = [0.0, 0.0], [0.0, 0.0]
    for seed in range(8):
        score = played(full_form(), genre, seed=seed, instruments=BAND)
        for index, sums in ((1, verse), (3, chorus)):
            first, last = score.section_start_beats(index), score.section_start_beats(index + 1)
            inside = [n for n in notes_of(score, *BAND) if first - 0.05 <= n.start < last - 0.1]
            sums[0] += len(inside)
            sums[1] += sum((n.velocity / 100) ** 2 * min(1.0, n.duration) for n in inside)
    assert chorus[0] > 1.25 * verse[0]
    assert chorus[1] > 1.6 * verse[1]


def test_fills_differ_by_length():
    """Over seeds the bar before a chorus is broken up over one pulse, two and the whole bar."""
    lengths = set()
    for seed in range(30):
        score = played(full_form()[2:4], Genre.ROCK, seed=seed)
        start = score.section_start_beats(1)
        toms = (Drum.HIGH_TOM, Drum.MID_TOM, Drum.LOW_TOM)
        inside = [
            n.start for n in notes_of(score, Role.DRUMS) if n.pitch in toms and start - 4.1 < n.start < start
        ]
        if inside:
            lengths.add(min(4, int(start - min(inside) + 0.999)))
    assert len(lengths) >= 3


def test_grooves_turn_round_within_a_section():
    """Every few bars something differs from the bar before: an open hat or the hands' end of a fill."""
    turned = 0
    for seed in range(10):
        score = played((section(KIND.VERSE, "Verse", 16, 0.6), section(KIND.OUTRO, "O", 2, 0.5)), seed=seed)
        drums = notes_of(score, Role.DRUMS)
        bars = [
            {
                (round((n.start - bar * 4) * 4), n.pitch)
                for n in drums
                if bar * 4 - 0.05 <= n.start < bar * 4 + 3.9
            }
            for bar in range(12)
        ]
        turned += any({p for p in bars[bar] if p[0] >= 14} - bars[bar - 1] for bar in (3, 7, 11))
    assert turned >= 6


def test_risers_lead_to_peaks_and_impacts_strike_them():
    """A riser ends where the chorus starts; an impact starts there; a bed lies under the whole song."""
    form = full_form()
    for name in ("riser", "impact", "rain"):
        score = played(form, Genre.CINEMATIC, instruments={**BAND, Role.TEXTURE: name})
        notes = notes_of(score, Role.TEXTURE)
        choruses = [score.section_start_beats(i) for i, part in enumerate(form) if part.kind is KIND.CHORUS]
        if name == "riser":
            assert {round(n.end) for n in notes} == {round(c) for c in choruses}
        elif name == "impact":
            assert {round(c) for c in choruses} <= {round(n.start) for n in notes}
        else:
            assert sum(n.duration for n in notes) == pytest.approx(score.bars * 4)


def accompaniment(plan: SongPlan) -> tuple[object, ...]:
    score = compose(plan, pronounced)
    drawn = tuple(
        (track.role, tuple((round(n.start * 4), n.pitch) for n in track.notes)) for track in score.tracks
    )
    return (*drawn, tuple(chord.symbol for chord in score.chords))


@pytest.mark.parametrize("genre", [Genre.POP, Genre.AMBIENT, Genre.ELECTRONIC])
def test_fifty_seeds_are_fifty_accompaniments(genre: Genre):
    """Chords, patterns and arrangement differ for every seed of one request."""
    form = full_form()[1:4]
    found = {
        accompaniment(plan_of(form, genre, seed=seed, voice=None, instruments=BAND)) for seed in range(50)
    }
    assert len(found) == 50


@pytest.mark.parametrize("genre", list(Genre))
def test_seeds_choose_their_patterns(genre: Genre):
    """Over 40 seeds of a genre several grooves, basses and chord patterns are played."""
    plans = [plan_of(genre=genre, seed=seed) for seed in range(40)]
    parts = [parts_of(plan, STYLES[genre]) for plan in plans]
    combined: set[tuple[Levels, ...]] = {(p.grooves, p.bass, p.chords, p.rhythm, p.arp) for p in parts}
    assert len(combined) >= 3
    assert all(isinstance(GROOVES[name], Groove) for p in parts for name in (p.grooves.thin, p.grooves.full))


def places(score: Score, role: Role) -> frozenset[tuple[int, int]]:
    """The sixths of a beat in a bar that a part strikes again and again; drums with their pieces."""
    notes = [n for n in notes_of(score, role) if n.start < 28]
    counts = Counter((round(n.start % 4 * 6) % 24, n.pitch if role is Role.DRUMS else 0) for n in notes)
    return frozenset(place for place, count in counts.items() if count >= 3)


@pytest.mark.parametrize("seed", range(4))
def test_no_two_genres_share_their_drums_and_their_chords(seed: int):
    """With one seed every two of the 17 genres differ in drums, and in chords, bass or comping as well."""
    form = (section(KIND.VERSE, "Verse", 8, 0.62), section(KIND.OUTRO, "Outro", 2, 0.6))
    found = {}
    for genre in Genre:
        score = played(form, genre, seed=seed, key="A minor", bpm=100, instruments=BAND)
        chords = frozenset((round(chord.start), chord.root) for chord in score.chords if chord.start < 32)
        found[genre] = [chords, *(places(score, role) for role in (Role.DRUMS, Role.BASS, Role.CHORDS))]
    for one, other in combinations(Genre, 2):
        apart = [len(a ^ b) / max(1, len(a | b)) for a, b in zip(found[one], found[other], strict=True)]
        assert apart[1] >= 0.2, (one, other, apart)
        assert sum(distance >= 0.3 for distance in apart) >= 2, (one, other, apart)
