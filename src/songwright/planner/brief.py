"""Settles everything but tempo, length and sections: genre, meter, key, voice, language, instruments, pace.

It knows nothing of bars or of the form.
"""

from __future__ import annotations

from dataclasses import dataclass

from songwright.planner.band import Band, can_lead, choose_band, concrete_instrument
from songwright.planner.caption import CaptionFacts, read_caption
from songwright.planner.duration import bars_in
from songwright.planner.fitting import Pace
from songwright.planner.genres import PROFILES, GenreProfile
from songwright.planner.language import detect_language
from songwright.sing.pronounce import Source, source_of
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import Key, Mode, parse_key
from songwright.song.lyrics import LyricSection, is_instrumental, parse_lyrics
from songwright.song.meter import Meter
from songwright.song.plan import Decision, Voice
from songwright.song.request import SongRequest

_ALWAYS_MINOR = 0.9  # genres that are minor so often that a bright mood does not change it
_FASTEST_SUNG, _FASTEST_RAPPED = 6.0, 7.0  # syllables per second
_RAP_WORDS = frozenset({"rap", "rapped", "rapping", "fast flow", "double time"})
_FOREIGN_ACCENT = {
    Source.ESPEAK: "there are no own rules for '{}'; the installed program espeak-ng says it",
    Source.LETTERS: "neither we nor an installed espeak-ng know '{}': expect a foreign accent",
}
_TEMPO_PLAY = 0.2  # how far chance moves the tempo, as a share of half the usual range


@dataclass(frozen=True, slots=True)
class Brief:
    """A song with everything but tempo, length and sections.

    Attributes:
        request: what the caller said.
        seed: source of all choices.
        facts: what the caption says.
        genre: the style.
        profile: what is usual in it.
        meter: time signature.
        key: tonic and mode.
        voice: who sings, or None.
        language: ISO 639-1.
        band: the instruments.
        sections: the lyrics.
        sung: whether they are sung.
    """

    request: SongRequest
    seed: int
    facts: CaptionFacts
    genre: Genre
    profile: GenreProfile
    meter: Meter
    key: Key
    voice: Voice | None
    language: str
    band: Band
    sections: tuple[LyricSection, ...]
    sung: bool

    @property
    def pace(self) -> Pace:
        """How fast the words may be sung: up to 7 syllables per second where they are rapped, else 6."""
        tags = {word for s in self.sections for word in (*s.modifiers, *s.title.lower().split())}
        raps = self.genre is Genre.HIP_HOP or bool(tags & _RAP_WORDS)
        return Pace(self.profile.syllables_per_s, _FASTEST_RAPPED if raps else _FASTEST_SUNG)

    @property
    def leads(self) -> tuple[str, ...]:
        """One or two instruments of the band that can carry a melody, the best first."""
        roles = (Role.LEAD, Role.CHORDS, Role.RHYTHM, Role.ARP)
        names = dict.fromkeys(self.band.instruments.get(role, "") for role in roles)
        able = [name for name in names if name and can_lead(name)]
        return tuple(able[:2]) or tuple(self.band.instruments.values())[:1] or ("piano",)

    @property
    def asked_lead(self) -> str | None:
        """The instrument in the lead role, if the caption names it."""
        lead = self.band.instruments.get(Role.LEAD)
        named = {concrete_instrument(item.name, self.genre, self.profile) for item in self.facts.instruments}
        return lead if lead in named else None


def settle(request: SongRequest, seed: int, reasons: list[Decision]) -> Brief:
    """Settle what can be settled before the form; every decision is added to the reasons."""
    facts = read_caption(request.caption)
    sections = parse_lyrics(request.lyrics or "")
    genre = facts.genre or Genre.POP
    why = f"caption says '{facts.genre_words}'" if facts.genre else "the caption names no genre"
    reasons.append(Decision("genre", genre, why))
    if _is_foreign(request.caption, facts):
        reasons.append(Decision("caption", "not understood", "style is read in English words only"))
    profile = PROFILES[genre]
    sung = _is_sung(request, facts, sections, reasons)
    meter = _choose_meter(request, seed, facts, profile, reasons)
    key = _choose_key(request, seed, facts, genre, reasons)
    voice = _choose_voice(request, facts, genre, sung, reasons)
    language = _choose_language(request, sung, reasons)
    band = choose_band(facts, genre, profile)
    reasons.extend(band.decisions)
    return Brief(request, seed, facts, genre, profile, meter, key, voice, language, band, sections, sung)


def _is_foreign(caption: str, facts: CaptionFacts) -> bool:
    """Whether nothing in a caption was understood because it is in another language than English."""
    understood = facts.genre or facts.moods or facts.instruments or facts.voice or facts.figures.quotes
    return not understood and len(caption.split()) > 1 and detect_language(caption)[0] != "en"


def said_bpm(brief: Brief, reasons: list[Decision]) -> int | None:
    """The tempo that the request or the caption fixes."""
    figures = brief.facts.figures
    if brief.request.bpm is not None:
        return brief.request.bpm
    if figures.bpm is not None:
        reasons.append(Decision("bpm", f"{figures.bpm}", f"caption says '{figures.quotes['bpm']}'"))
    return figures.bpm


