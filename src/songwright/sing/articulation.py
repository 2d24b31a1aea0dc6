"""Turns phones on the clock into the movements of the vocal tract. It knows nothing of spectra and samples.

Everything is a curve over frames of 5 ms. Resonances move between targets: a vowel holds its target (a
diphthong its first one and glides late), a consonant bends them towards its locus.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from songwright.sing.effort import edges_of_phrases, effort_curve, smooth
from songwright.sing.phones import (
    UNRELEASED,
    Band,
    Consonant,
    Formants,
    Manner,
    closure_s,
    consonant,
    is_nasal_nucleus,
    is_nasal_vowel,
    nucleus_targets,
)
from songwright.sing.timing import Segment, TimedSyllable, rests_before
from songwright.sing.voices import Singer

FRAME_S = 0.005

Curve = NDArray[np.float32]  # [frames]

_DIPHTHONG_GLIDE_S = 0.2
_COLOURING_S = 0.1  # an r or l after the vowel is heard this long before it
_BURST_S = 0.012
_TAP_DEPTH = 0.75  # how much of the voice a tap of a rolled sound takes away
_NEAR_NASAL, _NEAR_NASAL_S = 0.45, 0.07  # a vowel opens the velum before a nasal consonant of its syllable
_BREATHS_S = (0.22, 0.4)  # the shortest and the longest; Salomoni et al. (2016) find 0.3 to 0.6 s in song
_BREATH_DB = -16.0


@dataclass(frozen=True, slots=True)
class NoiseEvent:
    """Friction or a burst: a spectrum of bands with an amplitude over some frames.

    Attributes:
        bands: its spectrum.
        first: index of its first frame.
        level: amplitude per frame, 1 is the level of a vowel.
    """

    bands: tuple[Band, ...]
    first: int
    level: Curve


@dataclass(frozen=True, slots=True)
class Movements:
    """What the vocal tract does, one row or value per frame of `FRAME_S`.

    Attributes:
        start_s: time of the first frame, seconds from the start of the song; may be below 0.
        formants: [frames, 4] Hz.
        voice: amplitude of the voiced sound, 1 is a vowel at medium velocity.
        effort: how hard the voice works, 1 at medium velocity; a harder voice is brighter.
        nasal: 0 to 1, sound leaves through the nose only.
        nasality: 0 to 1, sound leaves through mouth and nose.
        aspiration: amplitude of breath noise through the vocal tract.
        noises: friction and bursts.
    """

    start_s: float
    formants: NDArray[np.float32]
    voice: Curve
    effort: Curve
    nasal: Curve
    nasality: Curve
    aspiration: Curve
    noises: tuple[NoiseEvent, ...]

    @property
    def times(self) -> NDArray[np.float64]:
        """Seconds from the start of the song, one per frame."""
        return np.asarray(self.start_s + FRAME_S * np.arange(len(self.voice)), np.float64)


class _Sketch:
    """The movements while they are being drawn; all curves share one time axis."""

    def __init__(self, start_s: float, frames: int) -> None:
        self.times = np.asarray(start_s + FRAME_S * np.arange(frames), np.float64)
        self.voice = np.zeros(frames)
        self.nasal = np.zeros(frames)
        self.nasality = np.zeros(frames)
        self.aspiration = np.zeros(frames)
        self.noises: list[NoiseEvent] = []
        self.knots: list[tuple[float, Formants]] = []

    def add(self, curve: NDArray[np.float64], span: tuple[float, float], level: float, edge_s: float) -> None:
        """Add a trapezoid that crosses half its level at both ends of the span."""
        first, shape = self._trapezoid(span, edge_s)
        curve[first : first + len(shape)] += level * shape

    def add_noise(
        self, bands: tuple[Band, ...], span: tuple[float, float], level_db: float, edge_s: float
    ) -> None:
        """Add friction over a span."""
        first, shape = self._trapezoid(span, edge_s)
        self.noises.append(NoiseEvent(bands, first, (_amplitude(level_db) * shape).astype(np.float32)))

    def _trapezoid(self, span: tuple[float, float], edge_s: float) -> tuple[int, NDArray[np.float64]]:
        start_s, end_s = span
        first, last = np.searchsorted(self.times, (start_s - edge_s, end_s + edge_s))
        times = self.times[first:last]
        rising = np.clip((times - start_s) / edge_s + 0.5, 0, 1)
        falling = np.clip((end_s - times) / edge_s + 0.5, 0, 1)
        return int(first), np.asarray(rising * falling, np.float64)


def articulate(segments: Sequence[Segment], syllables: Sequence[TimedSyllable], singer: Singer) -> Movements:
    """Draw the movements of a line.

    Args:
        segments: the phones on the clock, in order.
        syllables: the syllables they belong to.
        singer: takes breaths or not; formants are scaled to the singer.
    """
    lead_s = (_BREATHS_S[1] if singer.takes_breaths else 0.0) + 0.1
    start_s = segments[0].start_s - lead_s
    frames = int((segments[-1].end_s + 0.25 - start_s) / FRAME_S) + 1
    sketch = _Sketch(start_s, frames)
    for index, segment in enumerate(segments):
        if segment.is_nucleus:
            _draw_nucleus(sketch, segments, index)
        else:
            _draw_consonant(sketch, segments, index)
    if singer.takes_breaths:
        _draw_breaths(sketch, segments, syllables, singer.breath_rest_s)
    effort = effort_curve(sketch.times, segments, syllables)
    dynamics = effort * edges_of_phrases(sketch.times, segments, singer.attack_s)
    return Movements(
        start_s,
        (_formant_curves(sketch) * np.asarray(singer.formant_scale)).astype(np.float32),
        (sketch.voice * dynamics).astype(np.float32),
        effort.astype(np.float32),
        np.clip(smooth(sketch.nasal, 7), 0, 1).astype(np.float32),
        np.clip(smooth(sketch.nasality, 9), 0, 1).astype(np.float32),
        (sketch.aspiration * dynamics).astype(np.float32),
        tuple(
            NoiseEvent(noise.bands, noise.first, noise.level * _part(dynamics, noise))
            for noise in sketch.noises
        ),
    )


def _part(curve: NDArray[np.float64], noise: NoiseEvent) -> Curve:
    return curve[noise.first : noise.first + len(noise.level)].astype(np.float32)


def _amplitude(level_db: float) -> float:
    return float(10 ** (level_db / 20))


def _coda_manner(segments: Sequence[Segment], index: int) -> Manner | None:
    """Manner of the consonant that follows a nucleus in its syllable; an r or l colours the vowel's end."""
    following = segments[index + 1 : index + 2]
    if not following or following[0].syllable != segments[index].syllable:
        return None
    return consonant(following[0].phone).manner


