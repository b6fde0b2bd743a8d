"""Where somebody writes from is believed of our own proxies only."""

from django.test import RequestFactory

from portal.network import address_of, network_of


def test_the_network_is_a_prefix_seen_by_our_own_proxy(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1")
    request.META["HTTP_X_FORWARDED_FOR"] = "203.0.113.9, 192.0.2.77"
    settings.TRUSTED_PROXIES = 0
    assert network_of(request) == "127.0.0.0/24"
    settings.TRUSTED_PROXIES = 1
    assert network_of(request) == "192.0.2.0/24"
    request.META["HTTP_X_FORWARDED_FOR"] = "2001:db8:1:2::3"
    assert network_of(request) == "2001:db8:1::/48"
    request.META["HTTP_X_FORWARDED_FOR"] = "nonsense"
    assert network_of(request) == "127.0.0.0/24"


def test_an_address_the_sender_wrote_himself_is_not_believed(settings):
    request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1")
    request.META["HTTP_X_FORWARDED_FOR"] = "203.0.113.9, 192.0.2.77"
    settings.TRUSTED_PROXIES = 1
    assert address_of(request) == "192.0.2.77"
    settings.TRUSTED_PROXIES = 3  # fewer hops than promised: the wire itself
    assert address_of(request) == "127.0.0.1"
