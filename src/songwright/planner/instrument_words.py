"""The words for instruments as tables: what they are called, what they hint at, what "no guitar" rules out.

It knows nothing of how captions are read. Phrases are lower case without hyphens or plural endings; "@guitar"
and the like are a choice by genre.
"""

from __future__ import annotations

from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Family

INSTRUMENT_PHRASES: tuple[tuple[str, str], ...] = (
    ("piano|grand piano|upright piano|concert grand|keyboard|piano key", "piano"),
    ("felt piano|soft piano|intimate piano|una corda|muted piano", "felt_piano"),
    ("honky tonk piano|saloon piano|tack piano|ragtime piano|barrelhouse piano|barroom piano", "honky_tonk"),
    ("electric piano|rhodes|fender rhodes|rhodes piano|e piano|ep|tine piano", "electric_piano"),
    ("wurlitzer|wurly|wurli|wurlitzer piano|wurlitzer electric piano|reed piano", "wurlitzer"),
    ("fm piano|dx7|dx7 piano|fm electric piano|digital piano|dx electric piano", "fm_piano"),
    ("clavinet|clav|funky clav|funky clavinet", "clavinet"),
    ("harpsichord|clavichord|spinet|cembalo", "harpsichord"),
    ("organ|hammond|hammond organ|b3|b3 organ|gospel organ|tonewheel organ|leslie organ", "organ"),
    ("church organ|pipe organ|cathedral organ", "church_organ"),
    ("accordion|bandoneon|concertina|musette|squeezebox", "accordion"),
    ("harmonium|reed organ|pump organ|shruti box", "harmonium"),
    ("harmonica|mouth organ|blues harp|mouth harp", "harmonica"),
    ("guitar|six string", "@guitar"),
    ("electric guitar", "@electric_guitar"),
    (
        "acoustic guitar|steel string guitar|steel guitar|strummed guitar|fingerpicked guitar"
        "|folk guitar|strummed acoustic guitar|fingerpicked acoustic guitar|western guitar",
        "@acoustic_guitar",
    ),
    ("steel string acoustic guitar|dreadnought guitar|steel strung guitar|dreadnought", "steel_guitar"),
    ("fingerpicking|fingerstyle|fingerpicked", "@acoustic_guitar"),
    (
        "12 string guitar|twelve string guitar|twelve string|12 string|twelve string acoustic",
        "twelve_string_guitar",
    ),
    ("ukulele|uke|ukelele", "ukulele"),
    ("mandolin|bouzouki|mandola|cittern", "mandolin"),
    (
        "classical guitar|nylon guitar|spanish guitar|flamenco guitar|nylon string guitar|oud|lute"
        "|nylon strung guitar|bossa guitar",
        "nylon_guitar",
    ),
    ("sitar|tanpura|sarod", "sitar"),
    ("koto|guzheng|shamisen|pipa|zither", "koto"),
    ("dulcimer|hammered dulcimer|hammer dulcimer|santoor|santur|cimbalom|yangqin", "dulcimer"),
    (
        "clean guitar|clean electric guitar|jazz guitar|funk guitar|jangly guitar|chorus guitar|surf guitar",
        "clean_guitar",
    ),
    ("muted guitar|palm muted guitar|palm mute", "muted_guitar"),
    (
        "overdriven guitar|crunchy guitar|blues guitar|gritty guitar|rock guitar|crunch guitar",
        "overdriven_guitar",
    ),
    ("distorted electric guitar|high gain guitar", "distorted_guitar"),
    (
        "distorted guitar|heavy guitar|distortion|metal guitar|fuzz guitar|power chord|guitar riff",
        "@heavy_guitar",
    ),
    ("banjo|five string banjo", "banjo"),
    (
        "pedal steel|pedal steel guitar|slide guitar|lap steel|steel slide|lap steel guitar|dobro",
        "pedal_steel",
    ),
    ("harp|lyre|kora|celtic harp", "harp"),
    ("bass|bass guitar|bassline|bass line", "@bass"),
    ("electric bass|electric bass guitar|finger bass|fingered bass", "electric_bass"),
    ("upright bass|double bass|contrabass|acoustic bass|walking bass|stand up bass", "upright_bass"),
    ("slap bass|slapped bass|popping bass|funk bass", "slap_bass"),
    ("fretless bass|fretless", "fretless_bass"),
    ("picked bass|pick bass|plectrum bass", "picked_bass"),
    ("synth bass|synthesizer bass|moog bass|analog bass|synthesiser bass|moog", "synth_bass"),
    ("acid bass|acid line|acid synth|303|tb 303|acid squelch|303 bass", "acid_bass"),
    ("reese bass|reese|neuro bass|growling bass", "reese_bass"),
    ("808 bass|sub bass|808|deep bass|808 sub|subbass", "sub_bass"),
    ("string|string section|violin section|orchestral string|lush string|string ensemble", "strings"),
    ("chamber string|quartet string", "string_quartet"),
    ("violin|fiddle|erhu|solo fiddle", "violin"),
    ("viola", "viola"),
    ("cello|celli|violoncello", "cello"),
    ("bowed double bass|arco bass|bowed bass|arco double bass|bowed contrabass", "double_bass"),
    ("tremolo string|string tremolo", "tremolo_strings"),
    ("pizzicato|pizzicato string|plucked string", "pizzicato_strings"),
    ("choir|chant|gregorian chant|choir aah|aah choir", "choir"),
    ("choir ooh|ooh choir|humming choir|ooh backing choir", "choir_oohs"),
    ("choir pad|synth choir|vocal pad|voice pad|aah pad|choir synth|vox pad", "choir_pad"),
    ("trumpet|cornet|mariachi trumpet", "trumpet"),
    ("muted trumpet|harmon mute|harmon muted trumpet|mute trumpet|muted horn", "muted_trumpet"),
    ("flugelhorn|flugel|flugel horn", "flugelhorn"),
    ("trombone|trombone section|bone", "trombone"),
    ("tuba|sousaphone|euphonium", "tuba"),
    ("french horn|horn in f|orchestral horn", "french_horn"),
    ("brass|brass section|horn|horn section|fanfare|brass stab|horn stab", "brass"),
    ("saxophone|sax|tenor sax|alto sax|tenor saxophone|alto saxophone|sax section|baritone sax", "saxophone"),
    ("soprano sax|soprano saxophone", "soprano_saxophone"),
    ("clarinet|bass clarinet|klezmer clarinet", "clarinet"),
    ("oboe|english horn|cor anglais|duduk", "oboe"),
    ("bassoon|contrabassoon|fagott", "bassoon"),
    ("flute|bamboo flute|wooden flute|alto flute|jazz flute", "flute"),
    ("piccolo|piccolo flute|fife", "piccolo"),
    ("recorder|ocarina|block flute", "recorder"),
    ("pan flute|panflute|panpipe|pan pipe|zampona|quena", "pan_flute"),
    ("tin whistle|penny whistle|irish whistle|low whistle", "tin_whistle"),
    ("shakuhachi|bansuri|native american flute|native flute", "shakuhachi"),
    ("whistling|whistle|whistled melody|whistled|human whistle", "whistling"),
    ("woodwind|woodwind section|woodwind ensemble|woodwind choir|wind ensemble", "woodwinds"),
    ("vibraphone|vibe|vibraharp|jazz vibe", "vibraphone"),
    ("marimba|balafon", "marimba"),
    ("xylophone|xylo", "xylophone"),
    ("glockenspiel|glock|orchestral bell", "glockenspiel"),
    ("celesta|celeste", "celesta"),
    ("kalimba|thumb piano|mbira|sansula", "kalimba"),
    ("steel drum|steelpan|steel pan", "steel_drum"),
    ("handpan|hand pan|hang drum|tongue drum|steel tongue drum", "handpan"),
    ("music box|musical box", "music_box"),
    ("toy piano", "toy_piano"),
    ("bell|tubular bell|church bell|chime", "bells"),
    ("synth lead|lead synth|lead synthesizer|analog lead|mono synth", "synth_lead"),
    (
        "square lead|square wave|square wave lead|chip lead|8 bit lead|chiptune lead|chip synth|game boy"
        "|8 bit synth|pulse wave",
        "square_lead",
    ),
    ("supersaw|super saw|saw synth|trance lead|supersaw chord", "supersaw"),
    ("synth brass|brass synth|synth horn|synthesizer brass|synthbrass", "synth_brass"),
    ("synth string|string machine|solina|string synth|mellotron|synthesizer string", "synth_strings"),
    ("synth|synthesizer|synthesiser|analog synth|analogue synth", "@synth"),
    ("synth pad|pad|atmospheric synth|atmospheric synth pad|ambient pad|airy pad", "synth_pad"),
    ("warm pad|soft pad|lush pad|dark pad|analog pad", "warm_pad"),
    ("synth pluck|pluck|plucky synth|plucked synth|pluck synth", "synth_pluck"),
    (
        "synth arp|arpeggio|arpeggiator|arp|arpeggiated synth|sequencer|synth arpeggio|arp synth",
        "synth_arp",
    ),
    ("synth bell|fm bell|digital bell|bell synth|crystal bell|glass bell|bell pad", "synth_bell"),
    ("drum|drum set|drumming|beat", "@drums"),
    ("acoustic drum|drum kit|live drum|real drum|acoustic drum kit|acoustic kit", "acoustic_kit"),
    ("rock drum|big drum|punchy drum|rock drum kit|rock kit", "rock_kit"),
    ("metal drum|double kick|double bass drum|blast beat drum|metal drum kit", "metal_kit"),
    ("brushed drum|brush|brush drum|soft drum|brushed snare|brushed drum kit|jazz brush", "brush_kit"),
    (
        "electronic drum|drum machine|909|808 drum machine|four on the floor|electro drum|electronic kit"
        "|electronic drum kit|909 drum|linn drum",
        "electronic_kit",
    ),
    ("trap drum|808 drum|trap hat|hi hat roll|808 kit|808 beat", "trap_kit"),
    ("lofi drum|lo fi drum|dusty drum|lo fi beat drum|boom bap drum|vinyl drum", "lofi_kit"),
    ("latin percussion|timbale|latin drum|salsa percussion|latin drum kit", "latin_kit"),
    (
        "timpani|taiko|orchestral percussion|war drum|cinematic drum|orchestral drum|taiko drum|epic drum"
        "|cinematic percussion",
        "orchestral_kit",
    ),
    (
        "percussion|hand percussion|shaker|tambourine|conga|bongo|cowbell|guiro|cabasa|maraca|clave"
        "|wood block|woodblock|triangle|agogo|djembe|tabla|cajon|udu|egg shaker|sleigh bell|hand drum"
        "|world percussion|african percussion|tribal percussion|tribal drum|auxiliary percussion|conga drum"
        "|percussive element|bongo drum|jingle bell",
        "percussion",
    ),
    (
        "crackle|vinyl noise|vinyl|record crackle|vinyl hiss|record noise|needle crackle"
        "|vinyl texture|surface noise|dusty vinyl|vinyl static|crackling vinyl|record player noise",
        "vinyl_crackle",
    ),
    ("cassette hiss|tape noise|cassette noise|tape saturation|white noise", "tape_hiss"),
    (
        "rain|rain sound|rainfall|raindrop|sound of rain|rain noise|rain ambience|falling rain|rainstorm"
        "|rain on window",
        "rain",
    ),
    ("wind sound|howling wind|wind noise|sound of wind|wind ambience|sound of the wind", "wind"),
    (
        "ocean wave|sea wave|ocean sound|sea sound|wave sound|sound of the sea|surf sound|beach sound"
        "|crashing wave|ocean ambience|sound of the ocean|sound of wave",
        "ocean_waves",
    ),
    ("riser|uplifter|noise sweep|noise riser|white noise riser|synth riser|sweep up|fx riser", "riser"),
    ("cinematic impact|impact hit|impact|sub drop|cinematic boom|cinematic hit|braam|boomer", "impact"),
)

