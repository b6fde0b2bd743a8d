"""The dates a rhythm gives, shown in the page editor before anything is saved."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from events.models import SchoolHoliday
from mediation.schedule_form import ScheduleFormField
from portal import dates
from portal.schedule import Period, Recurrence, ScheduleError, describe, from_dict

MOST_SHOWN = 120


@require_POST
def schedule_preview(request: HttpRequest) -> HttpResponse:
    """A fragment: the sentence, the dates with a button to strike each, the days left out."""
    name = request.POST.get("name", "")[:60]
    field = ScheduleFormField(required=False)
    typed = field.widget.value_from_datadict(request.POST, None, name)
    try:
        stored = field.clean(typed)
        context = shown(from_dict(stored)) if stored else {}
    except ValidationError as error:
        context = {"error": error.messages[0]}
    except ScheduleError as error:
        context = {"error": error.message}
    return render(request, "events/admin/schedule_dates.html", context)


def shown(recurrence: Recurrence) -> dict[str, Any]:
    """The sentence and the dates, in the editor's language."""
    language = get_language() or "fr"
    periods = SchoolHoliday.known()
    slots = recurrence.dates(periods)
    return {
        "sentence": describe(recurrence, language),
        "total": len(slots),
        "slots": [_slot(slot, language) for slot in slots[:MOST_SHOWN]],
        "more": max(0, len(slots) - MOST_SHOWN),
        "struck": [
            {"day": day.isoformat(), "words": dates.day_in_words(day, language, year=True)}
            for day in sorted(recurrence.struck)
        ],
        "beyond": _beyond(recurrence, periods),
    }


def _slot(slot: Any, language: str) -> dict[str, Any]:
    start, last = slot.start, dates.last_day(slot.start, slot.end)
    end = slot.end if last == start.date() else None
    return {
        "day": slot.key[:10] if "+" not in slot.key else "",
        "words": dates.period_in_words(start.date(), last, language),
        "hours": "" if slot.all_day else dates.hours_in_words(start, end, language),
        "moved": slot.start != slot.planned,
    }


def _beyond(recurrence: Recurrence, periods: list[Period]) -> bool:
    """Whether the series runs past the school holidays that are known: nothing rests there."""
    if not (recurrence.skip_school_holidays and recurrence.rule):
        return False
    return recurrence.rule.until > max(period.last for period in periods)
