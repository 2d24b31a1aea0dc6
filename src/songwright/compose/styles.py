"""How each genre plays and sings: grooves, patterns, swing, voices. Data only; `style.py` holds its shapes.

Rhythms are written in the notation of `pattern.py`. The parts give the marks their meaning: chords play whole
chords on X x o -, one voice on a digit (0 lowest), b bass root, f bass fifth, p a muted root, z root and
fifth, y root and sixth; basses play R r - root, 3 5 6 7 8 chord steps, a an approach note, w a walking step.
"""

from __future__ import annotations

from songwright.compose.phrasing import (
    BOLD_LINES,
    EIGHTH_RUNS,
    PLAIN_LINES,
    RUNS,
    SLOW_LINES,
    SUNG_LATIN,
    SUNG_PLAIN,
    SUNG_POP,
    SUNG_RAP,
    SUNG_ROCK,
    SUNG_SLOW,
    SUNG_SOUL,
)
from songwright.compose.style import Leading, Levels, Singing, Style, Voicing
from songwright.song.genre import Genre

_POP = Style(
    grooves=Levels("pop_soft", "pop_beat", "pop_full"),
    half="pop_half",
    peak="pop_full",
    fill="toms",
    bass=Levels("R_______r_______", "R_____r_r___r_..", "R_r_r_r_r_r_r_5_"),
    chords=Levels("x_______________", "x___x___x___x___", "X__x__x_X__x__x_"),
    rhythm=Levels("x_______x_______", "x___x_o.x_x_x_o.", "X_.xX_x_.xx_X_xo"),
    arp=Levels("0.....1...2.....", "0.1.2.1.0.1.2.3.", "0.2.1.2.3.2.1.2."),
    singing=Singing(0.5, SUNG_POP, syncopation=0.4),
    leading=Leading(PLAIN_LINES, EIGHTH_RUNS, answers=0.35),
    rhythm_voicing=Voicing.OPEN,
    looseness_ms=6.0,
)

_BALLAD = Style(
    grooves=Levels("ballad_soft", "ballad_beat", "ballad_full"),
    half="ballad_soft",
    peak="ballad_full",
    fill="soft",
    bass=Levels("R_______________", "R_______..r_5___", "R_____r_5___r_5_"),
    chords=Levels("b_1_2_1_3_______", "b_0_1_2_1_0_1_2_", "X___x___X_x_x___"),
    rhythm=Levels("x_______________", "x_______x_______", "x___x___x___x___"),
    arp=Levels("0...1...2...3...", "0...2...1...3...", "0.1.2.3.4.3.2.1."),
    singing=Singing(0.5, SUNG_SLOW, syncopation=0.2, longest_step_s=0.85, melisma=0.35, harmony=1),
    leading=Leading(SLOW_LINES, PLAIN_LINES, answers=0.3),
    looseness_ms=10.0,
    slowest_bpm=44,
)

_ROCK = Style(
    grooves=Levels("rock_soft", "rock_beat", "rock_full"),
    half="rock_half",
    peak="rock_full",
    fill="toms",
    bass=Levels("R_______r_______", "R_r_r_r_r_r_r_r_", "R_r_r_r_5_r_8_7_"),
    chords=Levels("x_______________", "X_o_o_x_o_o_x_o_", "X_x_x_X_x_x_X_x_"),
    rhythm=Levels("x_______________", "p_p_p_p_p_p_p_p_", "X___x_x_..x_X_x_"),
    arp=Levels("0_______2___1___", "0_..0_2_..1_0_2_", "0_0_2_3_0_0_4_3_"),
    singing=Singing(0.5, SUNG_ROCK, syncopation=0.3, pentatonic=0.6),
    leading=Leading(BOLD_LINES, RUNS, "penta", 0.4),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=7.0,
    fastest_bpm=200,
)

