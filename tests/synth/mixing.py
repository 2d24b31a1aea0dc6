"""Whole stems in one piece, as the engine makes them segment by segment."""

from __future__ import annotations

import numpy as np

from songwright.audio.clip import Samples
from songwright.song.genre import Genre
from songwright.song.plan import Voice
from songwright.song.score import Score, Track, VocalPart
from songwright.synth import automation
from songwright.synth.balance import band_levels_lu, voice_lane
from songwright.synth.mixer import channel_for, look_at, mix_piece
from songwright.synth.vocal_mixer import VocalDesk, even_line, mix_voice_piece, vocal_channel_for


def mix_track(dry: Samples, track: Track, score: Score, genre: Genre, seed: int) -> Samples:
    """Make the whole stem of a track in one piece.

    Args:
        dry: [2, frames] at 48 kHz, any level.
        track: whose sound it is.
        score: the whole song, for sections, kicks, sung lines and the other tracks.
        genre: whose mix is followed.
        seed: source of small differences in the placing.
    Returns:
        [2, frames], ready to be summed.
    """
    channel = channel_for(track, score, genre, automation.ending(score, dry.shape[1]), seed)
    look = look_at(dry, channel)
    if look is None:
        return np.zeros(dry.shape, dtype=np.float32)
    return mix_piece(dry, channel, look)


def mix_vocals(
    dry: Samples,
    part: VocalPart,
    score: Score,
    genre: Genre,
    voice: Voice,
    seed: int,
) -> Samples:
    """Make the whole stem of one part of the singing in one piece.

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
    mono = 0.5 * (dry[0] + dry[1]) if dry.ndim == 2 else dry
    lane = voice_lane(score, genre, band_levels_lu(score, genre))
    desk = VocalDesk(score, genre, voice, lane, automation.ending(score, len(mono)))
    channel = vocal_channel_for(desk, part, seed)
    return mix_voice_piece(even_line(mono, channel, 0.0), channel)
