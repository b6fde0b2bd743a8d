"""The guard of fetched addresses: https, public, small, quick, again after each redirect."""

import http.client
import socket

import pytest

from events.imports import fetch as fetching
from events.imports.errors import CalendarError
from events.imports.fetch import fetch


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.ics",
        "ftp://example.org/a.ics",
        "file:///etc/passwd",
        "https://user@example.org/",
        "https://example.org:8443/",
        "https://",
        "https://[::1",
        "https://example.org/\r\nHost: x",
        "javascript:alert(1)",
        "",
    ],
)
def test_only_plain_https_is_asked(address):
    with pytest.raises(CalendarError):
        fetch(address)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fc00::1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
    ],
)
def test_no_machine_of_a_private_network_is_asked(monkeypatch, number):
    answers_with(monkeypatch, number)
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    answers_with(monkeypatch, "93.184.216.34", "10.0.0.1")
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    answers_with(monkeypatch, "93.184.216.34")
    asked = served(monkeypatch, answer(200, b"BEGIN:VCALENDAR"))
    assert fetch("webcal://agenda.example/a?b=c") == b"BEGIN:VCALENDAR"
    assert asked == [("agenda.example", "93.184.216.34", "/a?b=c")]


def test_a_redirect_to_the_inside_is_refused(monkeypatch):
    inside = {"agenda.example": "93.184.216.34", "intranet.example": "10.0.0.1"}
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *_a, **_k: [(0, 0, 0, "", (inside[host], 443))]
    )
    served(monkeypatch, answer(302, b"", "https://intranet.example/"))
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")


def test_redirects_end(monkeypatch):
    answers_with(monkeypatch, "93.184.216.34")
    asked = served(monkeypatch, *[answer(302, b"", "/again") for _n in range(20)])
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")
    assert len(asked) == fetching.MOST_REDIRECTS + 1


def test_a_large_answer_is_cut_off(monkeypatch):
    answers_with(monkeypatch, "93.184.216.34")
    served(monkeypatch, answer(200, b"x" * (fetching.MOST_BYTES + 1)))
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")


def test_a_slow_answer_is_cut_off(monkeypatch):
    answers_with(monkeypatch, "93.184.216.34")
    served(monkeypatch, answer(200, b"x" * 200_000))
    monkeypatch.setattr(fetching, "MOST_SECONDS", -1)
    with pytest.raises(CalendarError):
        fetch("https://agenda.example/")


def answers_with(monkeypatch, *numbers):
    found = [(0, 0, 0, "", (number, 443)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_k: found)


def answer(status, body, location=""):
    head = f"HTTP/1.1 {status} x\r\nContent-Length: {len(body)}\r\n"
    return (head + (f"Location: {location}\r\n" if location else "") + "\r\n").encode() + body


class Wire:
    """A socket that answers one prepared response."""

    def __init__(self, content):
        self.content = content

    def sendall(self, _data):
        pass

    def makefile(self, *_args):
        import io

        return io.BytesIO(self.content)

    def close(self):
        pass


def served(monkeypatch, *answers):
    asked, left = [], list(answers)

    def connect(self):
        self.sock = Wire(left.pop(0))

    def request(self, method, target, headers):
        asked.append((self.host, self._address, target))
        http.client.HTTPConnection.request(self, method, target, headers=headers)

    monkeypatch.setattr(fetching._Pinned, "connect", connect)
    monkeypatch.setattr(fetching._Pinned, "request", request)
    return asked