def _reach_s(segments: Sequence[Segment], index: int) -> float:
    """How far the sound before a nucleus, or silence, is heard into it."""
    before = segments[max(index - 1, 0)]
    return consonant("h").reach_s if before.is_nucleus else consonant(before.phone).reach_s


def _draw_nucleus(sketch: _Sketch, segments: Sequence[Segment], index: int) -> None:
    segment = segments[index]
    coda = _coda_manner(segments, index)
    targets = nucleus_targets(segment.phone)
    start_s, end_s = segment.start_s, segment.end_s
    duration_s = end_s - start_s
    settled_s = start_s + min(_reach_s(segments, index), 0.35 * duration_s)
    sketch.knots.append((settled_s, targets[0]))
    glide_s = min(_DIPHTHONG_GLIDE_S * (len(targets) - 1), 0.5 * duration_s)
    holds_until_s = end_s - min(_COLOURING_S if coda is Manner.LIQUID else 0.03, 0.15 * duration_s)
    leaving_s = max(holds_until_s - glide_s, settled_s)
    sketch.knots.append((leaving_s, targets[0]))
    for step, target in enumerate(targets[1:], start=1):
        sketch.knots.append((leaving_s + glide_s * step / (len(targets) - 1), target))
    is_hummed = is_nasal_nucleus(segment.phone)
    sketch.add(sketch.voice, (start_s, end_s), 0.8 if is_hummed else 1.0, 0.014)
    if is_hummed:
        sketch.add(sketch.nasal, (start_s, end_s), 1.0, 0.02)
    elif is_nasal_vowel(segment.phone):
        sketch.add(sketch.nasality, (start_s + min(0.03, 0.2 * duration_s), end_s), 1.0, 0.05)
    elif coda is Manner.NASAL:
        opens_s = end_s - min(_NEAR_NASAL_S, 0.4 * duration_s)
        sketch.add(sketch.nasality, (opens_s, end_s), _NEAR_NASAL, 0.05)


def _draw_consonant(sketch: _Sketch, segments: Sequence[Segment], index: int) -> None:
    segment = segments[index]
    sound = consonant(segment.phone)
    span = (segment.start_s, segment.end_s)
    formants = _bent_formants(sound, segments, index)
    sketch.knots.append(((span[0] + span[1]) / 2, formants))
    if sound.manner in (Manner.STOP, Manner.AFFRICATE):
        _draw_closure(sketch, _linked(segments, index), formants)
        return
    if sound.is_voiced:
        sketch.add(sketch.voice, span, _amplitude(sound.voice_db), 0.014)
    if sound.trill_hz:
        _draw_taps(sketch, span, sound.trill_hz)
    if sound.manner is Manner.NASAL:
        sketch.add(sketch.nasal, span, 1.0, 0.01)
    if sound.manner is Manner.ASPIRATE:
        sketch.add(sketch.aspiration, span, _amplitude(sound.noise_db), 0.025)
    elif sound.noise:
        sketch.add_noise(sound.noise, span, sound.noise_db, min(0.025, 0.4 * (span[1] - span[0])))


