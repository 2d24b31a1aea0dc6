"""Makes stems out of dry tracks; the mix is the plain sum of the stems.

Every stem is made alone, from its dry sound, the score and the genre's style, so stems can be made in any
process and order. What belongs together (ducking by the kick, stepping back under the voice, one common room)
comes from the score and from tables, never from another stem's samples. A stem may be made in pieces: what
must not change from piece to piece is a `Look` at a typical passage. It knows nothing of how the dry sound
was made.

A piece passes over its samples three times: filter and place; gain and saturation; room, echo and ending. All
dynamics are curves with one gain per millisecond, multiplied into one before they touch the samples.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples
from songwright.audio.dynamics import Compression, compressor_gain_db, factor, hop_edges, hop_ramp
from songwright.audio.filters import BLOCK, Band, Shape, StreamingFilter, high_pass, peak
from songwright.audio.loudness import (
    HOP,
    SILENCE,
    hop_power,
    integrated_lufs,
    sample_peak,
    weighted_power,
)
from songwright.audio.mastering import Tone
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Role
from songwright.song.score import Score, Track
from songwright.synth import automation
from songwright.synth.automation import Ending, Lane
from songwright.synth.balance import duck_depth_db, track_lane, track_lufs
from songwright.synth.desk import Sends, add_space, end
from songwright.synth.effects import Widener, ducking_db, saturate
from songwright.synth.mix_styles import (
    BAND_BALANCE_LU,
    FAMILY_HIGH_PASS_HZ,
    FURTHEST,
    HEAVY,
    INSTRUMENT_TOUCHES,
    MIX_STYLES,
    ROLE_STRIPS,
    WIDEST,
    MixStyle,
    Strip,
    Touch,
)
from songwright.synth.placing import pan_gains

FloatArray = NDArray[np.float64]

_MONO_BELOW_HZ = 120.0
_PLACE_BLOCK = BLOCK // HOP * HOP
_ALONE_HIGH_PASS_HZ = 45.0  # of an instrument that has no bass below it
_EVENING = 0.6  # share of a stem's own differences between pieces that is taken back
_HEAVY_PAN = 0.8


@dataclass(frozen=True, slots=True)
class Ducking:
    """When and how deep the kick ducks a stem; seconds and dB."""

    times_s: tuple[float, ...]
    depth_db: float
    release_s: float

    def over(self, first_hop: int, hops: int) -> FloatArray:
        """The dips for `hops` milliseconds from a millisecond of the song on: [hops] dB."""
        start_s, length_s = first_hop / automation.HOPS_PER_S, hops / automation.HOPS_PER_S
        near = [time - start_s for time in self.times_s if -0.05 <= time - start_s < length_s]
        return ducking_db(near, hops, self.depth_db, self.release_s)


@dataclass(frozen=True, slots=True)
class Channel:
    """All that mixing a track needs to know of the song; small enough to be sent to another process.

    Attributes:
        strip: equaliser, compressor, place and sends.
        lufs: loudness of the track while it plays.
        fixed_db: gain against the dry sound, in place of a loudness; or None.
        lane: the slow moves of its fader, dB.
        ducking: by the kick, or None.
        sends: to room and echo.
        ending: what fades.
        seed: source of small differences in the placing.
    """

    strip: Strip
    lufs: float
    fixed_db: float | None
    lane: Lane
    ducking: Ducking | None
    sends: Sends
    ending: Ending
    seed: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a typical passage of a dry track measures; it holds for the whole track.

    Attributes:
        gain: brings its peak to full scale.
        own: gain of its own side signal.
        added: gain of the side signal that is added.
        power_db: its gated power after placing, to which the compressor's threshold refers.
        lufs: its loudness after placing.
        pressed_lufs: its loudness after the compressor.
    """

    gain: float
    own: float
    added: float
    power_db: float
    lufs: float
    pressed_lufs: float


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A stem after its first pass: samples, and its power and K-weighted power per millisecond."""

    samples: Samples
    power: FloatArray
    weighted: FloatArray


def tone_for(genre: Genre) -> Tone:
    """The spectral balance that a genre's master leans towards."""
    return MIX_STYLES[genre].tone


