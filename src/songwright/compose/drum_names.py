"""Short names of the drums, and the shape of rows of drum marks. It knows nothing of grooves.

A row is a drum and its sixteenths: X accented, x normal, o soft, - ghosted, . silent; ? is a ghost and ! a
normal hit that come only now and then; r is two strokes and t three within the time of two sixteenths.
"""

from __future__ import annotations

from songwright.song.instruments import Drum

Row = tuple[int, str]
Rows = tuple[Row, ...]

BD, K, RIM, SN, CP = Drum.BASS_DRUM, Drum.KICK, Drum.RIM, Drum.SNARE, Drum.CLAP
LT, MT, HT = Drum.LOW_TOM, Drum.MID_TOM, Drum.HIGH_TOM
HH, PH, OH = Drum.CLOSED_HAT, Drum.PEDAL_HAT, Drum.OPEN_HAT
CR, RD, CH, RB = Drum.CRASH, Drum.RIDE, Drum.CHINA, Drum.RIDE_BELL
TB, CB, SH, GU, CL = Drum.TAMBOURINE, Drum.COWBELL, Drum.SHAKER, Drum.GUIRO, Drum.CLAVES
HB, LB, MC, HC, LC, TI = (
    Drum.HIGH_BONGO,
    Drum.LOW_BONGO,
    Drum.MUTE_CONGA,
    Drum.HIGH_CONGA,
    Drum.LOW_CONGA,
    Drum.TIMBALE,
)
CA, AG, TR = Drum.CABASA, Drum.AGOGO, Drum.TRIANGLE
