"""The theme: colours that can be seen on both grounds, widths that are true, a reader's settings left alone."""

from __future__ import annotations

from itertools import combinations

import pytest

from helpers.charts.matrix import DEEPEST
from helpers.charts.svg import svg_text
from helpers.charts.theme import BLUE, GROUNDS, HATCHES, MARKERS, PALETTE, VERMILLION, clean, contrast, sheet, shorten, text_width


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", PALETTE)
def test_every_colour_has_a_contrast_of_three_on_both_grounds(colour: str, ground: str) -> None:
    assert contrast(colour, GROUNDS[ground]) >= 3


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)  # the grey that just fails 4.5 (WebAIM)
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)


def _mixed(colour: str, ground: str, share: float) -> str:
    parts = [round(share * int(colour[k : k + 2], 16) + (1 - share) * int(ground[k : k + 2], 16)) for k in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


@pytest.mark.parametrize("colour", [BLUE, VERMILLION])
@pytest.mark.parametrize(("ground", "text"), [(GROUNDS["light"], "#212121"), (GROUNDS["dark"], "#e0e0e0")])
def test_the_number_in_the_deepest_cell_can_be_read(colour: str, ground: str, text: str) -> None:
    assert contrast(text, _mixed(colour, ground, DEEPEST)) >= 4.5


def test_colours_never_stand_alone() -> None:
    assert len(set(MARKERS)) == len(set(HATCHES)) == len(PALETTE)


def _seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> tuple[float, ...]:
    """Linear light of a colour through a colour-blind eye."""
    light = [(int(colour[k : k + 2], 16) / 255) ** 2.2 for k in (1, 3, 5)]
    return tuple(sum(a * b for a, b in zip(row, light, strict=True)) for row in matrix)


DEUTERANOPIA = ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969))
PROTANOPIA = ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052))


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
def test_the_first_three_colours_differ_to_a_colour_blind_eye(matrix: tuple[tuple[float, ...], ...]) -> None:
    """Matrices of Machado, Oliveira and Fernandes, IEEE TVCG 15 (2009), severity 1."""
    for one, other in combinations(PALETTE[:2], 2):
        assert sum((a - b) ** 2 for a, b in zip(_seen(one, matrix), _seen(other, matrix), strict=True)) ** 0.5 > 0.25


def test_a_readers_own_settings_are_out_of_force_and_come_back() -> None:
    import matplotlib

    matplotlib.rcParams["font.size"] = 33
    try:
        with sheet(100) as (figure, axes):
            axes.text(0, 0, "x")
            svg = svg_text(figure)
        assert matplotlib.rcParams["font.size"] == 33
        assert 'font-size="33"' not in svg
    finally:
        matplotlib.rcdefaults()


def test_widths_of_text_add_up_and_shortening_keeps_within_them() -> None:
    assert text_width("Velsk" * 2, 12) == pytest.approx(2 * text_width("Velsk", 12))
    assert text_width("Velsk", 24) == pytest.approx(2 * text_width("Velsk", 12), rel=0.02)
    long = "The ferry from Velsk to Kem lies idle"
    assert shorten(long, 1000) == long
    assert shorten(long, 80).endswith("…")
    assert text_width(shorten(long, 80)) <= 80


def test_letters_that_the_font_lacks_are_counted_as_wide() -> None:
    assert text_width("中", 12) == 12


def test_clean_leaves_nothing_that_xml_forbids() -> None:
    assert clean("a\x00b\ud800c\u202ed") == "a b c d"
    assert clean("Ächt – „so“ 中") == "Ächt – „so“ 中"
