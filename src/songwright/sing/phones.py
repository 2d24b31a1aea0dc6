"""How each speech sound is made: resonances, noise, length. It knows nothing of voices, notes and time.

Vowel resonances are those of an average man: Peterson and Barney (1952) for American English, neighbours of
them for vowels of other languages. Voices scale them. Consonant loci and noise bands follow the acoustic
phonetics textbooks (Stevens, "Acoustic Phonetics", 1998; Klatt 1980); levels are relative to a vowel.

A phone is a letter of the tables and, after it, any of these IPA signs; a sign changes what the table says,
so that a language needs no rows of its own for them:

=====  =============================  ==================================================================
sign   meaning                        what is heard
=====  =============================  ==================================================================
``ː``  long consonant (geminate)      1.9 times as long; of a stop, the closure is what grows
``ʰ``  aspirated (``ʱ`` the same)     70 ms of breath between burst and vowel
``˭``  unaspirated                    voice 14 ms after the burst, no breath between
``͈``  tense (Korean)                 long closure, sharp burst, voice at once
``ʼ``  ejective                       strong burst, then silence before the vowel
``̚``  unreleased                     closure without a burst
``ʲ``  palatalised                    second formant drawn to 2200 Hz, heard 80 ms into the vowel
``ˤ``  pharyngealised                 F1 up, F2 drawn to 1000 Hz, heard 110 ms into the vowel (``ˠ`` the same)
``ʷ``  labialised                     F2 drawn to 750 Hz, heard 60 ms into the vowel
``̃``   nasal vowel (on a nucleus)     first formant broad and weak, a nasal pole at 260 Hz, a zero at 550 Hz
=====  =============================  ==================================================================

Other diacritics (dental, syllabic ...) are read over. ``ː`` on a nucleus says nothing: notes give lengths.
Signs are separate characters; a nucleus may also be written with precomposed letters (ã).
"""

from __future__ import annotations

import dataclasses
import functools
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

SYLLABIC = "̩"  # the combining mark under l̩, n̩, m̩
UNRELEASED = "\N{COMBINING LEFT ANGLE ABOVE}"
NASAL_SIGN = "\N{COMBINING TILDE}"

Formants = tuple[float, float, float, float]  # Hz, F1 to F4


class Manner(Enum):
    """How a consonant is made."""

    STOP = auto()
    AFFRICATE = auto()
    FRICATIVE = auto()
    ASPIRATE = auto()  # h: breath through the shape of the next vowel
    NASAL = auto()
    LIQUID = auto()
    GLIDE = auto()


@dataclass(frozen=True, slots=True)
class Band:
    """A bell of noise on the frequency axis.

    Attributes:
        centre_hz: its middle.
        width_hz: half width, where it has fallen by 4.3 dB.
        level_db: height.
    """

    centre_hz: float
    width_hz: float
    level_db: float = 0.0


@dataclass(frozen=True, slots=True)
class Consonant:
    """One consonant.

    Attributes:
        manner: how it is made.
        is_voiced: the vocal folds swing.
        duration_s: length in unhurried singing.
        formants: resonances towards which the neighbouring vowels bend; None takes the vowel's own.
        pull: 0 to 1, how far the second formant follows the neighbouring vowel (locus equations).
        voice_db: level of the voiced part, relative to a vowel.
        noise: spectrum of the friction or of the burst.
        noise_db: level of that noise, relative to a vowel.
        voice_onset_s: of a stop, from its burst to the vowel (Lisker and Abramson 1964: 0 to 20 ms plain, 60
            to 90 ms aspirated); None: 45 % of the length if voiceless, 25 % if voiced.
        aspiration_db: level of the breath between burst and vowel, relative to a vowel; -60 is none.
        trill_hz: taps per second of a rolled sound (Ladefoged and Maddieson 1996: 20 to 30), 0 if not rolled.
        reach_s: how far into the neighbouring vowel its resonances are heard.
    """

    manner: Manner
    is_voiced: bool
    duration_s: float
    formants: Formants | None
    pull: float = 0.3
    voice_db: float = 0.0
    noise: tuple[Band, ...] = ()
    noise_db: float = -60.0
    voice_onset_s: float | None = None
    aspiration_db: float = -17.0
    trill_hz: float = 0.0
    reach_s: float = 0.045

    @property
    def is_closed_first(self) -> bool:
        """Whether it begins with a closure: stops and affricates."""
        return self.manner in (Manner.STOP, Manner.AFFRICATE)


