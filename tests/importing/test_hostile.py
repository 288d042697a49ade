"""Bad scans: imported without loss or refused with a named reason, never a traceback, in time that grows with the text."""

from __future__ import annotations

import random
import time

import pytest

from helpers.building import build_edition
from helpers.importing.decoding import ImportRefused, decode
from helpers.importing.pipeline import import_bytes
from helpers.importing.profiles import PROFILES
from tests.promises import Record, trials
from tests.specimens import small_book

WHOLE = small_book(11)[0]
PART = WHOLE[: len(WHOLE) // 3]
LINES = PART.split("\n")

NAMED: dict[str, str | bytes] = {
    "one word": "Velsk",
    "one letter": "a",
    "one line without an end": "The ferry reached Velsk at noon",
    "one line of a million letters": "a" * 1_000_000,
    "one word a million times": "ferry " * 170_000,
    "a hundred thousand empty lines and a word": "\n" * 100_000 + "Velsk\n",
    "a hundred thousand lines of one letter": "a\n" * 100_000,
    "only hyphens at line ends": "break-\n\n" * 500 + "ing",
    "only opening quotation marks": "“We said " * 2000,
    "only closing quotation marks": "said” " * 2000,
    "only numerals and capitals": "\n\n \n\n".join(f"{k}\n\nTITLE IN CAPITALS" for k in range(1, 60)),
    "chapter lines alone": "\n".join(f" Chapter {w}" for w in ("One", "Two", "Three", "Nine", "One")),
    "nine hundred chapters": "\n\n\n".join(f"Chapter {k}\n\nTitle {k}\n\nSome words stand here." for k in range(900)),
    "a chapter line last": PART + "\n Chapter Nine",
    "a numeral last": PART + "\n\n \n\n12",
    "an appendix title alone": " CHRONOLOGY OF IMPORTANT EVENTS",
    "an appendix of impossible days": PART + "\n CHRONOLOGY OF IMPORTANT EVENTS\n\nSeptember 31\n\nNothing.\n\nOctober 99\n\nNo.",
    "an appendix without days": PART + "\n CHRONOLOGY OF IMPORTANT EVENTS\n\nNothing is dated here at all.",
    "heads alone": "\n\n\n".join(f"\n{k} THE HISTORY OF THE CIVIL WAR\n" for k in range(1, 200)),
    "heads that run backwards": "\n\n\n".join(f"\n{k} THE HISTORY OF THE CIVIL WAR\n\nA line of text" for k in range(200, 1, -1)),
    "a head with a giant number": PART + "\n\n\n\n999 THE HISTORY OF THE CIVIL WAR\n\nmore text",
    "a head with number nought": "\n\n\n\n0 THE HISTORY OF THE CIVIL WAR\n\nmore text",
    "asterisks alone": "* * *\n\n" * 300 + "a word",
    "footnotes alone": ("\n" + " " * 21 + "\n\n* A note.\n") * 300,
    "captions alone": ("\n \nA caption\n") * 300,
    "twenty thousand notes": " ".join(f"said.”{k}" for k in range(20_000)),
    "notes that fall": " ".join(f"said.”{k}" for k in range(999, 0, -1)),
    "the same note a thousand times": "he said.”7 " * 1000,
    "no blank lines": PART.replace("\n\n", "\n"),
    "twice the blank lines": PART.replace("\n", "\n\n"),
    "blank lines of spaces": PART.replace("\n\n", "\n   \n"),
    "tabs for spaces": PART.replace(" ", "\t"),
    "windows line ends": PART.replace("\n", "\r\n"),
    "old mac line ends": PART.replace("\n", "\r"),
    "mixed line ends": "".join(line + ("\r\n", "\n", "\r")[k % 3] for k, line in enumerate(LINES)),
    "form feeds for page turns": PART.replace("\n ", "\f"),
    "all on one line": " ".join(PART.split()),
    "every word on its line": "\n".join(PART.split()),
    "upper case": PART.upper(),
    "lower case": PART.lower(),
    "doubled": PART + PART,
    "reversed lines": "\n".join(reversed(LINES)),
    "reversed letters": PART[::-1],
    "every second line": "\n".join(LINES[::2]),
    "the middle alone": PART[len(PART) // 3 : 2 * len(PART) // 3],
    "cut inside a word": PART[: len(PART) // 2],
    "cut inside a letter": PART.encode()[: PART.encode().index("”".encode()) + 1],
    "utf-16": PART.encode("utf-16"),
    "utf-16 cut in half a letter": PART.encode("utf-16")[:-1],
    "utf-32": PART.encode("utf-32"),
    "cp1252": PART.encode("cp1252", "replace"),
    "latin-1 accents": ("Brod é ü ñ " * 300).encode("latin-1"),
    "cp1251 Russian": ("Кто за власть советов? " * 100).encode("cp1251"),
    "Russian": "Глава первая\n\n\nКто за власть советов?\n\n" * 50,
    "Chinese": "十月革命。\n\n" * 300,
    "Arabic right to left": "ثورة أكتوبر\n\n" * 300,
    "emoji": "The ferry 🚢 is late 🎈.\n\n" * 100,
    "combining marks": ("e\u0301" * 400 + "\n\n") * 10,
    "zero-width everywhere": "\u200b".join(PART[:3000]),
    "bidirectional overrides": "\u202e".join(PART[:3000].split(" ")),
    "soft hyphens": "\u00ad".join(PART[:3000]),
    "no-break spaces": PART.replace(" ", "\u00a0"),
    "ligatures": PART.replace("fi", "ﬁ").replace("fl", "ﬂ"),
    "letters that grow when lowered": "İstanbul İİİ\n\n" * 200,
    "markup": "<script>alert(1)</script> <b>ferry</b>\n\n" * 100,
    "a comma table": "town,date,form\n" + "Velsk,October 25,council\n" * 400,
    "a mail": "From: a@b.example\nSubject: the ferry\n\n> quoted line\n> another\n" * 60,
}


def _imports_or_refuses(source: str | bytes, profile: str | None) -> str:
    """Import; every letter of the clean text must be kept. Returns what happened."""
    data = source.encode() if isinstance(source, str) else source
    try:
        edition, _ = import_bytes(data, profile=profile)
    except ImportRefused as refusal:
        sentence = str(refusal)
        return "refused" if len(sentence) > 20 else "refused without a reason"
    kept = sum(c.isalpha() for c in str(edition.text))
    clean = sum(c.isalpha() for c in decode(data).text)
    assert kept == clean or profile == "ten-days"
    assert len(edition) == len(edition.paragraph_rows) == len(edition.bounds) - 1
    return "imported"


@pytest.mark.parametrize("profile", [None, *PROFILES])
@pytest.mark.parametrize("name", NAMED)
@pytest.mark.promise("scans-named")
def test_named_bad_scans(name: str, profile: str | None) -> None:
    begun = time.perf_counter()
    assert _imports_or_refuses(NAMED[name], profile) in ("imported", "refused")
    assert time.perf_counter() - begun < 20


def test_there_are_at_least_sixty_named_ones() -> None:
    assert len(NAMED) >= 60


def _damaged(dice: random.Random) -> bytes:
    """The specimen with a few random damages of lines, letters and bytes."""
    lines = list(LINES[: dice.randrange(20, len(LINES))])
    for _ in range(dice.randrange(1, 12)):
        k = dice.randrange(len(lines))
        kind = dice.randrange(9)
        if kind == 0:
            del lines[k : k + dice.randrange(1, 9)]
        elif kind == 1:
            lines[k:k] = lines[k : k + dice.randrange(1, 30)]
        elif kind == 2:
            lines[k] = "".join(dice.choice("abe ,.”“-—1I*†\u200b\t\x0c") for _ in range(dice.randrange(60)))
        elif kind == 3:
            lines[k] = lines[k].upper()
        elif kind == 4:
            lines[k] = f"{dice.randrange(700)} THE HISTORY OF THE CIVIL WAR"
        elif kind == 5:
            lines[k] = f" Chapter {dice.choice(('One', 'Two', 'Nine', 'Ten'))} "
        elif kind == 6:
            lines[k:k] = [""] * dice.randrange(12)
        elif kind == 7:
            a = dice.randrange(len(lines))
            lines[a], lines[k] = lines[k], lines[a]
        else:
            lines[k] = str(dice.randrange(30))
        lines = lines or ["x"]
    data = bytearray("\n".join(lines).encode())
    for _ in range(dice.choice((0, 0, 0, 3, 40))):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


@pytest.mark.promise("scans-generated")
def test_generated_bad_scans(record_property: Record) -> None:
    """A failing seed, which the error names, can be run alone."""
    happened = {"imported": 0, "refused": 0}
    for seed in range(trials("scans-generated")):
        dice = random.Random(seed)
        data = _damaged(dice)
        try:
            happened[_imports_or_refuses(data, dice.choice((None, "civil-war-2", "plain")))] += 1
        except Exception as error:
            error.add_note(f"seed {seed}")
            raise
    assert happened["imported"] > trials("scans-generated") // 2
    record_property("tried", sum(happened.values()))


def test_an_edition_of_nothing_can_be_built() -> None:
    edition = build_edition("book", "nothing", {}, [])
    assert (len(edition), len(edition.tokens)) == (0, 0)
    assert edition.find("ferry") == []
    assert edition.count("ferry") == 0
