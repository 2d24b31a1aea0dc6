"""The pieces of a song that are rendered side by side: each a plain function from score to wav file.

They know nothing of the processes they run in; a result depends on nothing but its arguments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples
from songwright.audio.files import read_blocks, write_stem
from songwright.sing.singer import sing_line
from songwright.song.chance import child_seed
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family
from songwright.song.plan import Voice
from songwright.song.score import Score, SungLine, Track, VocalPart
from songwright.synth.mixer import mix_track, mix_vocals
from songwright.synth.player import play
from songwright.synth.soundfont import SoundFont

_LINES_PER_TASK = 4  # fixed, so that the song does not depend on how many processes sing it


@dataclass(frozen=True, slots=True)
class Take:
    """What every piece of one take shares.

    Attributes:
        score: the written song.
        genre: whose mix is followed.
        voice: who sings; None sings nothing.
        frames: exact length at 48 kHz.
        seed: source of all randomness.
        soundfont: a SoundFont file for the acoustic instruments.
        folder: where the files are written.
    """

    score: Score
    genre: Genre
    voice: Voice | None
    frames: int
    seed: int
    soundfont: Path | None
    folder: Path


@dataclass(frozen=True, slots=True)
class VocalPhrase:
    """Some sung lines of one part, dry and mono, as raw float32 in a file."""

    part: VocalPart
    start_frame: int
    path: Path


@dataclass(frozen=True, slots=True)
class PlayTrack:
    """Play one track and mix it into its stem."""

    take: Take
    track: Track
    stem: str

    @property
    def stage(self) -> str:
        """What a person is told."""
        return f"playing {INSTRUMENTS[self.track.instrument].label}"

    def __call__(self) -> Path:
        """The stem's wav file."""
        take = self.take
        soundfont = None if take.soundfont is None else SoundFont.open(take.soundfont)
        seed = child_seed(take.seed, "play", self.track.name)
        dry = play(self.track, take.score.beat_s, take.frames, seed, soundfont)
        wet = mix_track(
            dry, self.track, take.score, take.genre, child_seed(take.seed, "mix", self.track.name)
        )
        return write_stem(take.folder / f"{self.stem}.wav", Clip(wet))


@dataclass(frozen=True, slots=True)
class SingLines:
    """Sing a few lines of one part."""

    take: Take
    part: VocalPart
    lines: tuple[tuple[int, SungLine], ...]  # (index in the score, line)

    @property
    def stage(self) -> str:
        """What a person is told."""
        return "singing" if self.part is VocalPart.LEAD else "singing backing vocals"

    def __call__(self) -> VocalPhrase:
        """The phrase with all lines added up."""
        take = self.take
        if take.voice is None:
            raise ValueError("an instrumental has no lines to sing")
        sung = [
            sing_line(line, take.score.beat_s, take.voice, child_seed(take.seed, "sing", str(index)))
            for index, line in self.lines
        ]
        start = min(one.start_frame for one in sung)
        end = max(one.start_frame + len(one.samples) for one in sung)
        phrase = np.zeros(end - start, np.float32)
        for one in sung:
            phrase[one.start_frame - start :][: len(one.samples)] += one.samples
        path = take.folder / f"{self.part}-{self.lines[0][0]}.f32"
        path.write_bytes(phrase.tobytes())  # not tofile: it hides why a write failed
        return VocalPhrase(self.part, start, path)


@dataclass(frozen=True, slots=True)
class MixVoices:
    """Add the phrases of some parts and mix them into one stem."""

    take: Take
    phrases: tuple[VocalPhrase, ...]
    stem: str

    @property
    def stage(self) -> str:
        """What a person is told."""
        return "mixing the voices"

    def __call__(self) -> Path:
        """The stem's wav file."""
        take = self.take
        if take.voice is None:
            raise ValueError("an instrumental has no voices to mix")
        stem = np.zeros((2, take.frames), np.float32)
        for part in VocalPart:
            dry = self._dry(part)
            if dry is not None:
                seed = child_seed(take.seed, "mix", part)
                stem += mix_vocals(dry, part, take.score, take.genre, take.voice, seed)
        return write_stem(take.folder / f"{self.stem}.wav", Clip(stem))

    def _dry(self, part: VocalPart) -> Samples | None:
        phrases = [phrase for phrase in self.phrases if phrase.part is part]
        if not phrases:
            return None
        dry = np.zeros(self.take.frames, np.float32)
        for phrase in phrases:
            room = dry[phrase.start_frame :]
            samples = np.fromfile(phrase.path, np.float32)[: len(room)]
            room[: len(samples)] += samples
        return dry


def track_tasks(take: Take) -> list[PlayTrack]:
    """One task per track; stems are named after the instrument, with the role where that is not unique."""
    tasks: list[PlayTrack] = []
    taken: set[str] = set()
    for track in take.score.tracks:
        instrument = INSTRUMENTS[track.instrument]
        names = {Family.KIT: "drums", Family.BASS: "bass"}
        stem = names.get(instrument.family, track.instrument)
        if stem in taken:
            stem = f"{stem}_{track.role}"
        while stem in taken:
            stem += "_2"
        taken.add(stem)
        tasks.append(PlayTrack(take, track, stem))
    return tasks


def vocal_tasks(take: Take) -> list[SingLines]:
    """Tasks of a few lines each, in order of time within each part."""
    tasks = []
    for part in VocalPart:
        lines = [(index, line) for index, line in enumerate(take.score.lines) if line.part is part]
        for first in range(0, len(lines), _LINES_PER_TASK):
            tasks.append(SingLines(take, part, tuple(lines[first : first + _LINES_PER_TASK])))
    return tasks


def voice_mix_tasks(take: Take, phrases: Sequence[VocalPhrase]) -> list[MixVoices]:
    """One task for the lead and one for all other voices, as far as they sing."""
    lead = tuple(phrase for phrase in phrases if phrase.part is VocalPart.LEAD)
    others = tuple(phrase for phrase in phrases if phrase.part is not VocalPart.LEAD)
    tasks = []
    if lead:
        tasks.append(MixVoices(take, lead, "vocals"))
    if others:
        tasks.append(MixVoices(take, others, "backing_vocals"))
    return tasks


def sum_stems(stems: Sequence[Path], frames: int) -> Clip:
    """The mix: the plain sum of the stems, read block by block in the given order."""
    mix = np.zeros((2, frames), np.float32)
    for stem in stems:
        position = 0
        for block in read_blocks(stem):
            mix[:, position : position + block.shape[1]] += block
            position += block.shape[1]
    return Clip(mix, SAMPLE_RATE)