VOWELS: dict[str, Formants] = {
    "i": (280, 2270, 3000, 3650), "ɪ": (395, 1990, 2570, 3600), "e": (400, 2080, 2640, 3600),
    "ɛ": (540, 1840, 2490, 3550), "æ": (670, 1720, 2430, 3500), "a": (740, 1300, 2450, 3500),
    "ɐ": (660, 1350, 2450, 3500), "ɑ": (730, 1100, 2450, 3450), "ɒ": (620, 930, 2430, 3400),
    "ɔ": (575, 860, 2420, 3400), "o": (430, 820, 2400, 3350), "ʊ": (440, 1030, 2260, 3300),
    "u": (305, 870, 2250, 3300), "ʌ": (635, 1200, 2420, 3450), "ə": (500, 1400, 2450, 3450),
    "ɚ": (480, 1330, 1700, 3250), "ɝ": (480, 1330, 1700, 3250), "ɜ": (500, 1400, 1900, 3350),
    "y": (270, 1830, 2200, 3300), "ø": (380, 1580, 2250, 3300), "œ": (520, 1500, 2350, 3400),
    "ɯ": (320, 1250, 2300, 3350), "ɨ": (320, 1700, 2450, 3400), "ɤ": (450, 1150, 2400, 3400),
    "ʉ": (310, 1500, 2300, 3350), "ʏ": (370, 1680, 2250, 3300), "ɵ": (430, 1300, 2300, 3350),
    "ɘ": (400, 1600, 2400, 3400), "ɞ": (560, 1250, 2350, 3400), "ɶ": (640, 1480, 2350, 3400),
    # The vowels of Mandarin si and shi: alike in F1, the second a little higher in F2 and far lower in F3
    # (Lee and Zee, EMA and acoustics of Beijing Mandarin); no friction of their own (Lee-Kim 2014).
    "ɿ": (380, 1390, 2650, 3450), "ʅ": (390, 1620, 2080, 3300),
}  # fmt: skip

_S = (Band(7400, 1500), Band(5200, 900, -10), Band(10500, 2500, -7))
_SH = (Band(3300, 700), Band(5300, 1500, -4), Band(8500, 2500, -14))
_F = (Band(8500, 5500), Band(1800, 1200, -8))
_TH = (Band(7500, 4500), Band(2200, 1200, -12))
_T = (Band(4600, 1600), Band(8000, 2500, -6))
_K = (Band(1900, 500), Band(4200, 1300, -10))
_P = (Band(900, 900), Band(3000, 2500, -9))
_X = (Band(1600, 600), Band(3800, 1700, -10))
# Peaks of friction in other languages: Gordon, Barthmaier and Sands, "A cross-linguistic acoustic study of
# voiceless fricatives", 2002; Ladefoged and Maddieson, "The Sounds of the World's Languages", 1996.
_PALATAL = (Band(3900, 700), Band(6300, 2000, -9))
_SOFT_SH = (Band(4700, 1100), Band(7200, 1800, -5))
_RETROFLEX = (Band(2700, 650), Band(4700, 1600, -8))
_UVULAR = (Band(1200, 500), Band(3000, 1500, -11))
_SJ = (Band(1400, 650), Band(2900, 1200, -6))
_PHARYNGEAL = (Band(900, 450), Band(2200, 900, -7))
_PHI = (Band(1300, 1100), Band(6500, 5500, -6))
_LATERAL = (Band(3100, 1500), Band(6500, 2500, -6))

_STOP, _AFFRICATE, _FRICATIVE = Manner.STOP, Manner.AFFRICATE, Manner.FRICATIVE
_NASAL, _LIQUID, _GLIDE = Manner.NASAL, Manner.LIQUID, Manner.GLIDE

