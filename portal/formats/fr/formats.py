"""What Django's own French formats leave to us: the narrow space between thousands."""

THOUSAND_SEPARATOR = "\u202f"
