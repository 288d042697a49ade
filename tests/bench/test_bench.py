"""The benchmark compares like with like: the workbook and the limit find the same, in one copy of a text and in several."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers.analysis.matching import find_matches
from helpers.analysis.own_text import own_text
from tests.bench import limit
from tests.bench.aims import all_aims
from tests.bench.table import IN_README, README, for_readme, into_readme
from tests.bench.texts import copies

TEXT = own_text(
    {"1.1": "The soviet met. The red guards came to the soviet.", "2.1": "A soviet|duma, the Soviet; Kamenev and the red guards."}
)


@pytest.mark.parametrize("times", [1, 3])
def test_the_workbook_and_the_limit_find_the_same(tmp_path: Path, times: int) -> None:
    text = copies(TEXT, times)
    limit.build(text, tmp_path)
    actions = limit.actions(limit.load(tmp_path))
    assert len(find_matches(text, "soviet").begin) == actions["whole"]() == 4 * times
    assert len(find_matches(text, "red guards").begin) == actions["phrase"]() == 2 * times
    assert actions["page"]() == min(20, 4 * times)


def test_copies_have_names_and_places_of_their_own() -> None:
    text = copies(TEXT, 2)
    assert [section.id for section in text.sections] == ["1.1", "2.1", "2:1.1", "2:2.1"]
    assert text.paragraph(2).id == f"2:{text.paragraph(0).id}"
    assert [p.text for p in text.paragraphs("2:2.1")] == [p.text for p in TEXT.paragraphs("2.1")]


def test_an_aim_that_is_missed_says_so() -> None:
    call = {"cpu_s": 0.003, "n": 20}
    ours = dict.fromkeys(("page", "page_the", "whole", "keyness", "collocates", "dispersion", "frequency"), call)
    found = {
        "start": {"ours": {"cpu_s": 0.4, "pandas": False, "n": 4}, "import numpy": {"cpu_s": 0.1}}, "sizes": {"1": {"ours": ours}},
        "peers": {"SQLite FTS5": {"calls": {"whole": {"cpu_s": 0.001}}}}, "import": {"cpu_s": 2.0, "peak_mb": 100.0}, "explorers": {},
        "lessons": {}, "bytes": {"notebooks": {"a.ipynb": 1000}, "shipped": 9e6},
    }  # fmt: skip
    met = {aim.work: aim.met for aim in all_aims(found)}
    assert met["process start → copy open, first concordance"] is False
    assert met["the same beside conc"] is None
    assert met["whole concordance to a DataFrame"] is False
    assert met["keyness to a DataFrame"] is True
    assert met["size of everything shipped"] is False


def test_the_readme_quotes_the_last_run_and_hides_no_aim_that_is_missed() -> None:
    record = json.loads((Path(__file__).parent / "results.json").read_text(encoding="utf-8"))
    text = README.read_text(encoding="utf-8")
    assert into_readme(text, record) == text
    quoted = for_readme(record)
    assert quoted.count("**not met**") == sum(a["met"] is False for a in record["aims"] if a["work"].startswith(IN_README))
