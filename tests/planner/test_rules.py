"""Whole plans: what is kept, what is decided, and that everything fits."""

import dataclasses
import json
import math
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from songwright.errors import InvalidValue, LyricsTooLong
from songwright.planner.genres import PROFILES
from songwright.planner.rules import RulesPlanner
from songwright.sing.pronounce import Pronouncer, source_of
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Role
from songwright.song.key import Mode, parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.plan import SongPlan, VocalStyle, Voice, plan_from_json, plan_to_json
from songwright.song.pronunciation import Word
from songwright.song.request import AudioFormat, SongRequest
from tests.planner.speech import (
    CHORUS,
    SEED_CAPTION,
    SEED_LYRICS,
    SHORT_SONG,
    TWO_VERSES,
    VERSE,
    planned,
    say,
    syllables,
)

pytestmark = pytest.mark.fast

PRONOUNCE = Pronouncer()


def check(plan: SongPlan) -> None:
    """What holds for every plan."""
    tail_s = plan.duration_s - plan.bars * plan.bar_s
    assert tail_s < 0.8 + plan.bar_s + 1e-6
    assert tail_s > 0.8 - 1e-6 or plan.bars == 1
    assert plan.sections
    for section in plan.sections:
        assert section.bars >= 1
        assert 0.0 <= section.energy <= 1.0
        end = 0
        for line in section.lines:
            assert line.start_bar >= end
            assert line.bars >= 1
            end = line.start_bar + line.bars
        assert end <= section.bars
    assert 0 < len(plan.title) <= 60
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


def rates(plan: SongPlan) -> list[float]:
    """Syllables per second of every line while it is sung, if a fifth of its time is breath."""
    return [
        sum(syllables(text) for text in (line.text, line.backing) if text) / (0.8 * line.bars * plan.bar_s)
        for section in plan.sections
        for line in section.lines
    ]


LYRICS = st.sampled_from([None, "one line", SHORT_SONG, TWO_VERSES, SEED_LYRICS, f"[Verse]\n{VERSE * 12}"])
METERS = st.sampled_from(list(Meter))


@settings(deadline=None, max_examples=60)
@given(st.integers(30, 300), st.floats(5, 600), METERS, LYRICS, st.sampled_from(list(Genre)))
def test_any_tempo_length_and_meter_is_filled_exactly(
    bpm: int, duration_s: float, meter: Meter, lyrics: str | None, genre: Genre
) -> None:
    """From 5 s at 30 bpm to 600 s at 300 bpm: a plan that fits, or lyrics that are too long."""
    try:
        plan = planned(genre, lyrics, bpm=bpm, duration_s=duration_s, meter=meter)
    except LyricsTooLong:
        assert lyrics is not None
        return
    assert (plan.bpm, plan.duration_s, plan.meter) == (bpm, duration_s, meter)
    check(plan)
    assert sum(s.bars for s in plan.sections if s.kind is SectionKind.OUTRO) <= 24
    wordless_s = [section.bars * plan.bar_s for section in plan.sections if not section.lines]
    assert max(wordless_s, default=0.0) <= max(70.0, plan.bar_s)
    assert max(rates(plan), default=0.0) <= (7.0 if genre is Genre.HIP_HOP else 6.0)


@settings(deadline=None, max_examples=40)
@given(LYRICS, st.integers(0, 2**40), st.sampled_from(list(Genre)), st.none() | st.floats(5, 600))
def test_a_free_tempo_is_usual_and_leaves_the_last_chord_room(
    lyrics: str | None, seed: int, genre: Genre, duration_s: float | None
) -> None:
    """The chosen tempo lies in or near the genre's range; in long songs the last chord rings 1.2 to 3.5 s."""
    try:
        plan = planned(genre, lyrics, seed, duration_s=duration_s)
    except LyricsTooLong:
        return
    check(plan)
    low, high = PROFILES[genre].bpm
    assert low * 0.85 <= plan.bpm <= high * 1.15
    if duration_s is not None and duration_s > 45:
        assert 1.2 <= plan.duration_s - plan.bars * plan.bar_s <= 3.5


