"""Addresses of searches: the present one with something added, put away or put in its place."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.http import urlencode

NOT_CARRIED = ("page",)


def address(query: QueryDict, **changes: object) -> str:
    """« ?commune=56121&theme=sante »; None takes a name out, a list sets all its values.

    A changed search begins at its first page. « from_ » stands for the name « from ».
    """
    # A page has some fifty of these: a plain dict, because a QueryDict copies itself deeply.
    kept = {name: values for name, values in query.lists() if name not in NOT_CARRIED}
    for name, value in changes.items():
        name = name.rstrip("_")
        kept.pop(name, None)
        if value is not None and value != "":
            kept[name] = [str(one) for one in _list(value)]
    return f"?{urlencode(kept, doseq=True)}"


def toggled(query: QueryDict, name: str, value: str) -> str:
    """The search with this choice added, or taken out when it is there."""
    chosen = query.getlist(name)
    values = [one for one in chosen if one != value] if value in chosen else [*chosen, value]
    return address(query, **{name: values or None})


def carried(query: QueryDict) -> str:
    """The search as it follows to a feed, another view or the other language."""
    return address(query, view=None, refine=None).removeprefix("?")


def _list(value: object) -> Iterable[object]:
    return value if isinstance(value, list | tuple) else [value]
