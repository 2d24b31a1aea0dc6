"""Plans built by hand, and a rough pronunciation, for the tests of the composer."""

import re

from hypothesis import strategies as st

from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import ALL_KEYS, parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import PlannedLine, PlannedSection, SongPlan, VocalStyle, Voice
from songwright.song.pronunciation import Syllable, Word
from songwright.song.request import AudioFormat

VERSE_1 = (
    "Walking home beneath the silver rain",
    "Every window whispers out your name",
    "I can hear the river calling slow",
    "Telling me the things I ought to know",
)
VERSE_2 = (
    "Morning finds the city half asleep",
    "All the secrets that I had to keep",
    "Turn to letters written on the sand",
    "Fading like the warmth inside my hand",
)
PRE = ("Hold on, the night is turning", "Hold on, the light is burning")
CHORUS = (
    "We are the fire, we are the sky",
    "We are the reason stars never die",
    "Carry me over, carry me through",
    "Every road is leading to you",
)
BRIDGE = ("And if the world should fall away", "I will be here, I will stay")
WEAK = frozenset(re.findall("[a-z]+", "the a an of to in and i you my your we it is are on at for but or me"))
BAND = {
    Role.DRUMS: "acoustic_kit",
    Role.BASS: "electric_bass",
    Role.CHORDS: "piano",
    Role.RHYTHM: "clean_guitar",
    Role.PAD: "strings",
    Role.ARP: "synth_pluck",
    Role.LEAD: "synth_lead",
}


def pronounced(text: str, language: str) -> tuple[Word, ...]:
    """Words with a syllable per group of vowels; every word but the weak ones is stressed."""
    words = []
    for written in text.split():
        letters = re.sub(r"[^a-z']", "", written.lower())
        if not letters:
            continue
        groups = re.findall(r"[aeiouy]+", letters) or ["a"]
        if len(groups) > 1 and letters.endswith("e") and groups[-1] == "e":
            groups = groups[:-1]
        stressed = -1 if letters in WEAK else 0 if len(groups) < 3 else 1
        syllables = (Syllable(("t",), v[0], (), 2 * (i == stressed)) for i, v in enumerate(groups))
        words.append(Word(written, tuple(syllables)))
    return tuple(words)


def sung(texts: tuple[str, ...], bars: int = 2, **more: object) -> tuple[PlannedLine, ...]:
    """Lines one after the other, each as many bars long."""
    return tuple(PlannedLine(i * bars, bars, text, **more) for i, text in enumerate(texts))  # type: ignore[arg-type]  # forwarded fields


def section(kind: SectionKind, title: str, bars: int, energy: float, **more: object) -> PlannedSection:
    """A section; `more` are its other fields."""
    return PlannedSection(kind, title, bars, energy, **more)  # type: ignore[arg-type]  # forwarded fields


def full_form(bars: int = 2) -> tuple[PlannedSection, ...]:
    """Intro, verses, pre-choruses, choruses, solo, bridge, outro; each line has `bars` bars."""
    kind = SectionKind
    return (
        section(kind.INTRO, "Intro", 2 * bars, 0.35),
        section(kind.VERSE, "Verse 1", 4 * bars, 0.5, lines=sung(VERSE_1, bars)),
        section(kind.PRE_CHORUS, "Pre-Chorus", 2 * bars, 0.65, lines=sung(PRE, bars)),
        section(kind.CHORUS, "Chorus", 4 * bars, 0.85, lines=sung(CHORUS, bars)),
        section(kind.VERSE, "Verse 2", 4 * bars, 0.55, lines=sung(VERSE_2, bars)),
        section(kind.CHORUS, "Chorus 2", 4 * bars, 0.9, lines=sung(CHORUS, bars)),
        section(kind.SOLO, "Guitar Solo", 4 * bars, 0.8, lead="clean_guitar"),
        section(kind.BRIDGE, "Bridge", 2 * bars, 0.5, lines=sung(BRIDGE, bars)),
        section(kind.CHORUS, "Final Chorus", 4 * bars, 0.95, lines=sung(CHORUS, bars)),
        section(kind.OUTRO, "Outro", 2 * bars, 0.4),
    )


