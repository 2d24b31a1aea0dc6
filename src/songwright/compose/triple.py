"""Bass and comping patterns written for 3/4 and 6/8, by family of genres. Data only.

The notation is that of `pattern.py` with twelve sixteenths a bar. In 3/4 the basses carry 1 and chords answer
on 2 and 3; in 6/8 they stand on the two dotted pulses, with triplet piano for soul, strummed jigs for folk
and gallops for metal. These shapes are common property of their genres.
"""

from __future__ import annotations

from songwright.compose.style import Levels
from songwright.song.genre import Genre
from songwright.song.meter import Meter

Choices = tuple[tuple[Levels, ...], tuple[Levels, ...], tuple[Levels, ...], tuple[Levels, ...]]

FAMILY_OF: dict[Genre, str] = {
    Genre.POP: "song",
    Genre.BALLAD: "song",
    Genre.ROCK: "rock",
    Genre.METAL: "metal",
    Genre.BLACK_METAL: "metal",
    Genre.FOLK: "folk",
    Genre.COUNTRY: "country",
    Genre.BLUES: "soul",
    Genre.JAZZ: "jazz",
    Genre.SOUL: "soul",
    Genre.REGGAE: "reggae",
    Genre.LATIN: "latin",
    Genre.HIP_HOP: "beat",
    Genre.LOFI: "beat",
    Genre.ELECTRONIC: "beat",
    Genre.AMBIENT: "air",
    Genre.CINEMATIC: "score",
}

_FLOWING = (
    Levels("0...1...2...", "0.1.2.3.2.1.", "0.2.1.3.2.4."),
    Levels("0...2...1...", "0.2.1.2.3.2.", "0.1.2.4.3.2."),
    Levels("2...1...0...", "3.2.1.0.1.2.", "4.3.2.1.2.3."),
)
_SPARSE = (
    Levels("....2....... ........3...", "0.....2...3.", "0.2...3.2..."),
    Levels("0........... ....3.......", "0...2...4...", "0..2..4..3.."),
)

