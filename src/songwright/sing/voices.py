"""Who sings and in which manner: the numbers that make a voice. It knows nothing of words and notes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
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
        speech_pitch: MIDI pitch around which the voice speaks.
        detune_cents: constant offset of pitch.
        drift_cents: deviation of its slow wandering.
        delay_s: constant offset of time.
        looseness_s: deviation of each syllable's time.
        roughness: 0 to 1, irregular swinging of the vocal folds.
        voice_gain: 1 with vocal folds, 0 for whispering.
        takes_breaths: breathes audibly before phrases.
        breath_rest_s: the shortest rest in which it breathes.
        glottal_ratio: frequency of the glottal resonance over the pitch; folds that close for longer have a
            higher one, and a weaker first harmonic.
        glottal_width: bandwidth of that resonance over its frequency.
        level_db: loudness of the manner of singing.
        glide: length of portamenti, 1 is usual.
        scoop: depth of the scoop into phrases, 1 is usual.
        attack_s: from silence to the full vowel where a phrase begins on one.
        opens_to_second_harmonic: 0 to 1, how far the mouth opens so that F1 meets the second harmonic.
    """

    formant_scale: tuple[float, ...]
    upper_spacing_hz: float
    tilt_hz: float
    ring_db: float
    ring_hz: float
    breath_db: float
    vibrato_hz: float
    vibrato_cents: float
    speech_pitch: float
    detune_cents: float = 0.0
    drift_cents: float = 4.0
    delay_s: float = 0.0
    looseness_s: float = 0.0
    roughness: float = 0.0
    voice_gain: float = 1.0
    takes_breaths: bool = True
    breath_rest_s: float = 0.35
    glottal_ratio: float = 1.0
    glottal_width: float = 0.9
    level_db: float = 0.0
    glide: float = 1.0
    scoop: float = 1.0
    attack_s: float = 0.03
    opens_to_second_harmonic: float = 0.0


# Formant scales: women and children over men in Peterson and Barney (1952). Vibrato: Prame (1994), pop
# singers less. Speaking pitches: Baken and Orlikoff (2000): women 196 to 224 Hz, men 107 to 129 Hz, children
# of eight 280 to 300 Hz.
_WOMAN = Singer((1.13, 1.18, 1.16, 1.15), 1150, 2850, 4.0, 3300, -27.0, 5.7, 30, 56, looseness_s=0.003)
_MAN = Singer((1.0, 1.0, 1.0, 1.0), 1000, 2550, 7.0, 2850, -29.5, 5.3, 28, 46, looseness_s=0.003)
_CHILD = Singer(
    (1.33, 1.36, 1.32, 1.30),
    1350,
    2700,
    0.0,
    3900,
    -23.5,
    6.0,
    14,
    61,
    looseness_s=0.005,
    glottal_ratio=0.85,
    glide=0.85,
    scoop=0.7,
)
_SINGERS = {Voice.FEMALE: _WOMAN, Voice.MALE: _MAN, Voice.CHILD: _CHILD, Voice.CHOIR: _WOMAN}

_WIDEST_DELAY_S = 0.012


def choose_singer(voice: Voice, part: VocalPart, style: VocalStyle, rng: np.random.Generator) -> Singer:
    """The singer of a line: the voice, made a little different for other parts, in the line's style.

    Of a choir it is the one whom the others follow.
    """
    singer = _SINGERS[voice]
    if part is not VocalPart.LEAD:
        singer = _another_take(singer, part, rng)
    return _STYLES[style](singer)


@dataclass(frozen=True, slots=True)
class Chorister:
    """One singer of a choir.

    Attributes:
        singer: the voice; its delay is against the leader.
        is_man: sings an octave below the women where that is in a man's range.
        gain: amplitude.
    """

    singer: Singer
    is_man: bool
    gain: float


# Spread of tuning and time within good choirs: Ternstroem and Sundberg (1988), Jers and Ternstroem (2005):
# 10 to 16 cents between singers. Sizes of vocal tracts differ by 5 to 10 % between adults of one sex.
_CHOIR_SEATS: tuple[tuple[Singer, bool, float, float], ...] = (  # voice, man, size, cents
    (_WOMAN, False, 1.0, 0.0),
    (_WOMAN, False, 1.055, 9.0),
    (_WOMAN, False, 0.95, -10.0),
    (_MAN, True, 1.0, 2.0),
    (_MAN, True, 1.04, 11.0),
    (_MAN, True, 0.955, -10.0),
)
_CHOIR_DELAY_S = 0.010
_CHOIR_DRIFT_CENTS = 8.0


