"""A loop at any depth of calls asks the system for no memory."""

from resource import RUSAGE_SELF, getrusage

from portal.stack import roomy

TURNS = 100


def calls(depth: int) -> None:
    if depth:
        calls(depth - 1)


def loops(depth: int) -> None:
    """A hundred short calls at each depth, as templates within templates."""
    for _turn in range(TURNS):
        calls(3)
    if depth:
        loops(depth - 1)


def faults(call) -> int:
    """Pages of memory the system gave for the second call."""
    call(400)
    before = getrusage(RUSAGE_SELF).ru_minflt
    call(400)
    return getrusage(RUSAGE_SELF).ru_minflt - before


def test_loops_at_every_depth_pay_for_no_memory():
    assert faults(roomy(loops)) < TURNS


def test_what_is_given_and_answered_goes_through():
    assert roomy(max)(3, 7) == 7
