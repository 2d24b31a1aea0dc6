"""The planner that works by rules: reads the request, decides what it leaves open, and says why.

It knows nothing of engines, notes or sound.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from songwright.planner.band import concrete_instrument
from songwright.planner.brief import (
    Brief,
    bpm_reason,
    can_lead,
    said_bpm,
    said_duration_s,
    settle,
    target_bpm,
    usual_bpm,
)
from songwright.planner.caption import mentions
from songwright.planner.drafts import Draft
from songwright.planner.duration import sung_seconds, tempos
from songwright.planner.dynamics import fades_out, section_energies, vocal_style
from songwright.planner.fitting import SUNG_SHARE, Layout
from songwright.planner.form import (
    Form,
    growing_instrumental,
    growing_sung,
    instrumental_form,
    numbered_repeats,
    sung_form,
)
from songwright.planner.sizing import SizedForm, size_exactly, size_freely
from songwright.planner.title import choose_title
from songwright.song.chance import Chance
from songwright.song.lyrics import LyricLine, LyricSection, SectionKind
from songwright.song.plan import Decision, PlannedLine, PlannedSection, SongPlan
from songwright.song.pronunciation import Pronounce, count_syllables
from songwright.song.request import SongRequest

_LED_BESIDE_SOLOS = (SectionKind.INTRO, SectionKind.VERSE, SectionKind.OUTRO)


class RulesPlanner:
    """Plans a song by tables and rules: no model, no network, the same plan for the same request and seed.

    Args:
        pronounce: tells the syllables of a line.
        engine: name of the engine that will perform.
        model: its model or version.
    """

    name = "songwright-rules"

    def __init__(self, pronounce: Pronounce, engine: str, model: str) -> None:
        self._pronounce = pronounce
        self._engine = engine
        self._model = model

    def plan(self, request: SongRequest, seed: int) -> SongPlan:
        """Decide everything for one take.

        Args:
            request: what the caller said; what it says is kept exactly.
            seed: 0 to 2**63 - 1; source of all choices.
        Raises:
            LyricsTooLong: the lyrics cannot be sung in the length asked for, or in the longest song.
        """
        reasons: list[Decision] = []
        brief = settle(request, seed, reasons)
        sized = self._size(brief, reasons)
        sections = _planned_sections(brief, sized)
        reasons.extend(_form_reasons(brief, sized, sections))
        return SongPlan(
            title=choose_title(brief.sections if brief.sung else (), request.caption),
            caption=request.caption,
            lyrics=(request.lyrics or "") if brief.sung else "",
            genre=brief.genre,
            moods=brief.facts.moods,
            vocal_language=brief.language,
            voice=brief.voice,
            bpm=sized.bpm,
            key=brief.key,
            meter=brief.meter,
            duration_s=sized.duration_s,
            sections=sections,
            instruments=dict(brief.band.instruments),
            seed=seed,
            engine=self._engine,
            model=self._model,
            audio_format=request.audio_format,
            decisions=tuple(reasons),
        )

    def _size(self, brief: Brief, reasons: list[Decision]) -> SizedForm:
        form = self._form(brief)
        shape, leads = brief.profile.shape, brief.leads
        forms = growing_sung(form, leads) if brief.sung else growing_instrumental(form, shape, leads)
        bar_beats = brief.meter.bar_beats
        bpm, duration_s = said_bpm(brief, reasons), said_duration_s(brief, reasons)
        if duration_s is not None:
            usual = (bpm, bpm) if bpm else usual_bpm(brief)
            bpms = tempos(usual, bpm or target_bpm(brief), bar_beats, duration_s)
            sized = size_exactly(forms, brief.pace, bar_beats, duration_s, bpms)
        else:
            wish = _wished_duration(brief, form)
            sized = size_freely(forms, brief.pace, bar_beats, float(wish.value), bpm or target_bpm(brief))
            reasons.append(Decision("duration_s", f"{sized.duration_s:g}", wish.reason))
        if bpm is None:
            reasons.append(Decision("bpm", f"{sized.bpm}", bpm_reason(brief)))
        return sized

    def _form(self, brief: Brief) -> Form:
        if not brief.sung:
            return instrumental_form(brief.sections, brief.profile.shape, brief.leads)
        counts: dict[str, int] = {}

        def syllables(line: LyricLine) -> int:
            texts = [text for text in (line.text, line.backing) if text]
            for text in texts:
                if text not in counts:
                    counts[text] = count_syllables(self._pronounce(text, brief.language))
            return sum(counts[text] for text in texts) + len(texts) - 1  # one for the gap before an answer

        return sung_form(
            brief.sections, syllables, lambda section: _lead_of(section, brief), _asked_solo(brief)
        )


def _wished_duration(brief: Brief, form: Form) -> Decision:
    if brief.sung:
        return Decision("duration_s", f"{sung_seconds(form)}", "what the lyrics need at a comfortable pace")
    seconds = Chance(brief.seed, "planner", "duration").uniform(*brief.profile.instrumental_s)
    return Decision("duration_s", f"{seconds}", f"usual for an instrumental in {brief.genre}")


def _asked_solo(brief: Brief) -> str | None:
    """The instrument of a solo that the caption asks for."""
    item = next((item for item in brief.facts.instruments if item.lead), None)
    if item is None:
        return None
    name = concrete_instrument(item.name, brief.genre, brief.profile)
    return name if can_lead(name) and name not in brief.facts.excluded else None


def _lead_of(section: LyricSection, brief: Brief) -> str:
    """The instrument that a tag such as [Guitar Solo] names, else the song's lead."""
    asked = mentions(", ".join((section.title, *section.modifiers)))
    for name in (name for mention in asked for name in mention.meaning.instruments):
        concrete = concrete_instrument(name, brief.genre, brief.profile)
        if can_lead(concrete) and concrete not in brief.facts.excluded:
            return concrete
    return brief.leads[0]


