"""The network: who makes the digital of the territory, and the links between them."""
