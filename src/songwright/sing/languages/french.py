"""Says French by gruut's lexicon and model, with liaison and the sung e.

A final e is sung before a consonant, not before a vowel or at the end of a line, as in French verse
(Grammont, "Petit traité de versification française", 1908). Liaison: Delattre, "Studies in French and
Comparative Phonetics", 1966: after determiners, pronouns, short prepositions and adverbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from songwright.sing.languages.language import Language, ReadWord, Spoken
from songwright.sing.languages.lexicon import Lexicon
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import mark_vowel, table, words
from songwright.sing.syllables import has_vowel, is_vowel, unstressed

_CLITICS = table("""
l: l
d: d
j: ʒ
t: t
s: s
m: m
n: n
c: s
ç: s
qu: k
jusqu: ʒ y s k
lorsqu: l ɔ ʁ s k
puisqu: p ɥ i s k
quelqu: k ɛ l k
presqu: p ʁ ɛ s k
quoiqu: k w a k
""")
_OWN = table("""
ne: n ə
ce: s ə
tes: t e
est: ɛ
c'est: s ɛ
plus: p l y
tous: t u
fils: f i s
ouais: w ɛ
ouh: u
oh: o
ah: a
eh: e
hé: e
y: i
la: l a
vingt: v ɛ̃
""")
_LIAISON_Z = words(
    "les des ces mes tes ses nos vos leurs aux nous vous ils elles dans chez sans sous très plus deux "
    "trois six dix quels quelles mais pas quelques plusieurs aucuns certains autres petits petites grands "
    "grandes beaux belles"
)
_LIAISON_T = words("est c'est sont ont quand tout petit grand vingt cent fait était avait dont haut")
_LIAISON_N = words("un mon ton son aucun on en bien rien bon")
_ASPIRATED_H = re.compile(
    "(?:hér(?:os$|iss)|haut|hain|haï|honte|hont|hurl|hasard|hanch|huit|hors|halt|harp|hât|hant|hall|hach|harcel|hardi|"
    "hauss|heurt|hibou|hiér|hisser|hollan|hock|houle|housse|huée|hutte|onz|oui|ouate|un$|yacht|yo|whis|week)"
)
_MUTE_END = re.compile("(?:[^aeiouyéèêâîôû]|[gq]u|[aeiou][iy]ll|y)(?:e|es|ent)$|(?:ill|eill|aill)es?$")
_LIGHT = words(
    "le la les l' un une des du de d' à au aux en et ou où mais donc que qu' qui ne n' pas se s' sur sous "
    "dans par pour avec sans chez si est c'est suis es sont ai as a ont ce cet cette ces mon ma mes ton "
    "ta tes son sa ses nos vos leur leurs y"
)
_HALF = words(
    "je j'ai tu il elle on nous vous ils elles me te moi toi lui tout plus bien comme quand notre votre t'es"
)


def _reader() -> ReadWord:
    lexicon = Lexicon("fr")

    def read(word: str) -> tuple[str, ...]:
        phones = _say_word(word, lexicon)
        if phones and _ends_in_cluster(phones):
            phones = (*phones, "ə")  # "arbre", "peuple": singers give the cluster a vowel
        return mark_vowel(phones, -2 if phones[-1:] == ("ə",) else -1)

    return read


def _say_word(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    listed = _OWN.get(word) or lexicon.find(word) or lexicon.find(word.replace("oe", "œ"))
    if listed:
        return listed
    clitic, apostrophe, rest = word.partition("'")
    if apostrophe:
        return (*_CLITICS.get(clitic, ()), *_say_word(rest, lexicon)) if rest else _CLITICS.get(clitic, ())
    return lexicon.guess(word) if word.isalpha() else ()


def _ends_in_cluster(phones: Sequence[str]) -> bool:
    return len(phones) > 2 and phones[-1] in ("ʁ", "l") and phones[-2] in "pbtdkɡfv"


def _link(line: Sequence[Spoken]) -> list[tuple[str, ...]]:
    """Liaison consonants go to the next word; a mute e is sung before a consonant."""
    linked: list[tuple[str, ...]] = []
    carried: tuple[str, ...] = ()
    for spoken, after in zip_longest(line, line[1:]):
        phones = (*carried, *spoken.phones)
        carried = ()
        if after and after.phones and spoken.phones:
            opens = _opens_with_vowel(after)
            carried = _liaison(spoken.plain) if opens else ()
            if _is_mute(spoken) and not opens:
                phones = (*phones, "ə")
        if _is_mute_after_cluster(spoken, after):
            phones = phones[:-1]
        linked.append(phones)
    return linked


def _opens_with_vowel(word: Spoken) -> bool:
    first = unstressed(word.phones[0])
    return (is_vowel(first) or first in ("j", "w", "ɥ")) and not _ASPIRATED_H.match(word.plain)


def _is_mute(word: Spoken) -> bool:
    """Whether a word is written with a final e that its phones do not have."""
    return _MUTE_END.search(word.plain) is not None and not has_vowel(word.phones[-1:])


def _is_mute_after_cluster(word: Spoken, after: Spoken | None) -> bool:
    """Whether "arbre" stands before a vowel, which takes its e away."""
    elided = word.plain.endswith("e") and word.phones[-1:] == ("ə",) and len(word.phones) > 2
    return elided and after is not None and bool(after.phones) and _opens_with_vowel(after)


def _liaison(word: str) -> tuple[str, ...]:
    last = word.split()[-1]
    if last in _LIAISON_Z:
        return ("z",)
    if last in _LIAISON_T:
        return ("t",)
    return ("n",) if last in _LIAISON_N else ()


FRENCH = Language("fr", _reader(), _LIGHT, _HALF, rising_onsets(2), _link)