@settings(deadline=None, max_examples=60)
@given(st.integers(30, 300) | st.none(), st.floats(5, 60), METERS, st.sampled_from([TWO_VERSES, SEED_LYRICS]))
def test_the_length_named_for_long_lyrics_is_enough(
    bpm: int | None, duration_s: float, meter: Meter, lyrics: str
) -> None:
    """Whoever asks for the seconds that the refusal names gets a song."""
    try:
        planned("pop", lyrics, bpm=bpm, duration_s=duration_s, meter=meter)
    except LyricsTooLong as refusal:
        named = re.search(r"at least (\d+) seconds at (\d+) bpm; asked: ", str(refusal))
        assert named
        assert int(named[1]) > duration_s
        if int(named[1]) <= 600:
            check(planned("pop", lyrics, bpm=bpm, duration_s=float(named[1]), meter=meter))


def test_lyrics_beyond_ten_minutes_are_refused() -> None:
    """Without a length asked for, the longest song is the limit."""
    with pytest.raises(LyricsTooLong, match="the longest song has 600"):
        planned("ambient", VERSE * 80)


def test_what_the_request_says_is_kept() -> None:
    """Tempo, key, meter, length, language and format come back exactly, whatever the caption says."""
    plan = planned(
        "techno at 140 bpm in C minor, 3/4, 2 minutes",
        SHORT_SONG,
        bpm=97,
        key=parse_key("F# major"),
        meter=Meter.SIX,
        duration_s=61.5,
        vocal_language="de",
        audio_format=AudioFormat.FLAC,
    )
    assert (plan.bpm, plan.key, plan.meter) == (97, parse_key("F# major"), Meter.SIX)
    assert (plan.duration_s, plan.vocal_language, plan.audio_format) == (61.5, "de", AudioFormat.FLAC)
    assert (plan.engine, plan.model, plan.lyrics) == ("studio", "1", SHORT_SONG)
    assert not {d.field for d in plan.decisions} & {"bpm", "key", "meter", "duration_s", "vocal_language"}


def test_what_the_caption_says_comes_next() -> None:
    """Figures of the caption are used and recorded where the request is silent."""
    plan = planned("techno at 141 bpm in C minor, 3/4, 2 minutes")
    assert (plan.bpm, plan.key, plan.meter, plan.duration_s) == (141, parse_key("C minor"), Meter.THREE, 120)
    told = {d.field: d.reason for d in plan.decisions}
    assert told["bpm"] == "caption says '141 bpm'"
    assert told["key"] == "caption says 'in C minor'"


def test_everything_decided_is_recorded() -> None:
    """A bare request gets a reason for every choice."""
    plan = planned("", SHORT_SONG)
    told = {d.field: d for d in plan.decisions}
    assert {"genre", "bpm", "key", "meter", "duration_s", "vocal_language"} <= set(told)
    assert {"voice", "instruments", "sections", "lyric pace"} <= set(told)
    assert told["genre"].value == "pop"
    assert told["bpm"].value == str(plan.bpm)
    assert told["duration_s"].value == f"{plan.duration_s:g}"


def test_the_genre_has_its_reason() -> None:
    """The words that chose the genre are quoted."""
    plan = planned("melancholic black metal", SHORT_SONG)
    assert plan.decisions[0].reason == "caption says 'black metal'"
    assert plan.moods == ("melancholic",)


def test_mood_shapes_a_song_without_genre() -> None:
    """Sad and happy pop differ in mode and tempo."""
    sad = [planned("a sad song", SHORT_SONG, seed) for seed in range(8)]
    happy = [planned("a happy song", SHORT_SONG, seed) for seed in range(8)]
    assert {plan.genre for plan in (*sad, *happy)} == {Genre.POP}
    assert {plan.key.mode for plan in sad} == {Mode.MINOR}
    assert {plan.key.mode for plan in happy} == {Mode.MAJOR}
    assert max(plan.bpm for plan in sad) < min(plan.bpm for plan in happy)


def test_the_same_seed_gives_the_same_plan() -> None:
    """Plans are pure; another seed varies what chance decides."""
    assert planned("folk", SHORT_SONG, 5) == planned("folk", SHORT_SONG, 5)
    assert len({(p.bpm, p.key) for p in (planned("folk", SHORT_SONG, seed) for seed in range(6))}) > 2


