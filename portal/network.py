"""Where a request comes from, behind as many proxies as we run ourselves."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The sender's address, as seen by our own outermost proxy; else that of the wire.

    What stands further left in X-Forwarded-For was written by the sender: it is not believed.
    """
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    on_the_wire = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES or len(hops) < settings.TRUSTED_PROXIES:
        return on_the_wire
    try:
        return str(ip_address(hops[-settings.TRUSTED_PROXIES].strip()))
    except ValueError:
        return on_the_wire


def network_of(request: HttpRequest) -> str:
    """The sender's network (IPv4 /24, IPv6 /48); "" behind a socket without an address."""
    address = address_of(request)
    if not address:
        return ""
    prefix = 24 if ip_address(address).version == 4 else 48
    return str(ip_network(f"{address}/{prefix}", strict=False))
