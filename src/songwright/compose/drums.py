"""The drums: a groove per section, fills at its end, a crash after it, rolls in build-ups, a last hit.

It knows nothing of chords.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from songwright.compose.arrange import Cue
from songwright.compose.drum_names import Rows
from songwright.compose.fills import COMPOUND_FILLS, FILLS, GENTLE_FILLS
from songwright.compose.form import Passage
from songwright.compose.grooves import GROOVES
from songwright.compose.parts import school_of
from songwright.compose.sketch import Sketch, velocity
from songwright.compose.strokes import LENGTH, LOUDNESS, looped, scaled, struck
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.score import Note

_FULL = 0.82  # density from which the peak groove may come
_BIG = (SectionKind.CHORUS, SectionKind.DROP, SectionKind.SOLO, SectionKind.POST_CHORUS)
_AIR_GENRES = (Genre.AMBIENT,)
_SLAMMING = (Genre.METAL, Genre.BLACK_METAL)
_TURN_BARS = 4  # after so many bars a groove turns round with a small fill
_SMALL_FILL = 0.8  # velocity of a fill within a section
_ROLL_RATES = ((0.8, 0.5), (0.93, 0.25), (1.0, 0.125))  # up to this share of a build a stroke each, beats
_PULSES_UP_TO = 0.6  # share of a build in which its snare strikes pulses
_HANDS_AND_FEET = (Drum.KICK, Drum.SNARE, Drum.CLAP, Drum.RIM)  # which the roll takes over
_FASTEST_STROKE_S = 0.045


def write_drums(sketch: Sketch) -> list[Note]:
    """All drum notes of the song, unswung."""
    notes: list[Note] = []
    chance = Chance(sketch.plan.seed, "compose", "drums")
    for passage, cue in sketch.scenes(Role.DRUMS):
        notes.extend(_passage(sketch, passage, cue, chance.child(f"passage {passage.index}")))
    if sketch.closes(Role.DRUMS, notes):
        notes = [note for note in notes if note.start < sketch.final_bar]
        notes.extend(_last_hit(sketch))
    return notes


def groove_name(sketch: Sketch, passage: Passage, density: float) -> str:
    """Which groove a passage gets: by its density, or the half-time one where the song steps back."""
    style = sketch.style
    chance = Chance(sketch.plan.seed, "compose", "groove", passage.kind)
    slams = passage.kind is SectionKind.BREAKDOWN and sketch.plan.genre in _SLAMMING
    if slams or passage.asks("half-time", "half time"):
        return style.half
    if passage.asks("blast", "double-time", "double time"):
        return style.peak
    steps_back = passage.kind in (SectionKind.BRIDGE, SectionKind.BREAKDOWN, SectionKind.PRE_CHORUS)
    if steps_back and density < 0.75 and chance.chance(0.4):
        return style.half
    if school_of(sketch.plan) is not None:
        return sketch.parts.grooves.at(density)
    if density >= _FULL and passage.kind in _BIG and chance.chance(0.4):
        return style.peak
    return sketch.parts.grooves.at(density)


def _passage(sketch: Sketch, passage: Passage, cue: Cue, chance: Chance) -> Iterator[Note]:
    start, end = sketch.span(passage, cue)
    if end <= start:
        return
    if _has_crash(sketch, passage, cue):
        yield Note(start, 1.0, Drum.CRASH, velocity(100 * cue.dynamics))
    if passage.kind is SectionKind.BUILD:
        yield from _build(sketch, passage, cue, chance)
        return
    fill_start = _fill_start(sketch, passage, cue, chance, end)
    for stage in sketch.stages(passage, cue):
        rows = GROOVES[groove_name(sketch, passage, stage.density)].rows_in(sketch.plan.meter)
        span = (stage.start, min(stage.end, fill_start))
        if span[0] < span[1]:
            turns = list(_turns(sketch, span, stage.density, chance))
            groove = looped(rows, sketch.plan.meter, span, sketch.feel, chance)
            free = [note for note in groove if not any(first <= note.start < last for first, last in turns)]
            yield from scaled(free, cue.dynamics)
            for first, last in turns:
                yield from scaled(_turn(sketch, rows, (first, last), chance), cue.dynamics * _SMALL_FILL)
    if fill_start < end:
        yield from scaled(_long_fill(sketch, chance, fill_start, end), cue.dynamics)


def _has_crash(sketch: Sketch, passage: Passage, cue: Cue) -> bool:
    """A crash opens strong sections, and where the drums come in after a rest."""
    gentle = sketch.style.fill in ("brush", "air") or sketch.plan.genre is Genre.LOFI
    before = sketch.passages[passage.index - 1] if passage.index else None
    arrives = passage.kind in _BIG or cue.from_bar > 0 or (before is not None and before.is_silent)
    return not gentle and cue.density >= 0.5 and arrives


def _turns(
    sketch: Sketch, span: tuple[float, float], density: float, chance: Chance
) -> Iterator[tuple[float, float]]:
    """The last eighth of every fourth or eighth bar, where the groove turns round."""
    bar = sketch.plan.meter.bar_beats * sketch.feel.stretch
    eighth = 0.5 * sketch.feel.stretch
    bars = _TURN_BARS * (1 if chance.chance(0.5) else 2)
    end = span[0] + bars * bar
    while end < span[1] - 1e-9:
        if chance.chance(0.25 + 0.5 * density):
            yield end - eighth, end
        end += bars * bar


def _turn(sketch: Sketch, rows: Rows, span: tuple[float, float], chance: Chance) -> Iterator[Note]:
    """An opening hat, or the hands' end of a fill; the feet go on, and 6/8 keeps to the hat."""
    has_hat = any(drum == Drum.CLOSED_HAT for drum, _ in rows)
    if has_hat and (sketch.plan.meter is Meter.SIX or chance.chance(0.5)):
        yield Note(span[0], LENGTH, Drum.OPEN_HAT, velocity(LOUDNESS["x"]))
    elif sketch.plan.meter is not Meter.SIX:
        fill = _fill(sketch, _fill_rows(sketch, chance), *span)
        yield from (note for note in fill if note.pitch not in (Drum.KICK, Drum.BASS_DRUM))


