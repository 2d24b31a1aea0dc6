"""The table of pitched instruments: who makes their tones, how they are played, what they go through.

It knows nothing of tracks. Gains were measured with `benchmarks/instruments.py`.
"""

from __future__ import annotations

from songwright.synth import bowed, cabinets, choir, electronic, folk, mallets, organs, plucked, struck, winds
from songwright.synth.blown import Wind
from songwright.synth.bowed import Bow
from songwright.synth.voice import Voice


def _blown(wind: Wind, gain_db: float, release_s: float, dynamics: float = 1.1) -> Voice:
    return Voice(winds.solo(wind), gain_db, release_s, dynamics, slur=winds.slur(wind))


def _bowed(bow: Bow, gain_db: float, release_s: float) -> Voice:
    return Voice(bowed.solo(bow), gain_db, release_s, 1.2, slur=bowed.slur(bow))


VOICES: dict[str, Voice] = {
    "piano": Voice(struck.piano, -18.5, 0.16, 1.5, 2, undamped_from=89, longest_s=14.0, let_go=struck.damper),
    "felt_piano": Voice(
        struck.felt_piano, -18.5, 0.18, 1.2, 3, undamped_from=89, longest_s=12.0, let_go=struck.damper
    ),
    "honky_tonk": Voice(
        struck.honky_tonk_piano, -18.5, 0.16, 1.2, 2, undamped_from=89, longest_s=12.0, let_go=struck.damper
    ),
    "electric_piano": Voice(
        struck.electric_piano, -19.5, 0.14, 1.3, 2, longest_s=12.0, motion=cabinets.panning_tremolo
    ),
    "wurlitzer": Voice(struck.wurlitzer, -17.2, 0.10, 1.3, 2, longest_s=8.0, motion=cabinets.panning_tremolo),
    "fm_piano": Voice(struck.fm_piano, -19.5, 0.16, 1.2, 2, longest_s=10.0),
    "clavinet": Voice(plucked.clavinet, -16.0, 0.035, 1.1, 2, longest_s=6.0),
    "harpsichord": Voice(struck.harpsichord, -19.0, 0.08, 0.35, 2, longest_s=8.0, let_go=struck.jack),
    "organ": Voice(organs.organ, -12.0, 0.03, 0.3, 2, motion=cabinets.rotary_speaker, let_go=organs.key_lift),
    "church_organ": Voice(organs.church_organ, -21.0, 0.28, 0.2, 2),
    "accordion": Voice(organs.accordion, -19.0, 0.06, 0.8, 2),
    "harmonium": Voice(organs.harmonium, -19.0, 0.10, 0.5, 2),
    "harmonica": _blown(winds.HARMONICA, -15.0, 0.07, 1.0),
    "nylon_guitar": Voice(plucked.nylon_guitar, -18.5, 0.18, 1.4, longest_s=7.0, let_go=plucked.finger_lift),
    "steel_guitar": Voice(plucked.steel_guitar, -19.0, 0.18, 1.4, longest_s=9.0, let_go=plucked.finger_lift),
    "twelve_string_guitar": Voice(
        folk.twelve_string_guitar, -20.0, 0.18, 1.4, longest_s=9.0, let_go=plucked.finger_lift
    ),
    "ukulele": Voice(folk.ukulele, -16.0, 0.12, 1.3, longest_s=4.0),
    "mandolin": Voice(folk.mandolin, -16.0, 0.12, 1.3, longest_s=5.0),
    "sitar": Voice(folk.sitar, -22.5, 0.4, 1.2, longest_s=9.0),
    "koto": Voice(folk.koto, -17.5, 0.5, 1.3, longest_s=6.0),
    "dulcimer": Voice(folk.dulcimer, -17.0, 1.2, 1.3, longest_s=8.0),
    "clean_guitar": Voice(
        plucked.clean_guitar,
        -9.0,
        0.14,
        1.3,
        longest_s=10.0,
        finish=cabinets.clean_amplifier,
        motion=cabinets.chorus,
    ),
    "muted_guitar": Voice(
        plucked.muted_guitar, -9.0, 0.06, 1.3, longest_s=2.0, finish=cabinets.muted_amplifier
    ),
    "overdriven_guitar": Voice(
        plucked.electric_guitar,
        -9.0,
        0.09,
        0.9,
        takes=2,
        longest_s=12.0,
        finish=cabinets.overdriven_amplifier,
    ),
    "distorted_guitar": Voice(
        plucked.electric_guitar, -9.0, 0.07, 0.7, takes=2, longest_s=12.0, finish=cabinets.distorted_amplifier
    ),
    "banjo": Voice(plucked.banjo, -15.5, 0.12, 1.3, longest_s=4.0),
    "pedal_steel": Voice(
        plucked.pedal_steel, -9.0, 0.25, 1.2, longest_s=12.0, finish=cabinets.steel_amplifier
    ),
    "harp": Voice(plucked.harp, -18.5, 1.2, 1.4, longest_s=8.0),
    "upright_bass": Voice(plucked.upright_bass, -13.5, 0.12, 1.3, longest_s=5.0),
    "electric_bass": Voice(plucked.electric_bass, -12.0, 0.09, 1.2, longest_s=10.0),
    "slap_bass": Voice(plucked.slap_bass, -11.0, 0.05, 1.2, longest_s=6.0),
    "fretless_bass": Voice(plucked.fretless_bass, -13.5, 0.12, 1.2, longest_s=10.0),
    "picked_bass": Voice(plucked.picked_bass, -9.5, 0.07, 1.1, longest_s=10.0),
    "synth_bass": Voice(electronic.synth_bass, -16.5, 0.05, 1.0, 1),
    "acid_bass": Voice(electronic.acid_bass, -13.0, 0.04, 1.0, 1),
    "reese_bass": Voice(electronic.reese_bass, -13.0, 0.06, 0.9, 1),
    "sub_bass": Voice(electronic.sub_bass, -16.0, 0.09, 1.0, 1, longest_s=8.0),
    "strings": Voice(bowed.strings, -16.5, 0.45, 1.2, 2),
    "string_quartet": Voice(bowed.string_quartet, -14.5, 0.22, 1.2),
    "violin": _bowed(bowed.VIOLIN, -14.5, 0.16),
    "viola": _bowed(bowed.VIOLA, -13.5, 0.18),
    "cello": _bowed(bowed.CELLO, -12.0, 0.2),
    "double_bass": _bowed(bowed.DOUBLE_BASS, -12.0, 0.25),
    "tremolo_strings": Voice(bowed.tremolo_strings, -17.0, 0.35, 1.2, 2),
    "pizzicato_strings": Voice(plucked.pizzicato, -11.0, 0.3, 1.3, longest_s=2.0),
    "choir": Voice(choir.choir, -14.5, 0.4, 1.1, 2),
    "choir_oohs": Voice(choir.choir_oohs, -17.5, 0.4, 1.0, 2),
    "choir_pad": Voice(choir.choir_pad, -18.0, 0.8, 0.9, 2),
    "trumpet": _blown(winds.TRUMPET, -15.0, 0.08),
    "muted_trumpet": _blown(winds.MUTED_TRUMPET, -15.0, 0.08),
    "flugelhorn": _blown(winds.FLUGELHORN, -15.0, 0.10),
    "trombone": _blown(winds.TROMBONE, -15.0, 0.09),
    "tuba": _blown(winds.TUBA, -15.0, 0.10),
    "french_horn": Voice(winds.french_horn, -17.5, 0.16, 1.1, 2),
    "brass": Voice(winds.brass, -16.5, 0.09, 1.1, 2),
    "saxophone": _blown(winds.SAXOPHONE, -15.0, 0.09),
    "soprano_saxophone": _blown(winds.SOPRANO_SAXOPHONE, -15.0, 0.09),
    "clarinet": _blown(winds.CLARINET, -15.0, 0.09),
    "oboe": _blown(winds.OBOE, -15.0, 0.08),
    "bassoon": _blown(winds.BASSOON, -15.0, 0.09),
    "flute": _blown(winds.FLUTE, -15.0, 0.1, 1.0),
    "piccolo": _blown(winds.PICCOLO, -15.0, 0.08, 1.0),
    "recorder": _blown(winds.RECORDER, -15.0, 0.06, 0.5),
    "pan_flute": _blown(winds.PAN_FLUTE, -15.0, 0.12, 1.0),
    "tin_whistle": _blown(winds.TIN_WHISTLE, -15.0, 0.05, 0.7),
    "shakuhachi": _blown(winds.SHAKUHACHI, -15.0, 0.15, 1.0),
    "whistling": _blown(winds.WHISTLING, -15.0, 0.08, 0.9),
    "woodwinds": Voice(winds.woodwinds, -14.5, 0.12, 1.0, 2),
    "vibraphone": Voice(struck.vibraphone, -18.0, 0.5, 1.3, longest_s=10.0, motion=cabinets.vane_tremolo),
    "marimba": Voice(struck.marimba, -10.0, 0.5, 1.3, longest_s=2.5),
    "music_box": Voice(struck.music_box, -14.5, 1.0, 1.2, longest_s=4.0),
    "bells": Voice(struck.bells, -21.5, 2.5, 1.3, longest_s=12.0),
    "xylophone": Voice(mallets.xylophone, -11.0, 0.4, 1.3, longest_s=2.0),
    "glockenspiel": Voice(mallets.glockenspiel, -17.0, 1.5, 1.3, longest_s=6.0),
    "celesta": Voice(mallets.celesta, -15.5, 0.6, 1.2, longest_s=5.0),
    "kalimba": Voice(mallets.kalimba, -14.0, 0.6, 1.2, longest_s=4.0),
    "steel_drum": Voice(mallets.steel_drum, -15.5, 0.5, 1.3, longest_s=4.0),
    "handpan": Voice(mallets.handpan, -16.5, 1.2, 1.3, longest_s=6.0),
    "toy_piano": Voice(mallets.toy_piano, -14.5, 0.8, 1.0, longest_s=4.0),
    "synth_bell": Voice(mallets.synth_bell, -22.5, 1.4, 1.2, 2, longest_s=8.0),
    "synth_lead": Voice(electronic.synth_lead, -18.5, 0.09, 0.9, 2, slur=electronic.synth_line),
    "square_lead": Voice(electronic.square_lead, -19.5, 0.03, 0.8, 1, slur=electronic.square_line),
    "synth_brass": Voice(electronic.synth_brass, -22.5, 0.12, 1.0, 2),
    "synth_strings": Voice(electronic.synth_strings, -23.5, 0.5, 0.9, 2),
    "synth_arp": Voice(electronic.synth_arp, -13.0, 0.12, 1.0, 2, longest_s=1.5),
    "supersaw": Voice(electronic.supersaw, -22.0, 0.14, 0.9, 2),
    "synth_pad": Voice(electronic.synth_pad, -22.0, 0.7, 0.9, 2),
    "warm_pad": Voice(electronic.warm_pad, -22.0, 0.9, 0.9, 2),
    "synth_pluck": Voice(electronic.synth_pluck, -17.0, 0.25, 1.0, 2, longest_s=3.0),
}
