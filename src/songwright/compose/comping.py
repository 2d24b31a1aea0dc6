"""Chords, second chords, pads and figuration: patterns played on voice-led chords.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from songwright.compose.arrange import Cue, dynamics
from songwright.compose.form import Passage
from songwright.compose.pattern import Step, fitted, repeated
from songwright.compose.sketch import Sketch, in_compass, velocity
from songwright.compose.style import Levels, Voicing
from songwright.compose.voicing import Compass, Laid, lay_out
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family, Instrument, Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note

_LOUDNESS = {"X": 102, "x": 86, "o": 66, "-": 46, "b": 88, "f": 82, "t": 92, "p": 78, "y": 84, "z": 88}
_FIGURE_LOUDNESS = 76
_PAD_LOUDNESS = 66
_MUTED_S = 0.07  # how long a palm-muted note sounds
_GHOST = 0.1  # beats that a scratch sounds
_DRIVEN = ("overdriven_guitar", "distorted_guitar", "muted_guitar")
_SUSTAINED = ("strings", "choir", "synth_pad", "warm_pad", "tremolo_strings", "church_organ")
_FULL_KINDS = (SectionKind.CHORUS, SectionKind.DROP, SectionKind.POST_CHORUS)
_DOUBLING_DENSITY = 0.7
_LONGEST_PAD = 4  # bars
_LOWEST_GROUND = 36  # C2
_CENTRES = {Role.CHORDS: 62.0, Role.RHYTHM: 66.0, Role.PAD: 64.0, Role.ARP: 69.0}
_CENTRES_BY_FAMILY = {Family.GUITAR: 57.0, Family.BRASS: 62.0, Family.MALLET: 72.0, Family.WIND: 70.0}


@dataclass(frozen=True, slots=True)
class Part:
    """One comping part: its role, instrument, voiced chords and patterns."""

    role: Role
    instrument: Instrument
    laid: tuple[Laid, ...]
    levels: Levels
    is_plucked: bool
    is_ground: bool


def write_comping(sketch: Sketch, role: Role) -> list[Note]:
    """All notes of CHORDS, RHYTHM, PAD or ARP, unswung."""
    part = _part(sketch, role)
    chance = Chance(sketch.plan.seed, "compose", "comping", role)
    notes: list[Note] = []
    for passage, cue in sketch.scenes(role):
        if role is Role.PAD:
            notes.extend(_pad(sketch, part, passage, cue))
        else:
            notes.extend(_patterned(sketch, part, (passage, cue), chance.child(f"passage {passage.index}")))
    if sketch.closes(role, notes):
        notes = [note for note in notes if note.start < sketch.final_bar]
        notes.extend(_last_chord(sketch, part))
    return notes


def voicing_of(sketch: Sketch, role: Role, instrument: Instrument) -> Voicing:
    """How a part lays out chords: driven guitars in fifths, as thirds growl; others as the style says."""
    if instrument.name in _DRIVEN:
        single = role is Role.RHYTHM and sketch.parts.rhythm.medium[0].isdigit()
        figured = (
            single
            or role is Role.ARP
            or (role is Role.CHORDS and sketch.style.chord_voicing is Voicing.CLOSE)
        )
        return Voicing.CLOSE if figured else Voicing.POWER
    if role in (Role.PAD, Role.ARP):
        return Voicing.CLOSE
    voicing = sketch.parts.voicings[role]
    return Voicing.OPEN if voicing is Voicing.POWER else voicing


def compass_of(sketch: Sketch, role: Role, instrument: Instrument, voicing: Voicing) -> Compass:
    """Where an instrument plays its chords."""
    centre = _CENTRES_BY_FAMILY.get(instrument.family, _CENTRES[role])
    if role is Role.ARP and instrument.family is Family.GUITAR:
        centre = 64.0
    if voicing is Voicing.POWER:
        low = max(instrument.low, 36)
        return Compass(low, min(instrument.high, low + 24), low + 11.0)
    if sketch.plan.genre is Genre.BLACK_METAL and instrument.family is Family.GUITAR:
        centre = 60.0
    low, high = max(instrument.low, round(centre) - 17), min(instrument.high, round(centre) + 14)
    return Compass(low, high, max(low + 6, min(high - 6, centre)))


def _part(sketch: Sketch, role: Role) -> Part:
    instrument = INSTRUMENTS[sketch.plan.instruments[role]]
    voicing = voicing_of(sketch, role, instrument)
    compass = compass_of(sketch, role, instrument, voicing)
    laid = lay_out(sketch.harmony.chords, voicing, compass)
    levels = sketch.parts.of(role)
    if instrument.name in _SUSTAINED and role is not Role.ARP and sketch.plan.genre is not Genre.CINEMATIC:
        levels = Levels("x_______________", "x_______________", "x_______x_______")
    return Part(role, instrument, laid, levels, instrument.family is Family.GUITAR, _is_ground(sketch, role))


def _is_ground(sketch: Sketch, role: Role) -> bool:
    """Whether a part also plays the roots, as no bass does."""
    instruments = sketch.plan.instruments
    lowest = next((r for r in (Role.CHORDS, Role.PAD, Role.RHYTHM) if r in instruments), None)
    return role is lowest and Role.BASS not in instruments


def _whole_chord(part: Part, laid: Laid) -> tuple[int, ...]:
    """The chord's voices, over its bass tone in the second octave where nobody else plays that."""
    root = laid.root
    while root - 12 >= max(part.instrument.low, _LOWEST_GROUND):
        root -= 12
    return (root, *laid.voices) if part.is_ground and root < laid.voices[0] else laid.voices


