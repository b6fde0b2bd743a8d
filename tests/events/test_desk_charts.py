"""Charts are arithmetic: the longest bar fills the width, and nothing divides by zero."""

from events.desk.charts import LABELS, WIDTH, chart


def test_the_longest_bar_fills_the_width():
    drawn = chart([("Lorient", 10, 20), ("Groix", 5, 5)])
    assert drawn.bars[0].whole_width == WIDTH - LABELS
    assert drawn.bars[1].value_width == (WIDTH - LABELS) / 4
    assert drawn.bars[0].share == 50
    assert (drawn.value, drawn.whole) == (15, 25)


def test_nothing_to_draw_is_still_a_drawing():
    assert chart([]).height > 0
    assert chart([("Lorient", 0, 0)]).bars[0].share == 0
