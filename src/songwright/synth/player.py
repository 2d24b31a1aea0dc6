"""Plays one track of a score on its instrument. It knows nothing of the mix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.errors import InvalidValue
from songwright.song.chance import child_seed
from songwright.song.instruments import INSTRUMENTS, Drum, Family, Role
from songwright.song.score import Note, Track
from songwright.synth.drums import Hit, Kit, strike
from songwright.synth.envelopes import STEP, release_curve
from songwright.synth.kits import ALIASES, KITS
from songwright.synth.placing import Place, add
from songwright.synth.soundfont import SoundFont, play_soundfont
from songwright.synth.textures import TEXTURES, Stretch, Texture
from songwright.synth.voice import Line, Tone, Voice
from songwright.synth.voices import VOICES

_LAYERS = 8  # velocity layers; brightness follows the layer, level the velocity itself
_SHORT_S = 0.24  # notes below have no time for a full attack and vibrato
_SECOND_TAKE_LATE_S = 0.011  # the most by which the second take of a double-tracked part is late
_LAST_FADE_S = 0.01
_DRUM_LAYERS = 4
_DRUM_VARIANTS = 4
_CHOKE_S = 0.05  # an open hi-hat that is closed
_CHOKERS = (Drum.CLOSED_HAT, Drum.PEDAL_HAT, Drum.OPEN_HAT)
_SLUR_GAP_S = 0.06  # a rest shorter than this between two notes is none to a player who slurs
_CHORD_S = 0.04  # notes that start within this are a chord
_SLUR_OVERLAP_S = 0.12  # notes that overlap by more are a chord
_SLUR_ACCENT = 14  # a note that is louder than the last by more is tongued
_SLUR_WIDEST = 12  # semitones; wider leaps are tongued
_SLUR_MOST = 8  # notes in one breath or bow
_RINGS_S = 60.0  # longer than any drum rings
_NOISES = 3  # noises of letting go that take turns
_NOISE_S = 0.15
_NO_RELEASE = np.zeros(0, np.float32)
_STRETCH_S = 30.0  # an endless texture is made in stretches of this length, so that memory stays small
_SEAM_S = 1.0  # their cross-fade


@dataclass(frozen=True, slots=True)
class _Key:
    """What notes must have in common to share a tone."""

    pitch: int
    layer: int
    variant: int
    short: bool
    take: int


def play(
    track: Track,
    beat_s: float,
    frames: int,
    seed: int,
    soundfont: SoundFont | None = None,
    start_s: float = 0.0,
) -> Samples:
    """Play a track by its instrument, dry, but with its own amplifier, rotary speaker or room.

    Args:
        track: what to play; kits take `Drum` keys as pitches.
        beat_s: seconds per beat.
        frames: length of the result at 48 kHz; what rings longer is cut.
        seed: chooses the small differences between repeated notes.
        soundfont: plays acoustic instruments that it has a preset for.
        start_s: where in the song the track begins, if it is a part of one: what turns, throbs or rustles
            all the time goes on from there.
    Returns:
        [2, frames], about -20 dBFS RMS while playing, peaks mostly within ±1.
    Raises:
        InvalidValue: the instrument is unknown.
    """
    instrument = INSTRUMENTS.get(track.instrument)
    if instrument is None:
        raise InvalidValue("instrument", track.instrument, "must be one of the instruments")
    if soundfont is not None and instrument.acoustic and soundfont.has(instrument):
        return play_soundfont(soundfont, instrument, track, beat_s, frames)
    if instrument.family is Family.KIT:
        return _play_kit(KITS[instrument.name], track, beat_s, frames, child_seed(seed, track.instrument))
    if instrument.family is Family.TEXTURE:
        return _play_texture(
            TEXTURES[instrument.name],
            track,
            beat_s,
            frames,
            child_seed(seed, track.instrument, f"{start_s:.3f}"),
        )
    voice = VOICES[instrument.name]
    sound = _play_voice(voice, track, beat_s, frames, child_seed(seed, track.instrument))
    if voice.motion:
        voice.motion(sound, start_s)
    if voice.takes > 1 and track.role is Role.LEAD:
        _narrow(sound)
    _fade_out(sound)
    return sound


def _play_voice(voice: Voice, track: Track, beat_s: float, frames: int, seed: int) -> Samples:
    sound = np.zeros((2, frames), np.float32)
    runs, notes = _runs(track.notes, beat_s) if voice.slur else ((), track.notes)
    for number, run in enumerate(runs):
        rng = np.random.default_rng(child_seed(seed, "line", str(number)))
        _play_line(voice, run, beat_s, sound, rng)
    plan = _plan(voice, notes, beat_s, frames, seed)
    releases = {seconds: release_curve(seconds) for seconds in {_release_s(voice, key.pitch) for key in plan}}
    for key, places in plan.items():
        release = releases[_release_s(voice, key.pitch)]
        longest = max(place.held for place in places) + len(release)
        loudness = (key.layer + 0.5) / _LAYERS
        name = f"{key.pitch}/{key.layer}/{key.variant}/{key.short}/{key.take}"
        rng = np.random.default_rng(child_seed(seed, name))
        length = min(longest, frames, int(voice.longest_s * SAMPLE_RATE))
        tone = voice.render(Tone(key.pitch, loudness, length, key.short, rng))
        target = sound if voice.takes == 1 else sound[key.take : key.take + 1]
        for place in places:
            add(target, tone, place, release)
    if voice.let_go:
        _let_go(voice, track, beat_s, sound, seed)
    if voice.finish:
        voice.finish(sound)
    return sound


def _fade_out(sound: Samples) -> None:
    """What still rings at the end of the song fades instead of clicking."""
    last = min(sound.shape[1], int(_LAST_FADE_S * SAMPLE_RATE))
    sound[:, sound.shape[1] - last :] *= np.linspace(1.0, 0.0, last, dtype=np.float32)


def _narrow(sound: Samples) -> None:
    """A soloist stands in the middle: the two takes are moved together."""
    for first in range(0, sound.shape[1], SAMPLE_RATE):
        part = sound[:, first : first + SAMPLE_RATE]
        part[:] = np.float32(0.65) * part + np.float32(0.35) * part[::-1].copy()


def _release_s(voice: Voice, pitch: int) -> float:
    return 2.0 if pitch >= voice.undamped_from else voice.release_s


def _plan(
    voice: Voice, notes: tuple[Note, ...], beat_s: float, frames: int, seed: int
) -> dict[_Key, list[Place]]:
    """Which tones are needed and where; notes that share a tone are found here."""
    plan: dict[_Key, list[Place]] = defaultdict(list)
    for take in range(voice.takes):
        rng = np.random.default_rng(child_seed(seed, "take", str(take)))
        turn = rng.integers(0, voice.variants, 128)
        for note, late, start in _timed(notes, take, beat_s, rng):
            if start >= frames:
                continue
            held = max(64, round(note.duration * beat_s * SAMPLE_RATE))
            turn[note.pitch] = (turn[note.pitch] + 1) % voice.variants
            layer = _layer(note)
            key = _Key(note.pitch, layer, int(turn[note.pitch]), held < _SHORT_S * SAMPLE_RATE, take)
            gain = 10.0 ** (voice.gain_db / 20.0) * _gain(voice, note)
            plan[key].append(Place(start + late, held, gain))
    return plan


def _layer(note: Note) -> int:
    return min(note.velocity * _LAYERS // 128, _LAYERS - 1)


def _gain(voice: Voice, note: Note) -> float:
    return float((note.velocity / 100.0) ** voice.dynamics)


def _runs(notes: tuple[Note, ...], beat_s: float) -> tuple[list[list[Note]], tuple[Note, ...]]:
    """The runs of notes that one player slurs, and the notes that stand alone."""
    ordered = sorted(notes, key=lambda note: note.start)
    runs: list[list[Note]] = []
    for note, following in zip(ordered, [*ordered[1:], None], strict=True):
        chord = following is not None and (following.start - note.start) * beat_s < _CHORD_S
        if runs and not chord and len(runs[-1]) < _SLUR_MOST and _slurs(runs[-1], note, beat_s):
            runs[-1].append(note)
        else:
            runs.append([note])
    lone = tuple(run[0] for run in runs if len(run) == 1)
    return [run for run in runs if len(run) > 1], lone


def _slurs(run: list[Note], note: Note, beat_s: float) -> bool:
    """Whether a player would go on to a note in the same breath."""
    last = run[-1]
    gap = (note.start - last.end) * beat_s
    near = -_SLUR_OVERLAP_S <= gap <= _SLUR_GAP_S and (note.start - last.start) * beat_s > _SLUR_GAP_S
    alone = all(earlier.end <= note.start for earlier in run[:-1])
    moves = 0 < abs(note.pitch - last.pitch) <= _SLUR_WIDEST
    return near and alone and moves and note.velocity <= last.velocity + _SLUR_ACCENT


def _play_line(
    voice: Voice, run: list[Note], beat_s: float, sound: Samples, rng: np.random.Generator
) -> None:
    """Add a slurred run to a track, in place."""
    first = round(run[0].start * beat_s * SAMPLE_RATE)
    if voice.slur is None or first >= sound.shape[1]:
        return
    release = release_curve(voice.release_s)
    marks = [round((note.start * beat_s * SAMPLE_RATE - first) / STEP) * STEP for note in run]
    held = max(64, round(run[-1].end * beat_s * SAMPLE_RATE) - first)
    end = max(min(held + len(release), sound.shape[1] - first), marks[-1] + 64)
    lengths = tuple(after - mark for mark, after in zip(marks, [*marks[1:], end], strict=True))
    line = Line(
        tuple(note.pitch for note in run),
        lengths,
        tuple((_layer(note) + 0.5) / _LAYERS for note in run),
        tuple(_gain(voice, note) for note in run),
        lengths[0] < _SHORT_S * SAMPLE_RATE,
        rng,
    )
    add(sound, voice.slur(line), Place(first, held, 10.0 ** (voice.gain_db / 20.0)), release)


def _let_go(voice: Voice, track: Track, beat_s: float, sound: Samples, seed: int) -> None:
    """Add the noises of the ends of the notes, a few of which take turns."""
    noises: dict[tuple[int, int], Samples] = {}
    for count, note in enumerate(track.notes):
        end = round(note.end * beat_s * SAMPLE_RATE)
        if voice.let_go is None or note.pitch >= voice.undamped_from or end >= sound.shape[1]:
            continue
        key = (note.pitch // 4, count % _NOISES)
        if key not in noises:
            rng = np.random.default_rng(child_seed(seed, "let go", str(key)))
            noises[key] = voice.let_go(Tone(note.pitch, 0.5, int(_NOISE_S * SAMPLE_RATE), True, rng))
        noise = noises[key]
        gain = 10.0 ** (voice.gain_db / 20.0) * (0.5 + 0.5 * _gain(voice, note))
        add(sound, noise, Place(end, noise.shape[1], gain), _NO_RELEASE)


def _timed(
    notes: tuple[Note, ...], take: int, beat_s: float, rng: np.random.Generator
) -> Iterator[tuple[Note, int, int]]:
    """Each note with its lateness and its first frame; the first take is exactly in time."""
    late = rng.integers(0, int(_SECOND_TAKE_LATE_S * SAMPLE_RATE), len(notes)) * (take > 0)
    for note, delay in zip(notes, late, strict=True):
        yield note, int(delay), round(note.start * beat_s * SAMPLE_RATE)


def _play_kit(kit: Kit, track: Track, beat_s: float, frames: int, seed: int) -> Samples:
    sound = np.zeros((2, frames), np.float32)
    room = kit.room.impulse() if kit.room.level else None
    choke = release_curve(_CHOKE_S)
    for (drum, layer, variant), places in _plan_kit(kit, track, beat_s, frames, seed).items():
        rng = np.random.default_rng(child_seed(seed, f"{drum}/{layer}/{variant}"))
        hit = strike(kit, drum, Hit((layer + 0.5) / _DRUM_LAYERS, rng), room)
        for place in places:
            add(sound, hit, place, choke)
    _fade_out(sound)
    return sound


def _plan_kit(
    kit: Kit, track: Track, beat_s: float, frames: int, seed: int
) -> dict[tuple[int, int, int], list[Place]]:
    """Which hits (drum, velocity layer, variant) are needed and where."""
    plan: dict[tuple[int, int, int], list[Place]] = defaultdict(list)
    turn = np.random.default_rng(child_seed(seed, "turn")).integers(0, _DRUM_VARIANTS, 128)
    choked_at = frames + round(_RINGS_S * SAMPLE_RATE)
    for note in sorted(track.notes, key=lambda note: note.start, reverse=True):
        drum = ALIASES.get(note.pitch, note.pitch)
        piece = kit.pieces.get(drum)
        start = round(note.start * beat_s * SAMPLE_RATE)
        if piece is None or start >= frames:
            continue
        turn[drum] = (turn[drum] + 1) % _DRUM_VARIANTS
        layer = min(note.velocity * _DRUM_LAYERS // 128, _DRUM_LAYERS - 1)
        gain = 10.0 ** ((piece.gain_db + kit.gain_db) / 20.0) * (note.velocity / 127.0) ** piece.dynamics
        hat = drum in _CHOKERS
        held = (choked_at if hat else frames + round(_RINGS_S * SAMPLE_RATE)) - start
        plan[drum, layer, int(turn[drum])].append(Place(start, max(64, held), gain))
        choked_at = start if hat else choked_at
    return plan


def _play_texture(texture: Texture, track: Track, beat_s: float, frames: int, seed: int) -> Samples:
    """Play the notes of a texture; an endless one goes after its note's end, while the next one comes."""
    sound = np.zeros((2, frames), np.float32)
    for count, note in enumerate(track.notes):
        start = round(note.start * beat_s * SAMPLE_RATE)
        going_s = texture.fade_s if texture.endless else 0.0
        length = round((texture.rings_s or note.duration * beat_s + going_s) * SAMPLE_RATE)
        gain = 10.0 ** (texture.gain_db / 20.0) * note.velocity / 100.0
        for part, (first, size) in enumerate(_stretches(length, texture.endless)):
            if start + first >= frames:
                break
            rng = np.random.default_rng(child_seed(seed, "note", str(count), str(part)))
            made = texture.render(Stretch(size, note.velocity / 127.0, rng))
            made *= np.float32(gain) * _edges(size, texture, first == 0, first + size >= length)
            room = min(size, frames - start - first)
            sound[:, start + first : start + first + room] += made[:, :room]
    _fade_out(sound)
    return sound


def _stretches(length: int, endless: bool) -> Iterator[tuple[int, int]]:
    """(first frame, length) of the overlapping stretches of a texture's note."""
    step, seam = int(_STRETCH_S * SAMPLE_RATE), int(_SEAM_S * SAMPLE_RATE)
    if not endless or length <= step + seam:
        yield 0, length
        return
    for first in range(0, length - seam, step):
        yield first, min(step + seam, length - first)


def _edges(frames: int, texture: Texture, first: bool, last: bool) -> NDArray[np.float32]:
    """The gain over a stretch: its note's fades, or equal-power seams to the stretches beside it."""
    gain = np.ones(frames, np.float32)
    at_start = 0.002 if first and not texture.endless else texture.fade_s if first else _SEAM_S
    at_end = texture.fade_s if last else _SEAM_S
    for seconds, part in ((at_start, gain), (at_end, gain[::-1])):
        count = min(int(seconds * SAMPLE_RATE), frames // 2)
        part[:count] *= np.sin(0.5 * np.pi * np.arange(count, dtype=np.float32) / max(count, 1))
    return gain
