"""Says Swahili by its spelling, which is regular: every vowel is a syllable, the last but one is stressed.

Rules: Ashton, "Swahili Grammar", 1944; phones: Contini-Morava, "Swahili Phonology", 1997.
"""

from __future__ import annotations

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Spelling, mark_vowel, nuclei, words

# m before most consonants, and a nasal before the only vowel of a word, are syllables of their own.
_SPELLING = Spelling("""
(?<![a-z'])m(?=bw?[aeiou]$) m̩
(?<![a-z'])m(?=b[aeiou]|b?w|v|y|[aeiou]) m
(?<![a-z'])m(?=mb|[bcdfghjklmnprstz]) m̩
(?<![a-z'])n(?=(?:ch|[dgjnt])w?[aeiou]$) n̩
ng' ŋ
ng(?=[aeiouwy]) ŋ ɡ
ny ɲ
nj n d͡ʒ
sh ʃ
ch t͡ʃ
dh ð
th θ
gh ɣ
kh x
a ɑ
e ɛ
i i
o ɔ
u u
b ɓ
d ɗ
f f
g ɡ
h h
j d͡ʒ
k k
l l
m m
n n
p p
r ɾ
s s
t t
v v
w w
y j
z z
c k
q k
x k s
""")
_LIGHT = words("na ya wa la za cha vya kwa ni si ndi kama lakini au tu bado pia")
_HALF = words("mimi wewe yeye sisi nyinyi wao hii huyu hiyo hapa kwamba sasa")
_PRENASAL = "mb mɓ nd nɗ n.d͡ʒ nz ŋɡ mv"


def _read(word: str) -> tuple[str, ...]:
    sounds = _SPELLING.read(word)
    phones = [sound.phone for sound in sounds]
    return mark_vowel(phones, -2 if len(nuclei(sounds)) > 1 else 0)


SWAHILI = Language("sw", _read, _LIGHT, _HALF, rising_onsets(2, pairs=_PRENASAL))
