"""Whether lines rhyme, by their phones and not by their letters. It knows nothing of meaning.

A perfect rhyme has the same sounds from the stressed vowel on, and another sound before it (Fussell, "Poetic
Meter and Poetic Form", 1979). Lines here rhyme on the last word, whatever stress the sentence leaves to it;
its last syllable may carry the rhyme if it bears a secondary stress, as in "day" and "anyway".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from songwright.song.pronunciation import Pronounce, Syllable, Word, count_syllables

LANGUAGE = "en"
_SAME_SOUND = str.maketrans({"ɝ": "ɚ", "ɜ": "ɚ", "ː": None, "ˑ": None})


@dataclass(frozen=True, slots=True)
class Ending:
    """One way to rhyme on a line's last word.

    Attributes:
        onset: consonants before the vowel that rhymes.
        sounds: phones from that vowel to the end, syllable borders left out.
    """

    onset: tuple[str, ...]
    sounds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line as it is said.

    Attributes:
        text: as written.
        syllables: how many it has.
        endings: from its last main stress, and from a secondary stress on the last syllable.
    """

    text: str
    syllables: int
    endings: tuple[Ending, ...]


def speak(text: str, pronounce: Pronounce, language: str = LANGUAGE) -> Spoken:
    """Say a line."""
    words = pronounce(text, language)
    return Spoken(text, count_syllables(words), _endings(words[-1]) if words else ())


def rhymes(one: Spoken, other: Spoken) -> bool:
    """Whether two lines rhyme perfectly; the same word, or one that sounds the same, is no rhyme."""
    pairs = [(a, b) for a in one.endings for b in other.endings if a.sounds == b.sounds]
    return bool(pairs) and all(a.onset != b.onset for a, b in pairs)


def sounds_alike(one: Spoken, other: Spoken) -> bool:
    """Whether two lines end alike, by rhyme or on the same word."""
    return bool({ending.sounds for ending in one.endings} & {ending.sounds for ending in other.endings})


def _endings(word: Word) -> tuple[Ending, ...]:
    stresses = [syllable.stress for syllable in word.syllables]
    last = len(stresses) - 1
    main = last - stresses[::-1].index(max(stresses))
    places = [main] if main == last or not stresses[last] else [main, last]
    return tuple(_ending(word.syllables[at:]) for at in places)


def _ending(syllables: Sequence[Syllable]) -> Ending:
    stressed, *rest = syllables
    sounds = [stressed.nucleus, *stressed.coda]
    for syllable in rest:
        sounds += [*syllable.onset, syllable.nucleus, *syllable.coda]
    return Ending(stressed.onset, tuple(sound.translate(_SAME_SOUND) for sound in sounds))
