"""How each genre is written: chords, grooves, patterns, singing. Data only; `style.py` holds its shapes.

Progressions are roman numerals, a bar each; "ii7,V7" share one. Capitals are major and small letters minor
chords, degrees are those of the key's own mode (in minor VI is the flat sixth), "/3" and "/5" name the chord
tone in the bass. Rhythms are written in the notation of `pattern.py`. The parts give the marks their meaning:
chords play whole chords on X x o -, one voice on a digit (0 lowest), b bass root, f bass fifth, p a muted
root, z root and fifth, y root and sixth; basses play R r - root, 3 5 6 7 8 chord steps, a an approach note,
w a walking step.
"""

from __future__ import annotations

from songwright.compose.style import Leading, Levels, Progressions, Singing, Style, Voicing
from songwright.song.genre import Genre

_SUNG_POP = ("x.x.x.x.x..x..x.", "..x.x.x.x.x.x...", "x..x..x.x.x.x...", "x.x.x..x.x.x..x.")
_SUNG_PLAIN = ("x.x.x.x.x.x.x...", "x...x.x.x...x.x.", "x..xx.x.x..xx...")
_SUNG_SLOW = ("x...x.x.x.......", "..x.x.x.x...x...", "x.....x.x.x.x...")
_SUNG_ROCK = ("x.x.x.x.x.x.x...", "x...x.x.x.x.x...", "..x.x.x.x.x.x.x.")
_SUNG_SOUL = ("x..x..x.x.xx..x.", "..xx.x.x..x.x...", "x.xx..x.x..x.x..")
_SUNG_RAP = ("x.xxx.x.x.xxx.x.", "xxx.x.xxxxx.x...", "x.x.xxx.x.x.xxx.")
_SUNG_LATIN = ("x..x..x.x.x.x...", "..x..xx.x.x..x..", "x.x..x.x..x.x...")

_SLOW_LINES = ("x_______x___x___", "x___x___x_______", "x_____x_x_______")
_PLAIN_LINES = ("x___x_x_x___x___", "x_x_x___x_x_x___", "x___x___x_x_x_x_")
_BOLD_LINES = ("x__x__x_x___x_x_", "x_x_x__x__x_x___", "x_____x_x_x_x___")
_RUNS = ("xxxxxxxxxxxxxxxx", "x_xxx_xxx_xxx_xx", "xxxxx___xxxxx___")
_EIGHTH_RUNS = ("x_x_x_x_x_x_x_x_", "x_x_x_x_xxx_x_x_", "x__xx_x_x_xxx_x_")


_POP = Style(
    major=Progressions(
        ("I V vi IV", "I vi IV V", "I Iadd9 vi IV", "vi IV I V"),
        ("ii IV V V", "IV V vi V", "ii vi IV V"),
        ("IV I V vi", "I V vi IV", "vi IV I V", "IV V iii vi", "I iii IV V"),
        ("vi iii IV V", "ii vi V V", "IV iv I V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VI III VII", "i iv VI VII", "i VII VI VII"),
        ("iv VI VII VII", "VI VII i VII"),
        ("VI VII i III", "VI III VII i", "i VI III VII"),
        ("iv VII III VI", "VI iv VII V"),
        "i",
        "V",
    ),
    grooves=Levels("pop_soft", "pop_beat", "pop_full"),
    half="pop_half",
    peak="pop_full",
    fill="toms",
    bass=Levels("R_______r_______", "R_____r_r___r_..", "R_r_r_r_r_r_r_5_"),
    chords=Levels("x_______________", "x___x___x___x___", "X__x__x_X__x__x_"),
    rhythm=Levels("x_______x_______", "x___x_o.x_x_x_o.", "X_.xX_x_.xx_X_xo"),
    arp=Levels("0.....1...2.....", "0.1.2.1.0.1.2.3.", "0.2.1.2.3.2.1.2."),
    singing=Singing(0.5, _SUNG_POP, syncopation=0.4),
    leading=Leading(_PLAIN_LINES, _EIGHTH_RUNS, answers=0.35),
    rhythm_voicing=Voicing.OPEN,
    looseness_ms=6.0,
)

