"""Makes stems out of dry tracks and voices; the mix is the plain sum of the stems.

Every stem is made alone, from its dry sound, the score and the genre's style, so stems can be made in any
process and order. What belongs together (ducking by the kick, stepping back under the voice, one common room)
comes from the score and from tables, never from another stem's samples. It knows nothing of how the dry sound
was made.

A stem passes over its samples three times: filter and place; gain and saturation; room, echo and ending. All
dynamics are curves with one gain per millisecond, multiplied into one before they touch the samples.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import Samples
from songwright.audio.dynamics import (
    LIMITER_HOP,
    Compression,
    apply_gain,
    compressor_gain_db,
    factor,
    hop_edges,
    hop_ramp,
    limiter_gain_db,
)
from songwright.audio.filters import (
    BLOCK,
    Band,
    Shape,
    StreamingFilter,
    equalise,
    high_pass,
    high_shelf,
    peak,
)
from songwright.audio.loudness import (
    HOP,
    SILENCE,
    hop_power,
    integrated_lufs,
    sample_peak,
    true_peaks,
    weighted_power,
)
from songwright.audio.mastering import Tone
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Role
from songwright.song.plan import Voice
from songwright.song.score import Score, Track, VocalPart
from songwright.synth import automation
from songwright.synth.effects import (
    CONVOLUTION_BLOCK,
    Convolution,
    Delay,
    Doubling,
    Widener,
    de_ess,
    ducking_db,
    ensemble,
    impulse_response,
    saturate,
)
from songwright.synth.mix_styles import (
    BAND_BALANCE_LU,
    FAMILY_HIGH_PASS_HZ,
    HEAVY,
    INSTRUMENT_TOUCHES,
    LEAD_VOICE_LUFS,
    MIX_STYLES,
    ROLE_STRIPS,
    VOCAL_STRIPS,
    MixStyle,
    Strip,
    Touch,
)
from songwright.synth.placing import pan_gains

FloatArray = NDArray[np.float64]

_MONO_BELOW_HZ = 120.0
_PLACE_BLOCK = BLOCK // HOP * HOP
_CEILING_DBFS = -1.0  # of a single stem, so that stems can be kept as PCM
_ALONE_HIGH_PASS_HZ = 45.0  # of an instrument that has no bass below it
_VOICE_RIDE = 0.8  # share of the instruments' section automation that the voices follow
_EVENING = 0.6  # share of a stem's own differences between sections that is taken back
_SPARSE = 0.45  # share of the loudness of silent instruments that the others make up for
_UNSUNG_DB = 1.5
_FRONT_LU, _SOLO_DB = 3.0, 1.5  # the lead instrument where nobody sings
_HEAVY_PAN = 0.8
_TRIM_SHARE, _MOST_TRIM_LU = 0.75, 5.0

_VOICE_BANDS = {
    Voice.FEMALE: (
        high_pass(120.0),
        peak(320.0, -2.0, 0.9),
        peak(3_200.0, 2.0, 0.8),
        high_shelf(9_500.0, 3.0),
    ),
    Voice.CHILD: (
        high_pass(140.0),
        peak(400.0, -2.0, 0.9),
        peak(3_500.0, 1.5, 0.8),
        high_shelf(9_500.0, 2.0),
    ),
    Voice.CHOIR: (
        high_pass(100.0),
        peak(300.0, -2.0, 0.9),
        peak(3_000.0, 1.0, 0.8),
        high_shelf(9_500.0, 2.0),
    ),
    Voice.MALE: (
        high_pass(85.0),
        peak(240.0, -2.0, 0.9),
        peak(2_800.0, 2.5, 0.8),
        high_shelf(9_000.0, 3.0),
    ),
}
_SIBILANCE_UNDER_LU = -9.0  # power of the top above which the de-esser works, against the voice's loudness


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A stem after its first pass: samples, and its power and K-weighted power per millisecond."""

    samples: Samples
    power: FloatArray
    weighted: FloatArray


def tone_for(genre: Genre) -> Tone:
    """The spectral balance that a genre's master leans towards."""
    return MIX_STYLES[genre].tone


