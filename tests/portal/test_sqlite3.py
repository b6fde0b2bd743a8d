"""Writers of one process take turns on SQLite; a turn always ends."""

from contextlib import suppress

import pytest
from django.db import OperationalError, connection, transaction

from portal.sqlite3 import base

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has its own queues"),
]


@pytest.fixture
def queue():
    return base._queues[str(connection.settings_dict["NAME"])]


def test_a_turn_lasts_as_long_as_its_transaction(queue):
    with transaction.atomic():
        assert queue.locked()
        with transaction.atomic():
            assert queue.locked()
        assert queue.locked()
    assert not queue.locked()


def test_a_turn_ends_when_everything_goes_wrong(queue):
    with suppress(ZeroDivisionError), transaction.atomic():
        raise ZeroDivisionError
    assert not queue.locked()
    with suppress(Exception), transaction.atomic():
        connection.close()
    assert not queue.locked()


def test_whoever_waited_too_long_is_told_as_by_sqlite_itself(queue, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.05)
    with queue, pytest.raises(OperationalError, match="locked"), transaction.atomic():
        pytest.fail("it went in")
    with transaction.atomic():
        assert queue.locked()
