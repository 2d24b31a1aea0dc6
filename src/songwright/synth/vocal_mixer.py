"""Makes stems out of dry voices: evens the lines out, places them, gives them the genre's space.

It knows nothing of how the voices were sung. As with instruments, a stem may be made in pieces: every line is
brought to one loudness first, so a piece needs to know nothing of the others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.audio.dynamics import Compression, apply_gain, compressor_gain_db, factor
from songwright.audio.filters import Band, equalise, high_pass, high_shelf, peak
from songwright.audio.loudness import HOP, SILENCE, hop_power, integrated_lufs, sample_peak, weighted_power
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import Score, SungLine, VocalPart
from songwright.synth import automation
from songwright.synth.automation import Ending, Lane
from songwright.synth.desk import Sends, add_space, end
from songwright.synth.effects import Doubling, de_ess, ensemble
from songwright.synth.mix_styles import LEAD_VOICE_LUFS, MIX_STYLES, VOCAL_STRIPS

Mono = NDArray[np.float32]  # [frames]

_EVEN_LUFS = -20.0  # every line is brought here before the compressors
_SIBILANCE_UNDER_LU = -9.0  # power of the top above which the de-esser works, against the voice's loudness
_LOUD_SHARE = 0.5  # of what the score wants a line louder or softer, after evening
_THROW_FEEDBACK = 0.42
_APART = 0.4  # how far two harmonies stand from the middle, on opposite sides
_CHOIR_PANS = (-0.85, -0.4, 0.05, 0.45, 0.85)

# How far a style stays behind the full voice when lines are evened out; a whisper must not be shouted.
_STYLE_LU = {
    VocalStyle.WHISPER: -2.5,
    VocalStyle.SPOKEN: -1.5,
    VocalStyle.FALSETTO: -1.0,
    VocalStyle.BELT: 1.0,
}

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


@dataclass(frozen=True, slots=True)
class VocalChannel:
    """All that mixing one part of the singing needs to know of the song.

    Attributes:
        bands: the equaliser.
        ratio: of the quick compressor.
        copies: wandering copies that make it wide; none stays in the middle.
        dry: gain of the sound itself beside the copies.
        lufs: loudness while it sings, before its fader.
        lane: the moves of its fader, dB.
        sends: to room and echo.
        throw: when the echo is fed, as factors; None is never closed.
        ending: what fades.
    """

    bands: tuple[Band, ...]
    ratio: float
    copies: tuple[Doubling, ...]
    dry: float
    lufs: float
    lane: Lane
    sends: Sends
    throw: Lane | None
    ending: Ending


@dataclass(frozen=True, slots=True)
class VocalDesk:
    """What the channels of all vocal parts share.

    Attributes:
        score: the whole song.
        genre: whose mix is followed.
        voice: who sings.
        lane: the fader of the voices, from `balance.voice_lane`.
        ending: from `automation.ending`.
    """

    score: Score
    genre: Genre
    voice: Voice
    lane: Lane
    ending: Ending


def vocal_channel_for(desk: VocalDesk, part: VocalPart, seed: int) -> VocalChannel:
    """Set up the desk for one part of the singing; the seed chooses how doubled voices wander."""
    style, strip = MIX_STYLES[desk.genre], VOCAL_STRIPS[part]
    leads = part is VocalPart.LEAD
    copies, dry = _copies(desk, part, min(style.width, 1.0), seed)
    throw_db = style.throw_db if leads else None
    sends = Sends(
        style.voice_space,
        style.voice_decay_s,
        style.voice_wet_db + strip.wet_db,
        style.echo_beats * desk.score.beat_s,
        throw_db,
        _THROW_FEEDBACK,
    )
    bands = (*_VOICE_BANDS[desk.voice], *strip.bands, *style.voice_bands)
    throw = automation.throw(desk.score) if throw_db is not None else None
    lufs = LEAD_VOICE_LUFS + strip.below_lu
    return VocalChannel(bands, strip.ratio, copies, dry, lufs, desk.lane, sends, throw, desk.ending)


def intended_lu(line: SungLine) -> float:
    """How much louder or softer than others a line stays when all are evened out."""
    return _LOUD_SHARE * line.gain_db + _STYLE_LU.get(line.style, 0.0)


def even_line(dry: Mono, channel: VocalChannel, intended: float) -> Mono:
    """Equalise a sung line and bring it to the common loudness.

    Args:
        dry: [frames] at 48 kHz, any level.
        channel: the desk.
        intended: LU by which it stays louder or softer, see `intended_lu`.
    """
    loudest = sample_peak(dry)
    if loudest < SILENCE:
        return np.zeros_like(dry)
    sung = equalise(dry[None] * np.float32(1.0 / loudest), channel.bands)
    loudness = integrated_lufs(weighted_power(sung))
    if math.isinf(loudness):
        return np.zeros_like(dry)
    sung *= np.float32(10.0 ** ((_EVEN_LUFS + intended - loudness) / 20.0))
    return np.asarray(sung[0])


def mix_voice_piece(
    even: Mono, channel: VocalChannel, first_hop: int = 0, since_s: float | None = None
) -> Samples:
    """Mix a piece of a vocal part.

    Args:
        even: [frames], the sum of lines from `even_line`; as much silence as `channel.sends.tail_frames` at
            its end keeps all of the reverb.
        channel: the desk.
        first_hop: millisecond of the song at which the piece begins.
        since_s: start of the part of the song that the piece was made for, see `Ending.over`.
    Returns:
        [2, frames], ready to be summed.
    """
    before = integrated_lufs(weighted_power(even[None]))
    if math.isinf(before):
        return np.zeros((2, len(even)), dtype=np.float32)
    sung = de_ess(even[None], _EVEN_LUFS + _SIBILANCE_UNDER_LU)
    _even_out(sung, channel.ratio)
    wide = ensemble(sung[0], channel.copies, channel.dry) if channel.copies else np.repeat(sung, 2, axis=0)
    made_up = before - integrated_lufs(weighted_power(wide))
    hops = automation.hops_of(len(even))
    gain_db = channel.lane.over(first_hop, hops) + (channel.lufs - _EVEN_LUFS + made_up)
    apply_gain(wide, factor(gain_db), HOP, out=wide)
    gate = None if channel.throw is None else channel.throw.over(first_hop, hops)
    add_space(wide, channel.sends, gate)
    return end(wide, channel.ending, first_hop, since_s)


def voice_over_band_lu(voice: Samples, band: Samples, spans: Sequence[tuple[float, float]]) -> float:
    """The lyric-to-music ratio: loudness of the voice against the rest where it sings, LU.

    Args:
        voice: [2, frames], the lead's stem.
        band: [2, frames], everything that is not sung.
        spans: (start, end) in seconds, from `automation.singing_spans`.
    """
    levels = []
    for samples in (voice, band):
        parts = [samples[:, round(a * SAMPLE_RATE) : round(b * SAMPLE_RATE)] for a, b in spans]
        levels.append(integrated_lufs(weighted_power(np.concatenate(parts, axis=1))))
    return levels[0] - levels[1]


def _copies(
    desk: VocalDesk, part: VocalPart, width_factor: float, seed: int
) -> tuple[tuple[Doubling, ...], float]:
    """A voice in the middle, more of them to both sides, or a choir all over the stage."""
    chance = Chance(seed, "spread")
    if part is VocalPart.LEAD and desk.voice is Voice.CHOIR:
        copies = tuple(
            Doubling(
                0.009 + 0.0065 * place + chance.uniform(0.0, 0.002),
                0.0015,
                chance.uniform(0.2, 0.45),
                chance.random(),
                pan * width_factor,
            )
            for place, pan in enumerate(_CHOIR_PANS)
        )
        return copies, 0.45
    width = VOCAL_STRIPS[part].width * width_factor
    if not width:
        return (), 1.0
    pan = _harmony_pan(desk.score, part) * width_factor
    places = [min(max(pan + side * width * (1.0 - 0.5 * abs(pan)), -1.0), 1.0) for side in (-1.0, 1.0)]
    voices = (
        Doubling(
            chance.uniform(0.011, 0.015), 0.0016, chance.uniform(0.25, 0.40), chance.random(), places[0]
        ),
        Doubling(
            chance.uniform(0.019, 0.024), 0.0018, chance.uniform(0.20, 0.35), chance.random(), places[1]
        ),
    )
    return voices, 0.5 * (1.0 - width)


def _harmony_pan(score: Score, part: VocalPart) -> float:
    """Two harmonies stand opposite each other; a single one has the whole width."""
    sides = {VocalPart.HARMONY: -_APART, VocalPart.LOW_HARMONY: _APART}
    both = sides.keys() <= {line.part for line in score.lines}
    return sides.get(part, 0.0) if both else 0.0


def _even_out(sung: Samples, ratio: float) -> None:
    """Two compressors in a row: a slow one that rides the words, a quick one for single syllables."""
    slow = Compression(_EVEN_LUFS - 4.0, 1.6, attack_s=0.060, release_s=0.600, knee_db=10.0, window_s=0.080)
    apply_gain(sung, factor(compressor_gain_db(hop_power(sung), slow)), HOP, out=sung)
    quick = Compression(_EVEN_LUFS, ratio, attack_s=0.005, release_s=0.090)
    apply_gain(sung, factor(compressor_gain_db(hop_power(sung), quick)), HOP, out=sung)
