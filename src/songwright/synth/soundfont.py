"""Reads SoundFont 2 files and plays tracks with their samples. It knows nothing of our own synthesis.

After the SoundFont Technical Specification 2.04 (E-mu, 2006): RIFF chunks, presets, instruments, zones and
generators; of the modulators only the default one from velocity to attenuation. Modulation envelopes, LFOs,
fixed keys and velocities, and the effects sends are left out.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.errors import InvalidValue
from songwright.song.instruments import Family, Instrument
from songwright.song.score import Track
from songwright.synth import filters
from songwright.synth.envelopes import join, times
from songwright.synth.interpolation import hermite
from songwright.synth.placing import Place, add, panned

Table = NDArray[np.void]
Zone = dict[int, int]  # generator number -> amount

_DRUM_BANK = 128
_TARGET_RMS = 0.1  # -20 dBFS
_RINGS_S = 20.0  # a drum sample sounds to its end whatever the note's length


class Generator(IntEnum):
    """The generators that are played (specification 8.1.2)."""

    START = 0
    END = 1
    LOOP_START = 2
    LOOP_END = 3
    START_COARSE = 4
    FILTER_CUTOFF = 8
    FILTER_Q = 9
    END_COARSE = 12
    PAN = 17
    DELAY = 33
    ATTACK = 34
    HOLD = 35
    DECAY = 36
    SUSTAIN = 37
    RELEASE = 38
    KEY_TO_HOLD = 39
    KEY_TO_DECAY = 40
    INSTRUMENT = 41
    KEY_RANGE = 43
    VELOCITY_RANGE = 44
    LOOP_START_COARSE = 45
    ATTENUATION = 48
    LOOP_END_COARSE = 50
    COARSE_TUNE = 51
    FINE_TUNE = 52
    SAMPLE = 53
    LOOP_MODE = 54
    SCALE_TUNING = 56
    EXCLUSIVE_CLASS = 57
    ROOT_KEY = 58


_DEFAULTS: Zone = {
    Generator.FILTER_CUTOFF: 13_500,
    Generator.DELAY: -12_000,
    Generator.ATTACK: -12_000,
    Generator.HOLD: -12_000,
    Generator.DECAY: -12_000,
    Generator.RELEASE: -12_000,
    Generator.SCALE_TUNING: 100,
    Generator.ROOT_KEY: -1,
    Generator.KEY_RANGE: 127 << 8,
    Generator.VELOCITY_RANGE: 127 << 8,
}
# Generators that a preset adds to its instruments' values; the others are absolute (specification 8.5).
_ADDITIVE = (
    Generator.FILTER_CUTOFF,
    Generator.FILTER_Q,
    Generator.PAN,
    Generator.DELAY,
    Generator.ATTACK,
    Generator.HOLD,
    Generator.DECAY,
    Generator.SUSTAIN,
    Generator.RELEASE,
    Generator.KEY_TO_HOLD,
    Generator.KEY_TO_DECAY,
    Generator.ATTENUATION,
    Generator.COARSE_TUNE,
    Generator.FINE_TUNE,
    Generator.SCALE_TUNING,
)
_RANGES = (Generator.KEY_RANGE, Generator.VELOCITY_RANGE)

_LAYOUTS: dict[str, np.dtype[np.void]] = {
    "phdr": np.dtype([("name", "S20"), ("program", "<u2"), ("bank", "<u2"), ("bag", "<u2"), ("rest", "V12")]),
    "pbag": np.dtype([("generator", "<u2"), ("modulator", "<u2")]),
    "pgen": np.dtype([("number", "<u2"), ("amount", "<i2")]),
    "inst": np.dtype([("name", "S20"), ("bag", "<u2")]),
    "ibag": np.dtype([("generator", "<u2"), ("modulator", "<u2")]),
    "igen": np.dtype([("number", "<u2"), ("amount", "<i2")]),
    "shdr": np.dtype(
        [
            ("name", "S20"),
            ("start", "<u4"),
            ("end", "<u4"),
            ("loop_start", "<u4"),
            ("loop_end", "<u4"),
            ("rate", "<u4"),
            ("key", "u1"),
            ("correction", "i1"),
            ("link", "<u2"),
            ("kind", "<u2"),
        ]
    ),
}


@dataclass(frozen=True, slots=True)
class Region:
    """One sample and how it is played over a range of keys and velocities.

    Attributes:
        keys: lowest and highest key.
        velocities: lowest and highest velocity.
        start: first sample point in the file.
        end: one past the last.
        loop: first point and one past the last point of the loop; None plays once.
        leaves_loop: whether the end of the note leaves the loop and plays the rest.
        sample_rate: of the sample in Hz.
        root_cents: the key at which the sample sounds as recorded, times 100, tuning included.
        scale_tuning: cents per key.
        envelope: the volume envelope.
        attenuation_db: quieter by this.
        pan: -1 left to 1 right.
        cutoff_hz: the low-pass filter.
        resonance_db: its peak.
        exclusive_class: a note of the same class ends this one; 0 is none.
    """

    keys: tuple[int, int]
    velocities: tuple[int, int]
    start: int
    end: int
    loop: tuple[int, int] | None
    leaves_loop: bool
    sample_rate: int
    root_cents: float
    scale_tuning: float
    envelope: Envelope
    attenuation_db: float
    pan: float
    cutoff_hz: float
    resonance_db: float
    exclusive_class: int


@dataclass(frozen=True, slots=True)
class Envelope:
    """A volume envelope: times in seconds, `sustain_db` below the peak.

    Decay and release are the times for 100 dB; hold and decay change by key (cents of time per key from 60).
    """

    delay_s: float
    attack_s: float
    hold_s: float
    decay_s: float
    sustain_db: float
    release_s: float
    hold_per_key: float
    decay_per_key: float


@dataclass(frozen=True, slots=True, eq=False)
class SoundFont:
    """An open SoundFont file.

    Attributes:
        path: where it lies.
        name: what it calls itself.
        points: all samples, 16 bit, memory-mapped.
        tables: the records of the pdta chunk by name.
    """

    path: Path
    name: str
    points: NDArray[np.int16]
    tables: dict[str, Table]

    @staticmethod
    def open(path: Path) -> SoundFont:
        """Open a file and check that it is whole.

        Args:
            path: an .sf2 file with uncompressed 16-bit samples.
        Raises:
            InvalidValue: there is no such file, or it is not a sound SoundFont.
        """
        try:
            data: NDArray[np.uint8] = np.memmap(path, np.uint8, "r")
        except (OSError, ValueError) as exc:
            raise InvalidValue("soundfont", path, "cannot be read") from exc
        try:
            return _parse(path, data)
        except _BrokenFile as exc:
            raise InvalidValue("soundfont", path, f"is not a usable SoundFont 2 file: {exc}") from exc

    def has(self, instrument: Instrument) -> bool:
        """Whether there is a preset for an instrument."""
        return bool(self.regions(*_address(instrument)))

    def regions(self, bank: int, program: int) -> tuple[Region, ...]:
        """All regions of a preset; none if the preset is missing."""
        presets = self.tables["phdr"]
        for index in range(len(presets) - 1):
            if presets["bank"][index] == bank and presets["program"][index] == program:
                return tuple(self._preset_regions(index))
        return ()

    def _preset_regions(self, index: int) -> list[Region]:
        found = []
        for outer in self._zones("p", "phdr", index, Generator.INSTRUMENT):
            for inner in self._zones("i", "inst", outer[Generator.INSTRUMENT], Generator.SAMPLE):
                region = self._region(outer, _DEFAULTS | inner)
                if region is not None:
                    found.append(region)
        return found

    def _zones(self, level: str, table: str, index: int, last: Generator) -> list[Zone]:
        """The zones of a preset or instrument, each over its global zone's values."""
        headers, bags, generators = self.tables[table], self.tables[f"{level}bag"], self.tables[f"{level}gen"]
        if not 0 <= index < len(headers) - 1:
            return []
        shared: Zone = {}
        zones: list[Zone] = []
        first, stop = int(headers["bag"][index]), int(headers["bag"][index + 1])
        for bag in range(first, stop):
            part = generators[int(bags["generator"][bag]) : int(bags["generator"][bag + 1])]
            zone = {
                int(number): int(amount)
                for number, amount in zip(part["number"], part["amount"], strict=True)
            }
            if last in zone:
                zones.append(shared | zone)
            elif bag == first:
                shared = zone
        return zones

    def _region(self, outer: Zone, inner: Zone) -> Region | None:
        headers = self.tables["shdr"]
        sample = inner[Generator.SAMPLE]
        if not 0 <= sample < len(headers) - 1:
            return None
        zone = dict(inner)
        for number in _ADDITIVE:
            zone[number] = inner.get(number, 0) + outer.get(number, 0)
        for number in _RANGES:
            zone[number] = _overlap(inner[number], outer.get(number, 127 << 8))
        return _build(zone, headers[sample], len(self.points))