_BALLAD = Style(
    major=Progressions(
        ("I V/3 vi IV", "Iadd9 iii IV V", "I I/3 IV V", "I vi ii7 V"),
        ("ii V/3 vi V", "IV I/3 ii7 V"),
        ("IV V iii vi", "I V vi iii IV I ii7 V", "IV V I/3 vi"),
        ("vi V IV iv", "iii vi ii7 V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VII/3 VI V", "iadd9 VI III VII", "i v VI iv"),
        ("iv i VI V", "VI VII V/3 V"),
        ("VI VII III i", "i VI III VII", "VI III iv V"),
        ("III VII iv V", "VI iv i V"),
        "i",
        "V",
    ),
    grooves=Levels("ballad_soft", "ballad_beat", "ballad_full"),
    half="ballad_soft",
    peak="ballad_full",
    fill="soft",
    bass=Levels("R_______________", "R_______..r_5___", "R_____r_5___r_5_"),
    chords=Levels("b_1_2_1_3_______", "b_0_1_2_1_0_1_2_", "X___x___X_x_x___"),
    rhythm=Levels("x_______________", "x_______x_______", "x___x___x___x___"),
    arp=Levels("0...1...2...3...", "0...2...1...3...", "0.1.2.3.4.3.2.1."),
    singing=Singing(0.5, _SUNG_SLOW, syncopation=0.2, longest_step_s=0.85, melisma=0.35, harmony=1),
    leading=Leading(_SLOW_LINES, _PLAIN_LINES, answers=0.3),
    looseness_ms=10.0,
    slowest_bpm=44,
)

_ROCK = Style(
    major=Progressions(
        ("I bVII IV I", "I IV I V", "I I IV V", "I V IV IV"),
        ("IV IV V V", "ii IV V V"),
        ("I V bVII IV", "IV V I vi", "I IV V IV", "vi IV I V"),
        ("vi vi IV V", "bVI bVII I V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VII VI VII", "i i III VII", "i III VII iv"),
        ("iv iv VI VII", "VI VI VII VII"),
        ("VI VII i i", "III VII i VI", "i VI VII v"),
        ("iv VI i VII", "VI v iv V"),
        "i",
        "VII",
    ),
    grooves=Levels("rock_soft", "rock_beat", "rock_full"),
    half="rock_half",
    peak="rock_full",
    fill="toms",
    bass=Levels("R_______r_______", "R_r_r_r_r_r_r_r_", "R_r_r_r_5_r_8_7_"),
    chords=Levels("x_______________", "X_o_o_x_o_o_x_o_", "X_x_x_X_x_x_X_x_"),
    rhythm=Levels("x_______________", "p_p_p_p_p_p_p_p_", "X___x_x_..x_X_x_"),
    arp=Levels("0_______2___1___", "0_..0_2_..1_0_2_", "0_0_2_3_0_0_4_3_"),
    singing=Singing(0.5, _SUNG_ROCK, syncopation=0.3, pentatonic=0.6),
    leading=Leading(_BOLD_LINES, _RUNS, "penta", 0.4),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=7.0,
    fastest_bpm=200,
)

_METAL = Style(
    major=Progressions(
        ("I bVII bVI bVII", "I I bVI bVII"),
        ("IV V IV V",),
        ("I V bVI bVII", "bVI bVII I I"),
        ("iv bVI I bVII",),
        "I",
        "bVII",
    ),
    minor=Progressions(
        ("i i bII i", "i VI i VII", "i i VI v", "i bII VII i"),
        ("iv iv VI VII", "VI VI bII V"),
        ("VI VII i i", "i VI III VII", "i VII VI v"),
        ("i bII iv i", "iv VI bII V"),
        "i",
        "V",
    ),
    grooves=Levels("metal_half", "metal_chug", "metal_double"),
    half="metal_half",
    peak="metal_skank",
    fill="double",
    bass=Levels("R_______R_______", "R_rrR_rrR_rrR_rr", "R_r_R_rrR_r_rrrr"),
    chords=Levels("X_______________", "X_ppp_ppX_ppp_pp", "X_ppX_ppX_ppX_X_"),
    rhythm=Levels("X_______X_______", "p_ppp_ppp_ppp_pp", "X_ppX_ppX___X_pp"),
    arp=Levels("0___2___1___3___", "0.2.1.2.3.2.1.2.", "0123210201232102"),
    singing=Singing(0.5, _SUNG_ROCK, syncopation=0.2, pentatonic=0.2),
    leading=Leading(_BOLD_LINES, _RUNS, "harmonic", 0.3),
    chord_voicing=Voicing.POWER,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=5.0,
    fastest_bpm=220,
)

