"""Writes the sections of a plan down: bars, energy, lines, and which instrument leads where.

It knows nothing of why the form is as it is.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from songwright.planner.brief import Brief
from songwright.planner.delivery import has_harmonies, vocal_style
from songwright.planner.drafts import Draft
from songwright.planner.dynamics import fades_out, section_energies, section_swells
from songwright.planner.fitting import Layout
from songwright.planner.form import numbered_repeats
from songwright.planner.genres import Shape
from songwright.planner.lift import Lift
from songwright.planner.sizing import SizedForm
from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedLine, PlannedSection

_LED_BESIDE_SOLOS = (SectionKind.INTRO, SectionKind.VERSE, SectionKind.OUTRO)
_SPEECHLESS = (SectionKind.SILENCE, SectionKind.BUILD)  # no instrument takes the lead in them


def planned_sections(brief: Brief, sized: SizedForm, lift: Lift | None) -> tuple[PlannedSection, ...]:
    """Every section of the song, in order."""
    kept = sized.kept()
    drafts = tuple(draft for draft, _ in kept)
    energies = section_energies(drafts, brief.profile.energy, brief.facts.energy)
    swells = section_swells(drafts, energies, brief.profile.shape is Shape.SCORE)
    titles = numbered_repeats(draft.title for draft in drafts)
    unit_bars = sized.grid.unit_bars
    sections = [
        PlannedSection(
            kind=draft.kind,
            title=titles[index],
            bars=layout.units * unit_bars,
            energy=energies[index],
            modifiers=draft.modifiers,
            lines=_planned_lines(draft, layout, brief, unit_bars),
            lead=draft.lead,
            fade_out=not sized.is_loop and (fades_out(draft) or sized.is_cut_off),
            swell=swells[index],
            transpose=lift.semitones if lift is not None and index >= lift.first else 0,
        )
        for index, (draft, layout) in enumerate(kept)
    ]
    left_over = sized.bars - sum(section.bars for section in sections)
    sections[-1] = dataclasses.replace(sections[-1], bars=sections[-1].bars + left_over)
    return _with_guests(_with_asked_lead(tuple(sections), brief), brief.band.guests)


def _with_asked_lead(sections: tuple[PlannedSection, ...], brief: Brief) -> tuple[PlannedSection, ...]:
    """Let a lead that the caption asks for be heard also where the form has no room for a solo of its own."""
    asked = brief.asked_lead
    if not brief.sung or asked is None or any(section.lead == asked for section in sections):
        return sections
    return tuple(
        dataclasses.replace(section, lead=asked)
        if section.kind in _LED_BESIDE_SOLOS and section.lead is None
        else section
        for section in sections
    )


def _with_guests(sections: tuple[PlannedSection, ...], guests: Sequence[str]) -> tuple[PlannedSection, ...]:
    """Let instruments that the caption names, but no role is free for, lead in a section each."""
    led = list(sections)
    places = [i for i, section in enumerate(sections) if section.kind not in _SPEECHLESS]
    places.sort(key=lambda i: (sections[i].lead is not None, bool(sections[i].lines), i))
    heard = {section.lead for section in sections}
    for guest, place in zip((name for name in guests if name not in heard), places, strict=False):
        led[place] = dataclasses.replace(led[place], lead=guest)
    return tuple(led)


def _planned_lines(draft: Draft, layout: Layout, brief: Brief, unit_bars: int) -> tuple[PlannedLine, ...]:
    start, lines = 0, []
    for item, units in zip(draft.lines, layout.lines, strict=True):
        line = item.line
        lines.append(
            PlannedLine(
                start_bar=start,
                bars=units * unit_bars,
                text=line.text,
                backing=line.backing,
                loud=line.loud,
                style=vocal_style(draft, line.modifiers, brief.genre, brief.facts.styles),
                harmonies=has_harmonies(draft, line.modifiers),
            )
        )
        start += units * unit_bars
    return tuple(lines)
