"""Drum fills as readable data, in the notation of `drum_names.py`. It knows nothing of songs."""

from __future__ import annotations

from songwright.compose.drum_names import BD, CB, CP, HB, HH, HT, LT, MT, SN, TI, K, Rows

# The last two beats of a section; where less is wanted only their end is played.
FILLS: dict[str, tuple[Rows, ...]] = {
    "soft": (((SN, "....o.o.") , (K, "o.......")), ((HT, "....o..."), (MT, "......o."))),
    "toms": (
        ((SN, "xx.....X"), (HT, "..xx...."), (MT, "....xx.."), (LT, "......x."), (K, "x...x...")),
        ((SN, "x.xxx.xX"), (LT, ".x...x.."), (K, "x...x...")),
        ((SN, "X..X..X."), (HT, ".x......"), (MT, "....x..."), (LT, ".......x")),
    ),
    "double": (
        ((K, "xxxxxxxx"), (SN, "XxxxX..."), (HT, "....x..."), (MT, ".....xx."), (LT, ".......X")),
        ((K, "xxxxxxxx"), (SN, "X..X..X."), (LT, ".xx.xx.x")),
    ),
    "brush": (((SN, "o.ooo.xo"),), ((SN, "x.-o-x.."), (K, "...o...x"))),
    "train": (((SN, "ooxxxxXX"), (K, "x...x...")),),
    "triplet": (((SN, "X.x.X.x."), (K, "x...x..."), (LT, "......x.")), ((HT, "x.x....."), (LT, "....x.x."))),
    "funk": (((SN, "X.-X.-XX"), (K, ".x..x...")), ((SN, "..X..X.X"), (HH, "x.......") , (K, "x..x..x."))),
    "reggae": (((TI, "XX.x.x.."), (K, "......X.")), ((SN, "..xxX..."), (TI, ".....xxX"))),
    "timbale": (((TI, "X.xXxxX."), (CB, "x...x...")), ((TI, "..XX.XXX"), (HB, "xx..x..."))),
    "trap": (((SN, "....x.rr"), (HH, "r.r.t.t.")), ((SN, "..x..xxX"), (K, "x......."))),
    "clap": (((CP, "x.x.xxxx"), (SN, "....oxxX")), ((SN, "x..x..x."), (CP, "......x."))),
    "taiko": (((BD, "X..X..XX"), (LT, "xxxxxxxx")), ((SN, "-ooxxxXX"), (BD, "x...x..."))),
    "air": ((),),
}  # fmt: skip

# The second pulse of a 6/8 bar, or the whole bar; where less is wanted only their end is played.
COMPOUND_FILLS: dict[str, tuple[Rows, ...]] = {
    "strong": (
        ((SN, "X.x.x.X.xxXX"), (K, "x.....x.....")),
        ((SN, "x.x.x......."), (HT, "......x.x..."), (LT, "..........xX"), (K, "x.....x.....")),
        ((HT, "X.x.x......."), (MT, "......X.x..."), (LT, "..........XX"), (K, "x...x.x...x.")),
    ),
    "gentle": (((SN, "....o.o.o.x."),), ((MT, "......o.o..."), (LT, "..........o."))),
    "air": ((),),
}  # fmt: skip
GENTLE_FILLS = ("soft", "brush")  # names in FILLS whose 6/8 is gentle as well
