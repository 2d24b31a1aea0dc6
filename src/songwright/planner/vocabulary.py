"""The words of captions as a table: what each phrase says about genre, mood, tempo, instruments and voice.

It knows nothing of how captions are read. Phrases are lower case without hyphens or plural endings.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.planner.instrument_words import INSTRUMENT_HINTS, INSTRUMENT_PHRASES
from songwright.planner.words import plain_words
from songwright.song.genre import Genre
from songwright.song.key import Mode
from songwright.song.meter import Meter
from songwright.song.plan import VocalStyle, Voice


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one phrase says; a field at its default says nothing.

    Attributes:
        genre: the genre that it hints at.
        weight: how strongly, about 0.3 (an adjective) to 3 (a band or a sub-genre of two words).
        bpm: the sub-genre's usual tempo, lowest and highest.
        meter: the meter of the dance.
        mood: the mood in one word.
        brightness: above 0 asks for major, below 0 for minor.
        pace: above 0 faster, below 0 slower than usual, -1 to 1.
        energy: above 0 fuller, below 0 softer than usual, -0.3 to 0.3.
        instruments: names of instruments, or "@guitar" and the like for a choice by genre.
        voice: who sings.
        style: how the lead sings.
        mode: major or minor by name.
        era: the decade, such as "80s".
        unplugged: no electric instruments.
        soloist: whether a single instrument plays alone ("solo piano").
        wordless: nothing is to be sung.
        lift: the key changes for the last chorus.
    """

    genre: Genre | None = None
    weight: float = 0.0
    bpm: tuple[int, int] | None = None
    meter: Meter | None = None
    mood: str = ""
    brightness: int = 0
    pace: float = 0.0
    energy: float = 0.0
    instruments: tuple[str, ...] = ()
    voice: Voice | None = None
    style: VocalStyle | None = None
    mode: Mode | None = None
    era: str = ""
    unplugged: bool = False
    soloist: bool = False
    wordless: bool = False
    lift: bool = False


_G = Genre

