"""What an editor reads when a calendar cannot be brought in."""

from django.utils.functional import Promise


class CalendarError(Exception):
    """Nothing was written; `message` says why and what to do."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message
