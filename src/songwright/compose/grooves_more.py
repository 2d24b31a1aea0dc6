"""More drum grooves in 4/4, so that songs of one genre differ. Data only; `drum_names.py` has the marks."""

from __future__ import annotations

from songwright.compose.drum_names import (
    BD,
    CB,
    CH,
    CL,
    CP,
    CR,
    HC,
    HH,
    LC,
    LT,
    MC,
    MT,
    OH,
    PH,
    RB,
    RD,
    RIM,
    SH,
    SN,
    TB,
    TI,
    K,
)  # fmt: skip
from songwright.compose.groove import Groove

MORE_GROOVES: dict[str, Groove] = {
    "pop_sync": Groove(
        "beat",
        (
            (K, "X..x..x...x....."),
            (CP, "....X.......X..."),
            (SN, "..........-..-.-"),
            (HH, "xoxoxoxoxoxoxoxo"),
        ),
    ),
    "pop_sparse": Groove(
        "soft", ((K, "x.........x....."), (CP, "....o.......o..."), (SH, "o.-.o.-.o.-.o.-."))
    ),
    "ballad_pulse": Groove(
        "beat",
        (
            (K, "x.....o.o......."),
            (SN, "....x.......x..."),
            (RD, "x...o...x...o..."),
            (SH, "..o...o...o...o."),
        ),
    ),
    "ballad_big": Groove(
        "full",
        (
            (K, "X......xX......x"),
            (SN, "....X.......X..."),
            (OH, "x...x...x...x..."),
            (TB, "....o.......o..."),
        ),
    ),
    "rock_ride": Groove(
        "beat", ((K, "X.....x.X......."), (SN, "....X.......X..."), (RD, "X.x.X.x.X.x.X.x."))
    ),
    "rock_toms": Groove(
        "beat", ((K, "X.......X......."), (LT, "x.x.x.x.x.x.x.x."), (SN, "....X.......X..."))
    ),
    "rock_drive": Groove(
        "rock", ((K, "X...X...X.x.X..."), (SN, "....X.......X..?"), (CR, "x...x...x...x..."))
    ),
    "rock_stomp": Groove(
        "rock", ((K, "X..x..x.X..x...."), (SN, "....X.......X.-."), (OH, "X.o.X.o.X.o.X.o."))
    ),
    "metal_groove": Groove(
        "metal", ((K, "X..x..xxX..x.xx."), (SN, "....X.......X..."), (CH, "X...x...x...x..."))
    ),
    "metal_triplet": Groove(
        "metal full", ((K, "X.xX.xX.xX.xX.x."), (SN, "........X......."), (RD, "x...x...x...x..."))
    ),
    "black_roll": Groove(
        "metal", ((K, "xxxxxxxxxxxxxxxx"), (SN, "........X......."), (RD, "X...x...X...x..."))
    ),
    "black_march": Groove(
        "metal", ((K, "X.xxX.xxX.xxX.xx"), (SN, "....X.......X.oo"), (CR, "x...x...x...x..."))
    ),
    "folk_clap": Groove(
        "folk", ((K, "x.....o.x......."), (CP, "....o.......o..."), (SH, "x.o.x.o.x.o.x.o."))
    ),
    "folk_drive": Groove(
        "folk full", ((K, "X...x...X...x.o."), (SN, "..o...o...o...o."), (TB, "....X.......X..."))
    ),
    "country_shuffle": Groove(
        "country",
        (
            (K, "x.......x......."),
            (SN, "o.-.X.-.o.-.X.-."),
            (PH, "....x.......x..."),
            (TB, "..o...o...o...o."),
        ),
    ),
    "country_drive": Groove(
        "country", ((K, "X.....x.X......."), (SN, "--X---X---X---X-"), (CP, "....o.......o..."))
    ),
    "blues_slow": Groove(
        "shuffle", ((K, "x.......x.....o."), (SN, "....X.......X..."), (HH, "x.o.x.o.x.o.x.o."))
    ),
    "blues_chicago": Groove(
        "shuffle", ((K, "X.....x.X.....x."), (SN, "....X..?....X.o."), (RD, "X.x.X.x.X.x.X.x."))
    ),
    "jazz_two": Groove(
        "jazz",
        (
            (RD, "x...X...x...X.o."),
            (PH, "....x.......x..."),
            (K, "o.......o......."),
            (RIM, "......?.....o..."),
        ),
    ),
    "jazz_latin": Groove(
        "jazz full",
        (
            (RB, "x.x.x.xx.x.x.xx."),
            (RIM, "....x.......x..."),
            (K, "x.....ox......o."),
            (MT, "......o.......oo"),
        ),
    ),
    "soul_motown": Groove(
        "beat", ((K, "X..x..x.X..x...."), (SN, "X...X...X...X..."), (TB, "..x...x...x...x."))
    ),
    "soul_funky": Groove(
        "funk full",
        (
            (K, "X..x...x..x....."),
            (SN, "....X..-.-..X-.-"),
            (HH, "x.xxx.xxx.xxx..."),
            (OH, "..............x."),
        ),
    ),
    "reggae_rockers": Groove(
        "reggae", ((K, "x.......X......."), (SN, "........X......."), (HH, "x.xox.xox.xox.xo"))
    ),
    "latin_songo": Groove(
        "latin",
        (
            (K, "...x..x....x..x."),
            (CB, "x...x.x.x...x.x."),
            (RIM, "....x..x........"),
            (HC, "......xx......xx"),
        ),
    ),
    "latin_cumbia": Groove(
        "latin",
        (
            (K, "x.......x......."),
            (SH, "x.xxx.xxx.xxx.xx"),
            (LC, "......x.......x."),
            (CL, "....x.......x..."),
        ),
    ),
    "latin_mambo": Groove(
        "latin",
        (
            (CB, "X.xxX.x.X.xxX.x."),
            (CL, "..x.x...x..x..x."),
            (MC, "..X..o....X..o.."),
            (HC, "......XX......XX"),
            (TI, "x..............."),
            (K, "...x..x....x..x."),
        ),
    ),
    "hip_bounce": Groove(
        "hip",
        (
            (K, "X..x....x.x....."),
            (CP, "....X.......X..."),
            (HH, "x.xxx.x.x.xxx.r."),
        ),
    ),
    "hip_drill": Groove("hip", ((K, "X......x..x....."), (CP, "......x.......X."), (HH, "x..x..x.x..x..t."))),
    "lofi_brush": Groove(
        "lazy", ((K, "x......x..o....."), (RIM, "....x.......x..."), (HH, "o.o-o.o-o.o-o.o-"))
    ),
    "four_offbeat": Groove(
        "floor",
        (
            (K, "X...X...X...X..."),
            (SN, "....x.......x..."),
            (OH, "..x...x...x...x."),
            (RIM, "...x..x....x...."),
        ),
    ),
    "four_trance": Groove(
        "floor full",
        (
            (K, "X...X...X...X..."),
            (CP, "....X.......X..."),
            (OH, "..X...X...X...X."),
            (RD, "x.x.x.x.x.x.x.x."),
        ),
    ),
    "four_garage": Groove(
        "floor",
        (
            (K, "X.........x..x.."),
            (SN, "....X.......X..."),
            (HH, "..xo..xo..xo..xo"),
            (OH, "......x.......x."),
        ),
    ),
    "taiko_march": Groove(
        "taiko", ((BD, "X...x...X.x.x..."), (SN, "o.ooo.ooo.ooo.oo"), (LT, "....x.......x.x."))
    ),
    "taiko_storm": Groove(
        "taiko full",
        (
            (BD, "X.xX.xX.X.xX.xX."),
            (LT, "xxoxxoxxxxoxxoxx"),
            (MT, "....x..x....x..x"),
            (CR, "o..............."),
        ),
    ),
    "ambient_toms": Groove("air", ((BD, "o.......-......."), (LT, "......-.......-."))),
    "pop_open": Groove(
        "full",
        (
            (K, "X...x.x.X.....x."),
            (SN, "....X.......X..."),
            (CP, "....o.......o..."),
            (OH, "x...x...x...x..."),
            (HH, "..o...o...o...o."),
        ),
    ),
}
