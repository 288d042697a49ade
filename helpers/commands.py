"""``python -m helpers``: import, ask and check, each with ``--json`` and never a traceback.

Exit 0: done. Exit 1: it could not be done, and a sentence says why. Exit 2: the call itself was wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from helpers.model import COUNTED, CorpusError, PageSpan, Paragraph, TextEdition

EDITIONS = ("book", "guide", "ten-days", "other")


class Refusal(Exception):
    """Something that can't be done, in a sentence for the reader."""


def _say(text: str) -> None:
    print(text)


def _give(args: argparse.Namespace, value: Any, text: str) -> int:
    """Print ``value`` as JSON or ``text`` for people."""
    _say(json.dumps(value, ensure_ascii=False, indent=1) if args.json else text)
    return 0


def _open(args: argparse.Namespace) -> TextEdition:
    """The edition a command asks for: the book if imported, else the guide."""
    from helpers.loading import open_book, open_guide

    name = args.edition
    if name in (None, "book"):
        book = open_book("book")
        if book is not None:
            return book
        if name == "book":
            raise Refusal("the book has not been imported yet: bring your copy with `python3 study.py import FILE`")
        name = "guide"
    if name == "guide":
        return open_guide()
    found = open_book(name)
    if found is None:
        raise Refusal(f"no edition {name!r} has been imported yet")
    return found


def cmd_import(args: argparse.Namespace) -> int:
    """Bring in a copy of the book."""
    from tqdm import tqdm

    from helpers.bringing import ALL_STEPS, bring_in
    from helpers.importing.profiles import PROFILES
    from helpers.importing.reporting import report_in_words

    if args.profile and args.profile not in PROFILES:
        raise Refusal(f"there is no profile {args.profile!r}; there are {', '.join(PROFILES)}")
    with tqdm(total=len(ALL_STEPS), unit="step", disable=args.json or not sys.stderr.isatty(), leave=False) as bar:

        def progress(step: str) -> None:
            bar.set_description(step)
            bar.update(1)

        report = bring_in(Path(args.file), profile=args.profile, progress=progress)
    return _give(args, report, report_in_words(report))


def cmd_report(args: argparse.Namespace) -> int:
    """Show the report of the last import."""
    from helpers.editions import current_folder, read_report
    from helpers.home import edition_folders
    from helpers.importing.reporting import report_in_words

    for folder in edition_folders():
        found = current_folder(folder, args.edition or "book")
        if found is not None:
            report = read_report(found)
            return _give(args, report, report_in_words(report))
    raise Refusal("nothing has been imported yet")


def cmd_check(args: argparse.Namespace) -> int:
    """Is everything that ships sound, and the imported copy too?"""
    from helpers.home import CORPUS
    from helpers.loading import open_book
    from helpers.shipped import data_package

    package = data_package(CORPUS)
    problems = [problem for name in package for problem in package.check(name)]
    try:
        open_book("book", verify=True)
    except CorpusError as error:
        problems.append(str(error))
    sound = f"sound: {len(package)} tables, every checksum, key, reference and sum agrees"
    _give(args, {"sound": not problems, "problems": problems, "tables": len(package)}, "\n".join(problems) or sound)
    return 1 if problems else 0


def cmd_package(args: argparse.Namespace) -> int:
    """Publish new checksums and row counts after a table has changed."""
    from helpers.home import CORPUS
    from helpers.shipped import refresh_checksums

    changed = refresh_checksums(CORPUS)
    return _give(args, {"changed": changed}, f"changed: {', '.join(changed) or 'nothing'}")


def cmd_measure(args: argparse.Namespace) -> int:
    """Write the measures of the imported copies, or compare them with the shipped ones."""
    from helpers.home import CORPUS
    from helpers.loading import open_book
    from helpers.measuring import measure
    from helpers.shipped import csv_bytes, data_package, refresh_checksums

    editions = [e for e in (open_book("book"), open_book("ten-days")) if e is not None]
    if not editions:
        raise Refusal("measures are taken from an imported copy, and none has been imported yet")
    package = data_package(CORPUS)
    made = {name: rows for edition in editions for name, rows in measure(edition, package).items()}
    if args.write:
        for name, rows in made.items():
            path = CORPUS / package.resources[name]["path"]
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(csv_bytes(rows, package.columns(name), compress=path.suffix == ".gz"))
        changed = refresh_checksums(CORPUS)
        return _give(
            args, {"written": list(made), "changed": changed}, f"written: {', '.join(made)}; changed: {', '.join(changed) or 'none'}"
        )
    differences = {name: _first_difference(package.rows(name), rows) for name, rows in made.items()}
    equal = not any(differences.values())
    text = "\n".join(f"{name}: {difference or 'equal, row for row'}" for name, difference in differences.items())
    _give(args, {"equal": equal, "differences": differences}, text)
    return 0 if equal else 1


