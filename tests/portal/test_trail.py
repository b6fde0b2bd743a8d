"""Who takes a table out of the admin or of the space is written in the journal, by number."""

import logging

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def exports(caplog, client, address: str) -> list[str]:
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="portal.trail"):
        client.get(address)
    found = [record for record in caplog.records if record.name == "portal.trail"]
    return [f"{record.getMessage()} by {record.account}" for record in found]


def test_exports_of_the_admin_and_of_the_desk_are_noted(client, admin_user, caplog):
    client.force_login(admin_user)
    desk = reverse("space_desk_csv")
    assert exports(caplog, client, desk) == [f"exported: space_desk_csv by {admin_user.pk}"]
    history = reverse("wagtailadmin_reports:site_history") + "?export=csv"
    (line,) = exports(caplog, client, history)
    assert line.startswith("exported: wagtailadmin_reports:site_history")


def test_reading_a_page_or_a_visitor_taking_open_data_is_not(client, admin_user, caplog):
    assert exports(caplog, client, "/donnees/lieux.csv") == []
    client.force_login(admin_user)
    assert exports(caplog, client, reverse("space_desk")) == []
