"""The kinds of page a resident can tell apart, in the order the results show them."""

from django.contrib.contenttypes.models import ContentType
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

# By the beginning of the model's name: GuidePage is a guide; whatever is not here is a page.
KINDS: dict[str, str | Promise] = {
    "guide": _("Guides"),
    "workshop": _("Workshops"),
    "event": _("Events"),
    "place": _("Places"),
    "edition": _("Digital weeks"),
    "actor": _("Who does what"),
    "page": _("Pages"),
}


def kind_of_model(model_name: str) -> str:
    """The kind of a page model: « placepage » is a place, « homepage » a page."""
    name = model_name.removesuffix("page")
    return name if name in KINDS else "page"


def kinds_by_content_type() -> dict[int, str]:
    """The kind of every content type of page; Django keeps the rows, so this asks them once."""
    types = ContentType.objects.get_for_models(*get_page_models())
    return {row.pk: kind_of_model(row.model) for row in types.values()}
