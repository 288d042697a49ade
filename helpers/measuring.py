"""Text → the measures that ship: counts from which the text can't be rebuilt.

The unit of publication is the leaf: the part of one printed page that lies in one section, merged with its
neighbour in that section until it has at least ``LEAF_WORDS`` words. The same code measures an imported copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from helpers.detecting.dates import find_dates
from helpers.detecting.names import KINDS, NameFinder
from helpers.model import COUNTED, ROLES, PageSpan, TextEdition
from helpers.sentences import sentence_ends
from helpers.words import fold, word_spans

LEAF_WORDS = 200
NGRAM_COUNT = 3
NGRAM_SECTIONS = {2: 2, 3: 3}
"""In how many sections a run must stand to ship: with rarer runs of three, whole lines of the book could be followed."""
FORM_COUNT = 2
SENTENCE_BINS = (1, 6, 11, 16, 21, 26, 31, 41, 51, 76)
"""Lower edges of the bins of sentence and quotation length, in words; the last bin is open."""

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf: its section, pages, and the range of counted words (positions in ``Measured.words``)."""

    id: str
    section: str
    pages: PageSpan
    begin: int
    end: int


def counted_places(edition: TextEdition) -> np.ndarray:
    """Positions of the words that counts rest on: all but captions, headings, footnotes and running heads."""
    codes = [ROLES.index(role) for role in COUNTED]
    return np.flatnonzero(np.isin(edition.tokens.role, codes))


def leaves(edition: TextEdition) -> list[Leaf]:
    """The leaves of ``edition`` in reading order; together they hold every counted word once.

    A section's last part of under 200 words goes to the leaf before it, so no leaf is smaller unless its whole
    section is.
    """
    places = counted_places(edition)
    section, page = edition.tokens.section[places], edition.tokens.page[places]
    if not len(places):
        return []
    cuts = np.flatnonzero((np.diff(section) != 0) | (np.diff(page) != 0)) + 1
    bounds = [0, *cuts.tolist(), len(places)]
    parts: list[list[int]] = []
    for begin, end in pairwise(bounds):
        fits = parts and section[parts[-1][0]] == section[begin]
        if fits and parts[-1][1] - parts[-1][0] < LEAF_WORDS:
            parts[-1][1] = end
        else:
            parts.append([begin, end])
    merged: list[list[int]] = []
    for begin, end in parts:
        if merged and end - begin < LEAF_WORDS and section[merged[-1][0]] == section[begin]:
            merged[-1][1] = end
        else:
            merged.append([begin, end])
    return [_leaf(edition, places, begin, end) for begin, end in merged]


def _leaf(edition: TextEdition, places: np.ndarray, begin: int, end: int) -> Leaf:
    tokens = edition.tokens
    first, last = int(tokens.page[places[begin]]), int(tokens.page[places[end - 1]])
    doubtful = any(edition.passage(int(tokens.start[p]), int(tokens.stop[p])).pages.doubtful for p in (places[begin], places[end - 1]))
    section = edition.sections[int(tokens.section[places[begin]])].id
    label = f"{first}" if first == last else f"{first}-{last}"
    return Leaf(f"{section}@{label}", section, PageSpan(first, last, doubtful), begin, end)


class Measured:
    """An edition with what all measures share: counted words, leaves, and texts by leaf."""

    def __init__(self, edition: TextEdition) -> None:
        self.edition = edition
        self.places = counted_places(edition)
        self.leaves = leaves(edition)
        self.folded = edition.tokens.folded[self.places]
        self.leaf_of = np.repeat(np.arange(len(self.leaves)), [leaf.end - leaf.begin for leaf in self.leaves])

    def leaf_at(self, place: int) -> int:
        """Leaf of the counted word at or after a position of the edition's words."""
        return int(self.leaf_of[min(int(np.searchsorted(self.places, place)), len(self.leaf_of) - 1)])

    def paragraphs(self) -> Iterator[tuple[int, str, int]]:
        """(paragraph position, text, leaf of its first word) of every counted paragraph with words."""
        starts = self.edition.tokens.paragraph[self.places]
        firsts = np.flatnonzero(np.diff(starts, prepend=-1))
        for k in firsts:
            place = int(starts[k])
            yield place, self.edition.paragraph(place).text, int(self.leaf_of[k])

    def leaf_of_offset(self, offset: int) -> int:
        """Leaf of the word at or after a character offset of the edition's text."""
        return self.leaf_at(int(np.searchsorted(self.edition.tokens.start, offset)))


