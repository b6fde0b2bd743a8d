"""The drawn map of links: everything is on it, nothing on top of another, always the same."""

from itertools import pairwise

from mediation.network.drawing import LEFT, RIGHT, ROW, Knot, draw


def knots(actors: int, initiatives: int) -> list[Knot]:
    return [
        Knot(f"{side}{number}", f"Nom {number}", side == "i")
        for side, count in (("a", actors), ("i", initiatives))
        for number in range(count)
    ]


def test_actors_stand_on_the_left_and_initiatives_on_the_right():
    drawing = draw(knots(3, 2), [])
    assert {each.x for each in drawing.placed if each.knot.is_initiative} == {RIGHT}
    assert {each.x for each in drawing.placed if not each.knot.is_initiative} == {LEFT}


def test_no_name_covers_another():
    drawing = draw(knots(20, 9), [])
    for side in (LEFT, RIGHT):
        heights = sorted(each.y for each in drawing.placed if each.x == side)
        assert all(below - above >= ROW for above, below in pairwise(heights))


def test_each_link_is_one_line_also_on_the_same_side():
    drawing = draw(knots(2, 1), [("a0", "leads", "i0"), ("a0", "works_with", "a1")])
    assert [thread.kind for thread in drawing.threads] == ["leads", "works_with"]
    assert all(thread.path.startswith("M") for thread in drawing.threads)


def test_the_most_linked_stands_in_the_middle():
    links = [("a4", "leads", "i0"), ("a4", "leads", "i1"), ("a4", "works_with", "a0")]
    drawing = draw(knots(5, 2), links)
    actors = [each.knot.key for each in drawing.placed if not each.knot.is_initiative]
    assert actors[2] == "a4"


def test_a_lonely_knot_and_an_empty_network_are_drawn_too():
    assert draw(knots(1, 0), []).placed[0].knot.key == "a0"
    assert draw([], []).height > 0
