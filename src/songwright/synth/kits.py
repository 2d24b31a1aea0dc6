"""The drum kits as tables: which drum is made of what. It knows nothing of how layers sound."""

from __future__ import annotations

from songwright.song.instruments import Drum
from songwright.synth.drums import Bars, Burst, Kit, Metal, Piece, Room, Skin

_808_SQUARES = (205.3, 304.4, 369.6, 522.7, 540.0, 800.0)  # Hz; Werner, Abel, Smith, DAFx 2014


def _toms(low_hz: float, t60_s: float, click: float, gain_db: float) -> dict[int, Piece]:
    """Three toms from floor to rack, panned from the right to the left of the audience."""
    pieces = {}
    for drum, ratio, pan in (
        (Drum.LOW_TOM, 1.0, 0.45),
        (Drum.MID_TOM, 1.45, 0.05),
        (Drum.HIGH_TOM, 1.95, -0.3),
    ):
        skin = Skin(low_hz * ratio, t60_s / ratio**0.4, 0.28, 0.05, 0.4, 0.32)
        stick = Burst(1200, 6000, 0.03, level=click, force=0.5)
        pieces[drum] = Piece((skin, stick), gain_db, pan)
    return pieces


def _hats(name: str, low_hz: float, closed_s: float, open_s: float, gain_db: float) -> dict[int, Piece]:
    """Hi-hats closed, by pedal and open."""

    def plate(t60_s: float, hiss: float, attack_s: float = 0.0006) -> Metal:
        return Metal(name, low_hz, 16_000, t60_s, hiss, 90, attack_s, 0.12)

    tick = Burst(3500, 12_000, 0.012, level=0.3)
    return {
        Drum.CLOSED_HAT: Piece((plate(closed_s, 0.6), tick), gain_db, 0.32, 0.5, 1.2),
        Drum.PEDAL_HAT: Piece((plate(0.7 * closed_s, 0.9, 0.004),), gain_db - 5.0, 0.32, 0.5, 1.2),
        Drum.OPEN_HAT: Piece((plate(open_s, 0.7), tick), gain_db + 1.0, 0.32, 0.5, 1.2),
    }


def _cymbals(prefix: str, size: float, gain_db: float) -> dict[int, Piece]:
    """Crash, ride with its bell, and china."""
    ping = Bars(((2950, 0.5, 1.3), (4380, 0.5, 1.1), (5710, 0.4, 0.9), (7340, 0.25, 0.7)), 0.7)
    bell = Bars(((1010, 0.4, 2.4), (1730, 0.9, 2.4), (2680, 0.9, 2.0), (3890, 0.7, 1.6), (5210, 0.5, 1.2)))
    stick = Burst(3000, 11_000, 0.02, level=0.25)
    return {
        Drum.CRASH: Piece(
            (Metal(f"{prefix}crash", 480 / size, 15_000, 3.2 * size, 0.6, 170, 0.006, 0.25),),
            gain_db,
            -0.4,
            0.7,
        ),
        Drum.RIDE: Piece(
            (
                Metal(f"{prefix}ride", 1100 / size, 14_000, 3.6 * size, 0.3, 130, 0.010, 0.3, 0.6),
                ping,
                stick,
            ),
            gain_db - 5.0,
            0.45,
            0.5,
            1.2,
        ),
        Drum.RIDE_BELL: Piece(
            (
                bell,
                Metal(f"{prefix}ride", 1100 / size, 14_000, 3.0 * size, 0.2, 130, 0.012, 0.3, 0.25),
                stick,
            ),
            gain_db - 5.0,
            0.45,
            0.5,
            1.2,
        ),
        Drum.CHINA: Piece(
            (Metal(f"{prefix}china", 380 / size, 12_000, 2.4 * size, 0.9, 150, 0.004, 0.25),),
            gain_db,
            0.5,
            0.7,
        ),
    }


def _hand_drum(hz: float, t60_s: float, slap: float, gain_db: float, pan: float) -> Piece:
    return Piece(
        (Skin(hz, t60_s, 0.06, 0.02, 0.25, 0.4), Burst(900, 5500, 0.035, level=slap)), gain_db, pan, 0.7, 1.3
    )