def said_duration_s(brief: Brief, reasons: list[Decision]) -> float | None:
    """The length in seconds that the request or the caption fixes."""
    request, figures = brief.request, brief.facts.figures
    if request.duration_s is not None:
        return request.duration_s
    quote = figures.quotes.get("duration_s")
    if figures.duration_s is not None:
        reasons.append(Decision("duration_s", f"{figures.duration_s:g}", f"caption says '{quote}'"))
    elif quote:
        reasons.append(Decision("duration_s", "decided", f"caption says '{quote}', which is not possible"))
    return figures.duration_s


def usual_bpm(brief: Brief) -> tuple[int, int]:
    """The lowest and highest tempo to choose from: the sub-genre's, or a little beyond the genre's."""
    low, high = brief.profile.bpm
    beyond = (high - low) // 8
    return brief.facts.bpm_range or (low - beyond, high + beyond)


def target_bpm(brief: Brief) -> int:
    """The tempo that mood, tempo words and chance point at."""
    low, high = brief.facts.bpm_range or brief.profile.bpm
    play = Chance(brief.seed, "planner", "bpm").uniform(-_TEMPO_PLAY, _TEMPO_PLAY)
    place = 0.5 + 0.5 * (brief.facts.pace + play)
    return round(low + (high - low) * min(max(place, 0.0), 1.0))


def bpm_reason(brief: Brief) -> str:
    """Why the tempo was chosen."""
    why = f"usual in {brief.facts.genre_words if brief.facts.bpm_range else brief.genre}"
    if not brief.facts.pace:
        return why
    return f"{why}, {'faster' if brief.facts.pace > 0 else 'slower'} by the words of the caption"


def _is_sung(
    request: SongRequest, facts: CaptionFacts, sections: tuple[LyricSection, ...], reasons: list[Decision]
) -> bool:
    if is_instrumental(sections):
        return False
    if request.instrumental:
        reasons.append(Decision("lyrics", "not sung", "an instrumental was asked for"))
        return False
    if facts.wordless:
        reasons.append(Decision("lyrics", "sung", "lyrics are given, although the caption asks for none"))
    return True


def _choose_meter(
    request: SongRequest, seed: int, facts: CaptionFacts, profile: GenreProfile, reasons: list[Decision]
) -> Meter:
    if request.meter is not None:
        return request.meter
    quote = facts.figures.quotes.get("meter")
    if facts.meter is not None:
        meter, why = facts.meter, f"caption says '{quote}'" if quote else "the dance that the caption names"
    else:
        meter = Chance(seed, "planner", "meter").weighted(profile.meters)
        why = f"caption says '{quote}', which cannot be played" if quote else "usual in the genre"
        if _is_too_long(meter, request, facts):
            meter, why = Meter.TWO, "a longer bar would not fit into the song"
    reasons.append(Decision("meter", meter.signature, why))
    return meter


def _is_too_long(meter: Meter, request: SongRequest, facts: CaptionFacts) -> bool:
    """Whether not even one bar fits into the song at the tempo asked for."""
    bpm = request.bpm or facts.figures.bpm
    duration_s = request.duration_s or facts.figures.duration_s
    if bpm is None or duration_s is None:
        return False
    return bars_in(duration_s, meter.bar_beats * 60.0 / bpm) < 1


def _choose_language(request: SongRequest, sung: bool, reasons: list[Decision]) -> str:
    if request.vocal_language is not None:
        code = request.vocal_language.lower()
    else:
        code, why = detect_language(request.lyrics or "") if sung else ("en", "nothing is sung")
        reasons.append(Decision("vocal_language", code, why))
    source = source_of(code)
    if sung and source in _FOREIGN_ACCENT:
        reasons.append(Decision("pronunciation", source, _FOREIGN_ACCENT[source].format(code)))
    return code


def _choose_key(
    request: SongRequest, seed: int, facts: CaptionFacts, genre: Genre, reasons: list[Decision]
) -> Key:
    if request.key is not None:
        return request.key
    if facts.figures.key is not None:
        key, why = facts.figures.key, f"caption says '{facts.figures.quotes['key']}'"
    else:
        decision = _choose_mode(seed, facts, genre)
        mode, why = Mode(decision.value), decision.reason
        profile = PROFILES[genre]
        tonics = profile.minor_tonics if mode is Mode.MINOR else profile.major_tonics
        key = parse_key(f"{Chance(seed, 'planner', 'key').choice(tonics)} {mode}")
    reasons.append(Decision("key", key.name, why))
    return key


def _choose_mode(seed: int, facts: CaptionFacts, genre: Genre) -> Decision:
    minor = PROFILES[genre].minor
    if facts.mode is not None:
        return Decision("mode", facts.mode, f"caption says '{facts.mode}'")
    if facts.brightness < 0 or (facts.brightness > 0 and minor < _ALWAYS_MINOR):
        mode = Mode.MINOR if facts.brightness < 0 else Mode.MAJOR
        return Decision("mode", mode, f"the mood is {', '.join(facts.moods)}")
    mode = Mode.MINOR if Chance(seed, "planner", "mode").chance(minor) else Mode.MAJOR
    return Decision("mode", mode, f"usual in {genre}")


def _choose_voice(
    request: SongRequest, facts: CaptionFacts, genre: Genre, sung: bool, reasons: list[Decision]
) -> Voice | None:
    if not sung:
        if not request.instrumental:
            reasons.append(Decision("voice", "none", "there are no words to sing"))
        return None
    voice = facts.voice or PROFILES[genre].voice
    why = f"caption says '{facts.voice_words}'" if facts.voice else f"usual in {genre}"
    reasons.append(Decision("voice", voice, why))
    return voice
