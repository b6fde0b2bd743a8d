"""The directory of places: what is asked, what answers, and how it is shown."""