def _block(hz: float, pan: float) -> Piece:
    """A hollow block of wood: the resonance of its slot, and the wood."""
    partials = ((hz, 1.0, 0.07), (2.71 * hz, 0.45, 0.04), (4.9 * hz, 0.15, 0.025))
    return Piece((Bars(partials), Burst(1500, 7000, 0.006, level=0.2)), -9.0, pan, 0.6)


def _triangle(t60_s: float) -> Bars:
    """A bent steel rod: modes of a free bar, (2n+1)^2, high ones as long as low ones, in beating pairs."""
    partials = []
    for n, level in ((3, 0.25), (4, 0.5), (5, 1.0), (6, 0.8), (7, 0.7), (8, 0.5)):
        hz = 66.0 * (2 * n + 1) ** 2
        partials += [(hz, level, t60_s), (1.006 * hz, 0.6 * level, 0.8 * t60_s)]
    return Bars(tuple(partials))


_PERCUSSION: dict[int, Piece] = {
    Drum.TAMBOURINE: Piece(
        (
            Metal("jingles", 4300, 14_000, 0.5, 0.4, 60, 0.002, 0.1),
            Burst(5000, 14_000, 0.10, 0.002, ((0.0, 1.0), (0.021, 0.6), (0.045, 0.3)), level=0.6),
        ),
        -9.0,
        -0.25,
        0.5,
    ),
    Drum.COWBELL: Piece(
        (
            Bars(((562, 1.0, 0.35), (845, 0.9, 0.3), (1490, 0.4, 0.15), (2260, 0.3, 0.1))),
            Burst(1500, 7000, 0.01, level=0.15),
        ),
        -10.0,
        0.2,
        0.5,
    ),
    Drum.HIGH_BONGO: _hand_drum(395, 0.16, 0.35, -7.0, -0.3),
    Drum.LOW_BONGO: _hand_drum(285, 0.2, 0.3, -7.0, -0.15),
    Drum.MUTE_CONGA: _hand_drum(255, 0.09, 0.7, -6.0, 0.2),
    Drum.HIGH_CONGA: _hand_drum(238, 0.38, 0.28, -5.0, 0.2),
    Drum.LOW_CONGA: _hand_drum(172, 0.48, 0.22, -5.0, 0.38),
    Drum.TIMBALE: Piece(
        (
            Skin(320, 0.4, 0.05, 0.02, 0.3, 0.6),
            Bars(((1130, 0.3, 0.3), (2240, 0.2, 0.2)), 0.5),
            Burst(2000, 9000, 0.025, level=0.5),
        ),
        -7.0,
        -0.4,
        0.8,
    ),
    Drum.SHAKER: Piece((Burst(4200, 13_000, 0.07, 0.022, stereo=True),), -15.0, 0.4, 0.3, 1.1),
    Drum.GUIRO: Piece(
        (
            Burst(
                1800,
                7000,
                0.028,
                0.001,
                tuple((0.013 * n + 0.0006 * n * n, 0.45 + 0.05 * n) for n in range(11)),
            ),
        ),
        -11.0,
        -0.5,
        0.4,
        1.1,
    ),
    Drum.CLAVES: Piece((Bars(((2480, 1.0, 0.09), (4970, 0.2, 0.04), (7310, 0.08, 0.03))),), -10.0, -0.2, 0.7),
    Drum.AGOGO: Piece(
        (
            Bars(((905, 1.0, 0.5), (1460, 0.5, 0.35), (2390, 0.6, 0.3), (3710, 0.3, 0.2))),
            Burst(2500, 9000, 0.008, level=0.15),
        ),
        -11.0,
        0.35,
        0.5,
    ),
    Drum.CABASA: Piece(
        (Burst(5200, 14_000, 0.045, 0.012, ((0.0, 0.5), (0.018, 1.0)), 2, stereo=True),),
        -14.0,
        0.45,
        0.3,
        1.1,
    ),
    Drum.HIGH_WOOD_BLOCK: _block(1180, -0.45),
    Drum.LOW_WOOD_BLOCK: _block(840, -0.35),
    Drum.MUTE_TRIANGLE: Piece((_triangle(0.12),), -16.0, 0.55, 0.5, 1.1),
    Drum.TRIANGLE: Piece((_triangle(2.6),), -15.0, 0.55, 0.6, 1.1),
    Drum.JINGLE_BELL: Piece(
        (
            Metal("sleigh bells", 5200, 15_000, 0.28, 0.15, 70, 0.003, 0.1),
            Burst(6000, 15_000, 0.06, 0.002, ((0.0, 0.7), (0.028, 1.0), (0.055, 0.5)), level=0.3),
        ),
        -13.0,
        -0.4,
        0.5,
    ),
}

