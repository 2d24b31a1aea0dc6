"""Other patterns that a genre plays in 4/4 besides its style's; a song's seed chooses among them. Data only.

The notation is that of `styles.py`. A part without rows here always plays the style's own pattern.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.compose.style import Levels, Voicing
from songwright.song.genre import Genre


@dataclass(frozen=True, slots=True)
class Variants:
    """Alternatives to a style's patterns, each for thin, medium and full arrangements."""

    grooves: tuple[Levels, ...] = ()
    bass: tuple[Levels, ...] = ()
    chords: tuple[Levels, ...] = ()
    rhythm: tuple[Levels, ...] = ()
    arp: tuple[Levels, ...] = ()


NO_VARIANTS = Variants()

# Figuration that suits most genres: up, down, up and down, broken.
_UP = Levels("0...1...2...3...", "0.1.2.3.0.1.2.3.", "0.1.2.3.4.3.4.5.")
_DOWN = Levels("3...2...1...0...", "3.2.1.0.3.2.1.0.", "5.4.3.2.4.3.2.1.")
_UP_DOWN = Levels("0...2...3...2...", "0.1.2.3.2.1.0.1.", "0.1.2.3.4.3.2.1.")
_BROKEN = Levels("0...2...1...3...", "0.2.1.3.0.2.1.3.", "0.2.1.3.2.4.3.1.")
_FAST_UP = Levels("0...1...2...3...", "0.1.2.3.0.1.2.3.", "0123012301230123")
_FAST_UP_DOWN = Levels("0...2...3...2...", "0.1.2.3.2.1.0.1.", "0123432101234321")

