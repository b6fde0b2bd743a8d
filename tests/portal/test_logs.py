"""What is written in the journal: when, what failed and where; never a private link."""

import datetime as dt
import json
import logging

import pytest

from portal.logs import JsonFormatter


def line_of(record: logging.LogRecord) -> dict:
    return json.loads(JsonFormatter().format(record))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/fr/reservation/0123456789abcdef0123456789abcdef/", "reservation"),
        ("/nothing.php", "unknown"),
    ],
)
@pytest.mark.django_db
def test_an_address_is_written_as_its_pattern(client, caplog, path, said):
    client.strict = False
    client.get(path)
    (record,) = [record for record in caplog.records if record.name == "django.request"]
    line = line_of(record)
    assert path not in json.dumps(line)
    assert line["message"].startswith("Not Found: ")


def test_the_time_says_its_zone_and_the_counts_are_kept():
    record = logging.makeLogRecord({"name": "portal.privacy", "erased": {"booking": 3}})
    line = line_of(record)
    assert dt.datetime.fromisoformat(line["time"]).utcoffset() == dt.timedelta(0)
    assert line["erased"] == {"booking": 3}
