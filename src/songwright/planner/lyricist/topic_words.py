"""The little words by which `topic` finds a subject, as tables. It knows nothing of how they are used."""

# ruff: noqa: E501 - word lists

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the my our your his her their its this that these those two three four five every each some"
)
PRONOUNS = _words("how when why what where if that who i we you he she they it i'm we're you're someone")
BOUNDARIES = _words(
    "who whom whose which that because while when where after before until since as but or and so if than is"
    " are was were has have had will would can could should must"
)
PREPOSITIONS = _words(
    "in at on by with from to into onto over under near through across for about between behind beyond beside"
    " against around during without within along upon like"
)
DESCRIBING = _words(
    "old young new little big small long short lost last first late lonely broken empty quiet dead dear good"
    " great tall tiny red blue green white black golden secret true brave wild free poor rich sweet best own"
    " very really favorite favourite"
)
ING_NOUNS = _words(
    "morning evening king ring spring string thing wing ceiling building wedding something nothing everything"
    " anything sibling darling being feeling blessing lightning clothing viking duckling painting drawing sewing"
)
OCCASIONS = _words(
    "birthday wedding anniversary funeral graduation retirement christening christmas valentine party"
    " engagement goodbye farewell"
)
# What a song may be used for, which is no dedication and no subject.
USES = _words(
    "video game film movie ad advert commercial trailer background podcast channel youtube study studying"
    " sleeping yoga meditation kid children party radio everyone beginner workout running gym cafe shop"
    " dancing relaxing work school project intro outro piano guitar violin choir voice two-part club festival"
)
MUSIC_WORDS = _words(
    "song songs ballad track tune anthem beat music vocal vocals voice singer singing sung lyric lyrics chorus"
    " verse hook melody rhythm groove tempo bpm key sound style mood feel vibe atmosphere texture production"
    " mix riff solo bass drum drums guitar guitars piano synth synths organ band orchestra choir strings kit"
    " snare kick harmony harmonies chord chords tone build drop breakdown bridge intro outro genre waltz reverb"
    " instrument instruments string duet album record single take minute second era decade backing loop sample"
)
FEMALE_RELATIVES = _words(
    "mother mom mum mama grandmother grandma granny nana sister wife daughter aunt girlfriend niece queen"
    " girl woman lady girls"
)
MALE_RELATIVES = _words(
    "father dad papa grandfather grandpa granddad brother husband son uncle boyfriend nephew king boy man"
)
RELATIVES = (FEMALE_RELATIVES | MALE_RELATIVES) - _words("queen woman lady king man") | _words(
    "friend friends baby child children kids parents grandparents cousin partner love lover family teacher"
    " neighbor neighbour brothers sisters sons daughters dog cat horse puppy kitten fiance fiancee boss buddy"
)
PEOPLE = _words(
    "man woman boy girl lady king queen sailor soldier fisherman farmer keeper lover friend stranger traveler"
    " traveller knight hero thief dancer singer painter baker driver pilot doctor nurse teacher widow orphan"
    " ghost witch wizard pirate cowboy outlaw miner trucker astronaut robot dragon wolf child kid prince"
    " princess bride drifter gambler hunter shepherd clown poet writer captain clockmaker blacksmith viking"
    " warrior people men women monk refugee immigrant detective spy waitress janitor mermaid vampire giant"
)
PLACES = frozenset(
    [
        "tokyo",
        "paris",
        "london",
        "new york",
        "new york city",
        "berlin",
        "rome",
        "madrid",
        "barcelona",
        "lisbon",
        "vienna",
        "prague",
        "budapest",
        "amsterdam",
        "dublin",
        "edinburgh",
        "venice",
        "florence",
        "naples",
        "athens",
        "istanbul",
        "cairo",
        "marrakesh",
        "nairobi",
        "lagos",
        "cape town",
        "havana",
        "mexico city",
        "rio",
        "rio de janeiro",
        "buenos aires",
        "lima",
        "bogota",
        "chicago",
        "new orleans",
        "memphis",
        "nashville",
        "austin",
        "texas",
        "california",
        "los angeles",
        "san francisco",
        "seattle",
        "boston",
        "detroit",
        "miami",
        "las vegas",
        "alaska",
        "hawaii",
        "montana",
        "tennessee",
        "georgia",
        "alabama",
        "toronto",
        "montreal",
        "sydney",
        "melbourne",
        "seoul",
        "beijing",
        "shanghai",
        "hong kong",
        "mumbai",
        "delhi",
        "bangkok",
        "singapore",
        "moscow",
        "stockholm",
        "oslo",
        "copenhagen",
        "helsinki",
        "iceland",
        "ireland",
        "scotland",
        "spain",
        "italy",
        "france",
        "germany",
        "japan",
        "china",
        "india",
        "brazil",
        "mexico",
        "america",
        "africa",
        "europe",
        "rome",
        "brooklyn",
        "harlem",
        "hollywood",
        "broadway",
        "manchester",
        "liverpool",
        "heaven",
        "mars",
        "the moon",
    ]
)
