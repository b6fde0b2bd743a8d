"""The evaluation desk: what was offered, what was used, where nothing happens. Counts only."""
