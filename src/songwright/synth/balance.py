"""How loud each track and voice should be, section by section, from the score and the genre's style.

It knows nothing of samples: what a section will measure is foretold from what plays in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Score, Track, VocalPart
from songwright.synth import automation
from songwright.synth.automation import Lane
from songwright.synth.effects import ducking_db
from songwright.synth.mix_styles import (
    BAND_BALANCE_LU,
    INSTRUMENT_TOUCHES,
    LEAD_VOICE_LUFS,
    MIX_STYLES,
    PERCUSSION_ALONE_LU,
    PERCUSSION_LU,
    VOCAL_STRIPS,
    MixStyle,
    Touch,
)

FloatArray = NDArray[np.float64]

_SPARSE = 0.45  # share of the loudness of silent instruments that the others make up for
_UNSUNG_DB = 3.0
_FRONT_LU, _SOLO_DB = 3.0, 1.5  # the lead instrument where nobody sings
_TRIM_SHARE, _MOST_TRIM_LU = 0.75, 5.0
_FOLLOW = 0.9  # share of the band's steps between sections that the voice goes along with
_DEEPEST_VOICE_LU = -9.0  # against its loudest section; a voice on its own stays a voice
_GATE_LU = -10.0  # BS.1770-4: what lies this far below the rest does not count


def track_lufs(track: Track, score: Score, style: MixStyle) -> float:
    """Loudness that a track gets while it plays.

    The instruments of the band share the band's loudness: the more of them there are, the softer each.
    """
    if track.role is Role.DRUMS:
        return LEAD_VOICE_LUFS + style.drums_lu
    if track.role is Role.BASS:
        return LEAD_VOICE_LUFS + style.bass_lu
    if track.role is Role.PERCUSSION:
        beside = any(other.role is Role.DRUMS for other in score.tracks)
        against = PERCUSSION_LU if beside else PERCUSSION_ALONE_LU
        return LEAD_VOICE_LUFS + style.drums_lu + against + _touch(track).gain_lu
    if track.role is Role.TEXTURE:
        return LEAD_VOICE_LUFS + BAND_BALANCE_LU[Role.TEXTURE] + _touch(track).gain_lu
    levels = [_band_lu(other, score, style) for other in score.tracks if _in_band(other.role)]
    full = [balance + style.roles_lu.get(role, 0.0) for role, balance in BAND_BALANCE_LU.items()]
    total, usual = _sum_lu(levels), _sum_lu(full)
    trim = min(max(_TRIM_SHARE * (usual - total), -_MOST_TRIM_LU), _MOST_TRIM_LU)
    return LEAD_VOICE_LUFS + style.band_lu - usual + trim + _band_lu(track, score, style)


def track_lane(track: Track, score: Score, style: MixStyle) -> Lane:
    """All slow moves of a track's fader, dB."""
    lane = automation.ride_db(score, style.ride_db)
    if track.role is Role.TEXTURE:
        return lane + automation.dip_db(score, style.dip_db) if _touch(track).under_voice else lane
    levels = [track_lufs(other, score, style) for other in score.tracks]
    lane = lane + automation.unsung_db(score, _UNSUNG_DB) + automation.sparse_db(score, levels, _SPARSE)
    if track.role in BAND_BALANCE_LU:
        lane = lane + automation.dip_db(score, style.dip_db)
    if track.role is Role.LEAD:
        lane = lane + automation.solo_db(score, _SOLO_DB)
    return lane


def duck_depth_db(track: Track, style: MixStyle) -> float:
    """How deep the kick ducks a track."""
    if track.role in (Role.DRUMS, Role.PERCUSSION):
        return 0.0
    return style.ducking.bass_db if track.role is Role.BASS else style.ducking.band_db


def band_levels_lu(score: Score, genre: Genre) -> list[float]:
    """Foretold loudness of all instruments together in each section, LUFS; minus infinity for none."""
    style = MIX_STYLES[genre]
    powers = [0.0] * len(score.sections)
    kicks = automation.kick_times_s(score)
    for place, track in enumerate(score.tracks):
        lane, lufs = track_lane(track, score, style), track_lufs(track, score, style)
        depth_db = duck_depth_db(track, style)
        for index in range(len(score.sections)):
            if not automation.playing_in(score, index)[place]:
                continue
            first, hops = _hops(score, index)
            curve = lane.over(first, hops)
            if depth_db:
                start_s = first / automation.HOPS_PER_S
                inside = [kick - start_s for kick in kicks if 0.0 <= kick - start_s < hops / 1000.0]
                curve = curve + ducking_db(inside, hops, depth_db, style.ducking.release_beats * score.beat_s)
            powers[index] += float(np.mean(10.0 ** ((lufs + curve) / 10.0)))
    return [10.0 * math.log10(power) if power > 0.0 else -math.inf for power in powers]


