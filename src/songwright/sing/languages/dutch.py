"""Says Dutch by its spelling: open and closed syllables, ui, ij, oe and eu, final devoicing.

Rules: Booij, "The Phonology of Dutch", 1995; Gussenhoven, "Dutch", Journal of the International Phonetic
Association 22, 1992. gruut's lexicon of Dutch was tried and is not used: docs/decisions/0010-languages.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Sound, Spelling, mark_vowel, table, words
from songwright.sing.syllables import BORDER, is_vowel

_V, _C = "[aeiouyäëïöüáéèêóú]", "[bcdfghjklmnpqrstvwxz]"
_OPEN = f"(?={_C}{_V}|$|[bdfgkpt][lr]{_V})"
_SPELLING = Spelling(f"""
sch(?={_V}|r) s x
sch s
ch x
sj ʃ
tj c
ng(?={_V}|s|t|d|$) ŋ
ng ŋ
nk ŋ k
ck k
ph f
th t
qu k ʋ
c(?=[eiy]) s
c k
dt t
bb b
dd d
ff f
gg ɣ
kk k
ll l
mm m
nn n
pp p
rr r
ss s
tt t
ieuw iu
eeuw eːu
uw yːu
aai aːi
ooi oːi
oei ui
ij(?=k(?:e|er|s)?$) ə
ij ɛi
ei ɛi
ui œy
ou ʌu
auw ʌu
au ʌu
ouw ʌu
oe u
eu øː
ië i ə
ie i
aa aː
ee eː
oo oː
uu yː
[éè] eː
ê ɛː
ë ə
ï i
ö ø
ü y
ó oː
á aː
a{_OPEN} aː
a ɑ
e{_OPEN} eː
e ɛ
(?<=[a-z])i(?=g(?:e|er|s|st)?$) ə
i{_OPEN} i
i ɪ
o{_OPEN} oː
o ɔ
u{_OPEN} yː
u ʏ
y i
b b
d d
f f
g ɣ
h h
j j
k k
l l
m m
n n
p p
q k
r r
s s
t t
v v
w(?=r) v
w ʋ
x k s
z z
""")
_OWN = table("""
de: d ə
het: h ɛ t
't: ə t
een: ə n
'n: ə n
te: t ə
je: j ə
ze: z ə
we: ʋ ə
me: m ə
er: ɛ r
zo: z oː
nu: n yː
u: yː
uw: yːu
jouw: j ʌu
bijzonder: b i z ˈɔ n d ə r
misschien: m ɪ s x ˈi n
waarom: ʋ aː r ˈɔ m
voorbij: v oː r b ˈɛi
altijd: ˈɑ l t ɛi t
muziek: m y z ˈi k
gitaar: ɣ i t ˈaː r
moment: m oː m ˈɛ n t
alleen: ɑ l ˈeː n
opnieuw: ɔ p n ˈiu
omhoog: ɔ m h ˈoː x
samen: s ˈaː m ə n
iemand: ˈi m ɑ n t
""")
_WEAK_PREFIX = re.compile(
    "(?:be(?!en|er|ter|st|l|d|k|t)|ge(?!en|ef|ven|ld|luid|es|zicht$|k$|r[ae]?$|st)|ver(?!s$|der|re$|te)|ont|her(?=in|o))"
    "(?=.*[aeiouy].*)"
)
_PREFIX_PHONES = table("""
be: b ə
ge: ɣ ə
ver: v ə r
ont: ɔ n t
her: h ɛ r
""")
_VOICELESS = {"b": "p", "d": "t", "ɣ": "x", "v": "f", "z": "s"}
_ENDING = re.compile(
    "(?:heid|lijk(?:e|er)?|loos|zaam|baar|schap|licht|nacht|hart|hemel|tijd|straat|huis|weg|regen|zon|zee)$"
)
_LIGHT = words(
    "de het een 't 'n en of maar want dat die als dan toch te om in op aan bij met naar van voor uit tot "
    "door over onder zonder is ben bent zijn was waren heb hebt heeft had wordt zal zou kan er niet geen "
    "om zo"
)
_HALF = words(
    "ik jij je hij zij ze wij we jullie mij me jou hem haar ons hun mijn jouw zijn haar onze nog wel ook "
    "hier daar nu"
)


def _read(word: str) -> tuple[str, ...]:
    word = word.replace("'", "") if word not in _OWN else word
    if word in _OWN:
        return _OWN[word]
    prefix = _WEAK_PREFIX.match(word)
    if prefix and len(word) - prefix.end() >= 3:
        return (*_PREFIX_PHONES[prefix[0]], BORDER, *_read(word[prefix.end() :]))
    ending = _ENDING.search(word)
    if ending and ending.start() >= 3 and re.search(_V, word[: ending.start()]):
        second = tuple(phone.replace("ˈ", "ˌ") for phone in _stem(word[ending.start() :]))
        return (*_read(word[: ending.start()]), BORDER, *second)
    return _stem(word)


def _stem(word: str) -> tuple[str, ...]:
    sounds = _SPELLING.read(word)
    late = len(word) > 5 and re.search("(?:tie|iteit|eren|eel|aal|ief|eus|ent|ant|ment)$", word)
    if late and late[0] == "eren" and len(word) < 8:
        late = None
    marked = mark_vowel(
        [sound.phone for sound in sounds], -2 if late and late[0] == "eren" else -1 if late else 0
    )
    return _devoiced(_with_schwas(marked, sounds, word))


def _with_schwas(phones: Sequence[str], sounds: Sequence[Sound], word: str) -> list[str]:
    """Every plain e after the first vowel is a schwa."""
    said = list(phones)
    seen = False
    for index, sound in enumerate(sounds):
        if not is_vowel(sound.phone):
            continue
        if (
            seen
            and phones[index] in ("ɛ", "eː")
            and word[sound.at : sound.at + 2] != "ee"
            and word[sound.at] == "e"
        ):
            said[index] = "ə"
        seen = True
    return said


def _devoiced(phones: Sequence[str]) -> tuple[str, ...]:
    """Obstruents lose their voice at the end and before voiceless ones; v and z after them too."""
    said = list(phones)
    for index in range(len(said) - 1, -1, -1):
        after = said[index + 1] if index + 1 < len(said) else ""
        if said[index] in _VOICELESS and (not after or after in ("p", "t", "k", "s", "f", "x", "ʃ")):
            said[index] = _VOICELESS[said[index]]
    for index in range(1, len(said)):
        if said[index] in ("v", "z", "ɣ") and said[index - 1] in ("p", "t", "k", "s", "f", "x"):
            said[index] = _VOICELESS[said[index]]
    return tuple(said)


DUTCH = Language("nl", _read, _LIGHT, _HALF, rising_onsets(2, "s", "sx kn ɣn vr ʋr zʋ tʋ dʋ kʋ sm sn"))
