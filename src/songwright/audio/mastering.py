"""Makes a mix ready to publish: tone, glue, loudness and peak. It knows nothing of songs; taste comes as
data.

Order: high-pass against rumble and DC, tone equaliser, slow "glue" compressor, gain, true-peak limiter. The
gain that gives the wanted loudness is found on curves with one value per millisecond, so the samples are
filtered once and multiplied once, whatever the number of trials.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import scipy
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Clip, Samples
from songwright.audio.dynamics import (
    LIMITER_HOP,
    Compression,
    apply_gain,
    compressor_gain_db,
    factor,
    limiter_gain_db,
)
from songwright.audio.filters import BLOCK, Band, StreamingFilter, high_pass, peak
from songwright.audio.loudness import (
    HOP,
    SILENCE,
    hop_power,
    integrated_lufs,
    loudness_lufs,
    sample_peak,
    true_peak_dbtp,
    true_peaks,
    weighted_power,
)
from songwright.progress import Progress

FloatArray = NDArray[np.float64]

TARGET_LUFS = -14.0  # what Spotify, YouTube and Tidal play back at
CEILING_DBTP = -2.0  # a decibel below the usual -1, room for what lossy codecs add to limited beats
OCTAVES_HZ = (31.5, 63.0, 125.0, 250.0, 500.0, 1000.0, 2000.0, 4000.0, 8000.0, 16000.0)
# Average of popular recordings, dB per octave band: flat to 100 Hz, -5 dB per octave of density (-2 dB per
# octave band) up to 4 kHz, steeper above (Pestana et al., "Spectral characteristics of popular commercial
# recordings 1950-2010", AES 135, 2013). The values are read off its description, not measured by us.
POP_LEVELS_DB = (-9.0, 0.0, 0.0, -2.0, -4.0, -6.0, -8.0, -10.5, -15.0, -23.0)

_RUMBLE = high_pass(28.0)
_EMPTY_DB, _NOTHING_DB = 15.0, 30.0  # a band this far below its target holds less and less worth boosting
_OCTAVE_Q = 1.41
_GLUE_OVER_LU = 0.5  # the glue's threshold against the integrated loudness
_MOST_LIMITING_DB = 24.0
_TRIALS = 12
_CLOSE_LU = 0.02
_CORRECTIONS = 4
_ROUNDS = 5
_SLOW_HOPS = 1500  # ms; slower than a bar is a matter of sections, faster one of beats
_MOST_BACK_DB = -6.0
_CLOSE_BACK_DB = 0.1
_LOOP_MARGIN = HOP * 5000  # frames; filters and compressors have forgotten what was before
_GOOD_LU = 0.1
_SPARE_DB = 0.05  # the limiter's ceiling below the asked one: interpolation of the peak is not exact


@dataclass(frozen=True, slots=True)
class Tone:
    """The balance of the spectrum that a master leans towards, and how it is held together.

    Attributes:
        levels_db: level per octave band from 31.5 Hz to 16 kHz; only their differences count.
        strength: how much of the difference is corrected, 0 to 1.
        most_db: the largest correction of a band.
        glue_ratio: ratio of the slow compressor; 1 leaves the dynamics alone.
    """

    levels_db: tuple[float, ...] = POP_LEVELS_DB
    strength: float = 0.5
    most_db: float = 4.0
    glue_ratio: float = 1.7


@dataclass(frozen=True, slots=True, eq=False)
class Mastered:
    """A finished sound and its measured figures; both are minus infinity for silence."""

    clip: Clip
    loudness_lufs: float
    true_peak_dbtp: float


@dataclass(frozen=True, slots=True)
class _Goal:
    """What is asked of the last step; `margin` frames at both ends do not count for the loudness."""

    lufs: float
    ceiling_dbtp: float
    margin: int = 0

    def counted(self, per_hop: FloatArray) -> FloatArray:
        """The hops that count."""
        return per_hop[self.margin // HOP : len(per_hop) - self.margin // HOP]


_AS_IT_IS = Tone(strength=0.0, glue_ratio=1.0)


def master(
    mix: Clip,
    target_lufs: float = TARGET_LUFS,
    ceiling_dbtp: float = CEILING_DBTP,
    tone: Tone | None = None,
    progress: Progress | None = None,
    out: Samples | None = None,
) -> Mastered:
    """Master a mix.

    Args:
        mix: any level; at 48 kHz.
        target_lufs: integrated loudness of the result. Sound so sparse that it would need more than 24 dB of
            limiting stays below.
        ceiling_dbtp: the highest true peak allowed.
        tone: which balance to lean towards; None leaves balance and dynamics as they are.
        progress: told about each step.
        out: where to put the result, [channels, frames]; may be the mix's own samples. None makes a new
            array.
    Returns:
        The master, of the same length. Silence stays silence.
    """
    samples = np.empty(mix.samples.shape, dtype=np.float32) if out is None else out
    figures = _master(
        mix, _Goal(target_lufs, ceiling_dbtp), tone or _AS_IT_IS, progress or Progress(), samples
    )
    return Mastered(Clip(samples, mix.sample_rate), *figures)


def master_loop(
    mix: Clip, tone: Tone | None = None, progress: Progress | None = None, out: Samples | None = None
) -> Mastered:
    """Master a mix whose end leads back into its start: filters and limiter do not begin anew there.

    For the arguments see `master`.
    """
    samples = np.empty(mix.samples.shape, dtype=np.float32) if out is None else out
    around = range(-_LOOP_MARGIN, mix.frames + _LOOP_MARGIN)
    turned = np.take(mix.samples, around, axis=1, mode="wrap")
    goal = _Goal(TARGET_LUFS, CEILING_DBTP, _LOOP_MARGIN)
    figures = _master(Clip(turned, mix.sample_rate), goal, tone or _AS_IT_IS, progress or Progress(), turned)
    samples[:] = turned[:, _LOOP_MARGIN : _LOOP_MARGIN + mix.frames]
    return Mastered(Clip(samples, mix.sample_rate), *figures)


def _master(mix: Clip, goal: _Goal, tone: Tone, progress: Progress, samples: Samples) -> tuple[float, float]:
    """Master into `samples`; returns loudness and true peak."""
    progress.report("mastering", 0.0)
    loudest = sample_peak(mix.samples)
    if loudest < SILENCE:
        samples[:] = 0.0
        return -math.inf, -math.inf
    counted = Clip(mix.samples[:, goal.margin : mix.frames - goal.margin], mix.sample_rate)
    bands = (_RUMBLE, *tone_bands(octave_levels_db(counted), tone))
    # At full scale the measurements below do not meet the absolute gate of -70 LUFS.
    power = _shape(mix.samples, bands, 1.0 / loudest, samples)
    progress.report("mastering", 0.3)
    _glue(samples, power, tone.glue_ratio, goal.counted(power))
    progress.report("mastering", 0.4)
    return _finish(Clip(samples, mix.sample_rate), goal, progress)


def octave_levels_db(clip: Clip) -> FloatArray:
    """Level of each octave band of `OCTAVES_HZ` in dB, over the whole clip and all channels."""
    levels = np.zeros(len(OCTAVES_HZ))
    size = min(8192, clip.frames)
    for start in range(0, clip.frames, BLOCK * 4):
        block = clip.samples[:, start : start + BLOCK * 4]
        share = block.shape[1] / clip.frames
        if block.shape[1] < size:
            block = clip.samples[:, -size:]
        hz, density = scipy.signal.welch(block, SAMPLE_RATE, nperseg=size, axis=-1)
        octave = np.round(np.log2(np.maximum(hz, 1.0) / OCTAVES_HZ[0])).astype(int)
        inside = (octave >= 0) & (octave < len(levels))
        levels += share * np.bincount(octave[inside], density.sum(axis=0)[inside], minlength=len(levels))
    return np.asarray(10.0 * np.log10(np.maximum(levels, 1e-15)))


def tone_bands(levels_db: FloatArray, tone: Tone) -> tuple[Band, ...]:
    """The equaliser that moves octave levels towards a tone: one gentle bell per octave."""
    difference = np.asarray(tone.levels_db) - levels_db
    middle = slice(2, 8)  # 125 Hz to 4 kHz set the level; the ends may be missing altogether
    difference = difference - np.median(difference[middle])
    worth = np.clip((_NOTHING_DB - difference) / (_NOTHING_DB - _EMPTY_DB), 0.0, 1.0)
    gains = np.clip(difference * tone.strength, -tone.most_db, tone.most_db)
    gains = np.where(gains > 0.0, gains * worth, gains)
    gains[0] = min(gains[0], 0.0)
    return tuple(
        peak(hz, round(float(gain), 3), _OCTAVE_Q)
        for hz, gain in zip(OCTAVES_HZ, gains, strict=True)
        if abs(gain) > 0.05
    )


def _shape(samples: Samples, bands: tuple[Band, ...], gain: float, out: Samples) -> FloatArray:
    """Filter into `out`; returns the power per hop."""
    stream = StreamingFilter(bands, samples.shape[0])
    powers = []
    block = BLOCK // HOP * HOP
    for start in range(0, samples.shape[1], block):
        out[:, start : start + block] = stream.process(samples[:, start : start + block]) * gain
        powers.append(hop_power(out[:, start : start + block]))
    return np.concatenate(powers)


def _glue(samples: Samples, power: FloatArray, ratio: float, counted: FloatArray) -> None:
    """Hold single beats together, but leave the balance of the sections as it is.

    Args:
        samples: [channels, frames], changed in place.
        power: [hops] their unweighted power.
        ratio: of the compressor.
        counted: the part of `power` that says how loud the song is.
    """
    if ratio <= 1.0:
        return
    loudness = integrated_lufs(counted)  # of unweighted power: the bass drives a bus compressor too
    if math.isinf(loudness):
        return
    settings = Compression(
        loudness + _GLUE_OVER_LU, ratio, attack_s=0.030, release_s=0.500, knee_db=10.0, window_s=0.030
    )
    curve_db = compressor_gain_db(power, settings)
    apply_gain(samples, factor(curve_db - _slow(curve_db)), HOP, out=samples)


def _finish(clip: Clip, goal: _Goal, progress: Progress) -> tuple[float, float]:
    """Gain and limiter, in place; returns loudness and true peak."""
    power = weighted_power(clip.samples)
    peaks = true_peaks(clip.samples, LIMITER_HOP)
    progress.report("mastering", 0.6)
    counted = Clip(clip.samples[:, goal.margin : clip.frames - goal.margin], clip.sample_rate)
    now = replace(goal, ceiling_dbtp=goal.ceiling_dbtp - _SPARE_DB)
    curve_db = _gain_for(power, peaks, now)
    apply_gain(clip.samples, factor(curve_db), LIMITER_HOP, out=clip.samples)
    for correction in range(_CORRECTIONS + 1):
        progress.report("mastering", 0.75 + 0.05 * correction)
        loudness, true_peak = loudness_lufs(counted), true_peak_dbtp(counted)
        excess_db = max(true_peak - goal.ceiling_dbtp, 0.0)
        missed = goal.lufs - loudness
        reachable = abs(missed) > _GOOD_LU and curve_db.max() < _most_gain_db(peaks, now.ceiling_dbtp)
        if correction == _CORRECTIONS or not (excess_db or reachable):
            break
        now = replace(now, lufs=now.lufs + missed, ceiling_dbtp=now.ceiling_dbtp - excess_db)
        old_db = curve_db
        curve_db = _gain_for(power, peaks, now)
        apply_gain(clip.samples, factor(curve_db - old_db), LIMITER_HOP, out=clip.samples)
    return loudness, true_peak


def _gain_for(power: FloatArray, peaks: NDArray[np.float32], goal: _Goal) -> FloatArray:
    """All gains of the last step as one curve in dB, with a value per `LIMITER_HOP`.

    A limiter takes more from the loud sections than from the soft ones. So what it takes over some seconds is
    taken from all of them alike: the soft ones step back first, and the loud ones keep their distance.
    """
    back_db, hopeful = np.zeros(len(power)), True
    for _ in range(_ROUNDS):
        moved = power * 10.0 ** (back_db / 10.0)
        steps_db = _per_limiter_hop(back_db, len(peaks))
        stepped = np.asarray(peaks * 10.0 ** (steps_db / 20.0), dtype=np.float32)
        gain_db, limited_db = _limited(moved, stepped, goal)
        if gain_db >= _most_gain_db(stepped, goal.ceiling_dbtp):  # the loudness asked for leaves no room
            back_db, hopeful = back_db * 0.5, False
            continue
        total_db = back_db + _slow_change(moved, _per_hop(10.0 ** (limited_db / 10.0), len(power)))
        usual_db = _usual(goal.counted(total_db), goal.counted(power))
        closer = np.clip(back_db - (total_db - usual_db), _MOST_BACK_DB, 0.0)
        closer -= closer.max()
        if not hopeful or np.abs(closer - back_db).max() < _CLOSE_BACK_DB:
            break
        back_db = closer
    return gain_db + limited_db + steps_db


def _usual(curve_db: FloatArray, power: FloatArray) -> float:
    """The mean of a curve, weighted by the power of the sound."""
    return float(np.average(curve_db, weights=power)) if power.any() else 0.0


def _limited(power: FloatArray, peaks: NDArray[np.float32], goal: _Goal) -> tuple[float, FloatArray]:
    """The gain before the limiter that gives a loudness, and the limiter's curve; by the secant method."""
    target_lufs, ceiling_db = goal.lufs, goal.ceiling_dbtp
    most = _most_gain_db(peaks, ceiling_db)
    gain_db = min(target_lufs - integrated_lufs(goal.counted(power)), most)
    curve_db = limiter_gain_db(peaks, gain_db, ceiling_db)
    slope = 1.0
    for _ in range(_TRIALS):
        reached = _limited_lufs(power, curve_db, goal) + gain_db
        missed = target_lufs - reached
        step = min(missed / slope, most - gain_db)
        if abs(missed) < _CLOSE_LU or abs(step) < _CLOSE_LU:
            break
        gain_db += step
        curve_db = limiter_gain_db(peaks, gain_db, ceiling_db)
        moved = _limited_lufs(power, curve_db, goal) + gain_db - reached
        slope = float(np.clip(moved / step, 0.1, 1.0))
    return gain_db, curve_db


