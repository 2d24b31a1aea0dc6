"""Plucked and struck strings beside the guitars: twelve strings, ukulele, mandolin, sitar, koto, dulcimer.

It knows nothing of the track they play in; the string itself is that of `plucked.py`.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from songwright.audio.clip import Samples
from songwright.synth import filters
from songwright.synth.envelopes import join, times
from songwright.synth.filters import Body
from songwright.synth.oscillators import modes, ring
from songwright.synth.plucked import NYLON, STEEL, String, bent, beside, pluck
from songwright.synth.voice import Tone

_UKULELE_BODY = Body(
    ((210.0, 1.0, 9.0), (390.0, 1.2, 9.0), (620.0, 0.9, 6.0), (1250.0, 0.6, 3.0), (2300.0, 0.4, 2.5)),
    0.28,
    150.0,
    5200.0,
)
_MANDOLIN_BODY = Body(
    ((190.0, 0.6, 8.0), (420.0, 1.1, 8.0), (760.0, 1.0, 5.0), (1500.0, 0.8, 3.0), (3400.0, 0.8, 1.6)),
    0.34,
    150.0,
    9000.0,
)
_KOTO_BODY = Body(
    ((150.0, 0.6, 5.0), (320.0, 1.0, 5.0), (700.0, 0.9, 4.0), (1600.0, 0.7, 2.0)), 0.35, 80.0, 7000.0
)
_DULCIMER_BODY = Body(
    ((180.0, 0.7, 4.0), (360.0, 0.9, 4.0), (900.0, 0.7, 2.5), (2600.0, 0.7, 1.5)), 0.4, 90.0, 9000.0
)
_GOURD = Body(
    ((240.0, 1.0, 5.0), (560.0, 0.8, 4.0), (1700.0, 0.9, 2.0), (3600.0, 0.6, 1.8)), 0.35, 100.0, 8500.0
)

UKULELE = replace(
    NYLON,
    rate=3.6,
    damping=1.7,
    pluck=0.36,
    body=_UKULELE_BODY,
    knock_hz=(210, 390),
    soft_hz=1100,
    hard_hz=5600,
    centre=64,
)
MANDOLIN = replace(
    STEEL, rate=2.4, damping=0.9, body=_MANDOLIN_BODY, knock_hz=(190, 420), pluck=0.12, click=0.14, centre=64
)
KOTO = String(
    0.09,
    1400,
    7500,
    1.5,
    1.2,
    stiffness=2e-5,
    slope=0.75,
    body=_KOTO_BODY,
    click=0.13,
    click_band=(1200, 6000),
    knock_hz=(150, 320),
    knock=0.06,
    centre=60,
)
DULCIMER = String(
    0.14,
    1600,
    8000,
    1.1,
    0.7,
    stiffness=4e-5,
    slope=0.8,
    body=_DULCIMER_BODY,
    click=0.10,
    click_band=(900, 5000),
    knock_hz=(180, 360),
    knock=0.06,
    centre=60,
)
SITAR = String(
    0.08,
    2600,
    9000,
    1.0,
    0.42,
    stiffness=5e-6,
    slope=0.35,
    body=_GOURD,
    click=0.08,
    click_band=(1500, 7000),
    centre=55,
)
_OCTAVE_BELOW = 59  # the four lower courses of a twelve-string guitar are strung in octaves


def _course(tone: Tone, string: String, cents: float) -> Samples:
    """Two strings side by side, one a little above and one a little below: [1, frames]."""
    first = pluck(tone, string, -cents)
    second = pluck(tone, string, cents)
    late = int(tone.rng.uniform(0.002, 0.007) * 48_000)
    first[:, late:] += 0.85 * second[:, : tone.frames - late]
    return np.asarray(0.8 * first, np.float32)


def twelve_string_guitar(tone: Tone) -> Samples:
    """A steel-string guitar in double courses: octaves below, unisons above, never quite in tune."""
    if tone.pitch > _OCTAVE_BELOW:
        sound = _course(tone, STEEL, 2.5)
    else:
        sound = pluck(tone, STEEL)
        octave = pluck(replace(tone, pitch=tone.pitch + 12), STEEL)
        late = int(tone.rng.uniform(0.003, 0.009) * 48_000)
        sound[:, late:] += 0.7 * octave[:, : tone.frames - late]
    shimmer = filters.run(filters.band_pass(2500.0, 9000.0), sound[0])
    return np.stack([sound[0] + 0.25 * shimmer, sound[0] - 0.25 * shimmer])


def ukulele(tone: Tone) -> Samples:
    """A soprano ukulele: short nylon strings on a small box."""
    return beside(tone, "ukulele", UKULELE, 0.2)


def mandolin(tone: Tone) -> Samples:
    """A mandolin: paired steel strings and a hard plectrum."""
    return _course(tone, MANDOLIN, 2.0)


def koto(tone: Tone) -> Samples:
    """A koto: the plucked string starts sharp from its tension and settles; long notes are shaken."""
    frames = tone.frames
    t = times(frames)
    shake = 14.0 * np.clip((t - 0.35) / 0.3, 0.0, 1.0) * np.exp(-t / 0.9) * np.sin(2.0 * np.pi * 5.0 * t)
    sharp = 22.0 * (0.3 + tone.loudness) * np.exp(-t / 0.03)
    dry = pluck(replace(tone, frames=int(1.03 * frames) + 64), KOTO)
    return bent(dry, sharp + shake * (not tone.short), frames)


def dulcimer(tone: Tone) -> Samples:
    """A hammered dulcimer: struck pairs of wire that ring into each other."""
    return _course(tone, DULCIMER, 1.5)


def sitar(tone: Tone) -> Samples:
    """A sitar: the flat bridge feeds energy up the string, so its top blooms; other strings answer."""
    frames = tone.frames
    t = times(frames)
    bend = 0.0 if tone.short else -100.0 * float(tone.rng.random() < 0.35)
    pull = bend * (0.5 + 0.5 * np.cos(np.pi * np.clip((t - 0.05) / 0.12, 0.0, 1.0)))
    dry = pluck(replace(tone, frames=int(1.01 * frames) + 64), SITAR)
    sound = bent(dry, pull, frames)
    top = filters.run(filters.high_pass(1500.0), sound)
    sound = sound + top * join(2.0 * (1.0 - np.exp(-t / 0.09)) * np.exp(-t / 1.6), frames)
    answer = ring(
        modes(tone.hz * np.array([1.0, 2.0, 3.0, 4.0]), 0.8, np.array([0.05, 0.06, 0.04, 0.03])), frames
    )
    answer *= join(1.0 - np.exp(-t / 0.15), frames)
    return np.concatenate([sound + answer, sound - 0.6 * answer]).astype(np.float32)
