"""The instruments as a table: what they are called, how they sound in General MIDI, what they can play.

It knows nothing of how they are synthesised.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a track does in the arrangement; the mixer places a track by its role."""

    DRUMS = "drums"
    PERCUSSION = "percussion"  # shakers, congas, tambourine beside the drums
    BASS = "bass"
    CHORDS = "chords"  # the main comping instrument
    RHYTHM = "rhythm"  # a second comping instrument
    PAD = "pad"  # long notes
    ARP = "arp"  # figuration, riffs, fills
    LEAD = "lead"  # solos, hooks and answers to the voice
    TEXTURE = "texture"  # sounds without pitch that lie under the music: vinyl crackle, rain, risers


class Family(StrEnum):
    """How an instrument makes its sound."""

    KEYS = "keys"
    ORGAN = "organ"
    GUITAR = "guitar"
    BASS = "bass"
    STRINGS = "strings"
    BRASS = "brass"
    WIND = "wind"
    VOICE = "voice"
    MALLET = "mallet"
    SYNTH = "synth"
    KIT = "kit"
    TEXTURE = "texture"


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument.

    Attributes:
        name: its identifier, snake case.
        label: what a person reads.
        family: how it makes its sound.
        program: General MIDI program 0 to 127; for kits the GM drum-kit number.
        low: lowest MIDI pitch it plays well.
        high: highest MIDI pitch it plays well.
        acoustic: whether a SoundFont may replace our synthesis.
    """

    name: str
    label: str
    family: Family
    program: int
    low: int
    high: int
    acoustic: bool


_K, _G, _S = Family.KEYS, Family.GUITAR, Family.SYNTH

INSTRUMENTS: dict[str, Instrument] = {
    row.name: row
    for row in (
        Instrument("piano", "piano", _K, 0, 24, 103, True),
        Instrument("felt_piano", "felt piano", _K, 0, 24, 96, False),
        Instrument("honky_tonk", "honky-tonk piano", _K, 3, 28, 96, True),
        Instrument("electric_piano", "electric piano", _K, 4, 28, 96, True),
        Instrument("wurlitzer", "Wurlitzer electric piano", _K, 4, 33, 93, False),
        Instrument("fm_piano", "FM electric piano", _K, 5, 28, 96, True),
        Instrument("clavinet", "clavinet", _K, 7, 29, 88, True),
        Instrument("harpsichord", "harpsichord", _K, 6, 36, 89, True),
        Instrument("organ", "Hammond organ", Family.ORGAN, 16, 36, 96, True),
        Instrument("church_organ", "church organ", Family.ORGAN, 19, 24, 96, True),
        Instrument("accordion", "accordion", Family.ORGAN, 21, 48, 90, True),
        Instrument("harmonium", "harmonium", Family.ORGAN, 20, 36, 89, True),
        Instrument("harmonica", "harmonica", Family.WIND, 22, 55, 89, True),
        Instrument("nylon_guitar", "nylon guitar", _G, 24, 40, 83, True),
        Instrument("steel_guitar", "steel-string guitar", _G, 25, 40, 84, True),
        Instrument("twelve_string_guitar", "twelve-string guitar", _G, 25, 40, 84, False),
        Instrument("ukulele", "ukulele", _G, 24, 60, 84, False),
        Instrument("mandolin", "mandolin", _G, 25, 55, 90, False),
        Instrument("clean_guitar", "clean electric guitar", _G, 27, 40, 86, True),
        Instrument("muted_guitar", "palm-muted guitar", _G, 28, 40, 84, True),
        Instrument("overdriven_guitar", "overdriven guitar", _G, 29, 38, 88, True),
        Instrument("distorted_guitar", "distorted guitar", _G, 30, 35, 88, True),
        Instrument("banjo", "banjo", _G, 105, 48, 86, True),
        Instrument("sitar", "sitar", _G, 104, 48, 79, True),
        Instrument("koto", "koto", _G, 107, 43, 84, True),
        Instrument("dulcimer", "hammered dulcimer", _G, 15, 48, 91, True),
        Instrument("pedal_steel", "pedal steel guitar", _G, 26, 45, 88, True),
        Instrument("harp", "harp", _G, 46, 24, 103, True),
        Instrument("upright_bass", "upright bass", Family.BASS, 32, 28, 60, True),
        Instrument("electric_bass", "electric bass", Family.BASS, 33, 28, 60, True),
        Instrument("slap_bass", "slap bass", Family.BASS, 36, 28, 60, True),
        Instrument("fretless_bass", "fretless bass", Family.BASS, 35, 28, 60, True),
        Instrument("picked_bass", "picked electric bass", Family.BASS, 34, 23, 60, True),
        Instrument("synth_bass", "synth bass", Family.BASS, 38, 24, 60, False),
        Instrument("acid_bass", "acid bass", Family.BASS, 38, 24, 60, False),
        Instrument("reese_bass", "Reese bass", Family.BASS, 39, 24, 55, False),
        Instrument("sub_bass", "808 sub bass", Family.BASS, 39, 24, 55, False),
        Instrument("strings", "string section", Family.STRINGS, 48, 36, 96, True),
        Instrument("string_quartet", "string quartet", Family.STRINGS, 48, 36, 96, False),
        Instrument("violin", "violin", Family.STRINGS, 40, 55, 100, True),
        Instrument("viola", "viola", Family.STRINGS, 41, 48, 88, True),
        Instrument("cello", "cello", Family.STRINGS, 42, 36, 76, True),
        Instrument("double_bass", "bowed double bass", Family.STRINGS, 43, 28, 60, True),
        Instrument("tremolo_strings", "tremolo strings", Family.STRINGS, 44, 36, 96, True),
        Instrument("pizzicato_strings", "pizzicato strings", Family.STRINGS, 45, 36, 96, True),
        Instrument("choir", "choir", Family.VOICE, 52, 41, 84, True),
        Instrument("choir_oohs", "choir oohs", Family.VOICE, 53, 41, 84, True),
        Instrument("choir_pad", "choir pad", Family.VOICE, 91, 36, 88, False),
        Instrument("trumpet", "trumpet", Family.BRASS, 56, 52, 84, True),
        Instrument("muted_trumpet", "muted trumpet", Family.BRASS, 59, 52, 84, True),
        Instrument("flugelhorn", "flugelhorn", Family.BRASS, 56, 52, 82, False),
        Instrument("trombone", "trombone", Family.BRASS, 57, 40, 72, True),
        Instrument("tuba", "tuba", Family.BRASS, 58, 28, 58, True),
        Instrument("french_horn", "French horns", Family.BRASS, 60, 41, 77, True),
        Instrument("brass", "brass section", Family.BRASS, 61, 40, 84, True),
        Instrument("saxophone", "saxophone", Family.WIND, 66, 44, 81, True),
        Instrument("soprano_saxophone", "soprano saxophone", Family.WIND, 64, 56, 88, True),
        Instrument("clarinet", "clarinet", Family.WIND, 71, 50, 91, True),
        Instrument("oboe", "oboe", Family.WIND, 68, 58, 89, True),
        Instrument("bassoon", "bassoon", Family.WIND, 70, 34, 72, True),
        Instrument("flute", "flute", Family.WIND, 73, 60, 96, True),
        Instrument("piccolo", "piccolo", Family.WIND, 72, 74, 102, True),
        Instrument("recorder", "recorder", Family.WIND, 74, 60, 93, True),
        Instrument("pan_flute", "pan flute", Family.WIND, 75, 60, 91, True),
        Instrument("tin_whistle", "tin whistle", Family.WIND, 72, 74, 98, False),
        Instrument("shakuhachi", "shakuhachi", Family.WIND, 77, 55, 86, True),
        Instrument("whistling", "whistling", Family.WIND, 78, 67, 91, True),
        Instrument("woodwinds", "woodwind section", Family.WIND, 68, 43, 93, False),
        Instrument("vibraphone", "vibraphone", Family.MALLET, 11, 53, 89, True),
        Instrument("marimba", "marimba", Family.MALLET, 12, 45, 96, True),
        Instrument("xylophone", "xylophone", Family.MALLET, 13, 60, 101, True),
        Instrument("glockenspiel", "glockenspiel", Family.MALLET, 9, 72, 108, True),
        Instrument("celesta", "celesta", Family.MALLET, 8, 60, 103, True),
        Instrument("kalimba", "kalimba", Family.MALLET, 108, 53, 88, True),
        Instrument("steel_drum", "steel drum", Family.MALLET, 114, 52, 84, True),
        Instrument("handpan", "handpan", Family.MALLET, 114, 48, 79, False),
        Instrument("toy_piano", "toy piano", Family.MALLET, 10, 60, 96, False),
        Instrument("music_box", "music box", Family.MALLET, 10, 60, 100, True),
        Instrument("bells", "tubular bells", Family.MALLET, 14, 53, 89, True),
        Instrument("synth_lead", "synth lead", _S, 81, 40, 96, False),
        Instrument("supersaw", "supersaw", _S, 90, 36, 96, False),
        Instrument("square_lead", "square lead", _S, 80, 40, 96, False),
        Instrument("synth_brass", "synth brass", _S, 62, 36, 90, False),
        Instrument("synth_strings", "synth strings", _S, 50, 36, 96, False),
        Instrument("synth_pad", "synth pad", _S, 89, 36, 96, False),
        Instrument("warm_pad", "warm pad", _S, 95, 36, 96, False),
        Instrument("synth_pluck", "synth pluck", _S, 84, 36, 96, False),
        Instrument("synth_arp", "synth arpeggio", _S, 84, 36, 96, False),
        Instrument("synth_bell", "synth bell", _S, 98, 48, 96, False),
        Instrument("acoustic_kit", "acoustic drum kit", Family.KIT, 0, 35, 81, True),
        Instrument("rock_kit", "rock drum kit", Family.KIT, 16, 35, 81, True),
        Instrument("metal_kit", "metal drum kit", Family.KIT, 16, 35, 81, False),
        Instrument("brush_kit", "brushed drum kit", Family.KIT, 40, 35, 81, True),
        Instrument("electronic_kit", "electronic drum kit", Family.KIT, 24, 35, 81, False),
        Instrument("trap_kit", "808 drum machine", Family.KIT, 25, 35, 81, False),
        Instrument("lofi_kit", "dusty drum machine", Family.KIT, 32, 35, 81, False),
        Instrument("latin_kit", "Latin percussion", Family.KIT, 0, 35, 81, True),
        Instrument("orchestral_kit", "orchestral percussion", Family.KIT, 48, 35, 81, True),
        Instrument("percussion", "hand percussion", Family.KIT, 0, 35, 83, True),
        # Textures have no pitch; their programs are General MIDI's sound effects nearest to them.
        Instrument("vinyl_crackle", "vinyl crackle", Family.TEXTURE, 126, 0, 127, False),
        Instrument("tape_hiss", "tape hiss", Family.TEXTURE, 121, 0, 127, False),
        Instrument("rain", "rain", Family.TEXTURE, 122, 0, 127, False),
        Instrument("wind", "wind", Family.TEXTURE, 122, 0, 127, False),
        Instrument("ocean_waves", "ocean waves", Family.TEXTURE, 122, 0, 127, False),
        Instrument("riser", "riser", Family.TEXTURE, 119, 0, 127, False),
        Instrument("impact", "impact", Family.TEXTURE, 116, 0, 127, False),
    )
}


class Drum:
    """General MIDI percussion keys that our kits play."""

    BASS_DRUM = 35  # the big concert drum in the orchestral kit, whose toms sound as taiko
    KICK = 36
    RIM = 37
    SNARE = 38
    CLAP = 39
    LOW_TOM = 41
    CLOSED_HAT = 42
    PEDAL_HAT = 44
    MID_TOM = 45
    OPEN_HAT = 46
    HIGH_TOM = 48
    CRASH = 49
    RIDE = 51
    CHINA = 52
    RIDE_BELL = 53
    TAMBOURINE = 54
    COWBELL = 56
    HIGH_BONGO = 60
    LOW_BONGO = 61
    MUTE_CONGA = 62
    HIGH_CONGA = 63
    LOW_CONGA = 64
    TIMBALE = 65
    AGOGO = 67
    CABASA = 69
    SHAKER = 70
    GUIRO = 73
    CLAVES = 75
    HIGH_WOOD_BLOCK = 76
    LOW_WOOD_BLOCK = 77
    MUTE_TRIANGLE = 80
    TRIANGLE = 81
    JINGLE_BELL = 83
