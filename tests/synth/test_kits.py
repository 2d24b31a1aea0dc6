import itertools

import numpy as np
import pytest

from songwright.song.instruments import INSTRUMENTS, Drum, Family
from songwright.synth.drums import Hit, strike
from songwright.synth.kits import ALIASES, KITS
from tests.synth.hearing import band_db, centroid_hz, rms

DRUMS = [value for name, value in vars(Drum).items() if name.isupper()]


def one(kit, drum, loudness=0.85):
    """One dry hit."""
    return strike(KITS[kit], drum, Hit(loudness, np.random.default_rng(1)), None)


def length_s(sound):
    """Time until the hit has fallen by 30 dB for good."""
    level = np.sqrt(np.mean(sound[:, : sound.shape[1] // 480 * 480].reshape(2, -1, 480) ** 2, axis=(0, 2)))
    return np.flatnonzero(level > level.max() / 31.6)[-1] * 0.01


def test_every_kit_of_the_table_exists_and_has_every_drum():
    """No silent keys."""
    assert set(KITS) == {name for name, row in INSTRUMENTS.items() if row.family is Family.KIT}
    for kit in KITS.values():
        assert set(DRUMS) <= set(kit.pieces)
        assert set(ALIASES.values()) <= set(kit.pieces)
        assert set(range(35, 82)) - set(ALIASES) <= set(kit.pieces) | {52}


@pytest.mark.parametrize("kit", KITS)
def test_every_drum_is_clean(kit):
    """Finite, near full scale, and it ends in silence."""
    for drum in DRUMS:
        sound = one(kit, drum)
        assert np.isfinite(sound).all()
        assert 0.3 < np.abs(sound).max() < 1.6, drum
        assert np.abs(sound[:, -1]).max() < 1e-3, drum


@pytest.mark.parametrize("kit", KITS)
def test_kicks_are_low_snares_are_in_the_middle_and_hats_are_high(kit):
    """The order of a kit from bottom to top."""
    kick, snare, hat = (centroid_hz(one(kit, drum)[0]) for drum in (Drum.KICK, Drum.SNARE, Drum.CLOSED_HAT))
    assert kick < 250 < snare < hat
    assert hat > 3000
    assert band_db(one(kit, Drum.KICK)[0], 20, 200) > -2.5


@pytest.mark.parametrize("kit", KITS)
def test_toms_go_up_and_the_open_hat_rings(kit):
    """Low, middle, high; closed is short."""
    toms = [centroid_hz(one(kit, drum)[0]) for drum in (Drum.LOW_TOM, Drum.MID_TOM, Drum.HIGH_TOM)]
    assert toms[0] < toms[2]
    assert length_s(one(kit, Drum.OPEN_HAT)) > 2.5 * length_s(one(kit, Drum.CLOSED_HAT))


def test_kits_have_their_character():
    """Metal clicks, 808 booms, brushes swish, dust is dull, the concert drum is big."""
    click = {kit: band_db(one(kit, Drum.KICK)[0], 2000, 9000) for kit in KITS}
    assert click["metal_kit"] > max(click["acoustic_kit"], click["rock_kit"]) + 4
    assert length_s(one("trap_kit", Drum.BASS_DRUM)) > 2 * length_s(one("metal_kit", Drum.KICK))
    brush, stick = one("brush_kit", Drum.SNARE), one("acoustic_kit", Drum.SNARE)
    assert np.abs(brush[0]).argmax() > 3 * np.abs(stick[0]).argmax()
    assert band_db(one("lofi_kit", Drum.CRASH)[0], 12_000, 24_000) < -25
    assert length_s(one("orchestral_kit", Drum.BASS_DRUM)) > 0.8


def test_hits_of_one_drum_differ_but_not_much():
    """Variants are the same drum."""
    first, second = (
        strike(KITS["acoustic_kit"], Drum.SNARE, Hit(0.8, np.random.default_rng(seed)), None)
        for seed in (1, 2)
    )
    frames = min(first.shape[1], second.shape[1])
    assert not np.allclose(first[:, :frames], second[:, :frames], atol=0.01)
    assert rms(first) == pytest.approx(rms(second), rel=0.3)
    assert centroid_hz(first[0]) == pytest.approx(centroid_hz(second[0]), rel=0.3)


PERCUSSION_KEYS = {
    "tambourine": Drum.TAMBOURINE,
    "cowbell": Drum.COWBELL,
    "high bongo": Drum.HIGH_BONGO,
    "low bongo": Drum.LOW_BONGO,
    "mute conga": Drum.MUTE_CONGA,
    "high conga": Drum.HIGH_CONGA,
    "low conga": Drum.LOW_CONGA,
    "timbale": Drum.TIMBALE,
    "agogo": Drum.AGOGO,
    "cabasa": Drum.CABASA,
    "shaker": Drum.SHAKER,
    "guiro": Drum.GUIRO,
    "claves": Drum.CLAVES,
    "high wood block": Drum.HIGH_WOOD_BLOCK,
    "low wood block": Drum.LOW_WOOD_BLOCK,
    "mute triangle": Drum.MUTE_TRIANGLE,
    "triangle": Drum.TRIANGLE,
    "jingle bell": Drum.JINGLE_BELL,
}


def character(sound):
    """Brightness in octaves and length in octaves of time."""
    return np.array([np.log2(centroid_hz(sound[0])), np.log2(length_s(sound) + 0.01)])


def test_every_key_of_the_hand_percussion_is_an_instrument_of_its_own():
    """Any two differ by a good deal in brightness, in length, or in their spectra."""
    edges = np.geomspace(60, 20_000, 25)

    def bands(sound):
        power = np.abs(np.fft.rfft(sound[0], 1 << 16)) ** 2
        hz = np.fft.rfftfreq(1 << 16, 1 / 48_000)
        share = np.histogram(hz, edges, weights=power)[0]
        return 10 * np.log10(share / share.sum() + 1e-4)

    hits = {name: one("percussion", key) for name, key in PERCUSSION_KEYS.items()}
    for first, second in itertools.combinations(hits, 2):
        apart = np.abs(character(hits[first]) - character(hits[second])).max()
        spectral = np.sqrt(np.mean((bands(hits[first]) - bands(hits[second])) ** 2))
        assert apart > 0.5 or spectral > 3.0, (first, second)


@pytest.mark.parametrize(
    ("name", "low_hz", "high_hz", "shortest_s", "longest_s"),
    [
        ("low conga", 120, 500, 0.15, 0.8),
        ("high bongo", 300, 1500, 0.04, 0.4),
        ("shaker", 5000, 12_000, 0.03, 0.2),
        ("cabasa", 6000, 13_000, 0.02, 0.2),
        ("triangle", 3000, 14_000, 0.8, 3.0),
        ("mute triangle", 3000, 14_000, 0.02, 0.3),
        ("claves", 2000, 4000, 0.01, 0.15),
        ("low wood block", 700, 2500, 0.01, 0.15),
        ("cowbell", 500, 2000, 0.05, 0.5),
        ("tambourine", 5000, 12_000, 0.05, 0.6),
        ("jingle bell", 5000, 12_000, 0.05, 0.5),
    ],
)
def test_percussion_is_as_bright_and_as_long_as_the_real_thing(name, low_hz, high_hz, shortest_s, longest_s):
    """Centre of the spectrum, and the time to fall by 30 dB."""
    sound = one("percussion", PERCUSSION_KEYS[name])
    assert low_hz < centroid_hz(sound[0]) < high_hz
    assert shortest_s <= length_s(sound) <= longest_s


def share_db(sound, low_hz, high_hz):
    """Power of a band against all, from the first frame on: without a window, which would hide the onset."""
    power = np.abs(np.fft.rfft(sound, 1 << 16)) ** 2
    hz = np.arange(len(power)) * 48_000 / (1 << 16)
    return 10 * np.log10(power[(hz >= low_hz) & (hz < high_hz)].sum() / power.sum())


def colour_hz(sound):
    """Centre of the power of the first sixth of a second, onset included."""
    power = np.abs(np.fft.rfft(sound[:8000], 1 << 14)) ** 2
    return (power * np.arange(len(power))).sum() / power.sum() * 48_000 / (1 << 14)


@pytest.mark.parametrize("kit", KITS)
@pytest.mark.parametrize("drum", [Drum.KICK, Drum.SNARE, Drum.LOW_TOM, Drum.CLOSED_HAT, Drum.RIDE])
def test_harder_blows_are_brighter(kit, drum):
    """The beater's click, the stick's crack and the cymbal's top are what soft blows lack."""
    soft, hard = (
        np.mean(
            [
                colour_hz(strike(KITS[kit], drum, Hit(force, np.random.default_rng(n)), None)[0])
                for n in range(3)
            ]
        )
        for force in (0.375, 0.875)
    )
    machine = kit == "trap_kit" and drum in (Drum.CLOSED_HAT, Drum.RIDE)  # six squares that know no force
    assert hard > (0.97 if machine else 1.02) * soft


@pytest.mark.parametrize("kit", ["acoustic_kit", "rock_kit", "metal_kit"])
def test_a_snares_wires_outlast_its_skin(kit):
    """The skins speak first; a twentieth of a second later the wires' hiss is what is heard."""
    sound = one(kit, Drum.SNARE)[0]
    assert share_db(sound, 2000.0, 16_000.0) > -8
    assert share_db(sound[int(0.06 * 48_000) : int(0.2 * 48_000)], 1500.0, 16_000.0) > -6


@pytest.mark.parametrize(("kit", "click_db"), [("acoustic_kit", -16), ("rock_kit", -13), ("metal_kit", -12)])
def test_a_kick_is_deep_with_a_click(kit, click_db):
    """Most of its power lies below 120 Hz, not in the box above; its click is in the first moment."""
    sound = one(kit, Drum.KICK)[0]
    assert share_db(sound, 20.0, 120.0) > share_db(sound, 120.0, 500.0) + 2
    assert share_db(sound[:576], 2000.0, 12_000.0) > click_db
    assert band_db(sound[3600:7200], 2000.0, 12_000.0) < click_db - 20


def test_no_two_blows_on_a_hat_are_the_same():
    """Blow by blow its colour changes by some percent, as the stick lands elsewhere."""
    hats = [
        strike(KITS["acoustic_kit"], Drum.CLOSED_HAT, Hit(0.875, np.random.default_rng(n)), None)[0]
        for n in range(8)
    ]
    bright = np.array([colour_hz(hat) for hat in hats])
    assert 0.015 < bright.std() / bright.mean() < 0.12
