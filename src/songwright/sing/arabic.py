"""Says Arabic: vowel marks where they are written, else those of a word list, else likely ones.

Standard Arabic in pause, as songs sing it: case endings stay out, unless the line writes them. The article
takes the sound of sun letters and loses its vowel after another one (Ryding, "A Reference Grammar of Modern
Standard Arabic", 2005, chapter 2). Phones after Thelwall and Sa'adeddin, "Arabic", Handbook of the
International Phonetic Association, 1999. It knows no grammar: a spelling with several readings gets the most
usual one.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from songwright.sing import english
from songwright.sing.arabic_vowels import find_vowels, has_vowels
from songwright.sing.arabic_words import MARKS, Vocalised, skeleton
from songwright.sing.letters import say_letters
from songwright.sing.mixed import LATIN, NUMBER, Part, joined, parts_of
from songwright.sing.numerals import write_out
from songwright.sing.syllables import to_syllables
from songwright.song.pronunciation import Syllable, Word

_LETTERS = "\u0621-\u064a\u0671\u067e\u0686\u0698\u06a4\u06a9\u06af\u06cc"
_WORD = f"[{_LETTERS}][{_LETTERS}{MARKS}]*"
_PIECES = re.compile(
    rf"(?P<number>(?:{NUMBER})[%٪]?)|(?P<latin>{LATIN})|(?P<arabic>{_WORD}(?: +{_WORD})*)"
    rf"|(?P<other>(?:(?![{_LETTERS}])[^\W\d_])+)"
)

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "θ", "ج": "d͡ʒ", "ح": "ħ", "خ": "x", "د": "d", "ذ": "ð", "ر": "ɾ",
    "ز": "z", "س": "s", "ش": "ʃ", "ص": "sˤ", "ض": "dˤ", "ط": "tˤ", "ظ": "ðˤ", "ع": "ʕ",
    "غ": "ɣ", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w",
    "ي": "j", "ی": "j", "ء": "ʔ", "أ": "ʔ", "إ": "ʔ", "ؤ": "ʔ", "ئ": "ʔ", "پ": "p", "چ": "t͡ʃ",
    "ژ": "ʒ", "ڤ": "v", "گ": "ɡ", "ک": "k",
}  # fmt: skip
_SUN = frozenset("تثدذرزسشصضطظلن")
_FATHA, _DAMMA, _KASRA, _SHADDA = "\u064e", "\u064f", "\u0650", "\u0651"
_FATHATAN, _DAMMATAN, _KASRATAN, _DAGGER_ALIF = "\u064b", "\u064c", "\u064d", "\u0670"
_VOWEL_MARKS = {
    _FATHA: ("a",), _DAMMA: ("u",), _KASRA: ("i",), _DAGGER_ALIF: ("aː",),
    _FATHATAN: ("a", "n"), _DAMMATAN: ("u", "n"), _KASRATAN: ("i", "n"),
}  # fmt: skip
_CASE_MARKS = _FATHA + _DAMMA + _KASRA + _DAMMATAN + _KASRATAN
_VOWELS = frozenset({"a", "i", "u", "aː", "iː", "uː", "aɪ", "aʊ"})
_LONG_OF = {("a", "ا"): "aː", ("u", "و"): "uː", ("i", "ي"): "iː", ("a", "و"): "aʊ", ("a", "ي"): "aɪ"}
_EMPHATIC = frozenset({"sˤ", "dˤ", "tˤ", "ðˤ", "lˤ", "q"})
_ALLAH = re.compile("^(?P<before>و|ف|ت)?ا?لله$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as phones.

    Attributes:
        written: its text.
        phones: IPA symbols, long vowels with ː.
        is_joined: it begins with a vowel that is lost after another one, as the article does.
        has_article: its first syllable is the article, which is never stressed.
    """

    written: str
    phones: tuple[str, ...]
    is_joined: bool
    has_article: bool


def say(text: str) -> tuple[Word, ...]:
    """Words of one written line.

    Args:
        text: Arabic letters with or without vowel marks, and Latin words and digits where there are.
    Returns:
        Its words as written, with their punctuation; empty if nothing can be said.
    """
    readers = {"arabic": _say_phrase, "number": _say_number, "latin": english.say, "other": _say_others}
    return joined(parts_of(unicodedata.normalize("NFC", text), _PIECES, readers))


