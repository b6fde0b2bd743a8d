"""What all tests share: which side they run on, the strict client, the browser, the closed net."""

import os
import threading

import hypothesis
import pytest
import time_machine
from django.core.cache import cache
from django.db import connection, connections
from django.utils.translation import override

from portal.catalogues import compile_changed
from tests import browser as chromium_browser
from tests import databases
from tests.network import close_network
from tests.strict_client import StrictClient
from tests.undefined import Undefined

# Playwright keeps an event loop running in the test's thread. There Django would refuse the
# database, or open other connections than outside the loop: they belong to the thread alone.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
connections._connections = threading.local()

# How long an example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

EMPTYING_FIXTURES = {"transactional_db", "live_server"}
DATABASE_FIXTURES = {"db", "django_db_setup", *EMPTYING_FIXTURES}


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        compile_changed()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    for item in items:
        _mark(item)
    if hasattr(config, "workerinput") and "TEST_DATABASE" in os.environ:
        _share_out(config, items)


def _mark(item):
    fixtures = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    uses_database = marker or fixtures & DATABASE_FIXTURES or hasattr(item.cls, "databases")
    if {"chromium", "live_server"} <= fixtures:
        item.add_marker("browser")
    elif "chromium" in fixtures:
        item.add_marker("demo")
    elif not uses_database:
        item.add_marker("pure")
    if fixtures & EMPTYING_FIXTURES or (marker and marker.kwargs.get("transaction")):
        # These tests empty the tables: the root page and the locales are put back before each.
        item.fixturenames.append("django_db_serialized_rollback")
        if marker:  # pytest-django asks the marker, and no fixture, whether to write them down
            put_back = {**marker.kwargs, "serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**put_back), append=False)


def _share_out(config, items):
    """`make test` runs everything on two databases, and once what needs only one.

    Shared so that both sides end together: the demonstration is the longest journey.
    """
    elsewhere = {"browser", "pure", "once"} if os.environ["TEST_DATABASE"] == "sqlite" else {"demo"}
    shared = {True: [], False: []}
    for item in items:
        shared[any(mark.name in elsewhere for mark in item.iter_markers())].append(item)
    config.hook.pytest_deselected(items=shared[True])
    items[:] = shared[False]


@pytest.fixture(scope="session")
def _sqlite_copy():
    if connection.vendor != "sqlite":
        yield False
        return
    with databases.copied() as kept:
        yield kept


@pytest.fixture(scope="session")
def django_db_keepdb(_sqlite_copy):
    return _sqlite_copy


@pytest.fixture(scope="session")
def django_db_modify_db_settings(_sqlite_copy):
    """Instead of pytest-django's suffixes: each side has a database of its own already."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, _sqlite_copy):
    if connection.vendor == "sqlite" and not _sqlite_copy:
        with django_db_blocker.unblock():
            databases.keep()


@pytest.fixture(autouse=True, scope="session")
def _closed_network():
    with pytest.MonkeyPatch.context() as patch:
        close_network(patch)
        yield


@pytest.fixture(autouse=True, scope="session")
def _no_undefined_variables():
    from django.template import engines

    engines["django"].engine.string_if_invalid = Undefined()


@pytest.fixture(autouse=True)
def _in_french():
    """No test reads in the language that the one before it left."""
    with override("fr"):
        yield


@pytest.fixture
def noon(monkeypatch):
    """A Tuesday in November, with nothing kept of an earlier test, nor for a later one."""
    from events.search import snapshot
    from tests.events.calendar_examples import NOW

    monkeypatch.setattr(snapshot, "_kept", None)
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield
    cache.clear()


@pytest.fixture
def client():
    return StrictClient()


@pytest.fixture(scope="session")
def chromium():
    with chromium_browser.chromium() as browser:
        yield browser


@pytest.fixture
def visit(chromium, live_server):
    """Opens a page as a new visitor: `visit(360, java_script_enabled=False)`.

    The test fails when any of these pages logged an error or asked a foreign host.
    """
    visits = chromium_browser.Visits(chromium, live_server.url)
    yield visits
    visits.close()
    assert not visits.faults, "\n".join(visits.faults)


@pytest.fixture
def page(visit):
    """One visitor's empty page, 1280 pixels wide."""
    return visit()


@pytest.fixture
def axe():
    """`axe(page)` fails the test with everything axe finds on the page, or by fewer rules."""

    def check(page, rules=chromium_browser.AXE_RULES):
        faults = chromium_browser.axe_faults(page, rules)
        assert not faults, f"{page.url}\n" + "\n".join(faults)

    return check