_CLAP_ONSETS = ((0.0, 0.8), (0.011, 0.75), (0.022, 0.8))
_HANDS = Piece(
    (Burst(850, 6500, 0.012, 0.0, _CLAP_ONSETS), Burst(950, 4200, 0.22, 0.001, ((0.03, 1.0),), level=0.8)),
    -5.0,
    0.0,
    0.8,
)
_CROSS_STICK = Piece(
    (
        Bars(((430, 0.5, 0.05), (1690, 1.0, 0.06), (2510, 0.6, 0.05), (4020, 0.25, 0.03))),
        Burst(1500, 8000, 0.015, level=0.3),
    ),
    -7.0,
    -0.05,
    0.8,
)
_RUMBLE = Piece((Skin(41, 1.0, 0.2, 0.08, 0.0, 0.15), Burst(60, 600, 0.12, 0.003, level=0.2)), -1.0)


def _snare(tone_hz: float, body_s: float, wires_s: float, wires: float, gain_db: float = -3.0) -> Piece:
    """Two skins, wires that answer a moment later and rattle on, and the crack of the stick."""
    return Piece(
        (
            Skin(tone_hz, body_s, 0.12, 0.014, 0.3, 0.45, 1.0),
            Skin(tone_hz * 1.78, 0.7 * body_s, 0.1, 0.015, 0.0, 0.0, level=0.4),
            Burst(1500, 13_000, wires_s, 0.0015, level=wires, stereo=True),
            Burst(3500, 11_000, 1.7 * wires_s, 0.006, level=0.3 * wires, stereo=True),
            Burst(2500, 9000, 0.012, level=0.8, force=0.8),
        ),
        gain_db,
    )


def _kick(
    hz: float, t60_s: float, click: float, click_band: tuple[float, float], drive: float = 1.2
) -> Piece:
    return Piece(
        (
            Skin(hz, t60_s, 1.2, 0.013, 2.2, 0.12, drive),
            Burst(*click_band, 0.014, level=click, force=0.6),
            Burst(60, 300, 0.06, level=0.1),
        ),
        0.0,
        0.0,
        0.35,
    )


