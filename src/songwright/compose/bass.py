"""The bass: the style's pattern on the chords, roots where they change, walking lines.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from songwright.compose.arrange import Cue
from songwright.compose.form import Passage
from songwright.compose.pattern import Step, fitted, repeated
from songwright.compose.sketch import Sketch, in_compass, velocity
from songwright.song.chance import Chance
from songwright.song.instruments import INSTRUMENTS, Instrument, Role
from songwright.song.score import Chord, Note

_LOUDNESS = {"R": 104, "8": 96, "-": 56}
_USUAL_LOUDNESS = 90
_CHORD_STEPS = {"3": (3, 4), "5": (6, 7, 8), "6": (9, 8), "7": (10, 11)}
_USUAL_STEPS = {"3": 4, "5": 7, "6": 9, "7": 10}
_COMFORT = 9  # semitones above the lowest pitch around which roots lie
_GHOST = 0.12  # beats that a ghost note sounds


def write_bass(sketch: Sketch) -> list[Note]:
    """All bass notes of the song, unswung."""
    instrument = INSTRUMENTS[sketch.plan.instruments[Role.BASS]]
    roots = _roots(sketch.harmony.chords, instrument)
    chance = Chance(sketch.plan.seed, "compose", "bass")
    notes: list[Note] = []
    for passage, cue in sketch.scenes(Role.BASS):
        writer = _Bassist(sketch, instrument, roots, chance.child(f"passage {passage.index}"))
        notes.extend(writer.passage(passage, cue))
    if sketch.closes(Role.BASS, notes):
        start = sketch.final_bar
        notes = [note for note in notes if note.start < start]
        notes.append(Note(start, sketch.feel.end - start, roots[-1], velocity(96 * 0.9)))
    return notes


def _roots(chords: Sequence[Chord], instrument: Instrument) -> list[int]:
    """A low pitch for each chord's bass tone, near the one before."""
    low, high = instrument.low, min(instrument.high, instrument.low + 20)
    comfort = max(low + 3, min(low + _COMFORT, 36))
    roots: list[int] = []
    for chord in chords:
        options = [pitch for pitch in range(low, high + 1) if pitch % 12 == chord.bass]
        before = roots[-1] if roots else comfort
        roots.append(min(options, key=lambda p: (0.35 * abs(p - before) + abs(p - comfort), p)))
    return roots


class _Bassist:
    """Plays one passage."""

    def __init__(self, sketch: Sketch, instrument: Instrument, roots: Sequence[int], chance: Chance) -> None:
        self._sketch, self._instrument, self._roots, self._chance = sketch, instrument, roots, chance
        self._last = roots[0]

    def passage(self, passage: Passage, cue: Cue) -> Iterator[Note]:
        """The passage's notes."""
        sketch = self._sketch
        for stage in sketch.stages(passage, cue):
            loop = fitted(sketch.parts.bass.at(stage.density), sketch.plan.meter)
            start, end = stage.start, stage.end
            if end <= start:
                continue
            steps = list(repeated(loop, start, end - start, sketch.feel.stretch))
            if sketch.style.bass_on_change:
                steps = self._with_changes(steps, start, end)
            for step in steps:
                yield self._note(step, cue)

    def _with_changes(self, steps: list[Step], start: float, end: float) -> list[Step]:
        """The steps cut at every chord change, where a root is played."""
        changes = [s for s in self._sketch.harmony.starts if start <= s < end] + [end]
        marks = []
        for step in steps:
            on_change = any(abs(step.start - change) < 1e-6 for change in changes)
            limit = next((change for change in changes if change > step.start + 1e-6), end)
            mark = "R" if on_change else step.mark
            marks.append(replace(step, mark=mark, duration=min(step.duration, limit - step.start)))
        played = {round(step.start, 6) for step in marks}
        for change in changes[:-1]:
            if round(change, 6) not in played:
                following = min((s.start for s in marks if s.start > change), default=end)
                length = min(1.0, following - change, end - change)
                marks.append(Step(change, length, "R"))
        return sorted(marks, key=lambda step: step.start)

    def _note(self, step: Step, cue: Cue) -> Note:
        index = self._sketch.harmony.index_at(step.start)
        pitch = self._pitch(step, index)
        self._last = pitch
        loudness = _LOUDNESS.get(step.mark, _USUAL_LOUDNESS) + self._chance.gauss(0, 3)
        duration = _GHOST if step.mark == "-" else step.duration * 0.96
        return Note(step.start, duration, pitch, velocity(loudness * cue.dynamics))

    def _pitch(self, step: Step, index: int) -> int:
        """The pitch that a mark means over a chord."""
        root, chord = self._roots[index], self._sketch.harmony.chords[index]
        mark = step.mark
        if mark in _CHORD_STEPS:
            steps = _CHORD_STEPS[mark]
            interval = next((i for i in chord.intervals if i in steps), _USUAL_STEPS[mark])
            return in_compass(chord.root + 12 * ((root - chord.root) // 12) + interval, self._instrument)
        if mark == "8":
            return root + 12 if root + 12 <= self._instrument.high else root
        if mark in ("a", "w"):
            return self._walked(step, index) if mark == "w" else self._approach(index)
        return root

    def _walked(self, step: Step, index: int) -> int:
        """A walking step: root on the change, an approach before the next change, chord tones between."""
        chord, root = self._sketch.harmony.chords[index], self._roots[index]
        if abs(step.start - chord.start) < 1e-6:
            return root
        pulse = self._sketch.plan.meter.pulse_beats * self._sketch.feel.stretch
        if chord.end - step.start <= pulse + 1e-6:
            return self._approach(index)
        tones = [
            pitch
            for pitch in range(self._instrument.low, min(self._instrument.high, root + 14) + 1)
            if pitch % 12 in chord.pitch_classes[:4] and pitch != self._last
        ]
        near = [pitch for pitch in tones if abs(pitch - self._last) <= 5] or tones
        return self._chance.choice(near) if near else root

    def _approach(self, index: int) -> int:
        """A semitone or a scale step from the next chord's root, on the side the line comes from."""
        target = self._roots[min(index + 1, len(self._roots) - 1)]
        side = 1 if self._last > target else -1
        options = [target + side, target - side, target + 2 * side]
        chords = self._sketch.harmony.chords
        scale = self._sketch.harmony.key_at(chords[min(index + 1, len(chords) - 1)].start).scale
        pitch = next((p for p in options if p % 12 in scale), options[0])
        pitch = options[0] if self._chance.chance(0.35) else pitch
        return in_compass(pitch, self._instrument)
