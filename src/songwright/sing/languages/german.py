"""Says German by its spelling: morphemes first, then long and short vowels, final devoicing, vocalic r.

Rules: Duden, "Das Aussprachewörterbuch", 2015; Kohler, "Einführung in die Phonetik des Deutschen", 1995.
gruut's lexicon of German was tried and is not used: docs/decisions/0010-languages.md says why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import Spelling, mark_vowel, table, words
from songwright.sing.syllables import BORDER, has_vowel, is_vowel, unstressed

_V, _C = "[aeiouäöüy]", "[bcdfghjklmnpqrstvwxzß]"
# One consonant letter and a vowel, an end, or an ending of verbs after b, d, g make the vowel before long.
_LONG = f"(?=ß|{_C}{_V}|[bdfgklmnprst]$|[bdg](?:t|st|te|ten|test|tet|nen?)$|[bdfgkpt][lr]{_V}|r[dt]?$)"
_SPELLING = Spelling(f"""
tsch t͡ʃ
sch ʃ
(?<!{_V})(?<!{_C})ch(?=[ei]) ç
(?<!{_V})(?<!{_C})ch k
chs(?={_V}|$) k s
(?<=[eä]u)ch ç
(?<=[aou])ch x
ch ç
ck k
ph f
(?<!{_V})(?<!{_C})th t
th(?={_V}|r) t
pf p͡f
tz t͡s
z t͡s
tion t͡s j oː n
ssion s j oː n
qu k v
dt t
ng(?=[ae]?(?:n|l|r|s|t|st|e|es)?$|s|t) ŋ
ng(?=[eiu]) ŋ
ng ŋ
nk ŋ k
(?<!{_V})(?<!{_C})st ʃ t
(?<!{_V})(?<!{_C})sp ʃ p
ss s
ß s
(?<!{_C})s(?={_V}) z
(?<=[lmnr])s(?={_V}) z
s s
bb b
dd d
ff f
gg ɡ
kk k
ll l
mm m
nn n
pp p
rr ʁ
tt t
(?:äu|eu) ɔʏ
(?:ei|ai|ey|ay) aɪ
au aʊ
ieh iː
ie iː
ih iː
aa aː
ah aː
ee eː
eh eː
oo oː
oh oː
uh uː
äh ɛː
öh øː
üh yː
a{_LONG} aː
a a
e{_LONG} eː
e$ ə
e ɛ
i(?=gin|g(?:e|en|er|es)$) ɪ
i(?={_C}{_V}|r$) iː
i ɪ
o{_LONG} oː
o(?=ch$) ɔ
o$ oː
o ɔ
u{_LONG} uː
u(?=ch(?!t)) uː
u$ uː
u ʊ
äd(?=chen) ɛː t
ä{_LONG} ɛː
ä ɛ
ö{_LONG} øː
ö œ
ü{_LONG} yː
ü ʏ
y{_LONG} yː
y ʏ
(?<={_V})h(?={_V}) -
(?<={_V})h -
h h
b b
c k
d d
f f
g ɡ
j j
k k
l l
m m
n n
p p
q k
r ʁ
t t
v f
w v
x k s
""")
_OWN = table("""
das: d a s
dass: d a s
was: v a s
etwas: ˈɛ t v a s
es: ɛ s
des: d ɛ s
wes: v ɛ s
weg: v ɛ k
in: ɪ n
im: ɪ m
bin: b ɪ n
hin: h ɪ n
bis: b ɪ s
mit: m ɪ t
an: a n
am: a m
ab: a p
man: m a n
hat: h a t
hast: h a s t
ob: ɔ p
vom: f ɔ m
von: f ɔ n
um: ʊ m
zum: t͡s ʊ m
und: ʊ n t
bist: b ɪ s t
nach: n aː x
noch: n ɔ x
hoch: h oː x
doch: d ɔ x
auch: aʊ x
sprach: ʃ p ʁ aː x
buch: b uː x
tuch: t uː x
der: d eɐ
er: eɐ
wer: v eɐ
her: h eɐ
mehr: m eɐ
den: d eː n
dem: d eː m
wen: v eː n
wem: v eː m
ein: aɪ n
mond: m oː n t
wüste: v ˈyː s t ə
ostern: ˈoː s t ɐ n
trost: t ʁ oː s t
erde: ˈeɐ d ə
erst: eɐ s t
erste: ˈeɐ s t ə
ersten: ˈeɐ s t ə n
werden: v ˈeɐ d ə n
wert: v eɐ t
pferd: p͡f eɐ t
art: aɐ t
zart: t͡s aɐ t
nächste: n ˈɛː ç s t ə
höchste: h ˈøː ç s t ə
viel: f iː l
hier: h iɐ
wir: v iɐ
mir: m iɐ
dir: d iɐ
ihr: iɐ
allein: a l ˈaɪ n
vielleicht: f i l ˈaɪ ç t
zurück: t͡s u ʁ ˈʏ k
zusammen: t͡s u z ˈa m ə n
warum: v a ʁ ˈʊ m
wohin: v o h ˈɪ n
woher: v o h ˈeɐ
dahin: d a h ˈɪ n
daran: d a ʁ ˈa n
davon: d a f ˈɔ n
dafür: d a f ˈyɐ
damit: d a m ˈɪ t
dabei: d a b ˈaɪ
vorbei: f oɐ b ˈaɪ
gib: ɡ iː p
brot: b ʁ oː t
sofort: z o f ˈɔɐ t
überall: y b ɐ ˈa l
egal: e ɡ ˈaː l
musik: m u z ˈiː k
gitarre: ɡ i t ˈa ʁ ə
klavier: k l a v ˈiɐ
moment: m o m ˈɛ n t
melodie: m e l o d ˈiː
planet: p l a n ˈeː t
hotel: h o t ˈɛ l
lebendig: l e b ˈɛ n d ɪ ç
einander: aɪ n ˈa n d ɐ
hinaus: h ɪ n ˈaʊ s
herein: h ɛ ʁ ˈaɪ n
hinein: h ɪ n ˈaɪ n
hinauf: h ɪ n ˈaʊ f
heraus: h ɛ ʁ ˈaʊ s
vielmehr: f iː l m ˈeɐ
familie: f a m ˈiː l j ə
fantasie: f a n t a z ˈiː
baby: b ˈeː b i
nein: n aɪ n
gibt: ɡ iː p t
gibst: ɡ iː p s t
jetzt: j ɛ t͡s t
""")
_WEAK_PREFIX = re.compile(
    "(?:be(?!ben|ten?$|tet|id|st[ei]|sser|tt|cher|rg|er|ck|in|nd|llen)|"
    "ge(?!b|h[nt]?$|h(?:en|st|e)$|ld|lb|rn|gen|st(?:ern|e)|is|ig|nau$|ist|ck|r[ade])|"
    "er(?!st|nst|d|b|nt|$)|ver(?!s(?:e|en)?$)|zer(?!r)|ent(?!e)|emp)(?=.*[aeiouäöüy])"
)
_PREFIX_PHONES = table("""
be: b ə
ge: ɡ ə
er: ɛɐ
ver: f ɛɐ
zer: t͡s ɛɐ
ent: ɛ n t
emp: ɛ m p
""")
_STRONG_PREFIX = re.compile(
    "(?:ab|an|auf|aus|bei|ein|her|hin|los|mit|nach|vor|weg|zu|um|durch|über|unter|wieder)"
    "(?=(?:st|sp|h[aeo]).{2})"
)
# What begins or ends a compound in the words of songs; the parts are read as words of their own.
_SECOND_PART = re.compile(
    "(?:stern|stein|staub|stadt|straß|strahl|stund|stimm|still|sturm|spiel|spiegel|sprung|spur|welt|herz|"
    "himmel|licht|nacht|traum|träum|meer|schein|leben|land|feuer|wind|bogen|lied|haus|hand|heit|keit|haft|"
    "schaft|los|voll|weg|berg|wärts|blick|glanz|kuss|tanz|klang|wald|feld|fest|held|schmerz|ring|schlag|"
    "flug|gang|unter|auf)(?:e?[nrs]?|en|er|es)$"
)
_LATE_STRESS = re.compile("(?:tion|tät|ier(?:en|t|e|st)?|erei|elei|ist|ös|ant|ekt|al)$")
_FINAL_VOICELESS = {"b": "p", "d": "t", "ɡ": "k", "z": "s", "v": "f"}
_LIGHT = words(
    "der die das den dem des ein eine einen einem einer eines und oder aber denn dass wenn als wie in im "
    "an am auf aus bei mit nach von vom vor zu zum zur für um durch ohne so es ist sind war bin bist hat "
    "hab habe sei wird über bis ob"
)
_HALF = words(
    "ich du er sie wir ihr mich dich sich uns euch mir dir ihm ihn ihnen mein meine meinen meinem meiner "
    "dein deine deinen deinem deiner sein seine seinen unser unsere nur noch doch auch schon hier da was "
    "wer wo man kann will"
)


def _read(word: str) -> tuple[str, ...]:
    if word in _OWN:
        return _OWN[word] if any("ˈ" in phone for phone in _OWN[word]) else mark_vowel(_OWN[word], 0)
    prefix = _WEAK_PREFIX.match(word)
    if prefix and len(word) - prefix.end() >= 3:
        return (*_PREFIX_PHONES[prefix[0]], BORDER, *_read(word[prefix.end() :]))
    strong = _STRONG_PREFIX.match(word)
    if strong and len(word) - strong.end() >= 4:
        return (*_read(strong[0]), BORDER, *_secondary(_read(word[strong.end() :])))
    second = _SECOND_PART.search(word)
    if second and second.start() >= 3 and re.search(_V, word[: second.start()]):
        return (*_read(word[: second.start()]), BORDER, *_secondary(_read(word[second.start() :])))
    return _stem(word)


def _secondary(phones: Sequence[str]) -> tuple[str, ...]:
    return tuple(phone.replace("ˈ", "ˌ") for phone in phones)


def _stem(word: str) -> tuple[str, ...]:
    """One morpheme with its endings: the first vowel is full and stressed, later e are schwas."""
    sounds = _SPELLING.read(word)
    stress = -1 if _LATE_STRESS.search(word) and len(word) > 5 else 0
    if re.search("ier(?:en|e)$", word):
        stress = -2
    marked = mark_vowel([sound.phone for sound in sounds], stress)
    weak = [
        "ə" if phone in ("ɛ", "eː") and word[sound.at : sound.at + 2] not in ("ee", "eh") and place else phone
        for place, (phone, sound) in enumerate(zip(marked, sounds, strict=True))
    ]
    if word.endswith("ig") and weak[-1] == "ɡ":
        weak[-1] = "ç"
    return _with_vocal_r(_devoiced(weak))


def _devoiced(phones: Sequence[str]) -> list[str]:
    """b, d, ɡ, z and v lose their voice at the end and before voiceless sounds."""
    said = list(phones)
    for index in range(len(said) - 1, -1, -1):
        after = said[index + 1 : index + 2]
        if said[index] in _FINAL_VOICELESS and (not after or after[0][0] in "ptksfʃxç"):
            said[index] = _FINAL_VOICELESS[said[index]]
    return said


def _with_vocal_r(phones: Sequence[str]) -> tuple[str, ...]:
    """r after a vowel and not before one is a vowel itself, ɐ; "er" without stress is only that."""
    said: list[str] = []
    for index, phone in enumerate(phones):
        after = phones[index + 1 : index + 2]
        is_coda = phone == "ʁ" and said and is_vowel(unstressed(said[-1])) and not has_vowel(after)
        if not is_coda:
            said.append(phone)
        elif said[-1] == "ə":
            said[-1] = "ɐ"
        elif len(unstressed(said[-1]).rstrip("ː")) == 1:
            said[-1] = said[-1].rstrip("ː") + "ɐ"
        else:
            said.append("ɐ")
    return tuple(said)


GERMAN = Language("de", _read, _LIGHT, _HALF, rising_onsets(2, "sʃ", "kn ɡn ʃm ʃn ʃl ʃv kv t͡s.v p͡f.l p͡f.ʁ"))
