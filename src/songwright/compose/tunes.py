"""The sung melody of the whole song: what comes new, what returns, where a phrase asks and where it answers.

It knows nothing of doubles, harmonies and sound.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from songwright.compose.form import Passage
from songwright.compose.harmony import Harmony
from songwright.compose.melody import Assignment, Memory, Singer, rubs, write_pitches
from songwright.compose.rating import rate
from songwright.compose.rhythm import Rhythm, Window, write_rhythm
from songwright.compose.style import Singing, Style
from songwright.compose.text import Text
from songwright.song.chance import Chance
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedLine, SongPlan, VocalStyle, Voice

_TRIES = 6  # melodies written for a new line; the best rated is kept
_FORMS = ("ABAC", "AABC", "ABAB", "AABA")
_REGISTERS = {  # where in the vocal range a section moves, 0 to 1
    SectionKind.INTRO: 0.34,
    SectionKind.VERSE: 0.34,
    SectionKind.PRE_CHORUS: 0.46,
    SectionKind.BUILD: 0.50,
    SectionKind.CHORUS: 0.54,
    SectionKind.POST_CHORUS: 0.56,
    SectionKind.DROP: 0.58,
    SectionKind.BRIDGE: 0.48,
    SectionKind.BREAKDOWN: 0.36,
    SectionKind.OUTRO: 0.42,
}
_USUAL_REGISTER = 0.42
_CONTOURS = {
    "ask": ("arch", "rise", "wave", "plateau"),
    "answer": ("fall", "arch", "plateau", "dip"),
    "hook": ("arch", "plateau", "fall", "dip"),
}
_CLASHES = 0.2  # share of strong notes that may rub against new chords before a line is written anew
_GROWL_SPAN = 7  # semitones
_WHISPER_SPAN = 9


@dataclass(frozen=True, slots=True)
class Tune:
    """A line's melody: its room, its rhythm, its pitches and the turn of its last syllable.

    `turn` holds the pitches that the last syllable passes before it comes to rest on the last of `pitches`.
    """

    window: Window
    rhythm: Rhythm
    pitches: tuple[int, ...]
    turn: tuple[int, ...] = ()

    def memory(self, weight: float) -> Memory:
        """The tune as something to follow."""
        return Memory(self.rhythm.onsets, self.pitches, weight)


@dataclass(frozen=True, slots=True)
class Spot:
    """A line's place in the song.

    Attributes:
        passage: its section.
        number: its place among the section's lines, from 0.
        line: what was planned.
        closes_song: whether it is the last line that is sung.
    """

    passage: Passage
    number: int
    line: PlannedLine
    closes_song: bool

    @property
    def closes_section(self) -> bool:
        """Whether it is the section's last line."""
        return self.number == len(self.passage.section.lines) - 1

    @property
    def answers(self) -> bool:
        """Whether it comes home: every second line and the last of a section, except before a chorus."""
        if self.closes_song:
            return True
        if self.closes_section and self.passage.kind in (SectionKind.PRE_CHORUS, SectionKind.BUILD):
            return False
        return self.number % 2 == 1 or (self.closes_section and self.number > 0)


