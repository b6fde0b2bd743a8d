"""The dates of a page in the admin: each can be cancelled, moved, marked full."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from events.editing.date_forms import DateForm
from events.models import Occurrence
from portal import dates
from portal.schedule import ScheduleError


def page_dates(request: HttpRequest, page_id: int) -> HttpResponse:
    """The dates of a dated page, those to come first."""
    page = _editable(request, page_id)
    rows = Occurrence.objects.filter(page=page).select_related("replacement")
    context = {
        "page": page,
        "coming": [_shown(row) for row in rows.upcoming()],
        "past": [_shown(row) for row in rows.past().order_by("-starts_at")[:50]],
    }
    return TemplateResponse(request, "events/admin/page_dates.html", context)


def change_date(request: HttpRequest, pk: int) -> HttpResponse:
    """One date: what befell it."""
    date = get_object_or_404(Occurrence, pk=pk)
    page = _editable(request, date.page_id)
    form = DateForm(request.POST or None, date=date)
    if form.is_valid():
        try:
            form.save()
        except ScheduleError:
            pass
        else:
            messages.success(request, _("The date is changed, everywhere."))
            return redirect("page_dates", page.pk)
    context = {"page": page, "form": form, "shown": _shown(date)}
    return TemplateResponse(request, "events/admin/change_date.html", context)


def _editable(request: HttpRequest, page_id: int) -> Page:
    """The page, when this person may edit it."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def _shown(date: Occurrence) -> dict[str, object]:
    start, end = date.local_start, date.local_end
    return {
        "pk": date.pk,
        "words": dates.date_in_words(start, end, "fr", all_day=date.all_day),
        "state": date.get_state_display(),
        "changed": date.state != Occurrence.State.SCHEDULED,
        "reason": date.reason,
        "taken": date.taken,
        "capacity": date.capacity,
    }