def measure_sections(m: Measured) -> list[Row]:
    """A row a section: id, kind, chapter, number, title, pages, and its counts."""
    sentences: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    for section in m.edition.sections:
        for paragraph in m.edition.paragraphs(section.id):
            if paragraph.role in COUNTED:
                paragraphs[section.id] += 1
                sentences[section.id] += len(sentence_ends(paragraph.text))
                notes[section.id] += sum(mark.isdigit() for _, mark in paragraph.notes)
    n_leaves = Counter(leaf.section for leaf in m.leaves)
    return [
        {
            "id": s.id, "kind": s.kind, "chapter": s.chapter, "number": s.number, "title": s.title,
            "first_page": s.pages.first, "last_page": s.pages.last, "page_doubtful": s.pages.doubtful,
            "leaves": n_leaves[s.id], "paragraphs": paragraphs[s.id], "words": s.words, "sentences": sentences[s.id], "notes": notes[s.id],
        }
        for s in m.edition.sections
    ]  # fmt: skip


def measure_leaves(m: Measured) -> list[Row]:
    """A row a leaf, in reading order: pages and counts. A sentence or date counts where it begins."""
    counts = {name: [0] * len(m.leaves) for name in ("sentences", "quotation_spans", "date_mentions", "digits")}
    for place, text, _ in m.paragraphs():
        base = int(m.edition.bounds[place])
        begins = [0, *sentence_ends(text)[:-1]]
        found = {
            "sentences": begins,
            "quotation_spans": [x.start() for x in re.finditer("“", text)],
            "date_mentions": [x.begin for x in find_dates(text)],
            "digits": [x.start() for x in re.finditer(r"\d+(?:[.,:]\d+)*", text)],
        }
        end = len(text)
        for name, offsets in found.items():
            for offset in offsets:
                counts[name][m.leaf_of_offset(min(base + offset, base + end - 1))] += 1
    quoted = m.edition.tokens.quoted[m.places]
    rows: list[Row] = []
    for k, leaf in enumerate(m.leaves):
        rows.append(
            {
                "id": leaf.id, "section": leaf.section, "first_page": leaf.pages.first, "last_page": leaf.pages.last,
                "page_doubtful": leaf.pages.doubtful, "words": leaf.end - leaf.begin, "sentences": counts["sentences"][k],
                "words_in_quotation": int(quoted[leaf.begin : leaf.end].sum()), "quotation_spans": counts["quotation_spans"][k],
                "date_mentions": counts["date_mentions"][k], "digits": counts["digits"][k],
                "types": len(np.unique(m.folded[leaf.begin : leaf.end])),
            }
        )  # fmt: skip
    return rows


def measure_leaf_tokens(m: Measured) -> list[Row]:
    """A row a leaf and folded word: how often. Leaves in reading order, words in alphabetical order."""
    rows: list[Row] = []
    for leaf in m.leaves:
        codes, counts = np.unique(m.folded[leaf.begin : leaf.end], return_counts=True)
        found = sorted((m.edition.folded_forms[c], int(n)) for c, n in zip(codes, counts, strict=True))
        rows += [{"leaf": leaf.id, "token": token, "count": n} for token, n in found]
    return rows


def measure_section_forms(m: Measured) -> list[Row]:
    """A row a section and capitalised form that stands there at least twice, not counting sentence openings alone."""
    forms = m.edition.tokens.form[m.places]
    section = m.edition.tokens.section[m.places]
    rows: list[Row] = []
    for s, unit in enumerate(m.edition.sections):
        codes, counts = np.unique(forms[section == s], return_counts=True)
        found = [(m.edition.forms[c], int(n)) for c, n in zip(codes, counts, strict=True) if n >= FORM_COUNT]
        rows += [{"section": unit.id, "form": form, "count": n} for form, n in sorted(found) if form[0].isupper()]
    return rows


