"""The pieces of a song that are rendered side by side: a stem's part of one segment, from score to sound.

They know nothing of the processes they run in; a result depends on nothing but its arguments.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from songwright.audio.atomic import atomic_write
from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.loudness import HOP, SILENCE
from songwright.engine.segments import Segment, lines_in, notes_in, typical_passage
from songwright.song.chance import child_seed
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family
from songwright.song.plan import Voice
from songwright.song.score import Score, SungLine, Track, VocalPart
from songwright.synth import automation
from songwright.synth.mixer import Channel, Look, channel_for, look_at, mix_piece
from songwright.synth.vocal_mixer import (
    VocalChannel,
    VocalDesk,
    even_line,
    intended_lu,
    mix_voice_piece,
    vocal_channel_for,
)

if TYPE_CHECKING:
    from songwright.sing.singer import Sung

PRE_ROLL_S = 1.0  # breath and consonants before a line's first vowel are shorter
_RING_S = 5.0  # after the last note's end nothing but a reverb is heard for longer
_SEARCHED = 1 << 14  # frames
_SILENT = 3e-5  # -90 dBFS; a ring below it is cut
_STEMS = {Family.KIT: "drums", Family.BASS: "bass"}
VOCALS, BACKING = "vocals", "backing_vocals"


@dataclass(frozen=True, slots=True)
class Take:
    """What every piece of one take shares.

    Attributes:
        beat_s: seconds per beat.
        voice: who sings; None sings nothing.
        seed: source of all randomness.
        soundfont: a SoundFont file for the acoustic instruments.
        folder: where the files are written.
    """

    beat_s: float
    voice: Voice | None
    seed: int
    soundfont: Path | None
    folder: Path


@dataclass(frozen=True, slots=True)
class Piece:
    """A mixed piece of one stem.

    Attributes:
        stem: its name.
        segment: index of the segment it was made for.
        start_frame: where it begins in the song.
        frames: its length.
        path: a file with its samples, left then right, float32; None is silence.
        words: for sung pieces, by index of the line: start and end of each word in seconds.
    """

    stem: str
    segment: int
    start_frame: int
    frames: int = 0
    path: Path | None = None
    words: tuple[tuple[int, tuple[tuple[float, float], ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PlaySegment:
    """Play what a track has in one segment, and mix it.

    Attributes:
        take: the song.
        stem: name of the stem.
        segment: which segment.
        track: the track's notes in the segment, counted from its start.
        passage: what the track usually plays, to set its levels by.
        channel: the desk.
    """

    take: Take
    stem: str
    segment: Segment
    track: Track
    passage: Track
    channel: Channel

    @property
    def stage(self) -> str:
        """What a person is told."""
        return f"playing {INSTRUMENTS[self.track.instrument].label}"

    def __call__(self) -> Piece:
        """The mixed piece."""
        look = self._look()
        silent = Piece(self.stem, self.segment.index, self.segment.start_frame)
        if look is None:
            return silent
        dry = _with_tail(self._dry(self.track, self.segment.start_s), self.channel.sends.tail_frames)
        first_hop = self.segment.start_frame // HOP
        wet = mix_piece(dry, self.channel, look, first_hop, self.segment.start_s)
        return _kept(silent, wet, self.take.folder)

    def _look(self) -> Look | None:
        """The look at the track's typical passage; whoever needs it first keeps it in a file for all."""
        path = self.take.folder / f"{self.stem}.look.json"
        if path.exists():
            found = json.loads(path.read_text(encoding="utf-8"))
            return None if found is None else Look(**found)
        look = look_at(self._dry(self.passage), self.channel)
        with atomic_write(path, durable=False) as temporary:
            temporary.write_text(json.dumps(None if look is None else asdict(look)), encoding="utf-8")
        return look

    def _dry(self, track: Track, start_s: float = 0.0) -> Samples:
        from songwright.synth.player import play  # what only plays or sings is loaded by `worker`
        from songwright.synth.soundfont import SoundFont

        take = self.take
        soundfont = None if take.soundfont is None else SoundFont.open(take.soundfont)
        last = max(note.end for note in track.notes) * take.beat_s
        frames = round((last + _RING_S) * SAMPLE_RATE)
        seed = child_seed(take.seed, "play", track.name)
        return play(track, take.beat_s, frames, seed, soundfont, start_s)


