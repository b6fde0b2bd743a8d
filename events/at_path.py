"""Which date of a page an address beside it speaks of."""

import datetime as dt

from django.http import Http404

from events.models import Occurrence
from mediation.models import DatedPage
from portal.schedule import ZONE
from portal.schedule.recurrence import YEARS


def date_at(page: DatedPage, day: str, hour: str) -> Occurrence:
    """The date of a page that was planned for this local moment; else a 404.

    Of several (one was cancelled or moved, another put in its place) the one that takes place then.
    """
    try:
        naive = dt.datetime.strptime(f"{day} {hour}", "%Y-%m-%d %H%M")  # noqa: DTZ007
    except ValueError:
        raise Http404 from None
    if naive.year not in YEARS:
        raise Http404
    moment = naive.replace(tzinfo=ZONE)
    dates = Occurrence.objects.of_series(page.translation_key).filter(planned_at=moment)
    found = list(dates.select_related("replacement"))
    if not found:
        raise Http404
    return min(found, key=lambda date: (date.is_cancelled, date.starts_at != moment))