def _pad(sketch: Sketch, part: Part, passage: Passage, cue: Cue) -> Iterator[Note]:
    """Each chord held as long as it lasts; tones that stay are tied."""
    start, end = sketch.span(passage, cue)
    chords = sketch.harmony.chords
    loudness = velocity(_PAD_LOUDNESS * cue.dynamics + 8 * passage.energy)
    for index, chord in enumerate(chords):
        first, last = max(start, chord.start), min(end, chord.end)
        while first < last - 1e-9:
            stop = min(last, first + _LONGEST_PAD * passage.bar_beats)
            laid = part.laid[index]
            voices = _whole_chord(part, laid)
            if passage.energy > 0.8 and laid.voices[0] + 12 <= part.instrument.high:
                voices = (*voices, laid.voices[0] + 12)
            for pitch in voices:
                yield Note(first, stop - first, pitch, loudness)
            first = stop


def _patterned(sketch: Sketch, part: Part, scene: tuple[Passage, Cue], chance: Chance) -> Iterator[Note]:
    passage, cue = scene
    doubles = passage.kind in _FULL_KINDS and part.role in (Role.CHORDS, Role.RHYTHM)
    for stage in sketch.stages(passage, cue):
        loop = fitted(part.levels.at(stage.density), sketch.plan.meter)
        steps = repeated(loop, stage.start, stage.end - stage.start, sketch.feel.stretch)
        for step in _split_at_changes(sketch, steps):
            laid = part.laid[sketch.harmony.index_at(step.start)]
            if doubles and stage.density >= _DOUBLING_DENSITY:
                laid = _doubled(part, laid)
            yield from _struck(sketch, part, step, laid, cue.dynamics * (1 + chance.gauss(0, 0.03)))


def _doubled(part: Part, laid: Laid) -> Laid:
    """A chorus is wider: the lowest voice once more an octave above, where the instrument has it."""
    added = laid.voices[0] + 12
    reachable = added <= part.instrument.high and added not in laid.voices
    return replace(laid, voices=tuple(sorted((*laid.voices, added)))) if reachable else laid


def _split_at_changes(sketch: Sketch, steps: Iterator[Step]) -> Iterator[Step]:
    """A held chord is struck again where the harmony changes under it."""
    harmony = sketch.harmony
    for step in steps:
        start, mark = step.start, step.mark
        while True:
            change = harmony.at(start).end
            if change >= step.end - 1e-6 or change <= start + 1e-6:
                yield Step(start, step.end - start, mark)
                break
            yield Step(start, change - start, mark)
            if step.end - change < 0.5 or step.mark.isdigit():
                break
            start = change


def _pitches(part: Part, mark: str, laid: Laid) -> tuple[int, ...]:
    """The pitches that a mark means on a voiced chord."""
    voices = laid.voices
    if mark.isdigit():
        octave, place = divmod(int(mark), len(voices))
        return (in_compass(voices[place] + 12 * octave, part.instrument),)
    if mark in "bp":
        return (laid.root if mark == "b" else min(laid.root, voices[0]),)
    if mark in "ft":
        return (laid.fifth if mark == "f" else in_compass(laid.third, part.instrument),)
    if mark in "yz":
        root = laid.root
        upper = root + (9 if mark == "y" else 7)
        return (root, upper) if upper <= part.instrument.high else (root,)
    if len(voices) < 4 and mark == "X" and part.is_plucked and laid.root < voices[0]:
        return (laid.root, *voices)
    return _whole_chord(part, laid)


def _struck(sketch: Sketch, part: Part, step: Step, laid: Laid, dynamics: float) -> Iterator[Note]:
    """The notes of one struck mark."""
    loudness = velocity(_LOUDNESS.get(step.mark, _FIGURE_LOUDNESS) * dynamics)
    duration = step.duration * 0.97
    if step.mark == "p":
        duration = min(duration, sketch.feel.beats(_MUTED_S * 1000))
    elif step.mark == "-":
        duration = min(duration, _GHOST)
    for pitch in _pitches(part, step.mark, laid):
        yield Note(step.start, duration, pitch, loudness)


def _last_chord(sketch: Sketch, part: Part) -> Iterator[Note]:
    """The tonic chord rings from the last downbeat to the end."""
    laid = part.laid[-1]
    start, end = sketch.final_bar, sketch.feel.end
    voices = _whole_chord(part, laid)
    if part.is_plucked and not part.is_ground and laid.root < voices[0]:
        voices = (laid.root, *voices)
    if part.role is Role.ARP:
        voices = voices[-1:]
    if "t" in part.levels.medium:  # over another guitar's fifths
        voices = _pitches(part, "t", laid)
    loudness = velocity((_PAD_LOUDNESS if part.role is Role.PAD else 84) * dynamics(sketch.passages[-1]))
    for pitch in voices:
        yield Note(start, end - start, pitch, loudness)
