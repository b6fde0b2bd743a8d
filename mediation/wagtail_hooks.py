"""What mediation adds to the admin."""

from mediation.desk import hooks

__all__ = ["hooks"]
