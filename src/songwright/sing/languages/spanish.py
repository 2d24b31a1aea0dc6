"""Says Spanish by its spelling, which is regular, as most of Latin America does (s for z, ʝ for ll).

Rules: Real Academia Española, "Ortografía de la lengua española", 2010; phones: Hualde, "The Sounds of
Spanish", 2005.
"""

from __future__ import annotations

import re

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Sound, Spelling, nuclei, replace_all, with_stress, words

_SPELLING = Spelling("""
ch t͡ʃ
ll ʝ
rr r
qu(?=[eiéí]) k
q k
gu(?=[eiéí]) ɡ
gü ɡ w
cc(?=[eiéí]) k s
c(?=[eiéí]) s
c k
g(?=[eiéí]) x
g ɡ
(?<![a-zñáéíóúü])x s
x(?=[cst]) k
x k s
[jʒ] x
[zsç] s
ñ ɲ
(?<![a-zñáéíóúü])r r
(?<=[lns])r r
r ɾ
(?<![a-zñáéíóúü])h?i(?=[aeoáéó]) ʝ
h -
sh ʃ
[aá][iy](?![aeiouáéíóú]) ai
[eé][iy](?![aeiouáéíóú]) ei
[oó][iy](?![aeiouáéíóú]) oi
[aá]u(?![aeoáéó]) au
[eé]u(?![aeoáéó]) eu
[oó]u(?![aeoáéó]) ou
(?<![a-zñáéíóúü])y(?![a-zñáéíóúü]) i
uy(?![a-zñáéíóúü]) w i
y(?=[aeiouáéíóú]) ʝ
y i
[iï](?=[aeouáéóú]) j
[uü](?=[aeioáéíó]) w
[aáàâ] a
[eéèê] e
[iíìî] i
[oóòô] o
[uúùûü] u
[bv] b
d d
f f
k k
l l
m m
n n
p p
t t
w w
""")
_ACCENTED = re.compile("[áéíóú]")
_OWN = {
    "méxico": "méjico",
    "mexicano": "mejicano",
    "mexicana": "mejicana",
    "texas": "tejas",
    "oaxaca": "oajaca",
}
# After a vowel or a continuant the voiced stops are weak approximants (Hualde 2005, section 8.1).
_WEAKENING = (
    (r"(?<=[^nmɲŋ ] ) b (?= )", " β "),
    (r"(?<=[^nmɲŋl ] ) d (?= )", " ð "),
    (r"(?<=[^nmɲŋ ] ) ɡ (?= )", " ɣ "),
    (r" n (?=  [pbm] )", " m "),
    (r" n (?=  [kɡx] )", " ŋ "),
)
_LIGHT = words(
    "el la los las un una unos unas de del a al en y e o u que con por para sin se si mi tu su mis tus "
    "sus me te le lo les nos os pero ni como cuando donde porque es son ha he has han desde hasta sobre "
    "entre"
)
_HALF = words(
    "yo tú él ella nosotros ellos ellas este esta ese esa muy ya más tan bien está estoy era soy eres fue"
)


def _read(word: str) -> tuple[str, ...]:
    word = _OWN.get(word, word)
    sounds = _SPELLING.read(word)
    phones = with_stress(sounds, _stressed(word, sounds))
    return replace_all(phones, _WEAKENING)


def _stressed(word: str, sounds: list[Sound]) -> int | None:
    """The accent tells; else the last but one if the word ends in a vowel, n or s; else the last."""
    vowels = nuclei(sounds)
    accent = _ACCENTED.search(word)
    if accent:
        return max((index for index in vowels if sounds[index].at <= accent.start()), default=None)
    if word.endswith("mente") and len(vowels) > 3:
        return vowels[-2]
    ends_open = re.search("[aeiouns]$", word) is not None
    return vowels[max(len(vowels) - (2 if ends_open else 1), 0)] if vowels else None


SPANISH = Language("es", _read, _LIGHT, _HALF, rising_onsets(2))
