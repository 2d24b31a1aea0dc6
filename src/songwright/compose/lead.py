"""Instrumental melodies: solos, themes, hooks in intros, answers between sung lines.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.compose.arrange import dynamics
from songwright.compose.form import Passage
from songwright.compose.melody import Assignment, Memory, Singer, write_pitches
from songwright.compose.pattern import fitted, repeated
from songwright.compose.phrases import Phrase as HeardPhrase
from songwright.compose.rating import rate
from songwright.compose.rhythm import Rhythm, Window, metric_weight
from songwright.compose.sketch import Sketch, velocity
from songwright.song.chance import Chance
from songwright.song.instruments import INSTRUMENTS, Family, Instrument, Role
from songwright.song.key import Mode
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note, SungLine, VocalPart

_VIRTUOSO = ("virtuos", "shred", "fast", "solo", "guitar hero", "epic", "wild")
_MELODIC = ("melodic", "slow", "gentle", "theme", "soft")
_TRIES = 3
_ANSWER_REST = 0.25  # beats between the voice and an answer
_SHORTEST_GAP = 1.5  # beats of silence that an answer needs
_ANSWERING_ENERGY = 0.4
_THEMED = (SectionKind.DROP, SectionKind.POST_CHORUS, SectionKind.INSTRUMENTAL, SectionKind.INTERLUDE)
_CENTRES = {  # comfortable middle of a melody
    Family.GUITAR: 69.0,
    Family.KEYS: 74.0,
    Family.BRASS: 67.0,
    Family.STRINGS: 72.0,
    Family.WIND: 72.0,
    Family.MALLET: 76.0,
    Family.SYNTH: 74.0,
}
_USUAL_CENTRE = 70.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A melody of a few bars, from its own start."""

    rhythm: Rhythm
    pitches: tuple[int, ...]


def write_leads(sketch: Sketch, lines: Sequence[SungLine]) -> dict[str, list[Note]]:
    """For each solo instrument, in order of appearance, its notes, unswung.

    Sections with a planned lead get a solo or melody on that instrument. The instrument in the LEAD role
    answers the voice, plays the chorus's melody where nobody sings, and carries songs without a voice.
    """
    tracks: dict[str, list[Note]] = {}
    house = sketch.plan.instruments.get(Role.LEAD)
    for passage in sketch.passages:
        name = passage.section.lead or house
        if name is None or passage.asks("a cappella", "acapella", "no lead"):
            continue
        writer = _Soloist(sketch, INSTRUMENTS[name])
        notes = list(_passage_notes(sketch, writer, passage, lines))
        if notes:
            tracks.setdefault(name, []).extend(notes)
    if sketch.passages[-1].ends_song:
        for name, notes in tracks.items():
            tracks[name] = _with_last_note(sketch, INSTRUMENTS[name], notes)
    return tracks


def _passage_notes(
    sketch: Sketch, writer: _Soloist, passage: Passage, lines: Sequence[SungLine]
) -> Iterator[Note]:
    sung = sorted(
        (line.start, line.end)
        for line in lines
        if line.section == passage.index and line.part in (VocalPart.LEAD, VocalPart.BACKING)
    )
    if passage.section.lead is not None and not sung:
        yield from writer.solo(passage)
    elif sung:
        if passage.section.lead is not None or passage.energy >= _ANSWERING_ENERGY:
            yield from writer.answers(passage, sung)
    elif passage.kind in _THEMED or sketch.plan.voice is None:
        if passage.energy >= 0.3 and passage.kind is not SectionKind.BUILD:
            yield from writer.theme(passage, lines)
    elif passage.kind is SectionKind.INTRO and passage.energy >= _ANSWERING_ENERGY:
        yield from writer.theme(passage, lines)


def _with_last_note(sketch: Sketch, instrument: Instrument, notes: list[Note]) -> list[Note]:
    """The tonic, near where the melody was, held to the end."""
    start = sketch.final_bar
    kept = [note for note in notes if note.start < start]
    near = kept[-1].pitch if kept else round(_centre(instrument))
    tonic = sketch.plan.key.tonic
    options = [p for p in range(instrument.low, instrument.high + 1) if p % 12 == tonic]
    pitch = min(options, key=lambda p: (abs(p - near), p))
    loudness = velocity(84 * dynamics(sketch.passages[-1]))
    cut = [_until(note, start) for note in kept]
    return [*cut, Note(start, sketch.feel.end - start, pitch, loudness)]


def _until(note: Note, end: float) -> Note:
    return note if note.end <= end else Note(note.start, end - note.start, note.pitch, note.velocity)


def _centre(instrument: Instrument) -> float:
    wanted = _CENTRES.get(instrument.family, _USUAL_CENTRE)
    return max(instrument.low + 7.0, min(instrument.high - 7.0, wanted))


