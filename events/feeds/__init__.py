"""Dates carried elsewhere: the same rows as iCalendar, RSS, JSON, CSV and schema.org.

Pure: plain rows in, bytes out; nothing here asks the database.
"""
