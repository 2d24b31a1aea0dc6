"""How lines are sung: the style, the harmonies, the answers. Tags are followed first, then the caption.

It knows nothing of lengths, notes or sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from songwright.planner.drafts import Draft
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.lyrics import LyricLine, LyricSection, SectionKind
from songwright.song.plan import VocalStyle
from songwright.song.pronunciation import Word, count_syllables

_HEAVY_GENRES = (Genre.METAL, Genre.BLACK_METAL)
_GROWL = r"growl|scream|harsh|guttural|shriek"
_STYLES: tuple[tuple[VocalStyle, str], ...] = (  # the first that a tag names wins
    (VocalStyle.WHISPER, r"whisper|hushed|breathy"),
    (VocalStyle.SPOKEN, r"\bspoken\b|spoken word|narrat|recit|monologue|\btalk(ed|ing)\b"),
    (VocalStyle.FALSETTO, r"falsetto|head voice"),
    (VocalStyle.SUNG, r"\bclean\b|operatic"),
    (VocalStyle.GROWL, _GROWL),
    (VocalStyle.RASPY, r"rasp|gravel|hoarse|gritty"),
    (VocalStyle.BELT, r"belt"),
    (VocalStyle.SUNG, r"opera|\bsung\b|melodic vocal|choir|soft"),
)
_SOFT = (VocalStyle.WHISPER, VocalStyle.SPOKEN, VocalStyle.FALSETTO)
_REFRAINS = (SectionKind.CHORUS, SectionKind.POST_CHORUS, SectionKind.DROP)
_GROWLED_BY_DEFAULT = (SectionKind.VERSE, SectionKind.PRE_CHORUS)
_HARMONIES = re.compile(r"\bharmon(y|ies|i[sz]ed|i[sz]ing)\b|\bchoir\b|\bgang vocals?\b|\bgroup vocals?\b")
_RESPONSES = re.compile(r"\bcall[- ](and|&|n)[- ]response\b|\becho(es|ed)?\b|\bresponses?\b")
_AD_LIBS = re.compile(r"\bad[- ]?libs?\b|\bad[- ]?libbed\b")
_INTERJECTIONS = ("oh", "yeah", "hey", "oh yeah", "ooh", "woah")
_FEWEST_ANSWERED, _MOST_ANSWERED = 2, 5  # syllables of an answer that takes up the end of the call

SayLine = Callable[[str], tuple[Word, ...]]


def vocal_style(
    draft: Draft, line_modifiers: tuple[str, ...], genre: Genre, caption_styles: tuple[VocalStyle, ...]
) -> VocalStyle:
    """How a line is sung: by its own tag, else by its section's, else by the caption.

    "Aggressive" means growling in metal only; a caption that asks for growls gets them in metal verses that
    say nothing else. Of two ways to sing in a caption the soft one is for verses, the other for choruses.
    """
    for modifiers in (line_modifiers, (*draft.modifiers, draft.title.lower())):
        style = _style_in(" ".join(modifiers).lower(), genre)
        if style is not None:
            return style
    if VocalStyle.GROWL in caption_styles and genre in _HEAVY_GENRES and draft.kind in _GROWLED_BY_DEFAULT:
        return VocalStyle.GROWL
    return _style_of_caption(draft.kind, tuple(s for s in caption_styles if s is not VocalStyle.GROWL))


def has_harmonies(draft: Draft, line_modifiers: tuple[str, ...]) -> bool:
    """Whether a tag asks for other voices in harmony."""
    return _asks(_HARMONIES, (*line_modifiers, *draft.modifiers))


def with_answers(sections: Sequence[LyricSection], say: SayLine, seed: int) -> tuple[LyricSection, ...]:
    """The lyrics with the answers that tags ask for: [call and response] echoes lines, [ad-lib] calls in.

    Args:
        sections: the lyrics.
        say: the words of a line with their syllables.
        seed: chooses the interjections.
    """
    chance = Chance(seed, "planner", "ad-libs")

    def answered(line: LyricLine, modifiers: tuple[str, ...]) -> LyricLine:
        asked = (*modifiers, *line.modifiers)
        if not line.text or line.backing:
            return line
        if _asks(_RESPONSES, asked):
            return replace(line, backing=_echo(say(line.text)))
        if _asks(_AD_LIBS, asked) and chance.chance(0.7):
            return replace(line, backing=chance.choice(_INTERJECTIONS))
        return line

    return tuple(
        replace(section, lines=tuple(answered(line, section.modifiers) for line in section.lines))
        for section in sections
    )


def _style_in(words: str, genre: Genre) -> VocalStyle | None:
    for style, pattern in _STYLES:
        known = f"{pattern}|aggressive" if pattern is _GROWL and genre in _HEAVY_GENRES else pattern
        if re.search(known, words):
            return style
    return None


def _style_of_caption(kind: SectionKind, styles: tuple[VocalStyle, ...]) -> VocalStyle:
    if not styles:
        return VocalStyle.SUNG
    soft = next((style for style in styles if style in _SOFT), None)
    strong = next((style for style in styles if style not in _SOFT), None)
    if soft is not None and strong is not None:
        return strong if kind in _REFRAINS else soft
    if strong is VocalStyle.BELT:
        return strong if kind in _REFRAINS else VocalStyle.SUNG
    return soft or strong or VocalStyle.SUNG


def _asks(pattern: re.Pattern[str], modifiers: tuple[str, ...]) -> bool:
    return pattern.search(" ".join(modifiers).lower()) is not None


def _echo(words: tuple[Word, ...]) -> str:
    """The last words of a call, two to five syllables, as its answer."""
    tail: tuple[Word, ...] = ()
    for word in reversed(words):
        if count_syllables(tail) >= _FEWEST_ANSWERED or (
            tail and count_syllables((word, *tail)) > _MOST_ANSWERED
        ):
            break
        tail = (word, *tail)
    joint = "" if _is_unspaced(tail) else " "
    return joint.join(word.text for word in tail).strip(" ,;:-–—")


def _is_unspaced(words: tuple[Word, ...]) -> bool:
    """Whether the words are of a script that is written without spaces: kana and Chinese characters."""
    return any("぀" <= character <= "鿿" for word in words for character in word.text)
