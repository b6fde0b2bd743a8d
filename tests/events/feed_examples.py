"""Rows for the tests of feeds."""

import datetime as dt
import uuid

from events.feeds.rows import Feed, FeedRow, Said, Venue
from portal.schedule import ZONE

NAMESPACE = uuid.UUID("5b6d3c9e-6c35-4f55-9d5c-3f8e3c0a7a10")
LIBRARY = Venue(
    "Médiathèque François-Mitterrand",
    "4 place François-Mitterrand",
    "56100",
    "Lorient",
    "56121",
    (47.7482, -3.3702),
)
CHANGED = dt.datetime(2026, 9, 1, 8, tzinfo=dt.UTC)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZONE)


def a_row(start: str, series: str = "atelier", hours: float | None = 2, **more) -> FeedRow:
    begin = at(start)
    end = (begin.replace(tzinfo=None) + dt.timedelta(hours=hours or 0)).replace(tzinfo=ZONE)
    title = f"Atelier « {series} » : pas à pas, sans stress"
    values = {
        "series": str(uuid.uuid5(NAMESPACE, series)),
        "key": f"{begin:%Y-%m-%d}",
        "said": {
            "fr": Said(title, f"https://portail.test/fr/{series}/", "Apportez rien ; c'est prêté.")
        },
        "start": begin,
        "end": None if hours is None else end,
        "planned": begin,
        "url": f"https://portail.test/fr/{series}/{begin:%Y-%m-%d-%H%M}/",
        "venue": LIBRARY,
        "themes": ("Démarches",),
        "created": CHANGED,
        "changed": CHANGED,
        "capacity": 8,
        "seats_left": 3,
    }
    return FeedRow(**{**values, **more})


def tuesdays(count: int = 8, start: str = "2026-10-06T14:00", **more) -> list[FeedRow]:
    first = at(start).replace(tzinfo=None)
    days = [first + dt.timedelta(weeks=n) for n in range(count)]
    return [a_row(f"{day:%Y-%m-%dT%H:%M}", **more) for day in days]


def a_feed(*rows: FeedRow, language: str = "fr") -> Feed:
    return Feed(
        title="Agenda du Pays de Lorient",
        url="https://portail.test/fr/agenda/",
        source="https://portail.test/fr/agenda/feed.ics?commune=56121",
        language=language,
        host="portail.test",
        rows=list(rows),
        description="Les dates près de chez vous",
    )
