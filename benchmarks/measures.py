"""What can be measured of one finished song, each figure with the bound it has to keep.

All sound is read back from the written files; pitch comes from a tracker (YIN) that shares no code with the
singer. It knows nothing of how songs are made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from tests.sing.pitch_tracker import read_pitch

from songwright.audio.analysis import measure_key, measure_tempo
from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.files import read_clip
from songwright.audio.loudness import loudness_lufs, true_peak_dbtp
from songwright.compose.evaluator import evaluate
from songwright.sing.singer import Sung, sing_line
from songwright.song.chance import child_seed
from songwright.song.genre import Genre
from songwright.song.instruments import Role
from songwright.song.key import Mode
from songwright.song.lyrics import SectionKind
from songwright.song.plan import SongPlan, VocalStyle, Voice
from songwright.song.score import Score, SungLine, VocalPart
from songwright.song.song import Song
from songwright.song.timeline import Span
from songwright.synth.vocal_mixer import voice_over_band_lu

Samples = NDArray[np.float32]

IN_TUNE_CENTS = 30.0
_SHORTEST_NOTE_S = 0.09  # shorter ones are ornaments
_TUNED = (VocalStyle.SUNG, VocalStyle.BELT, VocalStyle.FALSETTO, VocalStyle.RASPY)
_REACH = 10  # semitones around the note in which the tracker looks: a rasp has an octave below it
_CHOIR_REACH = 22  # the men of a choir are an octave lower
_BURIED = (Genre.METAL, Genre.BLACK_METAL)  # their voices stand deeper in the band
_CONTRASTED = (Genre.POP, Genre.ROCK)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value.

    Attributes:
        name: what was measured.
        value: the value, in the unit that `shown` carries.
        shown: the value as printed.
        passed: whether it keeps its bound; None if nothing is demanded of this song.
    """

    name: str
    value: float
    shown: str
    passed: bool | None


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A song with everything that is measured on.

    Attributes:
        song: the kept song.
        score: its notes.
        mix: the written audio.
        stems: by name.
        lead: the lead's lines, sung dry: (line, sound).
    """

    song: Song
    score: Score
    mix: Clip
    stems: dict[str, Clip]
    lead: tuple[tuple[SungLine, Sung], ...]

    @property
    def plan(self) -> SongPlan:
        """What was planned."""
        return self.song.plan


def gather(song: Song, score: Score) -> Evidence:
    """Read a song back from its files and sing its lead dry once more."""
    plan = song.plan
    lead = tuple(
        (line, sing_line(line, score.beat_s, plan.voice, child_seed(plan.seed, "sing", str(index))))
        for index, line in enumerate(score.lines)
        if plan.voice is not None and line.part is VocalPart.LEAD
    )
    stems = {name: read_clip(path) for name, path in song.files.stems.items()}
    return Evidence(song, score, read_clip(song.files.audio), stems, lead)


def measure(evidence: Evidence) -> list[Figure]:
    """All figures of a song, always the same names in the same order."""
    return [figure for part in _PARTS for figure in part(evidence)]


def _level(e: Evidence) -> Iterator[Figure]:
    samples = e.mix.samples
    lufs, peak = loudness_lufs(e.mix), true_peak_dbtp(e.mix)
    yield Figure("LUFS", lufs, f"{lufs:.2f}", abs(lufs + 14.0) <= 0.2)
    yield Figure("dBTP", peak, f"{peak:.2f}", peak <= -0.99)
    finite = bool(np.isfinite(samples).all())
    dc = float(np.abs(samples.mean(axis=1)).max())
    full = int((np.abs(samples) >= 1.0).sum())
    yield Figure("clean", dc, "yes" if finite else "NaN", finite and dc < 1e-3 and full == 0)
    apart = abs(samples.shape[1] - e.plan.duration_s * SAMPLE_RATE)
    yield Figure("length", apart, f"{apart / 48:.2f} ms", apart <= 1.0)


def _tempo(e: Evidence) -> Iterator[Figure]:
    asked, found = e.plan.bpm, measure_tempo(e.mix).candidates
    ratios = (1.0, 2.0, 0.5, 4.0, 0.25) + (
        (1.5, 0.75, 3.0, 2 / 3, 1 / 3) if e.plan.meter.bar_beats == 3 else ()
    )
    apart = min(abs(bpm / ratio - asked) for bpm in found for ratio in ratios)
    steady = Role.DRUMS in e.plan.instruments
    yield Figure("bpm apart", apart, f"{apart:.2f}", apart <= 0.5 if steady else None)


def _key(e: Evidence) -> Iterator[Figure]:
    asked, found = e.plan.key, measure_key(e.mix)
    above = (found.tonic - asked.tonic) % 12
    relative = 9 if asked.mode is Mode.MAJOR else 3
    lifts = {section.transpose % 12 for section in e.plan.sections} - {0}
    if above == 0:
        verdict = "same" if found.mode == asked.mode else "parallel"
    elif above == relative and found.mode != asked.mode:
        verdict = "relative"
    elif above in lifts:
        verdict = "lifted"
    else:
        verdict = f"{found.mode} +{above}"
    yield Figure("key", float(above), verdict, verdict in ("same", "relative", "lifted"))


def _melody(e: Evidence) -> Iterator[Figure]:
    steps = intervals(e.score)
    shares = interval_shares(steps)
    shown = "/".join(f"{100 * share:.0f}" for share in shares) if len(steps) else "-"
    yield Figure("intervals", shares[0], shown, None)
    notes = [note for line in _lead_lines(e) for sung in line.syllables for note in sung.notes]
    if not notes:
        yield Figure("in scale", 1.0, "-", None)
        yield Figure("on chord", 1.0, "-", None)
        return
    inside = np.mean([note.pitch % 12 in _scale_at(e.score, note.start) for note in notes])
    yield Figure("in scale", float(inside), f"{100 * inside:.0f} %", bool(inside >= 0.97))
    strong = [note for note in notes if note.start % 1.0 < 0.02 and note.duration >= 0.5]
    if not strong:
        yield Figure("on chord", 1.0, "-", None)
        return
    consonant = np.mean([n.pitch % 12 in e.score.chord_at(n.start).pitch_classes for n in strong])
    yield Figure("on chord", float(consonant), f"{100 * consonant:.0f} %", bool(consonant >= 0.7))


def _rating(e: Evidence) -> Iterator[Figure]:
    """The evaluator's opinion of the melody; what is spoken, growled or rapped is not judged by it."""
    total = evaluate(e.score, e.plan.title).total
    judged = bool(_lead_lines(e)) and e.plan.genre is not Genre.HIP_HOP
    yield Figure("melody", total, f"{total:.2f}", total >= 0.85 if judged else None)


