"""The guard is guarded: a page with a fault must be seen."""

import socket

import pytest
from django.template import Context, Engine, Origin, Template

from tests.strict_client import page_faults
from tests.undefined import TEMPLATES, Undefined

GOOD = '<!doctype html><html lang="fr"><body><h1>Agenda</h1>{}</body></html>'


@pytest.mark.parametrize(
    "body",
    [
        "<p>Bonjour</p>",
        '<script src="/static/js/a.js" type="module"></script>',
        '<script nonce="x">1</script><script type="application/ld+json">{}</script>',
        '<a href="https://www.cnil.fr/">CNIL</a>',
        '<link rel="alternate" hreflang="br" href="https://portal.example/br/">',
        '<img src="/media/a.webp" alt="">',
    ],
)
def test_a_good_page_has_no_fault(body):
    assert not list(page_faults(GOOD.format(body)))


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<h1>Encore</h1>", "2 <h1> instead of one"),
        ("<p>{{ page.title }}</p>", "a stray template tag: '{{ page.title }}"),
        ('<a href="/" onclick="x()">a</a>', "inline onclick on <a>"),
        ('<p style="color:red">a</p>', "inline style on <p>"),
        ("<script>1</script>", "inline <script> without nonce"),
        ("<style>p{}</style>", "inline <style> without nonce"),
        ('<img src="https://cdn.example/a.png" alt="">', "<img> from a foreign host"),
        ('<link rel="stylesheet" href="//cdn.example/a.css">', "<link> from a foreign host"),
        ('<img src="/a.png">', "an image without alt"),
        ('<p id="a"></p><p id="a"></p>', "2 elements have the id 'a'"),
    ],
)
def test_a_fault_is_named(body, fault):
    found = list(page_faults(GOOD.format("@").replace("@", body)))
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_a_page_names_its_language():
    assert list(page_faults("<html><h1>Agenda</h1></html>")) == ["<html> names no language"]


def render(source, name):
    engine = Engine(string_if_invalid=Undefined())
    return Template(source, origin=Origin(name), engine=engine).render(Context())


def test_an_undefined_variable_fails_in_our_templates():
    with pytest.raises(pytest.fail.Exception, match="undefined variable « absent »"):
        render("{{ absent }}", str(TEMPLATES / "home/home_page.html"))


def test_an_undefined_variable_is_empty_in_the_templates_of_others():
    assert render("a{{ absent }}b", "/elsewhere/admin.html") == "ab"


def test_the_network_is_closed():
    with pytest.raises(pytest.fail.Exception, match=r"reached for the network: portal\.invalid"):
        socket.create_connection(("portal.invalid", 443))
    with pytest.raises(pytest.fail.Exception, match=r"reached for the network: 203\.0\.113\.1"):
        socket.create_connection(("203.0.113.1", 443))
