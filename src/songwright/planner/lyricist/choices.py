"""Chooses what a song's images are taken from and what it feels: image fields and themes as tables.

It knows nothing of lines and forms.
"""

# ruff: noqa: E501 - a row of the tables below lists the words of one field or theme

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from songwright.planner.lyricist import feelings, passions, scenes, scenes_more
from songwright.planner.words import plain_words
from songwright.song.chance import Chance
from songwright.song.genre import Genre


@dataclass(frozen=True, slots=True)
class Field:
    """Where a song takes all its images from.

    Attributes:
        name: in one word.
        words: those of a description that call for it.
        rows: its couplets and quatrains.
        genres: which choose it if no word does.
    """

    name: str
    words: frozenset[str]
    rows: str
    genres: frozenset[Genre] = frozenset()


@dataclass(frozen=True, slots=True)
class Theme:
    """What a song says in plain words.

    Attributes:
        name: in one word.
        words: those of a description that call for it.
        moods: mood words that suit it.
        rows: couplets by use: TROUBLE, TURN, FEEL, HOOK.
        genres: which choose it if neither words nor moods do.
    """

    name: str
    words: frozenset[str]
    moods: frozenset[str]
    rows: dict[str, str]
    genres: frozenset[Genre] = frozenset()


_G = Genre
T = TypeVar("T")


def _field(name: str, words: str, rows: str, *genres: Genre) -> Field:
    return Field(name, frozenset(plain_words(words)), rows, frozenset(genres))


def _theme(name: str, words: str, moods: str, rows: dict[str, str], *genres: Genre) -> Theme:
    return Theme(name, frozenset(plain_words(words)), frozenset(moods.split()), rows, frozenset(genres))


