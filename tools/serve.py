"""Brings the database up to date and serves the site: the second half of `make run`.

All in one process, because starting Django costs seconds. While you change the code, use
`.venv/bin/python manage.py runserver` instead, which restarts by itself.
"""

import os
import socket
import sys
import threading
from functools import partial

import django
from django.contrib.staticfiles.management.commands.runserver import Command as RunServer
from django.core.management import call_command
from django.db import DatabaseError, connection

from portal.catalogues import compile_changed

HOST = "127.0.0.1"


def main(port: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.dev"
    check_port(port)
    os.environ.setdefault("BASE_URL", f"http://{HOST}:{port}")
    compile_changed()
    start_django()
    check_database()
    print("Bringing the database up to date…", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", if_empty=True)
    send_messages()
    call_command(Server(), f"{HOST}:{port}", use_reloader=False, use_static_handler=False)


def send_messages() -> None:
    """What a timer does in production; in development messages are written on this screen."""
    watch = partial(call_command, "send_outbox", watch=True)
    threading.Thread(target=watch, daemon=True).start()


def check_port(port: str) -> None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.exit(f"PORT={port} is not a port: choose a number from 1024 to 65535.")
    try:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, int(port)))
    except OSError as error:
        why = "is not yours to use" if isinstance(error, PermissionError) else "is busy"
        sys.exit(f"Port {port} {why}: choose another one, for instance make run PORT=8001.")


def start_django() -> None:
    try:
        django.setup()
        connection.vendor  # noqa: B018 - the address is only read when it is first needed
    except Exception as error:
        if "DATABASE_URL" not in os.environ:
            raise
        refuse_database(error)


def check_database() -> None:
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        refuse_database(error)


def refuse_database(error: Exception) -> None:
    reason = str(error).strip().splitlines()[0]
    sys.exit(
        f"The database does not answer ({reason}): start it, correct DATABASE_URL,"
        " or unset DATABASE_URL to use the embedded one."
    )


class Server(RunServer):
    """Django's own server, which says where the visitor and the editor go once it listens."""

    def on_bind(self, server_port: int) -> None:
        address = f"http://{HOST}:{server_port}"
        print(f"\nThe site:         {address}/\nEditors sign in:  {address}/admin/", flush=True)
        call_command("demo", accounts=True)
        print("\nStop with Ctrl-C.", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
