"""Lines of more than one script."""

import unicodedata

import pytest

from songwright.sing.pronounce import Pronouncer

LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "sv", "ru", "cs", "ar", "sw", "zh", "ja", "ko")
STRETCHES = ("밤하늘에 별이", "海の見える", "月亮", "يا ليل", "Привет, мир", "hello you", "ทดสอบ", "Καλημέρα")
SAY = Pronouncer()


def letters(text: str) -> str:
    """What must not get lost."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] == "L")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("stretch", STRETCHES)
def test_no_script_is_left_out_in_any_language(stretch: str, language: str) -> None:
    """Every letter stands in a word that is sung, alone and among English words."""
    for line in (stretch, f"hello {stretch}, my love"):
        words = SAY(line, language)
        assert letters("".join(word.text for word in words)) == letters(line)
        assert all(word.syllables for word in words)


def test_a_stretch_is_said_in_a_language_of_its_script() -> None:
    """English in a Russian line is English, Korean in a Spanish one Korean; punctuation stays."""
    russian = SAY("Привет, hello you!", "ru")
    assert [word.text for word in russian] == ["Привет,", "hello", "you!"]
    assert russian[1].syllables == SAY("hello", "en")[0].syllables
    assert SAY("amor 별이", "es")[1].syllables == SAY("별이", "ko")[0].syllables
