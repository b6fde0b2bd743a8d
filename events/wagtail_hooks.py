"""The calendar's part of the admin: dates of a page, proposals, partners' calendars, holidays."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from events.bookings.leaving import left_behind
from events.editing import date_views, import_views, preview, proposal_views
from events.models import CalendarSource, EventPage, Proposal, SchoolHoliday
from mediation.models import DatedPage


@hooks.register("register_admin_urls")
def calendar_urls():
    return [
        path("schedule/preview/", preview.schedule_preview, name="schedule_preview"),
        path("dates/<int:page_id>/", date_views.page_dates, name="page_dates"),
        path("dates/change/<int:pk>/", date_views.change_date, name="change_date"),
        path("calendars/<int:pk>/import/", import_views.bring_in, name="bring_in"),
        path("proposals/<int:pk>/answer/", proposal_views.answer, name="answer_proposal"),
    ]


@hooks.register("register_page_header_buttons")
def dates_in_header(page, user, view_name, next_url=None):
    """« Dates », in the menu of a dated page."""
    return _dates_button(page, user)


@hooks.register("register_page_listing_more_buttons")
def dates_in_listing(page, user, next_url=None):
    """The same in the list of pages."""
    return _dates_button(page, user)


def _dates_button(page, user):
    is_dated = page.pk and issubclass(page.specific_class or type(page), DatedPage)
    if is_dated and page.permissions_for_user(user).can_edit():
        source = page.specific.source_page
        yield Button(_("Dates"), reverse("page_dates", args=[source.pk]), icon_name="date")


@hooks.register("before_delete_page")
def nobody_is_left_by_a_deletion(request, page):
    """A page that goes takes its bookings along, and those of the pages below it."""
    return _cancel_dates_first(request, [page], with_those_below=True)


@hooks.register("before_unpublish_page")
def nobody_comes_to_a_page_offline(request, page):
    """The pages below stay, unless the editor ticked them too."""
    return _cancel_dates_first(request, [page], "include_descendants" in request.POST)


@hooks.register("before_bulk_action")
def nobody_is_left_by_several(request, action_type, objects, action):
    """The same for pages chosen in a list."""
    if action.model is Page and action_type in ("delete", "unpublish"):
        below = action_type == "delete" or "include_descendants" in request.POST
        return _cancel_dates_first(request, objects, below)


def _cancel_dates_first(request, pages, with_those_below):
    """The way to the dates, when people have booked some that are to come."""
    booking = left_behind(pages, with_those_below)
    if booking is None:
        return None
    page = booking.occurrence.page
    words = _(
        "« %(title)s »: people have booked dates that are to come. Cancel these dates first, and "
        "call those who left a telephone: a page that goes tells nobody."
    )
    messages.error(request, words % {"title": page.title})
    return redirect("page_dates", page.pk)


class LinkColumn(TitleColumn):
    """A column whose words are always the same link."""

    def __init__(self, name, words, url_name):
        self.words = words
        super().__init__(name, label="", accessor=self.say, url_name=url_name)

    def say(self, instance):
        return self.words


class SchoolHolidayViewSet(ModelViewSet):
    model = SchoolHoliday
    icon = "date"
    form_fields = ["name", "first", "last"]
    list_display = ["name", "first", "last"]


class CalendarSourceViewSet(ModelViewSet):
    model = CalendarSource
    icon = "download"
    form_fields = ["name", "address", "place", "commune", "refresh"]
    list_display = [
        "name",
        "refreshed_at",
        LinkColumn("bring_in", _("Look what would change"), "bring_in"),
    ]

    def get_form_class(self, for_update=False):
        usual = super().get_form_class(for_update)
        return type(usual.__name__, (NameThatStays, usual), {})


class NameThatStays:
    """Events brought in are known by the name of their calendar: it is not changed after them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk and EventPage.objects.filter(source=self.instance.name).exists():
            self.fields["name"].disabled = True


class ProposalViewSet(ModelViewSet):
    model = Proposal
    icon = "form"
    form_fields = ["title", "summary", "organizer", "commune", "venue", "day", "starts", "ends"]
    list_display = [
        "title",
        "edition",
        "state",
        "made_at",
        LinkColumn("answer", _("Read and answer"), "answer_proposal"),
    ]
    list_filter = ["state"]


class CalendarGroup(ViewSetGroup):
    menu_label = _("Calendar")
    menu_icon = "date"
    menu_order = 300
    items = (
        ProposalViewSet("proposals"),
        CalendarSourceViewSet("calendar_sources"),
        SchoolHolidayViewSet("school_holidays"),
    )


@hooks.register("register_admin_viewset")
def calendar_group():
    return CalendarGroup()
