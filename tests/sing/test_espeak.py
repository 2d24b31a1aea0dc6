"""The external program espeak-ng: as it is installed, and as it fails."""

from pathlib import Path

import pytest

from songwright.sing.espeak import Espeak, can_say
from songwright.sing.letters import say_letters
from songwright.sing.pronounce import Pronouncer, Source, source_of
from tests.sing.programs import needs_espeak


@pytest.fixture
def broken_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name that fails and notes each start in a file."""
    starts = tmp_path / "starts"
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\necho x >> '{starts}'\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return starts


def test_a_broken_program_is_asked_once_and_words_are_read_by_letters(broken_program: Path) -> None:
    """Asking a program that hangs for every word alone would take its time limit for each."""
    text = "yksi kaksi viisi kuusi"
    assert Espeak("fi").say(text) == say_letters(text, "fi")
    assert broken_program.read_text().count("x") == 1


def test_without_the_program_no_language_can_be_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a line is read by its letters."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not can_say("fi")
    assert Espeak("fi").say("yksi kaksi") == say_letters("yksi kaksi", "fi")


@needs_espeak
@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_the_locale_does_not_change_what_is_said(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text goes in and phones come out in UTF-8 wherever the program runs."""
    monkeypatch.setenv("LC_ALL", locale)
    (word,) = Espeak("el").say("ψυχή")
    assert [syllable.nucleus for syllable in word.syllables] == ["i", "i"]
    assert word.syllables[0].onset == ("p", "s")


@needs_espeak
@pytest.mark.parametrize(
    "text", ["--version", "-f /etc/passwd", "-v en", "[[h@l'oU]]", "<speak>yksi</speak>"]
)
def test_what_looks_like_an_option_is_said(text: str) -> None:
    """Words go to the program's input, never to its command line."""
    said = Espeak("fi").say(text)
    assert said
    assert "".join(word.text for word in said) == text.replace(" ", "")


@needs_espeak
def test_what_was_said_before_stays_sayable() -> None:
    """A line whose words are partly known keeps all of them."""
    finnish = Espeak("fi")
    first = finnish.say("yksi kaksi")
    assert finnish.say("kaksi kolme yksi")[::2] == (first[1], first[0])


@needs_espeak
@pytest.mark.parametrize("language", ["no", "nn", "nb"])
def test_norwegian_is_said_whatever_its_code(language: str) -> None:
    """Lyrics are found to be "no", the program calls it "nb"."""
    assert source_of(language) is Source.ESPEAK
    assert Pronouncer()("Jeg elsker deg", language) == Espeak("nb").say("Jeg elsker deg")
