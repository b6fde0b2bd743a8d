"""Every word of a guide can be translated, and everything that is no word follows the French."""

import pytest
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StreamBlock, StructBlock, TextBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, TranslationSource

from guides.demo.translating import translate
from guides.models import EmergencyPage, GuidePage, GuidePath
from tests.guides.site import list_of_guides

STREAMS = [
    (GuidePage, "strip"),
    (GuidePage, "key_points"),
    (GuidePage, "if_trouble"),
    (GuidePage, "links"),
    (GuidePage, "quiz"),
    (EmergencyPage, "situations"),
    (GuidePath, "steps"),
]


class Sample:
    """A value for any block, with a different word in each text leaf."""

    def __init__(self):
        self.words = []

    def of(self, block):
        if isinstance(block, StreamBlock):
            return [(name, self.of(child)) for name, child in block.child_blocks.items()]
        if isinstance(block, StructBlock):
            return {name: self.of(child) for name, child in block.child_blocks.items()}
        if isinstance(block, ListBlock):
            return [self.of(block.child_block)]
        if isinstance(block, CharBlock | TextBlock):
            self.words.append(f"mot{len(self.words)}")
            return self.words[-1]
        if isinstance(block, BooleanBlock):
            return True
        return None if isinstance(block, ImageChooserBlock) else block.get_default()


@pytest.mark.parametrize(("model", "field"), STREAMS)
def test_every_text_leaf_is_offered_for_translation(home_pages, model, field):
    from wagtail.blocks import StreamValue

    block, sample = model._meta.get_field(field).stream_block, Sample()
    value = [(name, block.child_blocks[name].normalize(v)) for name, v in sample.of(block)]
    page = model(title="Essai", slug="essai", locale=home_pages["fr"].locale)
    if field != "strip" and model is GuidePage:
        page.strip = []
    setattr(page, field, StreamValue(block, value))
    list_of_guides(home_pages["fr"]).add_child(instance=page)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    offered = set(
        StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    )
    assert set(sample.words) <= offered


def test_a_whole_guide_becomes_breton_by_its_sentences(guide):
    breton = Locale.objects.get(language_code="br")
    translate(list_of_guides(guide.get_parent().get_parent().specific), breton, {})
    twin = translate(guide, breton, {guide.title: "SMS faos ar pakad"}, slug="sms-faos")
    assert twin.live
    assert twin.title == "SMS faos ar pakad"
    assert twin.strip[0].value["characters"][0]["who"] == "jeanne"


def test_a_changed_gesture_follows_into_breton_and_the_words_stay(guide):
    breton = Locale.objects.get(language_code="br")
    translate(list_of_guides(guide.get_parent().get_parent().specific), breton, {})
    first = guide.strip[0].value["bubbles"][0]["text"]
    translate(guide, breton, {first: "Sell ’ta !"})
    guide.strip[0].value["characters"][0]["mood"] = "angry"
    guide.save_revision().publish()
    twin = translate(GuidePage.objects.get(pk=guide.pk), breton, {first: "Sell ’ta !"})
    frame = twin.strip[0].value
    assert frame["characters"][0]["mood"] == "angry"
    assert frame["bubbles"][0]["text"] == "Sell ’ta !"