def test_each_line_is_pronounced_once() -> None:
    """Pronunciation is the dear part of planning: a repeated line is asked for once."""

    asked: list[str] = []

    def counted(text: str, language: str) -> tuple[Word, ...]:
        asked.append(text)
        return say(text, language)

    RulesPlanner(counted, "studio", "1").plan(SongRequest("pop", TWO_VERSES, duration_s=300), 1)
    assert len(asked) == len(set(asked)) == 8


def test_the_black_metal_song_of_the_seed() -> None:
    """210 s at 160 bpm hold 139 bars; growled verses, sung choruses, a guitar solo, a fading end."""
    plan = planned(
        SEED_CAPTION,
        SEED_LYRICS,
        bpm=160,
        key=parse_key("D minor"),
        meter=Meter.FOUR,
        duration_s=210,
        vocal_language="en",
    )
    check(plan)
    assert plan.genre is Genre.BLACK_METAL
    assert plan.voice is Voice.MALE
    assert abs(plan.bars - 139) <= 1
    titles = [section.title for section in plan.sections]
    written = ["Intro", "Verse 1", "Pre-Chorus", "Chorus", "Guitar Solo", "Verse 2", "Chorus", "Bridge"]
    written += ["Final Chorus", "Outro"]
    assert [title for title in titles if title in written] == written
    by_title = {section.title: section for section in plan.sections}
    assert by_title["Guitar Solo"].lead == "distorted_guitar"
    assert {line.style for line in by_title["Verse 1"].lines} == {VocalStyle.GROWL}
    assert {line.style for line in by_title["Final Chorus"].lines} == {VocalStyle.SUNG}
    assert all(line.loud for line in by_title["Final Chorus"].lines)
    assert by_title["Bridge"].lines[0].backing == "beyond the stars"
    assert by_title["Final Chorus"].energy == max(section.energy for section in plan.sections)
    assert plan.sections[-1].fade_out
    assert plan.instruments[Role.PAD] == "choir"
    assert plan.title == "We Are The Tempest, We Are The Night"


@pytest.mark.parametrize(
    ("lyrics", "low", "high"),
    [
        (SHORT_SONG, 45, 75),
        (TWO_VERSES, 120, 150),
        (f"{TWO_VERSES}\n[Bridge]\n{VERSE}\n[Chorus]\n{CHORUS}", 180, 240),
        (SEED_LYRICS, 180, 240),
    ],
)
def test_the_length_follows_the_lyrics(lyrics: str, low: float, high: float) -> None:
    """Absent lengths follow the guide: more sections, a longer song."""
    for seed in range(4):
        assert low <= planned("pop", lyrics, seed).duration_s <= high
        assert low <= planned("black metal", lyrics, seed).duration_s <= high


@pytest.mark.parametrize("genre", list(Genre))
def test_instrumentals_have_a_typical_length_and_a_melody(genre: Genre) -> None:
    """60 to 120 s; verses and choruses name an instrument that carries the melody; nobody sings."""
    plan = planned(genre)
    check(plan)
    assert 58 <= plan.duration_s <= 125
    assert plan.voice is None
    assert plan.lyrics == ""
    assert not any(section.lines for section in plan.sections)
    main = (SectionKind.VERSE, SectionKind.CHORUS, SectionKind.BRIDGE, SectionKind.SOLO, SectionKind.DROP)
    led = [section.lead for section in plan.sections if section.kind in main]
    assert len(led) >= 2
    assert all(lead in INSTRUMENTS for lead in led)


def test_genres_shape_their_instrumentals() -> None:
    """Electronic builds and drops, blues goes round in twelve bars, jazz plays head, solo, head."""
    house = [section.kind for section in planned("house", duration_s=100).sections]
    assert house.index(SectionKind.BUILD) + 1 == house.index(SectionKind.DROP)
    assert SectionKind.BREAKDOWN in house
    blues = planned("blues", duration_s=120, meter=Meter.FOUR)
    assert [s.bars for s in blues.sections].count(12) >= 3
    jazz = [section.title for section in planned("jazz", duration_s=100).sections]
    assert jazz.index("Head") < jazz.index("Piano Solo") < jazz.index("Head (return)")


def test_an_instrumental_of_given_lyrics_keeps_their_form() -> None:
    """Asked for no voice, the sections stay and the words go; the reason is told."""
    plan = planned("pop", SEED_LYRICS, instrumental=True)
    assert plan.voice is None
    assert plan.lyrics == ""
    assert [s.title for s in plan.sections if s.title.startswith("Verse")] == ["Verse 1", "Verse 2"]
    assert not any(section.lines for section in plan.sections)
    assert ("lyrics", "not sung") in {(d.field, d.value) for d in plan.decisions}


