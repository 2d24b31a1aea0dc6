"""All sung parts: the lead, its double and second voice, and the backing answers.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from songwright.compose.feel import Feel, on_tick
from songwright.compose.form import Passage
from songwright.compose.harmony import Harmony
from songwright.compose.melody import rubs
from songwright.compose.style import Style
from songwright.compose.text import Text, text_of
from songwright.compose.tunes import Songbook, Spot, Tune
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedLine, SongPlan, VocalStyle, Voice
from songwright.song.pronunciation import Pronounce
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart

_HELD = 1.5  # beats from which a second voice must be a chord tone
_HOOKS = (SectionKind.CHORUS, SectionKind.POST_CHORUS, SectionKind.DROP)
_LOUD_GAIN_DB, _BACKING_GAIN_DB = 2.5, -3.0
_DOUBLE_GAIN_DB, _HARMONY_GAIN_DB = -4.0, -5.0


@dataclass(frozen=True, slots=True)
class Rooms:
    """How a line's bars are shared: beats from the line's start for the lead and for the backing answer."""

    lead: float
    backing_start: float
    backing: float


class VocalWriter:
    """Writes the sung lines of one song, section by section."""

    def __init__(
        self, plan: SongPlan, style: Style, passages: Sequence[Passage], harmony: Harmony, feel: Feel
    ) -> None:
        self._plan, self._style, self._passages = plan, style, passages
        self._harmony, self._feel = harmony, feel
        self._book = Songbook(plan, style, harmony, feel.stretch)

    def lines(self, pronounce: Pronounce) -> tuple[SungLine, ...]:
        """Every sung line of every part, sorted by start."""
        sung: list[SungLine] = []
        texts = [(spot, self._texts(spot.line, pronounce)) for spot in self._spots()]
        last = max((i for i, (_, (lead, _)) in enumerate(texts) if lead is not None), default=-1)
        for index, (spot, (lead, backing)) in enumerate(texts):
            closing = replace(spot, closes_song=index == last)
            sung.extend(self._parts(closing, lead, backing))
        order = list(VocalPart)
        return tuple(sorted(sung, key=lambda line: (line.start, order.index(line.part))))

    def _spots(self) -> Iterator[Spot]:
        for passage in self._passages:
            for number, line in enumerate(passage.section.lines):
                yield Spot(passage, number, line, closes_song=False)

    def _texts(self, line: PlannedLine, pronounce: Pronounce) -> tuple[Text | None, Text | None]:
        def read(text: str) -> Text | None:
            words = pronounce(text, self._plan.vocal_language) if text.strip() else ()
            return text_of(words) if words else None

        return read(line.text), read(line.backing)

    def _parts(self, spot: Spot, lead: Text | None, backing: Text | None) -> Iterator[SungLine]:
        start = spot.passage.start + spot.line.start_bar * spot.passage.bar_beats
        rooms = self._rooms(spot, lead, backing)
        tune: Tune | None = None
        if lead is not None:
            tune = self._book.write(lead, self._book.window(start, rooms.lead), spot)
            main = self._sung(VocalPart.LEAD, spot, lead, tune)
            yield main
            yield from self._companions(spot, main)
        if backing is not None:
            window = self._book.window(start + rooms.backing_start, rooms.backing)
            answer = self._book.answer(backing, window, spot, tune)
            yield self._sung(VocalPart.BACKING, spot, backing, answer)

    def _rooms(self, spot: Spot, lead: Text | None, backing: Text | None) -> Rooms:
        beats = spot.line.bars * spot.passage.bar_beats
        if lead is None or backing is None:
            return Rooms(beats, 0.0, beats)
        share = min(0.72, max(0.4, len(lead) / (len(lead) + len(backing))))
        border = max(0.5, round(beats * share * 2) / 2)
        return Rooms(border, border, beats - border)

    def _sung(self, part: VocalPart, spot: Spot, text: Text, tune: Tune) -> SungLine:
        syllables = tuple(
            SungSyllable(
                syllable, text.owners[index], self._notes(tune, index, self._velocity(spot, syllable.stress))
            )
            for index, syllable in enumerate(text.syllables)
        )
        gain = (_LOUD_GAIN_DB if spot.line.loud else 0.0) + (
            _BACKING_GAIN_DB if part is VocalPart.BACKING else 0.0
        )
        return SungLine(part, spot.passage.index, text.words, syllables, spot.line.style, gain)

    def _velocity(self, spot: Spot, stress: int) -> int:
        loud = 14 if spot.line.loud else 0
        soft = -18 if spot.line.style is VocalStyle.WHISPER else 0
        return max(30, min(124, round(66 + 30 * spot.passage.energy + 4 * stress + loud + soft)))

    def _notes(self, tune: Tune, index: int, velocity: int) -> tuple[Note, ...]:
        """The notes of one syllable, swung but exactly in time."""
        start = tune.window.start + tune.rhythm.onsets[index]
        end = start + tune.rhythm.durations[index]
        pitches: tuple[int, ...] = (tune.pitches[index],)
        borders = [start, end]
        if index == len(tune.pitches) - 1 and tune.turn:
            pitches = (*tune.turn, *pitches)
            step = 0.5 * self._feel.stretch * (tune.window.meter.pulse_beats if len(tune.turn) == 1 else 0.5)
            borders[1:1] = [start + step * (place + 1) for place in range(len(tune.turn))]
        ticks = [on_tick(min(self._feel.swung(beat), self._feel.end)) for beat in borders]
        return tuple(
            Note(first, on_tick(last - first), pitch, velocity)
            for first, last, pitch in zip(ticks[:-1], ticks[1:], pitches, strict=True)
        )

    def _companions(self, spot: Spot, main: SungLine) -> Iterator[SungLine]:
        """Double and second voice of a chorus line, as the genre has them."""
        singing = self._style.singing
        if spot.passage.kind not in _HOOKS or spot.line.style is VocalStyle.WHISPER:
            return
        if singing.doubles:
            yield replace(main, part=VocalPart.DOUBLE, gain_db=main.gain_db + _DOUBLE_GAIN_DB)
        growls = spot.line.style is VocalStyle.GROWL
        if spot.passage.occurrence >= singing.harmony and not growls:
            yield self._second_voice(main)

    def _second_voice(self, main: SungLine) -> SungLine:
        """The lead's words a diatonic third above, or below where the lead is high."""
        low, high = (self._plan.voice or Voice.FEMALE).vocal_range
        top = max(note.pitch for sung in main.syllables for note in sung.notes)
        above = not self._style.singing.harmony_below and top + 4 <= high
        syllables = tuple(
            replace(sung, notes=tuple(self._seconded(note, above, (low, high)) for note in sung.notes))
            for sung in main.syllables
        )
        gain = main.gain_db + _HARMONY_GAIN_DB
        return replace(main, part=VocalPart.HARMONY, syllables=syllables, gain_db=gain)

    def _seconded(self, note: Note, above: bool, bounds: tuple[int, int]) -> Note:
        """The companion of a note: the third, corrected to a chord tone where a held note would rub."""
        scale = set(self._harmony.scale_at(note.start))
        chord = self._harmony.at(note.start)
        low, high = bounds
        ways = [offset if above else -offset for offset in (4, 3, 5, 8, 9)]
        reachable = [note.pitch + way for way in ways if low <= note.pitch + way <= high]
        pitches = [pitch for pitch in reachable if pitch % 12 in scale] or [note.pitch]
        held = note.duration >= _HELD
        clean = [p for p in pitches if p % 12 in chord.pitch_classes] if held else []
        calm = [p for p in pitches if not rubs(p % 12, chord)]
        return replace(note, pitch=(clean or calm or pitches)[0], velocity=max(1, note.velocity - 8))
