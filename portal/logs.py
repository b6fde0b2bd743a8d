"""Logs as one JSON line an event: what failed and where, never who."""

import json
import logging


class JsonFormatter(logging.Formatter):
    """Time, level, logger, words and traceback; no address, no form, no person."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