_BLACK_METAL = Style(
    major=Progressions(
        ("I iv I bVI", "I bII I iv"),
        ("iv iv bVI bVII",),
        ("I bVI iv I", "I iv bVI bII"),
        ("bVI bVI iv bII",),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VI i iv", "i bII i VI", "i v VI iv", "i vi i bII"),
        ("VI VI iv iv", "iv iv VI V"),
        ("VI iv i v", "i VI III VII", "i III VI bII"),
        ("i i vi vi", "VI VI bII bII", "i bII vi V"),
        "i",
        "V",
    ),
    grooves=Levels("black_slow", "black_double", "black_blast"),
    half="black_slow",
    peak="black_hammer",
    fill="double",
    bass=Levels("R_______r___r___", "R_r_r_r_r_r_r_r_", "RrrrrrrrRrrrrrrr"),
    chords=Levels("X_______X_______", "0000000011112222", "0000222211110000 0000333322221111"),
    rhythm=Levels("X_______________", "xxxxxxxxxxxxxxxx", "XxxxxxxxXxxxxxxx"),
    arp=Levels("0___1___2___1___", "0.1.2.1.3.1.2.1.", "0121232101212321"),
    singing=Singing(0.5, _SUNG_PLAIN, syncopation=0.15, pentatonic=0.0, harmony=9),
    leading=Leading(_SLOW_LINES, _RUNS, "harmonic", 0.2),
    chord_voicing=Voicing.CLOSE,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=4.0,
    fastest_bpm=230,
)

_FOLK = Style(
    major=Progressions(
        ("I IV I V", "I V IV I", "I I IV V", "I vi IV V"),
        ("IV IV I V", "ii IV I V"),
        ("IV I V I", "IV V I vi", "I IV V I"),
        ("ii V I I", "vi IV I V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VII i VII", "i III VII i", "i VI VII i"),
        ("VI VII i VII", "iv VII i v"),
        ("III VII i v", "VI VII i i", "III VII iv i"),
        ("iv i VII i", "VI III VII v"),
        "i",
        "VII",
    ),
    grooves=Levels("folk_soft", "folk_stomp", "folk_full"),
    half="folk_soft",
    peak="folk_full",
    fill="soft",
    bass=Levels("R_______5_______", "R_______5_____a_", "R___..r_5___..a_"),
    chords=Levels("b_2_1_2_f_2_1_2_", "b_213_2_f_213_2_", "b_213121f_213121"),
    rhythm=Levels("x_______________", "x___x_xox_x_xoxo", "X___x_xo.ox_x_xo"),
    arp=Levels("0...2...3...2...", "0.2.3.2.4.2.3.2.", "0.2.3.1.2.3.0.2."),
    singing=Singing(0.5, _SUNG_PLAIN, syncopation=0.1, pentatonic=0.6, doubles=False, harmony=1),
    leading=Leading(_PLAIN_LINES, _EIGHTH_RUNS, "penta", 0.4),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.OPEN,
    looseness_ms=10.0,
)