def _first_difference(shipped: list[dict[str, Any]], made: list[dict[str, Any]]) -> str:
    """Where two lists of rows part; empty if they are equal. Names the row, not the text."""
    for k, (a, b) in enumerate(zip(shipped, made, strict=False), 1):
        if a != b:
            columns = [c for c in a if a[c] != b.get(c)]
            return f"row {k} differs in {', '.join(columns)}"
    return "" if len(shipped) == len(made) else f"{len(shipped)} rows shipped, {len(made)} measured"


def cmd_contents(args: argparse.Namespace) -> int:
    """List sections with pages, words and paragraphs."""
    if args.edition == "book":
        from helpers.loading import open_book

        book = open_book("book")
        if book is None:
            return _contents_from_measures(args)
        edition = book
    else:
        edition = _open(args)
    rows = [
        {
            "id": s.id, "kind": s.kind, "title": s.title, "pages": s.pages.as_list(), "doubtful": s.pages.doubtful, "words": s.words,
            "paragraphs": sum(1 for k in s.paragraphs if edition.paragraph_rows[k][2] in COUNTED),
        }
        for s in edition.sections
    ]  # fmt: skip
    return _give_contents(args, rows)


def _contents_from_measures(args: argparse.Namespace) -> int:
    from helpers.home import CORPUS
    from helpers.shipped import data_package

    rows = [
        {
            "id": r["id"], "kind": r["kind"], "title": r["title"], "pages": [r["first_page"], r["last_page"]],
            "doubtful": r["page_doubtful"], "words": r["words"], "paragraphs": r["paragraphs"],
        }
        for r in data_package(CORPUS).rows("sections")
    ]  # fmt: skip
    return _give_contents(args, rows)


def _give_contents(args: argparse.Namespace, rows: list[dict[str, Any]]) -> int:
    lines = []
    for r in rows:
        pages = str(PageSpan(r["pages"][0], r["pages"][1], r["doubtful"])) if r["pages"] else ""
        lines.append(f"{r['id']:<7}{r['title'] or '(untitled closing division)'}  {pages}  {r['words']:,} words")
    return _give(args, rows, "\n".join(lines))


def cmd_find(args: argparse.Namespace) -> int:
    """Find a phrase, wherever it stands."""
    passages = _open(args).find(args.phrase)
    hits = [
        {
            "paragraph": p.paragraph,
            "section": p.section,
            "role": p.role,
            "pages": p.pages.as_list(),
            "doubtful": p.pages.doubtful,
            "text": p.text,
        }
        for p in passages
    ]
    text = "\n".join(f"{p.paragraph:<10}{p.role:<12}{p.pages}: {p.text}" for p in passages)
    return _give(args, {"n": len(hits), "hits": hits}, f"{len(hits)} found\n{text}".rstrip())


def cmd_count(args: argparse.Namespace) -> int:
    """Count a word or phrase."""
    roles = args.roles.split(",") if args.roles else None
    if args.edition == "book":
        from helpers.loading import open_book

        book = open_book("book")
        if book is None:
            return _count_from_measures(args)
        edition = book
    else:
        edition = _open(args)
    n = edition.count(args.phrase, section=args.section, chapter=args.chapter, roles=roles, case=args.case)
    return _give(args, {"n": n, "edition": edition.name, "basis": "text"}, str(n))


def _count_from_measures(args: argparse.Namespace) -> int:
    """Counts of single words (and of phrases book-wide, where they ship) without a copy of the book."""
    from helpers.home import CORPUS
    from helpers.shipped import data_package
    from helpers.words import fold, words

    tokens = words(args.phrase)
    if args.roles or args.case or fold(args.phrase).split() != tokens or not tokens:
        raise Refusal(
            "without a copy of the book only words in running text can be counted: bring yours with `python3 study.py import FILE`"
        )
    package = data_package(CORPUS)
    if len(tokens) == 1:
        chapters = {s["id"]: s["chapter"] for s in package.rows("sections")}
        if args.section is not None and args.section not in chapters:
            raise Refusal(f"there is no section {args.section!r} in the book")
        n = 0
        for row in package.rows("leaf_tokens"):
            section = row["leaf"].split("@")[0]
            if row["token"] == tokens[0] and args.section in (None, section) and args.chapter in (None, chapters[section]):
                n += row["count"]
    else:
        found = [r["count"] for r in package.rows("book_ngrams") if r["ngram"] == " ".join(tokens)]
        if not found or args.section or args.chapter is not None:
            raise Refusal("the shipped counts don't hold this phrase at this place: bring your copy with `python3 study.py import FILE`")
        n = found[0]
    return _give(args, {"n": n, "edition": "book", "basis": "measures"}, f"{n} (from the shipped measures)")


