"""Arabic words with their vowels, which writing leaves out. It knows nothing of sounds.

A list of our own holds what songs sing most, said exactly as it stands here. All else comes from the 41 000
vocalised words of gruut_lang_ar (MIT), one reading for each spelling, with case endings that are not sung.
"""

from __future__ import annotations

import functools
import re
from contextlib import closing
from typing import NamedTuple

from songwright.sing.languages.lexicon import connect

MARKS = "\u064b-\u0652\u0670"
_UNWRITTEN = re.compile(f"[{MARKS}\u0640]")  # vowel marks and the stretching tatweel
_LOOSE = str.maketrans("أإآىة", "ااايه")

_SUNG = """
    أَنَا أَنْتَ هُوَ هِيَ نَحْنُ أَنْتُم هُم إِنْتَ إِنْتِي إِحْنَا يَا مَا لَا فِي مِنْ عَنْ عَلَى إِلَى مَعَ مَعِي مَعَك مَعَاكِ مَعَنَا لِي لَك لَه لَهَا
    لَنَا لَهُم بِي بِك بِه فِيك فِيه فِيهَا فِيَّا مِنِّي مِنَّك مِنْه مِنَّا عَنِّي عَنَّك عَلَيَّ عَلَيْك عَلَيْه عَلَيْنَا إِلَيْك إِلَيَّا إِلَيْه
    كُلّ كُلُّ كُلَّمَا كَيْف كَمْ مَتَى أَيْن وَيْن لِمَاذَا لِيش لِيه هَلْ هَلَّا إِنْ إِنّ أَنْ أَنّ لَوْ لَوْلَا إِذَا ثُمّ قَدْ لَمْ لَنْ لَيْس لَيْت لَكِنْ
    حَتَّى بَعْد بَعْدَك قَبْل قَبْلَك بَيْن بَيْنِي بَيْنَنَا تَحْت فَوْق حَوْل حَوْلِي عِنْد عِنْدِي عِنْدَك دُون بِدُون مُنْذ مِثْل مِثْلَك غَيْر غَيْرَك
    هَذَا هَاذِهِ هَذِهِ ذَلِك تِلْك هُنَا هُنَاك اَلَّذِي اَلَّتِي مَنْ أَيّ كَان كَانَت كُنْت كُنْتُ كُنَّا يَكُون سَأَكُون صَار
    حُبّ حُبِّي حُبَّك حُبُّنَا حَبِيب حَبِيبِي حَبِيبَتِي حَبِيبَة حَبِيبَك أُحِبُّ أُحِبُّك أُحِبُّكِ أُحِبُّهَا يُحِبُّنِي تُحِبُّنِي نُحِبّ بَحِبَّك بَحِبّ عِشْق
    عِشْقِي أَعْشَقُك غَرَام غَرَامِي شَوْق شَوْقِي اِشْتَقْت أَشْتَاق مُشْتَاق هَوَى هَوَاك هَوَايَا رُوح رُوحِي قَلْب قَلْبِي قَلْبَك قَلْبُهَا قَلْبُنَا
    عَيْن عَيْنِي عَيْنَاك عَيْنَيْك عُيُون عُيُونَك عُيُونِي عُمْر عُمْرِي نُور نُورِي قَمَر قَمَرِي لَيْل لَيْلِي لَيْلَة لَيَالِي لَيْلَى يَوْم أَيَّام أَيَّامِي
    شَمْس نَجْم نَجْمَة نُجُوم سَمَاء سَمَا بَحْر أَرْض مَطَر رِيح رِيَاح نَار مَاء وَرْد وَرْدَة زَهْر زَهْرَة زُهُور نَهْر جَبَل رَمْل صَحْرَاء طَيْر طُيُور
    غُصْن شَجَر شَجَرَة رَبِيع صَيْف شِتَاء خَرِيف فَجْر صُبْح صَبَاح مَسَاء ظِلّ ظَلَام ضَوْء ضِيَاء دَرْب دَرْبِي طَرِيق طَرِيقِي بَيْت بَيْتِي بَاب
    بِلَاد بِلَادِي وَطَن وَطَنِي مَدِينَة شَارِع دُنْيَا عَالَم حَيَاة حَيَاتِي مَوْت زَمَن زَمَان وَقْت سَاعَة دَقِيقَة سَنَة سِنِين عَام اَلْيَوْم غَدًا
    غَدٌ أَمْس اَلْآن أَبَدًا دَائِمًا مَعًا جِدًّا شُكْرًا أَهْلًا مَرْحَبًا سَوْف سَأَبْقَى سَأَعُود وَحْدِي وَحْدَك وَحِيد غَرِيب بَعِيد قَرِيب جَمِيل جَمِيلَة
    حُلْو حِلْوَة حُلْم حُلْمِي أَحْلَام أَحْلَامِي أَمَل أَمَلِي ذِكْرَى ذِكْرَيَات سَعَادَة فَرَح حُزْن دُمُوع دَمْع دَمْعَة دَمْعِي جُرْح أَلَم صَبْر سَلَام
    كَلَام كَلِمَة كَلِمَات صَوْت صَوْتَك صَوْتِي صَمْت أُغْنِيَة أُغَنِّي غِنَاء لَحْن مُوسِيقَى رَقْص اُرْقُصِي أَرْقُص نَرْقُص قُلْ قُلْت قَال قَالَت
    قُولِي أَقُول تَعَال تَعَالِي تَعَالَي اِسْم اِسْمَك اِسْمِي اِسْمُهَا وَجْه وَجْهَك وَجْهِي يَد يَدِي يَدَك يَدَيْك شَعْر شِعْر ضَحْكَة بَسْمَة
    ضَمَّنِي خُذْنِي لَا تَتْرُكْنِي تَتْرُكْنِي تَنْسَى تَنْسَانِي نَسِيت أَنْسَى أَنْسَاك يَنْسَى أَرَاك رَأَيْت أَرَى تَرَى عَرَفْت أَعْرِف تَعْرِف
    يُنَادِي يُنَادِيك أُنَادِيك تُنَادِي يَمْشِي أَمْشِي نَمْشِي أَعِيش نَعِيش عِشْت يَعُود أَعُود عُدْ تَعُود رَجَع أَرْجِع اِرْجِعْ يَطِير أَطِير نَطِير
    يُضِيء تُضِيء تُشْرِق يَسْهَر سَهِرْت سَهَر أَسْهَر أَبْكِي بَكَيْت تَبْكِي أَحْلُم نَحْلُم حَلَمْت أُرِيد تُرِيد أُرِيدُك بِدِّي عَاوِز عَايِز أَبْحَث
    أَكْتُب كَتَبْت كَتَبْتُ أَنْتَظِر أَنْتَظِرُك اِنْتَظَرْت أَسْمَع اِسْمَعْ سَمِعْت يَأْتِي تَأْتِي جَاء جِئْت رَاح رَاحَت ذَهَب
    رَجُل بِنْت وَلَد طِفْل أُمّ أُمِّي أَب أَبِي أَخ أَخِي أُخْت صَدِيق صَدِيقِي نَاس شَعْب قَوْم
    وَاحِد اِثْنَان ثَلَاثَة أَرْبَعَة خَمْسَة سِتَّة سَبْعَة ثَمَانِيَة تِسْعَة عَشَرَة مِائَة أَلْف صِفْر عِشْرُون ثَلَاثُون أَرْبَعُون خَمْسُون
    غَنَّى نُغَنِّي يُغَنِّي تُغَنِّي غَنِّي جِرَاح رِفَاق رَفِيق مُرّ مَرّ نَنْسَى حَنِين أَنِين وِدَاع لِقَاء فِرَاق وَفَاء خَيَال
    يَلَّا حَبَّة شُو هَيْك كِدَه أَوِي كِتِير أَنْغَام عُود بِالْمِئَة كَانُون
"""


