"""Languages of lyrics."""

import pytest

from songwright.planner.language import detect_language

pytestmark = pytest.mark.fast


@pytest.mark.parametrize(
    ("code", "lyrics"),
    [
        ("en", "We are walking in the rain and you are by my side"),
        ("es", "Yo no sé qué hacer con mi corazón cuando te vas"),
        ("fr", "Je ne sais pas pourquoi tu es dans mon cœur, c'est la vie"),
        ("de", "Ich weiß nicht, wo du bist, und die Nacht ist kalt"),
        ("it", "Non so che cosa è il mio amore per te, ma io ti aspetto"),
        ("pt", "Eu não sei o que você quer de mim, meu amor"),
        ("nl", "Ik weet niet waar je bent en het is koud in de nacht"),
        ("ja", "夜の空に星が光る"),
        ("zh", "我爱你"),
        ("ko", "사랑해요"),
        ("ru", "Я люблю тебя"),
        ("el", "Σ' αγαπώ"),
        ("en", "la la la"),
        ("en", ""),
    ],
)
def test_language_is_told_by_script_and_common_words(code: str, lyrics: str) -> None:
    """Script first, then common words, then English; section tags do not count."""
    assert detect_language(f"[Verse and the chorus]\n{lyrics}")[0] == code