def phones_of(word: Vocalised) -> tuple[str, ...]:
    """Phones of a word with its vowel marks, such as ʃ a m s.

    Returns:
        IPA symbols, long vowels with ː; two equal consonants in a row are a doubled one.
    """
    if found := _ALLAH.match(skeleton(word.text)):
        before = (_CONSONANTS[found["before"]], "a") if found["before"] else ("ʔ", "a")
        return (*before, "lˤ", "lˤ", "aː", "h")
    phones: list[str] = []
    letters = [(match[1], match[2]) for match in re.finditer(f"(.)([{MARKS}]*)", word.text)]
    if letters and not word.is_sung:
        letters[-1] = (letters[-1][0], letters[-1][1].translate(dict.fromkeys(map(ord, _CASE_MARKS))))
    index = _read_article(letters, phones)
    while index < len(letters):
        _read_letter(letters, index, phones)
        index += 1
    if len(phones) > 1 and phones[-1] == phones[-2]:
        del phones[-1]  # a doubled consonant is not heard at the end
    return tuple(_repaired(phones))


def _say_phrase(text: str) -> Iterator[Part]:
    spoken = [_spoken(word) for word in text.split()]
    for word in _linked(spoken):
        syllables = _syllables(word.phones, word.has_article)
        yield Word(word.written, syllables) if syllables else word.written


def _say_number(text: str) -> Iterator[Part]:
    digits = unicodedata.normalize("NFKC", text).replace(",", "").replace("٪", "%")
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in digits)
    words = write_out(digits.replace("%", ""), "ar") + (" بالمئة" if "%" in digits else "")
    linked = _linked([_spoken(word) for word in words.replace(" و ", " و").split()])
    syllables = tuple(syllable for word in linked for syllable in _syllables(word.phones))
    yield Word(text, syllables) if syllables else text


def _say_others(text: str) -> tuple[Word, ...]:
    return say_letters(text, "ar")


def _spoken(written: str) -> Spoken:
    plain = written.replace("\u0640", "").replace("ی", "ي").replace("ٱ", "ا")
    word = Vocalised(plain, True) if has_vowels(plain) else find_vowels(plain)
    has_article = re.match("[وفبك]?ال", skeleton(word.text)) is not None
    return Spoken(written, phones_of(word), word.text.startswith("ا"), has_article)


def _linked(words: Sequence[Spoken]) -> list[Spoken]:
    """The vowel of the article is lost after a vowel, and its consonant ends that word; fi-l-bahr."""
    result: list[Spoken] = []
    for word in words:
        phones = word.phones
        if word.is_joined and result and phones[:1] == ("ʔ",):
            before = result[-1]
            phones = phones[1:]
            if before.phones[-1:] and before.phones[-1] in _VOWELS and sum(p in _VOWELS for p in phones) > 1:
                result[-1] = dataclasses.replace(before, phones=(*before.phones, phones[1]))
                phones = phones[2:]
        result.append(dataclasses.replace(word, phones=phones))
    return result


def _read_article(letters: Sequence[tuple[str, str]], phones: list[str]) -> int:
    """The article and the particle before it; says at which letter the rest of the word begins."""
    plain = "".join(letter for letter, _ in letters)
    found = re.match("(?P<particle>[وفبك])?ال(?=..)", plain)
    if found is None or any(mark in _VOWEL_MARKS for mark in letters[found.end() - 1][1]):
        return 0
    if particle := found["particle"]:
        phones += (_CONSONANTS[particle], "i" if particle == "ب" else "a")
    else:
        phones += ("ʔ", "a")
    after, marks = letters[found.end()]
    if after not in _SUN:
        phones.append("l")
    elif _SHADDA not in marks:
        phones.append(_CONSONANTS[after])
    return found.end()


def _read_letter(letters: Sequence[tuple[str, str]], index: int, phones: list[str]) -> None:
    """Add what one letter and its marks sound like after the phones so far."""
    letter, marks = letters[index]
    vowels = next((said for mark, said in _VOWEL_MARKS.items() if mark in marks), ())
    last = phones[-1] if phones else ""
    if letter == "آ":
        phones += ("ʔ", "aː")
    elif letter in "اى":
        _read_alif(phones, last, vowels)
    elif letter == "ة":
        phones += () if last == "a" or last.endswith("ː") else ("a",)
    elif letter in "وي" and not vowels and _SHADDA not in marks and last:
        _read_weak(letter, phones, last, index + 1 == len(letters))
    elif letter == "ي" and _SHADDA in marks and last == "i" and index + 1 == len(letters):
        phones[-1] = "iː"  # قلبيّ in pause
    elif letter in _CONSONANTS:
        phone = _CONSONANTS[letter]
        phones += (phone, phone) if _SHADDA in marks and last != phone else (phone,)
        phones += vowels or _vowel_at_start(letters, index)


