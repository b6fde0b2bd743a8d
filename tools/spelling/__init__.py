"""Words of the catalogues that no dictionary knows; in `make lint` where hunspell is there."""