def _planned_sections(brief: Brief, sized: SizedForm) -> tuple[PlannedSection, ...]:
    kept = sized.kept()
    drafts = tuple(draft for draft, _ in kept)
    energies = section_energies(drafts, brief.profile.energy, brief.facts.energy)
    titles = numbered_repeats(draft.title for draft in drafts)
    unit_bars = sized.grid.unit_bars
    sections = [
        PlannedSection(
            kind=draft.kind,
            title=title,
            bars=layout.units * unit_bars,
            energy=energy,
            modifiers=draft.modifiers,
            lines=_planned_lines(draft, layout, brief, unit_bars),
            lead=draft.lead,
            fade_out=fades_out(draft) or sized.is_cut_off,
        )
        for (draft, layout), energy, title in zip(kept, energies, titles, strict=True)
    ]
    left_over = sized.bars - sum(section.bars for section in sections)
    sections[-1] = dataclasses.replace(sections[-1], bars=sections[-1].bars + left_over)
    return _with_asked_lead(tuple(sections), brief)


def _with_asked_lead(sections: tuple[PlannedSection, ...], brief: Brief) -> tuple[PlannedSection, ...]:
    """Let a lead that the caption asks for be heard also where the form has no room for a solo of its own."""
    asked = brief.asked_lead
    if not brief.sung or asked is None or any(section.lead == asked for section in sections):
        return sections
    return tuple(
        dataclasses.replace(section, lead=asked) if section.kind in _LED_BESIDE_SOLOS else section
        for section in sections
    )


def _planned_lines(draft: Draft, layout: Layout, brief: Brief, unit_bars: int) -> tuple[PlannedLine, ...]:
    start, lines = 0, []
    for item, units in zip(draft.lines, layout.lines, strict=True):
        line = item.line
        style = vocal_style(draft, line.modifiers, brief.genre, brief.facts.styles)
        lines.append(PlannedLine(start, units * unit_bars, line.text, line.backing, line.loud, style))
        start += units * unit_bars
    return tuple(lines)


def _form_reasons(brief: Brief, sized: SizedForm, sections: tuple[PlannedSection, ...]) -> Iterator[Decision]:
    written = {section.title for section in brief.sections}
    if not brief.sung and all(s.kind is SectionKind.INSTRUMENTAL for s in brief.sections):
        titles = " · ".join(section.title for section in sections)
        yield Decision("sections", titles, f"a form usual in {brief.genre}")
    else:
        for section in sections:
            plain = re.sub(r"( \d+)?( \(part \d+\))?$", "", section.title)
            if plain not in written and section.title not in written:
                why = "the last chord" if section is sections[-1] else f"to fill {sized.duration_s:g} s"
                yield Decision("sections", f"added {section.title}", why)
    rates = [
        line.syllables / (SUNG_SHARE * units * sized.grid.unit_s)
        for draft, layout in sized.kept()
        for line, units in zip(draft.lines, layout.lines, strict=True)
    ]
    if rates:
        pace = f"{sum(rates) / len(rates):.1f} syllables per second"
        yield Decision("lyric pace", pace, f"so that the words fill {sized.duration_s:g} s")
    if sized.is_cut_off:
        yield Decision("sections", "the bar is cut off", "a bar is longer than the song")
