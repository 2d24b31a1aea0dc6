"""Voice of obstruents in clusters and across the border of a preposition, as in Slavic and Dutch.

It knows no spelling.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from songwright.sing.languages.language import Spoken
from songwright.sing.syllables import is_vowel, unstressed


@dataclass(frozen=True, slots=True)
class Voicing:
    """Which obstruents a language pairs by voice.

    Attributes:
        voiceless: voiced phones and their voiceless partners.
        voiced: voiceless phones and the voiced ones that they become before voiced obstruents.
        neutral: voiced phones that do not give their voice to the one before: v in Slavic languages.
        keeps_before_vowel: whether a preposition stays voiced before a vowel (Russian) or not (Czech).
    """

    voiceless: Mapping[str, str]
    voiced: Mapping[str, str]
    neutral: frozenset[str]
    keeps_before_vowel: bool = True

    def assimilated(self, phones: Sequence[str]) -> list[str]:
        """The last obstruent of a cluster decides on its voice; at the end of a word it has none."""
        said = list(phones)
        for index in range(len(said) - 1, -1, -1):
            said[index] = self._before(said[index], said[index + 1] if index + 1 < len(said) else "")
        return said

    def _before(self, phone: str, after: str) -> str:
        if phone in self.voiceless and (not after or after in self.voiced):
            return self.voiceless[phone]
        if phone in self.voiced and after in self.voiceless and after not in self.neutral:
            return self.voiced[phone]
        return phone

    def linked(self, line: Sequence[Spoken], prepositions: Mapping[str, str]) -> list[tuple[str, ...]]:
        """Lines whose prepositions end in the voice that the next word asks for: "в тебе" begins with f.

        Args:
            line: the words.
            prepositions: those that end in an obstruent, and that sound as it is written.
        """
        linked = [spoken.phones for spoken in line]
        for index, spoken in enumerate(line[:-1]):
            final, after = prepositions.get(spoken.plain), line[index + 1].phones
            if final and after:
                linked[index] = (*spoken.phones[:-1], self._at_border(final, unstressed(after[0])))
        return linked

    def _at_border(self, final: str, after: str) -> str:
        if is_vowel(after) and not self.keeps_before_vowel:
            return self.voiceless.get(final, final)
        return self._before(final, after)
