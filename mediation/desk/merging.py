"""Two pages for one place: the kept one takes what the other knows; the other leads to it."""

from django.db import models, transaction
from django.dispatch import Signal
from wagtail.models import Page

from mediation import exchange
from mediation.importing import value_of
from mediation.models.place_details import PlaceClosure, PlaceNumber, PlacePhoto
from mediation.models.places import PlacePage
from mediation.opendata import FIELDS

# Sent with `kept` and `other`, inside the transaction: for what a place has only one of.
places_merged = Signal()
_OWN_ROWS = (PlaceClosure, PlacePhoto, PlaceNumber)
_NOT_TAKEN = ("id", "source", "date_maj")


@transaction.atomic
def merge(kept: PlacePage, other: PlacePage, user=None) -> None:
    """Fills what is empty on `kept`, moves what hangs on `other`, hides it; nothing is deleted."""
    row, known = exchange.row_of(other), exchange.row_of(kept)
    empty = [
        name
        for name in FIELDS
        if name not in _NOT_TAKEN and not value_of(known, name).strip("0") and value_of(row, name)
    ]
    draft = kept.get_latest_revision_as_object() if kept.has_unpublished_changes else None
    for page in filter(None, (kept, draft)):
        exchange.write(page, row, empty)
        if page.alike_id == other.pk:
            page.alike = None
    if draft:
        _hang_on(draft, other)
    PlaceNumber.objects.get_or_create(source=row.source, number=row.id, defaults={"place": kept})
    for model in _OWN_ROWS:
        model.objects.filter(place=other).update(place=kept)
    _move_what_others_hang(kept, other)
    places_merged.send(PlacePage, kept=kept, other=other)
    _keep(kept, draft, user)
    other.alike, other.merged_into = None, kept
    other.save(update_fields=["alike", "merged_into"])
    PlacePage.objects.filter(alike=other).exclude(pk=kept.pk).update(alike=kept)
    _move_drafts(PlacePage, "alike", kept, other)
    if other.live:
        other.unpublish(user=user)


def _hang_on(draft: PlacePage, other: PlacePage) -> None:
    """Closures and photos too, or publishing the draft would drop them."""
    for name in ("closures", "photos"):
        getattr(draft, name).add(*getattr(other, name).all())


def _keep(kept: PlacePage, draft: PlacePage | None, user) -> None:
    """What an editor had begun stays a draft; without one the page is published."""
    if draft:
        kept.save(clean=False)
        draft.save_revision(user=user, clean=False)  # a draft may be unfinished
        return
    revision = kept.save_revision(user=user)
    if kept.live:
        revision.publish(user=user)


def set_apart(place: PlacePage, user=None) -> None:
    """They are two places: the newer one is published."""
    place.alike = None
    place.save_revision(user=user).publish(user=user)


def _move_what_others_hang(kept: PlacePage, other: PlacePage) -> None:
    """Dates, workshops, actors: every many-to-one link that leads to a place, whoever made it."""
    for relation in PlacePage._meta.get_fields(include_hidden=True):
        model = relation.related_model if relation.auto_created else None
        if not relation.one_to_many or model in (*_OWN_ROWS, PlacePage) or model is None:
            continue
        if relation.field.model._meta.app_label in ("wagtailcore", "wagtail_localize"):
            continue
        if relation.field.remote_field.model is PlacePage and _is_place(relation.field):
            model._default_manager.filter(**{relation.field.name: other}).update(
                **{relation.field.name: kept}
            )
            if issubclass(model, Page):
                _move_drafts(model, relation.field.name, kept, other)


def _move_drafts(model: type[Page], name: str, kept: PlacePage, other: PlacePage) -> None:
    """What editors and teams have not published yet leads to the place that stays, too."""
    drafts = model._default_manager.filter(has_unpublished_changes=True)
    for page in drafts.select_related("latest_revision"):
        revision = page.latest_revision
        if revision and revision.content.get(name) == other.pk:
            revision.content[name] = kept.pk
            revision.save(update_fields=["content"])


def _is_place(field: models.Field) -> bool:
    return isinstance(field, models.ForeignKey) and not field.primary_key
