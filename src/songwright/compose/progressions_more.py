"""Progressions with applied and borrowed chords, modal vamps, blues forms and cadences by genre. Data only.

The notation is that of `progressions.py`; "V7/vi" is the dominant seventh of vi (a secondary dominant),
"bII7" before I the tritone substitute of V7; "iv", "bVI", "bVII" and "bIII" in major are borrowed from minor,
"bII" is the Neapolitan (phrygian in metal), "IV" in minor is dorian and "II" in major lydian. Twelve-bar
forms fit sections of twelve bars: standard, quick change, minor, jazz blues. All are common
property, written down from general knowledge.

Each row: verse, pre-chorus, chorus, bridge, and two-bar cadences that close a chorus.
"""

from __future__ import annotations

from songwright.song.genre import Genre
from songwright.song.key import Mode

Row = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]]

MORE: dict[Genre, dict[Mode, Row]] = {
    Genre.POP: {
        Mode.MAJOR: (
            ("I V7/vi vi IV", "I bVII IV I", "Iadd9 V/3 vi V7/V", "I IV iv I"),
            ("ii V7/V V V", "IV V7/vi vi V", "bVI bVII V V"),
            ("I V7/vi IV iv", "IV V V7/vi vi", "I bVII IV V", "vi V7/V IV V", "I V/3 bVII IV"),
            ("bVI bVII I V", "iv bVII bIII V", "V7/vi vi V7/V V"),
            ("IV,V I", "iv I"),
        ),
        Mode.MINOR: (
            ("i V/3 VII IV", "i IV i IV", "i VII IV VI"),
            ("VI VII V7/V V", "iv V VI V"),
            ("VI VII i V7/iv", "i VII VI V", "iv VII III V7"),
            ("VI V7/III III V", "bII VI iv V"),
            ("VI,VII i",),
        ),
    },
    Genre.BALLAD: {
        Mode.MAJOR: (
            ("I V7/vi vi V7/V", "Iadd9 V/3 V7/ii ii", "I iii IV iv"),
            ("ii V7/V V V", "IV #iv°7 I/5 V"),
            ("I V/3 vi V7/V IV iv I V", "IV V V7/vi vi", "I V7/vi vi iv"),
            ("bVI bVII bIII V", "iv bVII Imaj7 V7/ii"),
            ("ii7,V7 I", "iv,V7sus4 I"),
        ),
        Mode.MINOR: (
            ("i V/3 V7/iv iv", "i VI bII V"),
            ("iv V7/III III V", "VI iv V7/V V"),
            ("VI VII III V7/iv iv i V i", "i V7/iv iv V"),
            ("bII VI iv V7", "III VII V7/V V"),
            ("iiø7,V7 i", "iv,V i"),
        ),
    },
    Genre.ROCK: {
        Mode.MAJOR: (
            ("I bIII IV I", "I bVII bVI bVII", "I I7 IV bVI", "I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"),
            ("IV bVII V V", "bVI bVII V V"),
            ("I bIII bVII IV", "I V7/vi vi IV", "bVI bVII I I", "I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"),
            ("bVI bIII bVII V", "vi V7/V IV V"),
            ("bVI,bVII I",),
        ),
        Mode.MINOR: (
            ("i IV i IV", "i VII IV i", "i bII i VII"),
            ("iv VI V V", "VI VII V V"),
            ("i VII IV VI", "VI III VII IV"),
            ("bII VI VII V", "III IV VI V"),
            ("VI,VII i",),
        ),
    },
    Genre.METAL: {
        Mode.MAJOR: (
            ("I bII I bVII", "I bIII bVI bII"),
            ("iv bII V V",),
            ("I bVI bIII bVII", "I bII bIII bII"),
            ("bII bIII iv V",),
            (),
        ),
        Mode.MINOR: (
            ("i bII i bV", "i i bII III", "i VI bII i", "i bII VII v"),
            ("iv VI bII V", "bII bII V V"),
            ("i VI VII bII", "VI VII i v", "i III bII VII"),
            ("bII i bII bV", "VI bII iv V"),
            (),
        ),
    },
    Genre.BLACK_METAL: {
        Mode.MAJOR: (
            ("I bVI bII iv", "I iii iv I"),
            ("iv bII V V",),
            ("I bIII iv bVI",),
            ("bII bII iv iv",),
            (),
        ),
        Mode.MINOR: (
            ("i bII iv i", "i #iv i VI", "i III bII iv"),
            ("VI bII iv V",),
            ("i iv bII VI", "VI VII iv i", "i VI bII V"),
            ("i #iv VI bII", "bII bII v v"),
            (),
        ),
    },
    Genre.FOLK: {
        Mode.MAJOR: (
            ("I bVII I IV", "I ii IV I", "I V7/V V I", "I I7 IV I"),
            ("vi V7/V IV V", "ii V7/V V V"),
            ("I bVII IV I", "IV I ii V", "I V7/vi vi IV"),
            ("vi iii IV V", "bVII IV I V"),
            ("V7 I", "IV,V I"),
        ),
        Mode.MINOR: (
            ("i IV i VII", "i v IV i", "i VII IV i"),
            ("III VII i VII",),
            ("III VII IV i", "i IV VII i", "VI VII i v"),
            ("VI VII III V", "iv VII III V7"),
            ("VII i", "v i"),
        ),
    },
    Genre.COUNTRY: {
        Mode.MAJOR: (
            ("I V7/IV IV I", "I V7/vi vi IV", "I V7/V V I", "I IV I V7/V"),
            ("ii V7/V V V", "V7/ii ii V7/V V"),
            ("I V7/IV IV iv I V7/V V V", "I IV V7/V V", "IV V I V7/ii"),
            ("V7/vi vi V7/V V", "bVII IV I V7"),
            ("V7 I", "ii,V7 I"),
        ),
        Mode.MINOR: (
            ("i V7/iv iv i", "i IV i V"),
            ("VI V7/V V V",),
            ("i V7/iv iv V", "III VII i V7"),
            ("VI III V7/V V",),
            ("iv,V7 i", "V7 i"),
        ),
    },
    Genre.BLUES: {
        Mode.MAJOR: (
            (
                "I7 IV7 I7 I7 IV7 IV7 I7 V7/ii V7 IV7 I7 V7",
                "I7 I7 IV7 IV7 I7 V7 I7 V7",
                "I7 I7 I7 I7 I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7",
                "I7 IV7 I7 V7",
            ),
            ("IV7 #iv°7 I7 V7",),
            (
                "I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7",
                "I7 V7/IV IV7 #iv°7 I7 V7 I7 V7",
                "I7 I7 I7 I7 I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7",
                "I7 IV7 I7 V7",
            ),
            ("IV7 IV7 I7 V7/ii V7/V V7 I7 V7",),
            (),
        ),
        Mode.MINOR: (
            (
                "i7 iv7 i7 i7 iv7 iv7 i7 i7 VI7 V7 i7 V7",
                "i7 i7 iv7 iv7 i7 V7 i7 V7",
                "i7 iv7 VI7 V7",
            ),
            ("iv7 i7 VI7 V7",),
            ("i7 iv7 i7 V7/iv iv7 iv7 i7 i7 iiø7 V7 i7 V7", "i7 V7/iv iv7 VI7 i7 V7 i7 V7", "i7 iv7 VI7 V7"),
            ("iv7 iv7 i7 V7/iv iv7 iv7 VI7 V7",),
            (),
        ),
    },
    Genre.JAZZ: {
        Mode.MAJOR: (
            (
                "Imaj9 V7b9/ii ii9 V13",
                "Imaj9 bII7 ii9 bII7",
                "I69 #i°7 ii9 #ii°7",
                "ii9,V13 Imaj9 ii9/IV,V13/IV IVmaj9",
                "I7 IV7 I7 ii7/IV,V7/IV IV7 #iv°7 I7 V7b9/ii ii7 V7 I7,V7b9/ii ii7,V7",
                "Imaj9 II7 Imaj9 II7",
            ),
            ("ii9 bII7 Imaj9 V7b9/ii", "V13/V V13/V ii9 bII7"),
            (
                "ii9 V13 Imaj9 V7b9/ii",
                "IVmaj9 iv6 iii7 V7b9/ii ii9 bII7 I69 V13",
                "Imaj9 V13/IV IVmaj9 bVII13 iii7 V7b9/ii ii9 V13",
                "I7 IV7 I7 ii7/IV,V7/IV IV7 #iv°7 I7 V7b9/ii ii7 V7 I7,V7b9/ii ii7,V7",
            ),
            ("V13/vi V13/vi V13/ii V13/ii V13/V V13/V ii9 V13", "iv7 bVII13 Imaj9 V7b9/ii ii9 V13 I69 V13"),
            ("ii9,V13 I69", "ii9,bII7 Imaj9"),
        ),
        Mode.MINOR: (
            (
                "i9 VImaj7 iiø7 V7b9",
                "i11 i11 i11 i11 bii11 bii11 i11 i11",
                "i6 bII7 i6 V7b9",
                "i7 iv7 i7 i7 iv7 iv7 i7 i7 VI7 V7b9 i7 iiø7,V7b9",
            ),
            ("iv9 VII13 IIImaj9 V7b9", "iiø7 V7b9 i9 V7/iv"),
            (
                "iv9 VII13 IIImaj9 VImaj7 iiø7 V7b9 i9 V7b9",
                "i9 V7/iv iv9 VII13",
                "i7 iv7 i7 i7 iv7 iv7 i7 i7 VI7 V7b9 i7 iiø7,V7b9",
            ),
            ("iv9 VII13 IIImaj9 bIII7 iiø7 bII7 i9 V7b9",),
            ("iiø7,V7b9 i6", "bII7 i9"),
        ),
    },
    Genre.SOUL: {
        Mode.MAJOR: (
            ("Imaj9 iii7 ii9 V13", "Imaj9 V7#9/vi vi9 ii9", "I9 I9 IV13 IV13", "Imaj9 IVmaj9 iii7 V7#9/ii"),
            ("ii9 iii7 IVmaj9 V9sus4", "IVmaj9 iv6 iii7 V9sus4"),
            ("IVmaj9 V7#9/vi vi9 V13/V", "ii9 V13 Imaj9 V7#9/ii", "bVImaj9 bVII13 Imaj9 Imaj9"),
            ("bVImaj9 bVII9 iii7 V7#9/ii", "iii7 V7#9/ii ii9 V9sus4"),
            ("ii9,V13 Imaj9", "IVmaj9,V9sus4 Imaj9"),
        ),
        Mode.MINOR: (
            ("i9 IV13 i9 IV13", "i9 iv9 VII13 V7#9", "i11 IV9 i11 IV9"),
            ("VImaj9 v7 iv9 V7#9", "iv9 VII13 VImaj9 V7#9"),
            ("iv9 VII13 IIImaj9 V7#9", "i9 VImaj9 iv9 V7#9", "VImaj9 V7#9 i9 IV13"),
            ("IIImaj9 VImaj9 iiø7 V7#9",),
            ("iiø7,V7#9 i9", "iv9,V7#9 i9"),
        ),
    },
    Genre.REGGAE: {
        Mode.MAJOR: (
            ("I bVII I bVII", "I iii IV V", "I ii iii ii"),
            ("IV iii ii V",),
            ("I IV ii V", "I V7/vi vi IV", "IV V I vi"),
            ("ii iii IV V", "iv I iv V"),
            ("IV,V I",),
        ),
        Mode.MINOR: (
            ("i IV i IV", "i v iv i"),
            ("VI iv VII V",),
            ("i VII VI V", "i III VII iv"),
            ("iv VII III V",),
            ("v i",),
        ),
    },
    Genre.LATIN: {
        Mode.MAJOR: (
            ("Imaj7 V7/ii ii7 V7", "I V7/IV IV V7", "I69 #i°7 ii7 V7", "Imaj9 V13/V ii9 bII7"),
            ("ii7 V7/V V7 V7", "V7/vi vi V7/V V7"),
            ("I V7/ii ii7 V7", "IV V7 iii7 V7/ii ii7 V7 I6 V7", "I V7/IV IV iv"),
            ("iv7 bVII7 bIIImaj7 V7", "V7/vi vi V7/V V7"),
            ("ii7,V7 I6", "V7 I"),
        ),
        Mode.MINOR: (
            ("i V7/iv iv V7", "i bII i V7", "i iv bII V7"),
            ("iv V7/III III V7", "iv i V7/V V7"),
            ("i V7/iv iv VII7 III VI iiø7 V7", "i VII VI V7b9", "iv bII V7 i"),
            ("VI bII V7 i", "iv VII III V7b9"),
            ("iiø7,V7 i", "bII,V7 i"),
        ),
    },
    Genre.HIP_HOP: {
        Mode.MAJOR: (
            ("Imaj7 iii7 vi7 V", "IVmaj7 V7/vi vi7 V", "I bVII IV bVII"),
            ("ii7 V7/V V V",),
            ("IVmaj7 iv6 Imaj7 vi7", "vi V7/V IV V"),
            ("bVImaj7 bVI IV V",),
            (),
        ),
        Mode.MINOR: (
            ("i bII i V", "i9 i9 iv9 V7", "i VI bII V", "i IV i iv"),
            ("iv iv V V",),
            ("i bII VI V", "VI V7 i i", "i V7/iv iv V"),
            ("VI VI bII V",),
            (),
        ),
    },
    Genre.LOFI: {
        Mode.MAJOR: (
            (
                "Imaj9 V7b9/ii ii9 V13",
                "IVmaj9 V7#9/vi vi9 v7,V7/IV",
                "Imaj9 bIIImaj7 ii9 bIImaj7",
                "ii9 bII7 Imaj9 Imaj9",
            ),
            ("ii9 V7b9/ii ii9 V9sus4",),
            ("IVmaj9 V7#9/vi vi9 V13/V", "Imaj9 iii7 iv6 Imaj9", "ii9 V13 Imaj9 V7b9/ii"),
            ("iv9 bVII13 Imaj9 V7#9/ii",),
            ("ii9,V13 Imaj9",),
        ),
        Mode.MINOR: (
            ("i9 IV13 i9 IV13", "i9 iv9 bIImaj7 V7#9", "VImaj9 V7#9 i9 V7/iv"),
            ("iv9 VII13 VImaj9 V7#9",),
            ("iv9 V7#9 i9 VImaj9", "VImaj9 VII13 i9 v7"),
            ("iv9 VII13 IIImaj9 V7#9",),
            ("iiø7,V7#9 i9",),
        ),
    },
    Genre.ELECTRONIC: {
        Mode.MAJOR: (
            ("I bVII IV I", "vi V7/V IV V", "I iii vi IV"),
            ("IV V7/vi vi V",),
            ("IV V7/vi vi V", "I bIII IV I", "vi IV iv V"),
            ("bVI bVII IV V",),
            (),
        ),
        Mode.MINOR: (
            ("i bII i VII", "i IV i IV", "i VII bII i", "i v VI VII"),
            ("iv v VI V", "VI VI V V"),
            ("VI VII v i", "i bII VI VII", "i III VII IV"),
            ("bII VI iv V", "VI IV i V"),
            (),
        ),
    },
    Genre.AMBIENT: {
        Mode.MAJOR: (
            ("Imaj9 II", "Iadd9 bVIImaj9", "Imaj9 iii7 IVmaj9 iii7"),
            ("IVmaj9 IIadd9",),
            ("Iadd9 II IVmaj9 Iadd9", "Imaj9 bIIImaj9", "IVmaj9 iv6 Imaj9 Imaj9"),
            ("bVImaj9 IVmaj9", "iii7 II"),
            (),
        ),
        Mode.MINOR: (
            ("i9 IV", "iadd9 bIImaj9", "i11 i11 VImaj9 VImaj9"),
            ("iv9 IV",),
            ("i9 IV VImaj9 i9", "IIImaj9 VII IV i9"),
            ("bIImaj9 VImaj9", "IV VImaj9"),
            (),
        ),
    },
    Genre.CINEMATIC: {
        Mode.MAJOR: (
            ("I II IV I", "I bVI iv I", "I bIII IV iv"),
            ("bVI bVII V V", "iv V7/V V V"),
            ("I V7/vi vi bVI bIII bVII I V", "bVI bVII I I", "I II bVII I"),
            ("#iv°7 IV iv V", "bVI bIII bVI V"),
            ("bVI,bVII I", "IV,V I"),
        ),
        Mode.MINOR: (
            ("i #iv i VI", "i bII V i", "i IV VI V", "i vi bII V"),
            ("VI bII V V", "iv V7/V V V"),
            ("i VI III VII bII VI V V", "VI VII i IV", "i III IV VI"),
            ("bII VI bII V", "i #iv°7 iv V"),
            ("VI,VII i", "iv,V i"),
        ),
    },
}