_ACOUSTIC: dict[int, Piece] = {
    Drum.BASS_DRUM: _RUMBLE,
    Drum.KICK: _kick(54, 0.34, 0.5, (1500, 5500)),
    Drum.RIM: _CROSS_STICK,
    Drum.SNARE: _snare(188, 0.20, 0.26, 0.62),
    Drum.CLAP: _HANDS,
    **_toms(84, 0.95, 0.5, -3.5),
    **_hats("hats", 2300, 0.11, 1.3, -14.0),
    **_cymbals("", 1.0, -9.0),
    **_PERCUSSION,
}
_ROCK = _ACOUSTIC | {
    Drum.KICK: _kick(50, 0.42, 0.8, (2200, 6500), 1.6),
    Drum.SNARE: _snare(172, 0.26, 0.32, 0.68, -2.0),
    **_toms(74, 1.1, 0.7, -2.0),
    **_hats("rock hats", 1900, 0.14, 1.6, -12.0),
    **_cymbals("rock ", 1.2, -8.0),
}
_METAL = _ACOUSTIC | {
    Drum.KICK: _kick(56, 0.20, 0.9, (3200, 8500), 2.0),
    Drum.SNARE: _snare(224, 0.13, 0.17, 0.75, -1.5),
    **_toms(70, 0.6, 0.6, -1.5),
    **_hats("metal hats", 2900, 0.08, 0.9, -13.0),
    **_cymbals("metal ", 1.1, -8.5),
}
_BRUSH = _ACOUSTIC | {
    Drum.KICK: _kick(58, 0.26, 0.12, (700, 2500), 0.9),
    Drum.SNARE: Piece(
        (
            Burst(1300, 8000, 0.22, 0.045, level=0.8, stereo=True),
            Skin(196, 0.10, 0.1, 0.02, level=0.22),
            Burst(2000, 8000, 0.04, level=0.35),
        ),
        -8.0,
        0.05,
        0.6,
        1.2,
    ),
    **_toms(88, 0.75, 0.1, -5.5),
    **_hats("brush hats", 3200, 0.07, 1.0, -17.0),
    **_cymbals("brush ", 1.05, -14.0),
}
_ELECTRONIC = _ACOUSTIC | {
    Drum.BASS_DRUM: Piece((Skin(44, 0.7, 2.2, 0.03, 3.0, 0.0, 2.0),), 0.0, 0.0, 0.0),
    Drum.KICK: Piece(
        (Skin(49, 0.42, 3.2, 0.026, 5.0, 0.0, 2.2), Burst(1800, 9000, 0.008, level=0.6, force=0.6)),
        0.0,
        0.0,
        0.0,
    ),
    Drum.RIM: Piece(
        (Bars(((480, 0.8, 0.03), (1750, 1.0, 0.03), (2600, 0.6, 0.02)), 1.0, 2.0),), -8.0, -0.1, 0.3
    ),
    Drum.SNARE: Piece(
        (
            Skin(178, 0.15, 0.5, 0.012, 0.6, 0.0, 1.2),
            Skin(331, 0.11, 0.4, 0.012, 0.0, 0.0, level=0.6),
            Burst(1400, 12_000, 0.22, order=2, level=0.5),
        ),
        -3.0,
        0.0,
        0.4,
    ),
    Drum.CLAP: Piece(
        (
            Burst(900, 3600, 0.014, 0.0, (*_CLAP_ONSETS, (0.031, 0.6)), 2),
            Burst(1000, 3200, 0.30, 0.001, ((0.033, 1.0),), 2, 0.7, True),
        ),
        -4.0,
        0.0,
        0.6,
    ),
    Drum.LOW_TOM: Piece(
        (Skin(92, 0.42, 0.9, 0.05, 0.5, 0.0, 1.4), Burst(300, 3000, 0.05, level=0.12)), -3.0, 0.3
    ),
    Drum.MID_TOM: Piece(
        (Skin(132, 0.38, 0.9, 0.05, 0.5, 0.0, 1.4), Burst(300, 3000, 0.05, level=0.12)), -3.0
    ),
    Drum.HIGH_TOM: Piece(
        (Skin(182, 0.34, 0.9, 0.05, 0.5, 0.0, 1.4), Burst(300, 3000, 0.05, level=0.12)), -3.0, -0.3
    ),
    Drum.CLOSED_HAT: Piece((Metal("909", 5200, 15_500, 0.09, 1.2, 70, 0.0004, 0.0),), -13.0, 0.12, 0.2, 1.1),
    Drum.PEDAL_HAT: Piece((Metal("909", 5200, 15_500, 0.06, 1.2, 70, 0.0004, 0.0),), -16.0, 0.12, 0.2, 1.1),
    Drum.OPEN_HAT: Piece((Metal("909", 5200, 15_500, 0.42, 1.2, 70, 0.0004, 0.0),), -12.0, 0.12, 0.2, 1.1),
    Drum.CRASH: Piece((Metal("909 crash", 2400, 15_500, 1.7, 1.1, 120, 0.001, 0.1),), -9.0, -0.2, 0.4),
    Drum.RIDE: Piece((Metal("909 ride", 2900, 13_000, 1.2, 0.35, 80, 0.001, 0.1),), -14.0, 0.3, 0.3),
}


def _808_tom(hz: float, pan: float) -> Piece:
    """A drum machine's tom: a long sine that barely falls, over a breath of low noise."""
    return Piece(
        (Skin(hz, 0.62, 0.25, 0.03, 0.8, 0.0, 1.2), Burst(150, 1200, 0.16, level=0.06)), -3.0, pan, 0.1
    )