FIELDS: tuple[Field, ...] = (
    _field(
        "sea",
        "sea ocean beach sailor ship boat harbor harbour wave tide island fisherman lighthouse coast shore pirate"
        " port surf mermaid whale anchor captain",
        scenes.SEA, _G.FOLK, _G.REGGAE, _G.CINEMATIC, _G.AMBIENT,
    ),
    _field(
        "road",
        "road highway car truck drive driving travel trip motel route drifter trucker journey wheel cowboy bike"
        " motorcycle hitchhiker leaving roam",
        scenes.ROAD, _G.COUNTRY, _G.ROCK, _G.BLUES, _G.POP,
    ),
    _field(
        "city",
        "city street town downtown urban subway taxi apartment block bar tokyo paris london york berlin chicago"
        " brooklyn harlem skyline rooftop office waitress cafe hong seoul",
        scenes.CITY, _G.POP, _G.JAZZ, _G.HIP_HOP, _G.SOUL, _G.LOFI,
    ),
    _field(
        "fire",
        "fire flame burn burning candle campfire bonfire blacksmith ash ember hearth smoke dragon forge",
        scenes.FIRE, _G.METAL, _G.ROCK, _G.LATIN, _G.FOLK,
    ),
    _field(
        "winter",
        "winter snow ice frozen cold christmas frost december january skiing skating holiday sleigh santa arctic"
        " alaska iceland",
        scenes.WINTER, _G.BLACK_METAL, _G.BALLAD, _G.FOLK, _G.AMBIENT,
    ),
    _field(
        "garden",
        "garden flower rose tree bloom spring gardener bee butterfly plant seed apple tulip lily",
        scenes.GARDEN, _G.FOLK, _G.BALLAD, _G.SOUL,
    ),
    _field(
        "stars",
        "star space moon sky galaxy planet astronaut universe comet moonlight rocket mars cosmos"
        " constellation starlight",
        scenes.STARS, _G.AMBIENT, _G.ELECTRONIC, _G.CINEMATIC, _G.BALLAD, _G.LOFI,
    ),
    _field(
        "machines",
        "machine robot computer factory engine code technology future cyberpunk phone android clock"
        " clockmaker steam industrial internet ai programmer",
        scenes.MACHINES, _G.ELECTRONIC, _G.METAL,
    ),
    _field(
        "war",
        "war battle soldier army fight warrior knight sword viking king kingdom castle siege enemy trench throne"
        " victory empire conquer",
        scenes.WAR, _G.METAL, _G.BLACK_METAL, _G.CINEMATIC,
    ),
    _field("train", "train railway railroad station platform rail locomotive", scenes.TRAIN, _G.BLUES, _G.COUNTRY, _G.FOLK),
    _field(
        "home",
        "home kitchen house mother father mom dad grandmother grandma grandfather grandpa family coffee tea bread"
        " cooking dinner dog cat puppy kitten baby bed lullaby breakfast room door cake birthday pizza soup",
        scenes_more.HOME, _G.BALLAD, _G.SOUL, _G.LOFI, _G.COUNTRY,
    ),
    _field("desert", "desert sand dune cactus camel heat oasis sahara drought texas arizona", scenes_more.DESERT, _G.ROCK, _G.CINEMATIC),
    _field(
        "mountains",
        "mountain hill climb climber peak summit valley cliff hiking alps everest canyon eagle shepherd",
        scenes_more.MOUNTAINS, _G.CINEMATIC, _G.BLACK_METAL, _G.FOLK,
    ),
    _field("rain", "rain rainy storm thunder cloud umbrella puddle flood lightning autumn november grey gray", scenes_more.RAIN, _G.JAZZ, _G.LOFI, _G.SOUL, _G.BLUES, _G.BALLAD),
    _field("dance floor", "dance dancing dancer party club disco floor dj friday saturday nightlife", scenes_more.DANCE, _G.ELECTRONIC, _G.LATIN, _G.POP, _G.SOUL),
    _field(
        "childhood",
        "childhood child children kid school young boy girl toy playground growing brother sister teenager"
        " schoolyard dinosaur unicorn",
        scenes_more.CHILDHOOD, _G.POP, _G.FOLK, _G.ROCK,
    ),
    _field("river", "river creek stream bridge lake fishing canoe water mississippi waterfall", scenes_more.RIVER, _G.FOLK, _G.BLUES, _G.COUNTRY, _G.SOUL),
    _field("farm", "farm farmer field barn harvest corn horse cow tractor country village wheat chicken pig", scenes_more.FARM, _G.COUNTRY, _G.FOLK),
    _field("forest", "forest wood pine oak wolf deer bear fox owl leaf witch fairy hunter elf", scenes_more.FOREST, _G.BLACK_METAL, _G.AMBIENT, _G.FOLK),
    _field("summer", "summer sun sunny sunshine pool lemonade vacation june july august heatwave sunset tropical", scenes_more.SUMMER, _G.POP, _G.REGGAE, _G.LATIN),
)  # fmt: skip