@dataclass(frozen=True, slots=True)
class SingSegment:
    """Sing what one part has in one segment, and mix it.

    Attributes:
        take: the song.
        stem: name of the stem.
        segment: which segment.
        part: which singer.
        lines: (index in the score, line).
        channel: the desk.
    """

    take: Take
    stem: str
    segment: Segment
    part: VocalPart
    lines: tuple[tuple[int, SungLine], ...]
    channel: VocalChannel

    @property
    def stage(self) -> str:
        """What a person is told."""
        return "singing" if self.part is VocalPart.LEAD else "singing backing vocals"

    def __call__(self) -> Piece:
        """The mixed piece with all lines."""
        from songwright.sing.singer import sing_line

        take = self.take
        if take.voice is None:
            raise ValueError("an instrumental has no lines to sing")
        sung = [
            sing_line(line, take.beat_s, take.voice, child_seed(take.seed, "sing", str(index)))
            for index, line in self.lines
        ]
        start = max(self.segment.start_frame - round(PRE_ROLL_S * SAMPLE_RATE), 0) // HOP * HOP
        even = np.zeros(max(one.start_frame + len(one.samples) for one in sung) - start, np.float32)
        for one, (_, line) in zip(sung, self.lines, strict=True):
            _add(even, one, even_line(one.samples, self.channel, intended_lu(line)), start)
        even = _with_tail(even, self.channel.sends.tail_frames)
        wet = mix_voice_piece(even, self.channel, start // HOP, self.segment.start_s)
        words = tuple((index, one.words) for one, (index, _) in zip(sung, self.lines, strict=True))
        silent = Piece(self.stem, self.segment.index, start, words=words)
        return _kept(silent, wet, take.folder, f"{self.stem}-{self.part}")


Task = PlaySegment | SingSegment


def stem_names(tracks: Sequence[Track]) -> list[str]:
    """A name per track: its instrument, with the role where that is not unique."""
    names: list[str] = []
    for track in tracks:
        stem = _STEMS.get(INSTRUMENTS[track.instrument].family, track.instrument)
        if stem in names:
            stem = f"{stem}_{track.role}"
        while stem in names:
            stem += "_2"
        names.append(stem)
    return names


def tasks_for(
    take: Take, score: Score, segments: Sequence[Segment], channels: Sequence[Channel], desk: VocalDesk | None
) -> list[list[Task]]:
    """The tasks of each segment; the voices first, because they take longest.

    Args:
        take: the song.
        score: all notes and lines.
        segments: from `segments_of`.
        channels: one per track.
        desk: of the voices; None for an instrumental.
    """
    tasks: list[list[Task]] = [[] for _ in segments]
    for part in VocalPart if desk is not None else ():
        lines = [(index, line) for index, line in enumerate(score.lines) if line.part is part]
        if not lines or desk is None:
            continue
        channel = vocal_channel_for(desk, part, child_seed(take.seed, "mix", part))
        stem = VOCALS if part is VocalPart.LEAD else BACKING
        for segment in segments:
            if here := lines_in(lines, segment):
                tasks[segment.index].append(SingSegment(take, stem, segment, part, here, channel))
    for stem, track, track_channel in zip(stem_names(score.tracks), score.tracks, channels, strict=True):
        passage = typical_passage(track, score.meter.bar_beats)
        for segment in segments:
            notes = notes_in(track, segment)
            if notes.notes:
                tasks[segment.index].append(PlaySegment(take, stem, segment, notes, passage, track_channel))
    return tasks


def channels_for(score: Score, genre: Genre, ending: automation.Ending, seed: int) -> list[Channel]:
    """The desk of each track."""
    return [
        channel_for(track, score, genre, ending, child_seed(seed, "mix", track.name))
        for track in score.tracks
    ]


def _add(even: np.ndarray, one: Sung, samples: np.ndarray, start: int) -> None:
    """Add a line to its piece; a breath that is longer than the pre-roll loses its beginning."""
    at = one.start_frame - start
    kept = samples[max(-at, 0) :]
    even[max(at, 0) :][: len(kept)] += kept


def _with_tail(dry: np.ndarray, tail: int) -> np.ndarray:
    """Sound without the silence at its end, and with as much as room and echo need."""
    end = _last_above(dry, _SILENT)
    shape = (*dry.shape[:-1], end + tail)
    padded = np.zeros(shape, np.float32)
    padded[..., :end] = dry[..., :end]
    return padded


def _last_above(samples: np.ndarray, floor: float) -> int:
    """The number of frames of [frames] or [channels, frames] without the silence at the end."""
    for end in range(samples.shape[-1], 0, -_SEARCHED):
        part = samples[..., max(end - _SEARCHED, 0) : end]
        loud = np.flatnonzero(np.abs(part).reshape(-1, part.shape[-1]).max(axis=0) > floor)
        if len(loud):
            return max(end - _SEARCHED, 0) + int(loud[-1]) + 1
    return 0


def _kept(silent: Piece, wet: Samples, folder: Path, name: str | None = None) -> Piece:
    """A piece with its samples in a file, without the silence at its end."""
    end = _last_above(wet, SILENCE)
    if not end:
        return silent
    path = folder / f"{name or silent.stem}-{silent.segment}.f32"
    with path.open("wb") as file:
        for channel in wet:
            file.write(channel[:end].data)  # not tofile: it hides why a write failed
    return replace(silent, frames=end, path=path)
