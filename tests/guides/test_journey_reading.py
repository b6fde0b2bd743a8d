"""Readers of a comic in a real browser: bubbles that never hide a face, words heard in order."""

import pytest
from django.template.loader import render_to_string

from guides.blocks import frame_context
from tests.browser import follow
from tests.guides.site import one_guide, two_languages
from tests.test_consistency import ROOT

# A face starts below a tenth of the picture; a bubble may come as low as that and no lower.
FACES_FROM = 0.1
WORDS = "Je ne clique pas sur ce lien, je demande conseil à ma voisine du troisième étage demain."
LONG_WORD = "Anticonstitutionnellement" * 3
CROWD = ["jeanne", "malo", "lena"]
MEASURE = """() => [...document.querySelectorAll('.frame')].map((frame) => {
  const box = (node) => node.getBoundingClientRect()
  const art = box(frame.querySelector('.frame__art'))
  const bubbles = [...frame.querySelectorAll('.say')].map(box)
  return {
    art: [art.top, art.height],
    lowest: Math.max(...bubbles.map((bubble) => bubble.bottom)),
    inside: bubbles.every((b) => b.left >= box(frame).left && b.right <= box(frame).right),
    apart: bubbles.every((b, i) => !i || b.top >= bubbles[i - 1].bottom - 1),
  }
})"""


WAIT_FOR_THE_EMERGENCY_PAGE = """async () => {
  for (let tries = 0; tries < 300; tries++) {
    const cache = await caches.open('guides-1')
    const kept = (await cache.keys()).map((one) => one.url)
    if (kept.some((url) => url.endsWith('/offline/emergency'))) return kept
    await new Promise((done) => setTimeout(done, 100))
  }
  return []
}"""


def strip_of(lengths: range, people: int) -> str:
    """A page with one frame for each length of text, from 1 to 90 characters."""
    who = [{"who": w, "pose": "idle", "mood": "happy", "facing": ""} for w in CROWD[:people]]
    frames = []
    for length in lengths:
        text = (LONG_WORD if length % 7 == 0 else WORDS)[:length].strip() or "A"
        bubbles = [
            {"speaker": str(i + 1), "kind": kind, "text": text}
            for i, kind in zip(range(people), ("speech", "thought", "shout"), strict=False)
        ]
        value = {"scene": "kitchen", "narration": text, "characters": who, "bubbles": bubbles}
        frames.append(render_to_string("guides/blocks/frame.html", frame_context(value, "fr")))
    css = "".join((ROOT / f"static/css/{name}.css").read_text() for name in ("portal", "guide"))
    return f"<style>{css}</style><main class=wrap><ol class=strip>{''.join(frames)}</ol></main>"


@pytest.mark.parametrize("people", [1, 2, 3])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_bubble_ever_hides_a_face(visit, width, people):
    page = visit(width)
    page.route("**/bd/**", lambda route: route.abort())
    page.set_content(strip_of(range(1, 91), people))
    for zoom in ("100%", "200%"):
        page.evaluate("zoom => { document.documentElement.style.fontSize = zoom }", zoom)
        for frame in page.evaluate(MEASURE):
            top, height = frame["art"]
            assert frame["lowest"] <= top + FACES_FROM * height, (width, zoom, frame)
            assert frame["inside"]
            assert frame["apart"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.fixture
def read_guide(transactional_db):
    return one_guide(two_languages()["fr"])


def test_a_guide_is_heard_in_the_order_of_the_story(visit, read_guide):
    page = visit(360)
    page.goto(read_guide.url)
    heard = page.locator("ol.strip").aria_snapshot()
    order = [
        "Dans une cuisine. Jeanne, surprise, regarde son téléphone.",
        "Mardi matin, chez Jeanne.",
        "Jeanne dit",
        "Tiens, un message.",
        "Jeanne pense",
        "Yann dit",
        "Et comment on le voit",
        "On veut vous faire peur.",
        "Puis je l’efface.",
    ]
    places = [heard.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_guide_has_no_accessibility_fault(visit, axe, read_guide, width, scheme):
    page = visit(width, color_scheme=scheme)
    page.goto(read_guide.url)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_guide_reads_without_script_and_without_pictures(visit, read_guide):
    page = visit(360, java_script_enabled=False)
    page.route("**/*.svg", lambda route: route.abort())
    page.goto(read_guide.url)
    assert page.get_by_text("Tiens, un message").first.is_visible()
    follow(page.get_by_role("link", name="Texte seul"))
    assert page.get_by_text("Jeanne, surprise, regarde son téléphone").is_visible()


def test_an_answer_says_why_it_is_right_or_wrong(visit, read_guide):
    page = visit(360)
    page.goto(read_guide.url)
    page.get_by_label("Je paie, ce n’est pas cher").check()
    assert page.get_by_text("Le petit prix est là pour prendre votre carte").first.is_visible()
    status = page.locator("[data-quiz]").first.get_by_role("status")
    assert "prendre votre carte" in status.inner_text()


def test_a_bubble_keeps_its_border_in_forced_colours(visit, read_guide):
    page = visit(360, forced_colors="active")
    page.goto(read_guide.url)
    width = page.locator(".say").first.evaluate("node => getComputedStyle(node).borderTopWidth")
    assert float(width.removesuffix("px")) >= 2
    assert "Jeanne dit" in page.locator(".say").first.inner_text()


def test_the_first_guide_one_reads_keeps_the_emergency_page(visit, transactional_db):
    from guides.demo import load

    homes = two_languages()
    load({"fr": homes["fr"]})
    page = visit(360, service_workers="allow")
    page.goto("/fr/guides/faux-sms-colis/")
    kept = page.evaluate(WAIT_FOR_THE_EMERGENCY_PAGE)
    assert any(url.endswith("/fr/guides/faux-sms-colis/") for url in kept)
    page.context.set_offline(True)
    page.goto("/fr/guides/jai-clique/")
    assert page.get_by_role("heading", name="J’ai payé").is_visible()
    assert "Sans Internet" in page.get_by_role("note").first.inner_text()
    page.context.set_offline(False)
