"""Days when habits rest: public holidays of France, and school holidays of zone B."""

import datetime as dt
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dateutil.easter import easter

# Code du travail, article L3133-1: (month, day), and days after Easter Sunday.
_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
_more: list[Callable[[], Iterable["Period"]]] = []


@dataclass(frozen=True)
class Period:
    """School holidays from `first` to `last`, both free; `sure` False until officially checked."""

    first: dt.date
    last: dt.date
    name: dict[str, str] = field(default_factory=dict, hash=False)
    sure: bool = True


def school_holidays() -> tuple[Period, ...]:
    """The periods known to the repository, in order."""
    return _read(Path(__file__).with_name("school_holidays.toml"))


def add_school_holidays(read: Callable[[], Iterable[Period]]) -> None:
    """For an app above that keeps periods of its own; called once, when it is ready."""
    _more.append(read)


def known_school_holidays() -> tuple[Period, ...]:
    """The periods of the repository and those of the apps above."""
    return (*school_holidays(), *(period for read in _more for period in read()))


def during(periods: Iterable[Period], day: dt.date) -> bool:
    """Whether a day falls in one of these periods."""
    return any(period.first <= day <= period.last for period in periods)


@cache
def public_holidays(year: int) -> frozenset[dt.date]:
    """The eleven public holidays of a year (1583 to 4099)."""
    sunday = easter(year)
    moving = {sunday + dt.timedelta(days) for days in _AFTER_EASTER}
    return frozenset(moving | {dt.date(year, month, day) for month, day in _FIXED})


@cache
def _read(path: Path) -> tuple[Period, ...]:
    rows = tomllib.loads(path.read_text("utf-8"))["period"]
    return tuple(
        Period(row["first"], row["last"], row["name"], row.get("sure", True)) for row in rows
    )
