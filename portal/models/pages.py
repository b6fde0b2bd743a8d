"""What every page of the portal has."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left, Length
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageViewRestriction

from portal.search.indexed import SearchableText


def for_everyone(page: str = "") -> Q:
    """Filter of pages that anybody may read, or of rows whose `page` (« page__ ») anybody may.

    A part of their own question: Wagtail's public() asks for the restrictions in another. They are
    few, so they are gone through first, each with its page: joined to it, SQLite would go through
    all pages of the site for every row.
    """
    beginning = Left(OuterRef(OuterRef(f"{page}path")), Length("path"))
    closed = Page.objects.filter(pk=OuterRef("page"), path=beginning)
    at_or_above = PageViewRestriction.objects.filter(Exists(closed))
    return Q(**{f"{page}live": True}) & ~Exists(at_or_above)


def spoken(page: Page) -> str:
    """The language of a page’s words. An alias is French words."""
    return "fr" if page.alias_of_id else page.locale.language_code


def foreign(page: Page, language: str) -> str:
    """The language of a page’s words when it is not the reader’s."""
    return spoken(page) if spoken(page) != language else ""


class BasePage(SearchableText, Page):
    """A page of the site: a title, what it is about in a sentence or two, and its twin."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two short sentences: what the reader finds here."),
    )

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    # Subclasses add what wagtail-localize copies instead of offering for translation.
    override_translatable_fields: list = []
    # What its page always shows: foreign keys read with it, when an address leads here.
    shown_with: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def get_view_restrictions(self):
        """As Wagtail's, without asking again for the ancestors that portal.routing met."""
        way = getattr(self, "way", None)
        if way is None or any(each.alias_of_id for each in way):
            return super().get_view_restrictions()
        above = Q(page__in=[each.pk for each in way]) | Q(page__depth=1)
        return PageViewRestriction.objects.filter(above)
