"""The form as the parts see it: every section with its place, its neighbours and how often it came before.

It knows nothing of notes.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.song.lyrics import SectionKind
from songwright.song.plan import PlannedSection, SongPlan


@dataclass(frozen=True, slots=True)
class Passage:
    """A section and its place.

    Attributes:
        index: place in the form, from 0.
        section: what was planned.
        start_bar: first bar of the song that belongs to it.
        start: the same in beats.
        beats: its length.
        bar_beats: length of a bar.
        occurrence: how many sections of this kind came before.
        following: kind of the next section, None at the end.
        loops: the song's end leads back into its start.
    """

    index: int
    section: PlannedSection
    start_bar: int
    start: float
    beats: float
    bar_beats: float
    occurrence: int
    following: SectionKind | None
    loops: bool = False

    @property
    def end(self) -> float:
        """Beats from the start of the song."""
        return self.start + self.beats

    @property
    def kind(self) -> SectionKind:
        """What it does in the form."""
        return self.section.kind

    @property
    def energy(self) -> float:
        """0 to 1; the first verse holds a little back."""
        first_verse = self.kind is SectionKind.VERSE and self.occurrence == 0
        return max(0.0, min(1.0, self.section.energy - (0.06 if first_verse else 0.0)))

    def energy_at(self, beat: float) -> float:
        """The energy at a beat of the song, 0 to 1: it moves by the section's swell over its length."""
        position = max(0.0, min(1.0, (beat - self.start) / self.beats))
        return max(0.0, min(1.0, self.energy + self.section.swell * position))

    @property
    def is_silent(self) -> bool:
        """Whether nothing sounds in it."""
        return self.kind is SectionKind.SILENCE

    @property
    def is_last(self) -> bool:
        """Whether the song ends with it."""
        return self.following is None

    @property
    def ends_song(self) -> bool:
        """Whether the song comes to a real end here instead of fading or leading back."""
        return self.is_last and not self.section.fade_out and not self.loops

    @property
    def final_bar(self) -> float:
        """Start of its last bar in beats."""
        return self.end - self.bar_beats

    def asks(self, *words: str) -> bool:
        """Whether a modifier of its tag contains one of the words."""
        return any(word in modifier for modifier in self.section.modifiers for word in words)


def passages_of(plan: SongPlan) -> tuple[Passage, ...]:
    """The form of a plan; sections without bars are left out by the planner, so none is expected."""
    passages = []
    bar = 0
    bar_beats = plan.meter.bar_beats
    seen: dict[SectionKind, int] = {}
    for index, section in enumerate(plan.sections):
        later = index + 1 < len(plan.sections)
        passages.append(
            Passage(
                index=index,
                section=section,
                start_bar=bar,
                start=bar * bar_beats,
                beats=section.bars * bar_beats,
                bar_beats=bar_beats,
                occurrence=seen.get(section.kind, 0),
                following=plan.sections[index + 1].kind if later else None,
                loops=plan.loop,
            )
        )
        seen[section.kind] = seen.get(section.kind, 0) + 1
        bar += section.bars
    return tuple(passages)