def measure_book_ngrams(m: Measured) -> list[Row]:
    """A row a run of two or three words, parted by white space alone, that the book has at least three times in at
    least two sections. Book-wide: no place is given."""
    tokens, places = m.edition.tokens, m.places
    glued, forms = tokens.glued[places], m.edition.folded_forms
    section = tokens.section[places]
    adjacent = np.concatenate([[False], glued[1:] & (np.diff(places) == 1) & (np.diff(tokens.paragraph[places]) == 0)])
    rows: list[Row] = []
    for n in (2, 3):
        ends = np.flatnonzero(np.logical_and.reduce([np.roll(adjacent, k) for k in range(n - 1)]))
        ends = ends[ends >= n - 1]
        keys = np.stack([m.folded[ends - n + 1 + k] for k in range(n)], axis=1)
        grams, inverse, counts = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
        pairs = np.unique(np.stack([inverse.ravel(), section[ends]], axis=1), axis=0)
        spread = np.bincount(pairs[:, 0], minlength=len(grams))
        for g in np.flatnonzero((counts >= NGRAM_COUNT) & (spread >= NGRAM_SECTIONS[n])):
            rows.append({"n": n, "ngram": " ".join(forms[c] for c in grams[g]), "count": int(counts[g]), "sections": int(spread[g])})
    return sorted(rows, key=lambda r: (r["n"], r["ngram"]))


def _bin(length: int) -> int:
    return max(edge for edge in SENTENCE_BINS if edge <= length)


def measure_lengths(m: Measured) -> list[Row]:
    """A row a section, kind (sentence, quotation) and bin of length in words (``from_words`` is its lower edge)."""
    counts: Counter[tuple[int, str, int]] = Counter()
    for place, text, _ in m.paragraphs():
        s = int(m.edition.homes[place])
        for begin, end in pairwise([0, *sentence_ends(text)]):
            n = sum(1 for _ in word_spans(text[begin:end]))
            if n:
                counts[(s, "sentence", _bin(n))] += 1
        for span in re.finditer("“[^“”]*”", text):
            n = sum(1 for _ in word_spans(span[0]))
            if n:
                counts[(s, "quotation", _bin(n))] += 1
    return [
        {"section": m.edition.sections[s].id, "kind": kind, "from_words": edge, "count": n} for (s, kind, edge), n in sorted(counts.items())
    ]


def measure_reference_counts(m: Measured) -> list[Row]:
    """A row a folded word of the second source: how often, and in how many of its sections."""
    codes, counts = np.unique(m.folded, return_counts=True)
    section = m.edition.tokens.section[m.places]
    spread = np.bincount(np.unique(np.stack([m.folded, section], axis=1), axis=0)[:, 0], minlength=len(m.edition.folded_forms))
    found = sorted((m.edition.folded_forms[c], int(n), int(spread[c])) for c, n in zip(codes, counts, strict=True))
    return [{"token": token, "count": n, "sections": k} for token, n, k in found]


Tables = Mapping[str, Sequence[Mapping[str, Any]]]
"""The shipped tables by name, rows as mappings: some measures count what they list."""

NODE_COUNT = 40
NODES = 150
COLLOCATE_COUNT = 3
WINDOW = 5


def measure_entity_leaf(m: Measured, tables: Tables) -> list[Row]:
    """A row a kind, id and leaf: how often the spellings of that person, place or body stand there.

    Kinds are counted apart, so that a name which is both a place and a body counts for each; within a kind the
    longest spelling at a place counts and no word counts twice.
    """
    leaf_order = [leaf.id for leaf in m.leaves]
    counts: Counter[tuple[str, str, int]] = Counter()
    for table, kind in KINDS.items():
        finder = NameFinder(tables[table])
        for place, text, _ in m.paragraphs():
            base = int(m.edition.bounds[place])
            for mention in finder.find(text):
                counts[(kind, mention.id, m.leaf_of_offset(base + mention.begin))] += 1
    return [{"kind": kind, "id": id_, "leaf": leaf_order[leaf], "count": n} for (kind, id_, leaf), n in sorted(counts.items())]


def measure_dated_mentions(m: Measured, tables: Tables) -> list[Row]:
    """A row a leaf, day, precision and clock time that the text names there; days as printed, taken as Old Style."""
    counts: Counter[tuple[int, str, str, str]] = Counter()
    for place, text, _ in m.paragraphs():
        base = int(m.edition.bounds[place])
        for mention in find_dates(text):
            counts[(m.leaf_of_offset(base + mention.begin), mention.date, mention.precision, mention.clock)] += 1
    return [
        {"leaf": m.leaves[leaf].id, "os_date": date, "precision": precision, "clock": clock, "count": n}
        for (leaf, date, precision, clock), n in sorted(counts.items())
    ]