CONSONANTS: dict[str, Consonant] = {
    "p": Consonant(_STOP, False, 0.085, (260, 900, 2150, 3300), 0.55, noise=_P, noise_db=-15),
    "t": Consonant(_STOP, False, 0.085, (280, 1780, 2650, 3500), 0.35, noise=_T, noise_db=-9),
    "k": Consonant(_STOP, False, 0.090, (280, 1800, 2300, 3400), 0.85, noise=_K, noise_db=-10),
    "q": Consonant(_STOP, False, 0.090, (300, 1200, 2300, 3300), 0.7, noise=_K, noise_db=-11),
    "ʔ": Consonant(_STOP, False, 0.050, None),
    "b": Consonant(_STOP, True, 0.070, (250, 900, 2150, 3300), 0.55, -16, _P, -20),
    "d": Consonant(_STOP, True, 0.065, (260, 1780, 2650, 3500), 0.35, -16, _T, -16),
    "ɡ": Consonant(_STOP, True, 0.070, (260, 1800, 2300, 3400), 0.85, -16, _K, -16),
    "t͡ʃ": Consonant(_AFFRICATE, False, 0.120, (280, 1850, 2500, 3400), 0.3, noise=_SH, noise_db=-9),
    "d͡ʒ": Consonant(_AFFRICATE, True, 0.100, (270, 1850, 2500, 3400), 0.3, -16, _SH, -14),
    "t͡s": Consonant(_AFFRICATE, False, 0.115, (280, 1780, 2650, 3500), 0.3, noise=_S, noise_db=-10),
    "d͡z": Consonant(_AFFRICATE, True, 0.100, (270, 1780, 2650, 3500), 0.3, -16, _S, -15),
    "f": Consonant(_FRICATIVE, False, 0.095, (280, 1000, 2200, 3300), 0.6, noise=_F, noise_db=-21),
    "θ": Consonant(_FRICATIVE, False, 0.090, (300, 1350, 2550, 3500), 0.5, noise=_TH, noise_db=-22),
    "s": Consonant(_FRICATIVE, False, 0.105, (290, 1650, 2550, 3500), 0.35, noise=_S, noise_db=-10.5),
    "ʃ": Consonant(_FRICATIVE, False, 0.110, (290, 1850, 2450, 3400), 0.3, noise=_SH, noise_db=-9),
    "x": Consonant(_FRICATIVE, False, 0.090, (380, 1400, 2300, 3300), 0.7, noise=_X, noise_db=-15),
    "v": Consonant(_FRICATIVE, True, 0.065, (260, 1000, 2200, 3300), 0.6, -9, _F, -28),
    "ð": Consonant(_FRICATIVE, True, 0.055, (280, 1350, 2550, 3500), 0.5, -8, _TH, -30),
    "z": Consonant(_FRICATIVE, True, 0.080, (260, 1650, 2550, 3500), 0.35, -12, _S, -17),
    "ʒ": Consonant(_FRICATIVE, True, 0.080, (270, 1850, 2450, 3400), 0.3, -12, _SH, -16),
    "h": Consonant(Manner.ASPIRATE, False, 0.075, None, noise_db=-15),
    "m": Consonant(_NASAL, True, 0.075, (270, 1000, 2200, 3300), 0.4, -5),
    "n": Consonant(_NASAL, True, 0.070, (270, 1600, 2550, 3450), 0.3, -5),
    "ɲ": Consonant(_NASAL, True, 0.080, (270, 2100, 2800, 3500), 0.2, -5),
    "ŋ": Consonant(_NASAL, True, 0.075, (270, 1900, 2350, 3400), 0.7, -6),
    "l": Consonant(_LIQUID, True, 0.065, (350, 1100, 2750, 3500), 0.25, -4),
    "ɹ": Consonant(_LIQUID, True, 0.070, (340, 1120, 1560, 3200), 0.2, -3),
    "r": Consonant(_LIQUID, True, 0.085, (420, 1350, 2450, 3400), 0.4, -5, trill_hz=26),
    "ʀ": Consonant(_LIQUID, True, 0.090, (480, 1200, 2350, 3350), 0.5, -6, _X, -27, trill_hz=24),
    "ʁ": Consonant(_FRICATIVE, True, 0.070, (480, 1150, 2350, 3350), 0.6, -8, _X, -24),
    "ɾ": Consonant(_LIQUID, True, 0.035, (350, 1600, 2600, 3450), 0.5, -9),
    "ç": Consonant(_FRICATIVE, False, 0.095, (280, 2100, 2900, 3500), 0.2, noise=_PALATAL, noise_db=-14),
    "ɕ": Consonant(_FRICATIVE, False, 0.110, (280, 2050, 2750, 3500), 0.2, noise=_SOFT_SH, noise_db=-10),
    "ʂ": Consonant(_FRICATIVE, False, 0.110, (300, 1650, 2150, 3300), 0.3, noise=_RETROFLEX, noise_db=-10),
    "ɧ": Consonant(_FRICATIVE, False, 0.110, (330, 1200, 2250, 3300), 0.5, noise=_SJ, noise_db=-13),
    "χ": Consonant(_FRICATIVE, False, 0.095, (500, 1200, 2350, 3350), 0.6, noise=_UVULAR, noise_db=-14),
    "ħ": Consonant(_FRICATIVE, False, 0.095, (620, 1300, 2350, 3350), 0.6, noise=_PHARYNGEAL, noise_db=-16),
    "ɸ": Consonant(_FRICATIVE, False, 0.085, (280, 900, 2150, 3300), 0.7, noise=_PHI, noise_db=-23),
    "ɬ": Consonant(_FRICATIVE, False, 0.100, (330, 1400, 2650, 3500), 0.3, noise=_LATERAL, noise_db=-14),
    "β": Consonant(_FRICATIVE, True, 0.055, (280, 900, 2150, 3300), 0.6, -8, _PHI, -34),
    "ɣ": Consonant(_FRICATIVE, True, 0.060, (320, 1500, 2300, 3350), 0.8, -8, _X, -29),
    "ʝ": Consonant(_FRICATIVE, True, 0.070, (280, 2150, 2900, 3550), 0.15, -7, _PALATAL, -27),
    "ʑ": Consonant(_FRICATIVE, True, 0.080, (270, 2050, 2750, 3500), 0.2, -12, _SOFT_SH, -17),
    "ʐ": Consonant(_FRICATIVE, True, 0.080, (290, 1650, 2150, 3300), 0.3, -12, _RETROFLEX, -17),
    "ʕ": Consonant(_FRICATIVE, True, 0.075, (650, 1250, 2350, 3350), 0.6, -6, _PHARYNGEAL, -30),
    "ɮ": Consonant(_FRICATIVE, True, 0.075, (330, 1400, 2650, 3500), 0.3, -8, _LATERAL, -22),
    "ɦ": Consonant(Manner.ASPIRATE, True, 0.060, None, voice_db=-9, noise_db=-21),
    "r̝": Consonant(_FRICATIVE, True, 0.095, (380, 1600, 2450, 3400), 0.3, -8, _SH, -17, trill_hz=26),
    "c": Consonant(_STOP, False, 0.095, (270, 2150, 2900, 3550), 0.2, noise=_PALATAL, noise_db=-11),
    "ɟ": Consonant(_STOP, True, 0.075, (260, 2150, 2900, 3550), 0.2, -16, _PALATAL, -17),
    "ʈ": Consonant(_STOP, False, 0.085, (280, 1650, 2150, 3300), 0.3, noise=_RETROFLEX, noise_db=-10),
    "ɖ": Consonant(_STOP, True, 0.065, (260, 1650, 2150, 3300), 0.3, -16, _RETROFLEX, -17),
    "ɢ": Consonant(_STOP, True, 0.075, (300, 1200, 2300, 3300), 0.7, -16, _K, -17),
    "ɓ": Consonant(_STOP, True, 0.075, (250, 900, 2150, 3300), 0.55, -11, _P, -24, voice_onset_s=0.006),
    "ɗ": Consonant(_STOP, True, 0.070, (260, 1780, 2650, 3500), 0.35, -11, _T, -20, voice_onset_s=0.006),
    "ʄ": Consonant(_STOP, True, 0.080, (260, 2150, 2900, 3550), 0.2, -11, _PALATAL, -20, voice_onset_s=0.008),
    "ɠ": Consonant(_STOP, True, 0.075, (260, 1800, 2300, 3400), 0.85, -11, _K, -20, voice_onset_s=0.008),
    "p͡f": Consonant(_AFFRICATE, False, 0.115, (270, 950, 2150, 3300), 0.55, noise=_F, noise_db=-19),
    "t͡ɕ": Consonant(_AFFRICATE, False, 0.120, (280, 2050, 2750, 3500), 0.2, noise=_SOFT_SH, noise_db=-10),
    "d͡ʑ": Consonant(_AFFRICATE, True, 0.100, (270, 2050, 2750, 3500), 0.2, -16, _SOFT_SH, -15),
    "t͡ʂ": Consonant(_AFFRICATE, False, 0.120, (290, 1650, 2150, 3300), 0.3, noise=_RETROFLEX, noise_db=-10),
    "d͡ʐ": Consonant(_AFFRICATE, True, 0.100, (280, 1650, 2150, 3300), 0.3, -16, _RETROFLEX, -15),
    "ɱ": Consonant(_NASAL, True, 0.070, (270, 1050, 2200, 3300), 0.5, -5),
    "ɳ": Consonant(_NASAL, True, 0.070, (280, 1600, 2150, 3300), 0.3, -5),
    "ɴ": Consonant(_NASAL, True, 0.080, (320, 1200, 2350, 3350), 0.7, -6),
    "ʎ": Consonant(_LIQUID, True, 0.080, (290, 2050, 2850, 3550), 0.15, -4),
    "ɭ": Consonant(_LIQUID, True, 0.065, (350, 1400, 2150, 3300), 0.3, -4),
    "ɫ": Consonant(_LIQUID, True, 0.070, (400, 850, 2600, 3400), 0.2, -4),
    "ɺ": Consonant(_LIQUID, True, 0.040, (350, 1450, 2600, 3450), 0.5, -8),
    "ɻ": Consonant(_LIQUID, True, 0.070, (340, 1350, 1750, 3200), 0.2, -3),
    "ɽ": Consonant(_LIQUID, True, 0.040, (350, 1500, 2050, 3300), 0.4, -9),
    "ʋ": Consonant(_GLIDE, True, 0.060, (300, 1000, 2200, 3300), 0.5, -5),
    "ɥ": Consonant(_GLIDE, True, 0.065, (270, 1850, 2250, 3300), 0.1, -3),
    "ɰ": Consonant(_GLIDE, True, 0.060, (320, 1300, 2300, 3350), 0.4, -4),
    "w": Consonant(_GLIDE, True, 0.070, (300, 680, 2200, 3250), 0.1, -3),
    "j": Consonant(_GLIDE, True, 0.065, (275, 2200, 2950, 3600), 0.1, -3),
}  # fmt: skip

