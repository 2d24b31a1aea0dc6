"""The pitch curve: in tune in the middle of notes, alive at their edges."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from songwright.sing.pitch import CURVE_RATE, Curve, consonant_dips, pitch_curve, to_hz
from songwright.sing.timing import SecondsNote, Segment
from songwright.sing.voices import choose_singer
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import VocalPart

pytestmark = pytest.mark.fast


def sung(notes: list[SecondsNote], seed: int = 1, part: VocalPart = VocalPart.LEAD) -> tuple[Curve, Curve]:
    rng = np.random.default_rng(seed)
    singer = choose_singer(Voice.FEMALE, part, VocalStyle.SUNG, rng)
    times = np.arange(int((notes[-1].end_s + 0.2) * CURVE_RATE)) / CURVE_RATE
    return times, pitch_curve(notes, times, singer, rng)


def chain(pitches: list[int], duration_s: float) -> list[SecondsNote]:
    return [
        SecondsNote(0.5 + index * duration_s, 0.5 + (index + 1) * duration_s, pitch, 90)
        for index, pitch in enumerate(pitches)
    ]


@given(
    st.lists(st.integers(50, 76), min_size=1, max_size=8),
    st.sampled_from([0.2, 0.4, 1.0]),
    st.integers(0, 99),
)
def test_the_middle_of_every_note_is_in_tune(pitches, duration_s, seed):
    """The second half of a note stays within 50 cents on average, whatever was before."""
    notes = chain(pitches, duration_s)
    times, curve = sung(notes, seed)
    for note in notes:
        held = (times > note.start_s + 0.45 * duration_s) & (times < note.start_s + 0.85 * duration_s)
        assert abs(np.mean(curve[held]) - note.pitch) < 0.5


def test_a_note_is_reached_by_a_glide_that_overshoots_a_little():
    """No jump: the change takes more than 30 ms, and the target is passed by a few per cent."""
    times, curve = sung(chain([60, 67], 1.0))
    around = curve[(times > 1.3) & (times < 1.8)]
    assert np.max(np.abs(np.diff(curve))) < 0.4
    assert 67.05 < around.max() < 67.8


def test_vibrato_starts_late_and_only_on_long_notes():
    """The first 250 ms are straight; a second of the note swings between 5 and 6.5 times."""
    times, curve = sung([SecondsNote(0.5, 3.5, 64, 90)])
    early = curve[(times > 0.65) & (times < 0.75)]
    late = curve[(times > 2.0) & (times < 3.0)]
    assert np.ptp(early) < 0.15
    assert 0.35 < np.ptp(late) < 1.1
    crossings = np.sum(np.diff(np.sign(late - late.mean())) > 0)
    assert 5 <= crossings <= 7
    times, curve = sung([SecondsNote(0.5, 0.85, 64, 90)])
    assert np.ptp(curve[(times > 0.66) & (times < 0.75)]) < 0.15


def test_phrases_are_entered_from_below():
    """The first note starts flat and is reached within 0.2 s."""
    times, curve = sung(chain([64], 1.0))
    assert curve[times.searchsorted(0.49)] < 63.8
    assert abs(curve[times.searchsorted(0.72)] - 64) < 0.15


def test_doubles_are_a_few_cents_off():
    """A second take is out by 3 to 7 cents, so that it thickens instead of phasing."""
    _, lead = sung(chain([64], 0.4))
    offsets = []
    for seed in range(8):
        times, double = sung(chain([64], 0.4), seed, part=VocalPart.DOUBLE)
        offsets.append(100 * (np.mean(double[(times > 0.7) & (times < 0.88)]) - 64))
    assert 1 < np.mean(np.abs(offsets)) < 12
    assert np.ptp(offsets) > 4
    assert abs(np.mean(lead) - 64) < 1


def test_a4_is_440_hz():
    """Equal temperament."""
    assert to_hz(np.array([69.0, 57.0])) == pytest.approx([440.0, 220.0])


def test_phrases_end_with_a_small_fall():
    """The last tenth of a second before a rest gives way, and the next phrase is not disturbed."""
    notes = [SecondsNote(0.5, 1.0, 64, 90), SecondsNote(1.5, 2.0, 64, 90)]
    times, curve = sung(notes)
    assert 0.1 < 64 - curve[times.searchsorted(0.999)] < 0.8
    assert abs(curve[times.searchsorted(1.75)] - 64) < 0.15
    assert np.max(np.abs(np.diff(curve))) < 0.05


def test_voiced_stops_pull_the_pitch_down_a_little():
    """b and z dip by 10 to 40 cents, nasals and voiceless sounds do not."""
    times = np.arange(1000) / CURVE_RATE
    for phone, dips in (("b", True), ("z", True), ("m", False), ("s", False)):
        dip = -consonant_dips([Segment(phone, 0.4, 0.5, 0, False)], times)
        assert (0.1 < dip.max() < 0.4) == dips
        assert dip.min() == 0


def rise_s(step: int, style: VocalStyle = VocalStyle.SUNG) -> float:
    """From a tenth to nine tenths of the way between two long notes."""
    singer = choose_singer(Voice.FEMALE, VocalPart.LEAD, style, np.random.default_rng(1))
    singer = dataclasses.replace(singer, vibrato_cents=0.0, drift_cents=0.0)
    notes = chain([60, 60 + step], 1.5)
    times = np.arange(int((notes[-1].end_s + 0.2) * CURVE_RATE)) / CURVE_RATE
    way = (pitch_curve(notes, times, singer, np.random.default_rng(1)) - 60) / step
    around = slice(times.searchsorted(1.7), times.searchsorted(2.5))
    return float(np.argmax(way[around] > 0.9) - np.argmax(way[around] > 0.1)) / CURVE_RATE


def test_leaps_glide_longer_upwards_most_of_all():
    """A second is quicker than a fifth down, and that quicker than an octave up."""
    assert rise_s(2) < rise_s(-7) < rise_s(-12) < rise_s(12)
    assert 0.02 < rise_s(2) < 0.06
    assert rise_s(12) < 0.12


def test_falsetto_glides_and_belting_hits():
    """Portamento by manner."""
    assert rise_s(5, VocalStyle.BELT) < rise_s(5) < rise_s(5, VocalStyle.FALSETTO)
