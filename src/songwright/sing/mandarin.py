"""Says Mandarin, simplified or traditional: one sung syllable for each character. It knows nothing of tones.

pypinyin (MIT) reads the characters by its dictionary of phrases, so that 音乐 and 快乐 differ. Pinyin becomes
phones by two tables, initials and finals, after Lee and Zee, "Standard Chinese (Beijing)", Journal of the
International Phonetic Association 33, 2003. Glides belong to the onset, so that the note is on the vowel.
Tones only say which syllables are weak: pop songs do not follow them (Wee, "Unraveling the relation between
Mandarin tones and musical melody", 2007).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from anyascii import anyascii

from songwright.sing import english
from songwright.sing.letters import say_letters
from songwright.sing.mixed import LATIN, NUMBER, Part, joined, parts_of
from songwright.song.pronunciation import Syllable, Word

HAN = "㐀-鿿〇豈-﫿\U00020000-\U000323af"
_PIECES = re.compile(
    rf"(?P<number>(?:{NUMBER})[%％]?(?:年)?)|(?P<latin>{LATIN})|(?P<han>[{HAN}]+)|(?P<other>(?:(?![{HAN}])[^\W\d_])+)"
)

_INITIALS: dict[str, tuple[str, ...]] = {
    "": (), "b": ("p˭",), "p": ("pʰ",), "m": ("m",), "f": ("f",), "d": ("t˭",), "t": ("tʰ",), "n": ("n",),
    "l": ("l",), "g": ("k˭",), "k": ("kʰ",), "h": ("x",), "j": ("t͡ɕ",), "q": ("t͡ɕʰ",), "x": ("ɕ",),
    "zh": ("t͡ʂ",), "ch": ("t͡ʂʰ",), "sh": ("ʂ",), "r": ("ɻ",), "z": ("t͡s",), "c": ("t͡sʰ",), "s": ("s",),
}  # fmt: skip
_FINALS: dict[str, tuple[str, str, str]] = {  # pinyin final, strict -> glide, nucleus, coda
    "a": ("", "a", ""), "o": ("", "o", ""), "e": ("", "ɤ", ""), "ê": ("", "ɛ", ""), "er": ("", "ɚ", ""),
    "ai": ("", "aɪ", ""), "ei": ("", "eɪ", ""), "ao": ("", "ɑʊ", ""), "ou": ("", "oʊ", ""),
    "an": ("", "a", "n"), "en": ("", "ə", "n"), "ang": ("", "ɑ", "ŋ"), "eng": ("", "ɤ", "ŋ"),
    "ong": ("", "ʊ", "ŋ"),
    "i": ("", "i", ""), "ia": ("j", "a", ""), "io": ("j", "o", ""), "ie": ("j", "ɛ", ""),
    "iai": ("j", "aɪ", ""), "iao": ("j", "ɑʊ", ""), "iou": ("j", "oʊ", ""), "ian": ("j", "ɛ", "n"),
    "in": ("", "i", "n"), "iang": ("j", "ɑ", "ŋ"), "ing": ("", "i", "ŋ"), "iong": ("j", "ʊ", "ŋ"),
    "u": ("", "u", ""), "ua": ("w", "a", ""), "uo": ("w", "o", ""), "uai": ("w", "aɪ", ""),
    "uei": ("w", "eɪ", ""), "uan": ("w", "a", "n"), "uen": ("w", "ə", "n"), "uang": ("w", "ɑ", "ŋ"),
    "ueng": ("w", "ɤ", "ŋ"),
    "v": ("", "y", ""), "ve": ("ɥ", "ɛ", ""), "van": ("ɥ", "ɛ", "n"), "vn": ("", "y", "n"),
}  # fmt: skip
_HUMMED: dict[str, tuple[tuple[str, ...], str]] = {
    "m": ((), "m̩"), "n": ((), "n̩"), "ng": ((), "ŋ̩"), "hm": (("x",), "m̩"), "hng": (("x",), "ŋ̩"),
}  # fmt: skip
_APICAL = {"z": "ɿ", "c": "ɿ", "s": "ɿ", "zh": "ʅ", "ch": "ʅ", "sh": "ʅ", "r": "ʅ"}  # what their i is
_ROUNDING = frozenset({"b", "p", "m", "f"})  # their o is said uo

# Little words that lines lean over.
_WEAK = frozenset("的得地了着著过過吗嗎呢吧啊呀哇嘛么麼们們子个個之与與和在是也都就被把让讓给給")
_NEUTRAL_TONE = "5"
# pypinyin knows its phrases in simplified characters; these decide how a neighbour is read.
_SIMPLER = str.maketrans(
    "樂覺長還銀經為著會傳彈調數應難處兒將興當發盡們這個說時間開關愛來對過沒與無夢風飛見聽話語讀記歲"
    "車馬鳥魚門問聞頭買賣東樹葉國園圓場單雙歡親陽陰雲電亂滿濕淚熱燈煙燒點線組結給絕紅緊總終認識讓變"
    "遠運進邊連選錯鐘鐵鏡陣隨險雖靜響頁順顏題顧類願養飄齊聲種稱積穩範築簡籠糧細緒練續維縮縱繞繼罷",
    "乐觉长还银经为着会传弹调数应难处儿将兴当发尽们这个说时间开关爱来对过没与无梦风飞见听话语读记岁"
    "车马鸟鱼门问闻头买卖东树叶国园圆场单双欢亲阳阴云电乱满湿泪热灯烟烧点线组结给绝红紧总终认识让变"
    "远运进边连选错钟铁镜阵随险虽静响页顺颜题顾类愿养飘齐声种称积稳范筑简笼粮细绪练续维缩纵绕继罢",
)
_UNSTRESSED, _LIGHT, _FULL = 0, 1, 2

_DIGITS = "零一二三四五六七八九"
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_COUNTS_PAIRS = 1000  # from here up two is 两
_LONGEST_NUMBER = 12  # digits; longer ones are said digit by digit


def say(text: str) -> tuple[Word, ...]:
    """Words of one written line: each character one, foreign words and numbers whole.

    Args:
        text: a line in Chinese characters, with Latin words and digits in it where there are.
    Returns:
        Its words as written, with their punctuation; empty if nothing can be said.
    """
    readers = {"han": _say_characters, "number": _say_number, "latin": english.say, "other": _say_others}
    return joined(parts_of(unicodedata.normalize("NFC", text), _PIECES, readers), spaces_pause=True)


def syllable_of(pinyin: str) -> Syllable | None:
    """The sung syllable of a pinyin one.

    Args:
        pinyin: small letters, v or ü for the front rounded vowel, the tone as a digit at the end or none.
    Returns:
        None when there is no such syllable; neutral tone is unstressed.
    """
    from pypinyin.contrib.tone_convert import to_finals, to_initials

    plain = pinyin.rstrip("012345")
    stress = _UNSTRESSED if pinyin.endswith(_NEUTRAL_TONE) else _FULL
    if plain in _HUMMED:
        return Syllable(*_HUMMED[plain], (), stress)
    initial, final = to_initials(plain, strict=True), to_finals(plain, strict=True, v_to_u=False)
    final = "io" if plain == "yo" else final  # pypinyin loses its y
    if initial not in _INITIALS or final not in _FINALS:
        return None
    glide, nucleus, coda = _FINALS[final]
    if final == "i":
        nucleus = _APICAL.get(initial, nucleus)
    if final == "o" and initial in _ROUNDING:
        glide = "w"
    onset = (*_INITIALS[initial], *((glide,) if glide else ()))
    return Syllable(onset, nucleus, (coda,) if coda else (), stress)


def _say_characters(text: str) -> Iterator[Part]:
    # its dictionary takes 60 MB and 0.1 s, which other songs need not spend
    from pypinyin import Style, pinyin

    readings = pinyin(text.translate(_SIMPLER), style=Style.TONE3, neutral_tone_with_five=True, errors=_apart)
    for index, (character, reading) in enumerate(zip(text, readings, strict=True)):
        syllable = syllable_of(_corrected(text, index, reading[0]))
        if syllable is None:
            yield character
            continue
        stress = min(syllable.stress, _LIGHT) if character in _WEAK else syllable.stress
        yield Word(character, (Syllable(syllable.onset, syllable.nucleus, syllable.coda, stress),))


def _apart(unknown: str) -> str:
    """What pypinyin puts for characters that it lacks: each in its own place."""
    return list(unknown)  # type: ignore[return-value]  # documented to work; its annotation says str


def _corrected(text: str, index: int, reading: str) -> str:
    """The adverb's 地 is "de": 静静地; characters that pypinyin lacks are read by anyascii."""
    character = text[index]
    if character == "地" and index >= 2 and text[index - 1] == text[index - 2]:
        return "de5"
    return anyascii(character).lower() if reading == character else reading