_GENRES: tuple[tuple[str, Meaning], ...] = (
    (
        "pop|pop music|k pop|kpop|j pop|jpop|c pop|mandopop|teen pop|bubblegum pop|chart pop",
        Meaning(_G.POP, 2),
    ),
    ("dance pop|electropop|electro pop|euro pop|europop", Meaning(_G.POP, 2.5, (112, 128))),
    ("synth pop|synthpop", Meaning(_G.ELECTRONIC, 2.2, (104, 124))),
    ("indie pop|dream pop|art pop|power pop|pop rock|soft pop|bedroom pop|city pop", Meaning(_G.POP, 2.5)),
    ("jingle|christmas song|birthday song|singalong|sing along", Meaning(_G.POP, 0.8)),
    ("boy band|girl group|taylor swift|abba|michael jackson|madonna|bts", Meaning(_G.POP, 2)),
    (
        "ballad|power ballad|love ballad|rock ballad|pop ballad|torch song",
        Meaning(_G.BALLAD, 2.4),
    ),
    ("piano ballad", Meaning(_G.BALLAD, 2.4, instruments=("piano",))),
    ("slow song|slow dance|love song|lullaby|adele|celine dion", Meaning(_G.BALLAD, 1.0)),
    ("rock|rock music|rock and roll|rock n roll|rock'n'roll|rockabilly|garage rock", Meaning(_G.ROCK, 2)),
    (
        "alternative rock|alt rock|indie rock|classic rock|progressive rock|prog rock|prog",
        Meaning(_G.ROCK, 2.5),
    ),
    ("hard rock|arena rock|stadium rock|glam rock|southern rock|folk rock|surf rock", Meaning(_G.ROCK, 2.5)),
    ("post rock|space rock|math rock|psychedelic rock|krautrock|shoegaze|britpop", Meaning(_G.ROCK, 2.4)),
    ("punk|punk rock|hardcore punk|skate punk", Meaning(_G.ROCK, 2.4, (160, 200), energy=0.1)),
    ("pop punk|emo|post punk|new wave", Meaning(_G.ROCK, 2.4, (140, 176))),
    ("grunge|indie|alternative|garage band|post grunge", Meaning(_G.ROCK, 1.8)),
    ("nirvana|foo fighters|ac/dc|acdc|radiohead|pink floyd|porcupine tree|green day", Meaning(_G.ROCK, 2)),
    ("the beatles|beatles|rolling stones|led zeppelin|u2|oasis|guns n roses", Meaning(_G.ROCK, 2)),
    (
        "metal|metal music|heavy metal|power metal|progressive metal|prog metal|folk metal",
        Meaning(_G.METAL, 2.5),
    ),
    ("nu metal|metalcore|deathcore|djent|groove metal|industrial metal|gothic metal", Meaning(_G.METAL, 2.5)),
    ("symphonic metal|melodic metal|viking metal|trap metal|post metal|hardcore", Meaning(_G.METAL, 2.5)),
    ("thrash|thrash metal|speed metal", Meaning(_G.METAL, 2.6, (168, 210), energy=0.05)),
    ("death metal|melodic death metal|melodeath|grindcore", Meaning(_G.METAL, 2.7, (150, 200), energy=0.05)),
    ("doom|doom metal|sludge|sludge metal|stoner metal|drone metal", Meaning(_G.METAL, 2.5, (58, 86))),
    (
        "metallica|iron maiden|slayer|megadeth|opeth|black sabbath|judas priest|slipknot",
        Meaning(_G.METAL, 2.2),
    ),
    ("nightwish|gojira|meshuggah|rammstein|pantera|cannibal corpse|tool band", Meaning(_G.METAL, 2.2)),
    ("black metal|melodic black metal|atmospheric black metal|blackened metal", Meaning(_G.BLACK_METAL, 3)),
    (
        "symphonic black metal|dimmu borgir|emperor band|cradle of filth",
        Meaning(_G.BLACK_METAL, 3.2, instruments=("strings", "choir")),
    ),
    ("blackgaze|darkthrone|mayhem|immortal|burzum|bathory", Meaning(_G.BLACK_METAL, 2.5)),
    ("blast beat|corpse paint|tremolo picking", Meaning(_G.BLACK_METAL, 0.9)),
    ("tremolo picked guitar|tremolo guitar", Meaning(_G.BLACK_METAL, 0.9, instruments=("@guitar",))),
    ("folk|folk music|folk song|indie folk|folk pop|singer songwriter|americana", Meaning(_G.FOLK, 2.1)),
    ("celtic|irish|scottish|nordic folk|medieval|campfire|campfire song|neofolk", Meaning(_G.FOLK, 1.8)),
    ("sea shanty|shanty|jig", Meaning(_G.FOLK, 2.2, (96, 126), Meter.SIX)),
    ("polka", Meaning(_G.FOLK, 2.0, (108, 126), Meter.TWO)),
    ("bob dylan|nick drake|simon and garfunkel|joni mitchell", Meaning(_G.FOLK, 2)),
    ("country|country music|country pop|country rock|alt country|outlaw country", Meaning(_G.COUNTRY, 2.2)),
    ("country ballad|nashville|honky tonk|western swing|cowboy song", Meaning(_G.COUNTRY, 2.4)),
    ("bluegrass|hoedown", Meaning(_G.COUNTRY, 2.4, (118, 150), instruments=("banjo", "violin"))),
    ("country western|western|cowboy|johnny cash|dolly parton", Meaning(_G.COUNTRY, 1.5)),
    ("blues|blues rock|delta blues|chicago blues|electric blues|twelve bar blues", Meaning(_G.BLUES, 2.3)),
    ("12 bar blues|12 bar|twelve bar|slow blues|bb king|muddy waters", Meaning(_G.BLUES, 2.3)),
    ("boogie woogie|boogie|jump blues", Meaning(_G.BLUES, 1.9, (112, 150))),
    (
        "jazz|jazz music|smooth jazz|cool jazz|jazz trio|jazz ballad|acid jazz|jazz fusion",
        Meaning(_G.JAZZ, 2.4),
    ),
    ("gypsy jazz|big band|dixieland|ragtime|swing|swing jazz|lounge", Meaning(_G.JAZZ, 2.0, (120, 176))),
    ("bebop|be bop|hard bop", Meaning(_G.JAZZ, 2.5, (168, 220))),
    ("miles davis|coltrane|frank sinatra|ella fitzgerald|crooner", Meaning(_G.JAZZ, 2)),
    ("soul|soul music|neo soul|r&b|rnb|r and b|r n b|rhythm and blues|motown", Meaning(_G.SOUL, 2.2)),
    ("funk|funky|funk music|p funk", Meaning(_G.SOUL, 2.0, (94, 114), energy=0.05)),
    ("gospel|gospel choir|doo wop", Meaning(_G.SOUL, 2.2, instruments=("choir",))),
    ("disco|nu disco|boogie disco", Meaning(_G.SOUL, 2.1, (112, 124), energy=0.1)),
    ("soulful|stevie wonder|aretha franklin|marvin gaye|james brown|bruno mars", Meaning(_G.SOUL, 1.2)),
    ("reggae|roots reggae|rocksteady|lovers rock|dub reggae|dub|bob marley", Meaning(_G.REGGAE, 2.4)),
    ("ska|ska punk", Meaning(_G.REGGAE, 2.3, (120, 150), energy=0.1)),
    ("dancehall|caribbean|jamaican", Meaning(_G.REGGAE, 1.8, (88, 104))),
    ("latin|latin music|latin pop|latin jazz|cumbia|merengue|mariachi|ranchera", Meaning(_G.LATIN, 2.4)),
    ("bossa nova|bossa", Meaning(_G.LATIN, 2.6, (112, 136), energy=-0.15)),
    ("salsa|mambo|son cubano|cuban", Meaning(_G.LATIN, 2.5, (160, 196), energy=0.05)),
    ("samba|batucada", Meaning(_G.LATIN, 2.5, (96, 112))),
    ("reggaeton|regueton|bachata|latin trap", Meaning(_G.LATIN, 2.6, (88, 126))),
    ("tango|milonga|bolero|rumba|cha cha|cha cha cha", Meaning(_G.LATIN, 2.3, (100, 128))),
    ("flamenco", Meaning(_G.LATIN, 2.3, (100, 130), instruments=("nylon_guitar",))),
    ("afro cuban|brazilian|spanish", Meaning(_G.LATIN, 1.2)),
    ("hip hop|hiphop|rap|rapper|rap music|boom bap|gangsta rap|old school hip hop", Meaning(_G.HIP_HOP, 2.3)),
    ("conscious rap|west coast|east coast rap|cloud rap|grime|emo rap", Meaning(_G.HIP_HOP, 2.3)),
    ("trap|trap music|trap beat|trap soul|phonk", Meaning(_G.HIP_HOP, 2.2, (130, 150))),
    ("drill|uk drill", Meaning(_G.HIP_HOP, 2.2, (138, 146))),
    ("eminem|kendrick lamar|tupac|dr dre|wu tang|jay z", Meaning(_G.HIP_HOP, 2.2)),
    ("lo fi|lofi|lo fi hip hop|lofi hip hop|chillhop|chill hop|jazz hop|jazzhop", Meaning(_G.LOFI, 2.8)),
    ("lo fi beat|lofi beat|lo fi jazz|lofi jazz|study beat|study music|chill beat", Meaning(_G.LOFI, 2.8)),
    ("study to|studying|to study|rainy day beat", Meaning(_G.LOFI, 0.9)),
    ("vinyl crackle", Meaning(_G.LOFI, 0.9, instruments=("vinyl_crackle",))),
    ("tape hiss", Meaning(_G.LOFI, 0.9, instruments=("tape_hiss",))),
    (
        "electronic|electronic music|edm|electronica|electro|dance music|club|big room",
        Meaning(_G.ELECTRONIC, 2.1),
    ),
    (
        "rave|idm|glitch|downtempo|trip hop|chillwave|hyperpop|vaporwave|eurodance",
        Meaning(_G.ELECTRONIC, 2.1),
    ),
    (
        "house|house music|deep house|progressive house|future house|tropical house",
        Meaning(_G.ELECTRONIC, 2.3, (120, 126)),
    ),
    ("french house|acid house|tech house|slap house", Meaning(_G.ELECTRONIC, 2.5, (122, 128))),
    (
        "techno|minimal techno|detroit techno|melodic techno|industrial techno",
        Meaning(_G.ELECTRONIC, 2.3, (126, 136)),
    ),
    ("ambient techno", Meaning(_G.ELECTRONIC, 2.5, (112, 124), energy=-0.1)),
    ("trance|psytrance|psy trance|uplifting trance|hardstyle", Meaning(_G.ELECTRONIC, 2.3, (134, 145))),
    (
        "drum and bass|drum n bass|drum'n'bass|dnb|d&b|jungle|liquid dnb|breakcore",
        Meaning(_G.ELECTRONIC, 2.6, (170, 176)),
    ),
    ("dubstep|brostep|future bass|bass music|uk garage", Meaning(_G.ELECTRONIC, 2.5, (136, 144))),
    ("synthwave|synth wave|retrowave|outrun|darksynth|dark synth", Meaning(_G.ELECTRONIC, 2.5, (88, 118))),
    ("electro swing|chiptune|8 bit|8bit|video game music|industrial|ebm", Meaning(_G.ELECTRONIC, 2.0)),
    ("daft punk|kraftwerk|deadmau5|avicii|skrillex|aphex twin", Meaning(_G.ELECTRONIC, 2)),
    ("ambient|ambient music|dark ambient|space ambient|ambient drone|new age", Meaning(_G.AMBIENT, 2.3)),
    ("drone|soundscape|meditation|meditation music|meditative|spa|spa music|yoga", Meaning(_G.AMBIENT, 1.9)),
    ("sleep music|sleep|relaxation|healing|brian eno|singing bowl", Meaning(_G.AMBIENT, 1.4)),
    (
        "cinematic|film score|film music|movie score|soundtrack|score|movie soundtrack",
        Meaning(_G.CINEMATIC, 2.1),
    ),
    (
        "trailer|trailer music|epic trailer|epic music|hybrid orchestral|hans zimmer",
        Meaning(_G.CINEMATIC, 2.2),
    ),
    (
        "classical|classical music|orchestral music|symphony|neoclassical|baroque|romantic era",
        Meaning(_G.CINEMATIC, 2.0),
    ),
    ("string quartet", Meaning(_G.CINEMATIC, 2.0, instruments=("string_quartet",))),
    ("concerto|sonata|chamber music|opera|requiem|overture", Meaning(_G.CINEMATIC, 2.0)),
    ("epic", Meaning(_G.CINEMATIC, 1.0, mood="epic", energy=0.15)),
    (
        "orchestral|orchestra|orchestration|symphonic|symphony orchestra",
        Meaning(_G.CINEMATIC, 1.4, instruments=("strings",)),
    ),
    ("video game|fantasy|adventure", Meaning(_G.CINEMATIC, 0.7)),
    ("march|military march", Meaning(_G.CINEMATIC, 1.0, (104, 122), Meter.TWO)),
    ("waltz|viennese waltz|waltz time", Meaning(meter=Meter.THREE)),
    ("in three|triple meter", Meaning(meter=Meter.THREE)),
    ("slow 6 8|compound meter", Meaning(meter=Meter.SIX)),
)

