"""DuckDB: a row a token and SQL for every question."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import duckdb

WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
COUNTS = "with a as (select low, count(*) filter (ch=2) x, count(*) filter (ch<>2) y from t group by low), n as (select sum(x) nx, sum(y) ny from a)"
LOG_LIKELIHOOD = f"""{COUNTS} select low, x, y, 2*((case when x>0 then x*ln(x/(nx*(x+y)/(nx+ny))) else 0 end)
  +(case when y>0 then y*ln(y/(ny*(x+y)/(nx+ny))) else 0 end)) ll from a, n where x*ny>y*nx order by ll desc limit 100"""
COMPANY = """with m as (select pos p0 from t where low='{node}'), o as (select p0+unnest(range(-5,6)) pos, p0 from m),
  f as (select low, count(*) n from t group by low) select t.low, count(*) k, any_value(f.n) n,
  14+log2(2.0*count(*)/(any_value(f.n)+(select count(*) from m))) d
  from o join t using(pos) join f on f.low=t.low where pos<>p0 group by t.low order by d desc limit 100"""
LINES = """with m as (select a.pos from t a {where}), o as (select pos p0, pos+unnest(range(-8,{n}+8)) pos from m)
  select p0, string_agg(low,' ' order by t.pos) filter (t.pos<p0) l, string_agg(low,' ' order by t.pos) filter (t.pos>=p0+{n}) r
  from o join t using(pos) group by p0 order by r"""


def build(store: Path) -> None:
    """Fill the table, by way of a file."""
    rows = store / "tokens.csv"
    with rows.open("w", encoding="utf-8") as stream:
        at = 0
        for path in sorted((store.parent / "chapters").glob("*.txt")):
            for word in WORD.findall(path.read_text(encoding="utf-8")):
                stream.write(f"{at},{word.lower()},{int(path.stem[2:])}\n")
                at += 1
    base = duckdb.connect(str(store / "book.duckdb"))
    base.execute(
        f"create table t as select * from read_csv('{rows}', header=false, columns={{'pos':'INTEGER','low':'VARCHAR','ch':'TINYINT'}})"
    )
    base.close()


def load(store: Path) -> Any:
    """The connection."""
    return duckdb.connect(str(store / "book.duckdb"), read_only=True)


def actions(base: Any) -> dict[str, Any]:
    """What is timed, by name."""

    def rows(query: str) -> int:
        return len(base.execute(query).fetchall())

    guards = "where low='red' and exists(select 1 from t b where b.pos=a.pos+1 and b.low='guards')"
    return {
        "whole": lambda: rows(LINES.format(where="where low='soviet'", n=1)), "phrase": lambda: rows(LINES.format(where=guards, n=2)),
        "frequency": lambda: rows("select low, count(*) n from t group by low order by n desc limit 100"), "keyness": lambda: rows(LOG_LIKELIHOOD),
        "collocates": lambda: rows(COMPANY.format(node="kamenev")), "collocates_the": lambda: rows(COMPANY.format(node="the")),
        "dispersion": lambda: rows("select ch, count(*) from t where low='soviet' group by ch"),
    }  # fmt: skip
