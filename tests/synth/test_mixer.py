"""The mix, measured: loudness, width, ducking, the voice in front, sections, fades."""

from dataclasses import replace

import numpy as np
import pytest

from songwright.audio.clip import SAMPLE_RATE, Clip
from songwright.audio.filters import equalise, high_pass, low_pass
from songwright.audio.loudness import loudness_lufs
from songwright.audio.mastering import master
from songwright.song.genre import Genre
from songwright.song.instruments import INSTRUMENTS, Role
from songwright.song.lyrics import SectionKind
from songwright.song.plan import Voice
from songwright.song.score import Score, ScoreSection, VocalPart
from songwright.synth.balance import track_lufs
from songwright.synth.mix_styles import INSTRUMENT_TOUCHES, LEAD_VOICE_LUFS, MIX_STYLES
from songwright.synth.mixer import strip_of, tone_for
from songwright.synth.vocal_mixer import voice_over_band_lu
from tests.audio.signals import coloured_noise, likeness, rms_db
from tests.synth.mixing import mix_track, mix_vocals
from tests.synth.songs import BAND, SECTIONS, dry_track, dry_voice, frames_of, make_score, track_of

SEED = 11


def stem(score: Score, role: Role, genre: Genre = Genre.POP, dry=None):
    track = track_of(score, role)
    sound = dry_track(track, score, frames_of(score)) if dry is None else dry
    return mix_track(sound, track, score, genre, SEED)


def voice_stem(score: Score, genre: Genre = Genre.POP, part: VocalPart = VocalPart.LEAD, dry=None):
    sound = dry_voice(score, frames_of(score)) if dry is None else dry
    return mix_vocals(sound, part, score, genre, Voice.FEMALE, SEED)


def song(genre: Genre) -> dict[str, np.ndarray]:
    score = make_score()
    stems = {role.value: stem(score, role, genre) for role in BAND}
    return {**stems, "voice": voice_stem(score, genre)}


def together(stems: dict[str, np.ndarray], without: str = ""):
    return np.sum([part for name, part in stems.items() if name != without], axis=0)


def cut(samples, start_s: float, end_s: float):
    return samples[:, round(start_s * SAMPLE_RATE) : round(end_s * SAMPLE_RATE)]


def lufs(samples) -> float:
    return loudness_lufs(Clip(samples))


def middle(samples):
    """300 Hz to 4 kHz, where words are understood."""
    return equalise(samples, (high_pass(300.0), high_pass(300.0), low_pass(4_000.0), low_pass(4_000.0)))


@pytest.fixture(scope="module")
def pop() -> dict[str, np.ndarray]:
    return song(Genre.POP)


def test_mix_is_sound(pop: dict[str, np.ndarray]):
    """Finite, no offset, room for peaks, neither mono nor hollow, one bottom for both sides."""
    mix = together(pop)
    assert np.isfinite(mix).all()
    assert abs(float(mix.mean())) < 1e-3
    assert np.abs(mix).max() < 4.0
    assert 0.3 < likeness(mix) < 0.95
    assert likeness(equalise(mix, (low_pass(80.0),) * 3)) > 0.98
    assert all(np.abs(part).max() <= 0.9 for part in pop.values())


def test_voice_stands_in_front(pop: dict[str, np.ndarray]):
    """In pop the lead voice is before all instruments together, by as much in the verse as in the chorus."""
    rest = together(pop, "voice")
    ratios = [voice_over_band_lu(pop["voice"], rest, [span]) for span in ((2.0, 3.5), (10.0, 11.5))]
    assert all(0.0 < ratio < 5.5 for ratio in ratios)
    assert abs(ratios[0] - ratios[1]) < 1.0


def test_black_metal_buries_the_voice_deeper_than_pop(pop: dict[str, np.ndarray]):
    """The balance is the genre's."""
    black = song(Genre.BLACK_METAL)

    def lead(stems):
        rest = together(stems, "voice")
        return rms_db(middle(cut(stems["voice"], 10.0, 11.5))) - rms_db(middle(cut(rest, 10.0, 11.5)))

    assert lead(black) < lead(pop) - 1.0