def _overlap(first: int, second: int) -> int:
    low = max(first & 255, second & 255)
    high = min((first >> 8) & 255, (second >> 8) & 255)
    return (high << 8) | low


def _build(zone: Zone, header: np.void, points: int) -> Region | None:
    """A region from merged generators; None if its sample cannot be played."""
    get = zone.get
    g = Generator
    start = int(header["start"]) + get(g.START, 0) + 32_768 * get(g.START_COARSE, 0)
    end = int(header["end"]) + get(g.END, 0) + 32_768 * get(g.END_COARSE, 0)
    rate = int(header["rate"])
    is_rom = bool(int(header["kind"]) & 0x8000)
    if is_rom or not 0 <= start < end - 4 or end > points or not 400 <= rate <= 400_000:
        return None
    loop_start = int(header["loop_start"]) + get(g.LOOP_START, 0) + 32_768 * get(g.LOOP_START_COARSE, 0)
    loop_end = int(header["loop_end"]) + get(g.LOOP_END, 0) + 32_768 * get(g.LOOP_END_COARSE, 0)
    mode = get(g.LOOP_MODE, 0) & 3
    loops = mode in (1, 3) and start <= loop_start < loop_end - 1 and loop_end <= end
    root = zone[g.ROOT_KEY] if 0 <= zone[g.ROOT_KEY] <= 127 else int(header["key"])
    root = root if root <= 127 else 60
    tune = 100.0 * get(g.COARSE_TUNE, 0) + get(g.FINE_TUNE, 0) + int(header["correction"])
    return Region(
        keys=(zone[g.KEY_RANGE] & 255, zone[g.KEY_RANGE] >> 8),
        velocities=(zone[g.VELOCITY_RANGE] & 255, zone[g.VELOCITY_RANGE] >> 8),
        start=start,
        end=end,
        loop=(loop_start, loop_end) if loops else None,
        leaves_loop=mode == 3,
        sample_rate=rate,
        root_cents=100.0 * root - float(np.clip(tune, -12_000, 12_000)),
        scale_tuning=float(np.clip(zone[g.SCALE_TUNING], 0, 1200)),
        envelope=_envelope(zone),
        # E-mu's hardware, for which most files were made, attenuates by 0.4 of that; so does FluidSynth.
        attenuation_db=0.04 * float(np.clip(get(g.ATTENUATION, 0), 0, 1440)),
        pan=float(np.clip(get(g.PAN, 0), -500, 500)) / 500.0,
        cutoff_hz=8.176 * 2.0 ** (float(np.clip(zone[g.FILTER_CUTOFF], 1500, 13_500)) / 1200.0),
        resonance_db=0.1 * float(np.clip(get(g.FILTER_Q, 0), 0, 960)),
        exclusive_class=max(0, get(g.EXCLUSIVE_CLASS, 0)),
    )


