"""Curves that follow the score."""

import math

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE
from songwright.song.instruments import Role
from songwright.song.lyrics import SectionKind
from songwright.song.score import ScoreSection
from songwright.synth import automation
from tests.synth.songs import SECTIONS, frames_of, make_score

pytestmark = pytest.mark.fast


def test_ride_rises_into_the_chorus():
    """The chorus is at 0 dB from its first moment, the verse the whole depth below."""
    score = make_score()
    curve = automation.ride_db(score, 4.0).over(0, 17_000)
    assert curve[100] == pytest.approx(-4.0)
    assert curve[7_900] == pytest.approx(-4.0)
    assert curve[8_000:16_000] == pytest.approx(0.0, abs=0.05)
    assert np.abs(np.diff(curve)).max() < 0.1


def test_ride_falls_after_the_chorus_has_ended():
    """A fall begins at the border, so the last beat before it is not touched."""
    score = make_score(sections=tuple(reversed(SECTIONS)))
    curve = automation.ride_db(score, 4.0).over(0, 17_000)
    assert curve[7_999] == pytest.approx(0.0, abs=0.05)
    assert curve[8_085] == pytest.approx(-4.0, abs=0.05)


def test_section_gains_are_bounded():
    """Equal energies give no ride, and an empty intro is not buried."""
    flat = [ScoreSection(kind, "", 0, 4, 0.6) for kind in (SectionKind.VERSE, SectionKind.CHORUS)]
    assert automation.section_gains_db(flat, 4.0)[0] == pytest.approx([0.0, 0.0])
    intro = [ScoreSection(SectionKind.INTRO, "", 0, 4, 0.0), *SECTIONS]
    assert automation.section_gains_db(intro, 4.0)[0][0] >= -5.0


def test_evening_takes_back_a_share_of_the_difference():
    """A piece that plays 5 dB softer than usual is lifted by its share; extremes stay extremes."""
    assert automation.evening_db(-25.0, -20.0, 0.6) == pytest.approx(3.0)
    assert automation.evening_db(-60.0, -20.0, 0.6) == pytest.approx(5.0)
    assert automation.evening_db(-10.0, -20.0, 0.6) == pytest.approx(-2.5)
    assert automation.evening_db(-math.inf, -20.0, 0.6) == 0.0


def test_a_swell_is_a_straight_line():
    """A section that grows rises steadily from its start to its end, by more than its neighbours differ."""
    sections = (ScoreSection(SectionKind.BUILD, "Build", 0, 8, 0.2, swell=0.6),)
    curve = automation.ride_db(make_score(sections=sections, sung_bars=()), 4.0).over(0, 16_000)
    assert curve[-1] - curve[0] > 5.0
    assert np.diff(curve) == pytest.approx(np.full(15_999, (curve[-1] - curve[0]) / 15_999), abs=1e-6)


def test_a_build_grows_more_than_a_swell_elsewhere():
    """The same swell is worth three times as much in a build, which ends where it would have ended."""
    verse, build = (
        automation.ride_db(
            make_score(sections=(ScoreSection(kind, "A", 0, 4, 0.6, swell=0.35), SECTIONS[1])), 3.0
        )
        for kind in (SectionKind.PRE_CHORUS, SectionKind.BUILD)
    )
    assert build.values[0] < verse.values[0] - 2.0
    assert build.values[1] - build.values[0] >= 5.0
    assert build.values[1] == pytest.approx(verse.values[1])


def test_a_piece_of_a_lane_is_the_lane_there():
    """Whoever mixes one piece gets the same gains as whoever mixes all."""
    score = make_score(sung_bars=(1, 2, 6))
    lane = automation.dip_db(score, 1.5) + automation.ride_db(score, 4.0)
    whole = lane.over(0, 17_000)
    assert lane.over(5_000, 4_000) == pytest.approx(whole[5_000:9_000])
    separate = automation.dip_db(score, 1.5).over(0, 17_000) + automation.ride_db(score, 4.0).over(0, 17_000)
    assert whole == pytest.approx(separate)


