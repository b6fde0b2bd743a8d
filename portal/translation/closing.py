"""What is private in French is private in Breton: the twin, or the page that stands in for it.

Wagtail copies restrictions when it makes a translation. Of a page closed later, the French one
alone would be closed, and its title and its dates still be read in Breton.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Page, PageViewRestriction

from portal.translation.cascade import is_source


def close_twins(sender, instance: PageViewRestriction, **_signal) -> None:
    """Signals post_save of a restriction, and m2m_changed of its groups."""
    if isinstance(instance, PageViewRestriction) and is_source(instance.page):
        for twin in instance.page.get_translations():
            _close(twin, instance)


def open_twins(sender, instance: PageViewRestriction, origin, **_signal) -> None:
    """Signal post_delete; a restriction that goes with its page opens nothing."""
    asked = getattr(origin, "model", type(origin))
    if asked is PageViewRestriction and is_source(instance.page):
        PageViewRestriction.objects.filter(page__in=instance.page.get_translations()).delete()


def connect() -> None:
    """Called once by the app."""
    groups = PageViewRestriction.groups.through
    post_save.connect(close_twins, PageViewRestriction, dispatch_uid="portal.close_twins")
    m2m_changed.connect(close_twins, groups, dispatch_uid="portal.close_twins")
    post_delete.connect(open_twins, PageViewRestriction, dispatch_uid="portal.open_twins")


def _close(twin: Page, restriction: PageViewRestriction) -> None:
    same = PageViewRestriction.objects.filter(page=twin.pk).first()
    same = same or PageViewRestriction(page_id=twin.pk)
    same.restriction_type, same.password = restriction.restriction_type, restriction.password
    same.save()
    same.groups.set(restriction.groups.all())