_MOODS: tuple[tuple[str, Meaning], ...] = (
    (
        "sad|sadness|sorrowful|mournful|tearful|heartbreaking",
        Meaning(mood="sad", brightness=-2, pace=-0.6, energy=-0.12),
    ),
    (
        "heartbreak|broken heart|grief|lonely|loneliness",
        Meaning(mood="sad", brightness=-2, pace=-0.5, energy=-0.1),
    ),
    (
        "melancholic|melancholy|bittersweet|wistful",
        Meaning(mood="melancholic", brightness=-2, pace=-0.4, energy=-0.1),
    ),
    ("nostalgic|nostalgia", Meaning(mood="nostalgic", pace=-0.2, energy=-0.05)),
    (
        "dark|gloomy|sinister|ominous|haunting|creepy|eerie|evil",
        Meaning(mood="dark", brightness=-2, energy=0.0),
    ),
    ("mysterious|mystical|suspenseful|tense", Meaning(mood="mysterious", brightness=-2, pace=-0.1)),
    (
        "angry|aggressive|furious|brutal|rage|violent",
        Meaning(mood="aggressive", brightness=-2, pace=0.4, energy=0.2),
    ),
    ("intense|dramatic|majestic", Meaning(mood="dramatic", brightness=-1, energy=0.15)),
    ("heavy", Meaning(mood="heavy", brightness=-1, energy=0.12)),
    (
        "happy|joyful|cheerful|joyous|merry|sunny|feel good|feelgood",
        Meaning(mood="happy", brightness=2, pace=0.4, energy=0.1),
    ),
    ("fun|playful|quirky|bouncy|cute", Meaning(mood="playful", brightness=2, pace=0.4, energy=0.05)),
    (
        "festive|celebration|celebratory|party|summer",
        Meaning(mood="festive", brightness=2, pace=0.5, energy=0.15),
    ),
    (
        "uplifting|hopeful|inspiring|inspirational|optimistic",
        Meaning(mood="uplifting", brightness=2, pace=0.15, energy=0.08),
    ),
    ("triumphant|heroic|victorious|anthemic|glorious", Meaning(mood="triumphant", brightness=1, energy=0.18)),
    ("euphoric|ecstatic", Meaning(mood="euphoric", brightness=1, pace=0.3, energy=0.2)),
    (
        "romantic|tender|loving|sensual|sweet|warm",
        Meaning(mood="romantic", brightness=1, pace=-0.35, energy=-0.1),
    ),
    (
        "calm|peaceful|serene|gentle|soothing|tranquil|quiet",
        Meaning(mood="calm", brightness=1, pace=-0.6, energy=-0.2),
    ),
    (
        "relaxed|relaxing|chill|chilled|mellow|laid back|easy going",
        Meaning(mood="relaxed", pace=-0.4, energy=-0.15),
    ),
    ("dreamy|ethereal|hypnotic|floating", Meaning(mood="dreamy", pace=-0.35, energy=-0.12)),
    ("atmospheric|moody", Meaning(mood="atmospheric", pace=-0.15, energy=-0.05)),
    ("soft|intimate|delicate|minimal|minimalist", Meaning(mood="soft", pace=-0.3, energy=-0.18)),
    (
        "energetic|high energy|powerful|explosive|exciting|driving",
        Meaning(mood="energetic", pace=0.5, energy=0.18),
    ),
    ("groovy|danceable|catchy", Meaning(mood="groovy", pace=0.15, energy=0.08)),
    ("low energy", Meaning(mood="calm", pace=-0.4, energy=-0.2)),
)