_COUNTRY = Style(
    major=Progressions(
        ("I I IV I", "I IV V I", "I V I IV", "I I V V"),
        ("IV IV V V", "ii ii V V"),
        ("IV I V I", "I I7 IV IV I V I I", "IV V I vi"),
        ("vi vi II7 V", "IV I II7 V7"),
        "I",
        "V7",
    ),
    minor=Progressions(
        ("i i VII i", "i iv i V", "i VII VI V"),
        ("iv iv V V",),
        ("VI III VII i", "iv i V i"),
        ("III VII i V",),
        "i",
        "V7",
    ),
    grooves=Levels("country_two", "country_train", "country_full"),
    half="country_two",
    peak="country_train",
    fill="train",
    bass=Levels("R_______5_______", "R___....5___....", "R___..r_5___5_a_"),
    chords=Levels("b___x_..f___x_..", "b___x_x_f___x_x_", "b_x_X_x_f_x_X_xo"),
    rhythm=Levels("....x_......x_..", "....x_x_....x_xo", "..o.X_xo..o.X_xo"),
    arp=Levels("0...1...2...1...", "0.2.1.3.0.2.1.3.", "0213021302130213"),
    singing=Singing(0.5, _SUNG_PLAIN, syncopation=0.15, pentatonic=0.7, doubles=False, harmony=0),
    leading=Leading(_PLAIN_LINES, _EIGHTH_RUNS, "penta", 0.65),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.CLOSE,
    looseness_ms=8.0,
    fastest_bpm=210,
)

_BLUES = Style(
    major=Progressions(
        ("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7"),
        ("IV7 IV7 V7 V7",),
        ("I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 V7 IV7 IV7 I7 V7 I7 V7"),
        ("IV7 IV7 I7 I7 IV7 IV7 II7 V7",),
        "I7",
        "V7",
    ),
    minor=Progressions(
        ("i7 i7 i7 i7 iv7 iv7 i7 i7 VI7 V7 i7 V7", "i7 iv7 i7 i7 iv7 iv7 i7 i7 iiø7 V7 i7 V7"),
        ("iv7 iv7 VI7 V7",),
        ("i7 i7 i7 i7 iv7 iv7 i7 i7 VI7 V7 i7 V7",),
        ("iv7 iv7 i7 i7 iv7 iv7 VI7 V7",),
        "i7",
        "V7",
    ),
    grooves=Levels("blues_soft", "blues_shuffle", "blues_full"),
    half="blues_soft",
    peak="blues_full",
    fill="triplet",
    bass=Levels("R___..r_5___..r_", "R___3___5___6___", "R_r_3_3_5_5_6_7_"),
    chords=Levels("x_______........", "..x_....x_..x_..", "..x_..x_x_....x_"),
    rhythm=Levels("z___z___y___y___", "z_z_y_y_z_z_y_y_", "z_z_y_y_z_zoy_yo"),
    arp=Levels("0_______2_1_0___", "0_2_1_..2_3_2_..", "3_2_1_0_3_2_1_0_"),
    singing=Singing(0.5, _SUNG_SOUL, syncopation=0.35, melisma=0.3, pentatonic=0.9, doubles=False, harmony=9),
    leading=Leading(_BOLD_LINES, _EIGHTH_RUNS, "blues", 0.85),
    chord_voicing=Voicing.SHELL,
    rhythm_voicing=Voicing.POWER,
    swing=2 / 3,
    looseness_ms=9.0,
)