VARIANTS: dict[Genre, Variants] = {
    Genre.POP: Variants(
        grooves=(Levels("pop_sparse", "pop_sync", "pop_open"), Levels("pop_soft", "pop_beat", "pop_open")),
        bass=(
            Levels("R_______________", "R___..r_R___r_..", "R_r_R_r_R_r_5_8_"),
            Levels("R___________r___", "R__r..r_R__r..5_", "R__r_r8_R__r_r5_"),
            Levels("R_______5_______", "R_..R_..r_..5_..", "R_8_R_8_R_8_R_8_"),
        ),
        chords=(
            Levels("x_______x_______", "x__x__x___x_x___", "X__x__X___X_x_x_"),
            Levels("x_______________", "x_x_x_x_x_x_x_x_", "X_x_X_x_X_x_X_x_"),
            Levels("b_1_2_1_3_2_1_..", "x_____x___x_....", "X_____x_X___x_x_"),
        ),
        rhythm=(
            Levels("x_______________", "..x_..x_..x_..x_", "X_xox_xoX_xox_xo"),
            Levels("x_______x_______", "p_p_p_p_p_p_p_p_", "X__x__x_X__x_xxo"),
        ),
        arp=(_UP, _UP_DOWN, _BROKEN),
    ),
    Genre.BALLAD: Variants(
        grooves=(
            Levels("ballad_soft", "ballad_pulse", "ballad_big"),
            Levels("ballad_soft", "ballad_beat", "ballad_big"),
        ),
        bass=(
            Levels("R_______________", "R_______r_______", "R______rR___5___"),
            Levels("R_______________", "R_________r_5___", "R_____8_5___3_5_"),
        ),
        chords=(
            Levels("x_______x_______", "x___x___x___x___", "X___x___X___x_x_"),
            Levels("b_2_1_3_2_......", "b_1_2_3_2_1_2_1_", "X_x_x_x_X_x_x_x_"),
        ),
        rhythm=(Levels("x_______________", "x___x___x___x_xo", "X_x_x_xoX_x_x_xo"),),
        arp=(_UP, _DOWN, _BROKEN),
    ),
    Genre.ROCK: Variants(
        grooves=(
            Levels("rock_soft", "rock_ride", "rock_drive"),
            Levels("rock_toms", "rock_beat", "rock_stomp"),
            Levels("rock_soft", "rock_ride", "rock_full"),
        ),
        bass=(
            Levels("R_______________", "R_..r_r_R_..r_r_", "R_r_R_r_R_r_3_5_"),
            Levels("R_______r___r___", "R__r__r_R__r__r_", "R_rrR_r_R_rrR_7_"),
            Levels("R_______5_______", "R_r_r_r_5_r_r_r_", "R_r_8_r_R_r_5_7_"),
        ),
        chords=(
            Levels("x_______x_______", "X_____x_..x_x___", "X__X__X_X__X__X_"),
            Levels("x_______________", "X___x___X___x_x_", "X_X_x_X_x_X_X_x_"),
        ),
        rhythm=(
            Levels("x_______________", "X_p_p_p_X_p_p_p_", "X_x_X_x_X_x_X_x_"),
            Levels("x_______x_______", "p_ppp_ppp_ppp_pp", "X__x__x_X__x__x_"),
        ),
        arp=(_UP_DOWN, _BROKEN, Levels("0_______1___2___", "0_2_1_2_0_2_3_2_", "0_2_3_4_3_2_1_2_")),
    ),
    Genre.METAL: Variants(
        grooves=(
            Levels("metal_half", "metal_groove", "metal_double"),
            Levels("metal_half", "metal_chug", "metal_groove"),
            Levels("metal_groove", "metal_triplet", "metal_double"),
        ),
        bass=(
            Levels("R_______r_______", "R_r_rrR_r_rrR_35", "RrrrR_rrRrrrR_35"),
            Levels("R_______R___5___", "R_rrr_rrR_rr3_5_", "R_rrR_rrR_rr7_8_"),
        ),
        chords=(
            Levels("X_______X_______", "X_pp_pp_X_pp_pp_", "X_X_ppX_X_X_ppX_"),
            Levels("X_______________", "XppXppXpXppXppX_", "X__X__X_X__X__pp"),
        ),
        rhythm=(
            Levels("t_______________", "t_p_t___t_p_t___", "t_t_t_pptt_t__pp"),
            Levels("t_______t_______", "t___t___t_pptt__", "t___t___t___t_pp"),
            Levels("t___b___t___f___", "t_t_b_t_t_t_f_t_", "t_btt_t_t_bttf_t"),
            Levels("f_______t_______", "f_f_t_t_t_t_t_t_", "f_f_t_t_b_b_t_t_"),
        ),
        arp=(Levels("0___1___2___1___", "0.2.3.2.1.2.3.2.", "0120123012341234"), _FAST_UP_DOWN),
    ),
    Genre.BLACK_METAL: Variants(
        grooves=(
            Levels("black_slow", "black_roll", "black_hammer"),
            Levels("black_slow", "black_march", "black_blast"),
        ),
        bass=(
            Levels("R_______________", "R___r___r___r___", "R_r_R_r_R_r_3_5_"),
            Levels("R_______3_______", "R_r_r_r_3_r_5_r_", "RrrrRrrr3333RrrR"),
        ),
        chords=(
            Levels("X_______________", "0000111122221111", "0000111122223333 3333222211110000"),
            Levels("X_______X_______", "0000000022221111", "0000222233332222 1111222233331111"),
        ),
        arp=(Levels("0___2___1___2___", "0.2.3.2.1.2.3.2.", "0102030201020302"),),
    ),
    Genre.FOLK: Variants(
        grooves=(
            Levels("folk_soft", "folk_clap", "folk_full"),
            Levels("folk_soft", "folk_stomp", "folk_drive"),
        ),
        bass=(
            Levels("R_______________", "R_______r___5___", "R___..5_R___5_a_"),
            Levels("R_______5_______", "R___....5_..3_..", "R___r___5___3_a_"),
        ),
        chords=(
            Levels("b___2___1___2___", "b_1_3_2_f_1_3_2_", "b_132_1_f_132_1_"),
            Levels("x_______........", "x___x_xo..xox_xo", "X___x_xo..xox_xo"),
        ),
        rhythm=(Levels("x_______x_______", "x_..x_xox_..x_xo", "X_xox_xoX_xox_xo"),),
        arp=(_BROKEN, _UP_DOWN),
    ),
    Genre.COUNTRY: Variants(
        grooves=(
            Levels("country_two", "country_shuffle", "country_full"),
            Levels("country_two", "country_train", "country_drive"),
        ),
        bass=(
            Levels("R_______5_______", "R___....5___..a_", "R___r___5___3_a_"),
            Levels("R_______5_______", "R_______5_____a_", "R___3___5___6_a_"),
        ),
        chords=(Levels("b___x_..f___x_..", "b___x_xof___x_xo", "b_xox_xof_xox_xo"),),
        rhythm=(Levels("....x_......x_..", "..x_x_x_..x_x_x_", "..xoX_xo..xoX_xo"),),
        arp=(Levels("0...2...1...2...", "0.1.3.1.2.1.3.1.", "0213120321302132"), _BROKEN),
    ),
    Genre.BLUES: Variants(
        grooves=(
            Levels("blues_soft", "blues_slow", "blues_chicago"),
            Levels("blues_soft", "blues_shuffle", "blues_chicago"),
        ),
        bass=(
            Levels("R___....5___....", "R___3___5___a___", "R_r_8_8_7_7_5_5_"),
            Levels("R_______5___6___", "R_..3_..5_..6_..", "R_R_3_3_5_5_3_3_"),
        ),
        chords=(
            Levels("x_______........", "x_..x_..x_..x_..", "x_..x_..X_..x_x_"),
            Levels("x_______........", "......x_......x_", "..x_..x_..x_..x_"),
        ),
        rhythm=(
            Levels("z___z___z___z___", "z_z_z_z_y_y_y_y_", "z_zoy_yoz_zoy_yo"),
            Levels("....x_......x_..", "....x_x_....x_..", "..x_X_....x_X_xo"),
        ),
        arp=(_DOWN, _UP_DOWN),
    ),
    Genre.JAZZ: Variants(
        grooves=(
            Levels("jazz_brush", "jazz_ride", "jazz_full"),
            Levels("jazz_brush", "jazz_two", "jazz_full"),
        ),
        bass=(
            Levels("R_______5_______", "w___w___w___w___", "w___w___w_w_w___"),
            Levels("R_______r_____a_", "w___w___w___w___", "w_w_w___w___w___"),
        ),
        chords=(
            Levels(
                "x_____..........", "..x_......x_.... x_....x_........", "x_....x_..x_.... ..x_..x_....x_.."
            ),
            Levels(
                "..x_____........", "x_..........x_.. ......x_........", "......x_x_....x_ ..x_......x_x_.."
            ),
            Levels("x_______x_______", "x_____x_........", "x_..x_..x_....x_ ......x_x_....x_"),
        ),
        rhythm=(Levels("x_______........", "x_..x_..x_..x_..", "x_..X_..x_..X_.."),),
        arp=(Levels("......2...3.....", "0.2.1.3.2.4.3.1.", "4.3.2.1.0.1.2.3."), _DOWN),
    ),
    Genre.SOUL: Variants(
        grooves=(
            Levels("soul_soft", "soul_motown", "soul_full"),
            Levels("soul_soft", "soul_pocket", "soul_funky"),
        ),
        bass=(
            Levels("R_______..r_5___", "R__r..r_..r_..5_", "R..rR.8.R..r.5.7"),
            Levels("R_______r_______", "R_r_..5_..6_8_..", "R_r.8_r.5_6.7_8."),
            Levels("R_____r_........", "R.....8.R.r...5.", "R-r-..8-R-..7-5-"),
        ),
        chords=(
            Levels("x_____x_........", "..x_..x___..x_..", "x..x..x...x.x..x"),
            Levels("x_______________", "x_____x_..x_....", "X_..x_x_..x_X_.."),
        ),
        rhythm=(
            Levels("....x.......x...", "..x...x...x...x.", "x-.x-.x-x-.x-.x-"),
            Levels("............x...", "....x..o....x..o", ".ox-.ox-.ox-.ox-"),
        ),
        arp=(
            Levels(
                "................ ....x.....x.....",
                "..x...x......... ........X.x.....",
                "X.x...X.x....... ....X.xX..x.....",
            ),
        ),
    ),
    Genre.REGGAE: Variants(
        grooves=(
            Levels("reggae_soft", "reggae_one_drop", "reggae_one_drop"),
            Levels("reggae_soft", "reggae_one_drop", "reggae_rockers"),
        ),
        bass=(
            Levels("....R_..5_......", "..R_R_..5_r_....", "..R_r_5_8___5_r_"),
            Levels("....R___....r___", "R_r_..5_..r_8_..", "R_r_5_..8_5_r_.."),
        ),
        chords=(Levels("..x...x...x...x.", "..x...X...x...X.", "..Xo..X...Xo..X."),),
        rhythm=(Levels("..x...x...x...x.", ".ox..oxo.ox..oxo", ".oxooox..oxoooX."),),
        arp=(Levels("0.......1.......", "..0...2...1...2.", "0.2.0...1.3.1..."),),
    ),
    Genre.LATIN: Variants(
        grooves=(
            Levels("son_soft", "latin_songo", "salsa"),
            Levels("son_soft", "latin_cumbia", "latin_mambo"),
            Levels("son_soft", "son", "latin_mambo"),
        ),
        bass=(
            Levels("R_____5_____r___", "R_____5_....r_..", "......5_....8_.."),
            Levels("R_______5_______", "R___..5_..r_5_..", "R_____5_____r_5_"),
        ),
        chords=(
            Levels("x_..x_..x_..x_..", "x_x..x.x.x.xx.x.", "X.x.xx.x.x.xX.x."),
            Levels("x_____x_....x_..", "..x_..x_..x_..x_", "xx.x.xx..xx.x.x."),
        ),
        rhythm=(Levels("....x_......x_..", "x.o.x.oox.o.x.oo", "xoxoxoxoxoxoxoxo"),),
        arp=(_BROKEN, Levels("0..1..2...1.....", "0.2.13.2.0.213.2", "023.23.2023.2321")),
    ),
    Genre.HIP_HOP: Variants(
        grooves=(
            Levels("trap_soft", "trap", "hip_drill"),
            Levels("boom_bap_soft", "hip_bounce", "trap_full"),
            Levels("trap_soft", "hip_drill", "trap_full"),
        ),
        bass=(
            Levels("R_______........", "R__r______r_..5_", "R__r__r_..R___8_"),
            Levels("R___________....", "R_________r_....", "R_____R___r_.rr_"),
        ),
        chords=(
            Levels("x_______________", "x___..x_..x_....", "x__x....x__x...."),
            Levels("x_______x_______", "x_______..x_x___", "..x_..x_..x_..x_"),
        ),
        rhythm=(Levels("................", "....x.......x...", "..x..x....x..x.."),),
        arp=(_BROKEN, _FAST_UP, Levels("3_....2_....1_..", "3..2..1.0..1..2.", "4.3.2.1.3.2.1.0.")),
    ),
    Genre.LOFI: Variants(
        grooves=(
            Levels("lofi_soft", "lofi_brush", "lofi_full"),
            Levels("lofi_soft", "lofi", "lofi_brush"),
        ),
        bass=(
            Levels("R___________....", "R_____r_....5_..", "R_r...r_5_..8_.."),
            Levels("R_______..r_....", "R___..r_..r_....", "R__r..5_..r_3_5_"),
        ),
        chords=(
            Levels("x_______________", "x_____x_______..", "x___..x_..x_...."),
            Levels("x_______x_______", "..x_______x_....", "x__x______x_..x_"),
        ),
        rhythm=(Levels("x_______________", "..o_..x_..o_..x_", "..x_o_x_..x_o_x_"),),
        arp=(_UP, _BROKEN),
    ),
    Genre.ELECTRONIC: Variants(
        grooves=(
            Levels("four_soft", "four_beat", "four_trance"),
            Levels("four_soft", "four_offbeat", "four_full"),
        ),
        bass=(
            Levels("R_______________", "R_..R_..R_..R_..", "R.rrR.rrR.rrR.rr"),
            Levels("R_______r_______", "..R_..R_..8_..R_", ".RrR.RrR.RrR.Rr8"),
            Levels("R_______________", "R__r__r_R__r__r_", "R__r__r_R_r_8_r_"),
        ),
        chords=(
            Levels("x_______________", "..x_..x_..x_..x_", "X__X__X___X__X__"),
            Levels("x_______x_______", "x___x__x___x_x__", "X_.X_.X_.X_.X_X_"),
        ),
        rhythm=(Levels("x_______________", "x_x_x_x_x_x_x_x_", "..X_..X_..X_.XX_"),),
        arp=(
            _FAST_UP,
            _FAST_UP_DOWN,
            _BROKEN,
            Levels("0...3...2...1...", "3.2.1.0.3.2.1.0.", "4321432143214321"),
        ),
    ),
    Genre.AMBIENT: Variants(
        grooves=(Levels("ambient_pulse", "ambient_toms", "ambient_beat"),),
        arp=(
            Levels(
                "0............... ......2.........", "0.....2.....3...", "0...2...3...4... 3...2...1...0..."
            ),
            Levels("....3........... ................", "..0...1...2...3.", "0..2..4..3..1..."),
        ),
    ),
    Genre.CINEMATIC: Variants(
        grooves=(
            Levels("taiko_soft", "taiko_march", "taiko_full"),
            Levels("taiko_soft", "taiko", "taiko_storm"),
        ),
        bass=(
            Levels("R_______________", "R_______r___r___", "R.r.R.rrR.r.R.rr"),
            Levels("R_______________", "R___r___R___r___", "R..rR..rR..rR.r."),
        ),
        chords=(
            Levels("x_______________", "x___x___x___x___", "X.x.xxx.X.x.xxx."),
            Levels("x_______________", "x_______________", "X..x..x.X..x..x."),
        ),
        arp=(_FAST_UP, _FAST_UP_DOWN, Levels("0...2...1...2...", "0.2.1.2.0.2.1.2.", "0212021202120212")),
    ),
}

# How often another layout takes the place of the style's: each row is one ticket beside the style's own.
VOICINGS: dict[Genre, dict[Voicing, tuple[Voicing, ...]]] = {
    Genre.JAZZ: {Voicing.ROOTLESS: (Voicing.ROOTLESS, Voicing.DROP2, Voicing.QUARTAL)},
    Genre.SOUL: {Voicing.CLOSE: (Voicing.ROOTLESS,)},
    Genre.LOFI: {Voicing.CLOSE: (Voicing.ROOTLESS, Voicing.DROP2)},
    Genre.BLUES: {Voicing.SHELL: (Voicing.ROOTLESS,)},
}