_TEMPI: tuple[tuple[str, Meaning], ...] = (
    ("very slow|extremely slow|largo|grave|glacial", Meaning(pace=-1.0)),
    ("slow|slow tempo|down tempo|adagio|lento|slowly|sluggish", Meaning(pace=-0.8)),
    ("mid tempo|midtempo|medium tempo|moderate|moderato|andante", Meaning(pace=-0.1)),
    ("upbeat|up tempo|uptempo|allegro|lively|brisk|fast paced", Meaning(pace=0.7, energy=0.08)),
    ("fast|fast tempo|quick|racing|frantic|rapid", Meaning(pace=0.85, energy=0.08)),
    ("very fast|extremely fast|presto|blistering", Meaning(pace=1.0, energy=0.1)),
    ("minor|minor key|in minor", Meaning(mode=Mode.MINOR)),
    ("major key|in major", Meaning(mode=Mode.MAJOR)),
)

_VOICES: tuple[tuple[str, Meaning], ...] = (
    (
        "child|children|kid|child's voice|child vocal|child singer|kid's voice|childlike voice",
        Meaning(voice=Voice.CHILD),
    ),
    (
        "childlike|child choir|children's choir|children choir|boy soprano|treble voice|little girl's voice",
        Meaning(voice=Voice.CHILD),
    ),
    ("children's voice|children's song|children song|kid song|children singing", Meaning(voice=Voice.CHILD)),
    (
        "choir vocal|choir voice|choir singing|sung by a choir|choral vocal|choral singing|choral|mixed choir"
        "|full choir|vocal choir|vocal ensemble|choir as lead|chamber choir",
        Meaning(voice=Voice.CHOIR),
    ),
    ("raspy|raspy voice|raspy vocal|gravelly|gravelly voice|hoarse|husky", Meaning(style=VocalStyle.RASPY)),
    (
        "raspy male vocal|gravelly male vocal|raspy male voice|husky male vocal",
        Meaning(voice=Voice.MALE, style=VocalStyle.RASPY),
    ),
    (
        "raspy female vocal|husky female vocal|raspy female voice",
        Meaning(voice=Voice.FEMALE, style=VocalStyle.RASPY),
    ),
    ("falsetto|falsetto vocal|falsetto voice|head voice", Meaning(style=VocalStyle.FALSETTO)),
    ("male falsetto|falsetto male vocal", Meaning(voice=Voice.MALE, style=VocalStyle.FALSETTO)),
    (
        "spoken word|spoken|spoken vocal|narration|narrated|narrator|spoken poetry|talking vocal",
        Meaning(style=VocalStyle.SPOKEN),
    ),
    ("belting|belted|powerful belting|belt|belted vocal|big voice", Meaning(style=VocalStyle.BELT)),
    ("key change|modulation|modulates|truck driver modulation", Meaning(lift=True)),
    (
        "female|woman|girl|lady|soprano|mezzo|mezzo soprano|contralto|alto|diva|songstress",
        Meaning(voice=Voice.FEMALE),
    ),
    ("female vocal|female voice|female singer|woman's voice|she sings", Meaning(voice=Voice.FEMALE)),
    ("male|man|guy|tenor|baritone|bass voice|bass singer|bass vocal|deep voice", Meaning(voice=Voice.MALE)),
    ("male vocal|male voice|male singer|man's voice|he sings", Meaning(voice=Voice.MALE)),
    ("growl|growled|growling|scream|screamed|screaming|shriek|guttural", Meaning(style=VocalStyle.GROWL)),
    ("harsh vocal|death growl|aggressive vocal|raspy scream|growled vocal", Meaning(style=VocalStyle.GROWL)),
    (
        "aggressive male vocal|harsh male vocal|screaming male vocal|growling male vocal",
        Meaning(voice=Voice.MALE, style=VocalStyle.GROWL),
    ),
    (
        "aggressive female vocal|harsh female vocal|screaming female vocal|growling female vocal",
        Meaning(voice=Voice.FEMALE, style=VocalStyle.GROWL),
    ),
    ("whispered vocal|whispering vocal|whispered|whispering|asmr", Meaning(style=VocalStyle.WHISPER)),
    (
        "instrumental|instrumental only|karaoke|wordless|backing track|without word|without any word",
        Meaning(wordless=True),
    ),
    ("vocal|vocalist|singing|singer|voice|lyrics|lyric|sung", Meaning()),
)

