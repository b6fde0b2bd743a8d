"""Dates as the templates show them: plain rows, groups and tables, in the reader's language."""
