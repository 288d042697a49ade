"""What ``class`` and ``export`` do, apart from the parser in ``commands``, which is long enough: values out, files written whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpers.exporting import typed_path, write_whole
from helpers.home import private_folder
from helpers.model import CorpusError

FORMATS = ("html", "md", "csv")


def class_answer(folder: str, *, hide: bool, output: str | None, as_json: bool) -> tuple[dict[str, Any], str]:
    """A class's work: the data, and a sentence that says where the page was written.

    The page goes to ``output``, else among the reader's own answers as ``class.html``; with ``as_json`` it is written
    only where ``output`` names a file. Raises CorpusError where the folder is missing or holds no journal.
    """
    from helpers.classroom.gathering import gather
    from helpers.classroom.given import shipped_plans
    from helpers.classroom.hiding import hide_names
    from helpers.classroom.report import class_data, class_page
    from helpers.loading import open_corpus

    found = gather(typed_path(folder))
    classroom = hide_names(found) if hide else found
    if not classroom.students:
        raise CorpusError(
            " ".join(
                [
                    "no reader's journal was found in this folder: put each reader's .jsonl files into a sub-folder with their name.",
                    *classroom.notices(),
                ]
            )
        )
    corpus, plans = open_corpus(), shipped_plans()
    path = None
    if output or not as_json:
        path = write_whole(_target(output, "class.html"), class_page(classroom, plans, corpus).encode())
    data = class_data(classroom, plans, corpus) if as_json else {}
    n = len(classroom.students)
    sentence = f"{n} reader{'' if n == 1 else 's'}; the page is in {path}"
    return {"file": str(path) if path else None} | data, "\n".join([sentence, *classroom.notices()])


def export_answer(*, form: str | None, output: str | None) -> tuple[dict[str, Any], str]:
    """The reader's own answers, claims and codings, written as ``form`` (else what ``output`` ends in, else HTML).

    Raises CorpusError where nothing has been saved yet, or no file can be written.
    """
    from helpers.classroom.given import shipped_plans
    from helpers.classroom.portfolio import FORMATS as MAKERS
    from helpers.classroom.portfolio import own_answers, portfolio_rows
    from helpers.loading import open_corpus

    home = private_folder("answers")
    student, passed = own_answers(home) if home else (None, [])
    if student is None or not student.answers:
        raise CorpusError(" ".join(["no answer has been saved yet: open a lesson and give one.", *passed]))
    named = Path(output).suffix.lstrip(".").lower() if output else ""
    chosen = form or (named if named in FORMATS else "html")
    plans = shipped_plans()
    rows = portfolio_rows(student, plans, open_corpus())
    path = write_whole(_target(output, f"answers.{chosen}"), MAKERS[chosen](rows, plans))
    sentence = f"{len(rows)} answers, claims and codings are in {path}"
    return {"file": str(path), "format": chosen, "n_rows": len(rows), "rows": rows, "passed_over": passed}, "\n".join([sentence, *passed])


def _target(output: str | None, name: str) -> Path:
    """Where to write: the file named, else ``name`` among the reader's own answers."""
    if output:
        return typed_path(output)
    home = private_folder("answers")
    if home is None:
        raise CorpusError("there is no folder to write to: name a file with --output FILE")
    return home / name