_JAZZ = Style(
    major=Progressions(
        ("Imaj7 vi7 ii7 V7", "ii7 V7 Imaj7 vi7", "Imaj7 II7 ii7 V7", "iii7 VI7 ii7 V7"),
        ("ii7 ii7 V7 V7", "iv7 bVII7 ii7 V7"),
        ("IVmaj7 bVII7 Imaj7 VI7 ii7 V7 Imaj7 V7", "ii7 V7 Imaj7 VI7", "IVmaj7 iv6 iii7 VI7 ii7 V7 Imaj7 V7"),
        ("III7 III7 VI7 VI7 II7 II7 V7 V7", "iv7 bVII7 Imaj7 Imaj7"),
        "Imaj9",
        "V7",
    ),
    minor=Progressions(
        ("i7 iv7 iiø7 V7", "iiø7 V7 i7 i7", "i7 VImaj7 iiø7 V7"),
        ("iv7 iv7 iiø7 V7",),
        ("iv7 VII7 IIImaj7 VImaj7 iiø7 V7 i7 V7", "i7 VI7 iiø7 V7"),
        ("III7 VImaj7 iiø7 V7", "iv7 VII7 IIImaj7 V7"),
        "i6",
        "V7",
    ),
    grooves=Levels("jazz_brush", "jazz_ride", "jazz_full"),
    half="jazz_brush",
    peak="jazz_full",
    fill="brush",
    bass=Levels("R_______5_____a_", "w___w___w___w___", "w___w___w___w_w_"),
    chords=Levels(
        "x_______........", "x_____x_........ ..x_......x_....", "..x_..x_....x___ x_....x_..x_...."
    ),
    rhythm=Levels("x_______........", "o_..o_..o_..o_..", "x_..x_..x_..x_.."),
    arp=Levels("....2...3.......", "..2.3...1.2.....", "0.1.2.3.4.3.2.1."),
    singing=Singing(0.5, _SUNG_SOUL, syncopation=0.55, melisma=0.2, pentatonic=0.0, doubles=False, harmony=9),
    leading=Leading(_BOLD_LINES, _EIGHTH_RUNS, "key", 0.6),
    chord_voicing=Voicing.SHELL,
    rhythm_voicing=Voicing.SHELL,
    swing=0.64,
    looseness_ms=9.0,
    fastest_bpm=260,
)

_SOUL = Style(
    major=Progressions(
        ("Imaj7 ii7 iii7 ii7", "I7 I7 IV9 IV9", "Imaj7 vi7 ii7 V9", "ii7 V7 Imaj7 IVmaj7"),
        ("ii7 iii7 IVmaj7 V9", "IVmaj7 iii7 ii7 V7sus4"),
        ("IVmaj7 iii7 ii7 Imaj7", "vi7 ii7 V9 Imaj7", "IVmaj7 V9 iii7 vi7"),
        ("iii7 VI7 ii7 V9", "bVIImaj7 IVmaj7 Imaj7 V9"),
        "Imaj9",
        "V9",
    ),
    minor=Progressions(
        ("i7 iv9 i7 iv9", "i9 VII i9 v7", "i7 VImaj7 iv7 v7"),
        ("VImaj7 v7 iv7 V7",),
        ("VImaj7 VII7 i9 i9", "iv9 VII9 IIImaj7 VImaj7", "iv7 v7 i7 i7"),
        ("IIImaj7 VII iv9 V7",),
        "i9",
        "V7",
    ),
    grooves=Levels("soul_soft", "soul_pocket", "soul_full"),
    half="pop_half",
    peak="soul_full",
    fill="funk",
    bass=Levels("R_____r_....5_8_", "R_.r..8.r_..5_7_", "R.-r.-8.R.r-.785"),
    chords=Levels("x_______....x___", "x_..x_......x_.x", "..x.x_.x..x..x.x"),
    rhythm=Levels("............x...", "....x.......x.x.", "-x-x.-x--x-x.-xo"),
    arp=Levels(
        "................ ......x.......x.",
        "......x.x....... ..........X.x...",
        "X..x..x...X..... ......XX....X.x.",
    ),
    singing=Singing(0.25, _SUNG_SOUL, syncopation=0.6, melisma=0.5, pentatonic=0.6),
    leading=Leading(_BOLD_LINES, _RUNS, "penta", 0.55),
    chord_voicing=Voicing.CLOSE,
    rhythm_voicing=Voicing.CLOSE,
    swing=0.54,
    swing_unit=0.25,
    looseness_ms=9.0,
)

