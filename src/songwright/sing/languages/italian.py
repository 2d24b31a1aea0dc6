"""Says Italian: stress and open vowels from gruut's lexicon, all else by the spelling.

Rules: Bertinetto and Loporcaro, "The sound pattern of Standard Italian", Journal of the International
Phonetic Association 35, 2005.
"""

from __future__ import annotations

import re

from songwright.sing.languages.language import Language, ReadWord
from songwright.sing.languages.lexicon import Lexicon
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Spelling, replace_all, table, words
from songwright.sing.syllables import has_vowel

_SPELLING = Spelling("""
gli(?=[aeouàèéìòóù]) ʎ
gli(?![a-zà-ù]) ʎ i
gl(?=i) ʎ
gn ɲ
sci(?=[aouàòóù]) ʃ
scie ʃ e
sc(?=[eièéìí]) ʃ
cch k k
ch k
ggh ɡ ɡ
gh ɡ
cci(?=[aouàòóù]) t͡ʃ t͡ʃ
cc(?=[eièéìí]) t͡ʃ t͡ʃ
ci(?=[aouàòóù]) t͡ʃ
cie t͡ʃ e
c(?=[eièéìí]) t͡ʃ
cqu k k w
qu k w
ggi(?=[aouàòóù]) d͡ʒ d͡ʒ
gg(?=[eièéìí]) d͡ʒ d͡ʒ
gi(?=[aouàòóù]) d͡ʒ
g(?=[eièéìí]) d͡ʒ
zz t͡s t͡s
z t͡s
(?<=[aeiouàèéìòóù])s(?=[aeiouàèéìòóù]) z
s(?=[bdgvmnlr]) z
(?<=[aeiouàèéìòóù])r(?=[aeiouàèéìòóù]) ɾ
h -
(?<![a-zà-ù])i(?=[aeo]) j
(?<=[a-zà-ù][a-zà-ù])i(?=[aeouàèéòóù]) j
(?<=[bdflmnprstv])i(?=[aeouàèéòóù][a-zà-ù]{2}) j
(?<=[bdflmnprstv])iù j ˈu
(?<=[fp])ie(?=[nrd]) j ɛ
uo(?=[a-zà-ù]) w ɔ
(?<=g)u(?=[aeiàèéìòó]) w
(?<![a-zà-ù])u(?=[aei]) w
à ˈa
è ˈɛ
é ˈe
[ìí] ˈi
[òó] ˈɔ
[ùú] ˈu
a a
e e
[ijy] i
o o
[uü] u
b b
c k
d d
f f
g ɡ
k k
l l
m m
n n
p p
r r
s s
t t
v v
w w
x k s
""")
# Vowel and weak i or u in one syllable; long consonants as one long phone.
_JOINING = (
    (r" ([ˈ]?[aeɛoɔ]) (?= i (?!  [aeɛoɔu]))", r" \1_ "),
    (r"_   ?i ", "i "),
    (r" ([ˈ]?[aeɛ])  u (?!  [aeɛoɔi])", r" \1u "),
    (r" (ˈu)  i $", r" \1i "),
    (r" ([^ aeɛioɔu]+)  \1 ", r" \1ː "),
    (r" t  (t͡[sʃ]) ", r" \1ː "),
    (r" d  (d͡[zʒ]) ", r" \1ː "),
    (r" n (?=  [pbm] )", " m "),
    (r" n (?=  [kɡ] )", " ŋ "),
)
_DIPHTHONGS = frozenset({"ai", "ei", "ɛi", "oi", "ɔi"})
_LIGHT = words(
    "il lo la i gli le un uno una di a da in con su per tra fra e ed o ma che se non mi ti si ci vi ne "
    "del dello della dei degli delle al allo alla ai agli alle dal dalla dai nel nella nei nelle sul "
    "sulla come quando è sono ho hai ha ad"
)
_HALF = words("io tu lui lei noi voi loro mio mia tuo tua suo sua questo questa quel quella sei più già mai")
_OWN = table("""
che: k e
sono: s ˈo n o
ancora: a n k ˈo r a
poi: p ˈɔi
perché: p e r k ˈe
ciao: t͡ʃ ˈao
bacio: b ˈa t͡ʃ o
baci: b ˈa t͡ʃ i
maria: m a r ˈi a
lucia: l u t͡ʃ ˈi a
sofia: s o f ˈi a
tuoi: t w ˈɔi
suoi: s w ˈɔi
vuoi: v w ˈɔi
puoi: p w ˈɔi
miei: m j ˈɛi
lui: l ˈui
cui: k ˈui
""")


def _reader() -> ReadWord:
    lexicon = Lexicon("it")

    def read(word: str) -> tuple[str, ...]:
        clitic, apostrophe, rest = word.rpartition("'")
        if apostrophe and rest:
            return (*(sound.phone for sound in _SPELLING.read(clitic)), *_say_word(rest, lexicon))
        return _say_word(word.replace("'", ""), lexicon)

    return read


def _say_word(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    listed = _OWN.get(word) or lexicon.find(word)
    phones = _onto_vowels(listed) if listed else tuple(sound.phone for sound in _SPELLING.read(word))
    joined = replace_all(phones, _JOINING)
    if not any("ˈ" in phone for phone in joined) and has_vowel(joined):
        joined = _penultimate(joined)
    return joined


def _onto_vowels(phones: tuple[str, ...]) -> tuple[str, ...]:
    """The lexicon marks the first phone of a stressed syllable; the singer the vowel."""
    line = re.sub(
        r"ˈ([^aeiouɛɔˈ]*)([aeiouɛɔ])", r"\1ˈ\2", " ".join(phones).replace("ˌ", "").replace("ˈ ", "ˈ")
    )
    return tuple(line.split())


def _penultimate(phones: tuple[str, ...]) -> tuple[str, ...]:
    """Stress on the last vowel but one, on the last where it is a diphthong: "amore", "vorrei"."""
    vowels = [index for index, phone in enumerate(phones) if has_vowel((phone,))]
    from_end = 1 if phones[-1] in _DIPHTHONGS else 2
    place = vowels[max(len(vowels) - from_end, 0)]
    return tuple("ˈ" + phone if index == place else phone for index, phone in enumerate(phones))


ITALIAN = Language("it", _reader(), _LIGHT, _HALF, rising_onsets(2, "sz"))
