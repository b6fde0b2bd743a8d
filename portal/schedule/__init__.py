"""When something happens: a rhythm described once, and the exact dates it gives in local time."""

from portal.schedule.errors import ScheduleError
from portal.schedule.holidays import (
    Period,
    add_school_holidays,
    known_school_holidays,
    public_holidays,
    school_holidays,
)
from portal.schedule.recurrence import MOST_DATES, ZONE, Extra, Recurrence, Rule, Slot
from portal.schedule.sentence import describe
from portal.schedule.stored import from_dict, to_dict

__all__ = [
    "MOST_DATES",
    "ZONE",
    "Extra",
    "Period",
    "Recurrence",
    "Rule",
    "ScheduleError",
    "Slot",
    "add_school_holidays",
    "describe",
    "from_dict",
    "known_school_holidays",
    "public_holidays",
    "school_holidays",
    "to_dict",
]
