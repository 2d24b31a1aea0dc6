"""Says Czech by its spelling, which is regular: long vowels, ř, syllabic r and l, assimilated voice.

Rules: Palková, "Fonetika a fonologie češtiny", 1994. The first syllable is stressed.
"""

from __future__ import annotations

from collections.abc import Sequence

from songwright.sing.languages.language import Language, Spoken
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Spelling, mark_vowel, words
from songwright.sing.languages.voicing import Voicing
from songwright.sing.phones import SYLLABIC
from songwright.sing.syllables import is_vowel

_SPELLING = Spelling("""
(?<![a-zá-ž])j(?=s) -
(?<=ne)j(?=s[emitou]) j
ch x
dž d͡ʒ
dz d͡z
d(?=[iíě]) ɟ
t(?=[iíě]) c
n(?=[iíě]) ɲ
mě m ɲ ɛ
(?<=[bpvf])ě j ɛ
ě ɛ
(?<=^n)au a u
(?<=^z)au a u
(?<=^p)ou(?=č) o u
(?<=^d)ou(?=[čf]) o u
ou ou
au au
(?<=n)eu ɛ u
eu ɛu
á aː
é ɛː
[íý] iː
ó oː
[úů] uː
a a
e ɛ
[iy] ɪ
o o
u u
š ʃ
ž ʒ
č t͡ʃ
ř r̝
ď ɟ
ť c
ň ɲ
c t͡s
h ɦ
q k v
x k s
w v
g ɡ
ö ø
ü y
ä ɛ
ĺ l
ŕ r
b b
d d
f f
j j
k k
l l
m m
n n
p p
r r
s s
t t
v v
z z
""")
_VOICELESS = {
    "b": "p", "d": "t", "ɟ": "c", "ɡ": "k", "v": "f", "z": "s", "ʒ": "ʃ", "ɦ": "x", "d͡z": "t͡s", "d͡ʒ": "t͡ʃ",
}  # fmt: skip
_VOICED = {partner: voiced for voiced, partner in _VOICELESS.items()}
_VOICING = Voicing(_VOICELESS, _VOICED, frozenset("v"), keeps_before_vowel=False)
_PREPOSITIONS = {
    "v": "v", "k": "k", "s": "s", "z": "z", "od": "d", "pod": "d", "nad": "d", "před": "d", "bez": "z",
    "přes": "s",
}  # fmt: skip
_LIGHT = words(
    "a i k ke ku v ve s se si z ze o u do na po za od pro při pod nad bez že by bych ti mi mě tě ho mu jí "
    "ji je jsem jsi jsou jsme jste byl byla aby když ale nebo ani jak tak už no"
)
_HALF = words("já ty on ona my vy oni to ten ta co kdo můj tvůj mé tvé má tvá nás vás nám vám jen tě mě sám")


def _read(word: str) -> tuple[str, ...]:
    phones = [sound.phone for sound in _SPELLING.read(word)]
    return mark_vowel(_with_syllabic(_VOICING.assimilated(phones)), 0)


def _link(line: Sequence[Spoken]) -> list[tuple[str, ...]]:
    return _VOICING.linked(line, _PREPOSITIONS)


def _with_syllabic(phones: list[str]) -> tuple[str, ...]:
    """r and l between consonants, or after one at the end, carry a syllable: "srdce", "vlk", "vítr"."""
    said = list(phones)
    for index in range(1, len(said)):
        after = said[index + 1] if index + 1 < len(said) else "s"
        if said[index] in ("r", "l") and not is_vowel(said[index - 1]) and not is_vowel(after):
            said[index] += SYLLABIC
    if said[-2:] in (["s", "m"], ["d", "m"]):
        said.insert(-1, "u")  # "osm", "sedm"
    return tuple(said)


_ONSETS = "mɲ ml mr vl vr vj vz kv tv dv sv zv xv ɦv ɡv fs fʃ kd ɡd kt pt tk"
CZECH = Language("cs", _read, _LIGHT, _HALF, rising_onsets(1, "sʃzʒ", _ONSETS), _link)