_ALIASES = {
    "g": "ɡ",
    "tʃ": "t͡ʃ",
    "dʒ": "d͡ʒ",
    "ts": "t͡s",
    "dz": "d͡z",
    "tɕ": "t͡ɕ",
    "dʑ": "d͡ʑ",
    "pf": "p͡f",
    "ʍ": "w",
}
_UNKNOWN = CONSONANTS["h"]
_GEMINATION = 1.9  # Italian and Japanese geminates last 1.5 to 2.5 times as long


def _longer(sound: Consonant) -> Consonant:
    return dataclasses.replace(
        sound, duration_s=sound.duration_s * _GEMINATION, voice_onset_s=_voice_onset_s(sound)
    )


def _aspirated(sound: Consonant) -> Consonant:
    longer_s = sound.duration_s + 0.03
    return dataclasses.replace(sound, duration_s=longer_s, voice_onset_s=0.07, aspiration_db=-14.0)


def _unaspirated(sound: Consonant) -> Consonant:
    return dataclasses.replace(sound, voice_onset_s=0.014, aspiration_db=-60.0)


def _tense(sound: Consonant) -> Consonant:
    return _unaspirated(dataclasses.replace(sound, duration_s=1.5 * sound.duration_s))


def _ejected(sound: Consonant) -> Consonant:
    louder_db = min(sound.noise_db + 2, -8)
    return dataclasses.replace(sound, voice_onset_s=0.05, aspiration_db=-60.0, noise_db=louder_db)