@pytest.mark.parametrize("lyrics", [None, "", "[Instrumental]", "[inst]", "  \n"])
def test_blank_lyrics_mean_an_instrumental(lyrics: str | None) -> None:
    """No words, no voice, and a form of the genre's own."""
    plan = planned("rock", lyrics)
    assert plan.voice is None
    assert len(plan.sections) >= 4


@pytest.mark.parametrize("duration_s", [24, 30, 60, 120, 240, 400, 600])
def test_every_song_ends_and_none_has_an_endless_section(duration_s: float) -> None:
    """Long songs repeat verses and choruses between solos; the end is short."""
    plan = planned("pop", SHORT_SONG, duration_s=duration_s)
    check(plan)
    assert plan.sections[-1].kind is SectionKind.OUTRO
    assert plan.sections[-1].bars <= 16
    assert all(section.bars <= 34 for section in plan.sections)
    kinds = [section.kind for section in plan.sections]
    instrumental_s = sum(s.bars for s in plan.sections if not s.lines) * plan.bar_s
    assert instrumental_s <= 0.5 * duration_s
    if duration_s >= 120:
        assert kinds.count(SectionKind.CHORUS) >= 2
        assert any("(repeat" in section.title for section in plan.sections)
    last_sung = max(i for i, section in enumerate(plan.sections) if section.lines)
    assert plan.sections[last_sung].kind is SectionKind.CHORUS


def test_repeats_keep_their_words() -> None:
    """A repeated chorus has the words of the chorus."""
    plan = planned("pop", SHORT_SONG, duration_s=200)
    words = {tuple(line.text for line in s.lines) for s in plan.sections if s.kind is SectionKind.CHORUS}
    assert words == {tuple(CHORUS.splitlines())}
    titles = [s.title for s in plan.sections]
    assert len([t for t in titles if "repeat" in t]) == len({t for t in titles if "repeat" in t})


def test_an_empty_chorus_tag_repeats_the_chorus() -> None:
    """A bare [Chorus] after a written one is sung with the same words."""
    plan = planned("pop", f"{SHORT_SONG}\n[Verse 2]\n{VERSE}\n[Chorus]")
    choruses = [s for s in plan.sections if s.title == "Chorus"]
    assert len(choruses) == 2
    assert [line.text for line in choruses[1].lines] == CHORUS.splitlines()


def test_verses_go_alike() -> None:
    """Where time allows, sections of one kind sing their lines at one pace."""
    plan = planned("pop", TWO_VERSES)
    verses = [[line.bars for line in s.lines] for s in plan.sections if s.kind is SectionKind.VERSE]
    assert len(verses) == 2
    assert verses[0] == verses[1]


def test_words_are_comfortable_where_there_is_time() -> None:
    """A song that may choose its length sings 1.2 to 4.7 syllables per second."""
    for genre in Genre:
        for seed in range(3):
            paces = rates(planned(genre, TWO_VERSES, seed))
            assert min(paces) >= 1.2
            assert max(paces) <= (5.4 if genre is Genre.HIP_HOP else 4.7)


def test_tags_name_their_instrument() -> None:
    """A solo tag chooses the lead; the caption's veto stands above it."""
    lyrics = f"[Verse]\n{VERSE}\n[Piano Solo]\n[Sax Solo]\n[Guitar Solo]\n[Solo]\n[Chorus]\n{CHORUS}"
    leads = [s.lead for s in planned("metal", lyrics).sections if s.kind is SectionKind.SOLO]
    assert leads == ["piano", "saxophone", "distorted_guitar", "distorted_guitar"]
    vetoed = [s.lead for s in planned("metal without saxophone", lyrics).sections if s.title == "Sax Solo"]
    assert vetoed == ["distorted_guitar"]


