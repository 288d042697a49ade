"""The whole way from a file's bytes to an edition, as named steps."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from helpers.building import build_edition
from helpers.importing.assembling import RUNNING, assemble_units
from helpers.importing.correcting import correct, fits
from helpers.importing.decoding import DecodedText, ImportRefused, decode
from helpers.importing.furniture import mark_captions, mark_footnotes, mark_ranges
from helpers.importing.headings import Unit, map_numbered_sections, map_plain_sections
from helpers.importing.hyphens import decide_hyphens
from helpers.importing.lines import Line, is_spaced_layout, split_lines
from helpers.importing.noting import number_notes
from helpers.importing.paging import mark_page_starts, mark_running_heads, number_pages
from helpers.importing.paragraphs import mark_entry_starts, mark_paragraph_starts
from helpers.importing.profiles import PROFILES, Correction, Profile, choose_profile
from helpers.model import TextEdition

STEPS = ("decode", "pages", "corrections", "sections", "captions", "hyphens", "notes", "paragraphs", "words")
"""The steps of an import, in order, as a progress bar names them."""


@dataclass(slots=True)
class Findings:
    """What the steps found on their way, for the report."""

    sha256: str = ""
    decoded: DecodedText | None = None
    profile: Profile | None = None
    lines: int = 0
    running_heads: int = 0
    corrections: list[Correction] = field(default_factory=list)
    corrections_fit: bool = False
    undecided_hyphens: list[tuple[int, str]] = field(default_factory=list)
    hyphens: int = 0
    notes: int = 0
    note_oddities: list[str] = field(default_factory=list)
    guesses: list[str] = field(default_factory=list)
    doubtful_pages: int = 0


def import_bytes(
    data: bytes, *, profile: str | None = None, progress: Callable[[str], None] = lambda step: None
) -> tuple[TextEdition, Findings]:
    """The edition of a plain-text file, and what was found on the way.

    ``profile`` names the layout rules; without it the text's own signature chooses. ``progress`` is called with
    the name of each of STEPS as it begins. Raises ImportRefused for what can't be imported, ValueError for an
    unknown profile. Takes time in proportion to the text.
    """
    if profile is not None and profile not in PROFILES:
        raise ValueError(f"there is no profile {profile!r}; there are {', '.join(PROFILES)}")
    progress("decode")
    decoded = decode(data)
    found = Findings(sha256=hashlib.sha256(data).hexdigest(), decoded=decoded)
    text = decoded.text
    chosen = PROFILES[profile] if profile else choose_profile(text)
    found.profile = chosen
    lines = _within(split_lines(text), chosen)
    if not lines:
        raise ImportRefused("this file has no lines of text between its beginning and end marks")
    found.lines = len(lines)
    units = _printed_lines(lines, chosen, found, progress) if _is_printed(lines, chosen) else _paragraph_text(lines, chosen, progress)
    found.guesses = [f"{unit.id}: {unit.guessed}" for unit in units if unit.guessed]
    found.doubtful_pages = len({line.page for line in lines if line.doubtful})
    progress("words")
    drafts = assemble_units(lines, units, chosen)
    return build_edition(chosen.edition, chosen.title, chosen.reference, drafts), found


def _is_printed(lines: list[Line], profile: Profile) -> bool:
    return profile.layout == "printed lines" or is_spaced_layout(lines)


def _within(lines: list[Line], profile: Profile) -> list[Line]:
    """The lines between the edition's own begin and end marks, where it has them."""
    begin = end = None
    for k, line in enumerate(lines):
        if profile.begin and begin is None and re.fullmatch(profile.begin, line.text):
            begin = k + 1
        if profile.end and end is None and re.fullmatch(profile.end, line.text):
            end = k
    return lines[begin or 0 : end if end is not None else len(lines)]


def _printed_lines(lines: list[Line], profile: Profile, found: Findings, progress: Callable[[str], None]) -> list[Unit]:
    """A text that keeps the printed lines: everything is read off the layout."""
    progress("pages")
    heads = mark_running_heads(lines, profile)
    found.running_heads = len(heads)
    mark_page_starts(lines, profile, heads)
    if profile.first_page or heads:
        number_pages(lines, profile, heads)
    progress("corrections")
    found.corrections_fit = fits(lines, profile.corrections)
    known = found.corrections_fit
    found.corrections = correct(lines, profile.corrections) if known else []
    progress("sections")
    units = map_numbered_sections(lines, profile) if profile.numbered_sections else map_plain_sections(lines, profile)
    progress("captions")
    dated = {k for k, unit in enumerate(units) if unit.kind == "appendix" and profile.dated_entry}
    mark_footnotes(lines)
    mark_captions([line for line in lines if line.unit not in dated])
    mark_ranges(lines, profile.roles if known else [])
    progress("hyphens")
    stream = [line for line in lines if line.role in RUNNING]
    found.undecided_hyphens = decide_hyphens(stream, profile.hyphens if known else {})
    found.hyphens = sum(bool(line.hyphen) for line in stream)
    progress("notes")
    if profile.note_numbers:
        for chapter, own in groupby(stream, key=lambda line: units[line.unit].chapter):
            if chapter:
                count, odd = number_notes(list(own))
                found.notes += count
                found.note_oddities += [f"chapter {chapter}: {note}" for note in odd]
    progress("paragraphs")
    starts = profile.paragraph_starts if known else {}
    mark_paragraph_starts([line for line in stream if line.unit not in dated], starts)
    mark_entry_starts([line for line in stream if line.unit in dated], starts)
    return units


def _paragraph_text(lines: list[Line], profile: Profile, progress: Callable[[str], None]) -> list[Unit]:
    """A text whose paragraphs are parted by blank lines."""
    progress("sections")
    units = map_plain_sections(lines, profile)
    progress("hyphens")
    decide_hyphens([line for line in lines if line.role in RUNNING], {})
    progress("paragraphs")
    for line in lines:
        line.starts = line.gap >= 2 or line.starts
    return units
