"""Django's SQLite, where writers of one process take turns (base.py)."""
