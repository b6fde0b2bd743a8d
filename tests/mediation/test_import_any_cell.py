"""Whatever a cell holds, a row that is kept makes a page that its own rules accept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediation import exchange
from mediation.exchange_fields import PAGE_FIELD
from mediation.importing import Known, _changes
from mediation.models import PlacePage
from mediation.models.place_checks import faults
from mediation.opendata import FIELDS, LONGEST, from_cells
from mediation.opendata.reading import legible

pytestmark = pytest.mark.django_db
TREE = ("path", "depth", "slug", "content_type", "locale", "url_path")
CELLS = st.one_of(
    st.text(max_size=60),
    st.text("0123456789+-., |/", max_size=40),
    st.sampled_from(
        [
            "https://exa_mple.fr/",
            "http://a.b",
            "www.exemple.fr|x",
            "contact@exemple.fr|accueil@exemple.fr",
            "=cmd|' /C calc'!A0",
            "<b>Mairie</b>",
            "Mo-Fr 09:00-12:00; Mo-Fr 10:00-11:00",
            "24/7",
            "+33 2 97 84 33 60",
            "٥٦١٠٠",
            "Gratuit|Payant",
            "x" * 3000,
            "mot " * 800,
            "Premier.  \n\n  Second & <b>gras</b> &amp;lt; 3 > 2\r\n",
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), CELLS, max_size=12))
def test_any_row_that_is_kept_makes_a_page_that_can_be_saved(given_cells):
    cells = {"id": "a-1", "nom": "Mairie", **given_cells, "code_insee": "56121"}
    row, problems, prose = from_cells({name: legible(value) for name, value in cells.items()})
    if row is None:
        assert any(problem.refuses for problem in problems)
        return
    page = PlacePage(title=row.nom, draft_title=row.nom, number=row.id, hours_note=prose)
    exchange.write(page, row, (name for name in FIELDS if name != "id"))
    page.clean_fields(exclude=TREE)
    assert faults(page) == {}


@pytest.mark.parametrize("national", [name for name in LONGEST if name != "presentation_resume"])
def test_a_cell_is_as_long_as_its_field(national):
    name = {"id": "number"}.get(national) or PAGE_FIELD[national]
    assert PlacePage._meta.get_field(name).max_length == LONGEST[national]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from(FIELDS), CELLS, max_size=12))
def test_any_row_reads_back_from_its_page_as_it_came(given_cells):
    cells = {"id": "a-1", "nom": "Mairie", "date_maj": "2026-01-01", **given_cells}
    cells["code_insee"] = "56121"
    row, _problems, _prose = from_cells({name: legible(value) for name, value in cells.items()})
    if row is None or row.date_maj is None:
        return
    page = PlacePage(title=row.nom, number=row.id)
    exchange.write(page, row, (name for name in FIELDS if name != "id"))
    assert list(_changes(Known(1, exchange.row_of(page)), row)) == []
