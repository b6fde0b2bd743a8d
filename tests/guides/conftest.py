"""A site in two languages with room for guides."""

import pytest

from tests.guides.site import two_languages


@pytest.fixture
def home_pages(db):
    """{"fr": HomePage, "br": its Breton twin}"""
    return two_languages()


@pytest.fixture
def guide(home_pages):
    """One guide, « Le faux SMS du colis »."""
    from tests.guides.site import one_guide

    return one_guide(home_pages["fr"])