def node_words(m: Measured, tables: Tables) -> list[str]:
    """The loaded words and names whose company is counted: single folded words of the lexicon and of people's
    spellings that stand at least ``NODE_COUNT`` times, the ``NODES`` most frequent, in alphabetical order."""
    wanted = {fold(form) for row in tables["lexicon"] for form in str(row["forms"]).split(";")}
    wanted |= {fold(v) for row in tables["people"] for v in str(row["variants"] or "").split(";")}
    totals = np.bincount(m.folded, minlength=len(m.edition.folded_forms))
    found = [(-int(totals[c]), form) for c, form in enumerate(m.edition.folded_forms) if form in wanted and totals[c] >= NODE_COUNT]
    return sorted(form for _, form in sorted(found)[:NODES])


def measure_node_collocates(m: Measured, tables: Tables) -> list[Row]:
    """A row a node word and a word in its company: how often they stand within five words of each other in one
    paragraph, book-wide, in any order, at least three times; and in how many sections.

    A pair is counted once for each place of the node and each place of the other word.
    """
    nodes = node_words(m, tables)
    code_of = {form: c for c, form in enumerate(m.edition.folded_forms)}
    is_node = np.zeros(len(m.edition.folded_forms), dtype=bool)
    is_node[[code_of[n] for n in nodes]] = True
    paragraph = m.edition.tokens.paragraph[m.places]
    section = m.edition.tokens.section[m.places]
    at = np.flatnonzero(is_node[m.folded])
    pairs = []
    for distance in [d for d in range(-WINDOW, WINDOW + 1) if d]:
        other = at + distance
        fine = (other >= 0) & (other < len(m.folded))
        fine[fine] &= paragraph[at[fine]] == paragraph[other[fine]]
        pairs.append(np.stack([m.folded[at[fine]], m.folded[other[fine]], section[at[fine]]], axis=1))
    together = np.concatenate(pairs)
    keys, inverse, counts = np.unique(together[:, :2], axis=0, return_inverse=True, return_counts=True)
    spread = np.bincount(np.unique(np.stack([inverse.ravel(), together[:, 2]], axis=1), axis=0)[:, 0], minlength=len(keys))
    forms = m.edition.folded_forms
    rows: list[Row] = [
        {"node": forms[a], "collocate": forms[b], "count": int(n), "sections": int(k)}
        for (a, b), n, k in zip(keys, counts, spread, strict=True)
        if n >= COLLOCATE_COUNT
    ]
    return sorted(rows, key=lambda r: (r["node"], r["collocate"]))


BOOK_MEASURES: Mapping[str, Callable[[Measured], list[Row]]] = {
    "sections": measure_sections,
    "leaves": measure_leaves,
    "leaf_tokens": measure_leaf_tokens,
    "section_forms": measure_section_forms,
    "book_ngrams": measure_book_ngrams,
    "lengths": measure_lengths,
}
"""The measures of the book, by name, in the order they are written."""


def measure_reference_entities(m: Measured, tables: Tables) -> list[Row]:
    """A row an id of the table ``absences``: how often its spellings stand in the second source."""
    finder = NameFinder(tables["absences"], "variants_ten_days")
    counts = Counter(mention.id for _, text, _ in m.paragraphs() for mention in finder.find(text))
    return [{"id": row["id"], "count": counts[str(row["id"])]} for row in sorted(tables["absences"], key=lambda row: str(row["id"]))]


TABLE_MEASURES: Mapping[str, Callable[[Measured, Tables], list[Row]]] = {
    "entity_leaf": measure_entity_leaf,
    "dated_mentions": measure_dated_mentions,
    "node_collocates": measure_node_collocates,
}
"""The measures of the book that rest on the shipped tables."""


def measure(edition: TextEdition, tables: Tables) -> dict[str, list[Row]]:
    """All measures that belong to ``edition``, by name: those of the second source for *Ten Days*, else the book's."""
    shared = Measured(edition)
    if edition.name == "ten-days":
        return {"reference_counts": measure_reference_counts(shared), "reference_entities": measure_reference_entities(shared, tables)}
    plain = {name: make(shared) for name, make in BOOK_MEASURES.items()}
    return plain | {name: make(shared, tables) for name, make in TABLE_MEASURES.items()}
