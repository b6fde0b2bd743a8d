"""How an object enters the index: the texts of its search fields, folded in its language."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Manager, Model
from django.utils.encoding import force_str
from modelsearch.index import AutocompleteField, BaseField, RelatedFields, SearchField

from portal.search.folding import index_text, index_words


class Folded:
    """An object as the index sees it: its title, its whole text, and its words for pickers.

    The whole text holds the title too, so that a query of several words finds them in either
    and one index serves.
    """

    def __init__(self, original: Model, language: str | None) -> None:
        self.pk = original.pk
        fields = original.get_search_fields()  # type: ignore[attr-defined]
        texts = list(_texts(original, fields, SearchField))
        title = "\n".join(text for name, text in texts if name == "title")
        self.title = index_text(title, language)
        self.body = index_text("\n".join(text for _name, text in texts), language)
        typed = (text for _name, text in _texts(original, fields, AutocompleteField))
        self.typed = index_words("\n".join(typed), language)

    def get_search_fields(self) -> list[BaseField]:
        return [_Folded("title"), _Folded("body"), _FoldedForPickers("typed")]


class _Ready:
    field_name: str

    def get_value(self, obj: Folded) -> str:
        return getattr(obj, self.field_name)


class _Folded(_Ready, SearchField):
    pass


class _FoldedForPickers(_Ready, AutocompleteField):
    pass


def _texts(obj: Model, fields: Iterable[Any], kind: type[BaseField]) -> Iterator[tuple[str, str]]:
    """The name and text of every field of a kind, those of related objects included."""
    for field in fields:
        if isinstance(field, RelatedFields):
            for related in _related(field.get_value(obj)):
                yield from (("", text) for _name, text in _texts(related, field.fields, kind))
        elif isinstance(field, kind):
            yield field.field_name, _flat(field.get_value(obj))


def _related(value: Any) -> Iterable[Model]:
    if isinstance(value, Manager):
        return value.all()
    return [] if value is None else [value]


def _flat(value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return "\n".join(map(_flat, value))
    return "" if value is None else force_str(value)