def plan_of(
    sections: tuple[PlannedSection, ...] | None = None,
    genre: Genre = Genre.POP,
    bpm: int = 110,
    key: str = "C major",
    meter: Meter = Meter.FOUR,
    seed: int = 1,
    voice: Voice | None = Voice.FEMALE,
    instruments: dict[Role, str] | None = None,
    ring_s: float = 2.5,
) -> SongPlan:
    """A plan whose duration leaves `ring_s` seconds after its bars."""
    sections = full_form() if sections is None else sections
    bars = sum(planned.bars for planned in sections)
    return SongPlan(
        title="Test",
        caption="",
        lyrics="",
        genre=genre,
        moods=(),
        vocal_language="en",
        voice=voice,
        bpm=bpm,
        key=parse_key(key),
        meter=meter,
        duration_s=bars * meter.bar_beats * 60 / bpm + ring_s,
        sections=sections,
        instruments=BAND if instruments is None else instruments,
        seed=seed,
        engine="studio",
        model="test",
        audio_format=AudioFormat.WAV,
    )


WORDS = ("fire", "the", "over", "never", "of", "remember", "night,", "I", "wonderful", "you", "a", "burning")
_INSTRUMENTS = {
    Role.DRUMS: ("acoustic_kit", "metal_kit", "trap_kit", "orchestral_kit"),
    Role.BASS: ("electric_bass", "sub_bass", "upright_bass", "picked_bass"),
    Role.CHORDS: ("piano", "distorted_guitar", "organ", "nylon_guitar", "accordion", "choir"),
    Role.RHYTHM: ("steel_guitar", "overdriven_guitar", "banjo", "brass"),
    Role.PAD: ("strings", "warm_pad", "choir", "french_horn"),
    Role.ARP: ("music_box", "synth_pluck", "harp", "bells", "trumpet"),
    Role.PERCUSSION: ("percussion", "latin_kit"),
    Role.TEXTURE: ("vinyl_crackle", "rain", "riser", "impact"),
    Role.LEAD: ("violin", "saxophone", "flute", "distorted_guitar", "trombone"),
}


@st.composite
def lines_in(draw: st.DrawFn, bars: int) -> tuple[PlannedLine, ...]:
    """Lines that fill some of the bars, with and without backing words."""
    lines: list[PlannedLine] = []
    bar = draw(st.integers(0, 1))
    while bar < bars and len(lines) < 6:
        length = draw(st.integers(1, min(3, bars - bar)))
        words = draw(st.lists(st.sampled_from(WORDS), max_size=9))
        backing = draw(st.lists(st.sampled_from(WORDS), max_size=3))
        if words or backing:
            style = draw(st.sampled_from(list(VocalStyle)))
            line = PlannedLine(bar, length, " ".join(words), " ".join(backing), draw(st.booleans()), style)
            lines.append(line)
        bar += length
    return tuple(lines)


@st.composite
def plans(draw: st.DrawFn) -> SongPlan:
    """Any plan that a planner might write, and some that it should not."""
    sections = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(list(SectionKind)))
        bars = draw(st.integers(1, 9))
        leads = st.none() | st.sampled_from(_INSTRUMENTS[Role.LEAD])
        sections.append(
            section(
                kind,
                str(kind),
                bars,
                draw(st.floats(0, 1)),
                lines=draw(lines_in(bars)),
                lead=draw(leads),
                modifiers=draw(st.sampled_from(((), ("half-time",), ("virtuoso", "fast"), ("a cappella",)))),
            )
        )
    if draw(st.booleans()):
        last = sections[-1]
        sections[-1] = section(
            last.kind, last.title, last.bars, last.energy, lines=last.lines, fade_out=draw(st.booleans())
        )
    roles = draw(st.lists(st.sampled_from(list(Role)), unique=True))
    return plan_of(
        tuple(sections),
        draw(st.sampled_from(list(Genre))),
        draw(st.integers(30, 300)),
        draw(st.sampled_from(ALL_KEYS)).name,
        draw(st.sampled_from(list(Meter))),
        draw(st.integers(0, 2**63 - 1)),
        draw(st.sampled_from([None, *Voice])),
        {role: draw(st.sampled_from(_INSTRUMENTS[role])) for role in roles},
        draw(st.floats(0, 4)),
    )
