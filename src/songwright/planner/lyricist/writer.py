"""Writes lyrics: a wish becomes sections of lines that scan, rhyme and speak of the wish.

Images come from one field, feelings are said in plain words, and the subject of the description is sung in
the chorus and in the verses. It knows nothing of melody, tempo or bars.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from songwright.planner.caption import mentions
from songwright.planner.lyricist import genre_rows
from songwright.planner.lyricist.choices import Field, Theme, choose_field, choose_theme
from songwright.planner.lyricist.forms import MANNERS, PUNK, Manner, Part, Scheme, asked_form, form_for
from songwright.planner.lyricist.rhyme import Spoken
from songwright.planner.lyricist.rows import Bank, Limits, Stanza, couplets, quatrains, read_rows
from songwright.planner.lyricist.subjects import HOOKS, VERSES
from songwright.planner.lyricist.topic import SubjectKind, Topic, is_named, read_topic
from songwright.planner.lyricist.wish import LyricWish
from songwright.planner.words import plain_words
from songwright.song.chance import Chance
from songwright.song.genre import Genre
from songwright.song.lyrics import SectionKind
from songwright.song.pronunciation import Pronounce

_BEST_SYLLABLES = (7, 9)
_STYLE_WEIGHT = 1.5  # from here on a word names a style of music and not what the song is about
_REFRAINS = ("{s}", "Oh, {s}", "{s}, {s}", "{s}, oh, {s}", "Sing it for {s}", "{s}, only {s}")
_SOMEBODY = (SubjectKind.NAME, SubjectKind.RELATION)
_SHE = {"she": ("she", "her", "her"), "he": ("he", "him", "his"), "they": ("they", "them", "their")}


def write_lyrics(wish: LyricWish, pronounce: Pronounce) -> str:
    """Lyrics with section tags, in English; the same wish gives the same lyrics.

    Args:
        wish: what they are to be like.
        pronounce: tells syllables and rhymes.
    """
    return "\n\n".join(
        "\n".join([f"[{part.title}]", *(line.text for line in lines)])
        for part, lines in _Writer(wish, pronounce).sections()
    )


class _Writer:
    """Writes one song, section by section."""

    def __init__(self, wish: LyricWish, pronounce: Pronounce) -> None:
        chance = Chance(wish.seed, "lyricist", wish.description)
        self._wish = wish
        self._chance = chance.child("form")
        self.topic = read_topic(wish.description)
        topic, whole = f"{self.topic.subject} {self.topic.place}", _without_style(wish.description)
        owned = re.split(r"['’]s\s", topic, maxsplit=1)[-1]  # "my grandmother's garden" is a garden
        self.field: Field = choose_field((owned, topic, whole), wish.genre, chance.child("field"))
        self.theme: Theme = choose_theme((whole,), wish.genre, wish.moods, chance.child("theme"))
        self.manner = _manner(wish)
        self._bank = Bank(chance.child("rows"), pronounce, _slots(self.topic))
        low, high = self.manner.syllables
        self._limits = Limits(low, high, (low, high) if low > 6 else _BEST_SYLLABLES)
        self._chorus: tuple[Spoken, ...] = ()

    def sections(self) -> list[tuple[Part, tuple[Spoken, ...]]]:
        """Every part with its lines."""
        wish, manner = self._wish, self.manner
        parts = asked_form(wish.form, wish.genre, manner) or form_for(wish.genre, manner, wish.duration_s)
        self._chorus = self._write_chorus(max(part.lines for part in parts))
        verses = 0
        written = []
        for part in parts:
            verses += part.kind is SectionKind.VERSE
            written.append((part, self._write(part, verses)))
        return written

    def _write(self, part: Part, verse: int) -> tuple[Spoken, ...]:
        if not part.lines:
            return ()
        if part.kind is SectionKind.CHORUS:
            return self._chorus[: part.lines]
        if part.kind is SectionKind.OUTRO:
            return self._chorus[:2]
        if part.kind is SectionKind.VERSE:
            return self._write_verse(part.lines, verse)
        if part.kind is SectionKind.BRIDGE:
            return self._stanzas([self._plain("TURN"), self._plain("TURN", "FEEL")], part.lines)
        return self._stanzas([self._subject_rows()], part.lines, self._plain("TROUBLE", "FEEL"))

    def _write_chorus(self, lines: int) -> tuple[Spoken, ...]:
        feel = self._plain("FEEL")
        limits = Limits(6, 10, _BEST_SYLLABLES)
        hooks = self._hook_rows()
        parted = self.manner.scheme is Scheme.ABAB
        hook = self._draw(hooks, limits, (), parted) if hooks else None
        if hook is None and self.topic.subject:
            return self._refrain_chorus(feel, limits)
        hook = (
            hook or self._draw(self._plain("HOOK"), limits, (), parted) or self._draw(feel, limits, (), False)
        )
        if hook is None:
            return ()
        if self.manner.scheme is Scheme.AAB:
            return (hook.lines[0], hook.lines[0], hook.lines[1])
        answer = self._draw(feel, limits, hook.lines, parted and hook.parts)
        return _woven(hook, answer, parted) if lines > 2 else hook.lines

    def _refrain_chorus(self, feel: Sequence[str], limits: Limits) -> tuple[Spoken, ...]:
        """The subject as a line of its own, between lines that rhyme: for subjects that fit no other line."""
        said = [self._bank.say(text) for text in _REFRAINS]
        refrain = next((line for line in said if limits.low - 1 <= line.syllables <= limits.high), said[0])
        answer = self._draw(feel, limits, (refrain,), False)
        if answer is None:
            return (refrain, refrain)
        return (refrain, answer.lines[0], refrain, answer.lines[1])

    def _write_verse(self, lines: int, verse: int) -> tuple[Spoken, ...]:
        genre, scheme = self._wish.genre, self.manner.scheme
        scenes, trouble = read_rows(self.field.rows), self._plain("TROUBLE")
        if scheme is Scheme.AAB:
            return self._blues_verse(lines, verse)
        if genre is Genre.HIP_HOP:
            raps = read_rows(genre_rows.RAP)
            return self._stanzas([self._subject_rows() or raps, *[raps] * (lines // 2 - 1)], lines)
        if self.manner is PUNK:
            own = read_rows(genre_rows.PUNK)
            return self._stanzas([own, self._subject_rows() if verse == 1 else trouble], lines, own)
        if lines >= 4 and (scheme is Scheme.ABCB or (scheme is Scheme.ABAB and verse == 1)):
            return self._ballad_verse(lines, verse)
        if genre is Genre.ELECTRONIC and self.topic.kind is None and verse > 1:
            scenes = read_rows(genre_rows.CLUB)
        pairs = couplets(scenes)
        told = [(pairs, self._subject_rows() or pairs), (self._subject_rows() or pairs, trouble),
                (pairs, self._plain("TURN"))]  # fmt: skip
        return self._stanzas(told[min(verse, 3) - 1], lines, pairs)

    def _blues_verse(self, lines: int, verse: int) -> tuple[Spoken, ...]:
        """A line, the line again, and its answer; every third verse speaks of the song's own trouble."""
        rows = self._plain("TROUBLE") if verse % 3 == 2 else read_rows(genre_rows.BLUES)
        stanza = self._draw(rows, self._limits, (), False)
        if stanza is None:
            return self._chorus[:lines]
        return (stanza.lines[0], stanza.lines[0], stanza.lines[1])[:lines]

    def _ballad_verse(self, lines: int, verse: int) -> tuple[Spoken, ...]:
        """A quatrain that tells, and in long verses couplets after it."""
        scenes = read_rows(self.field.rows)
        quatrain = self._draw(quatrains(scenes), Limits(6, 10, (6, 10)), (), False)
        first = quatrain.lines if quatrain else self._stanzas([couplets(scenes)] * 2, 4)
        if lines <= 4:
            return first
        last = self._plain("TROUBLE") if verse > 1 else couplets(scenes)
        return (*first, *self._stanzas([self._subject_rows() or couplets(scenes), last], lines - 4))

    def _stanzas(
        self, banks: Sequence[Sequence[str]], lines: int, spare: Sequence[str] = ()
    ) -> tuple[Spoken, ...]:
        """Couplets from one bank after the other, from the spare one where a bank gives none."""
        written: tuple[Spoken, ...] = ()
        for rows in banks:
            if len(written) >= lines:
                break
            stanza = self._draw(couplets(rows), self._limits, written[-2:], False)
            stanza = stanza or self._draw(couplets(spare), self._limits, written[-2:], False)
            written += stanza.lines if stanza else ()
        return written

    def _draw(
        self, rows: Sequence[str], limits: Limits, before: Sequence[Spoken], parted: bool
    ) -> Stanza | None:
        """A stanza, better without the sounds of the lines before it, but with them rather than none."""
        fits = (lambda stanza: stanza.parts) if parted else (lambda stanza: True)
        return self._bank.draw(rows, limits, before, fits) or self._bank.draw(rows, limits, (), fits)

    def _plain(self, *uses: str) -> tuple[str, ...]:
        return tuple(row for use in uses for row in read_rows(self.theme.rows[use]))

    def _hook_rows(self) -> tuple[str, ...]:
        if self.topic.kind in _SOMEBODY and "NAMED" in self.theme.rows:
            return self._plain("NAMED")
        kind = self.topic.kind
        if kind is None:
            return ()
        general = "THING" if kind is SubjectKind.CHARACTER and self.topic.plural else kind.name
        return self._plain(general) if general in self.theme.rows else read_rows(HOOKS[kind])

    def _subject_rows(self) -> tuple[str, ...]:
        kind, place = self.topic.kind, self.topic.place
        own = "" if kind is None else f"{kind.name}_VERSE"
        rows = self._plain(own) if own in self.theme.rows else read_rows(VERSES[kind]) if kind else ()
        if not place or kind in (SubjectKind.PLACE, SubjectKind.SPOT):
            return rows
        return (*rows, *read_rows(VERSES[SubjectKind.PLACE if is_named(place) else SubjectKind.SPOT]))