_METAL = Style(
    grooves=Levels("metal_half", "metal_chug", "metal_double"),
    half="metal_half",
    peak="metal_skank",
    fill="double",
    bass=Levels("R_______R_______", "R_rrR_rrR_rrR_rr", "R_r_R_rrR_r_rrrr"),
    chords=Levels("X_______________", "X_ppp_ppX_ppp_pp", "X_ppX_ppX_ppX_X_"),
    rhythm=Levels(
        "t_______t_______", "t___t_ppt___t_pp", "t_t_t_ppt_t_t_pp"
    ),  # over fifths it states the third
    arp=Levels("0___2___1___3___", "0.2.1.2.3.2.1.2.", "0123210201232102"),
    singing=Singing(0.5, SUNG_ROCK, syncopation=0.2, pentatonic=0.2),
    leading=Leading(BOLD_LINES, RUNS, "harmonic", 0.3),
    chord_voicing=Voicing.POWER,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=5.0,
    fastest_bpm=220,
)

_BLACK_METAL = Style(
    grooves=Levels("black_slow", "black_double", "black_blast"),
    half="black_slow",
    peak="black_hammer",
    fill="double",
    bass=Levels("R_______r___r___", "R_r_r_r_r_r_r_r_", "RrrrrrrrRrrrrrrr"),
    chords=Levels("X_______X_______", "0000000011112222", "0000222211110000 0000333322221111"),
    rhythm=Levels("X_______________", "xxxxxxxxxxxxxxxx", "XxxxxxxxXxxxxxxx"),
    arp=Levels("0___1___2___1___", "0.1.2.1.3.1.2.1.", "0121232101212321"),
    singing=Singing(0.5, SUNG_PLAIN, syncopation=0.15, pentatonic=0.0, harmony=9),
    leading=Leading(SLOW_LINES, RUNS, "harmonic", 0.2),
    chord_voicing=Voicing.CLOSE,
    rhythm_voicing=Voicing.POWER,
    looseness_ms=4.0,
    fastest_bpm=230,
)

_FOLK = Style(
    grooves=Levels("folk_soft", "folk_stomp", "folk_full"),
    half="folk_soft",
    peak="folk_full",
    fill="soft",
    bass=Levels("R_______5_______", "R_______5_____a_", "R___..r_5___..a_"),
    chords=Levels("b_2_1_2_f_2_1_2_", "b_213_2_f_213_2_", "b_213121f_213121"),
    rhythm=Levels("x_______________", "x___x_xox_x_xoxo", "X___x_xo.ox_x_xo"),
    arp=Levels("0...2...3...2...", "0.2.3.2.4.2.3.2.", "0.2.3.1.2.3.0.2."),
    singing=Singing(0.5, SUNG_PLAIN, syncopation=0.1, pentatonic=0.6, doubles=False, harmony=1),
    leading=Leading(PLAIN_LINES, EIGHTH_RUNS, "penta", 0.4),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.OPEN,
    looseness_ms=10.0,
)

_COUNTRY = Style(
    grooves=Levels("country_two", "country_train", "country_full"),
    half="country_two",
    peak="country_train",
    fill="train",
    bass=Levels("R_______5_______", "R___....5___....", "R___..r_5___5_a_"),
    chords=Levels("b___x_..f___x_..", "b___x_x_f___x_x_", "b_x_X_x_f_x_X_xo"),
    rhythm=Levels("....x_......x_..", "....x_x_....x_xo", "..o.X_xo..o.X_xo"),
    arp=Levels("0...1...2...1...", "0.2.1.3.0.2.1.3.", "0213021302130213"),
    singing=Singing(0.5, SUNG_PLAIN, syncopation=0.15, pentatonic=0.7, doubles=False, harmony=0),
    leading=Leading(PLAIN_LINES, EIGHTH_RUNS, "penta", 0.65),
    chord_voicing=Voicing.OPEN,
    rhythm_voicing=Voicing.CLOSE,
    looseness_ms=8.0,
    fastest_bpm=210,
)

