"""Textures: a bed that lies under a section, a riser before a drop or chorus, an impact on its first beat.

It knows nothing of sound.
"""

from __future__ import annotations

from collections.abc import Iterator

from songwright.compose.form import Passage
from songwright.compose.sketch import Sketch, velocity
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import Note

PITCH = 60  # textures have none; their notes say when and how long
_PEAKS = (SectionKind.CHORUS, SectionKind.DROP)
_BUILDS = (SectionKind.BUILD, SectionKind.PRE_CHORUS)
_SHORT_RISE_BARS = 2  # before a peak that no build leads to
_IMPACT_BARS = 2
_LEAST_RISE = 0.12  # energy between two sections that an impact marks where the form has no peak


def write_texture(sketch: Sketch) -> list[Note]:
    """All notes of the TEXTURE role, one per sounding stretch."""
    name = sketch.plan.instruments[Role.TEXTURE]
    if name == "riser":
        return list(_risers(sketch))
    if name == "impact":
        return list(_impacts(sketch))
    return [
        Note(passage.start, passage.beats, PITCH, velocity(80))
        for passage in sketch.passages
        if not passage.is_silent
    ]


def _risers(sketch: Sketch) -> Iterator[Note]:
    """Through a build-up, else through the last bars before a peak; at least once, at the largest rise."""
    pairs = list(zip(sketch.passages, sketch.passages[1:], strict=False))
    leading = [before for before, after in pairs if after.kind in _PEAKS and not before.is_silent]
    if not leading and pairs:
        before, _ = max(pairs, key=lambda pair: (pair[1].energy - pair[0].energy, -pair[0].index))
        leading = [before]
    for passage in leading or list(sketch.passages[:1]):
        whole = passage.kind in _BUILDS
        beats = passage.beats if whole else min(passage.beats, _SHORT_RISE_BARS * passage.bar_beats)
        yield Note(passage.end - beats, beats, PITCH, _loudness(passage))


def _impacts(sketch: Sketch) -> Iterator[Note]:
    """On the first beat of every peak, and where the energy jumps; at least on the fullest section."""
    peaks = [passage for passage in sketch.passages if passage.kind in _PEAKS]
    for before, after in zip(sketch.passages, sketch.passages[1:], strict=False):
        if after not in peaks and after.energy - before.energy >= _LEAST_RISE:
            peaks.append(after)
    if not peaks:
        peaks = [max(sketch.passages, key=lambda passage: (passage.energy, -passage.index))]
    for passage in sorted(peaks, key=lambda passage: passage.index):
        beats = min(passage.beats, _IMPACT_BARS * passage.bar_beats)
        yield Note(passage.start, beats, PITCH, _loudness(passage))


def _loudness(passage: Passage) -> int:
    return velocity(70 + 45 * passage.energy)