def choose_choir(leader: Singer, style: VocalStyle, rng: np.random.Generator) -> tuple[Chorister, ...]:
    """Women and men who sing together; the first one sings as the leader does.

    Args:
        leader: what the line's part did to the voice (tuning, time) holds for all.
        style: how they sing.
        rng: source of their differences from line to line.
    """
    loudness = rng.uniform(0.75, 1.25, len(_CHOIR_SEATS))
    loudness /= np.sqrt(np.sum(loudness**2))
    seats = []
    for gain, (voice, is_man, size, cents) in zip(loudness, _CHOIR_SEATS, strict=True):
        styled = _STYLES[style](voice)
        singer = dataclasses.replace(
            styled,
            formant_scale=tuple(factor * size for factor in styled.formant_scale),
            tilt_hz=styled.tilt_hz * rng.uniform(0.8, 1.05),
            ring_db=0.5
            * styled.ring_db,  # choir singers hold their singer's formant back (Rossing et al. 1986)
            vibrato_hz=styled.vibrato_hz * rng.uniform(0.9, 1.1),
            vibrato_cents=styled.vibrato_cents * rng.uniform(0.3, 0.6),
            detune_cents=leader.detune_cents + cents * rng.uniform(0.6, 1.2),
            drift_cents=_CHOIR_DRIFT_CENTS,
            delay_s=rng.uniform(-_CHOIR_DELAY_S, _CHOIR_DELAY_S),
            takes_breaths=leader.takes_breaths,
        )
        seats.append(Chorister(singer, is_man, float(gain)))
    return tuple(seats)


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


def _belting(singer: Singer) -> Singer:
    """Loud and bright; folds closed for longer; F1 raised to the second harmonic (Bourne, Garnier 2012)."""
    return dataclasses.replace(
        singer,
        tilt_hz=singer.tilt_hz * 2.2,
        ring_db=singer.ring_db + 4.0,
        breath_db=singer.breath_db - 5.0,
        vibrato_cents=singer.vibrato_cents * 1.1,
        glottal_ratio=singer.glottal_ratio * 1.12,
        level_db=2.5,
        glide=0.85,
        scoop=0.7,
        attack_s=0.015,
        opens_to_second_harmonic=0.3,
    )


def _in_falsetto(singer: Singer) -> Singer:
    """Folds that hardly close: strong first harmonic, steep tilt, breath (Henrich et al. 2005)."""
    return dataclasses.replace(
        singer,
        tilt_hz=singer.tilt_hz * 0.42,
        ring_db=0.0,
        breath_db=singer.breath_db + 6.0,
        glottal_ratio=0.95,
        glottal_width=0.33,
        level_db=-2.5,
        glide=1.5,
        scoop=0.8,
        attack_s=0.055,
    )


def _rasping(singer: Singer) -> Singer:
    """Some roughness and noise around a pitch that stays clear (subharmonics and ventricular noise)."""
    return dataclasses.replace(
        singer,
        tilt_hz=singer.tilt_hz * 1.35,
        breath_db=-18.0,
        roughness=0.26,
        vibrato_cents=singer.vibrato_cents * 0.6,
        glottal_ratio=singer.glottal_ratio * 1.15,
        scoop=1.2,
        attack_s=0.02,
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
    """No voice; F1 is higher in whispers (Jovicic 1998)."""
    f1, f2, f3, f4 = singer.formant_scale
    return dataclasses.replace(
        singer, formant_scale=(f1 * 1.12, f2 * 1.03, f3, f4), ring_db=0.0, breath_db=-5.0, voice_gain=0.0
    )


def _speaking(singer: Singer) -> Singer:
    """A speaker has no singer's formant, no vibrato, a slightly breathier and duller voice."""
    return dataclasses.replace(
        singer,
        tilt_hz=singer.tilt_hz * 0.85,
        ring_db=0.0,
        breath_db=singer.breath_db + 2.0,
        vibrato_cents=0.0,
        attack_s=0.02,
        breath_rest_s=0.8,
    )


_STYLES: dict[VocalStyle, Callable[[Singer], Singer]] = {
    VocalStyle.SUNG: lambda singer: singer,
    VocalStyle.BELT: _belting,
    VocalStyle.FALSETTO: _in_falsetto,
    VocalStyle.RASPY: _rasping,
    VocalStyle.GROWL: _growling,
    VocalStyle.WHISPER: _whispering,
    VocalStyle.SPOKEN: _speaking,
}