def _read_alif(phones: list[str], last: str, vowels: tuple[str, ...]) -> None:
    if not last:
        phones += ("ʔ", *(vowels or ("i",)))
    elif last == "a":
        phones[-1] = "aː"
    elif vowels:
        phones += vowels
    elif last not in _VOWELS and not (last == "n" and phones[-2:-1] == ["a"]):
        phones.append("aː")


def _read_weak(letter: str, phones: list[str], last: str, is_last: bool) -> None:
    """و and ي without a vowel: length, the second half of a diphthong, or a consonant."""
    if (last, letter) in _LONG_OF:
        phones[-1] = _LONG_OF[last, letter]
    elif last not in _VOWELS:
        phones.append("uː" if letter == "و" else "iː")
    elif not is_last or last.endswith("ː"):
        phones.append(_CONSONANTS[letter])


def _vowel_at_start(letters: Sequence[tuple[str, str]], index: int) -> tuple[str, ...]:
    """A hamza that begins a word has a vowel although none is written; so has a lonely و."""
    if index == 0 and letters[0][0] in "أإ":
        following = letters[1][0] if len(letters) > 1 else ""
        return ("i",) if letters[0][0] == "إ" else () if following == "و" else ("a",)
    return ("a",) if len(letters) == 1 else ()


def _repaired(phones: Sequence[str]) -> Iterator[str]:
    """Break what nobody can say: two consonants at the start, three in a row, or a word without a vowel."""
    run = 0
    for index, phone in enumerate(phones):
        is_vowel = phone in _VOWELS
        at_start = run == 1 and index == 1 and not is_vowel
        if at_start or (run == 2 and not is_vowel):
            yield "i" if at_start and phones[0] == "ʔ" else "a"
            run = 0
        yield phone
        run = 0 if is_vowel else run + 1
    if len(phones) == 1 and phones[0] not in _VOWELS:
        yield "a"


def _syllables(phones: Sequence[str], has_article: bool = False) -> tuple[Syllable, ...]:
    """Syllables with one consonant before each vowel, stressed by weight."""
    syllables = to_syllables(phones, lambda onset: len(onset) <= 1)
    strong = _stressed(syllables, has_article)
    return tuple(
        Syllable(s.onset, _quality(s), s.coda, 2 if index == strong else _weak_stress(syllables, index))
        for index, s in enumerate(syllables)
    )


def _weak_stress(syllables: Sequence[Syllable], index: int) -> int:
    """Heavy syllables of longer words are half stressed, but for a long vowel at the end."""
    syllable = syllables[index]
    is_heavy = syllable.coda or (_is_long(syllable.nucleus) and index + 1 < len(syllables))
    return 1 if is_heavy and len(syllables) > 2 else 0


def _stressed(syllables: Sequence[Syllable], has_article: bool) -> int:
    """A very heavy last syllable, else a heavy last but one, else the one before it (Ryding, chapter 2)."""
    if len(syllables) < 2:
        return 0
    weights = [_is_long(syllable.nucleus) + len(syllable.coda) for syllable in syllables]
    if weights[-1] >= 2:
        return len(syllables) - 1
    if weights[-2] >= 1 or len(syllables) == 2 or (has_article and len(syllables) == 3):
        return len(syllables) - 2
    return len(syllables) - 3


def _is_long(nucleus: str) -> bool:
    return len(nucleus) > 1


def _quality(syllable: Syllable) -> str:
    """The vowel's colour: dark beside emphatic consonants, looser when short."""
    nucleus = syllable.nucleus
    is_dark = any(phone in _EMPHATIC for phone in (*syllable.onset, *syllable.coda))
    if nucleus[0] == "a":
        return ("ɑ" if is_dark else "a") + nucleus[1:].replace("ː", "")
    if _is_long(nucleus) or not syllable.coda:
        return nucleus[0]
    return {"i": "ɪ", "u": "ʊ"}[nucleus]
