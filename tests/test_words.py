"""What a word is."""

import pytest

from helpers.words import fold, phrase_pattern, straighten, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the workers’ soviet", ["the", "workers", "soviet"]),
        ("Lenin’s all-Russian plan", ["lenin's", "all-russian", "plan"]),
        ("17a, 10th, 1,500 men", ["a", "th", "men"]),
        ("—and—so", ["and", "so"]),
        ("co-\noperate", ["co", "operate"]),
        ("“Left” S.R.s", ["left", "s", "r", "s"]),
        ("Brīvais strēlnieks", ["brīvais", "strēlnieks"]),
        ("", []),
    ],
)
def test_words_are_letters_with_inner_marks(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["“İstanbul’s”", "STRASSE ß ﬁ", "“ΣΑΣ”"])
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(straighten(text)) == len(text)


@pytest.mark.parametrize(
    ("phrase", "text", "n"),
    [
        ("revolution", "revolution, revolution's counter-revolution", 1),
        ("red guards", "red guards and red\n guards, the red guard's", 2),
        ("workers'", "the workers' soviet of workers", 1),
        ("october 25", "on october 25, not october 250", 1),
        ("soviet", "soviets", 0),
    ],
)
def test_a_phrase_is_whole_words(phrase: str, text: str, n: int) -> None:
    assert len(phrase_pattern(phrase).findall(text)) == n


def test_an_empty_phrase_is_refused() -> None:
    with pytest.raises(ValueError, match="empty"):
        phrase_pattern("  ")
