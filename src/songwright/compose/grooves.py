"""Drum grooves as readable data. It knows nothing of songs.

A row is a drum and its sixteenths: X accented, x normal, o soft, - ghosted, . silent; ? is a ghost and ! a
normal hit that come only now and then; r is two strokes and t three within the time of two sixteenths.
4/4 rows may be two bars long. 2/4 plays their first half. 3/4 and 6/8 have rows of their own per family.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.song.instruments import Drum
from songwright.song.meter import Meter

Row = tuple[int, str]
Rows = tuple[Row, ...]

BD, K, RIM, SN, CP = Drum.BASS_DRUM, Drum.KICK, Drum.RIM, Drum.SNARE, Drum.CLAP
LT, MT, HT = Drum.LOW_TOM, Drum.MID_TOM, Drum.HIGH_TOM
HH, PH, OH = Drum.CLOSED_HAT, Drum.PEDAL_HAT, Drum.OPEN_HAT
CR, RD, CH = Drum.CRASH, Drum.RIDE, Drum.CHINA
TB, CB, SH, GU, CL = Drum.TAMBOURINE, Drum.COWBELL, Drum.SHAKER, Drum.GUIRO, Drum.CLAVES
HB, LB, MC, HC, LC, TI = (
    Drum.HIGH_BONGO,
    Drum.LOW_BONGO,
    Drum.MUTE_CONGA,
    Drum.HIGH_CONGA,
    Drum.LOW_CONGA,
    Drum.TIMBALE,
)


@dataclass(frozen=True, slots=True)
class Groove:
    """A drum pattern for 4/4 and the family that lends its 3/4 and 6/8."""

    family: str
    rows: Rows

    def rows_in(self, meter: Meter) -> Rows:
        """The rows of one or two bars in a meter."""
        if meter is Meter.FOUR:
            return self.rows
        if meter is Meter.TWO:
            return tuple((drum, row.replace(" ", "")[:8]) for drum, row in self.rows)
        return (WALTZ if meter is Meter.THREE else COMPOUND)[self.family]


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
        "beat",
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
        "beat",
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
        "metal",
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
        "folk",
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
        "folk",
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
        "shuffle",
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
        "jazz",
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
        "jazz",
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
        "funk",
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
        "floor",
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
        "taiko",
        (
            (BD, "X..x..X.X..x..X."),
            (LT, "xoxxoxxoxoxxoxxx"),
            (SN, "....x.......x.oo"),
            (MT, "..x...x...x...x."),
            (CR, "o..............."),
        ),
    ),
}

WALTZ: dict[str, Rows] = {
    "soft": ((K, "x..........."), (RIM, "....o...o..."), (HH, "o.-.o.-.o.-.")),
    "beat": ((K, "X.........x."), (SN, "....x...X..."), (HH, "x.o.x.o.x.o.")),
    "rock": ((K, "X.x.......x."), (SN, "....X...X..."), (OH, "X...X...X...")),
    "half": ((K, "X.....x....."), (SN, "........X..."), (CR, "o...o...o...")),
    "metal": ((K, "X.xxX.xxX.xx"), (SN, "....X...X..."), (RD, "x...x...x...")),
    "blast": ((K, "X.x.X.x.X.x."), (SN, ".x.x.x.x.x.x"), (RD, "x.x.x.x.x.x.")),
    "folk": ((K, "x..........."), (TB, "....x...o..."), (SH, "o.-.o.-.o.-.")),
    "country": ((K, "x..........."), (RIM, "....x...x..."), (SN, "--o-x-o-x-o-")),
    "shuffle": ((K, "x.......o..."), (SN, "....x...X..."), (RD, "x.o.x.o.x.o.")),
    "jazz": ((RD, "x...X.o.x.o."), (PH, "....x...x..."), (K, "-..........."), (SN, "..?...?...o.")),
    "funk": ((K, "X..o..x....."), (SN, "....X..-X..-"), (HH, "x-o-x-o-x-o-")),
    "reggae": ((K, "........X..."), (RIM, "........X..."), (HH, "o.X.o.X.o.X.")),
    "latin": ((K, "x.....o....."), (CL, "x..x..x.x..."), (HC, "..x...xx..xx"), (SH, "xoxoxoxoxoxo")),
    "hip": ((K, "X.....x....."), (CP, "........X..."), (HH, "x.o.x.o.x.r.")),
    "lazy": ((K, "x......o...."), (SN, "........o..."), (HH, "o.-.o.--o.-.")),
    "floor": ((K, "X...X...X..."), (CP, "....x...x..."), (OH, "..x...x...x.")),
    "air": ((BD, "o..........."), (SH, "....-...-...")),
    "taiko": ((BD, "X.....x....."), (LT, "..xx..xxo.xx"), (MT, "....o...o...")),
}

COMPOUND: dict[str, Rows] = {
    "soft": ((K, "x..........."), (RIM, "......o....."), (HH, "o.-.-.o.-.-.")),
    "beat": ((K, "X.......x..."), (SN, "......X....."), (HH, "x.o.o.x.o.o.")),
    "rock": ((K, "X...x...x.x."), (SN, "......X....."), (OH, "X...x.X...x.")),
    "half": ((K, "X.....x....."), (SN, "......X....."), (CR, "o.....o.....")),
    "metal": ((K, "X.xxxxX.xxxx"), (SN, "......X....."), (RD, "x.x.x.x.x.x.")),
    "blast": ((K, "X.x.x.X.x.x."), (SN, ".x.x.x.x.x.x"), (RD, "x.x.x.x.x.x.")),
    "folk": ((K, "x..........."), (TB, "......x....."), (SH, "o.-.-.o.-.-.")),
    "country": ((K, "x.......o..."), (RIM, "......x....."), (SN, "-.-.o.x.-.o.")),
    "shuffle": ((K, "x.......o.x."), (SN, "......X..?.."), (RD, "x.o.o.x.o.o.")),
    "jazz": ((RD, "x...o.X...o."), (PH, "......x....."), (K, "-.....-....."), (SN, "....?...?.o.")),
    "funk": ((K, "X...o...x.x."), (SN, "......X..-.-"), (HH, "x-o-o-x-o-o-")),
    "reggae": ((K, "......X....."), (RIM, "......X....."), (HH, "o...X.o...X.")),
    "latin": ((K, "x...o.x...o."), (CB, "x.x.xx.x.x.x"), (HC, "....x...x.xx"), (SH, "xoxoxoxoxoxo")),
    "hip": ((K, "X.......x..."), (CP, "......X....."), (HH, "x.o.o.x.o.r.")),
    "lazy": ((K, "x.......o..."), (SN, "......o....."), (HH, "o.-.-.o.-.-.")),
    "floor": ((K, "X.....X....."), (CP, "......x....."), (OH, "....x.....x.")),
    "air": ((BD, "o..........."), (SH, "......-...-.")),
    "taiko": ((BD, "X.......x..."), (LT, "..xxx.x.xxxx"), (MT, "......o.....")),
}