def _most_gain_db(peaks: NDArray[np.float32], ceiling_db: float) -> float:
    return ceiling_db - 20.0 * math.log10(float(peaks.max())) + _MOST_LIMITING_DB


def _limited_lufs(power: FloatArray, curve_db: FloatArray, goal: _Goal) -> float:
    """Loudness after a limiter's curve, from the K-weighted power before it.

    The gain hardly changes within the K-weighting's memory, so power times squared gain is close.
    """
    limited: FloatArray = power * _per_hop(10.0 ** (curve_db / 10.0), len(power))
    return integrated_lufs(goal.counted(limited))


def _per_hop(curve: FloatArray, hops: int) -> FloatArray:
    """Means per `HOP` of a curve per `LIMITER_HOP`."""
    per_hop = HOP // LIMITER_HOP
    whole = np.pad(curve, (0, hops * per_hop - len(curve)), mode="edge")
    return np.asarray(whole.reshape(hops, per_hop).mean(axis=1))


def _per_limiter_hop(curve: FloatArray, hops: int) -> FloatArray:
    """A curve per `HOP` as straight lines with a value per `LIMITER_HOP`."""
    per_hop = HOP // LIMITER_HOP
    at = (np.arange(hops) + 0.5) / per_hop - 0.5
    return np.asarray(np.interp(at, np.arange(len(curve)), curve))


def _slow(curve_db: FloatArray) -> FloatArray:
    """What is left of a curve when it is averaged over some seconds."""
    once = scipy.ndimage.uniform_filter1d(curve_db, _SLOW_HOPS, mode="nearest")
    return np.asarray(scipy.ndimage.uniform_filter1d(once, _SLOW_HOPS, mode="nearest"))


def _slow_change(power: FloatArray, squared: FloatArray) -> FloatArray:
    """What gains take from the loudness of the seconds around each millisecond, dB, 0 or below."""
    before = scipy.ndimage.uniform_filter1d(power, _SLOW_HOPS, mode="nearest") + 1e-12
    after = scipy.ndimage.uniform_filter1d(power * squared, _SLOW_HOPS, mode="nearest") + 1e-12
    return _slow(10.0 * np.log10(after / before))