class Vocalised(NamedTuple):
    """A word with its vowel marks.

    Attributes:
        text: the word; marks may be missing where the next letter tells the vowel.
        is_sung: it is said to its last mark; otherwise its case ending is left out, as in pause.
    """

    text: str
    is_sung: bool


def skeleton(word: str) -> str:
    """A word as it is usually written, without vowel marks."""
    return _UNWRITTEN.sub("", word)


def vocalised(word: str) -> Vocalised | None:
    """The vowels of a word without marks, or None if no list has it; أ for ا and ى for ي are forgiven."""
    loose = word.translate(_LOOSE)
    for words, is_sung in ((_sung_words(), True), (_lexicon(), False)):
        found = words.get(word) or words.get(loose)
        if found:
            return Vocalised(found, is_sung)
    return None


def _with_loose(words: dict[str, str]) -> dict[str, str]:
    """The same words, and their spellings without hamza where these are no other word."""
    loose = {written.translate(_LOOSE): marked for written, marked in reversed(words.items())}
    return loose | words


@functools.cache
def _sung_words() -> dict[str, str]:
    words: dict[str, str] = {}
    for word in _SUNG.split():
        words.setdefault(skeleton(word), word)
    return _with_loose(words)


@functools.cache
def _lexicon() -> dict[str, str]:
    """Spelling without marks -> with marks; reading it takes 0.15 s and 20 MB."""
    with closing(connect("ar")) as connection:
        rows = connection.execute("SELECT DISTINCT word FROM word_phonemes").fetchall()
    return _with_loose({plain: word for (word,) in rows if (plain := skeleton(word)) != word})
