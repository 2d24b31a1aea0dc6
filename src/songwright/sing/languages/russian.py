"""Says Russian: the stress from gruut's lexicon, the sounds from the spelling and the stress.

Rules: Avanesov, "Russkoe literaturnoe proiznoshenie", 1984; Yanushevskaya and Bunčić, "Russian", Journal of
the International Phonetic Association 45, 2015. Unstressed o and a are ɐ before the stress and ə after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.sing.languages.language import Language, ReadWord, Spoken
from songwright.sing.languages.lexicon import Lexicon
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import words
from songwright.sing.languages.voicing import Voicing
from songwright.sing.syllables import has_vowel

_VOWELS = "аеёиоуыэюя"
_HARD = {
    "б": "b", "в": "v", "г": "ɡ", "д": "d", "ж": "ʐ", "з": "z", "к": "k", "л": "l", "м": "m", "н": "n",
    "п": "p", "р": "r", "с": "s", "т": "t", "ф": "f", "х": "x", "ц": "t͡s", "ч": "t͡ɕ", "ш": "ʂ", "щ": "ɕː",
    "й": "j",
}  # fmt: skip
_FULL = {"а": "a", "я": "a", "о": "o", "ё": "o", "е": "e", "э": "e", "и": "i", "ы": "ɨ", "у": "u", "ю": "u"}
_NEVER_SOFT = frozenset("жшцчщй")
_SOFTENING = frozenset("еёиюяь")
_IOTATED = frozenset("еёюя")
_RESPELLED = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"^ч(?=то(?:бы?)?$)|(?<=^ни)ч(?=то$)", "ш"),
        (r"(?<=коне)ч(?=н)|(?<=ску)ч(?=н)|(?<=наро)ч(?=н)", "ш"),
        (r"(?<=со)л(?=нц)|(?<=сер)д(?=ц)|(?<=чу)в(?=ств)|(?<=здра)в(?=ств)", ""),
        (r"(?<=[сз])[тд](?=н.)", ""),
        (r"ть?ся$", "ца"),
        (r"сч|зч", "щ"),
        (r"г(?=к)", "х"),
        (r"(?<=^се)г(?=одня$)", "в"),
    )
)
_GENITIVE = re.compile("(?<=[ое])го$")
_NOT_GENITIVE = words("много дорого строго немного убого")
# Number of the stressed vowel where the lexicon lists another form or none; songs use these.
_STRESSED = {
    "глаза": 2, "небо": 1, "все": 1, "всё": 1, "моя": 2, "твоя": 2, "слова": 2, "дома": 1, "окна": 1,
    "пора": 2, "потом": 2, "уже": 2, "душа": 2, "руки": 1, "звезды": 1, "ноги": 1, "стоит": 2, "белый": 1,
    "берега": 3, "города": 3, "места": 2, "сама": 2, "одна": 2, "она": 2, "оно": 2, "они": 2, "мечтала": 2,
    "мечта": 2, "беги": 2, "иди": 2, "лети": 2, "смотри": 2, "прости": 2, "пусти": 2, "люби": 2, "живи": 2,
    "зови": 2, "держи": 2, "говори": 3, "мои": 2, "твои": 2, "свои": 2, "кому": 2, "тому": 2, "чему": 2,
}  # fmt: skip
_VOICELESS = {
    "b": "p", "v": "f", "ɡ": "k", "d": "t", "ʐ": "ʂ", "z": "s", "bʲ": "pʲ", "vʲ": "fʲ", "dʲ": "tʲ",
    "zʲ": "sʲ", "ɡʲ": "kʲ",
}  # fmt: skip
_VOICED = {partner: voiced for voiced, partner in _VOICELESS.items()} | {
    "t͡ɕ": "d͡ʑ", "t͡s": "d͡z", "x": "ɣ", "xʲ": "ɣʲ", "ɕː": "ʑː",
}  # fmt: skip
_VOICING = Voicing(_VOICELESS, _VOICED, frozenset({"v", "vʲ"}))
_PREPOSITIONS = {
    "в": "v", "к": "k", "с": "s", "из": "z", "без": "z", "под": "d", "над": "d", "от": "t", "перед": "d",
    "через": "z", "об": "b",
}  # fmt: skip
_SOFT_DENTALS = {
    "s": frozenset({"tʲ", "nʲ", "sʲ", "lʲ"}),
    "z": frozenset({"dʲ", "nʲ", "zʲ", "lʲ"}),
    "n": frozenset({"tʲ", "dʲ", "nʲ", "sʲ", "zʲ", "t͡ɕ", "ɕː"}),
}
_LIGHT = words(
    "и а но в во с со к ко на не ни по за из от до у о об для без под над при что как бы же ли то мне "
    "меня тебя тебе мой моя моё твой твоя твоё где или если когда чтоб чтобы так был была было"
)
_HALF = words(
    "я ты он она оно мы вы они нас вас нам вам его её их это этот эта там тут здесь всё все лишь уже ещё сам"
)


def _reader() -> ReadWord:
    lexicon = Lexicon("ru")

    def read(word: str) -> tuple[str, ...]:
        word = word.replace("\N{COMBINING ACUTE ACCENT}", "")
        return _say(_respelled(word), _stressed_vowel(word, lexicon))

    return read


def _respelled(word: str) -> str:
    for pattern, new in _RESPELLED:
        word = pattern.sub(new, word)
    return _GENITIVE.sub("во", word) if word not in _NOT_GENITIVE else word


def _stressed_vowel(word: str, lexicon: Lexicon) -> int:
    """Number of the stressed vowel, from 0: written ё, our list, the lexicon, its model, the last but one."""
    vowels = [letter for letter in word if letter in _VOWELS]
    if "ё" in vowels:
        return vowels.index("ё")
    if word in _STRESSED:
        return _STRESSED[word] - 1
    for phones in (lexicon.find(word), lexicon.guess(word) if word.isalpha() else ()):
        said = [phone for phone in phones if has_vowel((phone,))]
        if len(said) == len(vowels):
            place = next((index for index, phone in enumerate(said) if "ː" in phone), None)
            if place is not None:
                return place
    return max(len(vowels) - 2, 0)


def _say(word: str, stressed: int) -> tuple[str, ...]:
    """Phones of a word, given the number of its stressed vowel."""
    phones: list[str] = []
    number = -1
    last_vowel = sum(letter in _VOWELS for letter in word) - 1
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at], word[at + 1 : at + 2]
        if letter in _HARD:
            is_soft = after in _SOFTENING and after != "" and letter not in _NEVER_SOFT
            phones.append(_HARD[letter] + ("ʲ" if is_soft else ""))
        elif letter in _VOWELS:
            number += 1
            if (letter in _IOTATED and (before in _VOWELS + "ъь" or not before)) or (
                letter == "и" and before == "ь"
            ):
                phones.append("j")
            vowel = _vowel(letter, before, number - stressed, number == last_vowel and not after)
            phones.append(vowel)
    return tuple(_softened(_VOICING.assimilated(phones)))


def _softened(phones: list[str]) -> list[str]:
    """s, z and n are soft before soft dental sounds: "жизнь", "если" (Avanesov 1984, section 3)."""
    said = list(phones)
    for index in range(len(said) - 2, -1, -1):
        if said[index] in ("s", "z", "n") and said[index + 1] in _SOFT_DENTALS[said[index]]:
            said[index] += "ʲ"
    return said


def _vowel(letter: str, before: str, distance: int, is_last_letter: bool) -> str:
    """A vowel by its place: distance 0 is the stressed one, -1 the one before it."""
    hard = before in ("ж", "ш", "ц")
    full = _FULL[letter]
    if hard and full == "i":
        full = "ɨ"
    if distance == 0:
        return "ˈ" + full
    if letter in "оа":
        return "ɐ" if distance == -1 or not before or (hard and distance < 0) else "ə"
    if letter == "я":
        return "ə" if is_last_letter else "ɪ"
    if letter in "еэ":
        return "ɨ" if hard else "ɪ"
    return full


def _link(line: Sequence[Spoken]) -> list[tuple[str, ...]]:
    return _VOICING.linked(line, _PREPOSITIONS)


_ONSETS = "vl vr vz vd vn vm vs ft fs fp fk ml mr mn zv sv xv tv dv kv ɡd kt pt tk pʂ ʂl ʂt ʐd ʐɡ"
RUSSIAN = Language("ru", _reader(), _LIGHT, _HALF, rising_onsets(1, "szʂʐfv", _ONSETS), _link)