def _envelope(zone: Zone) -> Envelope:
    g = Generator

    def seconds(number: Generator, longest: float) -> float:
        return float(min(longest, 2.0 ** (np.clip(zone[number], -12_000, 8_000) / 1200.0)))

    return Envelope(
        seconds(g.DELAY, 20.0),
        seconds(g.ATTACK, 100.0),
        seconds(g.HOLD, 20.0),
        seconds(g.DECAY, 100.0),
        0.1 * float(np.clip(zone.get(g.SUSTAIN, 0), 0, 1440)),
        seconds(g.RELEASE, 20.0),
        float(np.clip(zone.get(g.KEY_TO_HOLD, 0), -1200, 1200)),
        float(np.clip(zone.get(g.KEY_TO_DECAY, 0), -1200, 1200)),
    )


class _BrokenFile(Exception):
    """The file cannot be a SoundFont; the text says why."""


def _parse(path: Path, data: NDArray[np.uint8]) -> SoundFont:
    if len(data) < 12 or data[:4].tobytes() != b"RIFF" or data[8:12].tobytes() != b"sfbk":
        raise _BrokenFile("it does not start as RIFF sfbk")
    lists = {}
    for name, body in _chunks(data, 12, _size(data, 4) + 8):
        if name == "LIST" and body.stop - body.start >= 4:
            lists[data[body.start : body.start + 4].tobytes().decode("latin-1")] = body
    if "sdta" not in lists or "pdta" not in lists:
        raise _BrokenFile("the samples or the presets are missing")
    parts = {name: dict(_chunks(data, body.start + 4, body.stop)) for name, body in lists.items()}
    if "smpl" not in parts["sdta"]:
        raise _BrokenFile("there are no samples")
    smpl = parts["sdta"]["smpl"]
    points: NDArray[Any] = np.asarray(data[smpl.start : smpl.stop - (smpl.stop - smpl.start) % 2]).view("<i2")
    tables = {name: _table(data, parts["pdta"], name) for name in _LAYOUTS}
    _check_links(tables)
    label = parts.get("INFO", {}).get("INAM", slice(0, 0))
    name = data[label].tobytes().split(b"\0")[0].decode("latin-1")
    return SoundFont(path, name, points, tables)


