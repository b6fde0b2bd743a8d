"""A learning path as residents follow it: only steps that anybody may take."""

import pytest
from wagtail.models import PageViewRestriction

from guides.models import GuidePath
from tests.guides.site import list_of_guides, one_guide, read


@pytest.fixture
def path(home_pages):
    """A guide, workshops, a second guide."""
    first = one_guide(home_pages["fr"])
    second = one_guide(home_pages["fr"], "sauvegarde")
    steps = [
        ("guide", {"guide": first, "why": "Ne plus tomber dans le piège"}),
        ("workshops", {"title": "Essayer ensemble", "theme": "", "level": "any"}),
        ("guide", {"guide": second, "why": ""}),
    ]
    page = GuidePath(title="Je débute", slug="je-debute", steps=steps, locale=first.locale)
    return list_of_guides(home_pages["fr"]).add_child(instance=page)


def hide(guide, how: str) -> None:
    if how == "erased":
        guide.delete()
    elif how == "offline":
        guide.unpublish()
    else:
        PageViewRestriction.objects.create(page=guide, restriction_type="login")


def test_a_path_leads_from_step_to_step(client, path):
    steps = read(client, path).select(".trail__step")
    assert [step.select("h2")[0].get_text(strip=True) for step in steps] == [
        path.steps[0].value["guide"].title,
        "Essayer ensemble",
        path.steps[2].value["guide"].title,
    ]


@pytest.mark.parametrize("how", ["erased", "offline", "private"])
def test_a_guide_nobody_may_read_is_no_step_of_a_path(client, path, how):
    guide = path.steps[0].value["guide"]
    hide(guide, how)
    page = read(client, path)
    assert len(page.select(".trail__step")) == 2
    assert guide.title not in page.get_text()
    assert "Ne plus tomber" not in page.get_text()


def test_a_path_whose_guides_are_all_gone_keeps_its_workshops(client, path):
    for step in (path.steps[0], path.steps[2]):
        hide(step.value["guide"], "offline")
    assert len(read(client, path).select(".trail__step")) == 1


def test_a_private_translation_leaves_the_guide_as_first_written(client, path, home_pages):
    guide = path.steps[0].value["guide"]
    twin = guide.copy_for_translation(home_pages["br"].locale, copy_parents=True)
    twin.title = "Ar SMS faos"
    twin.save_revision().publish()
    french = path.copy_for_translation(home_pages["br"].locale)
    french.save_revision().publish()
    assert "Ar SMS faos" in read(client, french).get_text()
    hide(twin, "private")
    assert "Ar SMS faos" not in read(client, french).get_text()
