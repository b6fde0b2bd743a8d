"""The evaluation desk of the coordinators: a page to print, and a spreadsheet."""

import csv
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.desk import figures
from events.desk.charts import chart
from events.search.choices import LEVELS
from events.space.access import moderators_only
from portal.spreadsheets import harmless

FIRST_YEAR, LAST_YEAR = 2016, 2099


@moderators_only
def desk(request: HttpRequest) -> HttpResponse:
    """Seats offered and used, cold spots, searches in vain, Breton, places to confirm."""
    year, language = _year(request), get_language() or "fr"
    cold = figures.cold_communes()
    spoken, pages = figures.share_in_breton()
    to_confirm = figures.places_to_confirm()
    context: dict[str, Any] = {
        "year": year,
        "years": range(timezone.localdate().year - 3, timezone.localdate().year + 2),
        "tables": [
            {
                "title": title,
                "label": label,
                "chart": chart((line.label, line.used, line.offered) for line in lines),
            }
            for title, label, lines in _tables(year, language)
        ],
        "came": figures.came(year),
        "cold": [commune.name(language) for commune in cold],
        "map": {commune.code: {"level": 3} for commune in cold},
        "searches": figures.searches_in_vain(year),
        "breton": {"spoken": spoken, "pages": pages},
        "to_confirm": to_confirm[:30],
        "to_confirm_count": to_confirm.count(),
    }
    return render(request, "events/space/desk.html", context)


@moderators_only
def desk_csv(request: HttpRequest) -> HttpResponse:
    """The same tables; a small number of people is hidden, so that nobody is recognised."""
    year, language = _year(request), get_language() or "fr"
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="evaluation-{year}.csv"'
    answer.write("\ufeff")
    rows = csv.writer(answer)
    rows.writerow([_("Table"), _("Line"), _("Dates"), _("Seats offered"), _("Seats taken")])
    for title, _label, lines in _tables(year, language):
        for line in lines:
            used = line.used if line.used == 0 or line.used >= figures.FEWEST else "<5"
            rows.writerow([title, harmless(line.label), line.dates, line.offered, used])
    return answer


def _tables(year: int, language: str) -> list[tuple[str, str, list[figures.Line]]]:
    levels = {code: str(words) for code, words in dict(LEVELS).items()}
    return [
        (_("By month"), _("Month"), figures.by_month(year, language)),
        (_("By commune"), _("Commune"), figures.by_commune(year, language)),
        (_("By theme"), _("Theme"), figures.by_theme(year, language)),
        (_("By level"), _("Level"), figures.by_level(year, levels)),
    ]


def _year(request: HttpRequest) -> int:
    """The asked year, or this one when the address says nonsense."""
    asked = request.GET.get("year", "")
    now = timezone.localdate().year
    known = asked.isascii() and asked.isdigit() and FIRST_YEAR <= int(asked[:5]) <= LAST_YEAR
    return int(asked[:5]) if known else now
