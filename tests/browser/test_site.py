"""The static site in a real browser, opened from the disk with the network out: what it asks for, and who can read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.site.building import write_site
from tests.browser.conftest import shot
from tests.site.built import files, texts

SOME = ("index.html", "12_pages_per_day.html", "guide-2.html", "data.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built site."""
    folder = tmp_path_factory.mktemp("site")
    write_site(folder, files())
    return folder


@pytest.fixture
def reader(browser: Any, site: Path) -> Iterator[Any]:
    """A page with the network out; ``asked`` and ``errors`` hold what it did."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light", offline=True)
    page = context.new_page()
    page.asked, page.errors = [], []
    page.on("request", lambda sent: page.asked.append(sent.url))
    page.on("console", lambda said: page.errors.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.open = lambda name: page.goto((site / name).as_uri())
    yield page
    context.close()


def test_nothing_is_asked_for_but_files_beside_the_page(reader: Any, site: Path) -> None:
    for name in texts():
        reader.open(name)
        assert reader.evaluate("() => getComputedStyle(document.body).maxWidth") == "800px"
        assert reader.evaluate("() => [...document.images].filter(i => !i.closest('details:not([open])') && !i.naturalWidth).length") == 0
    assert [url for url in reader.asked if not url.startswith((site.as_uri(), "data:"))] == []
    assert sum(url.endswith("style.css") for url in reader.asked) == len(texts())
    assert reader.errors == []


@pytest.mark.parametrize("name", SOME)
def test_a_screen_reader_meets_no_serious_fault_with_everything_unfolded(reader: Any, name: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    reader.open(name)
    reader.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    for scheme, rules in (("light", {}), ("dark", {"runOnly": ["color-contrast"]})):  # in the dark nothing but the colours is another
        reader.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(reader, options=rules).response["violations"]
        assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found if v["impact"] in ("serious", "critical")] == []
        shot(reader, f"site-{name.removesuffix('.html')}-{scheme}")


def test_light_and_dark_follow_the_machine(reader: Any) -> None:
    reader.open("index.html")
    grounds = []
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme=scheme)
        grounds.append(reader.evaluate("() => getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(253, 252, 249)", "rgb(23, 22, 21)"]


def test_the_keyboard_skips_to_the_text_unfolds_a_result_and_shows_where_it_is(reader: Any) -> None:
    reader.open("12_pages_per_day.html")
    reader.keyboard.press("Tab")
    assert reader.evaluate("() => document.activeElement.textContent") == "Skip to the text"
    assert reader.locator(".skip").bounding_box()["x"] >= 0
    reader.keyboard.press("Enter")
    assert reader.evaluate("() => document.activeElement.id") == "main"
    for _ in range(40):
        reader.keyboard.press("Tab")
        focused = reader.evaluate("() => [document.activeElement.textContent, getComputedStyle(document.activeElement).outlineWidth]")
        assert focused[1] == "3px", focused
        if focused[0].startswith("After your answer"):
            break
    fold = reader.locator("details.chart").first
    assert not fold.locator("img").is_visible()
    reader.keyboard.press("Enter")
    assert fold.locator("img").is_visible()


@pytest.mark.parametrize("width", [640, 320])
@pytest.mark.parametrize("name", [*SOME, "40_reading_room.html", "00_start_here.html"])
def test_enlarged_two_or_four_times_nothing_scrolls_sideways_but_wide_tables(reader: Any, name: str, width: int) -> None:
    """640 points are half a screen of 1280, as at 200 per cent; 320 a quarter, or a telephone."""
    reader.set_viewport_size({"width": width, "height": 450})
    reader.open(name)
    reader.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    assert reader.evaluate("() => document.documentElement.scrollWidth") == width
    beyond = "() => [...document.querySelectorAll('main *')].filter(e => !e.closest('.wide') && e.getBoundingClientRect().right > innerWidth + 1).length"
    assert reader.evaluate(beyond) == 0


def test_a_printed_lesson_has_neither_ways_to_other_pages_nor_colours(reader: Any) -> None:
    reader.open("12_pages_per_day.html")
    reader.emulate_media(media="print", color_scheme="dark")
    assert not reader.locator("header").is_visible()
    assert not reader.locator("footer").is_visible()
    assert reader.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert reader.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(reader.pdf()) > 10_000