def _size(data: NDArray[np.uint8], at: int) -> int:
    return int(struct.unpack("<I", data[at : at + 4].tobytes())[0])


def _chunks(data: NDArray[np.uint8], first: int, stop: int) -> list[tuple[str, slice]]:
    """The RIFF chunks that lie between two places: name and extent of the content."""
    if stop > len(data):
        raise _BrokenFile("it is cut off")
    found = []
    at = first
    while at + 8 <= stop:
        size = _size(data, at + 4)
        if at + 8 + size > stop:
            raise _BrokenFile("a chunk is larger than what holds it")
        found.append((data[at : at + 4].tobytes().decode("latin-1"), slice(at + 8, at + 8 + size)))
        at += 8 + size + size % 2
    return found


def _table(data: NDArray[np.uint8], chunks: dict[str, slice], name: str) -> Table:
    layout = _LAYOUTS[name]
    extent = chunks.get(name, slice(0, 0))
    size = extent.stop - extent.start
    if size < layout.itemsize or size % layout.itemsize:
        raise _BrokenFile(f"the table {name} is missing or has a wrong size")
    return np.frombuffer(data[extent].tobytes(), layout)


def _check_links(tables: dict[str, Table]) -> None:
    """Every index must rise and stay within the table it points into."""
    for source, column, target in (
        ("phdr", "bag", "pbag"),
        ("pbag", "generator", "pgen"),
        ("inst", "bag", "ibag"),
        ("ibag", "generator", "igen"),
    ):
        index = tables[source][column].astype(np.int64)
        limit = len(tables[target]) - (1 if target.endswith("bag") else 0)
        if (np.diff(index) < 0).any() or index.max() > limit:
            raise _BrokenFile(f"the table {source} points outside {target}")


def _address(instrument: Instrument) -> tuple[int, int]:
    """Bank and program of an instrument."""
    return (_DRUM_BANK if instrument.family is Family.KIT else 0), instrument.program


def play_soundfont(
    soundfont: SoundFont, instrument: Instrument, track: Track, beat_s: float, frames: int
) -> Samples:
    """Play a track with a SoundFont's preset.

    Args:
        soundfont: an open file.
        instrument: gives bank and program; kits sound to their samples' end.
        track: the notes.
        beat_s: seconds per beat.
        frames: length of the result at 48 kHz.
    Returns:
        [2, frames], brought to -20 dBFS RMS where it sounds, since files differ widely in level.
    """
    regions = soundfont.regions(*_address(instrument))
    sound = np.zeros((2, frames), np.float32)
    for (index, pitch, leaves_at), places in _places(regions, instrument, track, beat_s, frames).items():
        region = regions[index]
        release = _release(region.envelope)
        longest = min(max(place.held for place in places) + len(release), frames)
        tone = _tone(soundfont.points, region, pitch, longest, leaves_at)
        stereo = panned(tone[None], region.pan)
        for place in places:
            add(sound, stereo, place, release)
    _level(sound)
    return sound


