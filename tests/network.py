"""Closes the network to the tests: this machine only."""

import socket

import pytest

LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0", "", None}


def close_network(patch: pytest.MonkeyPatch) -> None:
    """`pytest.fail` is no Exception: the code under test cannot swallow it."""
    connect, connect_ex, look_up = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def check(host):
        name = host.decode() if isinstance(host, bytes) else host
        if name not in LOCAL and not str(name).startswith("127."):
            pytest.fail(f"a test reached for the network: {name}")

    def guarded(method):
        def call(self, address):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                check(address[0])
            return method(self, address)

        return call

    def guarded_look_up(host, *arguments, **options):
        check(host)
        return look_up(host, *arguments, **options)

    patch.setattr(socket.socket, "connect", guarded(connect))
    patch.setattr(socket.socket, "connect_ex", guarded(connect_ex))
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
