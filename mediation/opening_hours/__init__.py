"""When a place is open: the week an editor types, the truth of a moment, and its words."""

from mediation.opening_hours.osm import (
    APPOINTMENT,
    for_national_map,
    from_national_map,
    problems,
    repaired,
)
from mediation.opening_hours.prose_clock import time_ranges
from mediation.opening_hours.state import (
    Exceptional,
    Interval,
    Kind,
    State,
    is_open,
    on_day,
    state_at,
)
from mediation.opening_hours.text import Converted, convert, convert_columns
from mediation.opening_hours.week import Span, Week, from_osm, to_osm

__all__ = [
    "APPOINTMENT",
    "Converted",
    "Exceptional",
    "Interval",
    "Kind",
    "Span",
    "State",
    "Week",
    "convert",
    "convert_columns",
    "for_national_map",
    "from_national_map",
    "from_osm",
    "is_open",
    "on_day",
    "problems",
    "repaired",
    "state_at",
    "time_ranges",
    "to_osm",
]