def _pitch(e: Evidence) -> Iterator[Figure]:
    is_choir = e.plan.voice is Voice.CHOIR
    reach = _CHOIR_REACH if is_choir else _REACH
    errors = np.array([x for line, sung in e.lead for x in _errors_cents(e.score, line, sung, reach)])
    if is_choir:  # its men sing an octave lower
        errors = (errors + 600.0) % 1200.0 - 600.0
    if not len(errors):
        yield Figure("in tune", 1.0, "-", None)
        return
    share = float(np.mean(np.abs(errors) <= IN_TUNE_CENTS))
    yield Figure("in tune", share, f"{100 * share:.1f} % of {len(errors)}", share >= 0.98)


def _words(e: Evidence) -> Iterator[Figure]:
    planned = [line.text for section in e.plan.sections for line in section.lines if line.text]
    sung = [line.text for line in e.score.lines if line.part is VocalPart.LEAD]
    if not planned:
        yield Figure("words", 1.0, "-", None)
        yield Figure("word onset", 0.0, "-", None)
        return
    same = [_letters(text) for text in planned] == [_letters(text) for text in sung]
    yield Figure("words", float(same), f"{len(sung)} lines", same)
    apart = np.array(list(_word_onsets_apart_s(e)))
    if not len(apart):
        yield Figure("word onset", 0.0, "-", None)
        return
    share = float(np.mean(apart <= 0.020))
    yield Figure("word onset", share, f"{1000 * np.median(apart):.0f} ms, {100 * share:.0f} %", share >= 0.95)


def _beat(e: Evidence) -> Iterator[Figure]:
    """How far the first hit of a bar in the drum stem is from the bar line of the timeline, the median."""
    drums = e.stems.get("drums")
    hits = sorted(note.start for track in e.score.tracks if track.role is Role.DRUMS for note in track.notes)
    if drums is None or not hits:
        yield Figure("beat", 0.0, "-", None)
        return
    envelope = np.abs(drums.samples).max(axis=0)
    written = [e.score.seconds(hit) for hit in hits]
    apart = [
        abs(found - bar_s)
        for bar_s in e.song.timeline.bars
        if any(abs(hit - bar_s) < 0.012 for hit in written)
        and not any(0.012 <= abs(hit - bar_s) < 0.09 for hit in written)
        and (found := _attack_s(envelope, bar_s)) is not None
    ]
    median = float(np.median(apart)) if apart else 0.0
    yield Figure(
        "beat", median, f"{1000 * median:.0f} ms" if apart else "-", median <= 0.020 if apart else None
    )


