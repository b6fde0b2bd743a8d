"""Each component says in words what it shows, and can be read alone."""

import re
from pathlib import Path

import lxml.html
import pytest
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template import engines
from django.template.loader import get_template, render_to_string
from django.utils.translation import override

from portal import territory

ROOT = Path(__file__).resolve().parents[2]
COMPONENTS = sorted((ROOT / "templates/components").glob("*.html"))
SPRITE = (ROOT / "static/img/icons.svg").read_text()


def html(component, **context):
    """The component as a visitor's browser reads it, in French."""
    with override("fr"):
        return lxml.html.fromstring(
            f"<body>{render_to_string(f'components/{component}.html', context)}</body>"
        )


def text(element):
    return " ".join(element.text_content().split())


def written(source, **context):
    with override("fr"):
        page = engines["django"].from_string("{% load look %}" + source).render(context)
    return lxml.html.fromstring(f"<body>{page}</body>")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_starts_by_saying_how_it_is_used(path):
    assert path.read_text().startswith("{#")
    get_template(f"components/{path.name}")


def test_every_icon_named_in_a_template_is_in_the_sprite():
    names = set()
    for path in (ROOT / "templates").rglob("*.html"):
        names |= set(re.findall(r'{% icon "([\w-]+)"', path.read_text()))
    assert names and all(f'<symbol id="{name}"' in SPRITE for name in names)


def test_an_icon_is_silent_unless_it_has_words():
    assert written('{% icon "phone" %}').xpath("//svg/@aria-hidden") == ["true"]
    assert written('{% icon "phone" "Appeler" %}').xpath("//svg/@aria-label") == ["Appeler"]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("02 97 02 22 00", "tel:+33297022200"),
        ("02.97.02.22.00", "tel:+33297022200"),
        ("+33 2 97 02 22 00", "tel:+33297022200"),
        ("3939", "tel:3939"),
    ],
)
def test_a_telephone_number_can_be_called_from_anywhere(number, address):
    assert written("<a href='{{ n|tel }}'></a>", n=number).xpath("//a/@href") == [address]


def test_a_panel_is_named_by_its_title():
    panel = written(
        '{% panel title="Aide & conseil" id="help" tone="mint" %}<p>Ici</p>{% endpanel %}'
    )
    assert panel.xpath("//section/@aria-labelledby") == ["help"]
    assert text(panel.xpath("//h2[@id='help']")[0]) == "Aide & conseil"
    assert panel.xpath("//p")[0].text == "Ici"


def test_a_notice_has_the_heading_level_the_page_needs():
    assert written('{% notice title="Attention" level=3 icon="alert" %}x{% endnotice %}').xpath(
        "//h3"
    )


def test_a_fold_is_a_native_details():
    fold = written('{% fold "Sources" %}<p>x</p>{% endfold %}')
    assert text(fold.xpath("//details/summary")[0]) == "Sources"
    assert not fold.xpath("//details/@open")


def test_a_state_is_said_in_words():
    row = {"time": "14 h", "title": "Photos", "off": True}
    row["notes"] = [{"words": "Reporté au 26.", "lang": "fr"}]
    row["badges"] = [{"label": "Annulé", "kind": "off"}]
    assert text(html("date_row", row=row)) == "14 h Photos Annulé Reporté au 26."


def test_french_words_on_a_breton_page_are_marked():
    row = {"time": "14e", "title": "Photos", "lang": "fr", "url": "/fr/photos/"}
    assert html("date_row", row=row).xpath("//h3/@lang") == ["fr"]
    place = {"name": "Médiathèque", "url": "/", "lang": "fr"}
    assert html("place_card", place=place).xpath("//h3/@lang") == ["fr"]


def test_a_day_is_a_section_named_by_its_date():
    day = {"id": "d18", "name": "Mercredi 18", "note": "aujourd’hui", "today": True, "rows": []}
    section = html("day", day=day).xpath("//section")[0]
    assert section.get("aria-labelledby") == "d18-name"
    assert "day--today" in section.get("class")


def test_a_facet_without_result_stays_shown_and_the_active_one_is_said():
    items = [
        {"label": "Le soir", "url": "?m=e", "count": 0},
        {"label": "Gratuit", "url": "?", "count": 3, "current": True},
    ]
    groups = [{"id": "f", "title": "Quand", "items": items}]
    facet = html("facets", title="Préciser", facets={"groups": groups, "url": "?refine=1"})
    evening, free, more = facet.xpath("//a")
    assert "chip--zero" in evening.get("class") and text(evening) == "Le soir (0)"
    assert more.get("href") == "?refine=1" and text(more) == "Plus de choix"
    assert free.get("aria-current") == "true"
    assert facet.xpath("//ul/@aria-labelledby") == ["f"]


