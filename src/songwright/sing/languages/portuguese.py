"""Says Portuguese by its spelling, as Brazilians sing it: soft t and d before i, nasal diphthongs, u for l.

Rules: Acordo Ortográfico, 1990; phones: Barbosa and Albano, "Brazilian Portuguese", Journal of the
International Phonetic Association 34, 2004.
"""

from __future__ import annotations

import re

from songwright.sing.languages.language import Language
from songwright.sing.languages.onsets import rising_onsets
from songwright.sing.languages.spelling import (
    Sound,
    Spelling,
    nuclei,
    replace_all,
    table,
    with_stress,
    words,
)

_V = "[aeiouáàâãéêíóôõúü]"
_END = "(?![a-zà-ü])"
_START = "(?<![a-zà-ü])"
_SPELLING = Spelling(f"""
lh ʎ
nh ɲ
ch ʃ
rr h
{_START}r h
(?<=[lns])r h
r ɾ
s?ç s
ss s
sc(?=[eiéêí]) s
xc(?=[eiéêí]) s
c(?=[eiéêí]) s
qu(?=[eiéêí]) k
qu k w
gu(?=[eiéêí]) ɡ
gu(?=[aoáâãóô]) ɡ w
g(?=[eiéêí]) ʒ
j ʒ
(?<={_START}e)x(?={_V}) z
x ʃ
(?<={_V})s(?={_V}) z
s(?=[bdgvmnlrz]) z
s s
(?<={_V})z{_END} s
z z
h -
ão(?=s?{_END}) ɐ̃ũ
ãe ɐ̃ĩ
õe õĩ
ã[mn]? ɐ̃
(?:[eéê]m{_END}|[eéê]n(?=s{_END})) ẽĩ
am{_END} ɐ̃ũ
[aáâ][mn](?![{_V[1:-1]}hmn]) ɐ̃
[eéê][mn](?![{_V[1:-1]}hmn]) ẽ
[ií][mn](?![{_V[1:-1]}hmn]) ĩ
[oóô][mn](?![{_V[1:-1]}hmn]) õ
[uú][mn](?![{_V[1:-1]}hmn]) ũ
ou o
ai(?![nmr]{_END}|nh) ai
ei ei
éi ɛi
oi oi
ói ɔi
[uú]i ui
au au
áu au
eu eu
éu ɛu
iu iu
[aá]l(?!{_V}|h) au
[eê]l(?!{_V}|h) eu
él(?!{_V}|h) ɛu
il(?!{_V}|h) iu
íl(?!{_V}|h) iu
[oô]l(?!{_V}|h) ou
ól(?!{_V}|h) ɔu
[uú]l(?!{_V}|h) u
t(?=[ií]|es?{_END}) t͡ʃ
d(?=[ií]|es?{_END}) d͡ʒ
[aáàâ] a
[eê] e
é ɛ
[iíy] i
[oô] o
ó ɔ
õ õ
[uúü] u
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
q k
t t
v v
w v
""")
_ACCENTED = re.compile("[áâéêíóôúàãõ]")
_SHARP = re.compile("[áâéêíóôú]")
_PENULTIMATE = re.compile("(?:[aeo]s?|am|em|ens)$")
_OWN = table("""
muito: m ˈũĩ t u
muita: m ˈũĩ t a
e: i
o: u
os: u s
a: a
um: ũ
que: k e
porque: p o ɾ k ˈe
não: n ˈɐ̃ũ
pra: p ɾ a
pro: p ɾ u
""")
# Words whose stressed e or o is open, which the spelling does not tell (a selection of words of songs).
_OPEN = words(
    "     aberto acorda adora agora amarela aquela aquele aurora bela belas belo belos bola breve cancela "
    "canela capela certa certo chora cinderela corda corre céu deserto dó elas embora era escola espera "
    "espero farol favela fera festa floresta fogos fora forte glória gosta gosto guerra história hora "
    "ilusória invoca janela jogos lençol leve loca maior mel melhor memória menor moda mora morre morte "
    "namora neve nobre norte nossa nova novas novos nós olhos papel paralela pedra pele perto pior pobre "
    "pode podes porta primavera prosa prova pó quer quero redor remédio resta reza roda rosa senhora "
    "serra sobe sol sorte só terra toca vela velas vitória volta voz vós"
)
_LIGHT = words(
    "o a os as um uma uns umas de do da dos das em no na nos nas e ou que se por pelo pela para pra com "
    "sem ao à me te lhe mas nem como quando é são foi meu minha teu tua seu sua até"
)
_HALF = words("eu você ele ela nós eles elas este esta esse essa já mais bem está estou sou era só tão aqui")


def _read(word: str) -> tuple[str, ...]:
    if word in _OWN:
        return _OWN[word]
    sounds = _SPELLING.read(word)
    place = _stressed(word, sounds)
    sounds = _closed_ends(word, sounds, place)
    if place is not None and word in _OPEN:
        opened = {"e": "ɛ", "o": "ɔ", "eu": "ɛu", "ou": "ɔu"}.get(sounds[place].phone, sounds[place].phone)
        sounds[place] = Sound(opened, sounds[place].at)
    return replace_all(with_stress(sounds, place), _GLIDES if _SHARP.search(word) else ())


_GLIDES = ((r" i (?= [ˈ]?[aɐuo]  ?(?:s )?$)", " j "), (r"(?<=[kɡd] ) u (?= a (?: s )?$)", " w "))


def _stressed(word: str, sounds: list[Sound]) -> int | None:
    vowels = nuclei(sounds)
    accents = list(_SHARP.finditer(word)) or list(_ACCENTED.finditer(word))
    if accents:
        accent = accents[-1].start()
        return max((index for index in vowels if sounds[index].at <= accent), default=None)
    if not vowels:
        return None
    from_end = 2 if _PENULTIMATE.search(word) and not re.search("[aeo][iu]s?$", word) else 1
    return vowels[max(len(vowels) - from_end, 0)]


def _closed_ends(word: str, sounds: list[Sound], place: int | None) -> list[Sound]:
    """Unstressed e and o at the end are said i and u, a is ɐ."""
    final = {"e": "i", "o": "u", "a": "ɐ"}
    vowels = nuclei(sounds)
    if not vowels or vowels[-1] == place or not re.search("[aeo]s?$", word):
        return sounds
    last = sounds[vowels[-1]]
    changed = list(sounds)
    changed[vowels[-1]] = Sound(final.get(last.phone, last.phone), last.at)
    return changed


PORTUGUESE = Language("pt", _read, _LIGHT, _HALF, rising_onsets(2))