def _located(edition: TextEdition, place: str) -> tuple[list[Paragraph], PageSpan, str]:
    """Paragraphs, pages and label of "2.4", "2.4.17" or "p95"."""
    if place.lower().startswith("p") and place[1:].strip(". ").isdigit():
        page = int(place[1:].strip(". "))
        found = [p for p in edition.paragraphs() if any(turn[1] == page for turn in p.page_turns)]
        if not found:
            raise Refusal(f"{edition.name} has no page {page}")
        doubtful = any(turn[2] for p in found for turn in p.page_turns if turn[1] == page)
        return found, PageSpan(page, page, doubtful), ", ".join(dict.fromkeys(p.section for p in found))
    if place in edition.section_places:
        section = edition.section(place)
        return list(edition.paragraphs(place)), section.pages, place
    if place in edition.paragraph_places:
        paragraph = edition.paragraph(edition.paragraph_places[place])
        return [paragraph], paragraph.pages(), place
    raise Refusal(f"{edition.name} has nothing called {place!r}: name a section (2.4), a paragraph (2.4.17) or a page (p95)")


def cmd_show(args: argparse.Namespace) -> int:
    """Show a section, paragraph or page with its reference."""
    from helpers.citing import cite

    edition = _open(args)
    paragraphs, pages, label = _located(edition, args.place)
    reference = cite(edition, label, pages)
    value = {
        "place": args.place, "reference": reference, "pages": pages.as_list(), "doubtful": pages.doubtful,
        "paragraphs": [{"id": p.id, "role": p.role, "pages": p.pages().as_list(), "text": p.text} for p in paragraphs],
    }  # fmt: skip
    text = "\n\n".join(f"[{p.id} · {p.role} · {p.pages()}]\n{p.text}" for p in paragraphs)
    return _give(args, value, f"{text}\n\n{reference}")


def cmd_cite(args: argparse.Namespace) -> int:
    """Give the reference of a section, paragraph or page."""
    from helpers.citing import cite

    edition = _open(args)
    _, pages, label = _located(edition, args.place)
    reference = cite(edition, label, pages, form=args.format)
    return _give(args, {"reference": reference}, reference)


def cmd_guide(args: argparse.Namespace) -> int:
    """Write the whole reading guide as one page to read or print, and open it."""
    import webbrowser

    from helpers.guide import counter_from_measures, read_guide
    from helpers.home import CORPUS, GUIDE, private_folder
    from helpers.printing import guide_page
    from helpers.shipped import data_package

    package = data_package(CORPUS)
    page = guide_page(read_guide(GUIDE), counter_from_measures(package.coded("leaf_tokens")), package.rows("sources"))
    folder = private_folder("answers")
    if args.output is None and folder is None:
        raise Refusal("there is no folder to write the page to: name one with --output FILE")
    path = Path(args.output) if args.output else (folder or Path()) / "guide.html"
    path.write_text(page, encoding="utf-8")
    if not args.no_browser:
        webbrowser.open(path.resolve().as_uri())
    return _give(args, {"file": str(path)}, f"the guide is in {path}; your browser's print command makes a PDF of it")


def cmd_site(args: argparse.Namespace) -> int:
    """Build pages to read without any installation: guide, lessons, rooms, data dictionary."""
    from helpers.site.building import site_answer

    return _give(args, *site_answer(args.output))


TABLES = ("events", "figures", "places", "power", "people")


def cmd_table(args: argparse.Namespace) -> int:
    """List rows of a table: events, figures, places, power or people."""
    from helpers.home import CORPUS
    from helpers.shipped import data_package
    from helpers.tables import select

    package = data_package(CORPUS)
    for asked in (args.begin, args.stop):
        if asked and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", asked):
            raise Refusal(f"date {asked!r} is not YYYY, YYYY-MM or YYYY-MM-DD (Old Style)")
    places = package.rows("places")
    if args.place and not any(args.place == p["id"] or args.place.lower() == p["name"].lower() for p in places):
        raise Refusal(f"there is no place {args.place!r} in the table of places")
    rows = select(
        args.command, package.rows(args.command), begin=args.begin, stop=args.stop, place=args.place, section=args.section,
        kind=args.kind, status=args.status, region=args.region, places=places,
    )  # fmt: skip
    shown = {
        "events": ("as_written", "place", "summary"),
        "figures": ("value", "unit", "of_what", "place"),
        "places": ("name", "modern_name", "region_id"),
        "power": ("place", "os_date_appendix", "os_date_narrative", "form"),
        "people": ("name", "side_in_book", "role_in_book"),
    }[args.command]
    lines = [
        f"{row['id']}  p. {row['pages']}{'?' if row['page_doubtful'] else ''}  "
        + " · ".join(f"{row[c]:g}" if isinstance(row[c], float) else str(row[c]) for c in shown if row[c] not in (None, ""))
        for row in rows
    ]
    return _give(args, rows, "\n".join([f"{len(rows)} found", *lines]))


