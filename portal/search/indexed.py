"""What the search reads of a page, so that a new kind of page is found without any effort."""

from collections.abc import Iterable

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index


class SearchableText(models.Model):
    """A page whose every text is found: its title, its introduction, its blocks, its description.

    A page that knows more about itself (a commune's name, an address) adds it by overriding
    `searchable_words`.
    """

    search_fields = [*Page.search_fields, index.SearchField("searchable_text")]
    not_searchable = frozenset({"title", "draft_title", "slug", "url_path", "path", "seo_title"})

    class Meta:
        abstract = True

    def searchable_words(self) -> Iterable[str]:
        """The texts a resident may look for, in the language of the page."""
        for field in self._meta.get_fields():
            if field.name in self.not_searchable or not isinstance(field, _TEXTS):
                continue
            if getattr(field, "choices", None) or not field.editable:
                continue
            yield from _content(field, field.value_from_object(self))

    def searchable_text(self) -> str:
        """The words of the page as one text."""
        return "\n".join(filter(None, self.searchable_words()))


_TEXTS = (models.CharField, models.TextField, StreamField)


def _content(field: models.Field, value: object) -> list[str]:
    """The text of one field: rich text without its tags, a stream block by block."""
    if hasattr(field, "get_searchable_content"):
        return [str(text) for text in field.get_searchable_content(value)]
    return [str(value or "")]