def _places(
    regions: tuple[Region, ...], instrument: Instrument, track: Track, beat_s: float, frames: int
) -> dict[tuple[int, int, int], list[Place]]:
    """Which (region, pitch, frame that leaves the loop or -1) sound where."""
    places: dict[tuple[int, int, int], list[Place]] = defaultdict(list)
    next_of_class: dict[int, int] = {}
    for note in sorted(track.notes, key=lambda note: note.start, reverse=True):
        start = round(note.start * beat_s * SAMPLE_RATE)
        if start >= frames:
            continue
        classes: set[int] = set()
        for index, region in enumerate(regions):
            if not _sounds(region, note.pitch, note.velocity):
                continue
            seconds = _RINGS_S if instrument.family is Family.KIT else note.duration * beat_s
            held = max(64, round(seconds * SAMPLE_RATE))
            held = min(held, max(64, next_of_class.get(region.exclusive_class, frames * 2 + start) - start))
            # Velocity attenuates by 40 log10(127 / v) dB, the default modulator (specification 8.4.1).
            gain = (note.velocity / 127.0) ** 2 * 10.0 ** (-region.attenuation_db / 20.0)
            places[index, note.pitch, held if region.leaves_loop else -1].append(Place(start, held, gain))
            classes.add(region.exclusive_class)
        next_of_class.update({name: start for name in classes if name})
    return places


def _sounds(region: Region, pitch: int, velocity: int) -> bool:
    (low, high), (soft, loud) = region.keys, region.velocities
    return low <= pitch <= high and soft <= velocity <= loud


def _tone(
    points: NDArray[np.int16], region: Region, pitch: int, frames: int, leaves_at: int
) -> NDArray[np.float32]:
    """A region at a pitch with its envelope up to the release: [frames or fewer]."""
    cents = region.scale_tuning * (pitch - 60) + 6000.0 - region.root_cents
    step = region.sample_rate / SAMPLE_RATE * 2.0 ** (np.clip(cents, -9600.0, 9600.0) / 1200.0)
    where = region.start + np.arange(frames) * step
    if region.loop:
        where = _looped(where, region.loop, leaves_at, step)
    where = where[where < region.end - 1]
    sample = points[region.start : region.end]
    tone = hermite(sample, where - region.start) / np.float32(32_768.0)
    if region.cutoff_hz < 18_000.0:
        tone = filters.run(filters.low_pass(region.cutoff_hz), tone)
        if region.resonance_db > 1.0:
            tone = filters.run(filters.peak(region.cutoff_hz, min(region.resonance_db, 18.0), 2.0), tone)
    return np.asarray(tone * _curve(region.envelope, pitch, len(tone)))


def _looped(
    where: NDArray[np.float64], loop: tuple[int, int], leaves_at: int, step: float
) -> NDArray[np.float64]:
    first, stop = loop
    wrapped = np.where(where < stop, where, first + (where - first) % (stop - first))
    if 0 <= leaves_at < len(where):
        wrapped[leaves_at:] = wrapped[leaves_at] + np.arange(len(where) - leaves_at) * step
    return np.asarray(wrapped)


def _curve(envelope: Envelope, pitch: int, frames: int) -> NDArray[np.float32]:
    """Delay, attack, hold, decay to sustain: linear rise, then straight in dB (specification 9.1.6)."""
    t = times(frames)
    hold = envelope.hold_s * 2.0 ** ((60 - pitch) * envelope.hold_per_key / 1200.0)
    fall = envelope.decay_s * 2.0 ** ((60 - pitch) * envelope.decay_per_key / 1200.0)
    rise = np.clip((t - envelope.delay_s) / envelope.attack_s, 0.0, 1.0)
    after = np.maximum(t - envelope.delay_s - envelope.attack_s - hold, 0.0)
    lost_db = np.minimum(100.0 * after / max(fall, 1e-3), envelope.sustain_db)
    return join(rise * 10.0 ** (-lost_db / 20.0), frames)


def _release(envelope: Envelope) -> NDArray[np.float32]:
    """The gain after the note's end: 100 dB in the release time, then silence."""
    frames = max(256, int(min(envelope.release_s, 20.0) * SAMPLE_RATE))
    t = np.arange(frames) / frames
    return np.asarray(np.exp(-11.51 * t) * np.minimum(1.0, (1.0 - t) * 10.0), np.float32)


def _level(sound: Samples) -> None:
    """Bring a stem to -20 dBFS RMS where it sounds, without going over full scale."""
    block = SAMPLE_RATE // 10
    whole = sound.shape[1] // block * block
    power = np.mean(sound[:, :whole].reshape(2, -1, block) ** 2, axis=(0, 2))
    playing = power[power > 1e-8]
    if len(playing):
        gain = _TARGET_RMS / np.sqrt(playing.mean())
        sound *= np.float32(min(gain, 1.0 / max(float(np.abs(sound).max()), 1e-6)))
