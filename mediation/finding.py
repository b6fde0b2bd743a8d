"""The search learns of a place when it is saved; an import teaches it all its places at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models.signals import post_delete, post_save
from modelsearch.backends import get_search_backends
from modelsearch.signal_handlers import post_delete_signal_handler, post_save_signal_handler

A_GROUP = 500  # places
_waiting: ContextVar[dict[int, Any] | None] = ContextVar("waiting", default=None)


def watch_places(model: type) -> None:
    """Called once, when the app is ready; `model.search_auto_update` is off, so this is all."""
    post_save.connect(_saved, sender=model, dispatch_uid="mediation.finding.saved")
    post_delete.connect(post_delete_signal_handler, sender=model, dispatch_uid="mediation.finding")


@contextmanager
def all_at_once() -> Iterator[None]:
    """What is saved inside is found from the end of the block on."""
    waiting: dict[int, Any] = {}
    token = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(token)
    _teach(list(waiting.values()))


def _saved(instance: Any, **kwargs: Any) -> None:
    waiting = _waiting.get()
    if waiting is None:
        post_save_signal_handler(instance, **kwargs)
    else:
        waiting[instance.pk] = instance


def _teach(places: list[Any]) -> None:
    for backend in get_search_backends(with_auto_update=True):
        for start in range(0, len(places), A_GROUP):
            group = places[start : start + A_GROUP]
            backend.add_bulk(type(group[0]), group)