# An instrument alone hints weakly at a genre; weaker than any word that names a genre.
INSTRUMENT_HINTS: dict[str, tuple[Genre, float]] = {
    "violin": (Genre.CINEMATIC, 0.5),
    "viola": (Genre.CINEMATIC, 0.5),
    "cello": (Genre.CINEMATIC, 0.5),
    "string_quartet": (Genre.CINEMATIC, 0.5),
    "double_bass": (Genre.CINEMATIC, 0.4),
    "harp": (Genre.CINEMATIC, 0.4),
    "strings": (Genre.CINEMATIC, 0.4),
    "woodwinds": (Genre.CINEMATIC, 0.4),
    "oboe": (Genre.CINEMATIC, 0.4),
    "bassoon": (Genre.CINEMATIC, 0.4),
    "celesta": (Genre.CINEMATIC, 0.4),
    "impact": (Genre.CINEMATIC, 0.4),
    "french_horn": (Genre.CINEMATIC, 0.5),
    "orchestral_kit": (Genre.CINEMATIC, 0.6),
    "harpsichord": (Genre.CINEMATIC, 0.5),
    "banjo": (Genre.COUNTRY, 0.5),
    "pedal_steel": (Genre.COUNTRY, 0.5),
    "harmonica": (Genre.BLUES, 0.4),
    "@acoustic_guitar": (Genre.FOLK, 0.4),
    "mandolin": (Genre.FOLK, 0.4),
    "dulcimer": (Genre.FOLK, 0.4),
    "tin_whistle": (Genre.FOLK, 0.5),
    "@heavy_guitar": (Genre.ROCK, 0.6),
    "distorted_guitar": (Genre.ROCK, 0.6),
    "overdriven_guitar": (Genre.ROCK, 0.5),
    "metal_kit": (Genre.METAL, 0.7),
    "saxophone": (Genre.JAZZ, 0.4),
    "muted_trumpet": (Genre.JAZZ, 0.5),
    "flugelhorn": (Genre.JAZZ, 0.4),
    "upright_bass": (Genre.JAZZ, 0.3),
    "sub_bass": (Genre.HIP_HOP, 0.5),
    "trap_kit": (Genre.HIP_HOP, 0.8),
    "lofi_kit": (Genre.LOFI, 0.8),
    "vinyl_crackle": (Genre.LOFI, 0.5),
    "tape_hiss": (Genre.LOFI, 0.3),
    "latin_kit": (Genre.LATIN, 0.5),
    "supersaw": (Genre.ELECTRONIC, 0.5),
    "acid_bass": (Genre.ELECTRONIC, 0.6),
    "reese_bass": (Genre.ELECTRONIC, 0.6),
    "square_lead": (Genre.ELECTRONIC, 0.4),
    "riser": (Genre.ELECTRONIC, 0.3),
    "electronic_kit": (Genre.ELECTRONIC, 0.4),
    "@synth": (Genre.ELECTRONIC, 0.3),
}


