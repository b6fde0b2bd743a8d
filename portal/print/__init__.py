"""Posters, leaflets and handouts: plain data in, tagged PDF out. Nothing here knows a model."""