class _Soloist:
    """Writes melodies for one instrument."""

    def __init__(self, sketch: Sketch, instrument: Instrument) -> None:
        self._sketch, self._instrument = sketch, instrument
        self._chance = Chance(sketch.plan.seed, "compose", "lead", instrument.name)
        self._stretch = sketch.feel.stretch

    def solo(self, passage: Passage) -> Iterator[Note]:
        """A solo that starts with a motif, answers it, grows denser and higher, and ends on a long note."""
        chance = self._chance.child(f"solo {passage.index}")
        fast = passage.asks(*_VIRTUOSO) or (passage.energy > 0.75 and not passage.asks(*_MELODIC))
        leading = self._sketch.style.leading
        spans = self._spans(passage)
        motif: Phrase | None = None
        for number, (start, end) in enumerate(spans):
            place = number / max(1, len(spans) - 1)
            runs = fast and chance.chance(0.25 + 0.6 * place)
            pattern = chance.choice(leading.runs if runs else leading.rhythms)
            lift = -3 + 9 * place if passage.kind is SectionKind.SOLO else 2 * place
            memory = motif if number % 4 in (1, 2) and not runs else None
            phrase = self._phrase((start, end), pattern, lift, chance.child(f"phrase {number}"), memory)
            motif = motif or phrase
            yield from self._notes(phrase, start, 92 * (0.78 + 0.3 * passage.energy))

    def theme(self, passage: Passage, lines: Sequence[SungLine]) -> Iterator[Note]:
        """The chorus's melody if one is sung, else a theme that returns with the kind of section."""
        end = self._sketch.playing_end(passage)
        loudness = 84 * (0.78 + 0.3 * passage.energy)
        quote = self._chorus_notes(lines, end - passage.start)
        if quote:
            yield from (self._moved(note, passage.start, loudness) for note in quote)
            return
        family = "theme" if passage.kind is not SectionKind.CHORUS else "hook"
        chance = self._chance.child(f"{family} {passage.kind}")
        lift = 3.0 if passage.kind in (SectionKind.CHORUS, SectionKind.DROP) else 0.0
        pattern = chance.choice(self._sketch.style.leading.rhythms)
        motif: Phrase | None = None
        for number, span in enumerate(self._spans(passage)):
            phrase = self._phrase(
                span, pattern, lift, chance.child(f"phrase {number % 4}"), motif if number % 4 else None
            )
            motif = motif or phrase
            yield from self._notes(phrase, span[0], loudness)

    def answers(self, passage: Passage, sung: Sequence[tuple[float, float]]) -> Iterator[Note]:
        """Short phrases in the gaps between sung lines."""
        chance = self._chance.child(f"answers {passage.kind} {passage.occurrence}")
        borders = [*(start for start, _ in sung[1:]), self._sketch.playing_end(passage)]
        loudness = 70 * (0.78 + 0.3 * passage.energy)
        likely = 0.9 if passage.section.lead is not None else self._sketch.style.leading.answers
        step = 0.5 * self._stretch
        for (_, voice_end), following in zip(sung, borders, strict=True):
            start = -(-(voice_end + _ANSWER_REST) // step) * step
            end = following - 0.25
            if end - start < _SHORTEST_GAP * self._stretch or not chance.chance(likely):
                continue
            end = min(end, start + 4 * self._stretch)
            pattern = chance.choice(self._sketch.style.leading.rhythms)
            phrase = self._phrase((start, end), pattern, 0.0, chance.child(f"answer {start}"), None)
            yield from self._notes(phrase, start, loudness)

    def _spans(self, passage: Passage) -> list[tuple[float, float]]:
        """The passage in phrases of two bars (four at fast tempi, one where bars are long)."""
        bar_s = self._sketch.plan.bar_s
        bars = 4 if bar_s < 1.2 else 1 if bar_s > 4.5 else 2
        length = bars * passage.bar_beats
        end = self._sketch.playing_end(passage)
        spans = []
        start = passage.start
        while start < end - 1e-9:
            spans.append((start, min(start + length, end)))
            start += length
        return spans

    def _phrase(
        self, span: tuple[float, float], pattern: str, lift: float, chance: Chance, motif: Phrase | None
    ) -> Phrase:
        """The best rated of a few phrases on a rhythm, perhaps after a motif."""
        window = self._window(span)
        memory = None if motif is None else Memory(motif.rhythm.onsets, motif.pitches, 0.45)
        kept = motif.rhythm if motif is not None and self._holds(motif, window) else None

        def attempt(number: int) -> Phrase:
            draw = chance.child(f"try {number}")
            rhythm = kept or self._rhythm(window, pattern, draw)
            return Phrase(rhythm, self._pitches(window, rhythm, lift, memory, draw))

        attempts = map(attempt, range(_TRIES))
        return max(
            attempts,
            key=lambda phrase: rate(
                HeardPhrase(phrase.rhythm.onsets, phrase.rhythm.durations, phrase.pitches)
            ),
        )

    def _window(self, span: tuple[float, float]) -> Window:
        plan = self._sketch.plan
        return Window(span[0], span[1] - span[0], plan.bpm, plan.meter, self._stretch)

    @staticmethod
    def _holds(motif: Phrase, window: Window) -> bool:
        rhythm = motif.rhythm
        return rhythm.onsets[-1] + rhythm.durations[-1] <= window.beats + 1e-6

    def _rhythm(self, window: Window, pattern: str, chance: Chance) -> Rhythm:
        """The pattern through the window with a note left out here and there and a long last one."""
        loop = fitted(pattern, window.meter)
        steps = list(repeated(loop, 0.0, window.beats, self._stretch))
        kept = [s for i, s in enumerate(steps) if i == 0 or s.start % 1 == 0 or not chance.chance(0.15)]
        tail = min(window.beats * 0.3, 2.0 * self._stretch)
        early = [step for step in kept if step.start <= window.beats - tail] or kept[:1]
        onsets = [step.start for step in early]
        borders = [*onsets[1:], min(window.beats - 0.25, onsets[-1] + 3 * self._stretch)]
        ends = [min(border, onset + 2 * self._stretch) for onset, border in zip(onsets, borders, strict=True)]
        ends[-1] = max(borders[-1], onsets[-1] + 0.25)
        durations = [end - onset for onset, end in zip(onsets, ends, strict=True)]
        return Rhythm(tuple(onsets), tuple(durations))

    def _pitches(
        self, window: Window, rhythm: Rhythm, lift: float, memory: Memory | None, chance: Chance
    ) -> tuple[int, ...]:
        centre = _centre(self._instrument)
        low = max(self._instrument.low, round(centre) - 12)
        high = min(self._instrument.high, round(centre) + 15)
        dense = len(rhythm.onsets) > window.beats * 2.5
        scale = self._sketch.style.leading.scale
        singer = Singer(low, high, min(high - 4, centre + lift), 0.9 if scale in ("penta", "blues") else 0.1)
        weights = (metric_weight(window.start + o, window.meter, self._stretch) for o in rhythm.onsets)
        stresses = tuple(2 if weight >= 2 else 0 for weight in weights)
        contour = chance.choice(
            ("wave", "rise", "fall", "arch") if dense else ("arch", "fall", "wave", "dip")
        )
        chord = self._sketch.harmony.at(window.start + rhythm.onsets[-1])
        endings = frozenset(chord.pitch_classes[:3])
        task = Assignment(window, rhythm, stresses, singer, contour, endings, None, memory)
        pitches = write_pitches(task, self._sketch.harmony, chance)
        return self._blue(pitches) if scale == "blues" else pitches

    def _blue(self, pitches: tuple[int, ...]) -> tuple[int, ...]:
        """Falling fourths become the blue fifth and falling major thirds the blue third."""
        key = self._sketch.plan.key
        blue = list(pitches)
        for i in range(1, len(pitches) - 1):
            degree = (pitches[i] - key.tonic) % 12
            falls = pitches[i + 1] < pitches[i] <= pitches[i - 1]
            if degree == 5 and falls and pitches[i - 1] - pitches[i] == 2:
                blue[i] += 1
            elif degree == 4 and falls and key.mode is Mode.MAJOR:
                blue[i] -= 1
        return tuple(blue)

    def _notes(self, phrase: Phrase, start: float, loudness: float) -> Iterator[Note]:
        """Phrases breathe: they grow to their middle and close softer."""
        rhythm = phrase.rhythm
        last = max(1, len(phrase.pitches) - 1)
        for i, pitch in enumerate(phrase.pitches):
            swell = 1.0 + 0.1 * (1 - abs(2 * i / last - 1)) - 0.04 * (i % 2)
            yield Note(
                start + rhythm.onsets[i], rhythm.durations[i] * 0.97, pitch, velocity(loudness * swell)
            )

    def _chorus_notes(self, lines: Sequence[SungLine], beats: float) -> list[Note]:
        """The lead's notes of the first chorus from its start, as much as fits; empty if none is sung."""
        sketch = self._sketch
        chorus = next((p for p in sketch.passages if p.kind is SectionKind.CHORUS and p.section.lines), None)
        if chorus is None:
            return []

        def straight(beat: float) -> float:
            return sketch.feel.unswung(beat) - chorus.start

        sung = [line for line in lines if line.section == chorus.index and line.part is VocalPart.LEAD]
        notes = [note for line in sung for syllable in line.syllables for note in syllable.notes]
        return [
            Note(straight(note.start), straight(note.end) - straight(note.start), note.pitch, note.velocity)
            for note in notes
            if note.end - chorus.start <= beats + 1e-6
        ]

    def _moved(self, note: Note, start: float, loudness: float) -> Note:
        """A quoted note in the instrument's octave."""
        pitch = note.pitch
        centre = _centre(self._instrument)
        while pitch < centre - 9 and pitch + 12 <= self._instrument.high:
            pitch += 12
        while pitch > self._instrument.high or (pitch > centre + 9 and pitch - 12 >= self._instrument.low):
            pitch -= 12
        return Note(start + note.start, note.duration, max(pitch, self._instrument.low), velocity(loudness))