def _unreleased(sound: Consonant) -> Consonant:
    return dataclasses.replace(sound, noise=(), voice_onset_s=0.0, aspiration_db=-60.0)


def _drawn(sound: Consonant, f1_hz: float, f2_hz: float, reach_s: float) -> Consonant:
    """A second place of articulation: F1 moved, F2 drawn three quarters of the way, less pull."""
    f1, f2, f3, f4 = sound.formants or VOWELS["ə"]
    second = f2 + 0.75 * (f2_hz - f2)
    shape = (f1 + f1_hz, second, max(f3, second + 350), max(f4, second + 1000))
    return dataclasses.replace(sound, formants=shape, pull=0.3 * sound.pull, reach_s=reach_s)


_SIGNS: dict[str, Callable[[Consonant], Consonant]] = {
    "ː": _longer,
    "ʰ": _aspirated,
    "ʱ": _aspirated,
    "˭": _unaspirated,
    "\N{COMBINING DOUBLE VERTICAL LINE BELOW}": _tense,
    "ʼ": _ejected,
    UNRELEASED: _unreleased,
    "ʲ": lambda sound: _drawn(sound, -20, 2200, 0.08),
    "ˤ": lambda sound: _drawn(sound, 90, 1000, 0.11),
    "ˠ": lambda sound: _drawn(sound, 90, 1000, 0.11),
    "ʷ": lambda sound: _drawn(sound, 0, 750, 0.06),
}
_TIE = "\N{COMBINING DOUBLE INVERTED BREVE}"


