"""From a plan to a score. It decides nothing that the plan has decided and knows nothing of sound."""

from __future__ import annotations

from songwright.compose.arrange import cues_of
from songwright.compose.band import write_tracks
from songwright.compose.feel import feel_of
from songwright.compose.form import passages_of
from songwright.compose.harmony import harmonise
from songwright.compose.parts import parts_of
from songwright.compose.sections import score_section
from songwright.compose.sketch import Sketch
from songwright.compose.styles import STYLES
from songwright.compose.vocals import VocalWriter
from songwright.song.plan import SongPlan
from songwright.song.pronunciation import Pronounce
from songwright.song.score import Score, SungLine


def compose(plan: SongPlan, pronounce: Pronounce) -> Score:
    """Write the song.

    The same plan gives the same score. Every note starts at 0 or later and ends within `plan.duration_s`.

    Args:
        plan: fully decided; it has at least one section and its bars fit into its duration.
        pronounce: how the words of a line are said.
    """
    style = STYLES[plan.genre]
    passages = passages_of(plan)
    feel = feel_of(plan, style)
    harmony = harmonise(plan, style, passages)
    lines: tuple[SungLine, ...] = ()
    if plan.voice is not None:
        lines = VocalWriter(plan, style, passages, harmony, feel).lines(pronounce)
    sketch = Sketch(plan, style, passages, harmony, feel, cues_of(plan, passages), parts_of(plan, style))
    return Score(
        bpm=plan.bpm,
        key=plan.key,
        meter=plan.meter,
        sections=tuple(score_section(passage) for passage in passages),
        chords=harmony.chords,
        tracks=tuple(write_tracks(sketch, lines)),
        lines=lines,
    )
