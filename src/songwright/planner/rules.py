"""The planner that works by rules: reads the request, decides what it leaves open, and says why.

It knows nothing of engines, notes or sound.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Callable, Iterator

from songwright.errors import InvalidValue, LyricsTooLong
from songwright.planner.band import can_lead, concrete_instrument
from songwright.planner.brief import (
    Brief,
    bpm_reason,
    said_bpm,
    said_duration_s,
    settle,
    target_bpm,
    usual_bpm,
)
from songwright.planner.caption import mentions
from songwright.planner.delivery import with_answers
from songwright.planner.duration import loop_tempos, sung_seconds, tempos
from songwright.planner.fitting import SUNG_SHARE
from songwright.planner.form import (
    LED,
    Form,
    growing_instrumental,
    growing_sung,
    instrumental_form,
    looped,
    sung_form,
)
from songwright.planner.lift import Lift, choose_lift
from songwright.planner.sections import planned_sections
from songwright.planner.sizing import SizedForm, size_exactly, size_freely, size_loop
from songwright.planner.title import choose_title
from songwright.planner.wording import leaves_words_open, with_words
from songwright.song.chance import Chance
from songwright.song.lyrics import LyricLine, LyricSection, SectionKind
from songwright.song.plan import Decision, PlannedSection, SongPlan
from songwright.song.pronunciation import Pronounce, Word, count_syllables
from songwright.song.request import SongRequest

_FEWER_WORDS = (1.0, 0.7, 0.45, 0.25)  # shares of the length for which words are written, tried in turn
_TOO_SHORT_FOR_WORDS = Decision("lyrics", "none", "the song is too short for words")
_FASTEST_EDITED = 9  # syllables per second, breath included
_LOOP_S = 20.0  # of a loop without words whose length nobody said


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
        if not leaves_words_open(request):
            return self._plan(request, seed, [])
        for share in _FEWER_WORDS:
            worded, reason = with_words(request, seed, self._pronounce, share)
            with contextlib.suppress(LyricsTooLong):
                return self._plan(worded, seed, [reason])
        return self._plan(dataclasses.replace(request, instrumental=True), seed, [_TOO_SHORT_FOR_WORDS])

    def check(self, plan: SongPlan) -> None:
        """Check that the words of a plan, which a person may have edited, can be sung in their bars.

        Raises:
            InvalidValue: a line has more than 9 syllables per second, half as many again as a fast rap.
        """
        for place, section in enumerate(plan.sections):
            for number, line in enumerate(section.lines):
                texts = [text for text in (line.text, line.backing) if text]
                syllables = sum(count_syllables(self._pronounce(text, plan.vocal_language)) for text in texts)
                seconds = line.bars * plan.bar_s
                if syllables > _FASTEST_EDITED * seconds:
                    raise InvalidValue(
                        f"sections[{place}].lines[{number}].text",
                        f"{syllables} syllables in {seconds:.1f} s",
                        f"at most {_FASTEST_EDITED} a second: fewer words, more bars or a lower bpm",
                    )

    def _plan(self, request: SongRequest, seed: int, reasons: list[Decision]) -> SongPlan:
        brief = self._answered(settle(request, seed, reasons))
        sized = self._size(brief, reasons)
        lift = _lift(brief, sized)
        sections = planned_sections(brief, sized, lift)
        reasons.extend(_form_reasons(brief, sized, sections))
        if lift is not None:
            step = "a semitone" if lift.semitones == 1 else f"{lift.semitones} semitones"
            where = f"{step} higher from {sections[lift.first].title} on"
            reasons.append(Decision("key change", where, lift.reason))
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
            loop=request.loop,
        )

    def _answered(self, brief: Brief) -> Brief:
        """The brief with the answers of backing voices that tags ask for."""

        def say(text: str) -> tuple[Word, ...]:
            return self._pronounce(text, brief.language)

        return dataclasses.replace(brief, sections=with_answers(brief.sections, say, brief.seed))

    def _size(self, brief: Brief, reasons: list[Decision]) -> SizedForm:
        form = self._form(brief)
        shape, leads = brief.profile.shape, brief.leads
        forms = growing_sung(form, leads) if brief.sung else growing_instrumental(form, shape, leads)
        bar_beats = brief.meter.bar_beats
        bpm, duration_s = said_bpm(brief, reasons), said_duration_s(brief, reasons)
        if brief.request.loop:
            return self._size_loop(brief, forms, bpm, duration_s, reasons)
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

    def _size_loop(
        self,
        brief: Brief,
        forms: Iterator[Form],
        bpm: int | None,
        duration_s: float | None,
        reasons: list[Decision],
    ) -> SizedForm:
        target_s = duration_s or (sung_seconds(self._form(brief)) if brief.sung else _LOOP_S)
        usual = (bpm, bpm) if bpm else usual_bpm(brief)
        tempo = bpm or target_bpm(brief)
        loops = (looped(form) for form in forms)
        sized = size_loop(loops, brief.pace, brief.meter.bar_beats, target_s, loop_tempos(usual, tempo))
        reasons.append(Decision("duration_s", f"{sized.duration_s:g}", f"{sized.bars} bars that loop"))
        if bpm is None:
            reasons.append(Decision("bpm", f"{sized.bpm}", bpm_reason(brief)))
        return sized

    def _form(self, brief: Brief) -> Form:
        if not brief.sung:
            return instrumental_form(brief.sections, brief.profile.shape, brief.leads, self._lead_in(brief))
        counts: dict[str, int] = {}

        def syllables(line: LyricLine) -> int:
            texts = [text for text in (line.text, line.backing) if text]
            for text in texts:
                if text not in counts:
                    counts[text] = count_syllables(self._pronounce(text, brief.language))
            return sum(counts[text] for text in texts) + len(texts) - 1  # one for the gap before an answer

        return sung_form(brief.sections, syllables, self._lead_in(brief), _asked_solo(brief))

    def _lead_in(self, brief: Brief) -> Callable[[LyricSection], str | None]:
        return lambda section: _lead_of(section, brief)


def _lift(brief: Brief, sized: SizedForm) -> Lift | None:
    if brief.request.loop:
        return None  # it would jump back
    facts = brief.facts
    is_key_said = brief.request.key is not None or facts.figures.key is not None
    drafts = [draft for draft, _ in sized.kept()]
    return choose_lift(drafts, brief.genre, brief.seed, is_asked=facts.lift, is_key_said=is_key_said)


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


def _lead_of(section: LyricSection, brief: Brief) -> str | None:
    """The instrument that a tag such as [Piano Interlude] names, else the song's lead where one plays."""
    asked = mentions(", ".join((section.title, *section.modifiers)))
    for name in (name for mention in asked for name in mention.meaning.instruments):
        concrete = concrete_instrument(name, brief.genre, brief.profile)
        if can_lead(concrete) and concrete not in brief.facts.excluded:
            return concrete
    return brief.leads[0] if section.kind in LED else None


def _form_reasons(brief: Brief, sized: SizedForm, sections: tuple[PlannedSection, ...]) -> Iterator[Decision]:
    written = {section.title for section in brief.sections}
    if not brief.sung and all(s.kind is SectionKind.INSTRUMENTAL for s in brief.sections):
        titles = " · ".join(section.title for section in sections)
        yield Decision("sections", titles, f"a form usual in {brief.genre}")
    else:
        for section in sections:
            plain = re.sub(r"( \d+)?( \(part \d+\))?$", "", section.title)
            if plain not in written and section.title not in written:
                is_ending = section is sections[-1] and not brief.request.loop
                why = "the last chord" if is_ending else f"to fill {sized.duration_s:g} s"
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