@functools.cache
def consonant(phone: str) -> Consonant:
    """The consonant that an IPA symbol names; unknown symbols are breathed like an h."""
    exact = CONSONANTS.get(_ALIASES.get(phone, phone))
    if exact is not None:
        return exact
    letters = "".join(
        sign for sign in phone if sign == _TIE or not (sign in _SIGNS or unicodedata.combining(sign))
    )
    sound = CONSONANTS.get(_ALIASES.get(letters, letters)) or _by_first_letter(letters)
    for sign in phone:
        if sign in _SIGNS:
            sound = _SIGNS[sign](sound)
    return sound


def _by_first_letter(letters: str) -> Consonant:
    bare = unicodedata.normalize("NFD", letters)[:1]
    return CONSONANTS.get(_ALIASES.get(bare, bare), _UNKNOWN)


def _voice_onset_s(sound: Consonant) -> float:
    if sound.voice_onset_s is not None:
        return sound.voice_onset_s
    return sound.duration_s * (0.25 if sound.is_voiced else 0.45)


def closure_s(phone: str, length_s: float) -> float:
    """How long a stop or an affricate of this length stays closed, seconds; 0 for all other sounds.

    The open part shrinks with a hurried sound, does not grow with a long one, and leaves a third closed.
    """
    sound = consonant(phone)
    if not sound.is_closed_first:
        return 0.0
    hurry = min(1.0, length_s / sound.duration_s)
    return length_s - min(_voice_onset_s(sound) * hurry, 0.67 * length_s)


def nucleus_targets(nucleus: str) -> tuple[Formants, ...]:
    """The resonances that a nucleus passes through: one for a plain vowel, two or more for a diphthong."""
    targets = [VOWELS[letter] for letter in unicodedata.normalize("NFD", nucleus) if letter in VOWELS]
    if not targets:
        formants = consonant(nucleus).formants if nucleus else None
        return (formants or VOWELS["ə"],)
    return tuple(targets)


def is_nasal_nucleus(nucleus: str) -> bool:
    """Whether a nucleus is hummed: syllabic m, n and ŋ."""
    return SYLLABIC in nucleus and consonant(nucleus).manner is Manner.NASAL


def is_nasal_vowel(nucleus: str) -> bool:
    """Whether a nucleus sounds through mouth and nose together: ɑ̃, ɛ̃, ɔ̃, œ̃ and their like."""
    return NASAL_SIGN in unicodedata.normalize("NFD", nucleus)