def mix_track(dry: Samples, track: Track, score: Score, genre: Genre, seed: int) -> Samples:
    """Make the stem of a track.

    Args:
        dry: [2, frames] at 48 kHz, any level.
        track: whose sound it is.
        score: the whole song, for sections, kicks, sung lines and the other tracks.
        genre: whose mix is followed.
        seed: source of small differences in the placing.
    Returns:
        [2, frames], ready to be summed.
    """
    style = MIX_STYLES[genre]
    strip = strip_of(track, score, style)
    loudest = sample_peak(dry)
    if loudest < SILENCE:
        return np.zeros(dry.shape, dtype=np.float32)
    placed = _place(dry, strip, 1.0 / loudest, seed)
    if placed.weighted.max() < SILENCE**2:  # only rumble, and the filters took it
        return np.zeros(dry.shape, dtype=np.float32)
    automated = _track_automation_db(track, score, style, len(placed.power))
    _level(placed, strip, score, track_lufs(track, score, style), automated)
    echo = None if strip.echo_db is None else Delay(style.echo_beats * score.beat_s, 0.4)
    room = None
    if strip.reverb_db is not None:
        room = Convolution(impulse_response(style.space, style.decay_s))
    _add_space(placed.samples, room, (strip.reverb_db or 0.0) + style.wet_db, echo, strip.echo_db or 0.0)
    return _end(placed.samples, score)


def mix_vocals(
    dry: NDArray[np.float32],
    part: VocalPart,
    score: Score,
    genre: Genre,
    voice: Voice,
    seed: int,
) -> Samples:
    """Make the stem of one part of the singing.

    Args:
        dry: [frames] or [2, frames] at 48 kHz, any level; two channels are taken as one.
        part: lead, double, harmony or backing.
        score: the whole song.
        genre: whose mix is followed.
        voice: who sings, for the equaliser.
        seed: source of the wandering of doubled voices.
    Returns:
        [2, frames], ready to be summed.
    """
    style, vocal = MIX_STYLES[genre], VOCAL_STRIPS[part]
    mono = 0.5 * (dry[0] + dry[1]) if dry.ndim == 2 else dry
    loudest = sample_peak(mono)
    if loudest < SILENCE:
        return np.zeros((2, len(mono)), dtype=np.float32)
    sung = equalise(mono[None], (*_VOICE_BANDS[voice], *vocal.bands, *style.voice_bands))
    sung *= np.float32(1.0 / loudest)
    loudness = integrated_lufs(hop_power(sung))
    if math.isinf(loudness):
        return np.zeros((2, len(mono)), dtype=np.float32)
    sung = de_ess(sung, loudness + _SIBILANCE_UNDER_LU)
    _even_out(sung, loudness, vocal.ratio)
    wide = _spread(sung[0], vocal.width * min(style.width, 1.0), seed)
    hops = automation.hops_of(len(mono))
    gain_db = LEAD_VOICE_LUFS + vocal.below_lu - integrated_lufs(weighted_power(wide))
    ride = automation.ride_db(score, style.ride_db * _VOICE_RIDE, hops)
    apply_gain(wide, factor(ride + gain_db), HOP, out=wide)
    room = Convolution(impulse_response(style.voice_space, style.voice_decay_s))
    echo, sends = None, None
    if style.throw_db is not None and part is VocalPart.LEAD:
        echo = Delay(style.echo_beats * score.beat_s, 0.42)
        sends = automation.throw(score, hops)
    _add_space(wide, room, style.voice_wet_db + vocal.wet_db, echo, style.throw_db or 0.0, sends)
    return _end(wide, score)


def sum_stems(stems: Sequence[Samples], out: Samples) -> None:
    """Write the plain sum of stems, [2, frames] each, into `out`, block by block in the given order."""
    for start in range(0, out.shape[1], BLOCK):
        block = np.zeros(out[:, start : start + BLOCK].shape, dtype=np.float32)
        for stem in stems:
            block += stem[:, start : start + BLOCK]
        out[:, start : start + BLOCK] = block


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
        width=width * style.width,
        pan=_pan(track, score, strip.pan * touch.pan_scale * style.width),
    )


