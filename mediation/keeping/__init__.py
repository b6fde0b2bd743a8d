"""Keeping it true: reported errors, the partners' yearly answer, duplicates."""
