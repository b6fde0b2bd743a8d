"""What an editor reads when a rhythm cannot be."""

from django.utils.functional import Promise


class ScheduleError(ValueError):
    """A schedule that makes no sense; `message` is translatable, `field` names what to correct."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field