class Songbook:
    """Writes line after line and remembers them, so that verses and choruses return."""

    def __init__(self, plan: SongPlan, style: Style, harmony: Harmony, stretch: float) -> None:
        self._plan, self._style, self._harmony, self._stretch = plan, style, harmony, stretch
        self._chance = Chance(plan.seed, "compose", "melody")
        self._by_wording: dict[tuple[str, VocalStyle], Tune] = {}
        self._by_place: dict[tuple[SectionKind, int], Tune] = {}
        self._by_letter: dict[tuple[SectionKind, str], Tune] = {}
        self._before: int | None = None

    def window(self, start: float, beats: float) -> Window:
        """A room for a line in this song, in beats."""
        return Window(start, beats, self._plan.bpm, self._plan.meter, self._stretch)

    def write(self, text: Text, window: Window, spot: Spot) -> Tune:
        """The melody of a line; the same words get the melody they had."""
        wording = (text.wording, spot.line.style)
        known = self._by_wording.get(wording)
        if known is not None and self._fits(known, text, window):
            tune = self._again(known, text, window, spot)
        else:
            tune = self._turned(self._new(text, window, spot), text, spot)
        self._by_wording.setdefault(wording, tune)
        self._by_place.setdefault((spot.passage.kind, spot.number), tune)
        self._by_letter.setdefault((spot.passage.kind, self._letter(spot)), tune)
        self._before = tune.pitches[-1]
        return tune

    def answer(self, text: Text, window: Window, spot: Spot, lead: Tune | None) -> Tune:
        """The melody of backing words: around the lead's own pitches, a third higher."""
        singer = self._singer(spot)
        centre = singer.centre if lead is None else sum(lead.pitches) / len(lead.pitches) + 3
        singer = replace(singer, centre=min(max(centre, singer.low + 2), singer.high - 2))
        chance = self._chance.child(f"backing/{spot.passage.kind}/{text.wording}")
        rhythm = write_rhythm(text, window, self._taste(spot), chance)
        task = Assignment(
            window, rhythm, self._stresses(text), singer, "level", self._degrees(1, 3, 5), self._before
        )
        return Tune(window, rhythm, write_pitches(task, self._harmony, chance))

    def _fits(self, known: Tune, text: Text, window: Window) -> bool:
        same_place = known.window.start % window.meter.bar_beats == window.start % window.meter.bar_beats
        enough = known.rhythm.onsets[-1] + known.rhythm.durations[-1] <= window.beats + 1e-6
        return same_place and enough and len(known.pitches) == len(text)

    def _again(self, known: Tune, text: Text, window: Window, spot: Spot) -> Tune:
        """A known melody in a new place, bent only where the chords or the ending ask for it."""
        moved = replace(known, window=window)
        tonic = self._plan.key.tonic
        if spot.closes_song and known.pitches[-1] % 12 != tonic:
            return replace(self._bent(moved, text, spot), turn=())
        rubs_more = self._clashes(moved) > max(_CLASHES, self._clashes(known))
        return self._bent(moved, text, spot) if rubs_more else moved

    def _clashes(self, tune: Tune) -> float:
        """Share of the held notes that rub against the chord or leave its scale."""
        held = [
            (tune.window.start + onset, pitch)
            for onset, duration, pitch in zip(
                tune.rhythm.onsets, tune.rhythm.durations, tune.pitches, strict=True
            )
            if duration >= tune.window.meter.pulse_beats * 0.95
        ]
        rubbing = sum(rubs(pitch % 12, self._harmony.at(beat)) for beat, pitch in held)
        outside = sum(
            pitch % 12 not in self._harmony.scale_at(tune.window.start + onset)
            for onset, pitch in zip(tune.rhythm.onsets, tune.pitches, strict=True)
        )
        return rubbing / max(1, len(held)) + outside

    def _bent(self, tune: Tune, text: Text, spot: Spot) -> Tune:
        task = self._assignment(text, tune.window, spot, tune.rhythm)
        memory = tune.memory(1.2)
        endings = task.endings if spot.closes_song else frozenset(range(12))
        chance = self._chance.child(f"bent/{spot.passage.index}/{spot.number}")
        pitches = write_pitches(replace(task, memory=memory, endings=endings), self._harmony, chance)
        return replace(tune, pitches=pitches, turn=())

    def _new(self, text: Text, window: Window, spot: Spot) -> Tune:
        """A new melody; where an earlier verse has one for this place it is followed."""
        kind = spot.passage.kind
        place = self._by_place.get((kind, spot.number))
        motif = place or self._by_letter.get((kind, self._letter(spot)))
        weight = 0.75 if place is not None else 0.4
        chance = self._chance.child(f"{kind}/{spot.passage.occurrence}/{spot.number}")
        taste = self._taste(spot)

        def attempt(number: int) -> Tune:
            draw = chance.child(f"try {number}")
            rhythm = write_rhythm(text, window, taste, draw, None if motif is None else motif.rhythm)
            task = self._assignment(text, window, spot, rhythm, draw)
            if motif is not None:
                task = replace(task, memory=motif.memory(weight))
            return Tune(window, rhythm, write_pitches(task, self._harmony, draw))

        attempts = map(attempt, range(_TRIES if motif is None else _TRIES // 2))
        return max(attempts, key=lambda tune: rate(tune.rhythm.onsets, tune.pitches))

    def _assignment(
        self, text: Text, window: Window, spot: Spot, rhythm: Rhythm, chance: Chance | None = None
    ) -> Assignment:
        is_hook = spot.passage.kind is SectionKind.CHORUS and spot.number == 0
        contours = _CONTOURS["hook" if is_hook else "answer" if spot.answers else "ask"]
        contour = contours[0] if chance is None else chance.choice(contours)
        if spot.closes_song:
            endings = self._degrees(1)
        else:
            endings = self._degrees(1, 3) if spot.answers else self._degrees(2, 3, 5)
        singer = self._singer(spot)
        return Assignment(window, rhythm, self._stresses(text), singer, contour, endings, self._before)

    def _turned(self, tune: Tune, text: Text, spot: Spot) -> Tune:
        """Sometimes a long last note is reached by a turn on one or two notes of the scale."""
        singing, line = self._style.singing, spot.line
        chance = self._chance.child(f"turn/{spot.passage.kind}/{spot.passage.occurrence}/{spot.number}")
        long_enough = tune.rhythm.durations[-1] >= 1.75 * tune.window.meter.pulse_beats * self._stretch
        if line.style is not VocalStyle.SUNG or not long_enough or not chance.chance(singing.melisma):
            return tune
        last = tune.pitches[-1]
        scale = self._harmony.scale_at(tune.window.start + tune.rhythm.onsets[-1])
        high = self._singer(spot).high
        above = next((p for p in range(last + 1, high + 1) if p % 12 in scale), None)
        if above is None or len(text) < 2:
            return tune
        return replace(tune, turn=(last, above) if chance.chance(0.4) else (above,))

    def _letter(self, spot: Spot) -> str:
        form = Chance(self._plan.seed, "compose", "form", spot.passage.kind).choice(_FORMS)
        return form[spot.number % len(form)]

    def _taste(self, spot: Spot) -> Singing:
        """The genre's singing with the one rhythm that this kind of section sings."""
        singing = self._style.singing
        kind = spot.passage.kind
        rhythm = Chance(self._plan.seed, "compose", "vocal rhythm", kind).choice(singing.rhythms)
        speaks = singing.rap and kind in (SectionKind.VERSE, SectionKind.BRIDGE, SectionKind.INTRO)
        step = singing.longest_step_s if speaks or not singing.rap else 0.5
        return replace(singing, rhythms=(rhythm,), rap=speaks, longest_step_s=step)

    def _singer(self, spot: Spot) -> Singer:
        low, high = (self._plan.voice or Voice.FEMALE).vocal_range
        singing = self._taste(spot)
        style = spot.line.style
        if style is VocalStyle.GROWL:
            return Singer(low, low + _GROWL_SPAN, low + 3.0, rap=True)
        if style is VocalStyle.WHISPER:
            return Singer(low, low + _WHISPER_SPAN, low + 4.0, rap=True)
        register = _REGISTERS.get(spot.passage.kind, _USUAL_REGISTER) + (0.06 if spot.line.loud else 0.0)
        centre = low + register * (high - low)
        return Singer(low, high, centre, singing.pentatonic, singing.rap)

    def _degrees(self, *degrees: int) -> frozenset[int]:
        """Pitch classes of scale degrees counted from 1."""
        return frozenset(self._plan.key.scale[degree - 1] for degree in degrees)

    @staticmethod
    def _stresses(text: Text) -> tuple[int, ...]:
        return tuple(syllable.stress for syllable in text.syllables)
