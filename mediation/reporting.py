"""An import told to a person: by line and by field, on a terminal or in the admin."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mediation.importing import Change, Line, Plan, Refusal
from mediation.opendata import FileError

PROBLEMS: dict[str, Promise] = {
    "missing": _("it is empty"),
    "not_a_name": _("it is not a name"),
    "ambiguous": _("several communes have this postcode"),
    "twice": _("the same number as line %(value)s"),
    "cleaned": _("HTML, formulas or signs were taken away"),
    "bad_siret": _("wrong SIRET: left out"),
    "bad_postcode": _("wrong postcode: that of the commune is used"),
    "no_coordinates": _("no usable coordinates: left out"),
    "outside_commune": _("this point is far outside the commune: left out"),
    "mobile_dropped": _("a mobile telephone is personal: left out"),
    "nominative_dropped": _("an address that names a person: left out"),
    "bad_phone": _("not a telephone number: left out"),
    "bad_email": _("not an e-mail address: left out"),
    "bad_url": _("not a web address: left out"),
    "bad_date": _("not a date, or before 2000: left out"),
    "shortened": _("too long: shortened"),
    "too_long": _("too long: left out"),
    "unknown_choice": _("not in the national list: left out"),
    "hours_left_as_prose": _(
        "these hours are not understood: kept as text, to be read by a person"
    ),
}
FILES: dict[str, Promise] = {
    "archive": _("This is an archive. Please unpack it first."),
    "empty": _("This file is empty."),
    "too_large": _("This file is too large (more than %(detail)s)."),
    "too_many_rows": _("This file has too many rows (more than %(detail)s)."),
    "missing_column": _("Columns are missing: %(detail)s."),
    "unreadable": _("This file cannot be read, from here on: %(detail)s."),
}
MOST_LINES = 200  # of each kind; the rest is counted


def refused_file(error: FileError) -> str:
    return str(FILES[error.key]) % {"detail": error.detail}


def problem(refusal: Refusal) -> str:
    """« line 12, pivot: wrong SIRET: left out (123) — Mairie »."""
    told = refusal.problem
    words = str(PROBLEMS[told.key]) % {"value": told.value}
    value = (
        f" ({told.value[:80]})" if told.value and "%(value)s" not in str(PROBLEMS[told.key]) else ""
    )
    return f"{refusal.number}, {told.field}: {words}{value} — {refusal.name}"


def change(each: Change) -> str:
    """« telephone: +332… → +332… »; says when a hand-edited value stays."""
    kept = f" ({gettext('taken over by hand: stays')})" if each.kept else ""
    return f"{each.field}: {each.before[:80] or '∅'} → {each.after[:80]}{kept}"


def summary(plan: Plan) -> list[tuple[str, int]]:
    """(words, number) of each part, for the first lines."""
    return [
        (gettext("new"), len(plan.new)),
        (gettext("changed"), len(plan.changed)),
        (gettext("gone"), len(plan.gone)),
        (gettext("probable duplicates"), len(plan.alike)),
        (gettext("the same place as a line above"), len(plan.same)),
        (gettext("refused"), len(plan.refused)),
        (gettext("put right"), len(plan.repaired)),
        (gettext("unchanged"), plan.unchanged),
        (gettext("outside the territory"), plan.elsewhere),
    ]


def sections(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    """(title, lines) of each part that has something to say; long ones are cut and counted."""
    parts = (
        (gettext("New"), [line_words(line) for line in plan.new[:MOST_LINES]], plan.new),
        (
            gettext("Changed"),
            [line_words(line) for line in plan.changed[:MOST_LINES]],
            plan.changed,
        ),
        (gettext("Gone"), [place.row.nom for place in plan.gone[:MOST_LINES]], plan.gone),
        (
            gettext("Probable duplicates: a person decides"),
            [line_words(line) for line in plan.alike[:MOST_LINES]],
            plan.alike,
        ),
        (gettext("Refused"), [problem(each) for each in plan.refused[:MOST_LINES]], plan.refused),
        (
            gettext("Put right"),
            [problem(each) for each in plan.repaired[:MOST_LINES]],
            plan.repaired,
        ),
    )
    for title, lines, all_of_them in parts:
        if len(all_of_them) > len(lines):
            lines.append(gettext("and %(number)s more") % {"number": len(all_of_them) - len(lines)})
        if lines:
            yield title, lines


def line_words(line: Line) -> str:
    told = [f"{line.number}: {line.row.nom}, {line.row.commune}"]
    if line.score:
        told.append(gettext("resembles a place we have (%(score)s of 100)") % {"score": line.score})
    return "\n      ".join([", ".join(told), *(change(each) for each in line.changes)])
