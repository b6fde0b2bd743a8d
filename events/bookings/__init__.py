"""Booking a seat with almost no personal data: seats, messages, the person's own page."""
