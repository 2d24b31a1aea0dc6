"""What is usual in each genre, as a table: tempo, mode, meters, instruments, voice, pace of the words.

It knows nothing of captions or sections.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.meter import Meter
from songwright.song.plan import Voice


class Shape(StrEnum):
    """How an instrumental of the genre is built."""

    SONG = "song"  # verses, choruses and a bridge
    THEME = "theme"  # A A B A
    CHORUSES = "choruses"  # twelve bars, over and over
    HEAD = "head"  # head, solos, head
    DANCE = "dance"  # build, drop, breakdown, build, drop
    LOOP = "loop"  # a groove with variations
    EVOLVING = "evolving"  # long parts that grow out of each other
    SCORE = "score"  # theme, build, climax


@dataclass(frozen=True, slots=True)
class GenreProfile:
    """What the planner chooses from when nobody said otherwise.

    Attributes:
        bpm: lowest and highest usual tempo in quarter notes per minute.
        minor: how often the genre is in minor, 0 to 1.
        meters: usual meters and how often.
        major_tonics: tonics that suit the genre's instruments, in major.
        minor_tonics: the same in minor.
        instruments: which instrument fills each role; an absent role is silent.
        guitar: what "guitar" means here.
        voice: who sings.
        energy: how driving the genre is, 0 to 1.
        syllables_per_s: a comfortable pace of the words while they are sung.
        instrumental_s: shortest and longest usual length of an instrumental in seconds.
        shape: how an instrumental is built.
    """

    bpm: tuple[int, int]
    minor: float
    meters: tuple[tuple[Meter, float], ...]
    major_tonics: tuple[str, ...]
    minor_tonics: tuple[str, ...]
    instruments: dict[Role, str]
    guitar: str
    voice: Voice
    energy: float
    syllables_per_s: float
    instrumental_s: tuple[int, int]
    shape: Shape


_FOUR = ((Meter.FOUR, 1.0),)
_GUITAR_MAJOR, _GUITAR_MINOR = ("G", "D", "A", "E", "C"), ("E", "A", "D", "B")
_PIANO_MAJOR, _PIANO_MINOR = ("C", "F", "G", "D", "Eb", "Bb", "A"), ("A", "C", "D", "E", "G", "F")
_HORN_MAJOR, _HORN_MINOR = ("F", "Bb", "Eb", "Ab", "C"), ("C", "G", "D", "F")


def _band(drums: str, bass: str, chords: str, lead: str, **more: str) -> dict[Role, str]:
    band = {Role.DRUMS: drums, Role.BASS: bass, Role.CHORDS: chords}
    band.update({Role(role): name for role, name in more.items()})
    return {**band, Role.LEAD: lead}


PROFILES: dict[Genre, GenreProfile] = {
    Genre.POP: GenreProfile(
        bpm=(96, 126),
        minor=0.35,
        meters=_FOUR,
        major_tonics=_PIANO_MAJOR,
        minor_tonics=_PIANO_MINOR,
        instruments=_band(
            "acoustic_kit",
            "electric_bass",
            "piano",
            "synth_lead",
            rhythm="clean_guitar",
            pad="warm_pad",
            arp="synth_pluck",
            percussion="percussion",
        ),
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.65,
        syllables_per_s=2.8,
        instrumental_s=(80, 110),
        shape=Shape.SONG,
    ),
    Genre.BALLAD: GenreProfile(
        bpm=(62, 84),
        minor=0.4,
        meters=((Meter.FOUR, 0.8), (Meter.SIX, 0.2)),
        major_tonics=_PIANO_MAJOR,
        minor_tonics=_PIANO_MINOR,
        instruments=_band(
            "acoustic_kit", "electric_bass", "piano", "violin", rhythm="steel_guitar", pad="strings"
        ),
        guitar="steel_guitar",
        voice=Voice.FEMALE,
        energy=0.4,
        syllables_per_s=2.3,
        instrumental_s=(80, 110),
        shape=Shape.SONG,
    ),
    Genre.ROCK: GenreProfile(
        bpm=(108, 148),
        minor=0.45,
        meters=_FOUR,
        major_tonics=_GUITAR_MAJOR,
        minor_tonics=_GUITAR_MINOR,
        instruments=_band(
            "rock_kit",
            "picked_bass",
            "overdriven_guitar",
            "overdriven_guitar",
            rhythm="muted_guitar",
            pad="organ",
        ),
        guitar="overdriven_guitar",
        voice=Voice.MALE,
        energy=0.8,
        syllables_per_s=2.8,
        instrumental_s=(80, 115),
        shape=Shape.SONG,
    ),
    Genre.METAL: GenreProfile(
        bpm=(120, 180),
        minor=0.95,
        meters=_FOUR,
        major_tonics=("E", "D"),
        minor_tonics=("E", "D", "C", "B"),
        instruments=_band(
            "metal_kit", "picked_bass", "distorted_guitar", "distorted_guitar", rhythm="muted_guitar"
        ),
        guitar="distorted_guitar",
        voice=Voice.MALE,
        energy=0.9,
        syllables_per_s=2.9,
        instrumental_s=(80, 115),
        shape=Shape.SONG,
    ),
    Genre.BLACK_METAL: GenreProfile(
        bpm=(140, 190),
        minor=1.0,
        meters=_FOUR,
        major_tonics=("D",),
        minor_tonics=("D", "E", "C", "A"),
        instruments=_band(
            "metal_kit",
            "picked_bass",
            "distorted_guitar",
            "distorted_guitar",
            rhythm="distorted_guitar",
            pad="choir",
        ),
        guitar="distorted_guitar",
        voice=Voice.MALE,
        energy=0.95,
        syllables_per_s=2.8,
        instrumental_s=(90, 120),
        shape=Shape.SONG,
    ),
    Genre.FOLK: GenreProfile(
        bpm=(84, 118),
        minor=0.35,
        meters=((Meter.FOUR, 0.75), (Meter.THREE, 0.15), (Meter.SIX, 0.1)),
        major_tonics=("G", "D", "C", "A"),
        minor_tonics=("A", "E", "D"),
        instruments=_band("brush_kit", "upright_bass", "steel_guitar", "violin"),
        guitar="steel_guitar",
        voice=Voice.FEMALE,
        energy=0.45,
        syllables_per_s=2.7,
        instrumental_s=(70, 100),
        shape=Shape.THEME,
    ),
    Genre.COUNTRY: GenreProfile(
        bpm=(92, 128),
        minor=0.12,
        meters=((Meter.FOUR, 0.85), (Meter.THREE, 0.15)),
        major_tonics=_GUITAR_MAJOR,
        minor_tonics=_GUITAR_MINOR,
        instruments=_band(
            "acoustic_kit",
            "electric_bass",
            "steel_guitar",
            "pedal_steel",
            rhythm="clean_guitar",
            arp="banjo",
        ),
        guitar="steel_guitar",
        voice=Voice.MALE,
        energy=0.6,
        syllables_per_s=2.8,
        instrumental_s=(70, 100),
        shape=Shape.THEME,
    ),
    Genre.BLUES: GenreProfile(
        bpm=(72, 118),
        minor=0.2,
        meters=((Meter.FOUR, 0.85), (Meter.SIX, 0.15)),
        major_tonics=("E", "A", "G", "C"),
        minor_tonics=("A", "E", "B", "C"),
        instruments=_band(
            "acoustic_kit",
            "electric_bass",
            "clean_guitar",
            "overdriven_guitar",
            rhythm="piano",
            pad="organ",
        ),
        guitar="overdriven_guitar",
        voice=Voice.MALE,
        energy=0.55,
        syllables_per_s=2.5,
        instrumental_s=(80, 115),
        shape=Shape.CHORUSES,
    ),
    Genre.JAZZ: GenreProfile(
        bpm=(96, 168),
        minor=0.35,
        meters=((Meter.FOUR, 0.9), (Meter.THREE, 0.1)),
        major_tonics=_HORN_MAJOR,
        minor_tonics=_HORN_MINOR,
        instruments=_band("brush_kit", "upright_bass", "piano", "saxophone", rhythm="clean_guitar"),
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.5,
        syllables_per_s=2.6,
        instrumental_s=(80, 120),
        shape=Shape.HEAD,
    ),
    Genre.SOUL: GenreProfile(
        bpm=(76, 112),
        minor=0.45,
        meters=((Meter.FOUR, 0.88), (Meter.SIX, 0.12)),
        major_tonics=_HORN_MAJOR,
        minor_tonics=_HORN_MINOR,
        instruments=_band(
            "acoustic_kit",
            "electric_bass",
            "electric_piano",
            "saxophone",
            rhythm="clean_guitar",
            pad="organ",
            arp="brass",
            percussion="percussion",
        ),
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.6,
        syllables_per_s=2.8,
        instrumental_s=(75, 105),
        shape=Shape.SONG,
    ),
    Genre.REGGAE: GenreProfile(
        bpm=(68, 92),
        minor=0.4,
        meters=_FOUR,
        major_tonics=("G", "A", "C", "D"),
        minor_tonics=("A", "E", "D", "G"),
        instruments=_band(
            "acoustic_kit",
            "electric_bass",
            "clean_guitar",
            "saxophone",
            rhythm="organ",
            arp="brass",
            percussion="percussion",
        ),
        guitar="clean_guitar",
        voice=Voice.MALE,
        energy=0.55,
        syllables_per_s=2.7,
        instrumental_s=(75, 105),
        shape=Shape.LOOP,
    ),
    Genre.LATIN: GenreProfile(
        bpm=(92, 128),
        minor=0.6,
        meters=_FOUR,
        major_tonics=("C", "G", "D", "A", "F"),
        minor_tonics=("A", "E", "D", "G", "C"),
        instruments=_band("latin_kit", "electric_bass", "nylon_guitar", "trumpet", rhythm="piano"),
        guitar="nylon_guitar",
        voice=Voice.FEMALE,
        energy=0.65,
        syllables_per_s=3.1,
        instrumental_s=(75, 105),
        shape=Shape.SONG,
    ),
    Genre.HIP_HOP: GenreProfile(
        bpm=(82, 104),
        minor=0.85,
        meters=_FOUR,
        major_tonics=("C", "F", "Eb"),
        minor_tonics=("C", "D", "F", "G", "A", "E"),
        instruments=_band(
            "trap_kit", "sub_bass", "electric_piano", "synth_lead", pad="synth_pad", arp="synth_pluck"
        ),
        guitar="clean_guitar",
        voice=Voice.MALE,
        energy=0.65,
        syllables_per_s=4.0,
        instrumental_s=(60, 90),
        shape=Shape.LOOP,
    ),
    Genre.LOFI: GenreProfile(
        bpm=(70, 88),
        minor=0.45,
        meters=_FOUR,
        major_tonics=_HORN_MAJOR,
        minor_tonics=("A", "C", "D", "F"),
        instruments=_band(
            "lofi_kit",
            "electric_bass",
            "electric_piano",
            "vibraphone",
            rhythm="clean_guitar",
            pad="warm_pad",
            texture="vinyl_crackle",
        ),
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.3,
        syllables_per_s=2.5,
        instrumental_s=(75, 110),
        shape=Shape.LOOP,
    ),
    Genre.ELECTRONIC: GenreProfile(
        bpm=(120, 132),
        minor=0.75,
        meters=_FOUR,
        major_tonics=("C", "F", "G", "D"),
        minor_tonics=("A", "F", "G", "C", "D", "E"),
        instruments=_band(
            "electronic_kit",
            "synth_bass",
            "supersaw",
            "synth_lead",
            pad="synth_pad",
            arp="synth_pluck",
            texture="riser",
        ),
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.8,
        syllables_per_s=2.6,
        instrumental_s=(85, 120),
        shape=Shape.DANCE,
    ),
    Genre.AMBIENT: GenreProfile(
        bpm=(56, 76),
        minor=0.4,
        meters=_FOUR,
        major_tonics=("C", "D", "F", "G", "A"),
        minor_tonics=("A", "D", "E", "C"),
        instruments={
            Role.CHORDS: "warm_pad",
            Role.PAD: "synth_pad",
            Role.ARP: "music_box",
            Role.LEAD: "piano",
        },
        guitar="clean_guitar",
        voice=Voice.FEMALE,
        energy=0.15,
        syllables_per_s=1.9,
        instrumental_s=(95, 120),
        shape=Shape.EVOLVING,
    ),
    Genre.CINEMATIC: GenreProfile(
        bpm=(78, 118),
        minor=0.7,
        meters=((Meter.FOUR, 0.85), (Meter.THREE, 0.08), (Meter.SIX, 0.07)),
        major_tonics=("D", "C", "Eb", "F", "Bb"),
        minor_tonics=("D", "C", "G", "A", "E"),
        instruments=_band(
            "orchestral_kit",
            "upright_bass",
            "strings",
            "violin",
            rhythm="french_horn",
            pad="choir",
            arp="pizzicato_strings",
        ),
        guitar="nylon_guitar",
        voice=Voice.FEMALE,
        energy=0.65,
        syllables_per_s=2.3,
        instrumental_s=(75, 115),
        shape=Shape.SCORE,
    ),
}