def _of_family(*families: Family) -> frozenset[str]:
    return frozenset(row.name for row in INSTRUMENTS.values() if row.family in families)


_ELECTRIC_GUITARS = frozenset({"clean_guitar", "muted_guitar", "overdriven_guitar", "distorted_guitar"})
_ACOUSTIC_GUITARS = frozenset({"steel_guitar", "nylon_guitar", "twelve_string_guitar"})

# What "no guitar" and the like rule out; a name that is absent rules out itself.
EXCLUDED_BY: dict[str, frozenset[str]] = {
    "@guitar": _ELECTRIC_GUITARS | _ACOUSTIC_GUITARS | {"pedal_steel"},
    "@electric_guitar": _ELECTRIC_GUITARS,
    "@heavy_guitar": frozenset({"overdriven_guitar", "distorted_guitar", "muted_guitar"}),
    "@acoustic_guitar": _ACOUSTIC_GUITARS,
    "@bass": _of_family(Family.BASS),
    "@drums": _of_family(Family.KIT),
    "@synth": _of_family(Family.SYNTH) | {"synth_bass", "acid_bass", "reese_bass", "choir_pad"},
    "piano": frozenset({"piano", "felt_piano", "honky_tonk"}),
    "electric_piano": frozenset({"electric_piano", "wurlitzer", "fm_piano"}),
    "percussion": frozenset({"percussion", "latin_kit"}),
    "electronic_kit": frozenset({"electronic_kit", "trap_kit", "lofi_kit"}),
    "strings": _of_family(Family.STRINGS) | {"synth_strings"},
    "violin": frozenset({"violin", "string_quartet"}),
    "choir": _of_family(Family.VOICE),
    "brass": _of_family(Family.BRASS) | {"synth_brass"},
    "trumpet": frozenset({"trumpet", "muted_trumpet", "flugelhorn"}),
    "saxophone": frozenset({"saxophone", "soprano_saxophone"}),
    "woodwinds": _of_family(Family.WIND) - {"harmonica", "whistling"},
    "flute": frozenset({"flute", "piccolo", "pan_flute", "shakuhachi", "recorder"}),
    "organ": frozenset({"organ", "church_organ", "harmonium"}),
    "bells": frozenset({"bells", "synth_bell"}),
    "synth_pad": frozenset({"synth_pad", "warm_pad", "choir_pad"}),
    "synth_arp": frozenset({"synth_arp", "synth_pluck"}),
}
