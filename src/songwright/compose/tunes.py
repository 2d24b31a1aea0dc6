"""The sung melody of the whole song: what comes new, what returns, where a phrase asks and where it answers.

It knows nothing of doubles, harmonies and sound.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from songwright.compose.consonance import rubs
from songwright.compose.harmony import Harmony
from songwright.compose.melody import Assignment, Singer, write_pitches
from songwright.compose.phrases import Phrase
from songwright.compose.polish import ad_libbed, crowned, is_heavy, smoothed, turned
from songwright.compose.rating import rate
from songwright.compose.recall import CELL, find_hook
from songwright.compose.registers import CLIMAX_ROOM, Delivery, singer_for, speaking_pitch
from songwright.compose.rhythm import Rhythm, Window, metric_weight, write_rhythm
from songwright.compose.style import Singing, Style
from songwright.compose.text import Text
from songwright.compose.tune import Spot, Tune
from songwright.song.chance import Chance
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan, VocalStyle, Voice

TRIES = 4  # melodies written for a new line; the best rated is kept; docs/melody.md shows how it was chosen
_HOOKS = (SectionKind.CHORUS, SectionKind.POST_CHORUS, SectionKind.DROP)
_FORMS = ("ABAC", "AABC", "ABAB", "AABA")
_HOOK_FORMS = ("AABA", "ABAA", "AAAB")  # so that the hook's cell sounds three times
_CONTOURS = {
    "ask": ("arch", "rise", "wave", "plateau"),
    "answer": ("fall", "arch", "plateau", "dip"),
    "hook": ("arch", "plateau", "fall", "dip"),
}
_PLAIN = (VocalStyle.SUNG, VocalStyle.RASPY, VocalStyle.BELT, VocalStyle.FALSETTO)
_HOOK_WORTH = 0.25  # what a memorable cell adds to the rating of a chorus's first line
_TITLE_WORTH = 0.1  # what the title on the highest or longest note adds
_PICKUP = 0.7  # chance of a pickup where words and room allow it
_BREATH_S = 0.25
_SPOKEN_S = 0.4  # a spoken syllable lasts no longer
_LONGER = {VocalStyle.BELT: 1.5, VocalStyle.SPOKEN: 0.5}  # factor on how far syllables spread


@dataclass(frozen=True, slots=True)
class Setting:
    """What a song's melody is written into; it does not change from line to line."""

    plan: SongPlan
    style: Style
    harmony: Harmony
    stretch: float
    take: int = 0