def test_a_language_without_rules_of_its_own_is_told() -> None:
    """Nobody is left to find out by listening; English, Swahili and German need no such word."""
    for language, lyrics in (("qu", "Inti llaqtamanta"), ("fi", "Aurinko nousee taas")):
        told = {d.field: d for d in planned("pop", lyrics, vocal_language=language).decisions}
        assert told["pronunciation"].value == source_of(language)
        assert language in told["pronunciation"].reason
    for known, lyrics in (("sw", "Jua linachomoza leo"), (None, "Ich und du, wir gehen nach Haus")):
        fields = {d.field for d in planned("pop", lyrics, vocal_language=known).decisions}
        assert "pronunciation" not in fields
    assert "pronunciation" not in {d.field for d in planned("pop", TWO_VERSES).decisions}


def test_a_lead_that_the_caption_names_is_heard() -> None:
    """Without room for a solo it plays around and between the lines; one nobody named does not push in."""
    lyrics = "[Verse]\nMy train has gone away this morning\nLeft me standing here to pine"
    plan = planned("slow blues, male voice, harmonica, lonely", lyrics)
    assert "harmonica" in {section.lead for section in plan.sections}
    usual = planned("slow blues, male voice, lonely", lyrics)
    assert {section.lead for section in usual.sections if section.lines} == {None}


def test_a_solo_of_the_caption_is_played() -> None:
    """The caption's violin solo gets a section of its own where the lyrics have none."""
    plan = planned("pop with a violin solo", TWO_VERSES, duration_s=150)
    assert [s.lead for s in plan.sections if s.kind is SectionKind.SOLO] == ["violin"]


def test_the_real_pronunciation_fits() -> None:
    """The planner works with the pronunciation that the singer uses."""

    request = SongRequest(SEED_CAPTION, SEED_LYRICS, duration_s=210.0)
    plan = RulesPlanner(PRONOUNCE, "studio", "1").plan(request, 3)
    check(plan)
    assert math.isclose(plan.duration_s, 210.0)


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from([None, SHORT_SONG, TWO_VERSES]),
    st.sampled_from([None, 90, 128, 173]),
    METERS,
    st.one_of(st.none(), st.floats(40, 600)),
    st.integers(0, 1000),
)
def test_a_loop_lasts_exactly_its_bars(
    lyrics: str | None, bpm: int | None, meter: Meter, duration_s: float | None, seed: int
) -> None:
    """No ring, no added edges, no change of key, and near the wished length."""
    try:
        plan = planned("pop", lyrics, bpm=bpm, meter=meter, duration_s=duration_s, loop=True, seed=seed)
    except LyricsTooLong:
        assert lyrics is not None
        return
    assert plan.loop
    assert plan.duration_s == pytest.approx(plan.bars * plan.bar_s, abs=1e-9)
    assert not any(section.fade_out or section.transpose for section in plan.sections)
    assert not {"Intro", "Outro", "Ending"} & {section.title for section in plan.sections}
    if duration_s is not None:
        assert abs(plan.duration_s - duration_s) <= 4.2 * plan.bar_s
    assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


def test_a_silence_is_short_and_energy_tags_reach_the_section() -> None:
    """[Silence] lasts a bar; a tag at the head of a section is for all of it."""
    plan = planned("pop", f"[Verse]\n{VERSE}\n[Silence]\n[Chorus]\n[building energy]\n{CHORUS}")
    (silence,) = (section for section in plan.sections if section.kind is SectionKind.SILENCE)
    assert silence.bars == 1
    assert silence.energy == silence.swell == 0.0
    (chorus,) = (section for section in plan.sections if section.title == "Chorus")
    assert chorus.swell > 0.0


def test_an_interlude_is_led_by_the_instrument_of_its_tag() -> None:
    """[Piano Interlude] is the piano's, also in an instrumental."""
    for words in (VERSE, ""):
        plan = planned("pop", f"[Verse]\n{words}\n[Piano Interlude]\n[Verse]\n{words}")
        leads = {section.title: section.lead for section in plan.sections}
        assert leads["Piano Interlude"] == "piano"


@pytest.mark.parametrize("genre", ["pop", "jazz", "metal", "electronic"])
def test_every_named_instrument_is_planned(genre: str) -> None:
    """Also more of them than there are roles; those without a role lead somewhere."""
    names = ["piano", "organ", "strings", "violin", "cello", "flute", "saxophone", "trumpet", "harp", "banjo"]
    plan = planned(f"{genre}, {', '.join(names)}", TWO_VERSES, duration_s=180)
    heard = {*plan.instruments.values(), *(section.lead for section in plan.sections)}
    assert set(names) <= heard


