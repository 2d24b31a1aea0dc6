"""Guesses the language of lyrics: by script, by common words, else by a model. It knows no pronunciation.

The model is py3langid's (Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", 2012).
It takes half a second to load, so that it is asked only where a few common words do not settle the matter.
"""

from __future__ import annotations

import math
import re

_SCRIPTS: tuple[tuple[str, str, str], ...] = (  # the first script found wins; kana before Han
    ("ja", r"[\u3040-\u30ff]", "kana"),
    ("ko", r"[\uac00-\ud7af\u1100-\u11ff]", "Hangul"),
    ("zh", r"[\u3400-\u9fff]", "Chinese characters"),
    ("uk", r"[іїєґІЇЄҐ]", "Ukrainian letters"),
    ("be", r"[ўЎ]", "Belarusian letters"),
    ("mk", r"[ѓќѕЃЌЅ]", "Macedonian letters"),
    ("sr", r"[ђћјљњџЂЋЈЉЊЏ]", "Serbian letters"),
    ("ru", r"[ыэёЫЭЁ]", "Russian letters"),
    ("el", r"[\u0370-\u03ff]", "Greek letters"),
    ("he", r"[\u0590-\u05ff]", "Hebrew letters"),
    ("ur", r"[ٹڈڑںے]", "Urdu letters"),
    ("fa", r"[پچژگ]", "Persian letters"),
    ("ar", r"[\u0600-\u06ff]", "Arabic letters"),
    ("hi", r"[\u0900-\u097f]", "Devanagari"),
    ("bn", r"[\u0980-\u09ff]", "Bengali letters"),
    ("pa", r"[\u0a00-\u0a7f]", "Gurmukhi"),
    ("gu", r"[\u0a80-\u0aff]", "Gujarati letters"),
    ("ta", r"[\u0b80-\u0bff]", "Tamil letters"),
    ("te", r"[\u0c00-\u0c7f]", "Telugu letters"),
    ("kn", r"[\u0c80-\u0cff]", "Kannada letters"),
    ("ml", r"[\u0d00-\u0d7f]", "Malayalam letters"),
    ("th", r"[\u0e00-\u0e7f]", "Thai letters"),
    ("ka", r"[\u10a0-\u10ff]", "Georgian letters"),
    ("hy", r"[\u0530-\u058f]", "Armenian letters"),
    ("am", r"[\u1200-\u137f]", "Ethiopic letters"),
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CYRILLIC_LANGUAGES = frozenset({"ru", "bg", "kk", "ky", "tt", "mn", "tg"})
_LATIN_LANGUAGES = frozenset({
    "en", "es", "fr", "de", "it", "pt", "nl", "sv", "cs", "sw", "da", "no", "fi", "pl", "ro", "hu", "tr",
    "id", "vi", "ca", "hr", "sk", "sl", "et", "lv", "lt", "is", "ga", "cy", "eu", "gl", "sq", "af", "tl",
    "mt", "la", "eo", "ha", "yo", "zu", "xh", "so", "mg", "rw", "az", "uz", "ht", "ms",
})  # fmt: skip
_COMMON_WORDS = {
    "en": "the and you of to in is my your we are on that for with it all me this when be i'm don't "
    "i no not but can will just like so what they there never from out up was at don't you're it's",
    "es": "el la los las que de y en un una mi tu por con para se no es te más como pero cuando yo soy está",
    "fr": "le la les des et je tu il elle nous vous dans une est que qui pas mon ma sur avec pour ne c'est",
    "de": "der die das und ich du wir ist nicht ein eine mein dein in mit auf den zu für wenn es dich mich",
    "it": "il la gli che di e non un una mi ti per con sono è come più nel della io tu se ma amore",
    "pt": "o a os as que de e não um uma meu teu por com para eu você é mais como do da no na em",
    "nl": "de het een en ik jij je van in is niet mijn met op dat voor als we zijn aan maar",
    "sv": "och jag du är det en ett inte som på för med min din av att vi har den när så",
    "da": "og jeg du er det en et ikke som på for med min din af at vi har den når så",
    "pl": "i w nie się na że jest z do to jak ja ty mnie mój moja być tylko gdy czy",
    "tr": "ve bir bu ben sen için gibi çok ne de da var yok benim senin her ama",
    "cs": "a v je se na že to já ty jsem s jak mi tě můj už když ale jen",
    "fi": "ja on en sinä minä se ei kun niin mä sä oon mun sun vain kuin ole",
    "ro": "și în nu că un o eu tu este pe cu de la mai din sunt ca te mă",
    "id": "dan yang di aku kamu ku mu ini itu tak dengan untuk dari akan ada",
    "sw": "na ya wa la za kwa ni si yangu yako wangu wako leo mimi wewe nina sana kama hapa",
}
_COMMON = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_VOCABLES = re.compile(
    r"(?:[lndbs]a|d[oue]|[oauem]+h*|h?m+|(?:[hy]e+|h[aoe]+)y*h*|yeah|whoa|woah|ba+by|shoo|doo)+"
)
_LATIN = re.compile(r"[A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_MOSTLY = 0.9  # share of the letters
_FEWEST_HITS = 2  # different common words; one may be a coincidence
_CLEAR_SHARE, _CLEAR_LEAD = 0.22, 2.0  # of all words, and over the second best language
_CLEAR_HITS = 3  # different common words that settle the matter without the model
_RUSSIAN = "ru"
_PRIOR = 4.0  # how much likelier a song is in a language of the list above than in another
_SURE = 0.5  # probability below which the model is not believed


def detect_language(lyrics: str) -> tuple[str, str]:
    """The ISO 639-1 code of the lyrics and the reason for it; English where nothing tells."""
    sung = re.sub(r"\[[^\]]*\]", " ", lyrics)
    if not _is_mostly_latin(sung):
        for code, pattern, label in _SCRIPTS:
            if re.search(pattern, sung):
                return code, f"the lyrics are written in {label}"
        if _CYRILLIC.search(sung):
            return _by_model(sung, _CYRILLIC_LANGUAGES) or _RUSSIAN, "the lyrics are written in Cyrillic"
    return _of_latin(sung)


def _is_mostly_latin(text: str) -> bool:
    """Whether letters of other scripts are guests: a heart drawn with one, a single word."""
    letters = [character for character in text if character.isalpha()]
    latin = sum(_LATIN.match(letter) is not None for letter in letters)
    return latin > _MOSTLY * len(letters)


def _of_latin(sung: str) -> tuple[str, str]:
    """The language and the reason where no other script decides."""
    found = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sung.lower().replace("’", "'"))
    words = [word for word in found if not _VOCABLES.fullmatch(word)]  # "la la la" is no Italian
    if not words:
        return "en", "usual when nothing tells another"
    best, is_clear = _by_common_words(words)
    guess = None if is_clear else _by_model(" ".join(words), _LATIN_LANGUAGES)
    if guess:
        return guess, "letters and words of the lyrics"
    return (best, "common words of the lyrics") if best else ("en", "usual when nothing tells another")


def _by_common_words(words: list[str]) -> tuple[str | None, bool]:
    """The language with most common words, None if none has enough, and whether it is clearly that one."""
    hits = {code: [word for word in words if word in common] for code, common in _COMMON.items()}
    ranked = sorted(hits, key=lambda code: -len(hits[code]))  # stable: the earliest of equals, so English
    best, second = ranked[:2]
    different = len(set(hits[best]))
    if different < _FEWEST_HITS:
        return None, False
    is_clear = (
        different >= _CLEAR_HITS
        and len(hits[best]) >= _CLEAR_SHARE * len(words)
        and len(hits[best]) >= _CLEAR_LEAD * len(hits[second])
    )
    return best, is_clear


def _by_model(text: str, candidates: frozenset[str]) -> str | None:
    """The likeliest of the candidates, None if the model is not sure or cannot be unpacked on a full disk.

    Log-likelihoods are divided by the root of the length before they become probabilities, as letters of a
    text are no independent witnesses; the same scale is used by py3langid itself.
    """
    import py3langid

    scale = math.sqrt(len(text.encode()))
    try:
        ranked = py3langid.rank(text)  # it unpacks its model into a temporary file
    except OSError:
        return None
    scores = {code: score / scale for code, score in ranked if code in candidates}
    highest = max(scores.values())
    weights = {
        code: math.exp(score - highest) * (_PRIOR if code in _COMMON or code == _RUSSIAN else 1.0)
        for code, score in scores.items()
    }
    best = max(weights, key=lambda code: weights[code])
    return best if weights[best] >= _SURE * sum(weights.values()) else None