def _woven(one: Stanza, other: Stanza | None, crossed: bool) -> tuple[Spoken, ...]:
    """Two couplets as A A B B, or as A B A B where each line stands by itself."""
    if other is None:
        return one.lines
    if crossed and one.parts and other.parts:
        return (one.lines[0], other.lines[0], one.lines[1], other.lines[1])
    return (*one.lines, *other.lines)


def _manner(wish: LyricWish) -> Manner:
    is_punk = wish.genre is Genre.ROCK and "punk" in plain_words(wish.description)
    return PUNK if is_punk else MANNERS[wish.genre]


def _without_style(description: str) -> str:
    """A description without the words that name styles and instruments: "drum machine" is no machine."""
    words = " ".join(plain_words(description))
    for mention in mentions(description):
        if mention.meaning.instruments or mention.meaning.weight >= _STYLE_WEIGHT:
            words = words.replace(mention.words, " ")
    return words


def _slots(topic: Topic) -> dict[str, str]:
    he, him, his = _SHE[topic.he]
    plural = topic.plural
    return {
        "s": topic.subject, "the": re.sub(r"^an? ", "the ", topic.subject), "in": topic.place,
        "he": he, "him": him, "his": his,
        "is": "are" if plural else "is", "was": "were" if plural else "was",
        "has": "have" if plural else "has", "it": "them" if plural else "it",
    }  # fmt: skip
