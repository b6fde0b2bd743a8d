"""The line for the national report says day, length, people, themes, level and place."""

import datetime as dt

from django.utils.translation import override

from events.space.coop import coop_line, in_hours


def test_the_line_leaves_out_what_is_not_known():
    with override("en"):
        line = coop_line(dt.date(2026, 11, 24), dt.timedelta(hours=2), 7, ["E-mail"], "", "Mairie")
    assert line == "24/11/2026 ; 2 h ; 7 people ; E-mail ; Mairie"


def test_lengths_are_said_as_people_say_them():
    assert in_hours(dt.timedelta(minutes=90)) == "1 h 30"
    assert in_hours(dt.timedelta(minutes=45)).startswith("45")
