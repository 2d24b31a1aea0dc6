"""All sung parts: the lead, its doubles and second voices, and the backing answers.

It knows nothing of sound.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from songwright.compose.evaluator import evaluate
from songwright.compose.feel import Feel, on_tick
from songwright.compose.form import Passage
from songwright.compose.harmonies import VoiceRoom, write_second_voice
from songwright.compose.harmony import Harmony
from songwright.compose.sections import score_section
from songwright.compose.style import Style
from songwright.compose.text import Text, text_of
from songwright.compose.tune import Spot, Tune
from songwright.compose.tunes import Setting, Songbook, breath
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan, VocalStyle, Voice
from songwright.song.pronunciation import Pronounce
from songwright.song.score import Note, Score, SungLine, SungSyllable, VocalPart

TAKES = 3  # melodies written for the whole song; the best evaluated is kept; see docs/melody.md
_HOOKS = (SectionKind.CHORUS, SectionKind.POST_CHORUS, SectionKind.DROP)
_LOUD_GAIN_DB, _BACKING_GAIN_DB = 2.5, -3.0
_DOUBLE_GAIN_DB, _HARMONY_GAIN_DB, _LOW_GAIN_DB = -4.0, -5.0, -6.0
_CHOIR_GAIN_DB = -1.0  # the parts of a choir are equals
_ALONE = (VocalStyle.SPOKEN, VocalStyle.WHISPER)  # neither doubled nor harmonised
_ANSWER_GRID = 0.5  # beats
_ROOM_ABOVE = 5  # semitones over the lead in which every scale has a note for a second voice
_NEVER_HARMONISED = 9  # see `Singing.harmony`


@dataclass(frozen=True, slots=True)
class Verse:
    """A planned line with its words read: what the lead sings and what the backing answers."""

    spot: Spot
    lead: Text | None
    backing: Text | None


@dataclass(frozen=True, slots=True)
class Sung:
    """A line with its melodies."""

    verse: Verse
    tune: Tune | None
    answer: Tune | None


class VocalWriter:
    """Writes the sung lines of one song, section by section."""

    def __init__(
        self, plan: SongPlan, style: Style, passages: Sequence[Passage], harmony: Harmony, feel: Feel
    ) -> None:
        self._plan, self._style, self._passages = plan, style, passages
        self._harmony, self._feel = harmony, feel

    def lines(self, pronounce: Pronounce) -> tuple[SungLine, ...]:
        """Every sung line of every part, sorted by start: the best of several takes."""
        verses = self._read(pronounce)
        if not any(verse.lead for verse in verses):
            return self._take(verses, 0)
        takes = [self._take(verses, number) for number in range(TAKES)]
        return max(takes, key=self._worth)

    def _worth(self, lines: tuple[SungLine, ...]) -> float:
        plan = self._plan
        sections = tuple(score_section(passage) for passage in self._passages)
        score = Score(plan.bpm, plan.key, plan.meter, sections, self._harmony.chords, (), lines)
        return evaluate(score, plan.title).total

    def _take(self, verses: Sequence[Verse], number: int) -> tuple[SungLine, ...]:
        book = Songbook(Setting(self._plan, self._style, self._harmony, self._feel.stretch, number))
        melodies = self._melodies(verses, book)
        sung = [line for melody in melodies for line in self._parts(melody)]
        order = list(VocalPart)
        return tuple(sorted(sung, key=lambda line: (line.start, order.index(line.part))))

    def _read(self, pronounce: Pronounce) -> list[Verse]:
        """All planned lines with their words; the last sung one closes the song."""
        verses = []
        for passage in self._passages:
            if passage.kind is SectionKind.SILENCE:
                continue
            for number, line in enumerate(passage.section.lines):
                lead, backing = self._text(line.text, pronounce), self._text(line.backing, pronounce)
                verses.append(Verse(Spot(passage, number, line), lead, backing))
        closing = [i for i, verse in enumerate(verses) if verse.lead is not None][-1:]
        if closing and not self._plan.loop:
            last = verses[closing[0]]
            verses[closing[0]] = replace(last, spot=replace(last.spot, closes_song=True))
        return self._with_climax(_with_returns(verses))

    def _text(self, written: str, pronounce: Pronounce) -> Text | None:
        words = pronounce(written, self._plan.vocal_language) if written.strip() else ()
        return text_of(words) if words else None

    def _with_climax(self, verses: list[Verse]) -> list[Verse]:
        """The last line of the last chorus holds the song's highest note."""
        sung = [i for i, v in enumerate(verses) if v.lead is not None and v.spot.passage.kind in _HOOKS]
        if sung:
            last = verses[sung[-1]]
            verses[sung[-1]] = replace(last, spot=replace(last.spot, is_climax=True))
        return verses

    def _melodies(self, verses: Sequence[Verse], book: Songbook) -> list[Sung]:
        """The melody of every line; a pickup takes its time from the long note before it."""
        done: list[Sung] = []
        call: Tune | None = None
        for verse in verses:
            spot, before = verse.spot, done[-1] if done else None
            spot = replace(spot, room_before=self._room_before(before, spot))
            start, beats = spot.start, spot.line.bars * spot.passage.bar_beats
            tune: Tune | None = None
            if verse.lead is not None:
                lead_beats = beats if verse.backing is None else self._lead_share(verse, beats)
                tune = book.write(verse.lead, book.window(start, lead_beats), spot)
                call = tune
                if before is not None and before.tune is not None and before.answer is None:
                    limit = tune.start - breath(tune.window)
                    done[-1] = replace(before, tune=before.tune.until(limit))
            answer = self._answer(verse, book, (start, beats), (tune, call))
            done.append(Sung(replace(verse, spot=spot), tune, answer))
        return done

    def _room_before(self, before: Sung | None, spot: Spot) -> float:
        """Beats before a line's bars that a pickup may take: the line before it keeps a pulse for its end."""
        if before is None or before.tune is None or before.answer is not None:
            return 0.0
        if before.verse.spot.passage is not spot.passage:
            return 0.0
        tune = before.tune
        last_onset = tune.window.start + tune.rhythm.onsets[-1]
        kept = tune.window.meter.pulse_beats * tune.window.stretch
        return max(0.0, spot.start - last_onset - kept - breath(tune.window))

    def _answer(
        self,
        verse: Verse,
        book: Songbook,
        bars: tuple[float, float],
        calls: tuple[Tune | None, Tune | None],
    ) -> Tune | None:
        """The backing words right behind the call of the same bars, or alone on the last call's motif."""
        if verse.backing is None:
            return None
        (start, beats), (tune, call) = bars, calls
        begin = start
        if tune is not None:
            begin = math.ceil((tune.end + 0.5 * breath(tune.window)) / _ANSWER_GRID - 1e-6) * _ANSWER_GRID
            border = start + self._lead_share(verse, beats)
            begin = max(tune.end, min(begin, border))
        answer = book.answer(verse.backing, book.window(begin, start + beats - begin), verse.spot, call)
        is_last_chorus = verse.spot.passage.kind in _HOOKS and self._is_last_of_its_kind(verse.spot.passage)
        return book.ad_lib(answer, verse.spot) if is_last_chorus else answer

    def _lead_share(self, verse: Verse, beats: float) -> float:
        """Beats of a line's bars that the lead has before the answer."""
        lead, backing = len(verse.lead or ()), len(verse.backing or ())
        share = min(0.72, max(0.4, lead / max(1, lead + backing)))
        return max(0.5, round(beats * share * 2) / 2)

    def _is_last_of_its_kind(self, passage: Passage) -> bool:
        return not any(
            p.kind is passage.kind and p.section.lines for p in self._passages[passage.index + 1 :]
        )

    def _parts(self, melody: Sung) -> Iterator[SungLine]:
        verse = melody.verse
        if melody.tune is not None and verse.lead is not None:
            main = self._sung(VocalPart.LEAD, verse.spot, verse.lead, melody.tune)
            yield main
            yield from self._companions(verse.spot, main)
        if melody.answer is not None and verse.backing is not None:
            yield self._sung(VocalPart.BACKING, verse.spot, verse.backing, melody.answer)

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
        bars = max(1, spot.passage.section.bars)
        energy = spot.passage.energy + spot.passage.section.swell * spot.line.start_bar / bars
        return max(30, min(124, round(66 + 30 * energy + 4 * stress + loud + soft)))

    def _notes(self, tune: Tune, index: int, velocity: int) -> tuple[Note, ...]:
        """The notes of one syllable, swung but exactly in time."""
        start = tune.window.start + tune.rhythm.onsets[index]
        end = start + tune.rhythm.durations[index]
        pitches: tuple[int, ...] = (tune.pitches[index],)
        borders = [start, end]
        if index == len(tune.pitches) - 1 and tune.turn:
            pitches = (*tune.turn, *pitches)
            pulse = tune.window.meter.pulse_beats if len(tune.turn) == 1 else 0.5
            step = min(0.5 * self._feel.stretch * pulse, (end - start) / (len(pitches) + 1))
            borders[1:1] = [start + step * (place + 1) for place in range(len(tune.turn))]
        ticks = [on_tick(min(self._feel.swung(beat), self._feel.end)) for beat in borders]
        return tuple(
            Note(first, on_tick(last - first), pitch, velocity)
            for first, last, pitch in zip(ticks[:-1], ticks[1:], pitches, strict=True)
        )

    def _companions(self, spot: Spot, main: SungLine) -> Iterator[SungLine]:
        """Double and second voices: those of the genre's choruses, those asked for, and a choir's parts."""
        style, is_choir = spot.line.style, self._plan.voice is Voice.CHOIR
        if style in _ALONE:
            return
        is_chorus = spot.passage.kind in _HOOKS
        if is_chorus and self._style.singing.doubles and not is_choir:
            yield replace(main, part=VocalPart.DOUBLE, gain_db=main.gain_db + _DOUBLE_GAIN_DB)
        if style is VocalStyle.GROWL:
            return
        first = self._style.singing.harmony
        in_harmony = is_chorus and spot.passage.occurrence >= first
        all_voices = is_choir or spot.line.harmonies
        if in_harmony or all_voices:
            upper = self._second_voice(main, VocalPart.HARMONY, ())
            yield upper
            is_fullest = (
                in_harmony and spot.passage.occurrence > 0 and self._is_last_of_its_kind(spot.passage)
            )
            if all_voices or (is_fullest and first < _NEVER_HARMONISED):
                yield self._second_voice(main, VocalPart.LOW_HARMONY, (upper,))

    def _second_voice(self, main: SungLine, part: VocalPart, others: Sequence[SungLine]) -> SungLine:
        """The lead's words on other notes: above it where its range and the genre allow that, or below."""
        low, high = (self._plan.voice or Voice.FEMALE).vocal_range
        lead = [note for sung in main.syllables for note in sung.notes]
        fits = max(note.pitch for note in lead) + _ROOM_ABOVE <= high
        above = part is VocalPart.HARMONY and fits and not self._style.singing.harmony_below
        room = VoiceRoom(low, high, above, self._plan.bpm, self._plan.meter)
        voices = [[note.pitch for sung in other.syllables for note in sung.notes] for other in others]
        pitches = iter(write_second_voice(lead, voices, room, self._harmony))
        syllables = tuple(
            replace(
                sung,
                notes=tuple(
                    replace(note, pitch=next(pitches), velocity=max(1, note.velocity - 8))
                    for note in sung.notes
                ),
            )
            for sung in main.syllables
        )
        gain = _HARMONY_GAIN_DB if part is VocalPart.HARMONY else _LOW_GAIN_DB
        gain = _CHOIR_GAIN_DB if self._plan.voice is Voice.CHOIR else gain
        return replace(main, part=part, syllables=syllables, gain_db=main.gain_db + gain)


def _with_returns(verses: Sequence[Verse]) -> list[Verse]:
    """Every line with the later places of its words, as long as they stand in its key."""
    places: dict[tuple[str, int], list[float]] = {}
    for verse in verses:
        if verse.lead is not None:
            places.setdefault((verse.lead.wording, verse.spot.transpose), []).append(verse.spot.start)
    marked = []
    for verse in verses:
        words = "" if verse.lead is None else verse.lead.wording
        later = places.get((words, verse.spot.transpose), [])
        ahead = tuple(start - verse.spot.start for start in later if start > verse.spot.start)
        marked.append(replace(verse, spot=replace(verse.spot, returns=ahead)))
    return marked
