"""Who sings and in which manner: the numbers that make a voice. It knows nothing of words and notes."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

import numpy as np

from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import VocalPart


@dataclass(frozen=True, slots=True)
class Singer:
    """A voice as one line hears it.

    Attributes:
        formant_scale: factors on F1 to F4 of an average man; a shorter vocal tract has higher ones.
        upper_spacing_hz: distance between the fixed resonances above F4.
        tilt_hz: corner above which the glottal source loses a further 6 dB per octave; higher is brighter.
        ring_db: height of the singer's formant, the cluster of F3 to F5 of trained voices.
        ring_hz: its frequency.
        breath_db: noise in the voice, relative to the voice.
        vibrato_hz: rate.
        vibrato_cents: half of its extent.
        detune_cents: constant offset of pitch.
        delay_s: constant offset of time.
        looseness_s: deviation of each syllable's time.
        roughness: 0 to 1, irregular swinging of the vocal folds.
        voice_gain: 1 with vocal folds, 0 for whispering.
        takes_breaths: breathes audibly before phrases.
    """

    formant_scale: tuple[float, ...]
    upper_spacing_hz: float
    tilt_hz: float
    ring_db: float
    ring_hz: float
    breath_db: float
    vibrato_hz: float
    vibrato_cents: float
    detune_cents: float = 0.0
    delay_s: float = 0.0
    looseness_s: float = 0.0
    roughness: float = 0.0
    voice_gain: float = 1.0
    takes_breaths: bool = True


# Formant scales: women over men in Peterson and Barney (1952); vibrato: Prame (1994), pop singers less.
_SINGERS = {
    Voice.FEMALE: Singer((1.13, 1.18, 1.16, 1.15), 1150, 2600, 3.5, 3300, -27.5, 5.7, 32),
    Voice.MALE: Singer((1.0, 1.0, 1.0, 1.0), 1000, 2300, 7.0, 2850, -31, 5.3, 28),
    Voice.CHILD: Singer((1.33, 1.35, 1.32, 1.3), 1350, 3000, 2.0, 3800, -26, 5.9, 18),
    Voice.CHOIR: Singer((1.13, 1.18, 1.16, 1.15), 1150, 2600, 3.5, 3300, -27.5, 5.7, 32),
}

_WIDEST_DELAY_S = 0.012


def choose_singer(voice: Voice, part: VocalPart, style: VocalStyle, rng: np.random.Generator) -> Singer:
    """The singer of a line: the voice, made a little different for other parts, in the line's style."""
    singer = _SINGERS[voice]
    if part is not VocalPart.LEAD:
        singer = _another_take(singer, part, rng)
    if style is VocalStyle.GROWL:
        return _growling(singer)
    if style is VocalStyle.WHISPER:
        return _whispering(singer)
    return singer


def _another_take(singer: Singer, part: VocalPart, rng: np.random.Generator) -> Singer:
    spread = 0.018 if part is VocalPart.DOUBLE else 0.04
    size = 1.0 + rng.uniform(-spread, spread)
    detune = rng.uniform(3.0, 7.0) * (1 if rng.random() < 0.5 else -1)
    return dataclasses.replace(
        singer,
        formant_scale=tuple(factor * size for factor in singer.formant_scale),
        breath_db=singer.breath_db + (1.5 if part is VocalPart.DOUBLE else 3.0),
        tilt_hz=singer.tilt_hz * (0.95 if part is VocalPart.DOUBLE else 0.85),
        vibrato_cents=singer.vibrato_cents * 0.55,
        vibrato_hz=singer.vibrato_hz * rng.uniform(0.94, 1.06),
        detune_cents=detune,
        delay_s=rng.uniform(-_WIDEST_DELAY_S, _WIDEST_DELAY_S),
        looseness_s=0.003,
        takes_breaths=False,
    )


def _growling(singer: Singer) -> Singer:
    return dataclasses.replace(
        singer,
        formant_scale=tuple(factor * 0.9 for factor in singer.formant_scale),
        breath_db=-8.0,
        tilt_hz=singer.tilt_hz * 1.8,
        ring_db=singer.ring_db + 3.0,
        vibrato_cents=0.0,
        roughness=1.0,
    )


def _whispering(singer: Singer) -> Singer:
    f1, f2, f3, f4 = singer.formant_scale
    return dataclasses.replace(
        singer, formant_scale=(f1 * 1.12, f2 * 1.03, f3, f4), ring_db=0.0, breath_db=-5.0, voice_gain=0.0
    )
