"""Drum grooves in 4/4 as readable data, one or two bars. It knows nothing of songs.

The marks are explained in `drum_names.py`. 2/4 plays the first half of a row; 3/4 and 6/8 have rows of their
own per family in `grooves_triple.py`.
"""

from __future__ import annotations

from songwright.compose.drum_names import (
    BD,
    CB,
    CH,
    CL,
    CP,
    CR,
    GU,
    HC,
    HH,
    LB,
    LC,
    LT,
    MC,
    MT,
    OH,
    PH,
    RD,
    RIM,
    SH,
    SN,
    TB,
    TI,
    K,
)  # fmt: skip
from songwright.compose.groove import Groove
from songwright.compose.grooves_more import MORE_GROOVES

GROOVES: dict[str, Groove] = {
    "pop_soft": Groove(
        "soft",
        (
            (K, "x.......o......."),
            (RIM, "....x.......x..."),
            (HH, "o.-.o.-.o.-.o.-."),
        ),
    ),
    "pop_beat": Groove(
        "beat",
        (
            (K, "X.....x...x...!."),
            (SN, "....X..?....X..?"),
            (CP, "....o.......o..."),
            (HH, "x.oox.oox.oox.oo"),
        ),
    ),
    "pop_full": Groove(
        "full",
        (
            (K, "X..x..x.X.....x."),
            (SN, "....X.......X..?"),
            (CP, "....o.......o..."),
            (HH, "x.o.x.o.x.o.x.o."),
            (TB, "..o...o...o...o."),
            (OH, "..............!."),
        ),
    ),
    "pop_half": Groove(
        "half",
        (
            (K, "X.........x....."),
            (SN, "........X......."),
            (HH, "x.o.x.o.x.o.x.o."),
        ),
    ),
    "ballad_soft": Groove(
        "soft",
        (
            (K, "o..............."),
            (RIM, "........o......."),
            (HH, "-...-...-...-..."),
        ),
    ),
    "ballad_beat": Groove(
        "soft",
        (
            (K, "x.........o....."),
            (RIM, "....o.......o..."),
            (HH, "o.-.o.-.o.-.o.-."),
        ),
    ),
    "ballad_full": Groove(
        "full",
        (
            (K, "X......ox.o....."),
            (SN, "....X.......X..."),
            (RD, "x.o.x.o.x.o.x.o."),
        ),
    ),
    "rock_soft": Groove(
        "beat",
        (
            (K, "x.......x......."),
            (RIM, "....x.......x..."),
            (HH, "x.o.x.o.x.o.x.o."),
        ),
    ),
    "rock_beat": Groove(
        "beat",
        (
            (K, "X.......X.x....."),
            (SN, "....X.......X..."),
            (HH, "X.x.X.x.X.x.X.x."),
        ),
    ),
    "rock_full": Groove(
        "rock",
        (
            (K, "X.x.....x.X...!."),
            (SN, "....X.......X..?"),
            (OH, "X...X...X...X..."),
        ),
    ),
    "rock_half": Groove(
        "half",
        (
            (K, "X.....x......x.."),
            (SN, "........X......."),
            (CR, "o...o...o...o..."),
        ),
    ),
    "metal_chug": Groove(
        "metal",
        (
            (K, "X.xxX.xxX.xxX.xx"),
            (SN, "....X.......X..."),
            (HH, "x...x...x...x..."),
        ),
    ),
    "metal_double": Groove(
        "metal full",
        (
            (K, "XxxxXxxxXxxxXxxx"),
            (SN, "....X.......X..."),
            (RD, "X...X...X...X..."),
        ),
    ),
    "metal_skank": Groove(
        "metal",
        (
            (K, "X...X...X...X..."),
            (SN, "..X...X...X...X."),
            (RD, "x.x.x.x.x.x.x.x."),
        ),
    ),
    "metal_half": Groove(
        "half",
        (
            (K, "X..x..x...x..x.."),
            (SN, "........X......."),
            (CH, "x...x...x...x..."),
        ),
    ),
    "black_slow": Groove(
        "half",
        (
            (K, "X...x...x...x..."),
            (SN, "........X......."),
            (RD, "x...x...x...x..."),
        ),
    ),
    "black_double": Groove(
        "metal",
        (
            (K, "xxxxxxxxxxxxxxxx"),
            (SN, "....X.......X..."),
            (CR, "o...o...o...o..."),
        ),
    ),
    "black_blast": Groove(
        "blast",
        (
            (K, "X.x.X.x.X.x.X.x."),
            (SN, ".x.x.x.x.x.x.x.x"),
            (RD, "x.x.x.x.x.x.x.x."),
        ),
    ),
    "black_hammer": Groove(
        "blast",
        (
            (K, "xxxxxxxxxxxxxxxx"),
            (SN, "X.x.X.x.X.x.X.x."),
            (CR, "x...o...x...o..."),
        ),
    ),
    "folk_soft": Groove(
        "folk soft",
        (
            (SH, "o.-.o.-.o.-.o.-."),
            (BD, "o......."),
        ),
    ),
    "folk_stomp": Groove(
        "folk",
        (
            (K, "x.......x......."),
            (TB, "....x.......x..."),
            (SH, "o.-.o.-.o.-.o.-."),
        ),
    ),
    "folk_full": Groove(
        "folk full",
        (
            (K, "X...x...X...x..."),
            (TB, "....X.......X..."),
            (SN, "..?...?...?...?."),
            (SH, "oooooooooooooooo"),
        ),
    ),
    "country_two": Groove(
        "country",
        (
            (K, "x.......x......."),
            (RIM, "....x.......x..."),
            (HH, "o...o...o...o..."),
        ),
    ),
    "country_train": Groove(
        "country",
        (
            (K, "x...o...x...o..."),
            (SN, "--X---X---X---X-"),
            (PH, "....o.......o..."),
        ),
    ),
    "country_full": Groove(
        "country",
        (
            (K, "X.......X.x....."),
            (SN, "--o-X-o---o-X-o-"),
            (TB, "....o.......o..."),
        ),
    ),
    "blues_soft": Groove(
        "shuffle soft",
        (
            (K, "x.......x......."),
            (RIM, "....x.......x..."),
            (RD, "x..."),
        ),
    ),
    "blues_shuffle": Groove(
        "shuffle",
        (
            (K, "x.....o.x......."),
            (SN, "....X..?..?.X..."),
            (RD, "x.o.x.o.x.o.x.o."),
        ),
    ),
    "blues_full": Groove(
        "shuffle",
        (
            (K, "X...x.o.X...x.o."),
            (SN, "..o.X.o...o.X.o."),
            (HH, "X.x.X.x.X.x.X.x."),
        ),
    ),
    "jazz_brush": Groove(
        "brush",
        (
            (SN, "o.--x.--o.--x.--"),
            (PH, "....x.......x..."),
            (K, "-......."),
        ),
    ),
    "jazz_ride": Groove(
        "jazz",
        (
            (RD, "x...X.o.x...X.o."),
            (PH, "....x.......x..."),
            (K, "-...-...-...-..."),
            (SN, "..?...?.......?."),
        ),
    ),
    "jazz_full": Groove(
        "jazz full",
        (
            (RD, "X...X.x.X...X.x."),
            (PH, "....x.......x..."),
            (K, "-...-.!.-...-..."),
            (SN, "..?...x....?..o."),
        ),
    ),
    "soul_soft": Groove(
        "beat",
        (
            (K, "x.....o........."),
            (RIM, "....x.......x..."),
            (HH, "o-o-o-o-o-o-o-o-"),
        ),
    ),
    "soul_pocket": Groove(
        "funk",
        (
            (K, "X..o......x..x.."),
            (SN, "....X..-.-..X..?"),
            (HH, "x-o-x-o-x-o-x-o-"),
        ),
    ),
    "soul_full": Groove(
        "funk full",
        (
            (K, "X.x....x..x..x.."),
            (SN, "....X..-.-.-X..-"),
            (HH, "xoxoxoxoxoxoxo.."),
            (OH, "..............x."),
            (TB, "....o.......o..."),
        ),
    ),
    "reggae_soft": Groove(
        "reggae",
        (
            (RIM, "........x......."),
            (HH, "o.x.o.x.o.x.o.x."),
        ),
    ),
    "reggae_one_drop": Groove(
        "reggae",
        (
            (K, "........X......."),
            (RIM, "........X.....?."),
            (HH, "o.X.o.X.o.Xoo.X."),
        ),
    ),
    "reggae_steppers": Groove(
        "reggae",
        (
            (K, "x...x...X...x..."),
            (RIM, "...?....X..?...."),
            (HH, "o.X.o.X.o.X.o.X."),
            (OH, "..............!."),
        ),
    ),
    "bossa": Groove(
        "latin",
        (
            (K, "x.....ox......o."),
            (RIM, "x..x..x...x..x.."),
            (SH, "xoxoxoxoxoxoxoxo"),
        ),
    ),
    "son_soft": Groove(
        "latin",
        (
            (CL, "x..x..x...x.x..."),
            (SH, "x.ox.ox.x.ox.oo."),
            (LB, "......o.......o."),
        ),
    ),
    "son": Groove(
        "latin",
        (
            (CL, "x..x..x...x.x..."),
            (MC, "..x.......x....."),
            (HC, "......xx......xx"),
            (GU, "x.oox.oox.oox.oo"),
            (K, "x..o...."),
        ),
    ),
    "salsa": Groove(
        "latin",
        (
            (CL, "x..x..x...x.x..."),
            (CB, "X.x.x.xxX.x.x.xx"),
            (MC, "..X..o....X..o.."),
            (HC, "......XX......XX"),
            (LC, "...............!"),
            (TI, "....o.......o..."),
            (K, "x..x..o.x..x..o."),
        ),
    ),
    "boom_bap": Groove(
        "hip",
        (
            (K, "X......x..X..!.."),
            (SN, "....X..-....X..?"),
            (RIM, "....o.......o..."),
            (HH, "x.-.x.-.x.-.x.-."),
            (PH, "..o...o...o...o."),
        ),
    ),
    "boom_bap_soft": Groove(
        "hip",
        (
            (K, "x.........x....."),
            (RIM, "....x.......x..."),
            (HH, "o.-.o.-.o.-.o.-."),
        ),
    ),
    "trap_soft": Groove(
        "hip",
        (
            (K, "x.........o....."),
            (CP, "........x......."),
            (HH, "o...o...o...o..."),
        ),
    ),
    "trap": Groove(
        "hip",
        (
            (K, "X.....x...x....."),
            (CP, "........X......."),
            (HH, "x.o.x.o.x.o.x.r."),
        ),
    ),
    "trap_full": Groove(
        "hip",
        (
            (K, "X..x......X..x.. X.....x...x....."),
            (CP, "........X....... ........X......."),
            (SN, "........o....... ........o.....?."),
            (HH, "x.xox.xox.t.x.xo x.xox.r.x.xor.t."),
            (OH, "................ ......o........."),
        ),
    ),
    "lofi_soft": Groove(
        "lazy",
        (
            (K, "x.........o....."),
            (RIM, "....o.......o..."),
            (HH, "-.-.-.-.-.-.-.-."),
        ),
    ),
    "lofi": Groove(
        "lazy",
        (
            (K, "x.....o..x......"),
            (SN, "....o.......o..?"),
            (HH, "o.-oo.-.o.-oo.-."),
            (SH, "..-...-...-...-."),
        ),
    ),
    "lofi_full": Groove(
        "lazy",
        (
            (K, "X..o...o..x....."),
            (SN, "....x..-....x..?"),
            (HH, "o.oxo.oxo.oxo.o."),
            (SH, "..-...-...-...-."),
        ),
    ),
    "four_soft": Groove(
        "floor",
        (
            (K, "x...x...x...x..."),
            (HH, "..o...o...o...o."),
        ),
    ),
    "four_beat": Groove(
        "floor",
        (
            (K, "X...X...X...X..."),
            (CP, "....x.......x..."),
            (OH, "..x...x...x...x."),
        ),
    ),
    "four_full": Groove(
        "floor full",
        (
            (K, "X...X...X...X..."),
            (CP, "....X.......X..."),
            (OH, "..X...X...X...X."),
            (HH, "ooxooooxooxoooxo"),
            (SH, ".o.o.o.o.o.o.o.o"),
        ),
    ),
    "break_soft": Groove("hip", ((K, "x.........x....."), (RIM, "....x.......x..."))),
    "break": Groove("hip", ((K, "X.........x....."), (SN, "....X..-.-..X..-"), (RD, "x.x.x.x.x.x.x.x."))),
    "punk": Groove("rock", ((K, "X..xX..xX..xX..x"), (SN, "..X...X...X...X."), (OH, "X.X.X.X.X.X.X.X."))),
    "ambient_pulse": Groove(
        "air",
        (
            (BD, "o............... ................"),
            (SH, "....-.......-... ....-.....-....."),
        ),
    ),
    "ambient_beat": Groove(
        "air",
        (
            (K, "o.........-....."),
            (RIM, "........-......."),
            (SH, "-...o...-...o..."),
        ),
    ),
    "taiko_soft": Groove(
        "taiko",
        (
            (BD, "x.........o....."),
            (LT, "............o.o."),
        ),
    ),
    "taiko": Groove(
        "taiko",
        (
            (BD, "X.....x.X......."),
            (LT, "..xx..x...xx..xx"),
            (MT, "....o.......o..."),
        ),
    ),
    "taiko_full": Groove(
        "taiko full",
        (
            (BD, "X..x..X.X..x..X."),
            (LT, "xoxxoxxoxoxxoxxx"),
            (SN, "....x.......x.oo"),
            (MT, "..x...x...x...x."),
            (CR, "o..............."),
        ),
    ),
    **MORE_GROOVES,
}
