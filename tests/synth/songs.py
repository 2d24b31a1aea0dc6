"""Small scores and dry sounds for the tests of the mixer."""

import numpy as np

from songwright.audio.clip import SAMPLE_RATE, Samples
from songwright.song.instruments import Drum, Role
from songwright.song.key import parse_key
from songwright.song.lyrics import SectionKind
from songwright.song.meter import Meter
from songwright.song.pronunciation import Syllable
from songwright.song.score import Chord, Note, Score, ScoreSection, SungLine, SungSyllable, Track, VocalPart

BAND = {
    Role.DRUMS: "acoustic_kit",
    Role.BASS: "electric_bass",
    Role.CHORDS: "piano",
    Role.RHYTHM: "clean_guitar",
    Role.PAD: "warm_pad",
}
HZ = {
    Role.BASS: 55.0,
    Role.CHORDS: 220.0,
    Role.RHYTHM: 330.0,
    Role.PAD: 262.0,
    Role.LEAD: 440.0,
    Role.ARP: 523.0,
}
BPM = 120
SECTIONS = (
    ScoreSection(SectionKind.VERSE, "Verse", 0, 4, 0.5),
    ScoreSection(SectionKind.CHORUS, "Chorus", 4, 4, 0.9),
)


def make_score(
    band: dict[Role, str] | None = None,
    sections: tuple[ScoreSection, ...] = SECTIONS,
    sung_bars: tuple[int, ...] = (1, 2, 5, 6),
    bpm: int = BPM,
) -> Score:
    """All instruments play in all bars; the kick is on every second beat; a line is three beats long."""
    bars = sum(section.bars for section in sections)
    tracks = []
    for role, instrument in (BAND if band is None else band).items():
        if role is Role.DRUMS:
            notes = tuple(
                Note(float(beat), 0.2, Drum.SNARE if beat % 2 else Drum.KICK, 100) for beat in range(4 * bars)
            )
        else:
            notes = tuple(Note(4.0 * bar, 4.0, 48, 90) for bar in range(bars))
        tracks.append(Track(f"{instrument} {role}", role, instrument, notes))
    syllable = Syllable((), "a", (), 2)
    lines = tuple(
        SungLine(
            VocalPart.LEAD,
            0 if bar < sections[0].bars else 1,
            ("la",),
            (SungSyllable(syllable, 0, (Note(4.0 * bar, 3.0, 64, 90),)),),
        )
        for bar in sung_bars
    )
    chords = (Chord(0.0, 4.0 * bars, 0, (0, 4, 7), 0, "C"),)
    return Score(bpm, parse_key("C major"), Meter.FOUR, sections, chords, tuple(tracks), lines)


def frames_of(score: Score, ring_s: float = 1.0) -> int:
    return round((score.seconds(score.section_start_beats(len(score.sections))) + ring_s) * SAMPLE_RATE)


def track_of(score: Score, role: Role) -> Track:
    return next(track for track in score.tracks if track.role is role)


def dry_track(track: Track, score: Score, frames: int) -> Samples:
    """Hits for drums; for the others a steady tone rich in partials, a little different on each side."""
    at = np.arange(frames) / SAMPLE_RATE
    if track.role is Role.DRUMS:
        return _hits(track, score, at)
    second = at[:SAMPLE_RATE]
    tone = np.zeros((2, SAMPLE_RATE))
    for side in (0, 1):
        for partial in range(1, int(8000 / HZ[track.role])):
            phase = partial * partial + 0.6 * side * (partial % 3)
            tone[side] += np.sin(2 * np.pi * HZ[track.role] * partial * second + phase) / partial**1.2
    # Whole numbers of cycles per second, so the second can be repeated.
    return np.tile((0.1 * tone).astype(np.float32), -(-frames // SAMPLE_RATE))[:, :frames]


def dry_voice(score: Score, frames: int, part: VocalPart = VocalPart.LEAD):
    """A buzz with formants where the part sings."""
    out = np.zeros(frames)
    for line in score.lines:
        if line.part is not part:
            continue
        start = round(score.seconds(line.start) * SAMPLE_RATE)
        at = np.arange(round(score.seconds(line.end - line.start) * SAMPLE_RATE)) / SAMPLE_RATE
        phase = 2 * np.pi * np.cumsum(330.0 * (1 + 0.01 * np.sin(2 * np.pi * 5.5 * at))) / SAMPLE_RATE
        buzz = np.zeros(len(at))
        for partial in range(1, 25):
            hz = 330.0 * partial
            formants = ((700, 120, 1.0), (1200, 150, 0.6), (2700, 300, 0.3))
            buzz += np.sin(partial * phase) * (
                0.01 + sum(g / (1 + ((hz - c) / b) ** 2) for c, b, g in formants)
            )
        out[start : start + len(at)] += (
            buzz * np.minimum(1.0, at / 0.03) * np.minimum(1.0, (at[-1] - at) / 0.05)
        )
    return (0.2 * out).astype(np.float32)


def _hits(track: Track, score: Score, at) -> Samples:
    out = np.zeros(len(at))
    rng = np.random.default_rng(4)
    for note in track.notes:
        start = round(score.seconds(note.start) * SAMPLE_RATE)
        local = at[: min(SAMPLE_RATE // 3, len(at) - start)]
        if note.pitch == Drum.KICK:
            hit = np.sin(2 * np.pi * 55 * local) * np.exp(-14 * local)
        else:
            hit = 0.5 * rng.standard_normal(len(local)) * np.exp(-20 * local)
        out[start : start + len(local)] += hit
    return np.stack([out, out]).astype(np.float32)
