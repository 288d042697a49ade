"""What an import found: in words, as JSON, as a table."""

from __future__ import annotations

from collections import Counter
from typing import Any

from helpers.importing.pipeline import Findings
from helpers.importing.recognising import Verdict
from helpers.model import TextEdition


def make_report(edition: TextEdition, found: Findings, verdict: Verdict) -> dict[str, Any]:
    """Everything a reader or a program may ask of an import, as plain values."""
    decoded, profile = found.decoded, found.profile
    pages = [s.pages for s in edition.sections if s.pages.first]
    roles = Counter(row[2] for row in edition.paragraph_rows)
    return {
        "verdict": verdict.kind,
        "verdict_in_words": verdict.in_words(),
        "edition": edition.name,
        "title": edition.title,
        "profile": profile.name if profile else "",
        "source_sha256": found.sha256,
        "encoding": decoded.encoding if decoded else "",
        "characters_replaced": decoded.replaced if decoded else 0,
        "characters_removed": decoded.removed if decoded else 0,
        "lines": found.lines,
        "pages": [pages[0].first, max(p.last for p in pages)] if pages else [],
        "running_heads": found.running_heads,
        "pages_in_doubt": found.doubtful_pages,
        "chapters": len({s.chapter for s in edition.sections if s.chapter}),
        "sections": len(edition.sections),
        "sections_recognised": list(verdict.found),
        "sections_in_part": list(verdict.partly),
        "paragraphs": len(edition),
        "words": sum(s.words for s in edition.sections),
        "roles": dict(sorted(roles.items())),
        "hyphens_closed": found.hyphens,
        "hyphens_undecided": [{"line": line, "word": word} for line, word in found.undecided_hyphens],
        "notes": found.notes,
        "note_oddities": found.note_oddities,
        "corrections": [{"line": c.line, "printed": c.printed, "read": c.read, "reason": c.reason} for c in found.corrections],
        "guesses": found.guesses,
    }


def report_rows(report: dict[str, Any]) -> list[dict[str, str]]:
    """The report as a table of two columns, ``what`` and ``found``."""
    pages = report["pages"]
    removed, replaced = report["characters_removed"], report["characters_replaced"]
    reasons = Counter(c["reason"] for c in report["corrections"])
    rows = [
        ("Verdict", report["verdict_in_words"]),
        ("Layout rules", report["profile"]),
        ("Encoding", report["encoding"] + (f"; {replaced} signs could not be read" if replaced else "") + (f"; {removed} invisible signs removed" if removed else "")),
        ("Printed pages", f"{pages[0]}–{pages[1]}, from {report['running_heads']} running heads; {report['pages_in_doubt']} pages may be one later" if pages else "none in this text"),
        ("Chapters", str(report["chapters"])),
        ("Sections", f"{report['sections']}" + (f"; guessed: {'; '.join(report['guesses'])}" if report["guesses"] else "")),
        ("Paragraphs", f"{report['paragraphs']} (" + ", ".join(f"{n} {role.replace('_', ' ')}" for role, n in report["roles"].items()) + ")"),
        ("Words", f"{report['words']:,}"),
        ("Words broken over lines", f"{report['hyphens_closed']} put together, {len(report['hyphens_undecided'])} of them by default"),
        ("Note numbers", f"{report['notes']}" + (f"; {len(report['note_oddities'])} missing or misprinted" if report["note_oddities"] else "")),
        ("Corrections applied", f"{len(report['corrections'])}" + (f" ({', '.join(f'{n} {reason}' for reason, n in sorted(reasons.items()))})" if reasons else "")),
    ]  # fmt: skip
    return [{"what": what, "found": found} for what, found in rows]


def report_in_words(report: dict[str, Any]) -> str:
    """The report as lines of text, the verdict first."""
    return "\n".join(f"{row['what']}: {row['found']}" for row in report_rows(report))
