"""What mediation adds to the admin."""

from mediation.desk import hooks
from mediation.network import admin

__all__ = ["admin", "hooks"]
