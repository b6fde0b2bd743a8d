"""The mediators' space: their dates, who comes, a new workshop in one screen. Telephone first."""
