"""The help finder: three plain questions, then who to call, where to go, what to read."""