THEMES: tuple[Theme, ...] = (
    _theme("wedding", "wedding marry marriage married bride groom anniversary engagement vow vows", "", feelings.WEDDING),
    _theme("birthday", "birthday born candles turning", "", feelings.BIRTHDAY),
    _theme("sleep", "lullaby sleep sleeping asleep bedtime cradle baby newborn", "", passions.SLEEP),
    _theme(
        "grief",
        "death died dead dying funeral grief mourning mourn grave passed heaven ghost widow goodbye farewell",
        "mournful", passions.GRIEF,
    ),
    _theme(
        "lost love",
        "breakup heartbreak heartbroken lost ex divorce cheating betrayal unrequited lonely"
        " alone loneliness tears crying",
        "sad lonely melancholic", feelings.LOST, _G.BLUES, _G.BALLAD, _G.SOUL,
    ),
    _theme(
        "longing",
        "missing miss distance faraway apart return army abroad letter longing homesick",
        "longing", feelings.LONGING, _G.FOLK, _G.COUNTRY,
    ),
    _theme(
        "memory",
        "memory memories remember remembering nostalgia nostalgic childhood past day yesterday"
        " photograph grown growing ago",
        "nostalgic", passions.MEMORY, _G.LOFI, _G.FOLK,
    ),
    _theme(
        "battle",
        "battle war warrior fight soldier knight viking sword victory dragon conquer revenge army siege",
        "epic dark dramatic heavy aggressive", passions.BATTLE, _G.METAL, _G.BLACK_METAL, _G.CINEMATIC,
    ),
    _theme(
        "anger", "anger angry rage hate hypocrite politician rebel riot protest liar lies revolution fury", "angry aggressive",
        passions.ANGER, _G.ROCK, _G.METAL,
    ),
    _theme(
        "party", "party dance dancing club tonight disco weekend friday saturday celebrate celebration fun drink",
        "party energetic", passions.PARTY, _G.ELECTRONIC, _G.LATIN, _G.POP,
    ),
    _theme(
        "work", "work working job boss unemployed fired monday factory shift labor labour miner trucker office money rent pay",
        "", passions.WORK, _G.BLUES,
    ),
    _theme(
        "freedom", "freedom free escape run running road fly flying wild travel journey leave drive drifter runaway",
        "", passions.FREEDOM, _G.ROCK, _G.COUNTRY,
    ),
    _theme(
        "hope",
        "hope strength strong survive survivor giving rise overcome fighting healing recovery believe dreams"
        " courage tomorrow struggle cancer",
        "uplifting hopeful inspiring triumphant", passions.HOPE, _G.HIP_HOP, _G.POP, _G.CINEMATIC, _G.ROCK,
    ),
    _theme(
        "tribute",
        "thank thanks tribute ode friend friendship best favorite favourite teacher hero dog cat coffee proud"
        " grandmother grandma grandfather grandpa mother father mom dad brother sister",
        "", feelings.TRIBUTE,
    ),
    _theme("family", "home family house kitchen hometown christmas thanksgiving together", "warm", feelings.FAMILY, _G.COUNTRY, _G.SOUL),
    _theme(
        "love",
        "love lover lovers loving romance romantic kiss crush valentine wife husband girlfriend boyfriend sweetheart"
        " heart falling",
        "romantic sensual", feelings.LOVE, _G.POP, _G.SOUL, _G.JAZZ, _G.LATIN, _G.BALLAD, _G.REGGAE,
    ),
    _theme(
        "peace", "peace calm quiet rest morning relax easy sunday breathe nature meditation slow",
        "calm relaxed peaceful dreamy happy chill", passions.PEACE, _G.REGGAE, _G.AMBIENT, _G.LOFI, _G.JAZZ,
    ),
)  # fmt: skip


def choose_field(texts: Sequence[str], genre: Genre, chance: Chance) -> Field:
    """The field that most words of the first text that calls for any do, else one that suits the genre."""
    called = _most_called([(field, field.words) for field in FIELDS], texts, chance)
    return called or chance.choice([field for field in FIELDS if genre in field.genres] or FIELDS)


def choose_theme(texts: Sequence[str], genre: Genre, moods: Sequence[str], chance: Chance) -> Theme:
    """The theme that the words of the texts call for, else one of the moods, else one of the genre's."""
    called = _most_called([(theme, theme.words) for theme in THEMES], texts, chance)
    if called is not None:
        return called
    suited = [theme for theme in THEMES if theme.moods & set(moods)]
    fitting = [theme for theme in suited if genre in theme.genres]
    usual = [theme for theme in THEMES if genre in theme.genres]
    return chance.choice(fitting or suited or usual or THEMES)


def _most_called(
    tables: Sequence[tuple[T, frozenset[str]]], texts: Sequence[str], chance: Chance
) -> T | None:
    """What most words of the first text that calls for anything do; chance decides between equals."""
    for text in texts:
        said = set(plain_words(text))
        hits = [(len(said & called), item) for item, called in tables]
        most = max(count for count, _ in hits)
        if most:
            return chance.choice([item for count, item in hits if count == most])
    return None