@pytest.mark.parametrize("genre", [Genre.POP, Genre.ROCK])
def test_chorus_is_louder_than_the_verse(genre: Genre):
    """Even if all instruments play alike in both, 3 LU lie between them, and most survive the master."""
    stems = song(genre)
    mix = together(stems)
    assert lufs(cut(mix, 8.5, 15.5)) - lufs(cut(mix, 0.5, 7.5)) > 3.0
    mastered = master(Clip(mix), tone=tone_for(genre)).clip.samples
    assert lufs(cut(mastered, 8.5, 15.5)) - lufs(cut(mastered, 0.5, 7.5)) > 2.0


@pytest.mark.parametrize("level", [1e-3, 1.0, 20.0])
def test_dry_level_does_not_matter(level: float):
    """A stem's loudness comes from its role, not from how loud the instrument was rendered."""
    score = make_score()
    track = track_of(score, Role.CHORDS)
    usual = stem(score, Role.CHORDS)
    scaled = stem(score, Role.CHORDS, dry=dry_track(track, score, frames_of(score)) * np.float32(level))
    assert np.abs(scaled - usual).max() < 1e-3 * np.abs(usual).max()


def test_sparse_track_is_as_loud_as_a_busy_one_while_it_plays():
    """Four seconds of playing get the level that constant playing gets, not more."""
    score = make_score()
    full = dry_track(track_of(score, Role.PAD), score, frames_of(score))
    short = full.copy()
    short[:, : 8 * SAMPLE_RATE] = 0.0
    short[:, 12 * SAMPLE_RATE :] = 0.0
    busy, sparse = stem(score, Role.PAD, dry=full), stem(score, Role.PAD, dry=short)
    difference = rms_db(cut(sparse, 8.5, 11.5)) - rms_db(cut(busy, 8.5, 11.5))
    assert abs(difference) < 2.0
    assert np.abs(cut(sparse, 0.0, 7.9)).max() < 1e-6


def test_silent_track_stays_silent():
    """Silence and mere offset are not lifted."""
    score = make_score()
    frames = frames_of(score)
    for dry in (np.zeros((2, frames), np.float32), np.full((2, frames), 1e-7, np.float32)):
        assert not stem(score, Role.CHORDS, dry=dry).any()
    assert not voice_stem(score, dry=np.zeros(frames, np.float32)).any()


@pytest.mark.parametrize(
    ("genre", "least", "most"),
    [(Genre.ELECTRONIC, 5.0, 11.0), (Genre.POP, 0.3, 2.5), (Genre.FOLK, -0.5, 0.3)],
)
def test_kick_ducks_the_band_as_the_genre_asks(genre: Genre, least: float, most: float):
    """Electronic music pumps, pop moves a little, folk does not."""
    score = make_score(
        {Role.DRUMS: "electronic_kit", Role.BASS: "synth_bass", Role.CHORDS: "supersaw"}, sung_bars=()
    )
    chords = stem(score, Role.CHORDS, genre)
    at_kick = rms_db(np.concatenate([cut(chords, t + 0.002, t + 0.022) for t in range(9, 15)], axis=1))
    between = rms_db(np.concatenate([cut(chords, t + 0.7, t + 0.9) for t in range(9, 15)], axis=1))
    assert least < between - at_kick < most


def test_band_steps_back_under_the_voice():
    """Chords are about 1.5 dB softer while the lead sings."""
    score = make_score(sung_bars=(2, 6))
    chords = stem(score, Role.CHORDS, Genre.SOUL)
    dip = rms_db(cut(chords, 12.5, 13.4)) - rms_db(cut(chords, 14.2, 15.5))
    assert -2.3 < dip < -0.8


def test_more_instruments_do_not_bury_the_voice():
    """Each is softer when there are more of them."""
    small, large = make_score({Role.CHORDS: "piano"}), make_score()
    style = MIX_STYLES[Genre.POP]
    alone, among = (track_lufs(track_of(score, Role.CHORDS), score, style) for score in (small, large))
    assert alone > among + 1.0
    assert alone < LEAD_VOICE_LUFS + 3.0