def track_lufs(track: Track, score: Score, style: MixStyle) -> float:
    """Loudness that a track gets while it plays.

    The instruments of the band share the band's loudness: the more of them there are, the softer each.
    """
    if track.role is Role.DRUMS:
        return LEAD_VOICE_LUFS + style.drums_lu
    if track.role is Role.BASS:
        return LEAD_VOICE_LUFS + style.bass_lu
    levels = [_band_lu(other, score, style) for other in score.tracks if other.role in BAND_BALANCE_LU]
    total = 10.0 * math.log10(sum(10.0 ** (level / 10.0) for level in levels)) if levels else 0.0
    full = [balance + style.roles_lu.get(role, 0.0) for role, balance in BAND_BALANCE_LU.items()]
    usual = 10.0 * math.log10(sum(10.0 ** (level / 10.0) for level in full))
    trim = min(max(_TRIM_SHARE * (usual - total), -_MOST_TRIM_LU), _MOST_TRIM_LU)
    return LEAD_VOICE_LUFS + style.band_lu - usual + trim + _band_lu(track, score, style)


def _band_lu(track: Track, score: Score, style: MixStyle) -> float:
    level = BAND_BALANCE_LU[track.role] + style.roles_lu.get(track.role, 0.0)
    if track.role is Role.LEAD and not score.lines:
        level += _FRONT_LU
    return level + INSTRUMENT_TOUCHES.get(track.instrument, Touch()).gain_lu


def _pan(track: Track, score: Score, pan: float) -> float:
    """Two heavy guitars stand hard left and right; one with nobody opposite stands near the middle."""
    heavy = [t for t in score.tracks if t.instrument in HEAVY and t.role in (Role.CHORDS, Role.RHYTHM)]
    if track in heavy and len(heavy) >= 2:
        return -_HEAVY_PAN if heavy.index(track) % 2 == 0 else _HEAVY_PAN
    others = [ROLE_STRIPS[other.role].pan for other in score.tracks if other is not track]
    opposite = any(other * pan < 0.0 and abs(other) > 0.2 for other in others)
    return pan if opposite else 0.35 * pan


def _place(dry: Samples, strip: Strip, gain: float, seed: int) -> _Placed:
    """First pass: filter, give the sound its width and position, and measure it."""
    frames = dry.shape[1]
    samples = np.empty((2, frames), dtype=np.float32)
    equaliser = StreamingFilter(strip.bands, 2)
    bottomless = StreamingFilter((high_pass(_MONO_BELOW_HZ),), 1)
    widener = Widener(Chance(seed, "widener").uniform(0.011, 0.017))
    own, added = _side_gains(dry, strip.width)
    panned = pan_gains(strip.pan)
    narrow = 1.0 - 0.5 * abs(strip.pan)  # else a hard position would lose one side of the sound
    powers = []
    for start in range(0, frames, _PLACE_BLOCK):
        block = equaliser.process(dry[:, start : start + _PLACE_BLOCK]) * gain
        mid = (0.5 * (block[0] + block[1])).astype(np.float32)
        side = bottomless.process(0.5 * (block[:1] - block[1:]) * own)[0]
        if added:
            side = side + added * widener.process(mid)
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


def _track_automation_db(track: Track, score: Score, style: MixStyle, hops: int) -> FloatArray:
    curve = automation.ride_db(score, style.ride_db, hops)
    curve += automation.unsung_db(score, _UNSUNG_DB, hops)
    levels = [track_lufs(other, score, style) for other in score.tracks]
    curve += automation.sparse_db(score, levels, _SPARSE, hops)
    if track.role in BAND_BALANCE_LU:
        curve += automation.dip_db(score, style.dip_db, hops)
    if track.role is Role.LEAD:
        curve += automation.solo_db(score, _SOLO_DB, hops)
    ducking = style.ducking
    depth_db = {Role.DRUMS: 0.0, Role.BASS: ducking.bass_db}.get(track.role, ducking.band_db)
    if depth_db:
        release_s = ducking.release_beats * score.beat_s
        curve += ducking_db(automation.kick_times_s(score), hops, depth_db, release_s)
    return curve


