"""The table of pitched instruments: who makes their tones, how they are played, what they go through.

It knows nothing of tracks. Gains were measured with `benchmarks/instruments.py`.
"""

from __future__ import annotations

from songwright.synth import blown, bowed, cabinets, choir, electronic, organs, plucked, struck
from songwright.synth.voice import Voice

VOICES: dict[str, Voice] = {
    "piano": Voice(struck.piano, -18.5, 0.16, 1.5, 2, undamped_from=89, longest_s=14.0),
    "electric_piano": Voice(
        struck.electric_piano, -19.5, 0.14, 1.3, 2, longest_s=12.0, finish=cabinets.panning_tremolo
    ),
    "harpsichord": Voice(struck.harpsichord, -19.0, 0.08, 0.35, 2, longest_s=8.0),
    "organ": Voice(organs.organ, -12.0, 0.03, 0.3, 2, finish=cabinets.rotary_speaker),
    "church_organ": Voice(organs.church_organ, -21.0, 0.28, 0.2, 2),
    "accordion": Voice(organs.accordion, -19.0, 0.06, 0.8, 2),
    "harmonica": Voice(blown.harmonica, -15.0, 0.07, 1.0),
    "nylon_guitar": Voice(plucked.nylon_guitar, -18.5, 0.18, 1.4, longest_s=7.0),
    "steel_guitar": Voice(plucked.steel_guitar, -19.0, 0.18, 1.4, longest_s=9.0),
    "clean_guitar": Voice(
        plucked.clean_guitar, -9.0, 0.14, 1.3, longest_s=10.0, finish=cabinets.clean_amplifier
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
    "picked_bass": Voice(plucked.picked_bass, -9.5, 0.07, 1.1, longest_s=10.0),
    "synth_bass": Voice(electronic.synth_bass, -16.5, 0.05, 1.0, 1),
    "sub_bass": Voice(electronic.sub_bass, -16.0, 0.09, 1.0, 1, longest_s=8.0),
    "strings": Voice(bowed.strings, -16.5, 0.45, 1.2, 2),
    "violin": Voice(bowed.violin, -14.5, 0.16, 1.2),
    "cello": Voice(bowed.cello, -12.0, 0.2, 1.2),
    "tremolo_strings": Voice(bowed.tremolo_strings, -17.0, 0.35, 1.2, 2),
    "pizzicato_strings": Voice(plucked.pizzicato, -11.0, 0.3, 1.3, longest_s=2.0),
    "choir": Voice(choir.choir, -14.5, 0.4, 1.1, 2),
    "trumpet": Voice(blown.trumpet, -15.0, 0.08, 1.1),
    "trombone": Voice(blown.trombone, -15.0, 0.09, 1.1),
    "french_horn": Voice(blown.french_horn, -17.5, 0.16, 1.1, 2),
    "brass": Voice(blown.brass, -16.5, 0.09, 1.1, 2),
    "saxophone": Voice(blown.saxophone, -15.0, 0.09, 1.1),
    "clarinet": Voice(blown.clarinet, -15.0, 0.09, 1.1),
    "flute": Voice(blown.flute, -15.0, 0.1, 1.0),
    "vibraphone": Voice(struck.vibraphone, -18.0, 0.5, 1.3, longest_s=10.0, finish=cabinets.vane_tremolo),
    "marimba": Voice(struck.marimba, -10.0, 0.5, 1.3, longest_s=2.5),
    "music_box": Voice(struck.music_box, -14.5, 1.0, 1.2, longest_s=4.0),
    "bells": Voice(struck.bells, -21.5, 2.5, 1.3, longest_s=12.0),
    "synth_lead": Voice(electronic.synth_lead, -18.5, 0.09, 0.9, 2),
    "supersaw": Voice(electronic.supersaw, -22.0, 0.14, 0.9, 2),
    "synth_pad": Voice(electronic.synth_pad, -22.0, 0.7, 0.9, 2),
    "warm_pad": Voice(electronic.warm_pad, -22.0, 0.9, 0.9, 2),
    "synth_pluck": Voice(electronic.synth_pluck, -17.0, 0.25, 1.0, 2, longest_s=3.0),
}
