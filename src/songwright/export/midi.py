"""Writes a score as a standard MIDI file. It knows nothing of audio or engines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mido import Message, MetaMessage, MidiFile, MidiTrack, bpm2tempo

from songwright.audio.atomic import atomic_write
from songwright.export.spelling import split_word
from songwright.song.instruments import INSTRUMENTS, Family, Role
from songwright.song.key import Key, Mode, usual_key
from songwright.song.meter import Meter
from songwright.song.score import Note, Score, SungLine, Track, VocalPart
from songwright.song.timeline import Timeline, word_starts_s

TICKS_PER_BEAT = 960  # divides by 2, 3, 4, 5 and 6, so straight, triplet and swung notes fall on ticks

_DRUM_CHANNEL = 9  # General MIDI channel 10, counted from 0
_PITCHED_CHANNELS = tuple(channel for channel in range(16) if channel != _DRUM_CHANNEL)
_LEAD_PROGRAM, _BACKING_PROGRAM = 53, 52  # General MIDI "Voice Oohs" and "Choir Aahs", counted from 0
_SIGNATURES = {  # what a key signature event can say: seven flats to seven sharps
    *("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#"),
    *("Abm", "Ebm", "Bbm", "Fm", "Cm", "Gm", "Dm", "Am", "Em", "Bm", "F#m", "C#m", "G#m", "D#m", "A#m"),
}
_VOCAL_TRACKS = (
    ("Lead vocal", VocalPart.LEAD, _LEAD_PROGRAM),
    ("Harmony vocal", VocalPart.HARMONY, _BACKING_PROGRAM),
    ("Low harmony vocal", VocalPart.LOW_HARMONY, _BACKING_PROGRAM),
    ("Backing vocal", VocalPart.BACKING, _BACKING_PROGRAM),
)


@dataclass(frozen=True, slots=True, order=True)
class _Event:
    """A message at a tick. At one tick notes end, then words are shown, then notes start."""

    tick: int
    rank: int
    pitch: int
    order: int
    message: Message | MetaMessage


_OFF, _TEXT, _ON = 0, 1, 2


def write_midi(path: Path, score: Score, title: str, timeline: Timeline | None = None) -> None:
    """Write a score as a MIDI file of type 1 at 960 ticks per beat; the same score gives the same bytes.

    The first track holds tempo, time signature, key signature, a marker per section and a text per chord.
    Then follows one track per instrument (drums on General MIDI channel 10) and one per vocal part. Syllables
    are lyric events that end with a space at the end of a word and with a carriage return at the end of a
    line, as the MIDI Association's recommended practice RP-017 says. All text is UTF-8.

    Args:
        path: where.
        score: all notes and lines.
        title: of the song.
        timeline: where the words sound. The first syllable of a word is shown when it is first heard, which
            is its consonant, as in the LRC file; without a timeline it is shown at its note.
    Raises:
        StoreError: the file could not be written.
    """
    midi = MidiFile(type=1, ticks_per_beat=TICKS_PER_BEAT, charset="utf-8")
    end = _ticks(score.bars * score.meter.bar_beats)
    midi.tracks.append(_conductor(score, title, end))
    channels = _channels(score.tracks)
    for track, channel in zip(score.tracks, channels, strict=True):
        head = _head(track.name, channel, INSTRUMENTS[track.instrument].program)
        midi.tracks.append(_track(head, _note_events(track.notes, channel), end))
    used = sum(channel != _DRUM_CHANNEL for channel in channels)
    for place, (name, part, program) in enumerate(_VOCAL_TRACKS):
        lines = [line for line in score.lines if line.part is part]
        if lines:
            channel = _PITCHED_CHANNELS[(used + place) % len(_PITCHED_CHANNELS)]
            words = [{} if timeline is None else word_starts_s(timeline, score, line) for line in lines]
            beats = [{word: at / score.beat_s for word, at in line.items()} for line in words]
            events = _sung_events(lines, beats, channel)
            midi.tracks.append(_track(_head(name, channel, program), events, end))
    with atomic_write(path) as temporary:
        midi.save(str(temporary))


def _conductor(score: Score, title: str, end: int) -> MidiTrack:
    meter = score.meter
    numerator, denominator = (int(part) for part in meter.signature.split("/"))
    click = 36 if meter is Meter.SIX else 24  # MIDI clocks per metronome click, 24 to a quarter note
    head = [
        MetaMessage("track_name", name=title),
        MetaMessage("set_tempo", tempo=bpm2tempo(score.bpm)),
        MetaMessage("time_signature", numerator=numerator, denominator=denominator, clocks_per_click=click),
        MetaMessage("key_signature", key=_signature(score.key)),
    ]
    markers = (
        _text_event(section.start_bar * meter.bar_beats, MetaMessage("marker", text=section.title), place)
        for place, section in enumerate(score.sections)
    )
    chords = (
        _text_event(chord.start, MetaMessage("text", text=chord.symbol), place + len(score.sections))
        for place, chord in enumerate(score.chords)
    )
    return _track(head, [*markers, *chords], end)


def _head(name: str, channel: int, program: int) -> list[Message | MetaMessage]:
    return [
        MetaMessage("track_name", name=name),
        Message("program_change", channel=channel, program=program),
    ]


def _signature(key: Key) -> str:
    spellings = (key, usual_key(key.tonic, key.mode))
    names = [f"{key.tonic_name}{'m' if key.mode is Mode.MINOR else ''}" for key in spellings]
    return next(name for name in names if name in _SIGNATURES)


def _channels(tracks: Iterable[Track]) -> list[int]:
    """A channel for each track: 10 for drums, the others in turn; a sixteenth instrument shares the first."""
    channels, pitched = [], 0
    for track in tracks:
        if track.role is Role.DRUMS or INSTRUMENTS[track.instrument].family is Family.KIT:
            channels.append(_DRUM_CHANNEL)
        else:
            channels.append(_PITCHED_CHANNELS[pitched % len(_PITCHED_CHANNELS)])
            pitched += 1
    return channels


def _note_events(notes: Iterable[Note], channel: int) -> list[_Event]:
    """Note on and off; a note ends where the next of its pitch starts, since MIDI has one key each."""
    events: list[_Event] = []
    next_start: dict[int, int] = {}
    for note in sorted(notes, key=lambda note: (note.start, note.end), reverse=True):
        start = _ticks(note.start)
        following = next_start.get(note.pitch)
        if following == start:
            continue  # the same key struck twice at once sounds once; the longer note stays
        end = max(_ticks(note.end), start + 1)
        if following is not None:
            end = min(end, following)
        next_start[note.pitch] = start
        on = Message("note_on", channel=channel, note=note.pitch, velocity=note.velocity)
        off = Message("note_off", channel=channel, note=note.pitch, velocity=0)
        events += [_Event(start, _ON, note.pitch, 0, on), _Event(end, _OFF, note.pitch, 0, off)]
    return events


def _sung_events(lines: list[SungLine], words: list[dict[int, float]], channel: int) -> list[_Event]:
    notes = [note for line in lines for sung in line.syllables for note in sung.notes]
    lyrics = [event for line, at in zip(lines, words, strict=True) for event in _lyric_events(line, at)]
    return [*_note_events(notes, channel), *lyrics]


def _lyric_events(line: SungLine, words: dict[int, float]) -> list[_Event]:
    """A text per syllable; `words` says at which beat some words begin."""
    events = []
    shown: set[int] = set()
    texts = _syllable_texts(line)
    for order, (sung, text) in enumerate(zip(line.syllables, texts, strict=True)):
        start = sung.notes[0].start if sung.word in shown else words.get(sung.word, sung.notes[0].start)
        shown.add(sung.word)
        if text:
            events.append(_text_event(start, MetaMessage("lyrics", text=text), order))
    return events


def _syllable_texts(line: SungLine) -> list[str]:
    """The written letters of each syllable; joined they are the line, ended by a carriage return."""
    counts = [sum(sung.word == word for sung in line.syllables) for word in range(len(line.words))]
    texts: list[str] = []
    silent = ""  # words without a syllable of their own are shown with the next one
    for word, count in zip(line.words, counts, strict=True):
        if count == 0:
            silent += f"{word} "
            continue
        parts = split_word(word, count)
        parts[0] = silent + parts[0]
        parts[-1] += " "
        texts += parts
        silent = ""
    texts[-1] = f"{texts[-1]}{silent}".rstrip() + "\r"
    return texts


def _text_event(beat: float, message: MetaMessage, order: int) -> _Event:
    return _Event(_ticks(beat), _TEXT, 0, order, message)


def _track(head: Iterable[Message | MetaMessage], events: Iterable[_Event], end: int) -> MidiTrack:
    """A track from messages at its start and events in any order; it lasts at least to `end`, in ticks."""
    track = MidiTrack(head)
    now = 0
    for event in sorted(events, key=lambda event: (event.tick, event.rank, event.order, event.pitch)):
        track.append(event.message.copy(time=event.tick - now))
        now = event.tick
    track.append(MetaMessage("end_of_track", time=max(end - now, 0)))
    return track


def _ticks(beats: float) -> int:
    return round(beats * TICKS_PER_BEAT)