def _say_number(text: str) -> Iterator[Part]:
    """A number as one word; years digit by digit: 1984年."""
    digits = unicodedata.normalize("NFKC", text).replace(",", "")
    year = digits.endswith("年")
    number = digits.rstrip("年%")
    spoken = "".join(_DIGITS[int(digit)] for digit in number) if year and len(number) == 4 else count(number)
    if "%" in digits:
        spoken = "百分之" + spoken
    syllables = [word.syllables[0] for word in _say_characters(spoken) if isinstance(word, Word)]
    yield Word(text.rstrip("年"), tuple(syllables))
    if year:
        yield from _say_characters("年")


def count(number: str) -> str:
    """A number in Chinese characters, as "一百零五" for "105".

    Args:
        number: digits, perhaps with a decimal point.
    """
    whole, _, fraction = number.partition(".")
    if len(whole) > _LONGEST_NUMBER or (whole.startswith("0") and len(whole) > 1):
        spoken = "".join(_DIGITS[int(digit)] for digit in whole)
    else:
        spoken = re.sub("^一十", "十", _count_whole(int(whole)))
    return spoken + ("点" + "".join(_DIGITS[int(digit)] for digit in fraction) if fraction else "")


def _count_whole(number: int) -> str:
    """A skipped place is a spoken zero, once: 10 050 is 一万零五十."""
    for size, unit in _UNITS:
        if number >= size:
            head, rest = divmod(number, size)
            many = "两" if head == 2 and size >= _COUNTS_PAIRS else _count_whole(head)
            zero = "零" if 0 < rest < size // 10 else ""
            return many + unit + zero + (_count_whole(rest) if rest else "")
    return _DIGITS[number]


def _say_others(text: str) -> tuple[Word, ...]:
    return say_letters(text, "zh")
