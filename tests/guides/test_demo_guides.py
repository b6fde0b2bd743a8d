"""The twelve guides of the demonstration, built once for all these tests."""

import gzip
import re

import brotli
from django.test import TestCase

from guides.demo import load
from guides.models import EmergencyPage, GuideIndexPage, GuidePage, GuidePath
from tests.guides.site import read, two_languages, words_of
from tests.strict_client import StrictClient
from tests.test_consistency import ROOT

KILOBYTE = 1024


class DemoGuides(TestCase):
    client_class = StrictClient

    @classmethod
    def setUpTestData(cls):
        cls.home_pages = two_languages()
        load(cls.home_pages)

    def test_every_guide_and_their_list_fit_in_sixty_kilobytes_on_a_first_visit(self):
        css = [ROOT / "static/css/portal.css", ROOT / "static/css/guide.css"]
        others = [*css, ROOT / "static/js/guide.js", ROOT / "static/img/icons.svg"]
        fixed = sum(len(brotli.compress(path.read_bytes())) for path in others)
        fixed += sum(path.stat().st_size for path in (ROOT / "static/fonts").glob("*.woff2"))
        pages = [*GuidePage.objects.live(), *GuideIndexPage.objects.live()]
        for page in pages:
            html = self.client.get(page.url).content
            sheets = set(re.findall(rb'src="(/bd/[^"#]+)', html))
            packed = {"Accept-Encoding": "br"}
            drawings = [self.client.get(sheet.decode(), headers=packed).content for sheet in sheets]
            weight = fixed + len(gzip.compress(html, 9)) + sum(map(len, drawings))
            assert weight <= 60 * KILOBYTE, (page.url, weight / KILOBYTE)
            assert len(sheets) <= 1

    def test_the_list_shows_every_guide_and_marks_those_still_in_french(self):
        french = GuideIndexPage.objects.get(locale__language_code="fr")
        breton = GuideIndexPage.objects.get(locale__language_code="br")
        assert len(read(self.client, french).select("article.panel")) >= 12
        cards = read(self.client, breton).select(".grid--3 article")
        assert len(cards) == 12
        assert len([card for card in cards if card.get("lang") == "fr"]) == 7

    def test_the_list_can_be_narrowed_to_a_theme_and_ignores_an_unknown_one(self):
        index = GuideIndexPage.objects.get(locale__language_code="fr")
        assert len(read(self.client, index, theme="nonsense").select(".grid--3 article")) == 12

    def test_a_breton_page_keeps_the_french_message_marked_as_french(self):
        breton = GuidePage.objects.get(locale__language_code="br", slug="sms-faos-ar-pakad")
        page = read(self.client, breton)
        message = page.select(".device__message")[0]
        assert message.get("lang") == "fr"
        assert "Votre colis est bloqué" in words_of(message)
        assert "Jeanne a soñj" in words_of(page.select(".strip")[0])
        french = GuidePage.objects.get(locale__language_code="fr", slug="faux-sms-colis")
        drawn = [
            one.select(".frame__art")[0].get("src") for one in (page, read(self.client, french))
        ]
        assert drawn[0] == drawn[1]

    def test_the_emergency_page_has_numbers_that_dial(self):
        for emergency in EmergencyPage.objects.live():
            page = read(self.client, emergency)
            dialled = {link.get("href") for link in page.select("main a[href^='tel:']")}
            assert {"tel:17", "tel:33700", "tel:+33892705705"} <= dialled
            assert len(page.select(".emergency")) == 3

    def test_a_guide_leads_to_the_emergency_page_and_offers_to_keep_it(self):
        guide = GuidePage.objects.live().first()
        page = read(self.client, guide)
        assert page.select("script[data-emergency]")[0].get("data-emergency")

    def test_a_path_alternates_guides_and_workshops(self):
        path = GuidePath.objects.filter(locale__language_code="fr").first()
        assert len(read(self.client, path).select(".trail__step")) == len(path.steps)

    def test_the_demonstration_can_be_loaded_again_and_keeps_what_was_edited(self):
        guide = GuidePage.objects.get(locale__language_code="fr", slug="sauvegarde")
        guide.title = "Mes photos à l’abri"
        guide.save_revision().publish()
        count = GuidePage.objects.count()
        load(self.home_pages)
        assert GuidePage.objects.count() == count == 12 + 5
        assert GuidePage.objects.get(pk=guide.pk).title == "Mes photos à l’abri"