def _draw_taps(sketch: _Sketch, span: tuple[float, float], trill_hz: float) -> None:
    """A rolled sound: the tongue closes again and again, at least twice; each tap is a dip of the voice."""
    length_s = span[1] - span[0]
    taps = max(2.0, round(trill_hz * length_s))
    first, last = np.searchsorted(sketch.times, span)
    position = (sketch.times[first:last] - span[0]) / length_s
    sketch.voice[first:last] *= 1 - _TAP_DEPTH * np.sin(np.pi * taps * position) ** 2


def _linked(segments: Sequence[Segment], index: int) -> Segment:
    """A stop is not released into another closure that follows at once: "stop talking", "act"."""
    segment = segments[index]
    following = segments[index + 1 : index + 2]
    if consonant(segment.phone).manner is not Manner.STOP or not following:
        return segment
    is_next = following[0].start_s < segment.end_s + FRAME_S and not following[0].is_nucleus
    if is_next and consonant(following[0].phone).is_closed_first:
        return dataclasses.replace(segment, phone=segment.phone + UNRELEASED)
    return segment


def _draw_closure(sketch: _Sketch, segment: Segment, formants: Formants) -> None:
    """A stop or an affricate: silence or a voice bar, a burst, then breath, friction or the voice."""
    sound = consonant(segment.phone)
    start_s, end_s = segment.start_s, segment.end_s
    opens_s = start_s + closure_s(segment.phone, end_s - start_s)
    burst_end_s = min(opens_s + _BURST_S, end_s)
    if sound.is_voiced:
        sketch.add(sketch.voice, (start_s, opens_s), _amplitude(sound.voice_db), 0.01)
        sketch.add(sketch.nasal, (start_s, opens_s), 1.0, 0.005)
    if sound.manner is Manner.AFFRICATE:
        sketch.add_noise(sound.noise, (opens_s, end_s), sound.noise_db, 0.012)
        if sound.is_voiced:
            sketch.add(sketch.voice, (opens_s, end_s), _amplitude(-14), 0.01)
        return
    if sound.noise and burst_end_s > opens_s:
        bands = _burst_bands(segment.phone, sound, formants)
        sketch.add_noise(bands, (opens_s, burst_end_s), sound.noise_db, 0.005)
    if burst_end_s >= end_s:
        return
    if sound.is_voiced:
        sketch.add(sketch.voice, (burst_end_s, end_s), _amplitude(-5), 0.008)
    else:
        sketch.add(sketch.aspiration, (burst_end_s, end_s), _amplitude(sound.aspiration_db), 0.012)


def _burst_bands(phone: str, sound: Consonant, formants: Formants) -> tuple[Band, ...]:
    """The burst of k and g follows the second formant: the front cavity is the mouth before the tongue."""
    if phone[:1] in ("k", "ɡ", "g", "q", "c"):
        return (Band(formants[1] * 1.05, 450), Band(formants[1] * 2.3, 1300, -10))
    return sound.noise


def _bent_formants(sound: Consonant, segments: Sequence[Segment], index: int) -> Formants:
    """The consonant's resonances, its second one drawn towards the vowel of its syllable."""
    vowel = _nearest_vowel(segments, index)
    if sound.formants is None:
        return vowel
    f1, f2, f3, f4 = sound.formants
    return (f1, f2 + sound.pull * (vowel[1] - f2), f3 + 0.5 * sound.pull * (vowel[2] - f3), f4)


def _nearest_vowel(segments: Sequence[Segment], index: int) -> Formants:
    """First target of the vowel that follows in the syllable, or last target of the one before."""
    syllable = segments[index].syllable
    for segment in segments[index + 1 :]:
        if segment.is_nucleus and segment.syllable == syllable:
            return nucleus_targets(segment.phone)[0]
    before = next(segment for segment in reversed(segments[:index]) if segment.is_nucleus)
    return nucleus_targets(before.phone)[-1]


def _formant_curves(sketch: _Sketch) -> NDArray[np.float64]:
    knots = sorted(sketch.knots, key=lambda knot: knot[0])
    at = [time for time, _ in knots]
    curves = [np.interp(sketch.times, at, [target[number] for _, target in knots]) for number in range(4)]
    return np.stack([smooth(curve, 7) for curve in curves], axis=1)


def _draw_breaths(
    sketch: _Sketch, segments: Sequence[Segment], syllables: Sequence[TimedSyllable], rest_s: float
) -> None:
    """Soft noise before phrases: the longer the rest the deeper, rising slowly, closed by the first sound."""
    for index in rests_before(syllables, rest_s):
        ends_s = next(segment.start_s for segment in segments if segment.syllable == index) - 0.045
        room_s = syllables[index].start_s - syllables[index - 1].end_s if index else np.inf
        length_s = float(np.clip(0.55 * room_s, *_BREATHS_S))
        starts_s = ends_s - length_s
        if starts_s < 0:
            continue
        first, last = np.searchsorted(sketch.times, (starts_s, ends_s))
        position = (sketch.times[first:last] - starts_s) / length_s
        shape = np.sin(np.pi * position**1.5) ** 1.2
        sketch.aspiration[first:last] += _amplitude(_BREATH_DB) * shape
