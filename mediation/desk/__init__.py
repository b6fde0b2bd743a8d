"""The moderators' desk for places: imports, reported errors, duplicates, what nobody confirmed."""
