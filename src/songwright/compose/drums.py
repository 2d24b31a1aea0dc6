"""The drums: a groove per section, fills at its end, a crash after it, rolls in build-ups, a last hit.

It knows nothing of chords.
"""

from __future__ import annotations

from collections.abc import Iterator

from songwright.compose.arrange import Cue
from songwright.compose.fills import FILLS
from songwright.compose.form import Passage
from songwright.compose.grooves import GROOVES, Rows
from songwright.compose.schools import SCHOOLS, School
from songwright.compose.sketch import Sketch, velocity
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Drum, Role
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.score import Note

_LOUDNESS = {"X": 112, "x": 94, "o": 72, "-": 44, "?": 40, "!": 88, "r": 62, "t": 60}
_STROKES = {"r": 2, "t": 3}
_NOW_AND_THEN = {"?": 0.35, "!": 0.35}
_LENGTH = 0.25  # beats; a drum rings as long as it likes
_FULL = 0.82  # density from which the peak groove may come
_BIG = (SectionKind.CHORUS, SectionKind.DROP, SectionKind.SOLO, SectionKind.POST_CHORUS)
_AIR_GENRES = (Genre.AMBIENT,)


def write_drums(sketch: Sketch) -> list[Note]:
    """All drum notes of the song, unswung."""
    notes: list[Note] = []
    chance = Chance(sketch.plan.seed, "compose", "drums")
    for passage, cue in sketch.scenes(Role.DRUMS):
        notes.extend(_passage(sketch, passage, cue, chance.child(f"passage {passage.index}")))
    if sketch.closes(Role.DRUMS, notes):
        notes.extend(_last_hit(sketch))
    return notes


def groove_name(sketch: Sketch, passage: Passage, cue: Cue) -> str:
    """Which groove a passage gets: by its density, or the half-time one where the song steps back."""
    style = sketch.style
    chance = Chance(sketch.plan.seed, "compose", "groove", passage.kind)
    if passage.asks("half-time", "half time"):
        return style.half
    if passage.asks("blast", "double-time", "double time"):
        return style.peak
    steps_back = passage.kind in (SectionKind.BRIDGE, SectionKind.BREAKDOWN, SectionKind.PRE_CHORUS)
    if steps_back and cue.density < 0.75 and chance.chance(0.4):
        return style.half
    school = _school(sketch)
    if school is not None:
        return school.grooves.at(cue.density)
    if cue.density >= _FULL and passage.kind in _BIG and chance.chance(0.6):
        return style.peak
    return style.grooves.at(cue.density)


def _school(sketch: Sketch) -> School | None:
    """The school that the caption names, or one that the song happens to follow."""
    caption = sketch.plan.caption.lower()
    own = [school for school in SCHOOLS if school.genre is sketch.plan.genre]
    for school in own:
        if any(word in caption for word in school.words):
            return school
    chance = Chance(sketch.plan.seed, "compose", "groove", "school")
    return next((school for school in own if chance.chance(school.likely)), None)


def _passage(sketch: Sketch, passage: Passage, cue: Cue, chance: Chance) -> Iterator[Note]:
    start = passage.start + cue.from_bar * passage.bar_beats
    end = sketch.playing_end(passage)
    rolls = passage.kind is SectionKind.BUILD
    fill_start = end if rolls else _fill_start(sketch, passage, cue, chance, end)
    body_end = start + (end - start) / 2 if rolls else fill_start
    rows = GROOVES[groove_name(sketch, passage, cue)].rows_in(sketch.plan.meter)
    for note in _looped(sketch, rows, (start, body_end), chance):
        yield _scaled(note, cue.dynamics)
    if rolls:
        yield from _roll(sketch, body_end, end)
    elif fill_start < end:
        fills = FILLS[sketch.style.fill]
        for note in _fill(sketch, chance.choice(fills), fill_start, end):
            yield _scaled(note, cue.dynamics)
    if _has_crash(sketch, passage, cue, rows) and start < end:
        yield Note(start, 1.0, Drum.CRASH, velocity(100 * cue.dynamics))


