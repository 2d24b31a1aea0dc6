"""Reads what a song is to be about out of its description: "a birthday song for Anna", "lost love in Tokyo".

It knows nothing of music and of how the subject is sung. It reads English by little words and word order; a
description in which it finds no subject gives an empty topic, never an error.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from songwright.planner.figures import read_figures
from songwright.planner.lyricist.topic_words import (
    BOUNDARIES,
    DESCRIBING,
    DETERMINERS,
    FEMALE_RELATIVES,
    ING_NOUNS,
    MALE_RELATIVES,
    MUSIC_WORDS,
    OCCASIONS,
    PEOPLE,
    PLACES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    USES,
)
from songwright.planner.vocabulary import PHRASES
from songwright.planner.words import plain_words


class SubjectKind(StrEnum):
    """What kind of subject a song has; it decides how lines may speak of it."""

    NAME = "name"  # Anna
    RELATION = "relation"  # my grandmother
    CHARACTER = "character"  # a lighthouse keeper, two lovers
    THING = "thing"  # my grandmother's garden, coffee, dragons
    PLACE = "place"  # Tokyo
    SPOT = "spot"  # the old station
    DOING = "doing"  # dancing all night


@dataclass(frozen=True, slots=True)
class Topic:
    """What a song is about.

    Attributes:
        kind: of the subject; None if the description names none.
        subject: as it stands inside a sentence: "my grandmother's garden"; may be empty.
        place: with its preposition, "in Tokyo"; may be empty.
        plural: the subject takes "are".
        he: pronoun of a person: "he", "she" or "they".
    """

    kind: SubjectKind | None = None
    subject: str = ""
    place: str = ""
    plural: bool = False
    he: str = "they"


_SHORT_DOING = 3  # words; longer ones end before a preposition
_MUSIC = frozenset(plain_words(" ".join(MUSIC_WORDS)))
_USES = frozenset(plain_words(" ".join(USES)))
_MOST_WORDS = 6  # of a subject; a hook must fit into a line
_END = r"(?=[,.;:!?\n()\[\]]|\s[-–—]\s|\b(?:with|featuring|feat|in the style|sung by|played)\b|$)"
_ABOUT = re.compile(
    r"\b(?:about|titled|called|(?:story|tale|legend|memor(?:y|ies)|portrait|dreams?|praise|song) of"
    r"|(?:ode|tribute|letter|farewell|goodbye|homage|hymn|dedicated|devoted|lullaby) to)\s+(.+?)" + _END,
    re.I | re.S,
)
_FOR = re.compile(r"\bfor\s+(.+?)" + _END, re.I | re.S)
_PLACE = re.compile(
    r"\b(in|at|on|near|by|under|from|to|through|across)\s+((?:the|my|our|an?)\s+(?:[a-z'’-]+\s+){0,2}?"
    r"[a-z'’-]+|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)(?=\s*(?:$|[,.;:!?\n()]|\s(?:and|with|where|when|who|at"
    r"|in|on|after|before|for|by)\b))"
)
_QUOTED = re.compile(r"[\"“”]")
_POSSESSIVE = re.compile(r"['’]s?$")
_WHICH_OCCASION = re.compile(r"(\d+(st|nd|rd|th)|\w+(tieth|teenth)|first|big|silver|golden)", re.I)
_INSIDE = {"from": "in", "to": "in", "through": "in", "across": "in"}


def read_topic(description: str) -> Topic:
    """What a description says that the song is about."""
    text = _QUOTED.sub("", read_figures(description).rest)
    for pattern, wanted in ((_ABOUT, _any_topic), (_FOR, _dedication)):
        for clause in filter(str.strip, pattern.findall(text)):
            topic = wanted(" ".join(clause.split()))
            if topic is not None:
                return _with_place(topic, clause, text)
    opening = re.split(r"[,.;:!?\n()\[\]]", text.strip(), maxsplit=1)[0].split()
    if opening and _is_doing(opening) and not _is_about_music(opening):
        return _with_place(_doing(opening), " ".join(opening), text)
    if len(opening) > 1 and opening[1].endswith("ing") and opening[0].lower().endswith("s"):
        topic = _noun_topic(opening[:1])  # "robots falling in love"
        if topic is not None:
            return topic
    place = _place_in(text, named_only=False)
    return _place_topic(place) if place else _scanned(text) or Topic()


def _any_topic(clause: str) -> Topic | None:
    words = clause.split()
    if _is_doing(words):
        return _doing(words)
    if words[0].lower() in PRONOUNS:
        return _scanned(clause)
    return _noun_topic(words)


def _doing(words: list[str]) -> Topic:
    first, *rest = _trimmed(words, stop_at_prepositions=len(words) > _SHORT_DOING) or words[:1]
    return Topic(SubjectKind.DOING, " ".join([first.lower(), *rest]))


def _dedication(clause: str) -> Topic | None:
    """Whom a song is for; "for a video game" dedicates nothing."""
    words = clause.split()
    topic = _noun_topic(words)
    if topic is None or set(plain_words(clause)) & _USES:
        return None
    people = (SubjectKind.NAME, SubjectKind.RELATION)
    return topic if topic.kind in people or words[0].lower() in ("my", "our", "two") else None


def _noun_topic(words: list[str]) -> Topic | None:
    phrase = _noun_phrase(words)
    if not phrase or _is_about_music(phrase):
        return None
    phrase = _without_occasion(phrase)
    text, head = " ".join(phrase), re.sub(r"[^\w]", "", _head(phrase).lower())
    if text.lower() in PLACES:
        return Topic(SubjectKind.PLACE, text, f"in {text}")
    if all(word[:1].isupper() or word in ("and", "&") for word in phrase) and head not in PEOPLE | RELATIVES:
        return Topic(SubjectKind.NAME, text, plural="and" in phrase)
    he = _pronoun(head)
    plural = _is_plural(phrase, head)
    if name := _relative_by_name(phrase):
        relative = phrase[-1 - len(name.split())].lower()
        return Topic(SubjectKind.NAME, name, he=_pronoun(relative))
    if phrase[0].lower() in ("my", "our") and head in RELATIVES:
        return Topic(SubjectKind.RELATION, _lowered(phrase), plural=plural, he=he)
    singular = head[:-1] if head.endswith("s") and head not in PEOPLE else head
    if singular in PEOPLE | RELATIVES and (plural or phrase[0].lower() in DETERMINERS):
        return Topic(SubjectKind.CHARACTER, _lowered(phrase), plural=plural, he=he)
    return Topic(SubjectKind.THING, _lowered(phrase), plural=plural)


def _pronoun(person: str) -> str:
    return "she" if person in FEMALE_RELATIVES else "he" if person in MALE_RELATIVES else "they"


def _relative_by_name(phrase: list[str]) -> str:
    """The name in "my wife Maria"; empty where there is none."""
    kin = next((at for at, word in enumerate(phrase) if word.lower() in RELATIVES), None)
    owned = phrase[0].lower() in ("my", "our")
    names = phrase[kin + 1 :] if kin is not None and owned else []
    return " ".join(names) if all(word[:1].isupper() for word in names) else ""


def _noun_phrase(words: list[str]) -> list[str]:
    """The words from the first on that make one thing: "an old sailor", "the streets of Rome"."""
    return _trimmed(words, stop_at_prepositions=True)


def _trimmed(words: list[str], stop_at_prepositions: bool) -> list[str]:
    """The first words up to one that ends a phrase; "of" and a last "and" do not."""
    kept: list[str] = []
    for at, word in enumerate(words[: _MOST_WORDS + 1]):
        plain = word.lower()
        following = words[at + 1].lower() if at + 1 < len(words) else ""
        joins = plain == "of" or (plain == "and" and len(words) - at <= 3)
        if plain in BOUNDARIES and not joins:
            break
        if stop_at_prepositions and plain in PREPOSITIONS and not joins:
            break
        if stop_at_prepositions and kept and _is_verb(kept, plain, following):
            break
        kept.append(word)
    kept = kept[:_MOST_WORDS]
    while kept and kept[-1].lower() in BOUNDARIES | PREPOSITIONS | DETERMINERS | DESCRIBING | {"of"}:
        kept.pop()
    return kept


def _is_verb(kept: list[str], plain: str, following: str) -> bool:
    """Whether the noun phrase ends here: "my dog | chases the", "a girl | waiting for"."""
    has_noun = kept[-1].lower() not in DETERMINERS | DESCRIBING
    if not has_noun or plain in ING_NOUNS:
        return False
    is_third_person = plain.endswith("s") and not plain.endswith(("'s", "’s", "ss"))
    return plain.endswith("ing") or (is_third_person and following in DETERMINERS | PRONOUNS)


def _is_doing(words: list[str]) -> bool:
    first = words[1].lower() if words[0].lower() in ("not", "never") and len(words) > 1 else words[0].lower()
    return first.endswith("ing") and len(first) > 4 and first not in ING_NOUNS


def _without_occasion(phrase: list[str]) -> list[str]:
    """Whose day it is: "my wife's birthday" is about "my wife"; "my birthday" stays."""
    whole = phrase
    while len(phrase) > 1 and re.sub(r"\W", "", phrase[-1].lower()) in OCCASIONS:
        phrase = phrase[:-1]
        while len(phrase) > 1 and _WHICH_OCCASION.fullmatch(phrase[-1]):
            phrase = phrase[:-1]
        owned = _POSSESSIVE.search(phrase[-1])
        if owned:
            return [*phrase[:-1], _POSSESSIVE.sub("", phrase[-1])]
    return whole if phrase[-1].lower() in DETERMINERS else phrase


def _head(phrase: list[str]) -> str:
    """The noun that a phrase is about: the last word before "of", else the last."""
    lowered = [word.lower() for word in phrase]
    return phrase[lowered.index("of") - 1] if "of" in lowered[1:] else phrase[-1]


def _is_plural(phrase: list[str], head: str) -> bool:
    lowered = [word.lower() for word in phrase]
    if "and" in lowered or lowered[0] in ("two", "three", "four", "these", "those"):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is")) and lowered[0] not in ("a", "an")


def _is_about_music(phrase: list[str]) -> bool:
    words = plain_words(" ".join(phrase))
    return bool(set(words) & _MUSIC) or all((word,) in PHRASES for word in words)


def _lowered(phrase: list[str]) -> str:
    return " ".join([phrase[0].lower() if phrase[0].lower() in DETERMINERS else phrase[0], *phrase[1:]])


def _scanned(text: str) -> Topic | None:
    """The first thing with an article or possessive in a text that speaks of no music."""
    for clause in re.split(r"[,.;:!?\n()\[\]]", text):
        words = clause.split()
        for at, word in enumerate(words):
            before = words[at - 1].lower() if at else ""
            if word.lower() not in DETERMINERS or before in ("with", "featuring", "without", "no", "like"):
                continue
            phrase = _noun_phrase(words[at:])
            topic = _noun_topic(phrase) if len(phrase) > 1 else None
            said = plain_words(" ".join(phrase))
            if (
                topic is not None
                and not set(said) & _USES
                and not any((word,) in PHRASES for word in said if word not in PEOPLE)
            ):
                return topic
    return None


def _with_place(topic: Topic, clause: str, text: str) -> Topic:
    place = topic.place or _place_in(clause, named_only=False) or _place_in(text, named_only=True)
    if topic.subject and topic.subject in place:
        place = topic.place
    if not topic.subject and place:
        return _place_topic(place)
    return Topic(topic.kind, topic.subject, place, topic.plural, topic.he)


def _place_in(text: str, named_only: bool) -> str:
    """The first place with its preposition; a named one is in the gazetteer or has a capital."""
    for preposition, name in _PLACE.findall(text):
        words = plain_words(name)
        known = name.lower() in PLACES or (name[0].isupper() and not any((w,) in PHRASES for w in words))
        common = name.split()[0].lower() in DETERMINERS and not named_only
        if (set(words) & (_MUSIC | _USES)) or any((word,) in PHRASES for word in words):
            continue
        if known or (common and len(words) > 1 and not set(words) & OCCASIONS):
            return f"{_INSIDE.get(preposition, preposition)} {name}"
    return ""


def _place_topic(place: str) -> Topic:
    name = place.split(" ", 1)[1]
    return Topic(SubjectKind.PLACE if is_named(place) else SubjectKind.SPOT, name, place)


def is_named(place: str) -> bool:
    """Whether a place with its preposition has a name: "in Tokyo", not "in the rain"."""
    name = place.split(" ", 1)[-1]
    return name[:1].isupper() or name.lower() in PLACES
