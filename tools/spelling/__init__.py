"""Words of both catalogues that no dictionary knows; part of `make lint` where hunspell is there."""
