"""Bringing in a partner's calendar: first what it would change, then the button that writes it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events.imports.applying import write
from events.imports.difference import difference
from events.imports.errors import CalendarError
from events.imports.fetch import MOST_BYTES, fetch
from events.imports.reading import read
from events.models import CalendarSource


class CalendarFileForm(forms.Form):
    """A file, when the source has no address or somebody sent one."""

    file = forms.FileField(label=gettext_lazy("Calendar file (.ics)"), required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(_("This calendar is larger than 5 megabytes."))
        return file


def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """GET offers a file or the address; « look » shows the difference; « write » writes it."""
    if not request.user.has_perm("events.change_calendarsource"):
        raise PermissionDenied
    source = get_object_or_404(CalendarSource, pk=pk)
    form = CalendarFileForm(request.POST or None, request.FILES or None)
    context = {"source": source, "form": form}
    if form.is_valid():
        try:
            if "write" in request.POST:
                return _write(request, source)
            context |= _look(source, form.cleaned_data["file"])
        except CalendarError as error:
            form.add_error(None, error.message)
    return TemplateResponse(request, "events/admin/bring_in.html", context)


def _look(source: CalendarSource, file) -> dict[str, object]:
    """Reads the file or the address, keeps it, and tells what it would change."""
    content = file.read() if file else fetch(source.address)
    reading = read(content, timezone.localdate())
    source.pending = content.decode("utf-8", "replace").replace("\x00", "")
    source.save(update_fields=["pending"])
    return {"changes": difference(source, reading.series), "notes": reading.notes, "looked": True}


def _write(request: HttpRequest, source: CalendarSource) -> HttpResponse:
    """What was shown is read again, so that nobody else's change in between is lost."""
    if not source.pending:
        raise CalendarError(_("Please look at the changes first."))
    reading = read(source.pending.encode(), timezone.localdate())
    changes = difference(source, reading.series)
    done = write(source, changes, cancel_gone="cancel_gone" in request.POST, user=request.user)
    numbers = {"new": done["new"], "changed": done["changed"], "gone": done["gone"]}
    said = _("%(new)d new, %(changed)d changed, %(gone)d cancelled.") % numbers
    messages.success(request, said)
    return redirect("bring_in", source.pk)
