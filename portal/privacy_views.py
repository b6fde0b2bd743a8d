"""The register of personal data, read by anybody: a page in plain words, the official record."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from portal.privacy import treatments


def personal_data(request: HttpRequest) -> HttpResponse:
    """What we ask, why, who sees it, how long: one panel for each treatment."""
    return render(request, "portal/personal_data.html", {"treatments": treatments()})


def processing_record(request: HttpRequest) -> HttpResponse:
    """The record of processing activities (GDPR, article 30), as a spreadsheet for the DPO."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="article-30.csv"'
    answer.write("\ufeff")
    rows = csv.writer(answer)
    rows.writerow(
        [_("Processing"), _("Data"), _("Purpose"), _("Legal basis"), _("Seen by"), _("Erased")]
    )
    for treatment in treatments():
        for asked in treatment.fields:
            rows.writerow(
                [
                    treatment.title,
                    asked.what,
                    asked.purpose,
                    treatment.basis.value,
                    treatment.seen_by,
                    treatment.kept,
                ]
            )
    return answer
