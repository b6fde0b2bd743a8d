"""Logs as one JSON line an event: what failed and where, never who."""

import datetime as dt
import json
import logging

TOLD = ("account", "erased", "key", "picture", "try")  # the extra facts our own lines carry


class JsonFormatter(logging.Formatter):
    """Time (UTC), level, logger, words and traceback; no address, no form, no person."""

    def format(self, record: logging.LogRecord) -> str:
        at = dt.datetime.fromtimestamp(record.created, dt.UTC)
        line = {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _without_address(record),
        }
        line |= {name: getattr(record, name) for name in TOLD if hasattr(record, name)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def _without_address(record: logging.LogRecord) -> str:
    """An address may be somebody's private link: the pattern it matched says enough."""
    said, request = record.getMessage(), getattr(record, "request", None)
    path = getattr(request, "path", "")
    if not path:
        return said
    match = getattr(request, "resolver_match", None)
    return said.replace(path, match.route if match else "an unknown address")
