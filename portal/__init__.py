"""The ground everyone stands on."""