def test_heavy_guitars_stand_left_and_right():
    """Two distorted guitars are panned to opposite sides; one alone stays near the middle."""
    pair = make_score(
        {Role.CHORDS: "distorted_guitar", Role.RHYTHM: "distorted_guitar", Role.BASS: "picked_bass"}
    )
    left, right = (stem(pair, role, Genre.METAL) for role in (Role.CHORDS, Role.RHYTHM))
    assert rms_db(left[0]) > rms_db(left[1]) + 6.0
    assert rms_db(right[1]) > rms_db(right[0]) + 6.0
    alone = make_score({Role.CHORDS: "distorted_guitar", Role.BASS: "picked_bass"})
    one = stem(alone, Role.CHORDS, Genre.METAL, dry=coloured_noise(frames_of(alone) / SAMPLE_RATE))
    assert abs(rms_db(one[0]) - rms_db(one[1])) < 3.0


def test_mono_sound_gets_its_width_and_survives_mono():
    """A mono pad becomes wide, and its mono sum loses less than 3 dB against its power."""
    score = make_score()
    dry = dry_track(track_of(score, Role.PAD), score, frames_of(score))
    dry[1] = dry[0]
    pad = stem(score, Role.PAD, dry=dry)
    assert likeness(pad) < 0.75
    assert rms_db(0.5 * (pad[0] + pad[1])) > rms_db(pad) - 3.0


def test_solo_instrument_keeps_its_bass():
    """A piano without a bass player is not cut at the bottom."""
    with_bass = strip_of(track_of(make_score(), Role.CHORDS), make_score(), MIX_STYLES[Genre.POP])
    solo = make_score({Role.CHORDS: "piano"})
    alone = strip_of(track_of(solo, Role.CHORDS), solo, MIX_STYLES[Genre.POP])
    assert alone.bands[0].hz < 50.0 < with_bass.bands[0].hz


@pytest.mark.parametrize("role", [Role.DRUMS, Role.CHORDS])
def test_fade_out_ends_in_silence(role: Role):
    """Sections marked to fade go down to nothing with reverb and all, at the same rate in every stem."""
    sections = (SECTIONS[1], ScoreSection(SectionKind.OUTRO, "Outro", 4, 4, 0.9, fade_out=True))
    score = make_score(sections=sections, sung_bars=())
    faded = stem(score, role)
    levels = [rms_db(cut(faded, start, start + 1.0)) for start in (7.0, 11.0, 15.0)]
    assert -13.0 < levels[1] - levels[0] < -6.0
    assert levels[2] - levels[0] < -24.0
    assert np.abs(faded[:, -48:]).max() < 1e-4


def test_song_ends_without_a_cut(pop: dict[str, np.ndarray]):
    """The last samples of every stem are silent, the last 30 ms fall."""
    for part in pop.values():
        assert np.abs(part[:, -20:]).max() < 1e-3
        assert rms_db(part[:, -480:]) < rms_db(part[:, -4800:-480]) or not part[:, -4800:].any()


def test_same_seed_same_stem_other_seed_other_stem():
    """Placing is seeded, and nothing else is random."""
    score = make_score()
    track = track_of(score, Role.PAD)
    dry = dry_track(track, score, frames_of(score))
    dry[1] = dry[0]
    first = mix_track(dry, track, score, Genre.POP, 1)
    assert np.array_equal(first, mix_track(dry, track, score, Genre.POP, 1))
    assert not np.array_equal(first, mix_track(dry, track, score, Genre.POP, 2))


def test_dry_sound_is_left_alone():
    """The mixer may get memory maps that others read too."""
    score = make_score()
    track = track_of(score, Role.DRUMS)
    dry = dry_track(track, score, frames_of(score))
    before = dry.copy()
    mix_track(dry, track, score, Genre.LOFI, 1)
    voice = dry_voice(score, frames_of(score))
    sung = voice.copy()
    voice_stem(score, dry=voice)
    assert np.array_equal(dry, before)
    assert np.array_equal(voice, sung)


def test_other_voices_are_softer_and_wider_than_the_lead():
    """Doubles, harmonies and backing stand behind and beside the lead."""
    score = make_score()
    dry = dry_voice(score, frames_of(score))
    lead = voice_stem(score)
    for part in (VocalPart.DOUBLE, VocalPart.HARMONY, VocalPart.BACKING):
        other = voice_stem(score, part=part, dry=dry)
        assert lufs(other) < lufs(lead) - 3.0
        assert likeness(other) < likeness(lead) - 0.2


def test_rap_is_drier_than_a_cathedral():
    """What remains a second after the last word tells the genre's space."""
    score = make_score(sung_bars=(1,))

    def tail(genre: Genre):
        sung = voice_stem(score, genre)
        return rms_db(cut(sung, 3.9, 4.6)) - rms_db(cut(sung, 2.2, 3.4))

    assert tail(Genre.BLACK_METAL) > tail(Genre.HIP_HOP) + 8.0


