"""`make bench`: what every kind of page costs, small and large, on both databases."""