def _has_crash(sketch: Sketch, passage: Passage, cue: Cue, rows: Rows) -> bool:
    """A crash opens strong sections."""
    gentle = sketch.style.fill in ("brush", "air") or sketch.plan.genre is Genre.LOFI
    return bool(rows) and not gentle and cue.density >= 0.5 and (passage.kind in _BIG or cue.from_bar > 0)


def _looped(sketch: Sketch, rows: Rows, span: tuple[float, float], chance: Chance) -> Iterator[Note]:
    """The groove from the first to the last beat, each turn a little different."""
    start, end = span
    stretch = sketch.feel.stretch
    for drum, row in rows:
        marks = row.replace(" ", "")
        turn = _turn(len(marks), sketch.plan.meter)
        for index in range(int((end - start) / (turn * stretch) + 1 - 1e-9)):
            for slot, mark in enumerate(marks):
                if mark == ".":
                    continue
                beat = start + (index * turn + slot * 0.25) * stretch
                if beat < end - 1e-9 and chance.random() < _NOW_AND_THEN.get(mark, 1.0):
                    yield from _struck(beat, drum, mark, stretch, _LOUDNESS[mark] + chance.gauss(0, 3.0))


def _turn(slots: int, meter: Meter) -> float:
    """Beats that a row lasts: whole bars, so that short rows wait for the next bar."""
    bar = meter.bar_beats
    bars = max(1, -(-slots // round(bar * 4)))
    return bars * bar


def _struck(beat: float, drum: int, mark: str, stretch: float, loudness: float) -> Iterator[Note]:
    """One mark: a hit, or strokes that grow within the time of an eighth."""
    strokes = _STROKES.get(mark, 1)
    for stroke in range(strokes):
        at = beat + stroke * 0.5 * stretch / strokes
        yield Note(at, _LENGTH / strokes, drum, velocity(loudness + 6 * stroke))


def _fill_start(sketch: Sketch, passage: Passage, cue: Cue, chance: Chance, end: float) -> float:
    """Where the fill begins; the end of the passage if there is none."""
    if passage.section.bars < 2 or passage.section.fade_out or cue.density < 0.3:
        return end
    wanted = 0.95 if passage.following in _BIG else 0.75
    beats = (2.0 if cue.density > 0.6 and chance.chance(0.6) else 1.0) * sketch.feel.stretch
    beats = min(beats, passage.bar_beats)
    return end - beats if chance.chance(wanted) else end


def _fill(sketch: Sketch, rows: Rows, start: float, end: float) -> Iterator[Note]:
    """The last beats of a two-beat fill, growing louder."""
    stretch = sketch.feel.stretch
    for drum, row in rows:
        for slot, mark in enumerate(row):
            beat = end - (len(row) - slot) * 0.25 * stretch
            if mark != "." and beat >= start - 1e-9:
                loudness = _LOUDNESS[mark] * (0.85 + 0.15 * slot / len(row))
                yield from (n for n in _struck(beat, drum, mark, stretch, loudness) if n.start < end)


def _roll(sketch: Sketch, start: float, end: float) -> Iterator[Note]:
    """A riser: quarters, eighths, sixteenths of snare and ever louder, over kicks on the beat."""
    stretch = sketch.feel.stretch
    span = end - start
    beat = start
    while beat < end - 1e-9:
        place = (beat - start) / span
        step = (1.0 if place < 0.25 else 0.5 if place < 0.6 else 0.25) * stretch
        yield Note(beat, _LENGTH, Drum.SNARE, velocity(52 + 62 * place))
        if (beat - start) % stretch < 1e-9 and place < 0.85:
            yield Note(beat, _LENGTH, Drum.KICK, velocity(76 + 30 * place))
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


def _scaled(note: Note, factor: float) -> Note:
    return Note(note.start, note.duration, note.pitch, velocity(note.velocity * factor))