_TRAP = _ELECTRONIC | {
    Drum.BASS_DRUM: Piece((Skin(46, 1.6, 0.9, 0.012, 1.5, 0.0, 1.6),), 0.0, 0.0, 0.0),
    Drum.KICK: Piece(
        (Skin(52, 0.55, 1.6, 0.016, 3.5, 0.0, 2.6), Burst(1500, 6000, 0.006, level=0.55, force=0.6)),
        0.0,
        0.0,
        0.0,
    ),
    Drum.RIM: Piece((Bars(((455, 0.7, 0.03), (1667, 1.0, 0.025)), 1.0, 2.5),), -8.0, 0.1, 0.1),
    Drum.LOW_TOM: _808_tom(84, 0.30),
    Drum.MID_TOM: _808_tom(126, 0.0),
    Drum.HIGH_TOM: _808_tom(172, -0.3),
    Drum.RIDE: Piece((Metal("808", 3200, 14_000, 0.9, 0.1, squares=_808_SQUARES),), -15.0, 0.3, 0.1),
    Drum.SNARE: Piece(
        (
            Skin(238, 0.12, 0.2, 0.01, 0.3, 0.0),
            Skin(476, 0.08, 0.1, 0.01, 0.0, 0.0, level=0.5),
            Burst(2600, 13_500, 0.17, order=2, level=0.55),
        ),
        -3.5,
        0.0,
        0.15,
    ),
    Drum.CLAP: Piece(
        (
            Burst(1000, 2600, 0.013, 0.0, _CLAP_ONSETS, 2),
            Burst(1050, 2400, 0.17, 0.001, ((0.03, 1.0),), 2, 0.8, True),
        ),
        -3.5,
        0.0,
        0.2,
    ),
    Drum.CLOSED_HAT: Piece(
        (Metal("808", 7000, 16_000, 0.07, 0.15, squares=_808_SQUARES),), -13.0, 0.1, 0.1, 1.1
    ),
    Drum.PEDAL_HAT: Piece(
        (Metal("808", 7000, 16_000, 0.05, 0.15, squares=_808_SQUARES),), -16.0, 0.1, 0.1, 1.1
    ),
    Drum.OPEN_HAT: Piece(
        (Metal("808", 7000, 16_000, 0.45, 0.15, squares=_808_SQUARES),), -12.0, 0.1, 0.1, 1.1
    ),
    Drum.CRASH: Piece((Metal("808", 4200, 16_000, 1.5, 0.35, squares=_808_SQUARES),), -10.0, -0.2, 0.2),
    Drum.COWBELL: Piece(
        (Metal("808 bell", 600, 4200, 0.28, 0.0, squares=(540.0, 800.0), falling=0.0),), -9.0, 0.0, 0.1
    ),
}
_LOFI = _ACOUSTIC | {
    Drum.KICK: Piece(
        (Skin(56, 0.26, 0.9, 0.025, 1.0, 0.1, 2.4), Burst(500, 2200, 0.02, level=0.15)), 0.0, 0.0, 0.3
    ),
    Drum.SNARE: Piece(
        (Skin(205, 0.14, 0.25, 0.015, 0.4, 0.4, 1.6), Burst(900, 6500, 0.17, level=0.62, force=0.3)),
        -3.0,
        0.0,
        0.6,
    ),
    Drum.RIM: Piece((Bars(((395, 0.6, 0.05), (1480, 1.0, 0.05), (2210, 0.5, 0.04))),), -6.0, 0.0, 0.7),
    **_hats("dusty hats", 3000, 0.08, 0.45, -13.0),
}
_LATIN = _ACOUSTIC | {
    Drum.KICK: _kick(58, 0.25, 0.3, (1000, 4000), 1.0),
    Drum.SNARE: _snare(262, 0.16, 0.14, 0.32, -5.0),
    Drum.LOW_TOM: Piece(
        (Skin(205, 0.5, 0.05, 0.02, 0.3, 0.6), Burst(1500, 8000, 0.025, level=0.4)), -6.0, -0.3
    ),
    Drum.MID_TOM: Piece(
        (Skin(262, 0.45, 0.05, 0.02, 0.3, 0.6), Burst(1500, 8000, 0.025, level=0.4)), -6.0, -0.35
    ),
    Drum.HIGH_TOM: Piece(
        (Skin(338, 0.4, 0.05, 0.02, 0.3, 0.6), Burst(1500, 8000, 0.025, level=0.4)), -6.0, -0.4
    ),
    **_hats("latin hats", 2800, 0.09, 1.0, -16.0),
}
_ORCHESTRAL = _ACOUSTIC | {
    Drum.BASS_DRUM: Piece(
        (Skin(38, 2.6, 0.12, 0.1, 0.2, 0.3), Burst(50, 420, 0.25, 0.004, level=0.25)), 1.0, 0.1
    ),
    Drum.KICK: Piece((Skin(46, 1.5, 0.2, 0.07, 0.4, 0.3), Burst(80, 900, 0.12, 0.002, level=0.25)), 0.0, 0.1),
    Drum.SNARE: Piece(
        (Skin(196, 0.16, 0.1, 0.02, 0.3, 0.3), Burst(1800, 12_000, 0.34, 0.002, level=0.6, stereo=True)),
        -6.0,
        -0.15,
    ),
    Drum.LOW_TOM: Piece((Skin(58, 1.5, 0.16, 0.06, 0.6, 0.45), Burst(500, 3500, 0.05, level=0.3)), 0.0, 0.35),
    Drum.MID_TOM: Piece((Skin(78, 1.2, 0.16, 0.06, 0.6, 0.45), Burst(500, 3500, 0.05, level=0.3)), 0.0),
    Drum.HIGH_TOM: Piece(
        (Skin(104, 1.0, 0.16, 0.06, 0.6, 0.45), Burst(500, 3500, 0.05, level=0.3)), 0.0, -0.35
    ),
    **_cymbals("concert ", 1.5, -9.0),
}

