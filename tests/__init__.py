"""The tests: sentences about what the portal does, a folder per app."""
