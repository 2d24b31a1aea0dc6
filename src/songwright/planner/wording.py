"""Has lyrics written where the request wants a sung song and gives no words. It knows nothing of the form."""

from __future__ import annotations

import dataclasses

from songwright.planner.caption import read_caption
from songwright.planner.lyricist.rhyme import LANGUAGE
from songwright.planner.lyricist.wanted import wants_words
from songwright.planner.lyricist.wish import LyricWish
from songwright.planner.lyricist.writer import write_lyrics
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind, is_instrumental, parse_lyrics
from songwright.song.plan import Decision
from songwright.song.pronunciation import Pronounce
from songwright.song.request import SongRequest


def leaves_words_open(request: SongRequest) -> bool:
    """Whether the planner is to write the words: it was asked to, and nobody asks for an instrumental."""
    if not request.auto_lyrics or request.instrumental or read_caption(request.caption).wordless:
        return False
    if not wants_words(request.caption):
        return False
    sections = parse_lyrics(request.lyrics or "")
    says_none = bool(sections) and all(section.kind is SectionKind.INSTRUMENTAL for section in sections)
    return is_instrumental(sections) and not says_none


def with_words(
    request: SongRequest, seed: int, pronounce: Pronounce, share: float = 1.0
) -> tuple[SongRequest, Decision]:
    """The request with lyrics, and the note about it.

    Args:
        request: tags without lines give the form.
        seed: source of all choices.
        pronounce: tells syllables and rhymes.
        share: of the song's length that the words may take for granted, 0 to 1.
    """
    facts = read_caption(request.caption)
    duration_s = request.duration_s or facts.figures.duration_s
    wish = LyricWish(
        description=request.caption,
        genre=facts.genre or Genre.POP,
        moods=facts.moods,
        seed=seed,
        duration_s=None if duration_s is None else duration_s * share,
        form=tuple(section.title for section in parse_lyrics(request.lyrics or "")),
    )
    words = write_lyrics(wish, pronounce)
    asked = request.vocal_language
    is_other = asked is not None and asked.lower() != LANGUAGE
    note = f"; in English, as no lyrics can be written in '{asked}' yet" if is_other else ""
    reason = Decision("lyrics", "written for the caption", f"no lyrics were given{note}")
    return dataclasses.replace(request, lyrics=words, vocal_language=LANGUAGE), reason
