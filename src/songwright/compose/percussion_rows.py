"""Hand percussion beside the drums by genre: shaker, tambourine, congas, bongos, cowbell. Data only.

Rows are those of `drum_names.py`: for each genre some choices of thin, medium and full in 4/4, and for 3/4
and 6/8 what suits all genres. The tumbao of the congas (slap on 2, open tones on 4 and its offbeat), the
martillo of the bongos, the partido-alto tamborim and the tambourine on the backbeat are common property.
"""

from __future__ import annotations

from songwright.compose.drum_names import AG, CA, CB, CL, GU, HB, HC, LB, LC, MC, SH, TB, TI, TR, Rows
from songwright.song.genre import Genre
from songwright.song.meter import Meter

Trio = tuple[Rows, Rows, Rows]

_SHAKER: Trio = (
    ((SH, "o...o...o...o..."),),
    ((SH, "x.o.x.o.x.o.x.o."),),
    ((SH, "xoooxoooxoooxooo"), (TB, "....x.......x...")),
)
_TAMBOURINE: Trio = (
    ((TB, "........o......."),),
    ((TB, "....x.......x..."),),
    ((TB, "o.x.X.x.o.x.X.x."), (SH, "xoxoxoxoxoxoxoxo")),
)
_CONGAS: Trio = (
    ((MC, "....o..........."), (LC, "............o.o.")),
    ((MC, "..o.x..o..o....."), (HC, "............x.x."), (SH, "o.o.o.o.o.o.o.o.")),
    ((MC, "o.o.X.oo.oo.X..."), (HC, "......x.....X.X."), (LC, "........x......."), (SH, "xoxoxoxoxoxoxoxo")),
)
_BONGOS: Trio = (
    ((HB, "o...o...o...o..."),),
    ((HB, "x.oox.o.x.oox.o."), (LB, "......x.......x.")),
    ((HB, "xooox.oxxooox.o."), (LB, "......x.......xx"), (CB, "x...x...x...x...")),
)
_TUMBAO: Trio = (
    ((CL, "x..x..x...x.x..."), (LC, "......o.......o.")),
    ((MC, "..o.X..o..o.X..."), (HC, "......xx......xx"), (GU, "x.oox.oox.oox.oo")),
    ((MC, "o.o.X..oo.o.X..."), (HC, "......XX......XX"), (HB, "x.ooxooox.ooxooo"), (CB, "X.x.X.xxX.x.X.xx")),
)
_MAMBO: Trio = (
    ((CL, "..x.x...x..x..x."),),
    ((HB, "X.ooxoo.X.ooxoo."), (LB, "......x.......x."), (CL, "..x.x...x..x..x.")),
    ((CB, "X.xxX.x.X.xxX.x."), (TI, "....x..x....x.xx"), (HC, "......XX......XX"), (GU, "x.oox.oox.oox.oo")),
)
_PARTIDO: Trio = (
    ((SH, "xoxoxoxoxoxoxoxo"),),
    ((AG, "..x.x..x.x.x..x."), (SH, "xoxoxoxoxoxoxoxo")),
    ((AG, "..X.x..X.x.x..X."), (SH, "XoxoXoxoXoxoXoxo"), (TB, "x..xx..xx..xx..x")),
)
_NYAHBINGHI: Trio = (
    ((SH, "o...o...o...o..."),),
    ((LC, "x.......x......."), (HC, "..o.x.....o.x..."), (CA, "o.o.o.o.o.o.o.o.")),
    ((LC, "X..x....X..x...."), (HC, "..o.x.oo..o.x.oo"), (CA, "xoxoxoxoxoxoxoxo"), (CB, "....x.......x...")),
)
_COWBELL: Trio = (
    ((TB, "........o......."),),
    ((CB, "x...x...x...x..."),),
    ((CB, "X...x...X...x..."), (TB, "..x.x.x...x.x.x.")),
)
_DUST: Trio = (
    ((SH, "..-...-...-...-."),),
    ((SH, "o.-oo.-.o.-oo.-."),),
    ((SH, "o.-oo.-oo.-oo.-o"), (CA, "....o.......o..."), (HB, "...........o..o.")),
)
_AIRY: Trio = (
    ((TR, "o............... ................"),),
    ((SH, "-...-...-...-..."), (TR, "........o.......")),
    ((SH, "o.-.o.-.o.-.o.-."), (TR, "o.......-......."), (LC, "......o.......o.")),
)

PERCUSSION: dict[Genre, tuple[Trio, ...]] = {
    Genre.POP: (_SHAKER, _TAMBOURINE, _CONGAS),
    Genre.BALLAD: (_SHAKER, _TAMBOURINE),
    Genre.ROCK: (_TAMBOURINE, _COWBELL, _SHAKER),
    Genre.METAL: (_COWBELL, _TAMBOURINE),
    Genre.BLACK_METAL: (_TAMBOURINE,),
    Genre.FOLK: (_TAMBOURINE, _SHAKER, _BONGOS),
    Genre.COUNTRY: (_TAMBOURINE, _SHAKER),
    Genre.BLUES: (_TAMBOURINE, _SHAKER),
    Genre.JAZZ: (_CONGAS, _SHAKER),
    Genre.SOUL: (_CONGAS, _TAMBOURINE, _BONGOS),
    Genre.REGGAE: (_NYAHBINGHI, _CONGAS),
    Genre.LATIN: (_TUMBAO, _MAMBO, _PARTIDO),
    Genre.HIP_HOP: (_SHAKER, _BONGOS, _DUST),
    Genre.LOFI: (_DUST, _SHAKER),
    Genre.ELECTRONIC: (_SHAKER, _CONGAS, _BONGOS),
    Genre.AMBIENT: (_AIRY,),
    Genre.CINEMATIC: (_CONGAS, _AIRY),
}

TRIPLE_PERCUSSION: dict[Meter, tuple[Trio, ...]] = {
    Meter.THREE: (
        (
            ((SH, "o...-...-..."),),
            ((SH, "x.o.x.o.x.o."), (TB, "....o...o...")),
            ((SH, "xoooxoooxooo"), (TB, "....x...X..."), (TR, "x...........")),
        ),
        (
            ((TB, "........o..."),),
            ((TB, "....x...x..."),),
            ((TB, "o.x.X.x.X.x."), (HC, "......x...xx"), (MC, "..o.o...o...")),
        ),
    ),
    Meter.SIX: (
        (
            ((SH, "o.....o....."),),
            ((SH, "x.o.o.x.o.o."),),
            ((SH, "xoxoxoxoxoxo"), (TB, "......X.....")),
        ),
        (
            ((TB, "......o....."),),
            ((SH, "x.o.o.x.o.o."), (HC, "....x.....x.")),
            ((CB, "x...x...x.x. ..x...x...x."), (HC, "....x.x...xx"), (SH, "x.o.o.x.o.o.")),
        ),
    ),
}