def _level(placed: _Placed, strip: Strip, score: Score, target_lufs: float, automated_db: FloatArray) -> None:
    """Second pass: compression, loudness and automation as one curve, then saturation."""
    compressed = np.zeros(len(placed.power))
    if strip.ratio > 1.0:
        threshold_db = integrated_lufs(placed.power) + strip.over_lu
        settings = Compression(threshold_db, strip.ratio, strip.attack_s, strip.release_s)
        compressed = compressor_gain_db(placed.power, settings)
    shaped_db = compressed + automation.evening_db(placed.weighted, score, _EVENING)
    loudness = integrated_lufs(placed.weighted * 10.0 ** (shaped_db / 10.0))
    edges = hop_edges(factor(shaped_db + automated_db + target_lufs - loudness))
    samples = placed.samples
    hops_per_block = BLOCK // HOP
    for first in range(0, len(placed.power), hops_per_block):
        block = samples[:, first * HOP : (first + hops_per_block) * HOP]
        block *= hop_ramp(edges[first : first + hops_per_block + 1], HOP)[: block.shape[1]]
        if strip.drive:
            block[:] = saturate(block, strip.drive)


def _even_out(sung: Samples, loudness: float, ratio: float) -> None:
    """Two compressors in a row: a slow one that rides the words, a quick one for single syllables."""
    slow = Compression(loudness - 4.0, 1.6, attack_s=0.060, release_s=0.600, knee_db=10.0, window_s=0.080)
    curve = compressor_gain_db(hop_power(sung), slow)
    apply_gain(sung, factor(curve), HOP, out=sung)
    power = hop_power(sung)
    quick = Compression(integrated_lufs(power) + 1.0, ratio, attack_s=0.005, release_s=0.090)
    apply_gain(sung, factor(compressor_gain_db(power, quick)), HOP, out=sung)


def _spread(mono: NDArray[np.float32], width: float, seed: int) -> Samples:
    """A voice in the middle, or more of them to both sides."""
    if not width:
        return np.stack([mono, mono])
    chance = Chance(seed, "spread")
    voices = [
        Doubling(chance.uniform(0.011, 0.015), 0.0016, chance.uniform(0.25, 0.40), chance.random(), -width),
        Doubling(chance.uniform(0.019, 0.024), 0.0018, chance.uniform(0.20, 0.35), chance.random(), width),
    ]
    return ensemble(mono, voices, dry=0.5 * (1.0 - width))


def _add_space(
    samples: Samples,
    room: Convolution | None,
    room_db: float,
    echo: Delay | None,
    echo_db: float,
    sends: FloatArray | None = None,
) -> None:
    """Third pass: add reverb and echoes of the sound to itself.

    Args:
        samples: [2, frames], changed in place.
        room: the reverb, or None.
        room_db: its gain.
        echo: the delay, or None.
        echo_db: its gain.
        sends: [hops] how much goes to the delay when; None is always everything.
    """
    if room is None and echo is None:
        return
    room_gain, echo_gain = np.float32(10.0 ** (room_db / 20.0)), np.float32(10.0 ** (echo_db / 20.0))
    gate = None if sends is None else np.repeat(sends.astype(np.float32), HOP)
    for start in range(0, samples.shape[1], CONVOLUTION_BLOCK):
        block = samples[:, start : start + CONVOLUTION_BLOCK]
        mid = 0.5 * (block[0] + block[1])
        if room is not None:
            block += room_gain * room.process(mid)
        if echo is not None:
            sent = mid if gate is None else mid * gate[start : start + len(mid)]
            block += echo_gain * echo.process(sent)


def _end(samples: Samples, score: Score) -> Samples:
    """Fade as the score says, and keep single peaks below full scale."""
    apply_gain(samples, automation.ending(score, samples.shape[1]), HOP, out=samples)
    if sample_peak(samples) > 10.0 ** (_CEILING_DBFS / 20.0):
        curve = limiter_gain_db(true_peaks(samples, LIMITER_HOP), 0.0, _CEILING_DBFS)
        apply_gain(samples, factor(curve), LIMITER_HOP, out=samples)
    return samples
