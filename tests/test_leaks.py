"""The book can't be rebuilt from what ships: rules that need no book, and a test where the scan is at hand."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from helpers.home import CORPUS
from helpers.measuring import FORM_COUNT, LEAF_WORDS, NGRAM_COUNT, NGRAM_SECTIONS
from helpers.shipped import data_package

PACKAGE = data_package(CORPUS)
FORBIDDEN = ("offset", "position", "line", "start", "stop", "text", "sentence", "context", "hash", "shingle", "left", "right")
MEASURES = [name for name, r in PACKAGE.resources.items() if r["path"].startswith("measures/")]


@pytest.mark.parametrize("name", MEASURES)
@pytest.mark.promise("no-rebuilding")
def test_no_measure_has_a_column_of_places_or_text(name: str) -> None:
    assert not set(PACKAGE.columns(name)) & set(FORBIDDEN)


def test_no_leaf_is_smaller_than_the_rule_allows() -> None:
    assert min(row["words"] for row in PACKAGE.rows("leaves")) >= LEAF_WORDS


def test_words_stand_in_alphabetical_order_within_a_leaf_never_in_order_of_occurrence() -> None:
    rows = PACKAGE.rows("leaf_tokens")
    order = {row["id"]: k for k, row in enumerate(PACKAGE.rows("leaves"))}
    assert rows == sorted(rows, key=lambda r: (order[r["leaf"]], r["token"]))
    assert all(" " not in row["token"] for row in rows)


def test_runs_are_short_frequent_and_book_wide() -> None:
    rows = PACKAGE.rows("book_ngrams")
    assert {row["n"] for row in rows} == {2, 3}
    assert all(len(row["ngram"].split()) == row["n"] for row in rows)
    assert min(row["count"] for row in rows) >= NGRAM_COUNT
    assert all(row["sections"] >= NGRAM_SECTIONS[row["n"]] for row in rows)
    assert rows == sorted(rows, key=lambda r: (r["n"], r["ngram"]))


def test_quotations_stand_in_order_of_value_never_of_occurrence() -> None:
    """Leaves follow each other as in the book; which quotation of a leaf comes first can't be told."""
    rows = PACKAGE.rows("quotations")
    order = {row["id"]: k for k, row in enumerate(PACKAGE.rows("leaves"))}
    assert set(PACKAGE.columns("quotations")) == {"leaf", "words", "speaker_class", "kind", "opens_turn"}
    assert rows == sorted(rows, key=lambda r: (order[r["leaf"]], r["speaker_class"], r["kind"], r["words"], r["opens_turn"]))


def test_quoted_terms_have_three_words_at_most_and_stand_in_alphabetical_order() -> None:
    """Rare terms ship: a span between quotation marks touches no other, and shipped runs never cross a mark, so that no term can
    be followed into the text around it; the forced-run test below follows them all the same."""
    rows = PACKAGE.rows("scare_quotes")
    order = {row["id"]: k for k, row in enumerate(PACKAGE.rows("sections"))}
    assert max(len(row["term"].split()) for row in rows) <= 3
    assert rows == sorted(rows, key=lambda r: (order[r["section"]], r["term"], r["kind"]))


@pytest.mark.parametrize(("name", "columns"), [("reporting", ("verb", "manner", "form", "speaker_class")), ("agents", ("actor", "voice"))])
def test_verbs_and_agents_are_counts_by_section_of_a_few_words(name: str, columns: tuple[str, ...]) -> None:
    rows = PACKAGE.rows(name)
    order = {row["id"]: k for k, row in enumerate(PACKAGE.rows("sections"))}
    assert rows == sorted(rows, key=lambda r: (order[r["section"]], *(r[c] for c in columns)))
    assert all(len(str(row[c]).split()) <= 3 for row in rows for c in columns)
    assert all(len(str(row[columns[0]]).split()) == 1 for row in rows)


def test_forms_stand_at_least_twice() -> None:
    assert min(row["count"] for row in PACKAGE.rows("section_forms")) >= FORM_COUNT