def _fill_start(sketch: Sketch, passage: Passage, cue: Cue, chance: Chance, end: float) -> float:
    """Where the fill begins; the end of the passage if there is none.

    A fill lasts from one pulse to a bar: longer where the section is full and where a big one follows.
    """
    if passage.section.bars < 2 or passage.section.fade_out or cue.density < 0.3:
        return end
    wanted = 0.95 if passage.following in _BIG else 0.75
    if not chance.chance(wanted):
        return end
    pulse = sketch.plan.meter.pulse_beats * sketch.feel.stretch
    longest = passage.bar_beats if passage.following in _BIG and cue.density > 0.55 else 2 * pulse
    lengths = [pulse] if cue.density <= 0.5 else [pulse, 2 * pulse, 2 * pulse, longest]
    return end - min(chance.choice(lengths), passage.bar_beats)


def _fill_rows(sketch: Sketch, chance: Chance) -> Rows:
    """A fill of two beats in the style's manner, of a bar in 6/8."""
    name = sketch.style.fill
    if sketch.plan.meter is Meter.SIX:
        kind = "air" if name == "air" else "gentle" if name in GENTLE_FILLS else "strong"
        return chance.choice(COMPOUND_FILLS[kind])
    return chance.choice(FILLS[name])


def _long_fill(sketch: Sketch, chance: Chance, start: float, end: float) -> Iterator[Note]:
    """A fill of any length: as many short ones as it takes, each louder than the one before."""
    unit = sketch.feel.stretch * (3.0 if sketch.plan.meter is Meter.SIX else 2.0)
    borders = [end]
    while borders[0] > start + 1e-9:
        borders.insert(0, max(start, borders[0] - unit))
    for place, (first, last) in enumerate(pairwise(borders)):
        loudness = 1.0 - 0.12 * (len(borders) - 2 - place)
        yield from scaled(_fill(sketch, _fill_rows(sketch, chance), first, last), loudness)


def _fill(sketch: Sketch, rows: Rows, start: float, end: float) -> Iterator[Note]:
    """The end of a fill, growing louder."""
    stretch = sketch.feel.stretch
    for drum, row in rows:
        for slot, mark in enumerate(row):
            beat = end - (len(row) - slot) * 0.25 * stretch
            if mark != "." and beat >= start - 1e-9:
                loudness = LOUDNESS[mark] * (0.85 + 0.15 * slot / len(row))
                yield from (n for n in struck(beat, drum, mark, stretch, loudness) if n.start < end)


def _build(sketch: Sketch, passage: Passage, cue: Cue, chance: Chance) -> Iterator[Note]:
    """The thin groove without hands and feet, under a roll and kicks that grow up to the rest."""
    start, end = sketch.span(passage, cue)
    end = min([end, *(rest.start for rest in sketch.rests() if start < rest.start < end)])
    rows = GROOVES[groove_name(sketch, passage, 0.0)].rows_in(sketch.plan.meter)
    kept = tuple((drum, row) for drum, row in rows if drum not in _HANDS_AND_FEET)
    yield from scaled(looped(kept, sketch.plan.meter, (start, end), sketch.feel, chance), cue.dynamics)
    yield from _roll(sketch, start, end)


def _roll(sketch: Sketch, start: float, end: float) -> Iterator[Note]:
    """Snares in pulses, eighths, sixteenths, thirty-seconds, ever louder, over kicks on the pulses."""
    stretch = sketch.feel.stretch
    pulse = sketch.plan.meter.pulse_beats
    shortest = _FASTEST_STROKE_S * sketch.plan.bpm / 60
    beat = start
    while beat < end - 1e-9:
        place = (beat - start) / (end - start)
        step = stretch * next(rate for share, rate in ((_PULSES_UP_TO, pulse), *_ROLL_RATES) if place < share)
        while step < shortest:
            step *= 2
        yield Note(beat, min(LENGTH, step), Drum.SNARE, velocity(52 + 66 * place))
        if (beat - start) % (pulse * stretch) < 1e-9:
            yield Note(beat, LENGTH, Drum.KICK, velocity(76 + 30 * place))
        beat += step


def _last_hit(sketch: Sketch) -> list[Note]:
    """Crash and kick on the last downbeat."""
    beat = sketch.final_bar
    energy = sketch.passages[-1].energy
    ring = max(1.0, sketch.feel.end - beat)
    kick = Drum.BASS_DRUM if sketch.plan.genre in (Genre.CINEMATIC, Genre.AMBIENT) else Drum.KICK
    loud = 62 + 46 * energy - (18 if sketch.plan.genre in _AIR_GENRES else 0)
    hits = [Note(beat, ring, Drum.CRASH, velocity(loud)), Note(beat, 1.0, kick, velocity(loud + 6))]
    if kick != Drum.KICK:
        hits.append(Note(beat, 1.0, Drum.KICK, velocity(loud - 8)))
    return hits
