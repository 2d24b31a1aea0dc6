"""Every manner of singing works in every language, whatever signs and stresses its phones bring."""

import numpy as np
import pytest

from songwright.sing.pronounce import Pronouncer
from songwright.sing.singer import sing_line
from songwright.song.plan import VocalStyle, Voice
from songwright.song.score import Note, SungLine, SungSyllable, VocalPart
from tests.sing.lines import BEAT_S

RATE = 48_000
LINES = {
    "en": "Carry me home tonight",
    "es": "El perro corre por la ciudad",
    "fr": "Un bon vin blanc dans la maison",
    "de": "Ich singe durch die lange Nacht",
    "it": "La notte è bella e tutto tace",
    "pt": "Não há mais canção no coração",
    "nl": "Wij zingen onder de maan",
    "sv": "Sjung för mig i natt",
    "ru": "Ночь светла и поёт река",
    "cs": "Řeka zpívá mezi horami",
    "ar": "قلبي يغني في الليل",
    "sw": "Nyota zinang'aa usiku",
    "zh": "月亮代表我的心",
    "ja": "きっと夜空に歌う",
    "ko": "밤하늘에 별이 빛나",
}


@pytest.fixture(scope="module")
def say() -> Pronouncer:
    return Pronouncer()


@pytest.mark.parametrize("style", [VocalStyle.SUNG, VocalStyle.SPOKEN])
@pytest.mark.parametrize("language", LINES)
def test_every_language_is_sung_and_spoken(say, language, style):
    """Sound in every vowel, a span for every word, nothing beyond full scale."""
    words = say(LINES[language], language)
    flat = [(index, syllable) for index, word in enumerate(words) for syllable in word.syllables]
    syllables = tuple(
        SungSyllable(syllable, word, (Note(2.0 + 0.6 * place, 0.6, 60 + place % 5, 90),))
        for place, (word, syllable) in enumerate(flat)
    )
    line = SungLine(VocalPart.LEAD, 0, tuple(word.text for word in words), syllables, style)
    sung = sing_line(line, BEAT_S, Voice.FEMALE, 1)
    assert np.isfinite(sung.samples).all()
    assert np.abs(sung.samples).max() <= 1
    assert len(sung.words) == len(words)
    for segment in sung.segments:
        if segment.is_nucleus:
            first, last = (round(at * RATE) - sung.start_frame for at in (segment.start_s, segment.end_s))
            assert 10 * np.log10(np.mean(sung.samples[first:last].astype(float) ** 2)) > -38, segment
