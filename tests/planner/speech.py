"""A stand-in for pronunciation: one syllable per group of vowels. Quick and good enough to count by."""

import re
from typing import Any

from songwright.planner.rules import RulesPlanner
from songwright.song.plan import SongPlan
from songwright.song.pronunciation import Syllable, Word
from songwright.song.request import SongRequest

_VOWELS = re.compile(r"[aeiouyàáâãäåèéêëìíîïòóôõöùúûü]+")

VERSE = """Down the river in the morning light
We were walking with the stars in sight
Every window had a candle burning
Every story had a way of turning
"""
CHORUS = """Sing it to the open sky
Sing it till the river runs dry
Sing it to the ones you know
Sing it when it's time to go
"""
SHORT_SONG = f"[Verse 1]\n{VERSE}\n[Chorus]\n{CHORUS}"
TWO_VERSES = f"{SHORT_SONG}\n[Verse 2]\n{VERSE}\n[Chorus]\n{CHORUS}"

SEED_LYRICS = """[Intro - orchestral, building energy]

[Verse 1 - aggressive]
Through frozen wastelands we march on
Beneath the vast and blackened sky
The ancient ones have called our names
As mortal kingdoms fade and die

[Pre-Chorus - building energy]
The storm is rising from the deep
A thousand years of endless sleep

[Chorus - powerful, anthemic]
WE ARE THE TEMPEST, WE ARE THE NIGHT
FORGED IN THE DARKNESS, BURNING WITH LIGHT
RISE FROM THE ASHES, CONQUER THE THRONE
THIS SYMPHONIC CHAOS IS ALL WE HAVE KNOWN

[Guitar Solo - virtuoso, melodic]

[Verse 2 - aggressive]
Through halls of ice and ancient stone
The echoes of our fury ring
With blade and storm we claim the dawn
And to the void our voices sing

[Chorus - powerful, anthemic]
WE ARE THE TEMPEST, WE ARE THE NIGHT
FORGED IN THE DARKNESS, BURNING WITH LIGHT

[Bridge - orchestral, atmospheric]
Beyond the stars (beyond the stars)
Where mortals fear to tread
We write our names in fire
Among the glorious dead

[Final Chorus - explosive]
WE ARE THE TEMPEST, WE ARE THE NIGHT
FORGED IN THE DARKNESS, BURNING WITH LIGHT
RISE FROM THE ASHES, CONQUER THE THRONE
THIS SYMPHONIC CHAOS IS ALL WE HAVE KNOWN

[Outro - fade out, orchestral]
"""
SEED_CAPTION = """Symphonic black metal, epic orchestral arrangements with full string section and choir,
blast beat drums, tremolo picked guitars, atmospheric synth pads,
aggressive male vocals alternating with clean operatic passages,
virtuoso guitar solos, dark and majestic atmosphere,
reminiscent of Dimmu Borgir's symphonic grandeur, high-fidelity studio production"""


def say(text: str, language: str) -> tuple[Word, ...]:
    """The words of a line with as many syllables as they have groups of vowels."""
    return tuple(
        Word(word, tuple(Syllable((), "a", (), 0) for _ in range(max(len(_VOWELS.findall(word.lower())), 1))))
        for word in text.split()
    )


def syllables(text: str) -> int:
    """How many syllables `say` gives a line."""
    return sum(len(word.syllables) for word in say(text, "en"))


def planned(caption: str = "", lyrics: str | None = None, seed: int = 1, **fields: Any) -> SongPlan:
    """The plan of a request."""
    request = SongRequest(caption, lyrics, **fields)
    return RulesPlanner(say, "studio", "1").plan(request, seed)