_BLUES = Style(
    grooves=Levels("blues_soft", "blues_shuffle", "blues_full"),
    half="blues_soft",
    peak="blues_full",
    fill="triplet",
    bass=Levels("R___..r_5___..r_", "R___3___5___6___", "R_r_3_3_5_5_6_7_"),
    chords=Levels("x_______........", "..x_....x_..x_..", "..x_..x_x_....x_"),
    rhythm=Levels("z___z___y___y___", "z_z_y_y_z_z_y_y_", "z_z_y_y_z_zoy_yo"),
    arp=Levels("0_______2_1_0___", "0_2_1_..2_3_2_..", "3_2_1_0_3_2_1_0_"),
    singing=Singing(0.5, SUNG_SOUL, syncopation=0.35, melisma=0.3, pentatonic=0.9, doubles=False, harmony=9),
    leading=Leading(BOLD_LINES, EIGHTH_RUNS, "blues", 0.85),
    chord_voicing=Voicing.SHELL,
    rhythm_voicing=Voicing.POWER,
    swing=2 / 3,
    looseness_ms=9.0,
)

_JAZZ = Style(
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
    singing=Singing(0.5, SUNG_SOUL, syncopation=0.55, melisma=0.2, pentatonic=0.0, doubles=False, harmony=9),
    leading=Leading(BOLD_LINES, EIGHTH_RUNS, "key", 0.6),
    chord_voicing=Voicing.ROOTLESS,
    rhythm_voicing=Voicing.DROP2,
    swing=0.64,
    looseness_ms=9.0,
    fastest_bpm=260,
)

_SOUL = Style(
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
    singing=Singing(0.25, SUNG_SOUL, syncopation=0.6, melisma=0.5, pentatonic=0.6),
    leading=Leading(BOLD_LINES, RUNS, "penta", 0.55),
    chord_voicing=Voicing.CLOSE,
    rhythm_voicing=Voicing.CLOSE,
    swing=0.54,
    swing_unit=0.25,
    looseness_ms=9.0,
)

_REGGAE = Style(
    grooves=Levels("reggae_soft", "reggae_one_drop", "reggae_steppers"),
    half="reggae_soft",
    peak="reggae_steppers",
    fill="reggae",
    bass=Levels("....R___..r_5___", "..R_r___..5_r___", "R_..r_5_..8_5_r_"),
    chords=Levels("..x...x...x...x.", "..X...X...X...X.", "..X...X...Xo..X."),
    rhythm=Levels(".ox..ox..ox..ox.", ".oxo.oxo.oxo.oxo", ".oxo.oXo.oxo.oXo"),
    arp=Levels("0.......2.......", "..0.2.......1.2.", "0.0.2...1.1.3..."),
    singing=Singing(0.5, SUNG_LATIN, syncopation=0.45, pentatonic=0.5, harmony=0),
    leading=Leading(PLAIN_LINES, EIGHTH_RUNS, "penta", 0.45),
    bass_on_change=False,
    swing=0.57,
    looseness_ms=9.0,
)

_LATIN = Style(
    grooves=Levels("son_soft", "son", "salsa"),
    half="bossa",
    peak="salsa",
    fill="timbale",
    bass=Levels("R_____5_5_____r_", "R_____5_____8___", "R_____5_____8_5_"),
    chords=Levels("b__x..x.b_.x..x.", "X..x.x.x..x.x.x.", "X.xx.x.x.xx.x.x."),
    rhythm=Levels("..x...x...x..x..", "x.x..x.x..x.x.x.", "x.xo.xox.oxox.xo"),
    arp=Levels("0..2..3...2.....", "0.32.3.2.32.3.2.", "0.23.2.3.23.2.31"),
    singing=Singing(0.5, SUNG_LATIN, syncopation=0.5, pentatonic=0.1, harmony=1),
    leading=Leading(BOLD_LINES, EIGHTH_RUNS, "harmonic", 0.5),
    looseness_ms=8.0,
    fastest_bpm=150,
)

