"""A sung line's syllables as the melody needs them: stress, word bounds, pauses.

It knows nothing of pitch or time.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.song.pronunciation import Syllable, Word

_PAUSES = tuple(",;:.!?—–-…，。、！？；：،؛؟\N{IDEOGRAPHIC SPACE}")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one line and their syllables in order.

    Attributes:
        words: as written.
        syllables: all syllables.
        owners: for each syllable the index of its word.
    """

    words: tuple[str, ...]
    syllables: tuple[Syllable, ...]
    owners: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.syllables)

    @property
    def wording(self) -> str:
        """The line without case and punctuation, to tell whether a line comes back."""
        letters = (c for c in " ".join(self.words).lower() if c.isalnum() or c.isspace())
        return " ".join("".join(letters).split())

    def stress(self, index: int) -> int:
        """0 to 2."""
        return self.syllables[index].stress

    def joined(self, index: int) -> bool:
        """Whether a syllable continues the word of the one before."""
        return index > 0 and self.owners[index] == self.owners[index - 1]

    def pauses_before(self, index: int) -> bool:
        """Whether punctuation stands before a syllable."""
        return (
            index > 0
            and self.owners[index] != self.owners[index - 1]
            and self.words[self.owners[index - 1]].endswith(_PAUSES)
        )


def text_of(words: tuple[Word, ...]) -> Text:
    """The syllables of pronounced words in a row."""
    syllables = [(syllable, owner) for owner, word in enumerate(words) for syllable in word.syllables]
    return Text(
        tuple(word.text for word in words),
        tuple(syllable for syllable, _ in syllables),
        tuple(owner for _, owner in syllables),
    )
