"""A number typed in any way is kept in one, and read in pairs."""

import pytest

from portal.telephones import e164, spoken


@pytest.mark.parametrize(
    "typed",
    ["02 97 02 22 00", "0297022200", "02.97.02.22.00", "+33 2 97 02 22 00", "02-97-02-22-00"],
)
def test_a_number_of_here_is_kept_in_one_form_and_read_in_pairs(typed):
    assert e164(typed) == "+33297022200"
    assert spoken(e164(typed)) == spoken(typed) == "02\u00a097\u00a002\u00a022\u00a000"


def test_a_number_of_abroad_is_read_with_its_country():
    assert spoken(e164("+44 20 7946 0018")) == "+44\u00a020\u00a07946\u00a00018"


@pytest.mark.parametrize("typed", ["", "12", "bonjour", "02 97"])
def test_what_cannot_be_a_number_is_not_kept(typed):
    assert e164(typed) == ""


@pytest.mark.parametrize("contact", ["", "mairie@example.org", "bonjour"])
def test_what_is_no_number_reads_as_it_is(contact):
    assert spoken(contact) == contact