def channel_for(track: Track, score: Score, genre: Genre, ending: Ending, seed: int) -> Channel:
    """Set up the desk for a track.

    Args:
        track: whose sound it is.
        score: the whole song, for sections, kicks, sung lines and the other tracks.
        genre: whose mix is followed.
        ending: from `automation.ending`.
        seed: source of small differences in the placing.
    """
    style = MIX_STYLES[genre]
    strip = strip_of(track, score, style)
    depth_db = duck_depth_db(track, style)
    ducking = None
    if depth_db:
        release_s = style.ducking.release_beats * score.beat_s
        ducking = Ducking(automation.kick_times_s(score), depth_db, release_s)
    room_db = None if strip.reverb_db is None else strip.reverb_db + style.wet_db
    sends = Sends(style.space, style.decay_s, room_db, style.echo_beats * score.beat_s, strip.echo_db)
    lufs, lane = track_lufs(track, score, style), track_lane(track, score, style)
    fixed_db = INSTRUMENT_TOUCHES.get(track.instrument, Touch()).fixed_db
    return Channel(strip, lufs, fixed_db, lane, ducking, sends, ending, seed)


def look_at(dry: Samples, channel: Channel) -> Look | None:
    """Measure a typical passage of a dry track, [2, frames]; None if it is silent."""
    loudest = sample_peak(dry)
    if loudest < SILENCE:
        return None
    own, added = _side_gains(dry, channel.strip.width)
    look = Look(1.0 / loudest, own, added, 0.0, 0.0, 0.0)
    placed = _place(dry, channel, look)
    lufs = integrated_lufs(placed.weighted)
    if placed.weighted.max() < SILENCE**2 or math.isinf(lufs):  # only rumble, and the filters took it
        return None
    power_db = integrated_lufs(placed.power)
    squeezed = _compressed_db(placed, channel.strip, power_db)
    pressed_lufs = integrated_lufs(placed.weighted * 10.0 ** (squeezed / 10.0))
    return replace(look, power_db=power_db, lufs=lufs, pressed_lufs=pressed_lufs)


def mix_piece(
    dry: Samples, channel: Channel, look: Look, first_hop: int = 0, since_s: float | None = None
) -> Samples:
    """Mix a piece of a track.

    Args:
        dry: [2, frames] at 48 kHz; as much silence as `channel.sends.tail_frames` at its end keeps all of
            the reverb.
        channel: the desk.
        look: at a typical passage of the same track.
        first_hop: millisecond of the song at which the piece begins.
        since_s: start of the part of the song that the piece was made for, see `Ending.over`.
    Returns:
        [2, frames], ready to be summed.
    """
    placed = _place(dry, channel, look)
    hops = len(placed.power)
    automated = channel.lane.over(first_hop, hops)
    if channel.ducking is not None:
        automated += channel.ducking.over(first_hop, hops)
    pressed = _compressed_db(placed, channel.strip, look.power_db)
    _fade(placed, channel.strip, pressed + automated + _level_db(placed, channel, look))
    add_space(placed.samples, channel.sends)
    return end(placed.samples, channel.ending, first_hop, since_s)


def strip_of(track: Track, score: Score, style: MixStyle) -> Strip:
    """The channel strip of a track: its role's, touched by the instrument, the genre and its neighbours."""
    strip = ROLE_STRIPS[track.role]
    touch = INSTRUMENT_TOUCHES.get(track.instrument, Touch())
    edge_hz = touch.high_pass_hz or FAMILY_HIGH_PASS_HZ.get(INSTRUMENTS[track.instrument].family)
    has_bass = any(other.role is Role.BASS for other in score.tracks)
    if track.role in BAND_BALANCE_LU and not has_bass:
        edge_hz = _ALONE_HIGH_PASS_HZ
    bands = tuple(
        high_pass(edge_hz) if edge_hz and band.shape is Shape.HIGH_PASS else band for band in strip.bands
    )
    instrumental = not score.lines
    carve: tuple[Band, ...] = ()
    if track.role in BAND_BALANCE_LU and not instrumental:
        carve = (peak(3_000.0, -1.5, 0.7),)  # where the voice's consonants are
    width = strip.width if touch.width is None else touch.width
    return replace(
        strip,
        bands=(*bands, *touch.bands, *carve, *style.bands),
        ratio=strip.ratio if touch.ratio is None else touch.ratio,
        drive=strip.drive if touch.drive is None else touch.drive,
        width=min(width * style.width, WIDEST),
        pan=_pan(track, score, min(max(strip.pan * touch.pan_scale * style.width, -FURTHEST), FURTHEST)),
    )