_HAND = _LATIN | {
    # A cajón: the bass tone of the plate's middle, the slap of its edge with snares; djembes for toms.
    Drum.KICK: Piece(
        (Skin(72, 0.22, 0.35, 0.018, 0.5, 0.25), Burst(250, 2200, 0.03, level=0.3)), -2.0, 0.0, 0.8
    ),
    Drum.SNARE: Piece(
        (
            Skin(235, 0.09, 0.1, 0.015, 0.3, 0.5),
            Burst(900, 6500, 0.07, level=0.7),
            Burst(2500, 11_000, 0.14, 0.003, level=0.35, stereo=True),
        ),
        -5.0,
        0.0,
        0.8,
        1.3,
    ),
    Drum.RIM: _block(1010, 0.1),
    Drum.LOW_TOM: _hand_drum(78, 0.5, 0.15, -3.0, 0.3),
    Drum.MID_TOM: _hand_drum(190, 0.3, 0.3, -5.0, 0.25),
    Drum.HIGH_TOM: _hand_drum(365, 0.2, 0.55, -6.0, 0.2),
    **_hats("ching", 3600, 0.06, 0.9, -17.0),
}

KITS: dict[str, Kit] = {
    "acoustic_kit": Kit(_ACOUSTIC, Room("studio", 0.32, 0.22), gain_db=-2.0),
    "rock_kit": Kit(_ROCK, Room("hall of stone", 0.75, 0.42, 8000.0, 0.012), gain_db=-3.0),
    "metal_kit": Kit(_METAL, Room("tight", 0.4, 0.22, 8500.0), gain_db=-2.5),
    "brush_kit": Kit(_BRUSH, Room("club", 0.45, 0.25, 5500.0)),
    "electronic_kit": Kit(_ELECTRONIC, Room("plate", 0.35, 0.12), gain_db=-2.8),
    "trap_kit": Kit(_TRAP, Room("booth", 0.2, 0.06), gain_db=-2.4),
    "lofi_kit": Kit(_LOFI, Room("bedroom", 0.25, 0.2, 3500.0), dusty=True),
    "latin_kit": Kit(_LATIN, Room("patio", 0.4, 0.2), gain_db=-2.0),
    "percussion": Kit(_HAND, Room("wooden room", 0.35, 0.18, 6500.0), gain_db=4.0),
    "orchestral_kit": Kit(_ORCHESTRAL, Room("concert hall", 1.6, 0.5, 5500.0, 0.022), gain_db=-8.0),
}

# General MIDI keys that our kits play by a drum of the same kind.
ALIASES: dict[int, int] = {
    40: Drum.SNARE,
    43: Drum.LOW_TOM,
    47: Drum.MID_TOM,
    50: Drum.HIGH_TOM,
    55: Drum.CRASH,
    57: Drum.CRASH,
    58: Drum.GUIRO,
    59: Drum.RIDE,
    66: Drum.TIMBALE,
    68: Drum.AGOGO,
    71: Drum.CLAVES,
    72: Drum.CLAVES,
    74: Drum.GUIRO,
    78: Drum.MUTE_CONGA,
    79: Drum.LOW_CONGA,
    82: Drum.SHAKER,
}
