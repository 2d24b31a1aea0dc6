"""Languages of lyrics."""

import subprocess
import sys
from pathlib import Path

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
        ("en", "Love me tonight ღ, you are the one that I love and need, α and ω"),
        ("en", "愛 is the word that I love, and you are the one for me tonight"),
        ("zh", "我爱你 baby, oh yeah"),
        ("ko", "사랑해요 baby I love you so"),
        ("en", "la la la"),
        ("en", ""),
    ],
)
def test_language_is_told_by_script_and_common_words(code: str, lyrics: str) -> None:
    """Script first, then common words, then English; section tags do not count."""
    assert detect_language(f"[Verse and the chorus]\n{lyrics}")[0] == code


LINES = sorted((Path(__file__).parents[2] / "benchmarks" / "lines").glob("*.txt"))


@pytest.mark.parametrize("page", LINES, ids=lambda page: page.stem)
@pytest.mark.parametrize("size", [2, 4, 8])
def test_two_lines_tell_each_of_fifteen_languages(page: Path, size: int) -> None:
    """Every run of 2, 4 or 8 neighbouring lines of the native lyrics is told."""
    lines = page.read_text(encoding="utf-8").splitlines()
    for start in range(0, len(lines) - size + 1, size):
        assert detect_language("\n".join(lines[start : start + size]))[0] == page.stem


@pytest.mark.parametrize(
    "page", sorted((LINES[0].parent / "fresh").glob("*.txt")), ids=lambda page: page.stem
)
def test_two_lines_that_nobody_looked_at_tell_the_language(page: Path) -> None:
    """Lines written after the tables of common words were finished."""
    lines = page.read_text(encoding="utf-8").splitlines()[:4]
    for start in (0, 2):
        assert detect_language("\n".join(lines[start : start + 2]))[0] == page.stem


@pytest.mark.parametrize(
    "lyrics",
    ["la la la", "Na na na na, hey hey", "oh yeah baby", "ooh ooh", "Mmm", "Sha la la", "1 2 3 4", "🔥"],
)
def test_sounds_without_words_are_english(lyrics: str) -> None:
    """Vocables say nothing of a language."""
    assert detect_language(lyrics)[0] == "en"


@pytest.mark.parametrize(
    ("code", "lyrics"),
    [
        ("fi", "Yö on pimeä ja minä kuljen yksin\nTuuli laulaa metsän takana"),
        ("pl", "Noc jest ciemna i idę sam\nWiatr śpiewa za lasem"),
        ("tr", "Gece karanlık ve ben yalnız yürüyorum\nRüzgar ormanın ardında söylüyor"),
        ("uk", "Я люблю тебе і твої очі"),
        ("hi", "मैं तुमसे प्यार करता हूँ"),
        ("th", "ฉันรักเธอ"),
        ("fa", "من تو را دوست دارم و گل"),
    ],
)
def test_languages_without_a_voice_of_their_own_are_told_too(code: str, lyrics: str) -> None:
    """The model and the scripts know more languages than the singer has rules for."""
    assert detect_language(lyrics)[0] == code


def test_plain_english_does_not_load_the_model() -> None:
    """Half a second and 100 MB are spent only where common words do not settle the matter."""
    code = (
        "import sys; from songwright.planner.language import detect_language as d;"
        "assert d('You and I were walking on the road\\nand all of this is for you')[0] == 'en';"
        "sys.exit('py3langid' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_full_disk_does_not_keep_the_language_from_being_told() -> None:
    """The model cannot be unpacked then; common words decide."""
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "from songwright.planner.language import detect_language\n"
        "print(detect_language('il mare canta per te')[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "it"
