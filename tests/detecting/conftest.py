"""A small edition of our own sentences, with the people and bodies who speak in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from helpers.building import ParagraphDraft, SectionDraft, build_edition
from helpers.detecting.actors import ActorFinder
from helpers.detecting.scenes import Scene
from helpers.model import TextEdition

PEOPLE: list[dict[str, Any]] = [
    {"id": "dorn", "name": "Anna Dorn", "variants": "Dorn;Anna Dorn", "side_in_book": "bolshevik", "section": "1.1", "n_here": 9},
    {"id": "orsk", "name": "Pavel Orsk", "variants": "Orsk;Pavel Orsk", "side_in_book": "menshevik", "section": "1.1", "n_here": 5},
    {"id": "tann", "name": "O. Tann", "variants": "Tann", "side_in_book": "officer", "section": "1.1", "n_here": 3},
]
ORGANISATIONS: list[dict[str, Any]] = [
    {"id": "velsk-soviet", "name": "Velsk Soviet", "variants": "Velsk Soviet", "kind": "soviet"},
    {"id": "brod-mail", "name": "Brod Mail", "variants": "Brod Mail", "kind": "newspaper"},
]
TABLES: dict[str, list[dict[str, Any]]] = {"people": PEOPLE, "organisations": ORGANISATIONS}


def edition_of(paragraphs: Sequence[str | tuple[str, str]], notes: dict[int, list[tuple[int, str]]] | None = None) -> TextEdition:
    """An edition of one section: texts of body paragraphs, or (role, text)."""
    drafts = []
    for k, one in enumerate(paragraphs):
        role, text = ("body", one) if isinstance(one, str) else one
        drafts.append(ParagraphDraft(role, text, [(0, 9, False)], (notes or {}).get(k, [])))
    return build_edition("specimen", "The Ferry", {}, [SectionDraft("1.1", "section", 1, 1, "Flour", drafts)])


@pytest.fixture
def finder() -> ActorFinder:
    """A finder for the specimen's people and bodies."""
    return ActorFinder(PEOPLE, ORGANISATIONS)


@pytest.fixture
def scene(finder: ActorFinder):  # type: ignore[no-untyped-def]
    """Makes a scene of a text, with the texts of the paragraphs before it."""

    def make(text: str, *before: str) -> Scene:
        earlier: tuple[Scene, ...] = ()
        for one in before:
            earlier = (*earlier, Scene(one, finder, earlier, "1.1"))
        return Scene(text, finder, earlier, "1.1")

    return make