_MANNERS: tuple[tuple[str, Meaning], ...] = (
    ("acoustic|unplugged|acoustic version", Meaning(unplugged=True)),
    ("50s|1950s|fifties", Meaning(era="50s")),
    ("60s|1960s|sixties", Meaning(era="60s")),
    ("70s|1970s|seventies", Meaning(era="70s")),
    ("80s|1980s|eighties|retro 80s", Meaning(era="80s")),
    ("90s|1990s|nineties", Meaning(era="90s")),
    ("2000s|00s|y2k", Meaning(era="2000s")),
    (
        "solo piano|piano only|only piano|just piano|piano alone|unaccompanied piano",
        Meaning(instruments=("piano",), soloist=True),
    ),
    (
        "solo guitar|guitar only|only guitar|just guitar|unaccompanied guitar",
        Meaning(instruments=("@guitar",), soloist=True),
    ),
    (
        "solo acoustic guitar|acoustic guitar only|just acoustic guitar",
        Meaning(instruments=("@acoustic_guitar",), soloist=True),
    ),
    ("solo classical guitar|classical guitar only", Meaning(instruments=("nylon_guitar",), soloist=True)),
    ("solo harp|harp only", Meaning(instruments=("harp",), soloist=True)),
    ("solo organ|organ only|solo church organ", Meaning(instruments=("church_organ",), soloist=True)),
    ("solo harpsichord|harpsichord only", Meaning(instruments=("harpsichord",), soloist=True)),
    ("music box only|only music box", Meaning(instruments=("music_box",), soloist=True)),
    ("a cappella|acappella|a capella|acapella|choir only", Meaning(instruments=("choir",), soloist=True)),
    ("dance|singer songwriter style", Meaning(mood="danceable", pace=0.3, energy=0.08)),
)


def _phrase_table() -> dict[tuple[str, ...], Meaning]:
    table: dict[tuple[str, ...], Meaning] = {}
    instruments = ((phrases, _instrument_meaning(name)) for phrases, name in INSTRUMENT_PHRASES)
    for phrases, meaning in (*_GENRES, *_MOODS, *_TEMPI, *_MANNERS, *_VOICES, *instruments):
        for phrase in phrases.split("|"):
            table.setdefault(tuple(plain_words(phrase)), meaning)  # the earlier row wins
    return table


def _instrument_meaning(name: str) -> Meaning:
    genre, weight = INSTRUMENT_HINTS.get(name, (None, 0.0))
    return Meaning(genre, weight, instruments=(name,))


# Every phrase as plain words, and its meaning.
PHRASES: dict[tuple[str, ...], Meaning] = _phrase_table()