def _contrast(e: Evidence) -> Iterator[Figure]:
    verse = _section_lufs(e, SectionKind.VERSE)
    chorus = _section_lufs(e, SectionKind.CHORUS)
    if verse is None or chorus is None:
        yield Figure("chorus", 0.0, "-", None)
    else:
        rise = chorus - verse
        plain = e.plan.genre in _CONTRASTED and not any(s.modifiers for s in e.plan.sections)
        yield Figure("chorus", rise, f"{rise:+.1f} LU", rise >= 3.0 if plain else None)
    drop, breakdown = _section_lufs(e, SectionKind.DROP), _section_lufs(e, SectionKind.BREAKDOWN)
    if drop is None or breakdown is None:
        yield Figure("drop", 0.0, "-", None)
    else:
        yield Figure("drop", drop - breakdown, f"{drop - breakdown:+.1f} LU", drop - breakdown >= 3.0)


def _balance(e: Evidence) -> Iterator[Figure]:
    vocals = e.stems.get("vocals")
    spans = [(line.start_s, line.end_s) for line in e.song.timeline.lines if not line.backing]
    if vocals is None or not spans:
        yield Figure("voice", 0.0, "-", None)
    else:
        band = sum(
            (clip.samples for name, clip in e.stems.items() if name not in ("vocals", "backing_vocals")),
            np.zeros_like(vocals.samples),
        )
        ratio = voice_over_band_lu(vocals.samples, band, spans)
        lowest = -4.0 if e.plan.genre in _BURIED else -2.0
        yield Figure("voice", ratio, f"{ratio:+.1f} LU", lowest <= ratio <= 6.0)
    left, right = (channel.astype(float) for channel in e.mix.samples)
    correlation = float((left @ right) / np.sqrt((left @ left) * (right @ right) + 1e-12))
    yield Figure("stereo", correlation, f"{correlation:.2f}", 0.2 <= correlation <= 0.93)


def _errors_cents(score: Score, line: SungLine, sung: Sung, reach: int) -> Iterator[float]:
    if line.style not in _TUNED:
        return
    origin = sung.start_frame / SAMPLE_RATE
    for note in (note for syllable in line.syllables for note in syllable.notes):
        start, length = score.seconds(note.start) - origin, score.seconds(note.duration)
        if length < _SHORTEST_NOTE_S:
            continue
        low, high = (440 * 2 ** ((note.pitch + semitones - 69) / 12) for semitones in (-reach, reach))
        moments = np.linspace(0.35, 0.75, 5 if length > 0.3 else 3)
        readings = [read_pitch(sung.samples, start + share * length, (low, high)) for share in moments]
        yield 100.0 * (float(np.median([reading.midi for reading in readings])) - note.pitch)


def _word_onsets_apart_s(e: Evidence) -> Iterator[float]:
    """For words after a rest, how far the timeline is from where the dry voice rises."""
    timed = [line for line in e.song.timeline.lines if not line.backing]
    for span, (_, sung) in zip(timed, e.lead, strict=False):
        envelope = np.abs(sung.samples)
        origin = sung.start_frame / SAMPLE_RATE
        for before, word in pairwise((Span("", -1.0, -1.0), *span.words)):
            if word.start_s - before.end_s < 0.12:
                continue
            found = _rise_s(envelope, word.start_s - origin)
            if found is not None:
                yield abs(found - (word.start_s - origin))


