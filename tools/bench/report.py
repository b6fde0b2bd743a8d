"""The figures as tables a reader can compare with what was promised."""

import platform
import re
from pathlib import Path
from typing import Any

from tools.bench.addresses import ADDRESSES
from tools.bench.serving import ASKED, CONNECTIONS

HEAD = "| page | most | queries | bytes | {columns} | growth | × constant | kept |"
INTRODUCTION = """# Performance

Written by `make bench` ({machine}). It fills the demonstration with invented dates (`bench_data`)
and asks every kind of page, without the whole-page cache unless the column says *kept*.
Milliseconds are processor time, median of 11 (kept: of 101), of the site's process; after `+`
PostgreSQL's own. Bytes are compressed. *Growth* divides the largest size by the smallest;
*× constant* divides, at the largest, by the constant view measured in the same moments: machines
and their other guests make both faster or slower. *Most* is what was promised.
"""


def write(found: dict[str, Any], path: Path) -> None:
    parts = [INTRODUCTION.format(machine=machine()), table(found)]
    by_hand = path.with_name("performance-notes.md")
    if by_hand.exists():
        parts.append(by_hand.read_text("utf-8"))
    path.write_text("\n".join(parts), "utf-8")


def table(found: dict[str, Any]) -> str:
    return "\n".join(_database(name, rows) for name, rows in found.items())


def machine() -> str:
    model = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    name = model[1].strip() if model else platform.machine()
    return f"{cores} cores of {name}, Python {platform.python_version()}"


def _database(name: str, rows: dict[str, Any]) -> str:
    sizes = [size for size in rows if size.isdecimal()]
    columns = " | ".join(f"{int(size):,} dates" for size in sizes)
    lines = [
        f"## {name}\n",
        f"Migrating from nothing: {rows['migrate']:.1f} s of processor; the demonstration:"
        f" {rows['demo']:.0f} s.\n",
        HEAD.format(columns=columns),
        "|---|---|---|---|" + "---|" * len(sizes) + "---|---|---|",
        *(_page(page, [rows[size][page] for size in sizes]) for page in ADDRESSES),
    ]
    if served := rows.get("served"):
        lines += _served(served, sizes[-1])
    return "\n".join(lines) + "\n"


def _page(name: str, found: list[dict[str, float]]) -> str:
    _address, most_cpu, most_queries = ADDRESSES[name]
    promised = f"{most_cpu} ms" if most_cpu else ""
    if most_queries:
        promised += f", {most_queries} q."
    last = found[-1]
    times = " | ".join(_time(row) for row in found)
    growth = f"{last['cpu'] / found[0]['cpu']:.1f} ×" if len(found) > 1 else ""
    return (
        f"| {name} | {promised} | {last['queries']} | {last['bytes']:,} | {times} | {growth}"
        f" | {last['constant']:.0f} | {last['cached']:.2f} |"
    )


def _time(row: dict[str, float]) -> str:
    return f"{row['cpu']:.1f} + {row['db']:.1f}" if row["db"] else f"{row['cpu']:.1f}"


def _served(served: dict[str, Any], size: str) -> list[str]:
    """Under load: gunicorn, two workers of four threads, one wrk beside it on the same machine."""
    lines = [
        f"\nServed at {int(size):,} dates by gunicorn (2 workers, 4 threads), {CONNECTIONS}"
        " connections of wrk on the same cores:\n",
        "| page | made each time: requests a second, p50, p99 (ms) | kept: the same | errors |",
        "|---|---|---|---|",
    ]
    for name in ASKED:
        made, kept = served[f"{name}|0"], served[f"{name}|3600"]
        lines.append(
            f"| {name} | {_rate(made)} | {_rate(kept)} | {made['errors'] + kept['errors']} |"
        )
    lines.append(f"\nThe largest worker after 10,000 mixed requests: {served['memory']:.0f} MB.")
    return lines


def _rate(row: dict[str, float]) -> str:
    return f"{row['rate']:.0f}, {row['p50']:.1f}, {row['p99']:.1f}"
