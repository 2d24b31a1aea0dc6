"""The brass and woodwind instruments as a table. It knows nothing of how a breath becomes sound.

Formants and the harmonics' balance follow Meyer, "Acoustics and the Performance of Music" (5th ed., 2009,
chapter 3): oboe 1.1 and 2.9 kHz, bassoon 470 and 1150 Hz, trumpet 1.2 kHz, trombone 550 Hz, tuba 230 Hz.
"""

from __future__ import annotations

from songwright.audio.clip import Samples
from songwright.synth.blown import Wind, blow, section
from songwright.synth.filters import Body
from songwright.synth.voice import Render, Slur, Tone, line_of

TRUMPET = Wind(
    Body(((1250.0, 1.2, 1.6), (2600.0, 0.7, 2.0)), 0.42, 120.0, 7500.0),
    950.0,
    7200.0,
    attack_s=0.035,
    blip=0.3,
    scoop_cents=-35.0,
    depth_cents=9.0,
)
TROMBONE = Wind(
    Body(((580.0, 1.2, 1.5), (1500.0, 0.5, 2.0)), 0.4, 70.0, 5000.0),
    450.0,
    3700.0,
    attack_s=0.05,
    blip=0.25,
    scoop_cents=-40.0,
    depth_cents=7.0,
    glide_s=0.055,
    dip=0.15,
)
HORN = Wind(
    Body(((400.0, 1.1, 1.3), (900.0, 0.4, 2.0)), 0.35, 60.0, 3000.0),
    480.0,
    2500.0,
    tilt=0.5,
    attack_s=0.075,
    blip=0.1,
    scoop_cents=-20.0,
    depth_cents=3.0,
    breath=0.006,
)
SAXOPHONE = Wind(
    Body(((560.0, 1.1, 2.0), (1350.0, 0.9, 2.5), (2500.0, 0.8, 2.5)), 0.45, 90.0, 6500.0),
    850.0,
    5400.0,
    tilt=0.6,
    even=0.85,
    attack_s=0.04,
    blip=0.2,
    scoop_cents=-70.0,
    depth_cents=17.0,
    throb=0.10,
    growl=0.05,
    breath=0.03,
    breath_band=(1200.0, 7000.0),
)
CLARINET = Wind(
    Body(((1500.0, 0.5, 1.5),), 0.7, 90.0, 4500.0),
    1000.0,
    3600.0,
    steep=1.3,
    tilt=0.7,
    even=0.07,
    opening=1.0,
    attack_s=0.045,
    blip=0.05,
    scoop_cents=-10.0,
    depth_cents=2.0,
    throb=0.02,
    breath=0.012,
)
FLUTE = Wind(
    Body(((800.0, 0.5, 1.0),), 0.8, 200.0, 6000.0),
    600.0,
    1700.0,
    steep=1.1,
    tilt=0.9,
    even=0.8,
    attack_s=0.06,
    blip=0.1,
    scoop_cents=-18.0,
    depth_cents=9.0,
    throb=0.16,
    delay_s=0.2,
    breath=0.07,
    breath_band=None,
)
HARMONICA = Wind(
    Body(((900.0, 0.9, 2.5), (2100.0, 1.1, 2.5), (3400.0, 0.6, 2.5)), 0.4, 180.0, 6000.0),
    1300.0,
    4200.0,
    tilt=0.25,
    attack_s=0.035,
    blip=0.0,
    scoop_cents=-60.0,
    rate_hz=5.6,
    depth_cents=5.0,
    throb=0.3,
    delay_s=0.2,
    breath=0.02,
)
OBOE = Wind(
    Body(((1050.0, 1.3, 2.2), (2900.0, 0.9, 2.5)), 0.22, 220.0, 6500.0),
    1900.0,
    5200.0,
    steep=1.2,
    tilt=0.15,
    attack_s=0.04,
    blip=0.05,
    scoop_cents=-8.0,
    depth_cents=8.0,
    throb=0.08,
    breath=0.006,
)
BASSOON = Wind(
    Body(((470.0, 1.3, 2.0), (1150.0, 0.6, 2.0)), 0.25, 60.0, 3800.0),
    700.0,
    2600.0,
    tilt=0.3,
    attack_s=0.045,
    blip=0.08,
    scoop_cents=-10.0,
    depth_cents=5.0,
    throb=0.05,
    breath=0.010,
)
PICCOLO = Wind(
    Body(((1800.0, 0.6, 1.0),), 0.8, 400.0, 9000.0),
    1200.0,
    3200.0,
    steep=1.1,
    tilt=0.9,
    even=0.8,
    attack_s=0.04,
    blip=0.1,
    scoop_cents=-12.0,
    depth_cents=8.0,
    throb=0.12,
    delay_s=0.2,
    breath=0.05,
    breath_band=None,
)
RECORDER = Wind(
    Body(((900.0, 0.4, 1.0),), 0.85, 200.0, 6000.0),
    700.0,
    1500.0,
    tilt=1.1,
    even=0.35,
    attack_s=0.028,
    blip=0.0,
    scoop_cents=-10.0,
    depth_cents=1.5,
    throb=0.02,
    breath=0.045,
    breath_band=None,
    chiff=6.0,
    glide_s=0.010,
)
PAN_FLUTE = Wind(
    Body(((700.0, 0.5, 1.0),), 0.8, 180.0, 5000.0),
    500.0,
    1100.0,
    tilt=1.1,
    even=0.18,
    attack_s=0.05,
    blip=0.1,
    scoop_cents=-45.0,
    depth_cents=6.0,
    throb=0.14,
    delay_s=0.25,
    breath=0.20,
    breath_band=None,
    chiff=5.0,
    dip=0.5,
)
TIN_WHISTLE = Wind(
    Body(((1500.0, 0.5, 1.0),), 0.8, 300.0, 8000.0),
    900.0,
    2400.0,
    tilt=0.8,
    even=0.9,
    attack_s=0.02,
    blip=0.05,
    scoop_cents=-15.0,
    rate_hz=5.6,
    depth_cents=9.0,
    throb=0.06,
    breath=0.05,
    breath_band=None,
    chiff=4.0,
    glide_s=0.012,
)
SHAKUHACHI = Wind(
    Body(((850.0, 0.6, 1.2), (2300.0, 0.3, 2.0)), 0.7, 150.0, 5500.0),
    600.0,
    2000.0,
    tilt=0.85,
    even=0.75,
    attack_s=0.09,
    blip=0.15,
    scoop_cents=-60.0,
    rate_hz=4.4,
    depth_cents=13.0,
    throb=0.22,
    delay_s=0.3,
    breath=0.22,
    breath_band=None,
    chiff=4.0,
    glide_s=0.07,
    dip=0.1,
)
SOPRANO_SAXOPHONE = Wind(
    Body(((950.0, 1.1, 1.8), (2100.0, 0.9, 2.2), (3600.0, 0.5, 2.5)), 0.4, 180.0, 7500.0),
    1200.0,
    5600.0,
    tilt=0.55,
    even=0.9,
    attack_s=0.04,
    blip=0.15,
    scoop_cents=-60.0,
    depth_cents=16.0,
    throb=0.09,
    breath=0.02,
    breath_band=(1800.0, 8000.0),
    growl=0.03,
)
TUBA = Wind(
    Body(((230.0, 1.2, 1.3), (520.0, 0.4, 2.0)), 0.3, 35.0, 1800.0),
    260.0,
    1300.0,
    tilt=0.5,
    attack_s=0.06,
    blip=0.1,
    scoop_cents=-25.0,
    depth_cents=2.0,
    breath=0.008,
    breath_band=(300.0, 2000.0),
)
MUTED_TRUMPET = Wind(
    Body(((1750.0, 1.4, 3.0), (3100.0, 0.8, 3.0), (5200.0, 0.5, 3.0)), 0.10, 350.0, 8500.0),
    1500.0,
    7500.0,
    tilt=0.1,
    attack_s=0.03,
    blip=0.2,
    scoop_cents=-35.0,
    depth_cents=11.0,
    breath=0.012,
)
FLUGELHORN = Wind(
    Body(((700.0, 1.2, 1.4), (1500.0, 0.4, 2.0)), 0.35, 100.0, 4500.0),
    800.0,
    3900.0,
    tilt=0.35,
    attack_s=0.045,
    blip=0.16,
    scoop_cents=-25.0,
    depth_cents=7.0,
    breath=0.02,
    glide_s=0.03,
)
WHISTLING = Wind(
    Body(((1500.0, 0.3, 1.0),), 0.9, 300.0, 6000.0),
    500.0,
    700.0,
    steep=3.0,
    tilt=2.0,
    even=0.5,
    attack_s=0.05,
    blip=0.0,
    scoop_cents=-70.0,
    rate_hz=5.8,
    depth_cents=26.0,
    throb=0.05,
    delay_s=0.2,
    breath=0.035,
    breath_band=None,
    chiff=2.0,
    glide_s=0.06,
    dip=0.05,
)

# Which woodwind of the ensemble plays up to which pitch; above the last, the flute.
_WOODWIND_CHOIR = ((55, BASSOON), (64, CLARINET), (72, OBOE))


def solo(wind: Wind) -> Render:
    """The tones of one player."""
    return lambda tone: blow(line_of(tone), wind)


def slur(wind: Wind) -> Slur:
    """The slurred lines of one player."""
    return lambda line: blow(line, wind)


def french_horn(tone: Tone) -> Samples:
    """Three horns in unison."""
    return section(tone, (HORN, HORN, HORN))


def brass(tone: Tone) -> Samples:
    """A horn section: trumpets, saxophone and trombone."""
    return section(tone, (TRUMPET, TROMBONE, SAXOPHONE, TRUMPET))


def woodwinds(tone: Tone) -> Samples:
    """A woodwind choir: two players of the instrument whose range the note is in, and a third."""
    own = next((wind for highest, wind in _WOODWIND_CHOIR if tone.pitch <= highest), FLUTE)
    beside = CLARINET if own is not CLARINET else BASSOON if tone.pitch < 60 else FLUTE
    return section(tone, (own, beside, own))
