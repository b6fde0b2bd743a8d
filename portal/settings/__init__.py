"""One story in four chapters: base, then dev, test or production."""