_HIP_HOP = Style(
    grooves=Levels("trap_soft", "trap", "trap_full"),
    half="trap_soft",
    peak="trap_full",
    fill="trap",
    bass=Levels("R___________....", "R_____r___..R___", "R__r______R__r__ R_____r___r_..8_"),
    chords=Levels("x_______________", "x_____x_....x___", "x__x__x___......"),
    rhythm=Levels("................", "......x.......x.", "x..x..x...x..x.."),
    arp=Levels("0_....2_....1_..", "0..2..1.3..2..1.", "0.2.3.2.1.2.4.2."),
    singing=Singing(
        0.25, SUNG_RAP, syncopation=0.5, longest_step_s=0.23, melisma=0.0, rap=True, pentatonic=0.8
    ),
    leading=Leading(PLAIN_LINES, RUNS, "penta", 0.2),
    swing=0.53,
    swing_unit=0.25,
    looseness_ms=5.0,
)

_LOFI = Style(
    grooves=Levels("lofi_soft", "lofi", "lofi_full"),
    half="lofi_soft",
    peak="lofi_full",
    fill="soft",
    bass=Levels("R_________......", "R______r..r_5___", "R__r...r..r_5_8_"),
    chords=Levels("x______________.", "x_________x___..", "x______x__x_...."),
    rhythm=Levels("x_______________", "....x_......x_..", "..o.x_.o..o.x_.."),
    arp=Levels("0.....2...3.....", "0..1..2...4...3.", "..0.2.3...1.2.4."),
    singing=Singing(
        0.5, SUNG_SLOW, syncopation=0.4, longest_step_s=0.7, melisma=0.1, pentatonic=0.5, harmony=2
    ),
    leading=Leading(SLOW_LINES, PLAIN_LINES, "penta", 0.35),
    chord_voicing=Voicing.CLOSE,
    swing=0.58,
    swing_unit=0.25,
    looseness_ms=12.0,
)

_ELECTRONIC = Style(
    grooves=Levels("four_soft", "four_beat", "four_full"),
    half="four_soft",
    peak="four_full",
    fill="clap",
    bass=Levels("R_______________", "..R_..r_..r_..r_", ".RR_.rr_.rr_.r8_"),
    chords=Levels("x_______________", "x__x__x_..x__x__", "..X_..X_..X_..X_"),
    rhythm=Levels("x_______________", "..x_..x_..x_..x_", "X_x_..x_x_..x_x_"),
    arp=Levels("0...2...1...3...", "0.2.3.2.0.2.4.2.", "0230423042304324"),
    singing=Singing(0.5, SUNG_POP, syncopation=0.45, pentatonic=0.5, harmony=1),
    leading=Leading(BOLD_LINES, RUNS, "penta", 0.25),
    bass_on_change=False,
    looseness_ms=2.0,
    slowest_bpm=75,
)

_AMBIENT = Style(
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
        0.5, SUNG_SLOW, syncopation=0.1, longest_step_s=1.3, melisma=0.3, doubles=False, harmony=1
    ),
    leading=Leading(SLOW_LINES, SLOW_LINES, "penta", 0.3),
    bars_per_chord=2.0,
    looseness_ms=12.0,
    slowest_bpm=40,
)

_CINEMATIC = Style(
    grooves=Levels("taiko_soft", "taiko", "taiko_full"),
    half="taiko_soft",
    peak="taiko_full",
    fill="taiko",
    bass=Levels("R_______________", "R_______r_______", "R.rrR.rrR.rrR.rr"),
    chords=Levels("x_______________", "x_______x_______", "X.xxx.xxX.xxx.xx"),
    rhythm=Levels("................", "x_______________", "X___________x_x_"),
    arp=Levels("0...1...2...1...", "0.1.2.1.0.1.2.1.", "0121012101210121"),
    singing=Singing(0.5, SUNG_SLOW, syncopation=0.1, longest_step_s=0.9, melisma=0.1, pentatonic=0.1),
    leading=Leading(SLOW_LINES, PLAIN_LINES, "key", 0.25),
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