_REGGAE = Style(
    major=Progressions(
        ("I ii I ii", "I IV I IV", "I V vi IV", "I vi ii V"),
        ("ii IV ii V",),
        ("I IV V IV", "vi ii V I", "IV I IV V"),
        ("vi V IV V", "ii ii V V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VII i VII", "i iv i v", "i iv VII i"),
        ("VI VII VI VII",),
        ("iv i VII i", "VI VII i i", "i VI v i"),
        ("VI v iv v",),
        "i",
        "v",
    ),
    grooves=Levels("reggae_soft", "reggae_one_drop", "reggae_steppers"),
    half="reggae_soft",
    peak="reggae_steppers",
    fill="reggae",
    bass=Levels("....R___..r_5___", "..R_r___..5_r___", "R_..r_5_..8_5_r_"),
    chords=Levels("..x...x...x...x.", "..X...X...X...X.", "..X...X...Xo..X."),
    rhythm=Levels(".ox..ox..ox..ox.", ".oxo.oxo.oxo.oxo", ".oxo.oXo.oxo.oXo"),
    arp=Levels("0.......2.......", "..0.2.......1.2.", "0.0.2...1.1.3..."),
    singing=Singing(0.5, _SUNG_LATIN, syncopation=0.45, pentatonic=0.5, harmony=0),
    leading=Leading(_PLAIN_LINES, _EIGHTH_RUNS, "penta", 0.45),
    bass_on_change=False,
    swing=0.57,
    looseness_ms=9.0,
)

_LATIN = Style(
    major=Progressions(
        ("Imaj7 II7 ii7 V7", "I IV V IV", "Imaj7 VI7 ii7 V7"),
        ("ii7 V7 iii7 VI7", "ii V ii V"),
        ("I IV V7 IV", "ii7 V7 Imaj7 VI7", "I vi ii V7"),
        ("iv7 bVII7 Imaj7 V7", "vi vi ii V7"),
        "I6",
        "V7",
    ),
    minor=Progressions(
        ("i VII VI V", "i iv V7 i", "i iv VII III"),
        ("iv VII III V7", "VI VI V7 V7"),
        ("iv i V7 i", "i VII VI V", "iv VII III VI iiø7 V7 i V7"),
        ("VI V7 VI V7", "III VII VI V7"),
        "i",
        "V7",
    ),
    grooves=Levels("son_soft", "son", "salsa"),
    half="bossa",
    peak="salsa",
    fill="timbale",
    bass=Levels("R_____5_5_____r_", "R_____5_____8___", "R_____5_____8_5_"),
    chords=Levels("b__x..x.b_.x..x.", "X..x.x.x..x.x.x.", "X.xx.x.x.xx.x.x."),
    rhythm=Levels("..x...x...x..x..", "x.x..x.x..x.x.x.", "x.xo.xox.oxox.xo"),
    arp=Levels("0..2..3...2.....", "0.32.3.2.32.3.2.", "0.23.2.3.23.2.31"),
    singing=Singing(0.5, _SUNG_LATIN, syncopation=0.5, pentatonic=0.1, harmony=1),
    leading=Leading(_BOLD_LINES, _EIGHTH_RUNS, "harmonic", 0.5),
    looseness_ms=8.0,
    fastest_bpm=150,
)

_HIP_HOP = Style(
    major=Progressions(
        ("vi vi IV V", "I iii vi vi", "ii7 ii7 Imaj7 Imaj7"),
        ("IV IV V V",),
        ("vi IV I V", "IV V vi vi"),
        ("ii ii vi vi",),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i i VI VI", "i i iv v", "i VI i V", "i i bII bII"),
        ("VI VI VII VII",),
        ("VI VII i i", "i VI III VII", "i iv VI V"),
        ("VI VI i i", "iv iv i i"),
        "i",
        "V",
    ),
    grooves=Levels("trap_soft", "trap", "trap_full"),
    half="trap_soft",
    peak="trap_full",
    fill="trap",
    bass=Levels("R___________....", "R_____r___..R___", "R__r______R__r__ R_____r___r_..8_"),
    chords=Levels("x_______________", "x_____x_....x___", "x__x__x___......"),
    rhythm=Levels("................", "......x.......x.", "x..x..x...x..x.."),
    arp=Levels("0_....2_....1_..", "0..2..1.3..2..1.", "0.2.3.2.1.2.4.2."),
    singing=Singing(
        0.25, _SUNG_RAP, syncopation=0.5, longest_step_s=0.3, melisma=0.0, rap=True, pentatonic=0.8
    ),
    leading=Leading(_PLAIN_LINES, _RUNS, "penta", 0.2),
    swing=0.53,
    swing_unit=0.25,
    looseness_ms=5.0,
)