def _rise_s(envelope: Samples, near_s: float) -> float | None:
    """Where the voice comes within 28 dB of the loudest of the next moments; breath ends 50 ms before."""
    start = max(round((near_s - 0.045) * SAMPLE_RATE), 0)
    piece = envelope[start : round((near_s + 0.09) * SAMPLE_RATE)]
    hop = 96  # 2 ms
    levels = piece[: len(piece) // hop * hop].reshape(-1, hop).max(axis=1) if len(piece) > 4 * hop else None
    if levels is None or levels.max() < 1e-4:
        return None
    above = np.flatnonzero(levels > 0.04 * levels.max())
    return (start + float(above[0]) * hop) / SAMPLE_RATE


def _attack_s(envelope: Samples, near_s: float, reach_s: float = 0.07) -> float | None:
    """Where the sound grows fastest within a reach of a time, also on top of what still rings."""
    start = max(round((near_s - reach_s) * SAMPLE_RATE), 0)
    piece = envelope[start : round((near_s + reach_s) * SAMPLE_RATE)]
    hop = 96  # 2 ms
    if len(piece) < 20 * hop or piece.max() < 1e-4:
        return None
    levels = piece[: len(piece) // hop * hop].reshape(-1, hop).max(axis=1)
    growth = levels[3:] - levels[:-3]
    return (start + (float(np.argmax(growth)) + 2.0) * hop) / SAMPLE_RATE


def _section_lufs(e: Evidence, kind: SectionKind) -> float | None:
    spans = [
        (span.start_s, span.end_s)
        for span, section in zip(e.song.timeline.sections, e.score.sections, strict=True)
        if section.kind is kind and not section.fade_out
    ]
    return loudness_lufs(_during(e.mix.samples, spans)) if spans else None


def _during(samples: Samples, spans: Sequence[tuple[float, float]]) -> Clip:
    pieces = [samples[:, round(a * SAMPLE_RATE) : round(b * SAMPLE_RATE)] for a, b in spans]
    return Clip(np.ascontiguousarray(np.concatenate(pieces, axis=1)), SAMPLE_RATE)


def intervals(score: Score) -> NDArray[np.int64]:
    """Semitones between neighbouring sung notes of each lead line that is sung as a melody."""
    lines = [line for line in score.lines if line.part is VocalPart.LEAD and line.style in _TUNED]
    pitches = [[note.pitch for sung in line.syllables for note in sung.notes] for line in lines]
    return np.array([abs(b - a) for line in pitches for a, b in pairwise(line)], np.int64)


def interval_shares(steps: NDArray[np.int64]) -> tuple[float, float, float, float]:
    """The shares of repeated notes, steps, thirds and larger intervals."""
    if not len(steps):
        return 0.0, 0.0, 0.0, 0.0
    return (
        float(np.mean(steps == 0)),
        float(np.mean((steps >= 1) & (steps <= 2))),
        float(np.mean((steps >= 3) & (steps <= 4))),
        float(np.mean(steps >= 5)),
    )


def _lead_lines(e: Evidence) -> list[SungLine]:
    return [line for line in e.score.lines if line.part is VocalPart.LEAD and line.style in _TUNED]


def _scale_at(score: Score, beat: float) -> frozenset[int]:
    """Pitch classes of the section's key, its harmonic variant, and the sounding chord."""
    bar_beats = score.meter.bar_beats
    section = next(
        (s for s in score.sections if beat < (s.start_bar + s.bars) * bar_beats - 1e-6), score.sections[-1]
    )
    degrees = (0, 2, 4, 5, 7, 9, 11) if score.key.mode is Mode.MAJOR else (0, 2, 3, 5, 7, 8, 10, 11)
    tonic = score.key.tonic + section.transpose
    return frozenset((tonic + degree) % 12 for degree in degrees) | frozenset(
        score.chord_at(beat).pitch_classes
    )


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def fingerprint(score: Score) -> tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]:
    """Drum pattern, progression and melody of a song, free of tempo and key, for telling songs apart."""
    bar = score.meter.bar_beats
    fullest = max(score.sections, key=lambda section: section.energy)
    start, end = fullest.start_bar * bar, (fullest.start_bar + min(fullest.bars, 4)) * bar
    drums = tuple(
        sorted(
            (round((note.start - start) * 4), note.pitch)
            for track in score.tracks
            if track.role is Role.DRUMS
            for note in track.notes
            if start <= note.start < end
        )
    )
    chords = tuple(
        ((chord.root - score.key.tonic) % 12, chord.intervals)
        for chord in score.chords
        if start <= chord.start < end
    )
    sung = [line for line in score.lines if line.part is VocalPart.LEAD][:6]
    leads = [track.notes[:24] for track in score.tracks if track.role is Role.LEAD]
    notes = [note for line in sung for syllable in line.syllables for note in syllable.notes]
    notes = notes or [note for track in leads for note in track]
    melody = tuple((b.pitch - a.pitch, round((b.start - a.start) * 4)) for a, b in pairwise(notes))
    return drums, chords, melody


_PARTS: tuple[Callable[[Evidence], Iterator[Figure]], ...] = (
    _level,
    _tempo,
    _key,
    _melody,
    _rating,
    _pitch,
    _words,
    _beat,
    _contrast,
    _balance,
)
