"""What editors and moderators do with dates in the admin."""
