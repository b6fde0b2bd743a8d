"""SQLite lets one writer in, and the others look again after longer and longer naps: of fifty
people who book at once, the unlucky ones wait more than a second while nobody writes. Here the
writers of one process stand in a queue and wake at once; SQLite's own lock stands behind it.
"""

import os
from collections import defaultdict
from threading import Lock
from typing import Any

from django.db import OperationalError
from django.db.backends.sqlite3 import base

_queues: dict[str, Any] = defaultdict(Lock)
# A process born in the middle of somebody's turn would wait for it for ever.
os.register_at_fork(after_in_child=_queues.clear)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection; its turn lasts from BEGIN to COMMIT or ROLLBACK."""

    _turn: Any = None  # the queue this connection holds, between BEGIN and its end

    def _start_transaction_under_autocommit(self) -> None:
        queue = _queues[str(self.settings_dict["NAME"])]
        patience = self.settings_dict["OPTIONS"].get("timeout", 5)
        if not queue.acquire(timeout=patience):
            raise OperationalError("database is locked")
        self._turn = queue
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:
            self._end_turn()
            raise

    def _commit(self) -> Any:
        try:
            return super()._commit()
        finally:
            self._end_turn()

    def _rollback(self) -> Any:
        try:
            return super()._rollback()
        finally:
            self._end_turn()

    def _close(self) -> Any:
        try:
            return super()._close()
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.release()