def test_silence_is_silent_and_what_comes_after_is_not():
    """Within 0.25 s nothing is left; what rang before does not come back, what starts after it sounds."""
    sections = (
        SECTIONS[0],
        ScoreSection(SectionKind.SILENCE, "Silence", 4, 2, 0.0),
        ScoreSection(SectionKind.CHORUS, "Chorus", 6, 4, 0.9),
    )
    score = make_score(sections=sections, sung_bars=())
    ending = automation.ending(score, frames_of(score))
    before = ending.over(0, 20_000, since_s=0.0)
    assert before[7_900] == 1.0
    assert not before[8_250:].any()
    after = ending.over(11_000, 4_000, since_s=12.0)
    assert not after[:800].any()
    assert np.all(after[1_000:] == 1.0)


def test_a_loop_does_not_fade():
    """Its end is as loud as its middle."""
    score = make_score()
    ending = automation.ending(score, frames_of(score, 0.0), loop=True)
    assert np.all(ending.over(0, 17_000) == 1.0)


def test_sparse_sections_are_lifted():
    """With half the power missing 3 dB are missing, and the share of them comes back."""
    score = make_score({Role.CHORDS: "piano", Role.PAD: "warm_pad"})
    piano, pad = score.tracks
    late = make_score({Role.CHORDS: "piano", Role.PAD: "warm_pad"})
    object.__setattr__(late, "tracks", (piano, type(pad)(pad.name, pad.role, pad.instrument, pad.notes[4:])))
    curve = automation.sparse_db(late, [-20.0, -20.0], 0.5).over(0, 16_000)
    assert curve[4_000] == pytest.approx(1.5, abs=0.02)
    assert curve[12_000] == 0.0


def test_band_steps_back_only_under_the_voice():
    """The dip covers the sung lines, is away elsewhere, and short breaths do not end it."""
    curve = automation.dip_db(make_score(sung_bars=(1, 2, 6)), 1.5).over(0, 17_000)
    assert curve[2_000:5_500] == pytest.approx(-1.5)
    assert curve[1_500] == curve[8_000] == curve[16_000] == 0.0


def test_band_comes_up_where_nobody_sings():
    """In a section without lead lines the band is lifted; in an instrumental there is nothing to do."""
    curve = automation.unsung_db(make_score(sung_bars=(5,)), 2.0).over(0, 16_000)
    assert (curve[1_000], curve[12_000]) == (2.0, 0.0)
    assert not automation.unsung_db(make_score(sung_bars=()), 2.0).over(0, 16_000).any()


def test_throw_opens_at_the_end_of_a_phrase():
    """Only the last word goes to the delay."""
    curve = automation.throw(make_score(sung_bars=(1,))).over(0, 16_000)
    assert curve[3_400] == 1.0
    assert curve[2_500] == 0.0
    assert curve[4_000] == 0.0


def test_kicks_are_found_in_time():
    """Every second beat at 120 bpm is one a second."""
    assert automation.kick_times_s(make_score()) == pytest.approx([float(n) for n in range(16)])


def test_ending_reaches_silence():
    """The last moments fade, however little is left after the last bar, and the rest is untouched."""
    score = make_score()
    for ring_s, fade_s in ((0.0, 0.05), (1.0, 0.5), (6.0, 3.0), (9.0, 4.0)):
        frames = frames_of(score, ring_s)
        gains = automation.ending(score, frames).over(0, automation.hops_of(frames))
        assert gains[-1] == 0.0
        start = round((frames / SAMPLE_RATE - fade_s) * 1000)
        assert gains[: start - 2] == pytest.approx(1.0)
        assert np.all(np.diff(gains[start:]) <= 1e-12)


def test_fade_out_takes_the_whole_section():
    """Down to a quarter at the middle, silence at the end, nothing before."""
    sections = (SECTIONS[1], ScoreSection(SectionKind.OUTRO, "Outro", 4, 4, 0.6, fade_out=True))
    score = make_score(sections=sections, sung_bars=())
    gains = automation.ending(score, frames_of(score, 0.0)).over(0, 16_000)
    assert gains[7_900] == 1.0
    assert gains[12_000] == pytest.approx(0.25, abs=0.01)
    assert gains[15_800] < 0.001