_LOFI = Style(
    major=Progressions(
        ("IVmaj7 iii7 ii7 Imaj9", "ii9 V7 Imaj7 vi7", "Imaj7 vi9 ii9 V7sus4", "IVmaj9 iv6 iii7 vi7"),
        ("ii9 ii9 V7sus4 V7",),
        ("IVmaj9 V7 iii7 vi7", "ii9 iii7 IVmaj7 Imaj9", "Imaj9 iii7 IVmaj9 iv6"),
        ("vi9 ii9 IVmaj7 V7sus4",),
        "Imaj9",
        "V7sus4",
    ),
    minor=Progressions(
        ("i9 iv9 VImaj7 v7", "VImaj7 v7 i9 i9", "i9 VImaj7 IIImaj7 VII"),
        ("iv9 iv9 VImaj7 V7",),
        ("iv9 VII9 IIImaj7 VImaj7", "VImaj7 VII i9 IIImaj7"),
        ("iv9 v7 VImaj7 V7",),
        "i9",
        "v7",
    ),
    grooves=Levels("lofi_soft", "lofi", "lofi_full"),
    half="lofi_soft",
    peak="lofi_full",
    fill="soft",
    bass=Levels("R_________......", "R______r..r_5___", "R__r...r..r_5_8_"),
    chords=Levels("x______________.", "x_________x___..", "x______x__x_...."),
    rhythm=Levels("x_______________", "....x_......x_..", "..o.x_.o..o.x_.."),
    arp=Levels("0.....2...3.....", "0..1..2...4...3.", "..0.2.3...1.2.4."),
    singing=Singing(
        0.5, _SUNG_SLOW, syncopation=0.4, longest_step_s=0.7, melisma=0.1, pentatonic=0.5, harmony=2
    ),
    leading=Leading(_SLOW_LINES, _PLAIN_LINES, "penta", 0.35),
    chord_voicing=Voicing.CLOSE,
    swing=0.58,
    swing_unit=0.25,
    looseness_ms=12.0,
)

_ELECTRONIC = Style(
    major=Progressions(
        ("vi IV I V", "I V vi IV", "IV vi I V"),
        ("IV IV V V", "ii ii IV V"),
        ("IV V vi I", "vi IV I V", "IV I vi V"),
        ("ii vi IV V",),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i i VI VII", "i VI III VII", "i i iv VI"),
        ("VI VI VII VII", "iv iv VI VII"),
        ("VI VII i III", "i VI III VII", "VI i VII v"),
        ("iv VI i VII",),
        "i",
        "VII",
    ),
    grooves=Levels("four_soft", "four_beat", "four_full"),
    half="four_soft",
    peak="four_full",
    fill="clap",
    bass=Levels("R_______________", "..R_..r_..r_..r_", ".RR_.rr_.rr_.r8_"),
    chords=Levels("x_______________", "x__x__x_..x__x__", "..X_..X_..X_..X_"),
    rhythm=Levels("x_______________", "..x_..x_..x_..x_", "X_x_..x_x_..x_x_"),
    arp=Levels("0...2...1...3...", "0.2.3.2.0.2.4.2.", "0230423042304324"),
    singing=Singing(0.5, _SUNG_POP, syncopation=0.45, pentatonic=0.5, harmony=1),
    leading=Leading(_BOLD_LINES, _RUNS, "penta", 0.25),
    bass_on_change=False,
    looseness_ms=2.0,
    slowest_bpm=75,
)

