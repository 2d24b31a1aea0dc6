"""Guesses the language of lyrics by script and by common words. It knows nothing of pronunciation."""

from __future__ import annotations

import re

_SCRIPTS: tuple[tuple[str, str, str], ...] = (  # the first script found wins; kana before Han
    ("ja", r"[\u3040-\u30ff]", "kana"),
    ("ko", r"[\uac00-\ud7af\u1100-\u11ff]", "Hangul"),
    ("zh", r"[\u4e00-\u9fff]", "Chinese characters"),
    ("uk", r"[іїєґІЇЄҐ]", "Ukrainian letters"),
    ("ru", r"[\u0400-\u04ff]", "Cyrillic"),
    ("el", r"[\u0370-\u03ff]", "Greek letters"),
    ("he", r"[\u0590-\u05ff]", "Hebrew letters"),
    ("fa", r"[پچژگ]", "Persian letters"),
    ("ar", r"[\u0600-\u06ff]", "Arabic letters"),
    ("hi", r"[\u0900-\u097f]", "Devanagari"),
    ("th", r"[\u0e00-\u0e7f]", "Thai letters"),
)
_COMMON_WORDS: dict[str, str] = {
    "en": "the and you of to in is my your we are on that for with it all me this when be i'm don't",
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
}
_FEWEST_HITS = 2  # different common words; one may be a coincidence


def detect_language(lyrics: str) -> tuple[str, str]:
    """The ISO 639-1 code of the lyrics and the reason for it; English where nothing tells."""
    sung = re.sub(r"\[[^\]]*\]", " ", lyrics)
    for code, pattern, label in _SCRIPTS:
        if re.search(pattern, sung):
            return code, f"the lyrics are written in {label}"
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sung.lower().replace("’", "'"))
    hits = {code: _hits(words, common.split()) for code, common in _COMMON_WORDS.items()}
    best = max(hits, key=lambda code: hits[code])  # the earliest of equals, so English
    if hits[best]:
        return best, "common words of the lyrics"
    return "en", "usual when nothing tells another"


def _hits(words: list[str], common: list[str]) -> int:
    found = [word for word in words if word in common]
    return len(found) if len(set(found)) >= _FEWEST_HITS else 0  # "la la la" is no Italian