@pytest.mark.parametrize("genre", Genre)
def test_every_genre_mixes_and_masters(genre: Genre):
    """Each style gives a finite mix, a usable tone and a master at -14 LUFS."""
    score = make_score({Role.DRUMS: "rock_kit", Role.CHORDS: "organ"}, SECTIONS[:1], (1,))
    mix = stem(score, Role.DRUMS, genre) + stem(score, Role.CHORDS, genre) + voice_stem(score, genre)
    assert np.isfinite(mix).all()
    mastered = master(Clip(mix), tone=tone_for(genre))
    assert mastered.loudness_lufs == pytest.approx(-14.0, abs=0.3)
    assert mastered.true_peak_dbtp <= -1.5


def test_a_riser_keeps_its_own_growth_and_level():
    """Single events are not brought to a loudness: twice as loud is 6 dB louder in the mix."""
    score = make_score({**BAND, Role.TEXTURE: "riser"}, sung_bars=())
    growing = np.linspace(0.0, 0.5, 4 * SAMPLE_RATE, dtype=np.float32) ** 2
    dry = coloured_noise(4.0, 7) * growing
    soft, loud = (stem(score, Role.TEXTURE, Genre.ELECTRONIC, dry * np.float32(gain)) for gain in (0.25, 0.5))
    assert np.allclose(loud, 2.0 * soft, atol=1e-4)
    assert rms_db(cut(loud, 3.0, 3.9)) > rms_db(cut(loud, 0.5, 1.4)) + 10.0


def test_percussion_is_heard_beside_the_drums():
    """Hand percussion lies 9 to 12 LU below a pop kit, however many others play."""
    score = make_score({**BAND, Role.PERCUSSION: "percussion"})
    apart = [
        track_lufs(track_of(score, role), score, MIX_STYLES[Genre.POP])
        for role in (Role.DRUMS, Role.PERCUSSION)
    ]
    assert 9.0 <= apart[0] - apart[1] <= 12.0


@pytest.mark.parametrize("genre", [Genre.POP, Genre.HIP_HOP])
def test_wide_styles_are_safe_in_mono(genre: Genre):
    """No track's side is above its middle and none leaves one loudspeaker silent, however wide the genre."""
    band = {**BAND, Role.RHYTHM: "steel_guitar", Role.ARP: "synth_pluck", Role.LEAD: "synth_lead"}
    score = make_score(band)
    for track in score.tracks:
        strip = strip_of(track, score, MIX_STYLES[genre])
        assert strip.width <= 0.95
        assert abs(strip.pan) <= 0.9


def test_tables_name_real_instruments():
    """A misspelled instrument in the table would never be used."""
    assert set(INSTRUMENT_TOUCHES) <= set(INSTRUMENTS)
    assert set(MIX_STYLES) == set(Genre)


def test_a_choir_is_wide_and_survives_mono():
    """Its wandering copies are spread over the stage, and their sum loses at most 3 dB."""
    score = make_score()
    dry = dry_voice(score, frames_of(score))
    choir = mix_vocals(dry, VocalPart.LEAD, score, Genre.CINEMATIC, Voice.CHOIR, SEED)
    alone = mix_vocals(dry, VocalPart.LEAD, score, Genre.CINEMATIC, Voice.FEMALE, SEED)
    assert likeness(choir) < likeness(alone) - 0.05
    assert rms_db(choir.mean(axis=0)) > rms_db(choir) - 3.0


def test_two_harmonies_stand_on_opposite_sides():
    """A high and a low harmony share the stage; a single one has all of it."""
    score = make_score()
    (lead, *_) = score.lines
    parts = (VocalPart.HARMONY, VocalPart.LOW_HARMONY)
    both = replace(score, lines=(*score.lines, *(replace(lead, part=part) for part in parts)))
    sides = []
    for song, part in ((both, parts[0]), (both, parts[1]), (score, parts[0])):
        left, right = voice_stem(song, part=part)
        sides.append(rms_db(right) - rms_db(left))
    assert sides[0] < -1.0
    assert sides[1] > 1.0
    assert abs(sides[2]) < 1.0