@pytest.mark.parametrize(
    ("caption", "voice"),
    [("a child sings", Voice.CHILD), ("children's choir", Voice.CHILD), ("choral singing", Voice.CHOIR)],
)
def test_children_and_choirs_sing(caption: str, voice: Voice) -> None:
    """The caption names them."""
    assert planned(caption, VERSE).voice is voice


def worded(caption: str, lyrics: str | None = None, seed: int = 1, **fields: Any) -> SongPlan:
    """The plan of a request whose words may be written, which needs real rhymes."""
    request = SongRequest(caption, lyrics, auto_lyrics=True, **fields)
    return RulesPlanner(PRONOUNCE, "studio", "1").plan(request, seed)


def test_words_are_written_where_they_are_asked_for() -> None:
    """The plan holds them, speaks of the caption, and says so; another seed writes others."""
    plan = worded("a folk song about my grandmother's garden")
    assert plan.voice is not None
    assert "garden" in plan.lyrics.lower()
    assert any(line.text in plan.lyrics for section in plan.sections for line in section.lines)
    assert any(decision.field == "lyrics" for decision in plan.decisions)
    other = worded("a folk song about my grandmother's garden", seed=2)
    assert other.lyrics != plan.lyrics


@pytest.mark.parametrize(("language", "is_noted"), [("EN", False), ("de", True)])
def test_who_asks_for_another_language_is_told_that_words_are_english(language: str, is_noted: bool) -> None:
    """Capitals in a code make no other language."""
    plan = worded("a song about rain", vocal_language=language)
    assert plan.vocal_language == "en"
    assert any("no lyrics can be written in" in decision.reason for decision in plan.decisions) == is_noted


@pytest.mark.parametrize(
    "fields", [{"instrumental": True}, {"lyrics": "[Instrumental]"}, {"caption": "no vocals"}]
)
def test_an_instrumental_stays_one(fields: dict[str, Any]) -> None:
    """Whoever asks for an instrumental gets no words."""
    assert worded(**{"caption": "pop", **fields}).voice is None


@pytest.mark.parametrize("duration_s", [5.0, 8.0, 15.0, 30.0, 90.0, 240.0])
@pytest.mark.parametrize("genre", ["pop", "hip-hop", "slow blues", "ambient"])
def test_written_words_never_are_too_long(genre: str, duration_s: float) -> None:
    """The words fit into any length; a song too short for any has none."""
    plan = worded(genre, duration_s=duration_s)
    assert plan.duration_s == duration_s
    check(plan)


def test_empty_tags_give_the_form_of_written_words() -> None:
    """Sections without lines are filled."""
    plan = worded("pop", "[Verse 1]\n[Chorus]\n[Bridge]")
    sung = [section.title for section in plan.sections if section.lines]
    assert sung[:3] == ["Verse 1", "Chorus", "Bridge"]


def test_a_caption_in_another_language_is_told_to_be_not_understood() -> None:
    """Nobody is left to wonder; a subject in English needs no such word."""
    for caption, is_told in (("trauriges Lied über den Regen", True), ("a song about my dog", False)):
        assert ("caption" in {d.field for d in planned(caption, VERSE).decisions}) == is_told


def test_a_loop_has_bars_in_fours_where_the_tempo_is_said() -> None:
    """The nearest multiple of four bars, not the nearest bar."""
    assert planned("lo-fi", bpm=120, duration_s=27, loop=True, instrumental=True).bars == 12


def test_an_edited_line_must_be_singable() -> None:
    """The place, the count and what is allowed are named."""
    plan = planned("pop", SHORT_SONG)
    planner = RulesPlanner(say, "studio", "1")
    planner.check(plan)
    place = next(i for i, section in enumerate(plan.sections) if section.lines)
    line = dataclasses.replace(plan.sections[place].lines[0], text="la " * 200)
    section = dataclasses.replace(plan.sections[place], lines=(line, *plan.sections[place].lines[1:]))
    edited = dataclasses.replace(
        plan, sections=(*plan.sections[:place], section, *plan.sections[place + 1 :])
    )
    with pytest.raises(InvalidValue, match=rf"sections\[{place}\].lines\[0\].text: .*syllables"):
        planner.check(edited)