class Songbook:
    """Writes line after line and remembers them, so that verses and choruses return."""

    def __init__(self, setting: Setting) -> None:
        self._plan, self._style, self._harmony = setting.plan, setting.style, setting.harmony
        self._stretch = setting.stretch
        self._chance = Chance(self._plan.seed, "compose", "melody", self._plan.genre, f"take {setting.take}")
        self._bounds = (self._plan.voice or Voice.FEMALE).vocal_range
        self._highest_lift = max((section.transpose for section in self._plan.sections), default=0)
        self._by_wording: dict[tuple[str, VocalStyle], Tune] = {}
        self._by_place: dict[tuple[SectionKind, int], Tune] = {}
        self._by_letter: dict[tuple[SectionKind, str], Tune] = {}
        self._moves: list[int] = []
        self._before: int | None = None
        self._peak = 0

    def window(self, start: float, beats: float) -> Window:
        """A room for a line in this song, in beats."""
        return Window(start, beats, self._plan.bpm, self._plan.meter, self._stretch)

    def write(self, text: Text, window: Window, spot: Spot) -> Tune:
        """The melody of a line; the same words get the melody they had."""
        if spot.line.style is VocalStyle.SPOKEN:
            return self._spoken(text, window, spot)
        wording = (text.wording, spot.line.style)
        known = self._by_wording.get(wording)
        if known is not None and len(known.pitches) == len(text):
            tune = self._again(self._settled_in(known, text, window, spot), text, window, spot)
        else:
            tune = self._new(text, window, spot)
        self._by_wording.setdefault(wording, tune)
        self._by_place.setdefault((spot.passage.kind, spot.number), tune)
        self._by_letter.setdefault((spot.passage.kind, self._letter(spot)), tune)
        if spot.is_climax:
            tune = crowned(tune, self._harmony, self._peak, self._bounds[1])
        if not self._singer(spot).rap:
            self._moves.extend(b - a for a, b in zip(tune.pitches, tune.pitches[1:], strict=False))
        self._before = tune.pitches[-1]
        self._peak = max(self._peak, *tune.pitches)
        return tune

    def answer(self, text: Text, window: Window, spot: Spot, call: Tune | None) -> Tune:
        """The melody of backing words: on the call's own motif, about a third higher.

        Args:
            text: the backing words.
            window: the room behind the call.
            spot: the line's place.
            call: what the lead has just sung, if anything.
        """
        singer = self._singer(replace(spot, line=replace(spot.line, style=VocalStyle.SUNG)))
        chance = self._chance.child(f"backing/{spot.passage.kind}/{text.wording}")
        motif = None if call is None else _motif(call, len(text), window)
        rhythm = write_rhythm(
            text, window, self._taste(spot), chance, None if motif is None else motif.rhythm
        )
        centre = singer.centre if motif is None else sum(motif.pitches) / len(motif.pitches) + 3
        singer = replace(singer, centre=min(max(centre, singer.low + 2), singer.high - 2))
        memory = None if motif is None else motif.memory(0.9, 3)
        task = Assignment(
            window,
            rhythm,
            _stresses(text),
            singer,
            "level",
            self._degrees(spot, 1, 3, 5),
            self._before,
            memory,
            spot.transpose,
        )
        return self._smoothed(Tune(window, rhythm, write_pitches(task, self._harmony, chance)), spot)

    def ad_lib(self, tune: Tune, spot: Spot) -> Tune:
        """Backing words of the last chorus, with a melisma where their last syllable has time for it."""
        return ad_libbed(tune, self._harmony, self._singer(spot).high)

    def _settled_in(self, known: Tune, text: Text, window: Window, spot: Spot) -> Tune:
        """A known tune in a new room: its rhythm as it is, with a shorter last note, or written anew."""
        rhythm = known.rhythm
        same_place = known.window.start % window.meter.bar_beats == window.start % window.meter.bar_beats
        early = -rhythm.onsets[0] <= max(0.0, spot.room_before) + 1e-6
        if same_place and early and rhythm.onsets[-1] + rhythm.durations[-1] <= window.beats + 1e-6:
            return known
        left = window.beats - breath(window) - rhythm.onsets[-1]
        if same_place and early and left >= window.meter.pulse_beats * window.stretch:
            return replace(known, rhythm=Rhythm(rhythm.onsets, (*rhythm.durations[:-1], left)), turn=())
        chance = self._chance.child(f"resettled/{spot.passage.index}/{spot.number}")
        later = _later(rhythm, max(0.0, -rhythm.onsets[0]))
        fresh = write_rhythm(text, window, self._taste(spot), chance, later, len(text))
        return replace(known, rhythm=fresh, turn=())

    def _again(self, known: Tune, text: Text, window: Window, spot: Spot) -> Tune:
        """A known melody in a new place: lifted with its section, bent where chords or ending ask for it."""
        shift = spot.transpose - known.transpose
        low, high = self._bounds
        top, bottom = max(known.pitches) + shift, min(known.pitches) + shift
        shift -= 12 * (top > self._singer(spot).high and bottom - 12 >= low)
        shift += 12 * (bottom < low and top + 12 <= high)
        pitches = tuple(min(max(pitch + shift, low), self._singer(spot).high) for pitch in known.pitches)
        turn = tuple(pitch + shift for pitch in known.turn)
        moved = replace(known, window=window, pitches=pitches, turn=turn, transpose=spot.transpose)
        if spot.closes_song and pitches[-1] % 12 not in self._degrees(spot, 1):
            moved = self._bent(moved, text, spot)
        return self._smoothed(moved, spot)

    def _smoothed(self, tune: Tune, spot: Spot) -> Tune:
        singer = self._singer(spot)
        return smoothed(tune, self._harmony, (singer.low, singer.high), spot.closes_song)

    def _bent(self, tune: Tune, text: Text, spot: Spot) -> Tune:
        task = self._assignment(text, tune.window, spot, tune.rhythm)
        chance = self._chance.child(f"bent/{spot.passage.index}/{spot.number}")
        pitches = write_pitches(replace(task, memory=tune.memory(1.2)), self._harmony, chance)
        return replace(tune, pitches=pitches, turn=())

    def _new(self, text: Text, window: Window, spot: Spot) -> Tune:
        """A new melody; where an earlier verse has one for this place it is followed."""
        kind = spot.passage.kind
        place = self._by_place.get((kind, spot.number))
        motif = place or self._by_letter.get((kind, self._letter(spot)))
        firm = CELL if motif is not None and kind in _HOOKS else 0
        memory = None
        if motif is not None:
            memory = motif.memory(0.9 if place is not None else 0.4, spot.transpose - motif.transpose, firm)
        pickup = self._pickup(text, window, spot)
        room = replace(window, start=window.start - pickup, beats=window.beats + pickup)
        liked = None if motif is None else _later(motif.rhythm, pickup)
        chance = self._chance.child(f"{kind}/{spot.passage.occurrence}/{spot.number}")
        taste = self._taste(spot)

        def attempt(number: int) -> Tune:
            draw = chance.child(f"try {number}")
            rhythm = _later(write_rhythm(text, room, taste, draw, liked, firm), -pickup)
            task = self._assignment(text, window, spot, rhythm, draw)
            pitches = write_pitches(replace(task, memory=memory), self._harmony, draw)
            return self._smoothed(Tune(window, rhythm, pitches, transpose=spot.transpose), spot)

        attempts = map(attempt, range(TRIES))
        best = max(attempts, key=lambda tune: self._worth(tune, text, spot))
        draw = self._chance.child(f"turn/{kind}/{spot.passage.occurrence}/{spot.number}")
        turns = spot.line.style in _PLAIN and draw.chance(self._style.singing.melisma)
        return turned(best, self._harmony, self._singer(spot).high, draw) if turns else best

    def _worth(self, tune: Tune, text: Text, spot: Spot) -> float:
        """The rating of a try; the chorus's first line also by how well its cell would stick."""
        phrase = self._phrase(tune, text)
        worth = rate(phrase, () if self._singer(spot).rap else self._moves)
        if spot.passage.kind in _HOOKS and spot.number == 0:
            hook = find_hook([(phrase, text.wording)])
            worth += _HOOK_WORTH * (0.0 if hook is None else hook.leap + hook.long_note) / 2
            worth += _TITLE_WORTH * _shines(phrase, text, self._plan.title)
        return worth

    def _phrase(self, tune: Tune, text: Text) -> Phrase:
        """The tune as its rating hears it."""
        strengths, clashes = [], []
        for _, beat, length, pitch in tune.notes():
            strengths.append(metric_weight(beat, tune.window.meter, tune.window.stretch))
            rubbing = rubs(pitch % 12, self._harmony.at(beat))
            clashes.append(rubbing and is_heavy(tune, beat, length))
        rhythm = tune.rhythm
        return Phrase(rhythm.onsets, rhythm.durations, tune.pitches, _stresses(text), strengths, clashes)

    def _pickup(self, text: Text, window: Window, spot: Spot) -> float:
        """Beats by which a line may start before its bars: its first words are weak, and nobody sings."""
        weak = next((i for i, stress in enumerate(_stresses(text)) if stress == 2), 0)
        if weak not in (1, 2) or self._taste(spot).rap or spot.line.style not in _PLAIN:
            return 0.0
        wanted = 0.5 * weak * self._stretch
        chance = Chance(self._plan.seed, "compose", "pickup", spot.passage.kind, str(spot.number))
        return wanted if wanted <= spot.room_before and chance.chance(_PICKUP) else 0.0

    def _spoken(self, text: Text, window: Window, spot: Spot) -> Tune:
        """Spoken words in the song's rhythm, on one pitch."""
        chance = self._chance.child(f"spoken/{text.wording}")
        rhythm = write_rhythm(text, window, self._taste(spot), chance)
        longest = window.in_beats(_SPOKEN_S)
        rhythm = Rhythm(rhythm.onsets, tuple(min(length, longest) for length in rhythm.durations))
        pitch = speaking_pitch(self._bounds, self._degrees(spot, 1, 3, 5))
        return Tune(window, rhythm, (pitch,) * len(text), transpose=spot.transpose)

    def _assignment(
        self, text: Text, window: Window, spot: Spot, rhythm: Rhythm, chance: Chance | None = None
    ) -> Assignment:
        is_hook = spot.passage.kind is SectionKind.CHORUS and spot.number == 0
        contours = _CONTOURS["hook" if is_hook else "answer" if spot.answers else "ask"]
        contour = contours[0] if chance is None else chance.choice(contours)
        if spot.closes_song:
            endings = self._degrees(spot, 1)
        elif self._plan.loop and spot.passage.is_last and spot.closes_section:
            endings = self._degrees(spot, 2, 5)  # open: the first bar follows
        else:
            endings = self._degrees(spot, 1, 3) if spot.answers else self._degrees(spot, 2, 3, 5)
        return Assignment(
            window,
            rhythm,
            _stresses(text),
            self._singer(spot),
            contour,
            endings,
            self._before,
            None,
            spot.transpose,
            spot.returns,
        )

    def _letter(self, spot: Spot) -> str:
        kind = spot.passage.kind
        forms = _HOOK_FORMS if kind in _HOOKS else _FORMS
        form = Chance(self._plan.seed, "compose", "form", kind).choice(forms)
        return form[spot.number % len(form)]

    def _taste(self, spot: Spot) -> Singing:
        """The genre's singing with the one rhythm that this kind of section sings."""
        singing = self._style.singing
        kind, style = spot.passage.kind, spot.line.style
        rhythm = Chance(self._plan.seed, "compose", "vocal rhythm", kind).choice(singing.rhythms)
        raps = singing.rap and kind in (SectionKind.VERSE, SectionKind.BRIDGE, SectionKind.INTRO)
        step = singing.longest_step_s if raps or not singing.rap else 0.5
        return replace(
            singing,
            rhythms=(rhythm,),
            rap=raps and style is not VocalStyle.FALSETTO,
            longest_step_s=step * _LONGER.get(style, 1.0),
        )

    def _singer(self, spot: Spot) -> Singer:
        kept = max(0 if spot.is_climax else CLIMAX_ROOM, self._highest_lift - spot.transpose)
        line = spot.line
        delivery = Delivery(spot.passage.kind, line.style, line.loud, spot.transpose, kept)
        return singer_for(self._bounds, delivery, self._taste(spot))

    def _degrees(self, spot: Spot, *degrees: int) -> frozenset[int]:
        """Pitch classes of scale degrees counted from 1, in the section's key."""
        scale = self._plan.key.scale
        return frozenset((scale[degree - 1] + spot.transpose) % 12 for degree in degrees)


