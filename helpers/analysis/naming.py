"""Who names whom: peoples and national bodies named in a region's sections, and whose words are quoted there.

Shipped counts know how often a name stands on a leaf and to whom a quotation was given, not which speaker uses which
name; so two counts stand side by side and are not joined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from helpers.analysis.chronology import as_rows
from helpers.analysis.counts import Source, leaf_counts

if TYPE_CHECKING:
    import pandas as pd

PEOPLES = {
    "Armenians": ("armenian", "armenians"), "Azerbaijanians": ("azerbaijanian", "azerbaijanians"), "Byelorussians": ("byelorussian", "byelorussians"),
    "Chechens": ("chechen", "chechens"), "Chuvash": ("chuvash",), "Estonians": ("estonian", "estonians"), "Finns": ("finn", "finns", "finnish"),
    "Georgians": ("georgian", "georgians"), "Germans": ("german", "germans"), "Ingush": ("ingush",), "Jews": ("jew", "jews", "jewish"),
    "Kabardinians": ("kabardinian", "kabardinians"), "Kazakhs": ("kazakh", "kazakhs"), "Kirghiz": ("kirghiz",),
    "Letts": ("lett", "letts", "lettish", "latvian", "latvians"), "Lithuanians": ("lithuanian", "lithuanians"), "Mari": ("mari",),
    "Moslems": ("moslem", "moslems", "mohammedan", "mohammedans"), "Mountain People": ("mountain",), "Ossetians": ("ossetian", "ossetians"),
    "Poles": ("pole", "poles", "polish"), "Russians": ("russian", "russians"), "Sarts": ("sart", "sarts"), "Tajiks": ("tajik", "tajiks"),
    "Tatars": ("tatar", "tatars"), "Turkmenians": ("turkmenian", "turkmenians"), "Ukrainians": ("ukrainian", "ukrainians"),
    "Uzbeks": ("uzbek", "uzbeks"),
}  # fmt: skip
"""Peoples by the forms that name them in this book: nouns and adjectives, so that a name of a party or an army counts too."""
NATIONAL_PARTIES = frozenset({
    "bund", "dashnaktsutyun", "gummet", "ittifaki", "kermen", "latvian-social-democrats", "mussavat", "ukrainian-srs",
})  # fmt: skip
"""Bodies of one people that the table files under another kind."""
SPEAKERS = {
    "bolshevik": "Bolsheviks", "soviet_body": "soviets and their congresses", "rank_and_file": "workers, soldiers, peasants", "left_sr": "Left S.-R.s",
    "moderate_socialist": "Mensheviks and S.-R.s", "provisional_government": "Provisional Government", "liberal_right": "liberals and the right",
    "command": "officers and staffs", "national_movement": "national movements", "foreign": "foreigners", "author_text": "the authors themselves",
    "unknown": "speaker not found",
}  # fmt: skip
"""Speaker classes of the table ``quotations`` in words."""
MIN_QUOTED = 100
"""Shares of fewer quoted words are thin: one sentence moves them by a fifth."""


def words_quoted(quotations: Any, leaves: Any, sections: Collection[str]) -> pd.DataFrame:
    """Words between quotation marks in some sections, by whose words they are; every class has a row, in the order of ``SPEAKERS``.

    Columns: speaker_class, speaker (in words), n_spans, n_words, of (all quoted words there), share (0–1; nan where nothing
    is quoted), thin (of under ``MIN_QUOTED``). Whose words a quotation holds was found by rules, which err.

    >>> leaves = [{"id": "2.1@9", "section": "2.1"}]
    >>> spans = [{"leaf": "2.1@9", "words": 30, "speaker_class": "bolshevik"}, {"leaf": "2.1@9", "words": 10, "speaker_class": "command"}]
    >>> frame = words_quoted(spans, leaves, ["2.1"]).set_index("speaker_class")
    >>> frame.loc[["bolshevik", "national_movement"], ["n_words", "share"]].values.tolist()
    [[30.0, 0.75], [0.0, 0.0]]
    """
    import pandas as pd

    home = {str(leaf["id"]): str(leaf["section"]) for leaf in as_rows(leaves)}
    words: Counter[str] = Counter()
    spans: Counter[str] = Counter()
    for row in as_rows(quotations):
        if home[str(row["leaf"])] in sections:
            words[str(row["speaker_class"])] += int(row["words"])
            spans[str(row["speaker_class"])] += 1
    total = words.total()
    found = [[key, name, spans[key], words[key], total, words[key] / total if total else float("nan")] for key, name in SPEAKERS.items()]
    frame = pd.DataFrame(found, columns=["speaker_class", "speaker", "n_spans", "n_words", "of", "share"])
    return frame.assign(thin=total < MIN_QUOTED)


def peoples_named(source: Source, sections: Collection[str]) -> pd.DataFrame:
    """How often each people of ``PEOPLES`` is named in some sections, most first; those never named there are left out.

    Columns: people, n, n_leaves, pages (first and last printed page of the leaf that names it most). Adjectives count:
    "the Ukrainian Rada" names Ukrainians. A reader's copy and the shipped counts give the same numbers.

    >>> from helpers.analysis.own_text import own_text
    >>> text = own_text({"2.1": "A Lett, two Letts and a Lettish rifle.", "2.2": "An Ingush."})
    >>> peoples_named(text, ["2.1"])[["people", "n", "n_leaves"]].values.tolist()
    [['Letts', 3, 1]]
    """
    import pandas as pd

    found = []
    for people, forms in PEOPLES.items():
        counts, per_leaf = leaf_counts(source, "|".join(forms))
        mine = [k for k, at in enumerate(counts.leaf_section.tolist()) if counts.sections[at] in sections and per_leaf[k]]
        if mine:
            top = counts.leaf_pages[max(mine, key=lambda k: per_leaf[k])]
            found.append(
                [people, int(per_leaf[mine].sum()), len(mine), f"{top.first}-{top.last}" if top.last > top.first else str(top.first)]
            )
    frame = pd.DataFrame(found, columns=["people", "n", "n_leaves", "pages"])
    return frame.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def national_bodies(organisations: Any) -> dict[str, str]:
    """The names of the national bodies and parties of the table, by id.

    >>> national_bodies([{"id": "rada", "name": "Rada", "kind": "national_body"}, {"id": "velsk-soviet", "name": "Soviet", "kind": "soviet"}])
    {'rada': 'Rada'}
    """
    rows = as_rows(organisations)
    return {str(row["id"]): str(row["name"]) for row in rows if row["kind"] == "national_body" or row["id"] in NATIONAL_PARTIES}


def bodies_named(organisations: Any, entity_leaf: Any, leaves: Any, sections: Collection[str]) -> pd.DataFrame:
    """How often each national body or party is named in some sections, most first; those never named there are left out.

    These are organisations of kind national_body and ``NATIONAL_PARTIES``. Columns: body, n, n_leaves, pages (of the leaf
    that names it most), id.

    >>> leaves = [{"id": "2.1@9", "section": "2.1", "first_page": 9, "last_page": 9}]
    >>> named = [{"kind": "organisation", "id": "rada", "leaf": "2.1@9", "count": 4}]
    >>> bodies_named([{"id": "rada", "name": "Rada", "kind": "national_body"}], named, leaves, ["2.1"]).values.tolist()
    [['Rada', 4, 1, '9', 'rada']]
    """
    import pandas as pd

    wanted = national_bodies(organisations)
    home = {str(leaf["id"]): leaf for leaf in as_rows(leaves) if leaf["section"] in sections}
    cells: dict[str, list[tuple[int, Any]]] = {}
    for row in as_rows(entity_leaf):
        if row["kind"] == "organisation" and str(row["id"]) in wanted and str(row["leaf"]) in home:
            cells.setdefault(str(row["id"]), []).append((int(row["count"]), home[str(row["leaf"])]))
    found = []
    for id_, rows in cells.items():
        top = max(rows, key=lambda r: r[0])[1]
        pages = f"{top['first_page']}-{top['last_page']}" if top["last_page"] > top["first_page"] else str(top["first_page"])
        found.append([wanted[id_], sum(n for n, _ in rows), len(rows), pages, id_])
    frame = pd.DataFrame(found, columns=["body", "n", "n_leaves", "pages", "id"])
    return frame.sort_values(["n", "body"], ascending=[False, True], kind="stable", ignore_index=True)
