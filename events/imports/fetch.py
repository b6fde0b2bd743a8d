"""Fetches an address a partner gave, and nothing else: never a machine of our own network.

Server-side request forgery (OWASP A10): the name is resolved once, every address it has must be
public, and the connection goes to that very address, again after each redirect.
"""

import http.client
import ipaddress
import socket
import ssl
import time
from urllib.parse import urljoin, urlsplit

from django.utils.translation import gettext_lazy as _

from events.imports.errors import CalendarError

MOST_BYTES = 5 * 1024 * 1024
MOST_SECONDS = 10
MOST_REDIRECTS = 5
ACCEPT = "text/calendar, */*;q=0.1"


def fetch(address: str) -> bytes:
    """The bytes behind an https address. Raises CalendarError with a sentence.

    « webcal: » is what calendars write for https.
    """
    deadline = time.monotonic() + MOST_SECONDS
    for _hop in range(MOST_REDIRECTS + 1):
        answer = _ask(address, deadline)
        if isinstance(answer, bytes):
            return answer
        address = urljoin(address, answer)
    raise CalendarError(_("This address leads from one to the next without end."))


def _ask(address: str, deadline: float) -> bytes | str:
    """The content, or the address it moved to."""
    host, target = _split(address)
    connection = _Pinned(host, _public_address(host), deadline)
    try:
        connection.request("GET", target, headers={"Accept": ACCEPT, "User-Agent": "portal-import"})
        response = connection.getresponse()
        if response.status in (301, 302, 303, 307, 308):
            return response.getheader("Location") or ""
        if response.status != 200:
            raise CalendarError(_("The address answers: %s.") % response.status)
        return _read(response, deadline)
    except (OSError, http.client.HTTPException) as error:
        raise CalendarError(_("The address does not answer. Please try again later.")) from error
    finally:
        connection.close()


def _split(address: str) -> tuple[str, str]:
    """The host and the path with its query, of an https address that hides nothing."""
    refused = CalendarError(_("Only an address that begins with https:// can be fetched."))
    try:
        parts = urlsplit(address.strip().replace("webcal://", "https://", 1))
        plain = parts.scheme == "https" and parts.hostname and not parts.username
        if not plain or parts.port not in (None, 443):
            raise refused
        host = (parts.hostname or "").encode("idna").decode()
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        target.encode("ascii")
    except ValueError as error:
        raise refused from error
    if any(sign <= " " or sign == "\x7f" for sign in target):
        raise refused
    return host, target


def _public_address(host: str) -> str:
    """One address of a host whose addresses are all public."""
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise CalendarError(_("This address does not exist.")) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(map(_is_public, addresses)):
        raise CalendarError(_("This address is not a public one."))
    return addresses[0]


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.split("%")[0])
    inner = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    real = inner or number
    return real.is_global and not real.is_multicast and not real.is_reserved


def _read(response: http.client.HTTPResponse, deadline: float) -> bytes:
    parts, size = [], 0
    while part := response.read1(65536):
        size += len(part)
        if size > MOST_BYTES:
            raise CalendarError(_("This calendar is larger than 5 megabytes."))
        if time.monotonic() > deadline:
            raise TimeoutError
        parts.append(part)
    return b"".join(parts)


class _Pinned(http.client.HTTPSConnection):
    """A connection to an address already checked, with the certificate of the host's name."""

    def __init__(self, host: str, address: str, deadline: float) -> None:
        self._context = ssl.create_default_context()
        super().__init__(host, timeout=max(0.1, deadline - time.monotonic()), context=self._context)
        self._address = address

    def connect(self) -> None:
        plain = socket.create_connection((self._address, 443), self.timeout)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)
