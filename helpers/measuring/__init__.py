"""Text → the measures that ship: counts from which the text can't be rebuilt. The same code measures an imported copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from helpers.measuring.company import measure_node_collocates, node_words
from helpers.measuring.entities import measure_dated_mentions, measure_entity_leaf, measure_reference_entities
from helpers.measuring.structure import measure_leaves, measure_lengths, measure_sections
from helpers.measuring.units import LEAF_WORDS, Leaf, Measured, Row, Tables, counted_places, leaves
from helpers.measuring.voices import VOICE_MEASURES, Voices
from helpers.measuring.words import (
    FORM_COUNT,
    NGRAM_COUNT,
    NGRAM_SECTIONS,
    measure_book_ngrams,
    measure_leaf_tokens,
    measure_reference_counts,
    measure_section_forms,
)
from helpers.model import TextEdition

__all__ = [
    "BOOK_MEASURES",
    "FORM_COUNT",
    "LEAF_WORDS",
    "NGRAM_COUNT",
    "NGRAM_SECTIONS",
    "TABLE_MEASURES",
    "VOICE_MEASURES",
    "Leaf",
    "Measured",
    "Row",
    "Tables",
    "Voices",
    "counted_places",
    "leaves",
    "measure",
    "node_words",
]

BOOK_MEASURES: Mapping[str, Callable[[Measured], list[Row]]] = {
    "sections": measure_sections,
    "leaves": measure_leaves,
    "leaf_tokens": measure_leaf_tokens,
    "section_forms": measure_section_forms,
    "book_ngrams": measure_book_ngrams,
    "lengths": measure_lengths,
}
"""The measures of the book, by name, in the order they are written."""

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
    voices = Voices(shared, tables)
    return (
        plain
        | {name: make(shared, tables) for name, make in TABLE_MEASURES.items()}
        | {name: make(voices) for name, make in VOICE_MEASURES.items()}
    )
