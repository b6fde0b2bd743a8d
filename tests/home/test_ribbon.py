"""The years on the water: each milestone has its buoy, in the order of time, on the drawing."""

from home.ribbon import EDGE, WIDTH, ribbon


def test_the_first_year_stands_on_the_left_and_the_last_on_the_right():
    drawn = ribbon([(1980, "past"), (2018, "past"), (2035, "next")], 2026)
    assert [buoy.x for buoy in drawn.buoys][::2] == [EDGE, WIDTH - EDGE]


def test_milestones_of_one_year_stand_above_each_other():
    drawn = ribbon([(1980, "past"), (2016, "past"), (2016, "past"), (2035, "next")], 2026)
    one, other = drawn.buoys[1:3]
    assert one.x == other.x
    assert one.y > other.y


def test_the_tens_of_years_are_named():
    drawn = ribbon([(1980, "past"), (2035, "next")], 2026)
    assert [mark.text for mark in drawn.years] == [
        "1980",
        "1990",
        "2000",
        "2010",
        "2020",
        "2030",
        "2035",
    ]


def test_one_year_alone_is_not_drawn():
    assert ribbon([(2016, "past"), (2016, "past")], 2026) is None


def test_a_year_outside_keeps_the_boat_on_the_water():
    assert ribbon([(1980, "past"), (2000, "past")], 2090).boat.startswith(f"M{WIDTH - EDGE - 26}")