def voice_lane(score: Score, genre: Genre, band_lu: Sequence[float]) -> Lane:
    """The fader of the voices, dB against `LEAD_VOICE_LUFS`: it keeps the voice the genre's distance before
    the band in every section.

    Args:
        score: for the sections.
        genre: whose distance is kept.
        band_lu: from `band_levels_lu`.
    """
    style = MIX_STYLES[genre]
    sung = {line.section for line in score.lines if line.part is VocalPart.LEAD}
    sung = sung or {line.section for line in score.lines}
    heard = [band_lu[index] for index in sung if math.isfinite(band_lu[index])]
    if not heard:
        return automation.ride_db(score, style.ride_db)
    top = max(heard)
    gains = []
    for level in band_lu:
        below = max(_FOLLOW * (level - top), _DEEPEST_VOICE_LU) if math.isfinite(level) else -3.0
        gains.append(min(below, 1.0) + top + style.voice_over_lu - LEAD_VOICE_LUFS)
    return automation.section_steps(score, gains) + _swell_only(score, style.ride_db)


def foretold_lufs(score: Score, genre: Genre, band_lu: Sequence[float]) -> float:
    """Foretold integrated loudness of the whole mix in LUFS, gated as BS.1770-4 asks; for a first master."""
    voice = voice_lane(score, genre, band_lu)
    seconds, powers = [], []
    for index, level in enumerate(band_lu):
        first, hops = _hops(score, index)
        start, length = score.section_start_beats(index), hops / automation.HOPS_PER_S
        power = 10.0 ** (level / 10.0) if math.isfinite(level) else 0.0
        gain = float(np.mean(voice.over(first, hops)))
        for line in score.lines:
            if line.section == index and line.start >= start:
                share = min(score.seconds(line.end - line.start) / length, 1.0)
                below = VOCAL_STRIPS[line.part].below_lu
                power += share * 10.0 ** ((LEAD_VOICE_LUFS + below + gain) / 10.0)
        if power > 0.0 and score.sections[index].kind is not SectionKind.SILENCE:
            seconds.append(length)
            powers.append(power)
    if not powers:
        return LEAD_VOICE_LUFS
    mean = float(np.average(powers, weights=seconds))
    loud = np.array(powers) > mean * 10.0 ** (_GATE_LU / 10.0)
    return 10.0 * math.log10(float(np.average(np.array(powers)[loud], weights=np.array(seconds)[loud])))


def _swell_only(score: Score, depth_db: float) -> Lane:
    """What the swells of the sections add to their middles: 0 in a song without any."""
    starts, ends = automation.section_gains_db(score.sections, depth_db)
    middles = [(start + end) / 2.0 for start, end in zip(starts, ends, strict=True)]
    return automation.section_steps(
        score,
        [start - middle for start, middle in zip(starts, middles, strict=True)],
        [end - middle for end, middle in zip(ends, middles, strict=True)],
    )


def _band_lu(track: Track, score: Score, style: MixStyle) -> float:
    level = BAND_BALANCE_LU[track.role] + style.roles_lu.get(track.role, 0.0)
    if track.role is Role.LEAD and not score.lines:
        level += _FRONT_LU
    return level + _touch(track).gain_lu


def _in_band(role: Role) -> bool:
    return role in BAND_BALANCE_LU and role is not Role.TEXTURE


def _touch(track: Track) -> Touch:
    return INSTRUMENT_TOUCHES.get(track.instrument, Touch())


def _hops(score: Score, section: int) -> tuple[int, int]:
    """First millisecond and length of a section."""
    start, end = (score.seconds(score.section_start_beats(index)) for index in (section, section + 1))
    first = round(start * automation.HOPS_PER_S)
    return first, max(round(end * automation.HOPS_PER_S) - first, 1)


def _sum_lu(levels: Sequence[float]) -> float:
    return 10.0 * math.log10(sum(10.0 ** (level / 10.0) for level in levels)) if levels else 0.0
