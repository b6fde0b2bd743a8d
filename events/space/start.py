"""What the space adds when the app is ready."""

from events.space import personal_data


def start() -> None:
    personal_data.declare()