_THREE: dict[str, Choices] = {
    "song": (
        (
            Levels("R___________", "R_______5___", "R_____r_5_r_"),
            Levels("R___________", "R___________ R_______8___", "R_______r_5_"),
        ),
        (
            Levels("x___________", "b___x___x___", "X___x_x_x_x_"),
            Levels("b_1_2_3_....", "b_1_2_3_2_1_", "X___x___X_x_"),
        ),
        (Levels("x___________", "....x___x___", "x___x_xox_xo"),),
        _FLOWING,
    ),
    "rock": (
        (
            Levels("R_______r___", "R_r_r_r_r_r_", "R_r_R_r_5_8_"),
            Levels("R___________", "R___r_r_r_r_", "R_R_r_r_8_7_"),
        ),
        (
            Levels("x___________", "X___o_x_x_o_", "X___X_x_X_x_"),
            Levels("x___________", "X_____x_x___", "X_x_X_x_X_x_"),
        ),
        (Levels("x___________", "p_p_p_p_p_p_", "X_..x_x_X_x_"),),
        _FLOWING,
    ),
    "metal": (
        (
            Levels("R_______R___", "R_rrR_rrR_rr", "R_r_R_rrR_35"),
            Levels("R_____r_____", "R_r_r_r_3_5_", "RrrrR_rrRrrr"),
        ),
        (
            Levels("X___________", "X_ppX_ppX_pp", "X_pp_ppX_pX_"),
            Levels("X_______X___", "X_ppp_ppX_pp", "000011112222"),
        ),
        (Levels("t_______t___", "t___t_ppt___", "t_t_t_ppt_t_"),),
        _FLOWING,
    ),
    "folk": (
        (
            Levels("R___________", "R_______.... 5_______....", "R_______5_a_"),
            Levels("R___........", "R___....5___", "R___....r_5_"),
        ),
        (
            Levels("b___2___1___", "b___x___x___", "b___x_o_x_xo"),
            Levels("b_1_2_1_2_1_", "b_213_2_3_2_", "b___x___x_x_"),
        ),
        (Levels("x___________", "....x___x___", "X___x_xox_xo"),),
        _FLOWING,
    ),
    "country": (
        (
            Levels("R___........", "R___........ 5___........", "R___....5_a_"),
            Levels("R___........", "R___....5___", "R___..r_5_a_"),
        ),
        (
            Levels("b___x_..x_..", "b___x___x_x_", "b___X_xoX_xo"),
            Levels("b___x___x___", "b___x_o_x_o_", "b___x_xox_xo"),
        ),
        (Levels("....x_..x_..", "....x_..x_x_", "..o.X_xoX_xo"),),
        _FLOWING,
    ),
    "soul": (
        (
            Levels("R_______5___", "R___3___5___", "R_r_3_3_5_6_"),
            Levels("R___________", "R_____r_5___", "R___5___6_5_"),
        ),
        (
            Levels("x_______....", "..x_....x_..", "..x_x_....x_"),
            Levels("x___________", "x___x___x___", "X_x_x_x_x_x_"),
        ),
        (Levels("z___z___y___", "....x_..x_..", "..o_x_o_x_xo"),),
        _FLOWING,
    ),
    "jazz": (
        (
            Levels("R___________", "w___w___w___", "w___w___w_w_"),
            Levels("R_______5___", "w___w___w___", "w___w_w_w___"),
        ),
        (
            Levels("x_______....", "x_....x_....", "..x_..x_..x_"),
            Levels("x___________", "....x_....x_", "x_....x_..x_ ..x_....x_.."),
        ),
        (Levels("x_______....", "....o_..o_..", "..x_..x_..x_"),),
        (Levels("....2...3...", "..2.3...1.2.", "0.1.2.3.2.1."),),
    ),
    "reggae": (
        (Levels("....R___..r_", "R_____r_..5_", "R_r_..5_8_r_"),),
        (Levels("..x...x...x.", "..X...X...X.", "..X...X...Xo"),),
        (Levels(".ox..ox..ox.", ".oxo.oxo.oxo", ".oxo.oXo.oxo"),),
        (Levels("0.......2...", "..0.2.....1.", "0.0.2...1.1."),),
    ),
    "latin": (
        (Levels("R_______5___", "R___....5_r_", "R___5___8_5_"),),
        (
            Levels("b___x___x___", "b___x_x_x_x_", "b_x_x_xxx_x_"),
            Levels("x___..x_x___", "X_x_x_..x_x_", "X.xx.x.xx.x."),
        ),
        (Levels("....x...x...", "x.x.x.x.x.x.", "x.xox.xox.xo"),),
        _FLOWING,
    ),
    "beat": (
        (
            Levels("R___________", "R_____r_..r_", "R__r..R__r5_"),
            Levels("R_______....", "R___..r_R___", "R_r_..R_r_8_"),
        ),
        (
            Levels("x___________", "x_____x_....", "x__x__x__x__"),
            Levels("x___________", "x___..x_x___", "..X_..X_..X_"),
        ),
        (Levels("............", "..x_..x_..x_", "X_x_..x_x_.."),),
        (*_FLOWING, *_SPARSE),
    ),
    "air": (
        (Levels("R___________", "R___________", "R_______5___"),),
        (Levels("x___________", "x___________", "x_______o___"),),
        (Levels("............", "o___________", "o_______o___"),),
        _SPARSE,
    ),
    "score": (
        (
            Levels("R___________", "R_______r___", "R.rrR.rrR.rr"),
            Levels("R___________", "R_____r_____", "R.r.R.rrR.r."),
        ),
        (
            Levels("x___________", "x_______x___", "X.xxX.xxX.xx"),
            Levels("x___________", "x_____x_____", "X_..x_xxX_xx"),
        ),
        (Levels("............", "x___________", "X_______x_x_"),),
        (*_FLOWING, Levels("0...1...2...", "0.1.2.1.2.1.", "012101210121")),
    ),
}

