"""A partner's calendar brought in: fetched with care, read line by line, shown before written."""
