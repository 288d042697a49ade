"""What a reader is told after an answer: plain notices, computed from the item, its key and the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from helpers.corrections import of_labels
from helpers.lessons.evidence import check
from helpers.lessons.keys import ENTRY_KEYS, KEYS
from helpers.lessons.own_sample import in_sentence, sample_rows
from helpers.lessons.plan import PAGED, Item, Option
from helpers.model import Corpus
from helpers.words import title_case


@dataclass(frozen=True, slots=True)
class Notice:
    """A short message with the word that heads it."""

    kind: str
    text: str


def key_of(item: Item, corpus: Corpus) -> Any:
    """The answer to an item: what the data give where it has a key, else the option marked right; None where neither."""
    if item.key in ENTRY_KEYS:
        return ENTRY_KEYS[item.key](corpus, [entry.id for entry in item.entries])
    if item.key:
        return KEYS[item.key](corpus)
    return next((option.id for option in item.options if option.right), None)


def feedback_of(option: Option, corpus: Corpus) -> str:
    """What to say to a reader who chose ``option``: its own feedback, or that of the misconception it stands for."""
    if not option.misconception:
        return option.feedback
    row = next(r for r in corpus.tables.rows("misconceptions") if r["id"] == option.misconception)
    return f"{row['feedback']} {option.feedback}".strip()


def respond(item: Item, value: Any, corpus: Corpus) -> list[Notice]:
    """What is said when ``value`` was given. A prediction is never marked, words are never marked."""
    if item.step == "evidence":
        verdict = check(item.evidence, value["page"], corpus)
        return [Notice(verdict.holds, verdict.why)]
    if item.kind == "choice" and item.step in ("check", "recall", "exit"):
        return _closed(item, value, corpus)
    if item.kind == "number" and item.step in ("check", "recall", "exit"):
        return _number(item, value, corpus)
    if item.step == "correct" and item.key:
        return _corrected(item, value, corpus)
    if item.kind == "claim":
        wheres = [str(value.get(f"{part}_where", "")) for part in PAGED]
        return [Notice("your evidence", located(where, corpus)) for where in wheres if where.strip()]
    return [Notice(f"model answer {n}", f"{model.text} — {model.comment}") for n, model in enumerate(item.models, 1)]


def located(where: str, corpus: Corpus) -> str:
    """In which section of the book the first page lies that a reader names; a source without a page is left as it is.

    >>> from helpers.loading import open_corpus
    >>> located("p. 9000", open_corpus())
    'p. 9000: the book has no such page; its sections run from p. 15 to p. 657.'
    """
    match = re.search(r"\d+", where)
    if match is None:
        return f"{where}: no printed page is named, so it can't be looked up here."
    page, sections = int(match[0]), corpus.measures.rows("sections")
    homes = [f"{s['id']} ({title_case(str(s['title'])) or 'untitled'})" for s in sections if s["first_page"] <= page <= s["last_page"]]
    if homes:
        return f"p. {page} lies in {' and '.join(homes)}."
    first, last = sections[0]["first_page"], max(s["last_page"] for s in sections)
    return f"p. {page}: the book has no such page; its sections run from p. {first} to p. {last}."


def _closed(item: Item, value: str, corpus: Corpus) -> list[Notice]:
    right = key_of(item, corpus)
    chosen = next(option for option in item.options if option.id == value)
    if right is None:
        return [Notice("think again" if chosen.misconception else "noted", feedback_of(chosen, corpus))]
    if value == right:
        return [Notice("right", f"{feedback_of(chosen, corpus)} {item.about}".strip())]
    return [Notice("not quite", feedback_of(chosen, corpus))]


def _number(item: Item, value: float, corpus: Corpus) -> list[Notice]:
    right = float(key_of(item, corpus))
    if value == right:
        return [Notice("right", item.about)]
    trap = next((feedback_of(option, corpus) for option in item.options if option.id == f"{value:g}"), "")
    if trap:
        return [Notice("not quite", trap)]
    word = "nearly" if abs(value - right) <= item.near else "not quite"
    return [Notice(word, f"You gave {item.text_of(value)}, the data give {item.text_of(right)}. {item.about}".strip())]


def compared(item: Item, value: Any, corpus: Corpus) -> Notice:
    """A prediction beside the result, without a mark. ``value`` None: the prediction was skipped."""
    said = "You skipped the prediction." if value is None else f"You predicted: {item.text_of(value)}."
    key = key_of(item, corpus)
    if key is None:
        return Notice("your prediction", said)
    if item.kind == "sort" and value is not None:
        return Notice("beside the result", f"{_sorted_beside(item, value, key)} {item.about}".strip())
    result = f"The data say: {item.text_of(key)}."
    return Notice("beside the result", " ".join(part for part in (said, result, _distance(item, value, key), item.about) if part))


def _distance(item: Item, value: Any, key: Any) -> str:
    """How far a prediction lies from the result, in words; empty where distance means nothing."""
    if value is None or item.kind not in ("number", "order"):
        return ""
    if item.kind == "number":
        return f"Your number is {'higher' if value > key else 'lower'} by {abs(value - key):,g}." if value != key else "The two agree."
    return f"{pairs_out_of_order(value, key)} of {len(key) * (len(key) - 1) // 2} pairs stand the other way round."


def _sorted_beside(item: Item, value: Mapping[str, str], key: Mapping[str, str]) -> str:
    """How many of a reader's labels agree with the data, and what the data have for the others, label by label."""
    differ = [entry for entry in item.entries if value.get(entry.id) != key[entry.id]]
    told = []
    for option in item.options:
        names = [entry.text.split(",")[0] for entry in differ if key[entry.id] == option.id]
        told += [f"{option.text}: {', '.join(names)}"] if names else []
    return f"{len(key) - len(differ)} of {len(key)} agree." + (f" For the others the data say: {'; '.join(told)}." if told else "")


def _corrected(item: Item, value: Mapping[str, str], corpus: Corpus) -> list[Notice]:
    """A reader's labels beside those that ship, without a mark: which differ, how many agree, and what that makes of the error."""
    names, shipped = {o.id: o.text for o in (*item.options, *item.entries)}, key_of(item, corpus)
    differ = [f"{names[k]}: you say {names[value[k]]}, we have {names[shipped[k]]}" for k in shipped if value[k] != shipped[k]]
    agree = f"{len(shipped) - len(differ)} of {len(shipped)} agree."
    beside = Notice("your labels beside ours", f"{agree} {'; '.join(differ)}{'.' if differ else ''} {item.about}".strip())
    samples = sample_rows(of_labels(item.key, item.id, shipped, value), corpus)
    return [beside, *(Notice("the error by your labels", in_sentence(row)) for row in samples)]


def pairs_out_of_order(given: list[str], right: list[str]) -> int:
    """How many pairs of ``given`` stand in the other order in ``right`` (Kendall's distance).

    >>> pairs_out_of_order(["b", "a", "c"], ["a", "b", "c"]), pairs_out_of_order(["c", "b", "a"], ["a", "b", "c"])
    (1, 3)
    """
    place = {entry: n for n, entry in enumerate(right)}
    ranks = [place[entry] for entry in given]
    return sum(ranks[i] > ranks[j] for i in range(len(ranks)) for j in range(i + 1, len(ranks)))