def breath(window: Window) -> float:
    """Beats of silence that part two lines."""
    return max(0.25, window.in_beats(_BREATH_S))


def _later(rhythm: Rhythm, beats: float) -> Rhythm:
    return rhythm if not beats else Rhythm(tuple(o + beats for o in rhythm.onsets), rhythm.durations)


def _motif(call: Tune, count: int, window: Window) -> Tune:
    """The end of a call, as many syllables as the answer has, moved to the answer's room."""
    onsets, pitches = call.rhythm.onsets[-count:], call.pitches[-count:]
    durations = call.rhythm.durations[-count:]
    moved = Rhythm(tuple(onset - onsets[0] for onset in onsets), durations)
    return Tune(window, moved, pitches)


def _shines(phrase: Phrase, text: Text, title: str) -> float:
    """Whether a word of the title is sung on the line's highest or longest note."""
    wanted: Mapping[str, None] = dict.fromkeys(_bare(title.split()))
    owners = [i for i, word in enumerate(_bare(text.words)) if len(word) > 2 and word in wanted]
    high = phrase.pitches.index(max(phrase.pitches))
    long = phrase.durations.index(max(phrase.durations))
    return float(any(text.owners[place] in owners for place in (high, long)))


def _bare(words: Sequence[str]) -> list[str]:
    return ["".join(c for c in word.casefold() if c.isalnum()) for word in words]


def _stresses(text: Text) -> tuple[int, ...]:
    return tuple(syllable.stress for syllable in text.syllables)
