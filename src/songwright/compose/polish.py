"""Last touches to a tune: notes that rub settle, a long last note turns, one note becomes the song's climax.

It knows nothing of how a tune was found.
"""

from __future__ import annotations

from dataclasses import replace

from songwright.compose.consonance import STRONG, is_held, settled
from songwright.compose.harmony import Harmony
from songwright.compose.melody import sounding
from songwright.compose.rhythm import metric_weight
from songwright.compose.tune import Tune
from songwright.song.chance import Chance

_WIDEST_CROWN = 7  # semitones that the climax may lie above its neighbours
_LONG_ENOUGH = 1.75  # pulses from which a last note may turn
_TWO_NOTES = 0.4  # chance that a turn has two notes instead of one


def is_heavy(tune: Tune, beat: float, length: float) -> bool:
    """Whether a note stands out: it starts on a beat or is held."""
    window = tune.window
    on_beat = metric_weight(beat, window.meter, window.stretch) >= STRONG
    return on_beat or is_held(length, window.bpm, window.meter, window.stretch)


def smoothed(tune: Tune, harmony: Harmony, bounds: tuple[int, int], keep_last: bool = False) -> Tune:
    """The tune with the notes settled that are heavy and rub, or that left the scale.

    Args:
        tune: any tune.
        harmony: the song's chords.
        bounds: lowest and highest pitch.
        keep_last: the last note stays, because the song ends on it.
    """
    pitches = []
    for index, beat, length, pitch in tune.notes():
        scale = harmony.scale_at(beat)
        near = pitch if pitch % 12 in scale else _nearest(pitch, scale, bounds)
        is_kept = keep_last and index == len(tune.pitches) - 1
        if is_heavy(tune, beat, length) and not is_kept:
            near = settled(near, sounding(harmony, beat, length), scale, bounds)
        pitches.append(near)
    turn = tune.turn if pitches[-1] == tune.pitches[-1] else ()
    return replace(tune, pitches=tuple(pitches), turn=turn)


def _nearest(pitch: int, scale: tuple[int, ...], bounds: tuple[int, int]) -> int:
    low, high = bounds
    options = [p for p in range(low, high + 1) if p % 12 in scale]
    return min(options, key=lambda p: (abs(p - pitch), p), default=pitch)


def turned(tune: Tune, harmony: Harmony, high: int, chance: Chance) -> Tune:
    """A long last note reached by a turn on one or two notes of the scale; short ones stay as they are."""
    if tune.rhythm.durations[-1] < _LONG_ENOUGH * tune.window.meter.pulse_beats * tune.window.stretch:
        return tune
    last = tune.pitches[-1]
    scale = harmony.scale_at(tune.window.start + tune.rhythm.onsets[-1])
    above = next((p for p in range(last + 1, high + 1) if p % 12 in scale), None)
    if above is None or len(tune.pitches) < 2:
        return tune
    return replace(tune, turn=(last, above) if chance.chance(_TWO_NOTES) else (above,))


def ad_libbed(tune: Tune, harmony: Harmony, high: int) -> Tune:
    """A last syllable of a pulse or more that falls to its note from the two above it."""
    if tune.rhythm.durations[-1] < tune.window.meter.pulse_beats * tune.window.stretch:
        return tune
    scale = harmony.scale_at(tune.window.start + tune.rhythm.onsets[-1])
    last = tune.pitches[-1]
    above = [pitch for pitch in range(last + 1, high + 1) if pitch % 12 in scale][:2]
    return replace(tune, turn=tuple(reversed(above)))


def crowned(tune: Tune, harmony: Harmony, peak: int, high: int) -> Tune:
    """The climax of the song: one heavy note inside the line rises above everything sung before.

    Args:
        tune: a line of the last chorus.
        harmony: the song's chords.
        peak: the highest pitch sung so far.
        high: the highest pitch allowed.
    """
    if max(tune.pitches) > peak:
        return tune
    reached: list[tuple[int, int]] = []
    for number, beat, length, _ in tune.notes():
        inside = 0 < number < len(tune.pitches) - 1
        crown = _crown(tune, harmony, number, (peak, high)) if inside else None
        if crown is not None and is_heavy(tune, beat, length):
            reached.append((number, crown))
    if not reached:
        return tune
    number, pitch = min(reached, key=lambda option: (option[1] - tune.pitches[option[0]], option))
    return replace(tune, pitches=(*tune.pitches[:number], pitch, *tune.pitches[number + 1 :]))


def _crown(tune: Tune, harmony: Harmony, number: int, bounds: tuple[int, int]) -> int | None:
    """The lowest chord tone above the peak for a note, within reach of its neighbours."""
    peak, high = bounds
    beat = tune.window.start + tune.rhythm.onsets[number]
    tones, scale = harmony.at(beat).pitch_classes, harmony.scale_at(beat)
    near = min(tune.pitches[number - 1], tune.pitches[number + 1])
    wanted = range(peak + 1, min(high, near + _WIDEST_CROWN) + 1)
    return next((pitch for pitch in wanted if pitch % 12 in tones and pitch % 12 in scale), None)
