"""Instrumental melodies: solos, themes, hooks in intros and outros, answers between sung lines.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.compose.arrange import dynamics
from songwright.compose.form import Passage
from songwright.compose.melody import Assignment, Memory, Singer, write_pitches
from songwright.compose.ornaments import adorned, blue, broken_chord, vocabulary_of
from songwright.compose.pattern import fitted, repeated
from songwright.compose.phrases import Phrase as HeardPhrase
from songwright.compose.polish import smoothed
from songwright.compose.rating import rate
from songwright.compose.rhythm import Rhythm, Window, metric_weight
from songwright.compose.sketch import Sketch, in_compass, velocity
from songwright.compose.solo import Ladder, Motif, Stage, Turn, staged, story
from songwright.compose.tune import Tune
from songwright.song.chance import Chance
from songwright.song.instruments import INSTRUMENTS, Family, Instrument, Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note, SungLine, VocalPart

_VIRTUOSO = ("virtuos", "shred", "fast", "solo", "guitar hero", "epic", "wild")
_MELODIC = ("melodic", "slow", "gentle", "theme", "soft")
_TRIES = 3
_QUOTING_ENERGY = 0.3  # from which an intro or outro quotes the hook
_QUICKEST_S = 0.085  # shortest note of a run
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
_CONTOURS = ("arch", "fall", "wave", "dip")


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
    writers: dict[str, _Soloist] = {}
    house = sketch.plan.instruments.get(Role.LEAD)
    for passage in sketch.passages:
        name = passage.section.lead or house
        silent = passage.kind is SectionKind.SILENCE or passage.asks("a cappella", "acapella", "no lead")
        if name is None or silent:
            continue
        writer = writers.setdefault(name, _Soloist(sketch, INSTRUMENTS[name]))
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
    elif passage.kind in (SectionKind.INTRO, SectionKind.OUTRO) and passage.energy >= _QUOTING_ENERGY:
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
        self._themes: dict[tuple[SectionKind, int], tuple[Phrase, int]] = {}

    def solo(self, passage: Passage) -> Iterator[Note]:
        """A solo that states a motif, develops it up to a climax and comes to rest; see `solo.story`."""
        chance = self._chance.child(f"solo {passage.index}")
        fast = passage.asks(*_VIRTUOSO) or (passage.energy > 0.75 and not passage.asks(*_MELODIC))
        style = self._sketch.style.leading
        vocabulary = vocabulary_of(self._sketch.plan.genre)
        spans = self._spans(passage)
        if not spans:
            return
        stages = story(len(spans), 2 if fast else 1, vocabulary.insists)
        pattern = chance.choice(style.rhythms)
        opening = self._phrase(spans[0], pattern, -2.0, chance.child("motif"), None)
        motif = self._motif(opening, spans[0][0])
        for number, (span, stage) in enumerate(zip(spans, stages, strict=True)):
            window = self._window(span)
            phrase = opening if number == 0 else self._staged(motif, stage, window)
            if stage.turn is Turn.CLIMAX and fast and vocabulary.breaks_chords:
                phrase = self._run(phrase, window)
            loudness = 92 * (0.78 + 0.3 * passage.energy) * (1.0 + 0.012 * stage.lift)
            notes = list(self._notes(self._calm(phrase, window), span[0], loudness))
            compass = (self._instrument.low, self._instrument.high)
            draw = chance.child(f"ornaments {number}")
            yield from adorned(notes, vocabulary, self._sketch.harmony, compass, draw)

    def _ladder(self, beat: float) -> Ladder:
        low, high = self._compass()
        return Ladder(self._sketch.harmony.scale_at(beat), low, high)

    def _compass(self) -> tuple[int, int]:
        """The lowest and highest pitch of a melody."""
        centre = round(_centre(self._instrument))
        return max(self._instrument.low, centre - 12), min(self._instrument.high, centre + 15)

    def _motif(self, phrase: Phrase, beat: float) -> Motif:
        """A phrase on the ladder, in rungs from the instrument's centre."""
        ladder = self._ladder(beat)
        middle = ladder.rung(round(_centre(self._instrument)))
        rungs = tuple(ladder.rung(pitch) - middle for pitch in phrase.pitches)
        return Motif(phrase.rhythm.onsets, phrase.rhythm.durations, rungs)

    def _staged(self, motif: Motif, stage: Stage, window: Window) -> Phrase:
        """The motif as a stage of the solo has it."""
        figure = staged(motif, stage, window.beats, _finest(window))
        ladder = self._ladder(window.start)
        middle = ladder.rung(round(_centre(self._instrument)))
        middle = min(middle, ladder.top - max(figure.rungs))
        pitches = [ladder.pitch(middle + rung) for rung in figure.rungs]
        if stage.turn is Turn.RESOLUTION:
            tones = self._sketch.harmony.at(window.start + figure.onsets[-1]).pitch_classes[:1]
            low, high = self._compass()
            home = [pitch for pitch in range(low, high + 1) if pitch % 12 in tones]
            pitches[-1] = min(home, key=lambda p: (abs(p - pitches[-1]), p), default=pitches[-1])
        return Phrase(Rhythm(figure.onsets, figure.durations), tuple(pitches))

    def _run(self, phrase: Phrase, window: Window) -> Phrase:
        """A climax whose first half runs up through broken chords to the phrase's own high end."""
        step = _finest(window)
        count = int(window.beats / 2 / step)
        half = count * step
        chord = self._sketch.harmony.at(window.start)
        centre = round(_centre(self._instrument))
        _, high = self._compass()
        run = broken_chord(chord.pitch_classes[:4], count, (centre - 2, high))
        kept = [i for i, onset in enumerate(phrase.rhythm.onsets) if onset >= half - 1e-9]
        onsets = [*(i * step for i in range(count)), *(phrase.rhythm.onsets[i] for i in kept)]
        durations = [*([step] * count), *(phrase.rhythm.durations[i] for i in kept)]
        return Phrase(Rhythm(tuple(onsets), tuple(durations)), (*run, *(phrase.pitches[i] for i in kept)))

    def _calm(self, phrase: Phrase, window: Window) -> Phrase:
        """The phrase without the semitones against its chords on beats and held notes."""
        bounds = (self._instrument.low, self._instrument.high)
        calmed = smoothed(Tune(window, phrase.rhythm, phrase.pitches), self._sketch.harmony, bounds)
        return Phrase(phrase.rhythm, calmed.pitches)

    def theme(self, passage: Passage, lines: Sequence[SungLine]) -> Iterator[Note]:
        """The chorus's melody if one is sung, else a theme that returns with the kind of section."""
        end = self._sketch.playing_end(passage)
        loudness = 84 * (0.78 + 0.3 * passage.energy)
        quote = self._quote(passage, lines, end - passage.start)
        if quote is not None:
            yield from self._notes(quote, passage.start, loudness)
            return
        family = "theme" if passage.kind is not SectionKind.CHORUS else "hook"
        chance = self._chance.child(f"{family} {passage.kind}")
        lift = 3.0 if passage.kind in (SectionKind.CHORUS, SectionKind.DROP) else 0.0
        pattern = chance.choice(self._sketch.style.leading.rhythms)
        motif: Phrase | None = None
        for number, span in enumerate(self._spans(passage)):
            phrase = self._remembered(passage, number % 4, span)
            if phrase is None:
                draw = chance.child(f"phrase {number % 4}")
                phrase = self._phrase(span, pattern, lift, draw, motif if number % 4 else None)
                self._themes[passage.kind, number % 4] = phrase, passage.section.transpose
            motif = motif or phrase
            yield from self._notes(self._calm(phrase, self._window(span)), span[0], loudness)

    def _remembered(self, passage: Passage, number: int, span: tuple[float, float]) -> Phrase | None:
        """A phrase of the theme as it was played before, lifted with its section; None if it is new."""
        known, transpose = self._themes.get((passage.kind, number), (None, 0))
        if known is None or not _holds(known, self._window(span)):
            return None
        shift = passage.section.transpose - transpose
        return Phrase(
            known.rhythm, tuple(in_compass(pitch + shift, self._instrument) for pitch in known.pitches)
        )

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
            yield from self._notes(self._calm(phrase, self._window((start, end))), start, loudness)

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
        kept = motif.rhythm if motif is not None and _holds(motif, window) else None

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
        low, high = self._compass()
        dense = len(rhythm.onsets) > window.beats * 2.5
        scale = self._sketch.style.leading.scale
        singer = Singer(low, high, min(high - 4, centre + lift), 0.9 if scale in ("penta", "blues") else 0.1)
        weights = (metric_weight(window.start + o, window.meter, self._stretch) for o in rhythm.onsets)
        stresses = tuple(2 if weight >= 2 else 0 for weight in weights)
        contour = chance.choice(("wave", "rise", "fall", "arch") if dense else _CONTOURS)
        chord = self._sketch.harmony.at(window.start + rhythm.onsets[-1])
        endings = frozenset(chord.pitch_classes[:3])
        task = Assignment(window, rhythm, stresses, singer, contour, endings, None, memory)
        return write_pitches(task, self._sketch.harmony, chance)

    def _notes(self, phrase: Phrase, start: float, loudness: float) -> Iterator[Note]:
        """Phrases breathe: they grow to their middle and close softer; blues bends its falling notes."""
        rhythm = phrase.rhythm
        last = max(1, len(phrase.pitches) - 1)
        notes = []
        for i, pitch in enumerate(phrase.pitches):
            swell = 1.0 + 0.1 * (1 - abs(2 * i / last - 1)) - 0.04 * (i % 2)
            begin, length = start + rhythm.onsets[i], rhythm.durations[i] * 0.97
            notes.append(Note(begin, length, pitch, velocity(loudness * swell)))
        is_blue = self._sketch.style.leading.scale == "blues"
        yield from blue(notes, self._sketch.harmony.key_at(start), 0.5 * self._stretch) if is_blue else notes

    def _quote(self, passage: Passage, lines: Sequence[SungLine], beats: float) -> Phrase | None:
        """The lead's melody of the first chorus, as much as fits, in the key and chords of a passage."""
        sketch = self._sketch
        chorus = next((p for p in sketch.passages if p.kind is SectionKind.CHORUS and p.section.lines), None)
        if chorus is None:
            return None

        def straight(beat: float) -> float:
            return sketch.feel.unswung(beat) - chorus.start

        sung = [line for line in lines if line.section == chorus.index and line.part is VocalPart.LEAD]
        notes = [note for line in sung for syllable in line.syllables for note in syllable.notes]
        heard = [
            note for note in notes if note.start >= chorus.start and note.end - chorus.start <= beats + 1e-6
        ]
        if not heard:
            return None
        shift = passage.section.transpose - chorus.section.transpose
        onsets = tuple(straight(note.start) for note in heard)
        durations = tuple(straight(note.end) - onset for note, onset in zip(heard, onsets, strict=True))
        pitches = [note.pitch + shift for note in heard]
        octaves = _octaves(pitches, self._instrument)
        phrase = Phrase(Rhythm(onsets, durations), tuple(pitch + octaves for pitch in pitches))
        return self._calm(phrase, self._window((passage.start, passage.start + beats)))


def _finest(window: Window) -> float:
    """The shortest note of a run: a sixteenth, or an eighth where those are too quick."""
    finest = 0.25 * window.stretch
    return finest if window.seconds(finest) >= _QUICKEST_S else 2 * finest


def _holds(phrase: Phrase, window: Window) -> bool:
    """Whether a phrase fits into a room."""
    return phrase.rhythm.onsets[-1] + phrase.rhythm.durations[-1] <= window.beats + 1e-6


def _octaves(pitches: Sequence[int], instrument: Instrument) -> int:
    """Semitones by which a quotation moves as a whole into the instrument's best octave."""
    middle = (max(pitches) + min(pitches)) / 2
    shift = 12 * round((_centre(instrument) - middle) / 12)
    while max(pitches) + shift > instrument.high:
        shift -= 12
    while min(pitches) + shift < instrument.low:
        shift += 12
    return shift
