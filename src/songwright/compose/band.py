"""All tracks of a score: every role writes its part, which is then played in time, hushed and swelled.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from songwright.compose.arrange import dynamics_of, forced_cues
from songwright.compose.bass import write_bass
from songwright.compose.comping import write_comping
from songwright.compose.drums import write_drums
from songwright.compose.feel import on_tick, played
from songwright.compose.lead import write_leads
from songwright.compose.percussion import write_percussion
from songwright.compose.sketch import Sketch, velocity
from songwright.compose.texture import write_texture
from songwright.song.chance import Chance
from songwright.song.instruments import INSTRUMENTS, Family, Role
from songwright.song.score import Note, SungLine, Track

_DRUM_LOOSENESS_MS = 4.0
_STRUM_LOOSENESS_MS, _STRUM_MS = 5.0, 1.6
_COMPING = (Role.CHORDS, Role.RHYTHM, Role.PAD, Role.ARP)
_BEATEN = (Role.DRUMS, Role.PERCUSSION)
_EARLY = 0.06  # beats; a note played this much before a rest or its end belongs to what follows
_SHORTEST = 1 / 32  # beats; what a rest leaves of a note is no shorter


def write_tracks(sketch: Sketch, lines: Sequence[SungLine]) -> Iterator[Track]:
    """One track per role that plays and one per solo instrument, in the order of the roles."""
    taken: set[str] = set()
    for role, instrument, notes in _parts(sketch, lines):
        performed = _performed(sketch, role, instrument, notes)
        if performed:
            label = INSTRUMENTS[instrument].label
            name = label if label not in taken else f"{label} ({role})"
            taken.add(name)
            yield Track(name, role, instrument, performed)


def _parts(sketch: Sketch, lines: Sequence[SungLine]) -> Iterator[tuple[Role, str, list[Note]]]:
    instruments = sketch.plan.instruments
    for role in (Role.DRUMS, Role.PERCUSSION, Role.BASS, *_COMPING):
        if role in instruments:
            yield role, instruments[role], _heard(sketch, role)
    for name, notes in write_leads(sketch, lines).items():
        yield Role.LEAD, name, notes
    if Role.TEXTURE in instruments:
        yield Role.TEXTURE, instruments[Role.TEXTURE], write_texture(sketch)


def _heard(sketch: Sketch, role: Role) -> list[Note]:
    """A role's notes; whoever would say nothing before the last chord enters where the song is fullest."""
    notes = _written(sketch, role)
    body_end = sketch.final_bar if sketch.passages[-1].ends_song else sketch.feel.end
    if any(note.start < body_end - 1e-9 for note in notes):
        return notes
    forced = forced_cues(sketch.passages, role, sketch.cues[role])
    return _written(replace(sketch, cues={**sketch.cues, role: forced}), role)


def _written(sketch: Sketch, role: Role) -> list[Note]:
    if role is Role.DRUMS:
        return write_drums(sketch)
    if role is Role.PERCUSSION:
        return write_percussion(sketch)
    return write_bass(sketch) if role is Role.BASS else write_comping(sketch, role)


def _performed(sketch: Sketch, role: Role, name: str, notes: list[Note]) -> tuple[Note, ...]:
    """The notes in time, a little uneven, swelled with their section and silent in its rests."""
    chance = Chance(sketch.plan.seed, "compose", "performance", role, name)
    if role is Role.TEXTURE:
        placed = tuple(note for note in map(sketch.feel.placed, notes) if note is not None)
        return tuple(_hushed(sketch, placed, breathes=False))
    looseness = sketch.style.looseness_ms
    strum_ms = 0.0
    if role in _BEATEN:
        looseness = min(_DRUM_LOOSENESS_MS, looseness)
    elif INSTRUMENTS[name].family is Family.GUITAR and role in (Role.CHORDS, Role.RHYTHM):
        looseness, strum_ms = min(_STRUM_LOOSENESS_MS, looseness), _STRUM_MS
    swelled = _swelled(sketch, notes)
    in_time = played(swelled, sketch.feel, chance, looseness, strum_ms)
    return tuple(_hushed(sketch, in_time, breathes=True))


def _swelled(sketch: Sketch, notes: Sequence[Note]) -> Iterator[Note]:
    """Velocities follow the energy of the section at each note; the drums' roll has its own crescendo."""
    passages = [passage for passage in sketch.passages if passage.section.swell]
    for note in notes:
        passage = next((p for p in passages if p.start <= note.start < p.end), None)
        if passage is None:
            yield note
            continue
        factor = dynamics_of(passage.energy_at(note.start)) / dynamics_of(passage.energy)
        yield Note(note.start, note.duration, note.pitch, velocity(note.velocity * factor))


def _hushed(sketch: Sketch, notes: Sequence[Note], *, breathes: bool) -> Iterator[Note]:
    """Nothing sounds in a rest: notes end where it starts, none begins in it, nor after the song.

    What is played a little before the beat on which a rest ends waits for that beat.
    """
    rests = [rest for rest in sketch.rests() if breathes or rest.is_silence]
    last = sketch.passages[-1].end if sketch.plan.loop else sketch.feel.end
    for note in notes:
        if note.start >= last:
            continue
        start, end = note.start, note.end
        for rest in rests:
            if rest.start - _EARLY <= start < rest.end - _EARLY:
                end = start
            elif rest.start < start < rest.end:
                start, end = rest.end, max(end, rest.end + _SHORTEST)
            elif start < rest.start < end:
                end = rest.start
        if end - start >= _SHORTEST or end == note.end:
            yield Note(start, on_tick(end - start), note.pitch, note.velocity)
