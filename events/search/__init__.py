"""The search of the calendar: a bound form, an index that counts, and what is shown of it."""