_SIX: dict[str, Choices] = {
    "song": (
        (
            Levels("R___________", "R_____5_____", "R___r_5___8_"),
            Levels("R_____r_____", "R___r_R_____", "R___r_5_r_r_"),
        ),
        (
            Levels("x___________", "b_1_2_3_2_1_", "X___x_X___x_"),
            Levels("x_____x_____", "b_0_1_2_1_0_", "X_x_x_X_x_x_"),
        ),
        (Levels("x_____......", "x___x_x___x_", "X_x_x_X_x_xo"),),
        _FLOWING,
    ),
    "rock": (
        (
            Levels("R_____r_____", "R_r_r_R_r_r_", "R___r_R_5_8_"),
            Levels("R___________", "R___r_R___r_", "R_r_r_5_r_7_"),
        ),
        (
            Levels("x_____x_____", "X___x_X___x_", "X_x_x_X_x_x_"),
            Levels("x___________", "X_____x_x_x_", "X___x_X_x_x_"),
        ),
        (Levels("x___________", "p_p_p_p_p_p_", "X_p_p_X_x_x_"),),
        _FLOWING,
    ),
    "metal": (
        (
            Levels("R_____R_____", "R_r_rrR_r_rr", "R_rrrrR_rr35"),
            Levels("R_____R_____", "R___rrR___rr", "RrrrrrRrrrrr"),
        ),
        (
            Levels("X_____X_____", "X_p_ppX_p_pp", "X_ppppX_ppX_"),
            Levels("X_____X_____", "X___p_X___p_", "000000111111 222222333333"),
        ),
        (Levels("t___________", "t___t_t___pp", "t_t_ttt_t_pp"),),
        _FLOWING,
    ),
    "folk": (
        (
            Levels("R_____......", "R_____5_____", "R___r_5___a_"),
            Levels("R___________", "R_____r_____", "R_____5_3_5_"),
        ),
        (
            Levels("b___2_1___2_", "X_o_x_X_o_x_", "X_oox_X_oox_"),
            Levels("b_1_2_f_1_2_", "b_2_1_f_2_1_", "b_x_x_f_x_xo"),
        ),
        (Levels("x_____x_____", "x___x_x___x_", "X_o_x_X_o_xo"),),
        _FLOWING,
    ),
    "country": (
        (
            Levels("R_____......", "R_____5_____", "R___r_5___a_"),
            Levels("R_____5_____", "R_____r___5_", "R_____5___6_"),
        ),
        (
            Levels("b_____x_....", "b___x_f___x_", "b_x_X_f_x_X_"),
            Levels("b___x_....x_", "b_o_x_f_o_x_", "b_x_x_f_x_xo"),
        ),
        (Levels("....x_....x_", "....x_..o.x_", "..o.X_..o.Xo"),),
        _FLOWING,
    ),
    "soul": (
        (
            Levels("R_____5_____", "R_____5___6_", "R___3_5___6_"),
            Levels("R___________", "R___r_5___8_", "R___5_6___5_"),
        ),
        (
            Levels("x_____......", "x_x_x_x_x_x_", "X_x_x_X_x_x_"),
            Levels("x_____x_____", "x_x_x_x_x_x_", "..x_x_..x_X_"),
        ),
        (Levels("......x_....", "......x_..x_", "..o_x_..o_X_"),),
        _FLOWING,
    ),
    "jazz": (
        (
            Levels("R_____5_____", "R___r_5___a_", "R_..5_..8_a_"),
            Levels("R___________", "R_____5___8_", "R___5___8_5_"),
        ),
        (
            Levels("x_____......", "x_..x_....x_", "..x_x_..x_x_"),
            Levels("....x_......", "x_....x_..x_", "x_..x_..x_.. ..x_....x_x_"),
        ),
        (Levels("x_______....", "o_....o_....", "..x_..x_..x_"),),
        (Levels("....2.....3.", "..2.3...1.2.", "0.1.2.3.2.1."),),
    ),
    "reggae": (
        (Levels("......R___r_", "R_____..r_5_", "R___r_5___8_"),),
        (Levels("....x.....x.", "....X.....X.", "....X...o.X."),),
        (Levels("..o.x...o.x.", "..o.x...o.x.", ".oo.x..oo.X."),),
        (Levels("0.....2.....", "..0.2.....1.", "0...2.1...3."),),
    ),
    "latin": (
        (Levels("R_____5_____", "R___..5_..r_", "R___5___8_5_"),),
        (
            Levels("x_____x___x_", "x_..x_..x_x_", "X_x_x_..x_x_ ..x_x_x_..x_"),
            Levels("b___x_f___x_", "b_x_x_f_x_x_", "X_x_xxX_x_xx"),
        ),
        (Levels("....x.....x.", "x...x.x...x.", "x.xox.x.xoxo"),),
        _FLOWING,
    ),
    "beat": (
        (
            Levels("R___________", "R_____r___r_", "R___r_..R_r_"),
            Levels("R_____......", "R___..r_R___", "R__rr_R__r8_"),
        ),
        (
            Levels("x___________", "x_____x_....", "x___x_..x_x_"),
            Levels("x_____x_____", "x___x_....x_", "..X_X_..X_X_"),
        ),
        (Levels("............", "....x_....x_", "..x_x_..x_x_"),),
        (*_FLOWING, *_SPARSE),
    ),
    "air": (
        (Levels("R___________", "R___________", "R_____5_____"),),
        (Levels("x___________", "x___________", "x_____o_____"),),
        (Levels("............", "o___________", "o_____o_____"),),
        _SPARSE,
    ),
    "score": (
        (
            Levels("R___________", "R_____r_____", "R.rrr.R.rrr."),
            Levels("R___________", "R___r_R___r_", "R.r.rrR.r.rr"),
        ),
        (
            Levels("x___________", "x_____x_____", "X.x.x.X.x.xx"),
            Levels("x___________", "x___x_x___x_", "X_..x_X_x_x_"),
        ),
        (Levels("............", "x___________", "X_____x___x_"),),
        (*_FLOWING, Levels("0.....2.....", "0.1.2.2.1.0.", "012012012012")),
    ),
}

TRIPLE: dict[Meter, dict[str, Choices]] = {Meter.THREE: _THREE, Meter.SIX: _SIX}
"""For each family the choices of bass, chords, rhythm and arp."""