def forced_runs(tokens: set[str], by_pair: dict[tuple[str, str], list[str]], length: int) -> set[tuple[str, ...]]:
    """Runs of ``length`` words that follow, from every shipped run of two, the only continuation possible with
    these tokens."""
    runs = set()
    for first, second in by_pair:
        if first not in tokens or second not in tokens:
            continue
        run = [first, second]
        while len(run) < length:
            possible = [word for word in by_pair.get((run[-2], run[-1]), ()) if word in tokens]
            if len(possible) != 1:
                break
            run.append(possible[0])
        if len(run) == length:
            runs.add(tuple(run))
    return runs


def continuations() -> dict[tuple[str, str], list[str]]:
    """Which words the shipped runs, and quoted terms of two or three words, allow after two words."""
    threes: dict[tuple[str, str], list[str]] = defaultdict(list)
    twos: dict[str, list[str]] = defaultdict(list)
    runs = {tuple(row["ngram"].split()) for row in PACKAGE.rows("book_ngrams")}
    runs |= {tuple(row["term"].split()) for row in PACKAGE.rows("scare_quotes")}
    for words in sorted(runs):
        if len(words) == 2:
            twos[words[0]].append(words[1])
        elif len(words) == 3:
            threes[(words[0], words[1])].append(words[2])
    pairs = {(a, b) for a, follow in twos.items() for b in follow}
    return {pair: threes.get(pair, []) for pair in pairs | set(threes)}


def allowed_phrases() -> list[str]:
    """Names, titles and dates that may stand as they are."""
    from helpers.words import words

    lines = (CORPUS / "allowed-phrases.txt").read_text(encoding="utf-8").splitlines()
    return [" ".join(words(line)) for line in lines if line.strip() and not line.startswith("#")]


def test_the_allow_list_is_short() -> None:
    lines = [line for line in (CORPUS / "allowed-phrases.txt").read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]
    assert len(lines) <= 120


@pytest.mark.promise("no-rebuilding")
def test_no_forced_run_of_eight_words_is_the_books(imported) -> None:  # type: ignore[no-untyped-def]
    """Follow every continuation that is the only one possible given a leaf's own tokens; none may be a run of the book."""
    edition, _ = imported
    from helpers.measuring import Measured

    measured = Measured(edition)
    forms = edition.folded_forms
    sequence = [forms[code] for code in measured.folded]
    grams = {tuple(sequence[k : k + 8]) for k in range(len(sequence) - 7)}
    by_leaf: dict[str, set[str]] = defaultdict(set)
    for row in PACKAGE.rows("leaf_tokens"):
        by_leaf[row["leaf"]].add(row["token"])
    by_pair = continuations()
    allowed = allowed_phrases()
    found = {run for tokens in by_leaf.values() for run in forced_runs(tokens, by_pair, 8) if run in grams}
    left = [run for run in found if not any(" ".join(run) in phrase for phrase in allowed)]
    assert len(left) == 0, f"{len(left)} forced runs of eight words stand in the book"


def test_the_forced_run_test_can_fail() -> None:
    chain = ["the", "ferry", "reached", "velsk", "at", "noon", "with", "flour"]
    by_pair = {(a, b): [c] for a, b, c in zip(chain, chain[1:], chain[2:], strict=False)}
    assert forced_runs(set(chain), by_pair, 8) == {tuple(chain)}
    assert forced_runs(set(chain) - {"velsk"}, by_pair, 8) == set()


@pytest.mark.promise("no-rebuilding")
def test_no_shipped_file_has_eight_of_the_books_words_in_a_row(scan: Path) -> None:
    import subprocess
    import sys

    checker = scan.parent.parent / "checks" / "overlap.py"
    if not checker.is_file():
        pytest.skip("the overlap checker is not here")
    root = CORPUS.parent
    allow = CORPUS / "allowed-phrases.txt"
    found = subprocess.run(
        [sys.executable, str(checker), str(scan), str(root), "--words", "8", "--allow", str(allow)],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    places = [line.split(":")[0] for line in found.stdout.splitlines()[:-1]]
    assert found.returncode == 0, f"the book's words stand in {sorted(set(places))}"
