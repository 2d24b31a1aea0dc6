"""Chord progressions of each genre in major and minor; `progressions_more.py` adds chromatic ones.

Progressions are roman numerals, a bar each; "ii7,V7" share one. Capitals are major and small letters minor
chords, degrees are those of the key's own mode (in minor VI is the flat sixth), "/3" and "/5" name the chord
tone in the bass.
"""

from __future__ import annotations

from songwright.compose.progressions_more import MORE
from songwright.compose.style import Progressions
from songwright.song.genre import Genre
from songwright.song.key import Mode

_OWN: dict[Genre, dict[Mode, Progressions]] = {
    Genre.POP: {
        Mode.MAJOR: Progressions(
            ("I V vi IV", "I vi IV V", "I Iadd9 vi IV", "vi IV I V"),
            ("ii IV V V", "IV V vi V", "ii vi IV V"),
            ("IV I V vi", "I V vi IV", "vi IV I V", "IV V iii vi", "I iii IV V"),
            ("vi iii IV V", "ii vi V V", "IV iv I V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VI III VII", "i iv VI VII", "i VII VI VII"),
            ("iv VI VII VII", "VI VII i VII"),
            ("VI VII i III", "VI III VII i", "i VI III VII"),
            ("iv VII III VI", "VI iv VII V"),
            "i",
            "V",
        ),
    },
    Genre.BALLAD: {
        Mode.MAJOR: Progressions(
            ("I V/3 vi IV", "Iadd9 iii IV V", "I I/3 IV V", "I vi ii7 V"),
            ("ii V/3 vi V", "IV I/3 ii7 V"),
            ("IV V iii vi", "I V vi iii IV I ii7 V", "IV V I/3 vi"),
            ("vi V IV iv", "iii vi ii7 V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VII/3 VI V", "iadd9 VI III VII", "i v VI iv"),
            ("iv i VI V", "VI VII V/3 V"),
            ("VI VII III i", "i VI III VII", "VI III iv V"),
            ("III VII iv V", "VI iv i V"),
            "i",
            "V",
        ),
    },
    Genre.ROCK: {
        Mode.MAJOR: Progressions(
            ("I bVII IV I", "I IV I V", "I I IV V", "I V IV IV"),
            ("IV IV V V", "ii IV V V"),
            ("I V bVII IV", "IV V I vi", "I IV V IV", "vi IV I V"),
            ("vi vi IV V", "bVI bVII I V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VII VI VII", "i i III VII", "i III VII iv"),
            ("iv iv VI VII", "VI VI VII VII"),
            ("VI VII i i", "III VII i VI", "i VI VII v"),
            ("iv VI i VII", "VI v iv V"),
            "i",
            "VII",
        ),
    },
    Genre.METAL: {
        Mode.MAJOR: Progressions(
            ("I bVII bVI bVII", "I I bVI bVII"),
            ("IV V IV V",),
            ("I V bVI bVII", "bVI bVII I I"),
            ("iv bVI I bVII",),
            "I",
            "bVII",
        ),
        Mode.MINOR: Progressions(
            ("i i bII i", "i VI i VII", "i i VI v", "i bII VII i"),
            ("iv iv VI VII", "VI VI bII V"),
            ("VI VII i i", "i VI III VII", "i VII VI v"),
            ("i bII iv i", "iv VI bII V"),
            "i",
            "V",
        ),
    },
    Genre.BLACK_METAL: {
        Mode.MAJOR: Progressions(
            ("I iv I bVI", "I bII I iv"),
            ("iv iv bVI bVII",),
            ("I bVI iv I", "I iv bVI bII"),
            ("bVI bVI iv bII",),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VI i iv", "i bII i VI", "i v VI iv", "i vi i bII"),
            ("VI VI iv iv", "iv iv VI V"),
            ("VI iv i v", "i VI III VII", "i III VI bII"),
            ("i i vi vi", "VI VI bII bII", "i bII vi V"),
            "i",
            "V",
        ),
    },
    Genre.FOLK: {
        Mode.MAJOR: Progressions(
            ("I IV I V", "I V IV I", "I I IV V", "I vi IV V"),
            ("IV IV I V", "ii IV I V"),
            ("IV I V I", "IV V I vi", "I IV V I"),
            ("ii V I I", "vi IV I V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VII i VII", "i III VII i", "i VI VII i"),
            ("VI VII i VII", "iv VII i v"),
            ("III VII i v", "VI VII i i", "III VII iv i"),
            ("iv i VII i", "VI III VII v"),
            "i",
            "VII",
        ),
    },
    Genre.COUNTRY: {
        Mode.MAJOR: Progressions(
            ("I I IV I", "I IV V I", "I V I IV", "I I V V"),
            ("IV IV V V", "ii ii V V"),
            ("IV I V I", "I I7 IV IV I V I I", "IV V I vi"),
            ("vi vi II7 V", "IV I II7 V7"),
            "I",
            "V7",
        ),
        Mode.MINOR: Progressions(
            ("i i VII i", "i iv i V", "i VII VI V"),
            ("iv iv V V",),
            ("VI III VII i", "iv i V i"),
            ("III VII i V",),
            "i",
            "V7",
        ),
    },
    Genre.BLUES: {
        Mode.MAJOR: Progressions(
            ("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"),
            ("IV7 IV7 V7 V7",),
            ("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 V7 IV7 IV7 I7 V7 I7 V7"),
            ("IV7 IV7 I7 I7 IV7 IV7 II7 V7",),
            "I7",
            "V7",
        ),
        Mode.MINOR: Progressions(
            ("i7 i7 i7 i7 iv7 iv7 i7 i7 VI7 V7 i7 V7", "i7 iv7 i7 i7 iv7 iv7 i7 i7 iiø7 V7 i7 V7"),
            ("iv7 iv7 VI7 V7",),
            ("i7 i7 i7 i7 iv7 iv7 i7 i7 VI7 V7 i7 V7",),
            ("iv7 iv7 i7 i7 iv7 iv7 VI7 V7",),
            "i7",
            "V7",
        ),
    },
    Genre.JAZZ: {
        Mode.MAJOR: Progressions(
            ("Imaj7 vi7 ii7 V7", "ii7 V7 Imaj7 vi7", "Imaj7 II7 ii7 V7", "iii7 VI7 ii7 V7"),
            ("ii7 ii7 V7 V7", "iv7 bVII7 ii7 V7"),
            (
                "IVmaj7 bVII7 Imaj7 VI7 ii7 V7 Imaj7 V7",
                "ii7 V7 Imaj7 VI7",
                "IVmaj7 iv6 iii7 VI7 ii7 V7 Imaj7 V7",
            ),
            ("III7 III7 VI7 VI7 II7 II7 V7 V7", "iv7 bVII7 Imaj7 Imaj7"),
            "Imaj9",
            "V7",
        ),
        Mode.MINOR: Progressions(
            ("i7 iv7 iiø7 V7", "iiø7 V7 i7 i7", "i7 VImaj7 iiø7 V7"),
            ("iv7 iv7 iiø7 V7",),
            ("iv7 VII7 IIImaj7 VImaj7 iiø7 V7 i7 V7", "i7 VI7 iiø7 V7"),
            ("III7 VImaj7 iiø7 V7", "iv7 VII7 IIImaj7 V7"),
            "i6",
            "V7",
        ),
    },
    Genre.SOUL: {
        Mode.MAJOR: Progressions(
            ("Imaj7 ii7 iii7 ii7", "I7 I7 IV9 IV9", "Imaj7 vi7 ii7 V9", "ii7 V7 Imaj7 IVmaj7"),
            ("ii7 iii7 IVmaj7 V9", "IVmaj7 iii7 ii7 V7sus4"),
            ("IVmaj7 iii7 ii7 Imaj7", "vi7 ii7 V9 Imaj7", "IVmaj7 V9 iii7 vi7"),
            ("iii7 VI7 ii7 V9", "bVIImaj7 IVmaj7 Imaj7 V9"),
            "Imaj9",
            "V9",
        ),
        Mode.MINOR: Progressions(
            ("i7 iv9 i7 iv9", "i9 VII i9 v7", "i7 VImaj7 iv7 v7"),
            ("VImaj7 v7 iv7 V7",),
            ("VImaj7 VII7 i9 i9", "iv9 VII9 IIImaj7 VImaj7", "iv7 v7 i7 i7"),
            ("IIImaj7 VII iv9 V7",),
            "i9",
            "V7",
        ),
    },
    Genre.REGGAE: {
        Mode.MAJOR: Progressions(
            ("I ii I ii", "I IV I IV", "I V vi IV", "I vi ii V"),
            ("ii IV ii V",),
            ("I IV V IV", "vi ii V I", "IV I IV V"),
            ("vi V IV V", "ii ii V V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VII i VII", "i iv i v", "i iv VII i"),
            ("VI VII VI VII",),
            ("iv i VII i", "VI VII i i", "i VI v i"),
            ("VI v iv v",),
            "i",
            "v",
        ),
    },
    Genre.LATIN: {
        Mode.MAJOR: Progressions(
            ("Imaj7 II7 ii7 V7", "I IV V IV", "Imaj7 VI7 ii7 V7"),
            ("ii7 V7 iii7 VI7", "ii V ii V"),
            ("I IV V7 IV", "ii7 V7 Imaj7 VI7", "I vi ii V7"),
            ("iv7 bVII7 Imaj7 V7", "vi vi ii V7"),
            "I6",
            "V7",
        ),
        Mode.MINOR: Progressions(
            ("i VII VI V", "i iv V7 i", "i iv VII III"),
            ("iv VII III V7", "VI VI V7 V7"),
            ("iv i V7 i", "i VII VI V", "iv VII III VI iiø7 V7 i V7"),
            ("VI V7 VI V7", "III VII VI V7"),
            "i",
            "V7",
        ),
    },
    Genre.HIP_HOP: {
        Mode.MAJOR: Progressions(
            ("vi vi IV V", "I iii vi vi", "ii7 ii7 Imaj7 Imaj7"),
            ("IV IV V V",),
            ("vi IV I V", "IV V vi vi"),
            ("ii ii vi vi",),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i i VI VI", "i i iv v", "i VI i V", "i i bII bII"),
            ("VI VI VII VII",),
            ("VI VII i i", "i VI III VII", "i iv VI V"),
            ("VI VI i i", "iv iv i i"),
            "i",
            "V",
        ),
    },
    Genre.LOFI: {
        Mode.MAJOR: Progressions(
            ("IVmaj7 iii7 ii7 Imaj9", "ii9 V7 Imaj7 vi7", "Imaj7 vi9 ii9 V7sus4", "IVmaj9 iv6 iii7 vi7"),
            ("ii9 ii9 V7sus4 V7",),
            ("IVmaj9 V7 iii7 vi7", "ii9 iii7 IVmaj7 Imaj9", "Imaj9 iii7 IVmaj9 iv6"),
            ("vi9 ii9 IVmaj7 V7sus4",),
            "Imaj9",
            "V7sus4",
        ),
        Mode.MINOR: Progressions(
            ("i9 iv9 VImaj7 v7", "VImaj7 v7 i9 i9", "i9 VImaj7 IIImaj7 VII"),
            ("iv9 iv9 VImaj7 V7",),
            ("iv9 VII9 IIImaj7 VImaj7", "VImaj7 VII i9 IIImaj7"),
            ("iv9 v7 VImaj7 V7",),
            "i9",
            "v7",
        ),
    },
    Genre.ELECTRONIC: {
        Mode.MAJOR: Progressions(
            ("vi IV I V", "I V vi IV", "IV vi I V"),
            ("IV IV V V", "ii ii IV V"),
            ("IV V vi I", "vi IV I V", "IV I vi V"),
            ("ii vi IV V",),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i i VI VII", "i VI III VII", "i i iv VI"),
            ("VI VI VII VII", "iv iv VI VII"),
            ("VI VII i III", "i VI III VII", "VI i VII v"),
            ("iv VI i VII",),
            "i",
            "VII",
        ),
    },
    Genre.AMBIENT: {
        Mode.MAJOR: Progressions(
            ("Iadd9 Iadd9", "Iadd9 IVmaj9", "Imaj9 Imaj9 vi9 vi9"),
            ("IVmaj9 IVmaj9",),
            ("IVmaj9 Iadd9", "Imaj9 IVmaj9 vi9 IVmaj9"),
            ("vi9 IVmaj9", "ii9 IVmaj9"),
            "Iadd9",
            "Isus2",
        ),
        Mode.MINOR: Progressions(
            ("iadd9 iadd9", "i9 VImaj9", "iadd9 iadd9 iv9 iv9"),
            ("VImaj9 VImaj9",),
            ("VImaj9 iadd9", "i9 VImaj9 IIImaj9 v7"),
            ("iv9 VImaj9",),
            "iadd9",
            "Isus2",
        ),
    },
    Genre.CINEMATIC: {
        Mode.MAJOR: Progressions(
            ("I bVI bVII I", "vi IV I V", "I iii IV iv"),
            ("IV IV V V", "bVI bVI bVII bVII"),
            ("vi IV I V", "I bIII bVI bVII", "IV V vi I"),
            ("I bVI I bVI", "iv bVI I V"),
            "I",
            "V",
        ),
        Mode.MINOR: Progressions(
            ("i VI iv V", "i i VI VI", "i vi i V", "i III VI V"),
            ("iv VI VII V", "VI VI V V"),
            ("VI VII i III", "i VI III VII", "VI iv i V"),
            ("i bII i V", "iv i vi V"),
            "i",
            "V",
        ),
    },
}


def _with_more(genre: Genre, mode: Mode) -> Progressions:
    own, more = _OWN[genre][mode], MORE[genre][mode]
    return Progressions(
        own.verse + more[0],
        own.pre + more[1],
        own.chorus + more[2],
        own.bridge + more[3],
        own.tonic,
        own.dominant,
        more[4],
    )


PROGRESSIONS: dict[Genre, dict[Mode, Progressions]] = {
    genre: {mode: _with_more(genre, mode) for mode in Mode} for genre in Genre
}