def _pan(track: Track, score: Score, pan: float) -> float:
    """Two heavy guitars stand hard left and right; one with nobody opposite stands near the middle."""
    heavy = [t for t in score.tracks if t.instrument in HEAVY and t.role in (Role.CHORDS, Role.RHYTHM)]
    if track in heavy and len(heavy) >= 2:
        return -_HEAVY_PAN if heavy.index(track) % 2 == 0 else _HEAVY_PAN
    others = [ROLE_STRIPS[other.role].pan for other in score.tracks if other is not track]
    opposite = any(other * pan < 0.0 and abs(other) > 0.2 for other in others)
    return pan if opposite else 0.35 * pan


def _place(dry: Samples, channel: Channel, look: Look) -> _Placed:
    """First pass: filter, give the sound its width and position, and measure it."""
    strip, frames = channel.strip, dry.shape[1]
    samples = np.empty((2, frames), dtype=np.float32)
    equaliser = StreamingFilter(strip.bands, 2)
    bottomless = StreamingFilter((high_pass(_MONO_BELOW_HZ),), 1)
    widener = Widener(Chance(channel.seed, "widener").uniform(0.011, 0.017))
    panned = pan_gains(strip.pan)
    narrow = 1.0 - 0.5 * abs(strip.pan)  # else a hard position would lose one side of the sound
    powers = []
    for start in range(0, frames, _PLACE_BLOCK):
        block = equaliser.process(dry[:, start : start + _PLACE_BLOCK]) * look.gain
        mid = (0.5 * (block[0] + block[1])).astype(np.float32)
        side = bottomless.process(0.5 * (block[:1] - block[1:]) * look.own)[0]
        if look.added:
            side = side + look.added * widener.process(mid)
        out = samples[:, start : start + _PLACE_BLOCK]
        out[0] = panned[0] * (mid + narrow * side)
        out[1] = panned[1] * (mid - narrow * side)
        powers.append(hop_power(out))
    return _Placed(samples, np.concatenate(powers), weighted_power(samples))


def _side_gains(dry: Samples, width: float) -> tuple[float, float]:
    """Gains of the sound's own side signal and of an added one that give the wanted width."""
    mid_power = side_power = 1e-20
    for start in range(0, dry.shape[1], BLOCK):
        left, right = dry[:, start : start + BLOCK]
        mid, side = left + right, left - right
        mid_power += float(np.dot(mid, mid))
        side_power += float(np.dot(side, side))
    has = math.sqrt(side_power / mid_power)
    if has >= width:
        # Wider than wanted: narrow it half-way; the player's own stereo picture is worth keeping.
        return math.sqrt(max(width, 0.05) / has) if width else 0.0, 0.0
    return 1.0, math.sqrt(width * width - has * has)


def _level_db(placed: _Placed, channel: Channel, look: Look) -> float:
    """The gain that brings a piece to its level."""
    if channel.fixed_db is not None:
        return channel.fixed_db - 20.0 * math.log10(look.gain)
    evening = automation.evening_db(integrated_lufs(placed.weighted), look.lufs, _EVENING)
    return channel.lufs - look.pressed_lufs + evening


def _compressed_db(placed: _Placed, strip: Strip, power_db: float) -> FloatArray:
    """The gain of the strip's compressor, whose threshold refers to the track's own usual power."""
    if strip.ratio <= 1.0:
        return np.zeros(len(placed.power))
    settings = Compression(power_db + strip.over_lu, strip.ratio, strip.attack_s, strip.release_s)
    return compressor_gain_db(placed.power, settings)


def _fade(placed: _Placed, strip: Strip, gain_db: FloatArray) -> None:
    """Second pass: all gains as one curve, then saturation."""
    edges = hop_edges(factor(gain_db))
    samples = placed.samples
    hops_per_block = BLOCK // HOP
    for first in range(0, len(placed.power), hops_per_block):
        block = samples[:, first * HOP : (first + hops_per_block) * HOP]
        block *= hop_ramp(edges[first : first + hops_per_block + 1], HOP)[: block.shape[1]]
        if strip.drive:
            block[:] = saturate(block, strip.drive)
