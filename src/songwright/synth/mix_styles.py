"""The settings of the mix as tables: a channel strip per role and instrument, a style per genre.

It computes nothing. Loudness is given in LU against the lead voice, sends in dB against the sound itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from songwright.audio.filters import Band, high_pass, high_shelf, low_pass, low_shelf, peak
from songwright.audio.mastering import POP_LEVELS_DB, Tone
from songwright.song.genre import Genre
from songwright.song.instruments import Family, Role
from songwright.song.score import VocalPart
from songwright.synth.effects import Space

LEAD_VOICE_LUFS = -21.0  # leaves the stems some 10 dB of room for peaks


_POP_TONE = Tone()


@dataclass(frozen=True, slots=True)
class Strip:
    """A channel strip.

    Attributes:
        bands: the equaliser.
        over_lu: threshold of the compressor against the sound's own loudness.
        ratio: of the compressor; 1 is off.
        attack_s: time constant of its attack.
        release_s: time to take back 10 dB.
        drive: saturation, 0 is off; 1 rounds what comes near full scale at the level of the lead voice.
        pan: -1 left to +1 right.
        width: how wide the sound should be: side against mid amplitude, 0 is mono.
        reverb_db: send to the genre's reverb, or None.
        echo_db: send to the tempo delay, or None.
    """

    bands: tuple[Band, ...]
    over_lu: float = 3.0
    ratio: float = 1.0
    attack_s: float = 0.015
    release_s: float = 0.150
    drive: float = 0.0
    pan: float = 0.0
    width: float = 0.0
    reverb_db: float | None = None
    echo_db: float | None = None


ROLE_STRIPS = {
    Role.DRUMS: Strip(
        (high_pass(32.0), low_shelf(80.0, 1.0), peak(380.0, -2.5, 0.9), high_shelf(9_000.0, 1.5)),
        over_lu=3.0,
        ratio=2.2,
        attack_s=0.020,
        release_s=0.120,
        drive=1.2,
        width=0.5,
        reverb_db=-21.0,
    ),
    Role.BASS: Strip(
        (high_pass(34.0), peak(260.0, -1.5, 0.9), peak(900.0, 1.5, 0.8), low_pass(7_000.0)),
        over_lu=0.0,
        ratio=3.0,
        attack_s=0.012,
        release_s=0.200,
        drive=1.5,
    ),
    Role.CHORDS: Strip(
        (high_pass(105.0), peak(300.0, -1.5, 0.9), high_shelf(7_000.0, 1.0)),
        ratio=1.8,
        attack_s=0.020,
        pan=-0.2,
        width=0.6,
        reverb_db=-15.5,
    ),
    Role.RHYTHM: Strip(
        (high_pass(140.0), peak(350.0, -2.0, 0.9), high_shelf(7_000.0, 1.0)),
        ratio=2.0,
        pan=0.55,
        width=0.4,
        reverb_db=-17.0,
    ),
    Role.PAD: Strip(
        (high_pass(170.0), peak(450.0, -2.0, 0.8), low_pass(11_000.0)), width=0.85, reverb_db=-12.5
    ),
    Role.ARP: Strip(
        (high_pass(200.0), high_shelf(8_000.0, 1.5)),
        ratio=1.8,
        pan=-0.5,
        width=0.55,
        reverb_db=-14.0,
        echo_db=-16.0,
    ),
    Role.PERCUSSION: Strip(
        (high_pass(180.0), high_shelf(9_000.0, 1.0)), ratio=1.8, pan=0.4, width=0.5, reverb_db=-17.0
    ),
    Role.TEXTURE: Strip((high_pass(60.0),), width=0.7),
    Role.LEAD: Strip(
        (high_pass(150.0), peak(2_500.0, 1.0, 0.8)),
        ratio=2.2,
        over_lu=1.0,
        pan=0.15,
        width=0.3,
        reverb_db=-13.5,
        echo_db=-19.0,
    ),
}


@dataclass(frozen=True, slots=True)
class Touch:
    """What an instrument changes in its role's strip; None leaves the role's value.

    Attributes:
        bands: filters added to the role's.
        high_pass_hz: in place of the role's high-pass.
        ratio: of the compressor.
        drive: saturation.
        width: side against mid amplitude.
        pan_scale: multiplies the role's pan.
        gain_lu: louder or softer than usual in the role.
        fixed_db: gain against the sound as it was played, for single events that have no usual loudness; None
            brings the sound to the loudness of its role.
        under_voice: whether it steps back while the lead voice sings, in a role that does not.
    """

    bands: tuple[Band, ...] = ()
    high_pass_hz: float | None = None
    ratio: float | None = None
    drive: float | None = None
    width: float | None = None
    pan_scale: float = 1.0
    gain_lu: float = 0.0
    fixed_db: float | None = None
    under_voice: bool = False


_FUZZ = Touch(
    (peak(420.0, -2.0, 0.8), peak(1_700.0, 1.0, 0.9), low_pass(9_500.0)),
    high_pass_hz=85.0,
    ratio=1.0,
    width=0.30,
    pan_scale=2.0,
)
_GLASSY = Touch((high_shelf(7_000.0, -1.5),), gain_lu=-2.0)  # short bright attacks reach far
_SCENE = Touch(width=0.90, gain_lu=4.0, under_voice=True)  # of nature: all around
_STEEL = Touch((peak(220.0, -2.0, 1.0), high_shelf(6_000.0, 2.0)), pan_scale=1.4)

INSTRUMENT_TOUCHES = {
    "piano": Touch((peak(250.0, -1.5, 0.8), peak(3_500.0, 1.0, 0.8)), high_pass_hz=75.0, width=0.55),
    "electric_piano": Touch((peak(250.0, -2.0, 0.9), peak(2_000.0, 1.0, 0.8)), drive=0.8, width=0.55),
    "organ": Touch((peak(300.0, -2.0, 0.8),), drive=1.2),
    "church_organ": Touch(high_pass_hz=45.0, width=0.60),
    "steel_guitar": _STEEL,
    "nylon_guitar": Touch((peak(180.0, -2.5, 1.0),), high_pass_hz=80.0),
    "clean_guitar": Touch((peak(2_800.0, 1.5, 0.8),), pan_scale=1.4),
    "muted_guitar": Touch((low_pass(9_000.0),), high_pass_hz=85.0, ratio=2.5, pan_scale=1.8),
    "overdriven_guitar": _FUZZ,
    "distorted_guitar": _FUZZ,
    "banjo": Touch((peak(900.0, -1.0, 1.0),), gain_lu=-1.0),
    "upright_bass": Touch((peak(100.0, 1.0, 0.8), peak(1_200.0, 1.5, 0.8)), drive=0.0, ratio=2.2),
    "picked_bass": Touch((peak(1_600.0, 2.5, 0.8),), drive=2.2),
    "synth_bass": Touch(drive=1.8, ratio=2.0),
    "sub_bass": Touch((low_pass(5_000.0),), high_pass_hz=26.0, drive=2.6, ratio=2.0),
    "strings": Touch((peak(2_200.0, -1.0, 0.9),), width=0.60),
    "choir": Touch((peak(300.0, -2.0, 0.9),), width=0.60),
    "brass": Touch((peak(2_600.0, -1.0, 1.0),), width=0.35, ratio=2.2),
    "supersaw": Touch((peak(400.0, -1.5, 0.8), high_shelf(9_000.0, 1.5)), width=0.55, pan_scale=0.0),
    "synth_pad": Touch(width=0.70),
    "warm_pad": Touch((low_pass(7_500.0),), width=0.70),
    "music_box": Touch((high_shelf(7_000.0, -1.0),), gain_lu=-1.0),
    "bells": Touch(gain_lu=-2.0),
    "brush_kit": Touch((low_shelf(80.0, -1.0), high_shelf(8_000.0, 1.0)), ratio=1.5, drive=0.0),
    "rock_kit": Touch((peak(4_500.0, 1.5, 0.8),), ratio=2.8, drive=2.0),
    "metal_kit": Touch((peak(4_500.0, 2.5, 0.9), peak(250.0, -2.0, 0.9)), ratio=3.0, drive=2.2),
    "electronic_kit": Touch((low_shelf(70.0, 1.0),), drive=2.0),
    "trap_kit": Touch((high_shelf(9_000.0, 1.0),), drive=2.4, width=0.55),
    "lofi_kit": Touch((low_pass(8_500.0), high_shelf(6_000.0, -1.5)), drive=3.0, width=0.15),
    "orchestral_kit": Touch((), ratio=1.0, drive=0.0, width=0.45),
    "percussion": Touch(high_pass_hz=90.0, width=0.50),
    "glockenspiel": _GLASSY,
    "xylophone": _GLASSY,
    "toy_piano": _GLASSY,
    "celesta": Touch(gain_lu=-1.0),
    "kalimba": Touch(gain_lu=-1.0),
    "sitar": Touch(gain_lu=-2.0),
    "mandolin": Touch(gain_lu=-1.0),
    "ukulele": Touch(high_pass_hz=120.0),
    "dulcimer": Touch(width=0.40),
    "piccolo": Touch(gain_lu=-2.5),
    "tin_whistle": Touch(gain_lu=-2.5),
    "muted_trumpet": Touch((peak(2_600.0, -1.5, 1.0),)),
    "string_quartet": Touch(width=0.50),
    "woodwinds": Touch(width=0.50),
    "choir_oohs": Touch((peak(300.0, -2.0, 0.9),), width=0.60),
    "choir_pad": Touch(width=0.70),
    "synth_strings": Touch(width=0.65),
    "synth_brass": Touch(width=0.40),
    "tuba": Touch(drive=0.0, ratio=1.8),
    "double_bass": Touch(drive=0.0, ratio=1.8),
    "reese_bass": Touch(drive=1.8, ratio=2.0),
    "acid_bass": Touch(drive=1.8, ratio=2.0),
    "slap_bass": Touch(ratio=3.0),
    "fretless_bass": Touch(ratio=2.0),
    "rain": _SCENE,
    "ocean_waves": _SCENE,
    "wind": _SCENE,
    "vinyl_crackle": Touch(drive=8.0, gain_lu=-4.0),  # rare pops far above the dust are rounded off
    "tape_hiss": Touch(gain_lu=-2.0),
    "riser": Touch(fixed_db=-17.0, width=0.80),
    "impact": Touch(high_pass_hz=28.0, fixed_db=-6.0),
}
HEAVY = frozenset({"overdriven_guitar", "distorted_guitar", "muted_guitar"})  # doubled left and right
FAMILY_HIGH_PASS_HZ = {Family.STRINGS: 90.0, Family.BRASS: 110.0, Family.WIND: 140.0}


@dataclass(frozen=True, slots=True)
class VocalStrip:
    """How a part of the singing is placed.

    Attributes:
        below_lu: loudness against the lead voice.
        width: 0 stays in the middle; above, two wandering copies go to the sides and the middle fades.
        wet_db: more or less reverb than the lead.
        bands: filters added to those of the voice.
        ratio: of the compressor.
    """

    below_lu: float
    width: float
    wet_db: float
    bands: tuple[Band, ...]
    ratio: float


VOCAL_STRIPS = {
    VocalPart.LEAD: VocalStrip(0.0, 0.0, 0.0, (), 3.0),
    VocalPart.DOUBLE: VocalStrip(
        -9.5, 0.85, 1.0, (high_pass(180.0), high_shelf(8_000.0, -2.0), peak(2_800.0, -1.5, 0.8)), 3.5
    ),
    VocalPart.HARMONY: VocalStrip(
        -8.0, 0.75, 2.0, (high_pass(180.0), peak(2_800.0, -2.0, 0.8), high_shelf(9_000.0, -1.0)), 3.5
    ),
    VocalPart.LOW_HARMONY: VocalStrip(
        -9.0, 0.75, 2.0, (high_pass(160.0), peak(2_800.0, -2.0, 0.8), high_shelf(9_000.0, -1.0)), 3.5
    ),
    VocalPart.BACKING: VocalStrip(-5.5, 0.65, 3.0, (high_pass(200.0), peak(2_800.0, -1.5, 0.8)), 3.5),
}


@dataclass(frozen=True, slots=True)
class Ducking:
    """Side-chain ducking by the kick: depths for the bass and for the band, and the way back."""

    bass_db: float = 0.0
    band_db: float = 0.0
    release_beats: float = 0.35


@dataclass(frozen=True, slots=True)
class MixStyle:
    """The mix of a genre.

    Attributes:
        drums_lu, bass_lu: loudness against the lead voice.
        band_lu: loudness of all other instruments together, if they all play.
        roles_lu: changes to the usual balance of the roles within the band.
        space: the instruments' reverb.
        decay_s: its decay time; a spring has its own.
        wet_db: more or less of it than the strips say.
        voice_space: the voices' reverb.
        voice_decay_s: its decay time.
        voice_wet_db: send of the lead voice to it.
        throw_db: send of the ends of its lines to the delay, or None.
        echo_beats: time between echoes.
        ducking: side-chain by the kick.
        voice_over_lu: loudness of the lead voice against all instruments together, in every section.
        dip_db: how far chords, pads and leads step back under the lead voice.
        ride_db: how much softer the instruments are in the verse than in the chorus.
        width: multiplies every strip's width, up to `WIDEST`, and pan, up to `FURTHEST`.
        bands: filters on every instrument.
        voice_bands: filters on every voice.
        tone: what the master leans towards.
    """

    drums_lu: float
    bass_lu: float
    band_lu: float
    roles_lu: dict[Role, float] = field(default_factory=dict)
    space: Space = Space.PLATE
    decay_s: float = 1.4
    wet_db: float = 0.0
    voice_space: Space = Space.PLATE
    voice_decay_s: float = 1.5
    voice_wet_db: float = -14.5
    throw_db: float | None = -13.0
    echo_beats: float = 1.0
    ducking: Ducking = Ducking()
    voice_over_lu: float = 1.0
    dip_db: float = 1.5
    ride_db: float = 2.5
    width: float = 1.0
    bands: tuple[Band, ...] = ()
    voice_bands: tuple[Band, ...] = ()
    tone: Tone = _POP_TONE


BAND_BALANCE_LU = {
    Role.CHORDS: 0.0,
    Role.RHYTHM: -2.0,
    Role.PAD: -4.5,
    Role.ARP: -4.0,
    Role.LEAD: -0.5,
    Role.TEXTURE: -28.0,
}
WIDEST, FURTHEST = 0.95, 0.9  # a side above the middle or one silent loudspeaker would not be safe in mono
PERCUSSION_LU, PERCUSSION_ALONE_LU = -10.5, -4.0  # against the genre's drums, beside them and without any


def _tone(strength: float = 0.5, glue_ratio: float = 1.6, **octaves_db: float) -> Tone:
    """The pop balance with some octaves changed: low (31.5, 63), mud (250, 500), presence (2k, 4k), air."""
    change = {"low": (0, 1), "mud": (3, 4), "presence": (6, 7), "air": (8, 9)}
    levels = list(POP_LEVELS_DB)
    for name, gain_db in octaves_db.items():
        for octave in change[name]:
            levels[octave] += gain_db
    return replace(_POP_TONE, levels_db=tuple(levels), strength=strength, glue_ratio=glue_ratio)


MIX_STYLES = {
    Genre.POP: MixStyle(
        -1.0, -3.5, -1.2, ducking=Ducking(2.5, 1.0), ride_db=4.6, width=1.2, voice_over_lu=1.5, tone=_tone()
    ),
    Genre.BALLAD: MixStyle(
        -5.0,
        -5.5,
        -0.5,
        {Role.PAD: 1.5},
        Space.HALL,
        decay_s=2.2,
        wet_db=1.5,
        voice_decay_s=2.2,
        voice_wet_db=-12.5,
        ride_db=3.2,
        voice_over_lu=2.0,
        tone=_tone(0.4, 1.4),
    ),
    Genre.ROCK: MixStyle(
        -1.5,
        -4.0,
        -1.7,
        {Role.RHYTHM: 1.5},
        Space.ROOM,
        decay_s=0.8,
        wet_db=0.5,
        voice_wet_db=-16.0,
        throw_db=-15.0,
        ducking=Ducking(1.5),
        ride_db=4.6,
        voice_over_lu=0.0,
        tone=_tone(presence=1.0),
    ),
    Genre.METAL: MixStyle(
        -0.5,
        -4.0,
        0.0,
        {Role.RHYTHM: 2.0},
        Space.ROOM,
        decay_s=0.7,
        voice_wet_db=-16.0,
        throw_db=-16.0,
        ducking=Ducking(1.5),
        dip_db=1.0,
        voice_over_lu=-1.5,
        tone=_tone(mud=-1.0, presence=1.5),
    ),
    Genre.BLACK_METAL: MixStyle(
        0.0,
        -6.0,
        1.5,
        {Role.RHYTHM: 2.0, Role.PAD: 1.0},
        Space.CATHEDRAL,
        decay_s=3.8,
        wet_db=4.0,
        voice_space=Space.CATHEDRAL,
        voice_decay_s=4.2,
        voice_wet_db=-8.0,
        throw_db=None,
        dip_db=0.5,
        ride_db=1.5,
        bands=(high_shelf(4_000.0, 1.0),),
        voice_over_lu=-5.0,
        tone=_tone(0.35, low=-3.0, mud=-1.0, presence=3.0),
    ),
    Genre.FOLK: MixStyle(
        -7.0,
        -5.5,
        0.5,
        {},
        Space.ROOM,
        decay_s=0.6,
        wet_db=1.0,
        voice_space=Space.ROOM,
        voice_decay_s=0.9,
        voice_wet_db=-14.0,
        throw_db=None,
        voice_over_lu=2.5,
        tone=_tone(0.3, 1.3, low=-3.0),
    ),
    Genre.COUNTRY: MixStyle(
        -3.5,
        -5.0,
        -1.0,
        {},
        voice_wet_db=-15.5,
        throw_db=-16.0,
        ride_db=3.0,
        voice_over_lu=2.0,
        tone=_tone(low=-1.0),
    ),
    Genre.BLUES: MixStyle(
        -3.0,
        -4.5,
        -1.0,
        {Role.LEAD: 1.0},
        Space.SPRING,
        wet_db=-1.0,
        voice_wet_db=-16.0,
        throw_db=-17.0,
        voice_over_lu=1.5,
        tone=_tone(0.4, 1.4, low=-1.0),
    ),
    Genre.JAZZ: MixStyle(
        -5.0,
        -4.5,
        0.5,
        {Role.LEAD: 1.5},
        Space.ROOM,
        decay_s=0.9,
        wet_db=1.0,
        voice_decay_s=1.3,
        voice_wet_db=-14.5,
        throw_db=None,
        ride_db=1.5,
        voice_over_lu=2.0,
        tone=_tone(0.2, 1.2, low=-2.0),
    ),
    Genre.SOUL: MixStyle(
        -2.0,
        -3.0,
        -1.5,
        {Role.ARP: 1.5},
        ducking=Ducking(1.5),
        voice_wet_db=-14.0,
        voice_over_lu=1.5,
        tone=_tone(0.45),
    ),
    Genre.REGGAE: MixStyle(
        -2.0,
        -1.5,
        -2.0,
        {Role.RHYTHM: 1.0},
        Space.SPRING,
        wet_db=3.0,
        voice_space=Space.SPRING,
        voice_wet_db=-14.0,
        throw_db=-10.0,
        echo_beats=0.75,
        ride_db=1.5,
        voice_over_lu=0.0,
        tone=_tone(low=2.5),
    ),
    Genre.LATIN: MixStyle(
        -1.5, -4.0, -1.0, {}, Space.ROOM, decay_s=0.7, voice_over_lu=1.0, tone=_tone(0.4, 1.4)
    ),
    Genre.HIP_HOP: MixStyle(
        -0.5,
        -2.0,
        0.0,
        {},
        Space.ROOM,
        decay_s=0.6,
        wet_db=-3.0,
        voice_space=Space.ROOM,
        voice_decay_s=0.5,
        voice_wet_db=-18.0,
        throw_db=-15.0,
        ducking=Ducking(4.0, 1.5, 0.4),
        width=1.6,
        voice_over_lu=1.5,
        tone=_tone(low=3.0),
    ),
    Genre.LOFI: MixStyle(
        -2.5,
        -3.0,
        1.5,
        {},
        Space.ROOM,
        decay_s=0.7,
        wet_db=-1.0,
        voice_wet_db=-15.0,
        ducking=Ducking(3.0, 3.0, 0.6),
        ride_db=1.5,
        width=0.85,
        bands=(low_pass(8_500.0), high_pass(45.0)),
        voice_bands=(low_pass(9_500.0),),
        voice_over_lu=0.5,
        tone=_tone(0.2, 1.8, air=-8.0),
    ),
    Genre.ELECTRONIC: MixStyle(
        0.0,
        -1.5,
        1.5,
        {},
        Space.PLATE,
        decay_s=1.6,
        wet_db=1.0,
        voice_decay_s=1.8,
        voice_wet_db=-13.0,
        throw_db=-12.0,
        echo_beats=0.75,
        ducking=Ducking(10.0, 8.0, 0.62),
        ride_db=3.0,
        width=1.15,
        voice_over_lu=0.0,
        tone=_tone(low=2.0, presence=0.5),
    ),
    Genre.AMBIENT: MixStyle(
        -8.0,
        -5.5,
        3.0,
        {Role.PAD: 4.0},
        Space.CATHEDRAL,
        decay_s=5.0,
        wet_db=4.0,
        voice_space=Space.CATHEDRAL,
        voice_decay_s=4.5,
        voice_wet_db=-8.5,
        throw_db=-12.0,
        echo_beats=1.5,
        ride_db=1.5,
        width=1.0,
        voice_over_lu=0.0,
        tone=_tone(0.15, 1.0, air=-6.0),
    ),
    Genre.CINEMATIC: MixStyle(
        -3.5,
        -6.0,
        -0.5,
        {Role.PAD: 2.0, Role.RHYTHM: 0.5},
        Space.HALL,
        decay_s=2.8,
        wet_db=4.5,
        voice_space=Space.HALL,
        voice_decay_s=2.6,
        voice_wet_db=-10.5,
        throw_db=None,
        ride_db=3.5,
        width=1.1,
        voice_over_lu=0.5,
        tone=_tone(0.25, 1.2, low=1.0, air=-2.0),
    ),
}