def test_facts_keep_their_term_for_screen_readers():
    facts = [{"term": "Adresse", "text": "57 Grande-Rue", "icon": "pin"}]
    assert text(html("facts", facts=facts)) == "Adresse57 Grande-Rue"


def test_pages_of_a_list_keep_the_search():
    page = Paginator(range(30), 10).page(2)
    links = html("pagination", page=page, query=QueryDict("q=photos&page=2")).xpath("//a/@href")
    assert links == ["?q=photos&page=1", "?q=photos&page=3"]
    assert not html("pagination", page=Paginator([], 10).page(1), query=QueryDict()).xpath("//nav")


def test_the_month_is_a_table_that_reads_well_aloud():
    day = {"number": 18, "words": "novembre", "url": "?d", "count": 2, "count_words": "dates"}
    weekdays = [{"short": "mer.", "name": "mercredi"}]
    weeks = [{"days": [day]}, {"days": [None]}, {"days": [{"number": 19, "words": "novembre"}]}]
    month = html("month", month={"caption": "Novembre", "weekdays": weekdays, "weeks": weeks})
    assert text(month.xpath("//td/a")[0]) == "18 novembre, 2 dates"
    assert month.xpath("//th/@scope") == ["col"]
    assert text(month.xpath("//td")[1]) == ""


def test_the_commune_select_shows_both_names_and_keeps_the_choice():
    select = html("commune_select", id="c", selected="56069")
    assert len(select.xpath("//option")) == 31
    assert select.xpath("//option[@selected]")[0].text == "Groix – Groe"
    assert select.xpath("//label/@for") == ["c"]


def test_breadcrumbs_end_with_this_page():
    crumbs = html("breadcrumbs", crumbs=[{"label": "Accueil", "url": "/fr/"}, {"label": "Agenda"}])
    assert text(crumbs.xpath("//*[@aria-current='page']")[0]) == "Agenda"
    assert len(crumbs.xpath("//a")) == 1


def test_nothing_found_offers_a_way_out():
    desk = {"phone": "02 97 02 22 00"}
    page = html("nothing_found", desk=desk, tips=[{"label": "Sans Groix : 12", "url": "?"}])
    assert page.xpath("//a/@href") == ["?", "tel:+33297022200"]
    assert not html("nothing_found").xpath("//a")


def test_the_harbour_lights_its_lamps_at_night():
    harbour = html("harbour")
    assert "night" in harbour.xpath("//source[@media='(prefers-color-scheme: dark)']/@srcset")[0]
    assert harbour.xpath("//img/@alt") == [""]


@pytest.mark.parametrize(
    ("component", "context", "words"),
    [
        ("btn", {"url": "/", "label": "Réserver", "icon": "check", "kind": "plain"}, "Réserver"),
        ("more", {"url": "/", "label": "Les guides"}, "Les guides"),
        ("badge", {"badge": {"label": "Complet"}}, "Complet"),
        ("figures", {"figures": [{"value": "30", "label": "communes"}]}, "communes30"),
        ("quote", {"text": "« Oui »", "who": "Une habitante"}, "« Oui » Une habitante"),
        ("week", {"days": [{"name": "Lundi", "text": "8 dates", "url": "?"}]}, "Lundi 8 dates"),
        ("mini", {"rows": [{"when": "14 h", "title": "Photos", "url": "/"}]}, "14 h Photos"),
        (
            "guide_card",
            {"guide": {"title": "Le colis", "url": "/", "summary": "Un piège."}},
            "Le colis Un piège.",
        ),
        ("phone", {"desk": {"phone": ""}}, ""),
        (
            "untranslated",
            {},
            "Cette page n’est pas encore écrite en breton. Voici ses mots en français.",
        ),
        ("flags", {}, ""),
    ],
)
def test_a_component_says_its_words_and_no_more(component, context, words):
    assert text(html(component, **context)) == words


def test_a_picker_goes_to_the_places_without_script():
    form = html("picker", action="/fr/lieux/", button="Voir les lieux", id="c").xpath("//form")[0]
    assert form.get("method") == "get" and form.xpath(".//button") and form.xpath(".//select")


def test_the_map_links_each_commune_that_has_an_address():
    items = {
        each.code: {"url": f"?commune={each.code}", "count": 2, "label": "2 lieux"}
        for each in territory.communes()
    }
    drawn = written('{% territory_map items label="Carte" current="56121" %}', items=items)
    assert len(drawn.xpath("//a[@href]")) == 30
    assert drawn.xpath("//a[@aria-current]/@aria-label") == ["Lorient, 2 lieux"]
    assert not written("{% territory_map items %}", items={}).xpath("//a[@href]")


def test_the_map_speaks_breton():
    assert "Lannarstêr" in text(written('{% territory_map items language="br" %}', items={}))