_AMBIENT = Style(
    major=Progressions(
        ("Iadd9 Iadd9", "Iadd9 IVmaj9", "Imaj9 Imaj9 vi9 vi9"),
        ("IVmaj9 IVmaj9",),
        ("IVmaj9 Iadd9", "Imaj9 IVmaj9 vi9 IVmaj9"),
        ("vi9 IVmaj9", "ii9 IVmaj9"),
        "Iadd9",
        "Isus2",
    ),
    minor=Progressions(
        ("iadd9 iadd9", "i9 VImaj9", "iadd9 iadd9 iv9 iv9"),
        ("VImaj9 VImaj9",),
        ("VImaj9 iadd9", "i9 VImaj9 IIImaj9 v7"),
        ("iv9 VImaj9",),
        "iadd9",
        "Isus2",
    ),
    grooves=Levels("ambient_pulse", "ambient_pulse", "ambient_beat"),
    half="ambient_pulse",
    peak="ambient_beat",
    fill="air",
    bass=Levels("R_______________", "R_______________", "R_________5_____"),
    chords=Levels("x_______________", "x_______________", "x_________o_____"),
    rhythm=Levels("................", "o_______________", "o_______o_______"),
    arp=Levels(
        "....2........... ..........3.....",
        "..2.....4....... ......3.......1.",
        "0...2...4...3... ..1...3...2...4.",
    ),
    singing=Singing(
        0.5, _SUNG_SLOW, syncopation=0.1, longest_step_s=1.3, melisma=0.3, doubles=False, harmony=1
    ),
    leading=Leading(_SLOW_LINES, _SLOW_LINES, "penta", 0.3),
    bars_per_chord=2.0,
    looseness_ms=12.0,
    slowest_bpm=40,
)

_CINEMATIC = Style(
    major=Progressions(
        ("I bVI bVII I", "vi IV I V", "I iii IV iv"),
        ("IV IV V V", "bVI bVI bVII bVII"),
        ("vi IV I V", "I bIII bVI bVII", "IV V vi I"),
        ("I bVI I bVI", "iv bVI I V"),
        "I",
        "V",
    ),
    minor=Progressions(
        ("i VI iv V", "i i VI VI", "i vi i V", "i III VI V"),
        ("iv VI VII V", "VI VI V V"),
        ("VI VII i III", "i VI III VII", "VI iv i V"),
        ("i bII i V", "iv i vi V"),
        "i",
        "V",
    ),
    grooves=Levels("taiko_soft", "taiko", "taiko_full"),
    half="taiko_soft",
    peak="taiko_full",
    fill="taiko",
    bass=Levels("R_______________", "R_______r_______", "R.rrR.rrR.rrR.rr"),
    chords=Levels("x_______________", "x_______x_______", "X.xxx.xxX.xxx.xx"),
    rhythm=Levels("................", "x_______________", "X___________x_x_"),
    arp=Levels("0...1...2...1...", "0.1.2.1.0.1.2.1.", "0121012101210121"),
    singing=Singing(0.5, _SUNG_SLOW, syncopation=0.1, longest_step_s=0.9, melisma=0.1, pentatonic=0.1),
    leading=Leading(_SLOW_LINES, _PLAIN_LINES, "key", 0.25),
    looseness_ms=8.0,
    slowest_bpm=50,
)

STYLES: dict[Genre, Style] = {
    Genre.POP: _POP,
    Genre.BALLAD: _BALLAD,
    Genre.ROCK: _ROCK,
    Genre.METAL: _METAL,
    Genre.BLACK_METAL: _BLACK_METAL,
    Genre.FOLK: _FOLK,
    Genre.COUNTRY: _COUNTRY,
    Genre.BLUES: _BLUES,
    Genre.JAZZ: _JAZZ,
    Genre.SOUL: _SOUL,
    Genre.REGGAE: _REGGAE,
    Genre.LATIN: _LATIN,
    Genre.HIP_HOP: _HIP_HOP,
    Genre.LOFI: _LOFI,
    Genre.ELECTRONIC: _ELECTRONIC,
    Genre.AMBIENT: _AMBIENT,
    Genre.CINEMATIC: _CINEMATIC,
}
