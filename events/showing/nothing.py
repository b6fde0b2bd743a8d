"""When nothing is found: which filter to lift and what it would bring, and the nearest dates."""

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.search.asked import find
from events.search.results import Results
from events.showing.address import address
from events.showing.facets import FIXED, FLAGS, WRITTEN
from portal import territory

STEPS = (5, 10, 20)  # kilometres


def ways_out(results: Results, query: QueryDict) -> list[dict[str, str]]:
    """The filters whose lifting would bring dates, each with its number."""
    ways = _farther(results, query)
    for name in results.asked.filters():
        number = results.without(name).total
        if number:
            label = ngettext("%(filter)s: %(number)d date", "%(filter)s: %(number)d dates", number)
            words = {"filter": _without(name), "number": number}
            ways.append({"label": label % words, "url": _lifted(query, name)})
    return ways


def _farther(results: Results, query: QueryDict) -> list[dict[str, str]]:
    """The nearest dates elsewhere: the first circle around the commune that has some."""
    asked = results.asked
    if len(asked.communes) != 1:
        return []
    for km in STEPS:
        wider = type(asked)(**{**vars(asked), "within": float(km)})
        number = find(results.snapshot.index, wider, results.now).total
        if km > asked.within and number:
            commune = territory.commune(asked.communes[0])
            words = {
                "km": km,
                "commune": commune.name(results.language) if commune else "",
                "number": number,
            }
            label = ngettext(
                "Within %(km)d km (%(commune)s): %(number)d date",
                "Within %(km)d km (%(commune)s): %(number)d dates",
                number,
            )
            return [{"label": label % words, "url": address(query, within=km)}]
    return []


def _without(name: str) -> str:
    titles = {
        **{facet: title for facet, (title, _labels) in FIXED.items()},
        **WRITTEN,
        **FLAGS,
        "q": _("Words"),
        "commune": _("Commune"),
        "dates": _("Period"),
        "place": _("Place"),
    }
    return _("Without the filter « %(name)s »") % {"name": titles.get(name, name)}


def _lifted(query: QueryDict, name: str) -> str:
    if name == "dates":
        return address(query, from_=None, to=None, when=None)
    if name == "commune":
        return address(query, commune=None, within=None)
    return address(query, **{name: None})
