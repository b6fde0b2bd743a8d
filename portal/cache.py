"""A Redis that is dead or frozen never shows: the site is slower, not down."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)
PAUSE = 5.0  # seconds without asking again after a failure
WAIT = 0.25  # seconds for an answer


class FailOpenRedis(RedisCache):
    """Answers « not cached » while Redis is away, and leaves it alone for a moment."""

    closed_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        options = {"socket_timeout": WAIT, "socket_connect_timeout": WAIT}
        params["OPTIONS"] = options | params.get("OPTIONS", {})
        super().__init__(server, params)

    def _ask(self, question: Callable[[], Any], otherwise: Any) -> Any:
        if time.monotonic() < FailOpenRedis.closed_until:
            return otherwise
        try:
            return question()
        except (RedisError, OSError) as error:
            FailOpenRedis.closed_until = time.monotonic() + PAUSE
            logger.warning("cache away: %s", type(error).__name__)
            return otherwise

    def get(self, key, default=None, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).get(key, default, version), default)

    def get_many(self, keys, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).get_many(keys, version), {})

    def has_key(self, key, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).has_key(key, version), False)

    def add(self, key, value, *args, **kwargs):
        # Away, every lock is granted and every budget is full: visitors come first.
        return self._ask(lambda: super(FailOpenRedis, self).add(key, value, *args, **kwargs), True)

    def set(self, key, value, *args, **kwargs):
        return self._ask(lambda: super(FailOpenRedis, self).set(key, value, *args, **kwargs), None)

    def set_many(self, data, *args, **kwargs):
        return self._ask(lambda: super(FailOpenRedis, self).set_many(data, *args, **kwargs), [])

    def touch(self, key, *args, **kwargs):
        return self._ask(lambda: super(FailOpenRedis, self).touch(key, *args, **kwargs), False)

    def incr(self, key, delta=1, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).incr(key, delta, version), delta)

    def delete(self, key, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).delete(key, version), False)

    def delete_many(self, keys, version=None):
        return self._ask(lambda: super(FailOpenRedis, self).delete_many(keys, version), None)

    def clear(self):
        return self._ask(lambda: super(FailOpenRedis, self).clear(), False)
