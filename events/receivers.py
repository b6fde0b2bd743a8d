"""What follows when a dated page, or what it leans on, is published, unpublished or erased."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished

from events.models import CalendarVersion, EditionPage, SchoolHoliday
from events.publishing import write_dates
from mediation.models import DatedPage, PlacePage
from portal.models import Audience, PageAudience, PageTheme, Theme

SHOWN_WITH_DATES = (DatedPage, PlacePage, EditionPage)
WORDS = (Theme, Audience, PageTheme, PageAudience, SchoolHoliday, PageViewRestriction)


def write_dates_of(sender, instance: Page, **_signal) -> None:
    """Signal page_published: only the page in the source language carries the rhythm."""
    if isinstance(instance, DatedPage) and instance.is_source:
        write_dates(instance)
    elif isinstance(instance, SHOWN_WITH_DATES):
        CalendarVersion.raise_number()


def look_again(sender, instance=None, **_signal) -> None:
    """Something shown with the dates changed."""
    if isinstance(instance, (*SHOWN_WITH_DATES, *WORDS)):
        CalendarVersion.raise_number()


def connect() -> None:
    """Called once by the app."""
    page_published.connect(write_dates_of, dispatch_uid="events.write_dates_of")
    for signal in (page_unpublished, page_slug_changed, post_delete):
        signal.connect(look_again, dispatch_uid="events.look_again")
    for model in WORDS:
        post_save.connect(look_again, sender=model, dispatch_uid=f"events.{model.__name__}")
