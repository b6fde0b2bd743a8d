"""Which date of a page an address beside it speaks of."""

import datetime as dt

from django.http import Http404
from django.shortcuts import get_object_or_404

from events.models import Occurrence
from mediation.models import DatedPage
from portal.schedule import ZONE
from portal.schedule.recurrence import YEARS


def date_at(page: DatedPage, day: str, hour: str) -> Occurrence:
    """The date of a page that was planned for this local moment; else a 404."""
    try:
        naive = dt.datetime.strptime(f"{day} {hour}", "%Y-%m-%d %H%M")  # noqa: DTZ007
    except ValueError:
        raise Http404 from None
    if naive.year not in YEARS:
        raise Http404
    moment = naive.replace(tzinfo=ZONE)
    dates = Occurrence.objects.of_series(page.translation_key).select_related("replacement")
    return get_object_or_404(dates, planned_at=moment)
