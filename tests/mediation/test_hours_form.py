"""The weekly form of an editor: a week typed, or words, or what only the syntax can say."""

import lxml.html
import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from mediation.hours_form import HoursField

WEEKS = [
    "Mo-Fr 09:00-12:00,14:00-17:00; PH off",
    "We 09:30-12:30; PH off; SH off",
    'week 1-53/2 Mo 14:00-17:00; Tu 09:00-12:00 "sur rendez-vous"',
    "Mo-Su 00:00-24:00",
    "",
]
# Each of them lost hours, or opened all year, when something else of the place was saved.
KEPT = [
    "week 1-53/2 Mo 09:00-12:00,14:00-17:00; week 2-52/2 Mo 10:00-12:30,15:00-18:00",
    "Mo 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00",
    "week 1-53/4 Mo 09:00-12:00",
    "week 10-22 Mo-Fr 09:00-12:00",
    "week10-22 Mo 09:00-12:00; Tu 09:00-12:00",
    "week 1-53/2,10 Mo 09:00-12:00",
    "jul Mo 09:00-12:00",
    "SH off; SH Mo-Fr 09:00-12:00",
    "SH off; SH Mo-Fr 09:00-12:00; PH off",
    "PH off",
    "off",
]


def submitted(osm="", **typed):
    """What a browser sends back for the form of these hours, with these fields typed over."""
    form = lxml.html.fromstring(f"<form>{HoursField().widget.render('hours', osm)}</form>")
    fields = {name: value for name, value in form.form_values() if value}
    data = QueryDict(mutable=True)
    data.update(fields | {f"hours-{name}": value for name, value in typed.items()})
    widget = HoursField().widget
    return HoursField(required=False).clean(widget.value_from_datadict(data, {}, "hours"))


@pytest.mark.parametrize("osm", WEEKS)
def test_a_form_sent_back_untouched_changes_nothing(osm):
    once = submitted(osm)
    assert submitted(once) == once
    assert bool(once) == bool(osm)


@pytest.mark.parametrize("osm", KEPT)
def test_hours_are_not_lost_when_something_else_of_the_place_is_saved(osm):
    assert submitted(osm) == osm


def test_a_place_open_only_in_the_school_holidays_is_typed_in_the_second_table():
    typed = {"school-day-0-0-start": "09:00", "school-day-0-0-end": "12:00"}
    assert submitted(**typed) == "SH off; SH Mo 09:00-12:00"


def test_a_day_typed_is_added_to_the_week():
    typed = {"day-0-0-start": "09:00", "day-0-0-end": "12:00"}
    assert submitted("Tu 14:00-17:00", **typed) == "Mo 09:00-12:00; Tu 14:00-17:00"


def test_words_as_on_the_door_are_understood():
    assert submitted(text="du lundi au vendredi 9h-12h").startswith("Mo-Fr 09:00-12:00")


def test_what_only_the_syntax_can_say_is_kept_as_it_is():
    rich = "Mo[1] 09:00-12:00; Dec 24-26 off"
    assert submitted(rich) == rich


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"day-0-0-start": "09:00"}, "Lundi"),
        ({"day-0-0-start": "x", "day-0-0-end": "12:00"}, "Lundi"),
        (
            {
                "day-1-0-start": "09:00",
                "day-1-0-end": "12:00",
                "day-1-1-start": "11:00",
                "day-1-1-end": "14:00",
            },
            "chevauchent",
        ),
        ({"text": "quand la marée le permet"}, "ne sont pas compris"),
    ],
)
def test_hours_that_contradict_themselves_are_refused_with_the_day(typed, told):
    with pytest.raises(ValidationError) as refusal:
        submitted(**typed)
    assert told in " ".join(refusal.value.messages)
