"""What historians and witnesses say on one disputed claim, each position with where it was read."""

from __future__ import annotations

import re
from typing import Any

from helpers.analysis.chronology import as_rows

BOOK = "the book"


def positions(dispute_id: str, disputes: Any, sources: Any) -> list[dict[str, str]]:
    """The positions on a claim, one row each, and last how sure the matter is; rows with voice and says.

    ``voice`` is the author and title of the source ("the book" for the book itself, with its pages). Raises ValueError for
    an unknown dispute, and for one that was not checked and may not be taught.

    >>> source = {"id": "reed", "author": "John Reed", "title": "Ten Days", "year": 1919}
    >>> told = {"id": "d-1", "claim": "Velsk fell.", "pages": "9", "status": "sourced", "how_sure": "argued"}
    >>> told |= {"position_1": "It fell.", "source_1": "book", "position_2": "It held.", "source_2": "reed", "position_3": "", "source_3": ""}
    >>> [(row["voice"], row["says"]) for row in positions("d-1", [told], [source])]
    [('the book, p. 9', 'It fell.'), ('John Reed, Ten Days (1919)', 'It held.'), ('how sure', 'argued')]
    """
    dispute = next((row for row in as_rows(disputes) if row["id"] == dispute_id), None)
    if dispute is None or dispute["status"] == "to_check":
        raise ValueError(f"there is no dispute {dispute_id!r} that may be taught")
    named = {str(row["id"]): row for row in as_rows(sources)}
    found = [
        {"voice": _voice(str(dispute[f"source_{n}"]), named, str(dispute["pages"])), "says": str(dispute[f"position_{n}"])}
        for n in (1, 2, 3)
        if dispute[f"position_{n}"]
    ]
    return [*found, {"voice": "how sure", "says": str(dispute["how_sure"])}]


def _voice(source_id: str, named: dict[str, Any], pages: str) -> str:
    if source_id == "book":
        return f"{BOOK}, {'pp.' if re.search('[-,;]', pages) else 'p.'} {pages.replace('-', '–')}"
    row = named[source_id]
    return f"{row['author']}, {row['title']}" + (f" ({row['year']})" if row["year"] else "")