def cmd_class(args: argparse.Namespace) -> int:
    """Gather a class's journals into one page for the teacher; nothing leaves the machine."""
    from helpers.class_commands import class_answer

    return _give(args, *class_answer(args.folder, hide=args.hide_names, output=args.output, as_json=args.json))


def cmd_export(args: argparse.Namespace) -> int:
    """Write your answers, claims and codings as a page, as Markdown or for a spreadsheet."""
    from helpers.class_commands import export_answer

    return _give(args, *export_answer(form=args.format, output=args.output))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m helpers", description=__doc__.split("\n")[0] if __doc__ else "")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, run: Callable[[argparse.Namespace], int], *, edition: bool = False) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        sub.add_argument("--json", action="store_true", help="answer as JSON")
        if edition:
            sub.add_argument("--edition", choices=EDITIONS, help="which text (default: the book if imported, else the guide)")
        sub.set_defaults(run=run)
        return sub

    sub = add("import", cmd_import)
    sub.add_argument("file", metavar="FILE", help="a plain-text file of the book")
    sub.add_argument("--profile", metavar="NAME", help="layout rules to use (default: chosen by the text)")
    add("report", cmd_report, edition=True)
    add("check", cmd_check)
    add("package", cmd_package)
    sub = add("measure", cmd_measure)
    choice = sub.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="compare with the shipped measures, row for row (the default)")
    choice.add_argument("--write", action="store_true", help="write them into corpus/measures")
    add("contents", cmd_contents, edition=True)
    sub = add("find", cmd_find, edition=True)
    sub.add_argument("phrase", metavar="PHRASE")
    sub = add("count", cmd_count, edition=True)
    sub.add_argument("phrase", metavar="WORD_OR_PHRASE")
    sub.add_argument("--section", metavar="ID", help="only this section, such as 2.4")
    sub.add_argument("--chapter", metavar="N", type=int, help="only this chapter")
    sub.add_argument("--roles", metavar="A,B", help="only these roles (default: all but captions, headings, footnotes, running heads)")
    sub.add_argument("--case", action="store_true", help="mind capitals")
    sub = add("guide", cmd_guide)
    sub.add_argument("--output", metavar="FILE", help="where to write the page (default: among your answers)")
    sub.add_argument("--no-browser", action="store_true", help="write it only")
    sub = add("site", cmd_site)
    sub.add_argument("--output", metavar="FOLDER", help="where to write the pages (default: site/ in the workbook's folder)")
    sub = add("class", cmd_class)
    sub.add_argument("folder", metavar="FOLDER", help="one sub-folder for each reader, with their .jsonl files; unpack archives first")
    sub.add_argument("--hide-names", action="store_true", help="readers become Reader 1, Reader 2 ..., also where they wrote their names")
    sub.add_argument("--output", metavar="FILE", help="where to write the page (default: class.html among your answers)")
    sub = add("export", cmd_export)
    sub.add_argument("--format", choices=("html", "md", "csv"), help="default: what the file's name ends in, else html")
    sub.add_argument("--output", metavar="FILE", help="where to write (default: among your answers)")
    for name in TABLES:
        sub = add(name, cmd_table)
        sub.description = f"List rows of the table {name}; dates are Old Style."
        sub.add_argument("--from", dest="begin", metavar="DATE", help="a row counts if its span meets the range")
        sub.add_argument("--to", dest="stop", metavar="DATE")
        for option in ("place", "section", "kind", "status", "region"):
            sub.add_argument(f"--{option}", help=f"only rows with this {option}")
    for name, run in (("show", cmd_show), ("cite", cmd_cite)):
        sub = add(name, run, edition=True)
        sub.add_argument("place", metavar="PLACE", help="a section (2.4), paragraph (2.4.17) or page (p95)")
        if name == "cite":
            sub.add_argument("--format", choices=("text", "md", "bibtex", "csl"), default="text")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    args = _parser().parse_args(argv)
    from helpers.importing.decoding import ImportRefused

    try:
        status = args.run(args)
        sys.stdout.flush()
        return int(status)
    except (Refusal, ImportRefused, CorpusError, ValueError) as error:
        message = str(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        message = "stopped"
    except OSError as error:
        message = f"{error.filename or 'a file'}: {error.strerror or error}"
    except MemoryError:
        message = "there is not enough memory for this"
    if getattr(args, "json", False):
        print(json.dumps({"error": message}, ensure_ascii=False))
    print(message, file=sys.stderr)
    return 1
