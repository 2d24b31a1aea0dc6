"""What tests of languages ask of words, and how a line of any language is sung."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np

from songwright.sing.phones import CONSONANTS, VOWELS, consonant
from songwright.sing.singer import Sung, sing_line
from songwright.sing.syllables import is_vowel
from songwright.song.plan import VocalStyle, Voice
from songwright.song.pronunciation import Word
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart
from tests.sing.lines import BEAT_S
from tests.sing.pitch_tracker import read_pitch

TUNE = (60, 64, 67, 65, 69, 62, 72, 67)


def phones(words: Sequence[Word]) -> str:
    """All words as text: syllables parted by dots, words by spaces."""
    return " ".join(
        ".".join("".join((*s.onset, s.nucleus, *s.coda)) for s in word.syllables) for word in words
    )


def counts(words: Sequence[Word]) -> list[int]:
    """Syllables of each word."""
    return [len(word.syllables) for word in words]


def assert_sound(text: str, words: Sequence[Word]) -> None:
    """Every word has a syllable, every phone is in the tables, and the words together are the text."""
    for word in words:
        assert word.syllables, word
        for syllable in word.syllables:
            assert is_vowel(syllable.nucleus), syllable
            assert (
                any(letter in VOWELS for letter in syllable.nucleus) or consonant(syllable.nucleus).formants
            )
            assert 0 <= syllable.stress <= 2
            for phone in (*syllable.onset, *syllable.coda):
                assert phone == "h" or consonant(phone) is not CONSONANTS["h"], (phone, text)
    if words:
        written = "".join("".join(word.text for word in words).split())
        assert written == "".join(unicodedata.normalize("NFC", text).split())


def cents_off(words: Sequence[Word]) -> list[float]:
    """Sing the words, a beat a syllable; by how many cents the middle of each note is off."""
    syllables: list[SungSyllable] = []
    for index, word in enumerate(words):
        for syllable in word.syllables:
            place = len(syllables)
            note = Note(2.0 + place, 1.0, TUNE[place % len(TUNE)], 90)
            syllables.append(SungSyllable(syllable, index, (note,)))
    line = SungLine(VocalPart.LEAD, 0, tuple(word.text for word in words), tuple(syllables), VocalStyle.SUNG)
    sung = sing_line(line, BEAT_S, Voice.FEMALE, 1)
    assert np.sqrt(np.mean(np.square(sung.samples, dtype=np.float64))) > 0.02
    return [_cents(sung, sung_syllable.notes[0]) for sung_syllable in line.syllables]


def _cents(sung: Sung, note: Note) -> float:
    at_s = (note.start + 0.45 * note.duration) * BEAT_S - sung.start_frame / 48_000
    return 100 * (read_pitch(sung.samples, at_s).midi - note.pitch)
