"""Says Swedish by its spelling: long and short vowels, soft k, g and sk, the sj-sound, retroflexes.

Rules: Riad, "The Phonology of Swedish", 2014; Engstrand, "Swedish", Journal of the International Phonetic
Association 20, 1990. Pitch accents are left to the tune. gruut's lexicon of Swedish lacks inflected forms and
retroflexes and is not used: docs/decisions/0010-languages.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Spelling, mark_vowel, replace_all, table, words
from songwright.sing.syllables import BORDER

_V, _C = "[aeiouyåäöéü]", "[bcdfghjklmnpqrstvwxz]"
_FRONT = "[eiyäöé]"
_LONG = f"(?={_C}{_V}|$|[bdfghjklnprstv]$|[bdgklnprstv]s$|r[nlt]|[bdgkpt][lrn]{_V}|[bdglpkv](?:t|de|te)$)"
_START = "(?<![a-zåäöé])"
_SPELLING = Spelling(f"""
skj ɧ
stj ɧ
sj ɧ
sch ɧ
sk(?={_FRONT}) ɧ
sti(?=on) ɧ
tion ɧ ˈuː n
sion ɧ ˈuː n
tj ɕ
kj ɕ
{_START}k(?={_FRONT}) ɕ
{_START}gj j
{_START}lj j
{_START}hj j
{_START}dj j
{_START}g(?={_FRONT}) j
(?<=[lr])g$ j
ck k
ch k
ng ŋ
nk ŋ k
gn ŋ n
qu k v
ph f
th t
bb b
dd d
ff f
gg ɡ
kk k
ll l
mm m
nn n
pp p
rr r
ss s
tt t
c(?=[eiy]) s
c k
au aʊ
eu ɛʊ
a{_LONG} ɑː
a a
[eé]{_LONG} eː
e ɛ
i{_LONG} iː
i ɪ
o(?=ll|ck|ft|ss|tt|pp|bb|mm|rg|rt|lk|lj) ɔ
o{_LONG} uː
o ɔ
u{_LONG} ʉː
u ɵ
y{_LONG} yː
y ʏ
å{_LONG} oː
å ɔ
är(?={_V}|$|[nldt]) æː r
är æ r
ä{_LONG} ɛː
ä ɛ
ör(?={_V}|$|[nd]) øː r
ör œ r
ö{_LONG} øː
ö œ
ü yː
b b
d d
f f
g ɡ
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
w v
x k s
z s
""")
_OWN = table("""
jag: j ɑː
och: ɔ k
å: oː
det: d eː
de: d ɔ m
dem: d ɔ m
dom: d ɔ m
är: ɛː
mig: m ɛj
dig: d ɛj
sig: s ɛj
mej: m ɛj
dej: d ɛj
sej: s ɛj
säga: s ˈɛ j a
säger: s ˈɛː j ɛ r
som: s ɔ m
om: ɔ m
kom: k ɔ m
hon: h ʊ n
han: h a n
man: m a n
din: d ɪ n
min: m ɪ n
sin: s ɪ n
den: d ɛ n
en: ɛ n
ett: ɛ t
hem: h ɛ m
fram: f r a m
dröm: d r œ m
rum: r ɵ m
genom: j ˈeː n ɔ m
igen: ɪ j ˈɛ n
idag: ɪ d ˈɑː ɡ
ikväll: ɪ k v ˈɛ l
inatt: ɪ n ˈa t
vart: v a ʈ
bort: b ɔ ʈ
borta: b ˈɔ ʈ a
blir: b l iː r
till: t ɪ l
något: n ˈoː ɡ ɔ t
någon: n ˈoː ɡ ɔ n
kanske: k ˈa n ɧ ɛ
människa: m ˈɛ n ɪ ɧ a
musik: m ɵ s ˈiː k
gitarr: j ɪ t ˈa r
allting: ˈa l t ɪ ŋ
ljus: j ʉː s
huvud: h ˈʉː v ɵ d
tid: t iː d
ned: n eː d
nej: n ɛj
hej: h ɛj
""")
_WEAK_PREFIX = re.compile("(?:be(?!r|t[au]|n)|för(?!e|st|r|a))(?=.*[aeiouyåäö])")
_RETROFLEXES = (
    (r" r  t ", " ʈ "),
    (r" r  d ", " ɖ "),
    (r" r  n ", " ɳ "),
    (r" r  l ", " ɭ "),
    (r" r  s ", " ʂ "),
)
_SHORT = {
    "ɑː": "a", "eː": "ɛ", "iː": "ɪ", "uː": "ʊ", "ʉː": "ɵ", "yː": "ʏ", "oː": "ɔ", "ɛː": "ɛ",
    "øː": "œ", "æː": "æ",
}  # fmt: skip
_LIGHT = words(
    "och att en ett den det de i på av till för med om som men när så är var har hade ska kan vid från "
    "under över mot utan hos min mitt din ditt sin sitt än ur in"
)
_HALF = words(
    "jag du han hon vi ni dom dem mig dig sig oss er honom henne mina dina sina vår er nu här där då bara "
    "inte ej"
)


def _read(word: str) -> tuple[str, ...]:
    word = word.replace("'", "")
    if word in _OWN:
        return _OWN[word]
    prefix = _WEAK_PREFIX.match(word)
    if prefix and len(word) - prefix.end() >= 3:
        first = {"be": ("b", "ɛ"), "för": ("f", "œ", "r")}[prefix[0]]
        return (*first, BORDER, *_read(word[prefix.end() :]))
    phones = [sound.phone for sound in _SPELLING.read(word)]
    if not any("ˈ" in phone for phone in phones):
        phones = list(mark_vowel(phones, -2 if re.search("era[rs]?$", word) and len(word) > 5 else 0))
    return replace_all(_shortened(phones), _RETROFLEXES)


def _shortened(phones: Sequence[str]) -> list[str]:
    """Only stressed vowels are long."""
    return [_SHORT.get(phone, phone) for phone in phones]


SWEDISH = Language("sv", _read, _LIGHT, _HALF, rising_onsets(2, "s", "kn sm sn sv tv kv dv ɕv vr fn"))
