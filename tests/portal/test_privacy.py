"""The register is the one place: sentence, page, record, eraser and build check all read it."""

import datetime as dt
import logging

import pytest
from django import forms
from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import override

from portal import privacy
from portal.models.erasures import Erasure
from portal.models.outbox import OutgoingMessage
from portal.personal_data import declare
from portal.privacy import (
    Basis,
    Kept,
    PersonalField,
    Treatment,
    forget,
    forget_once_a_day,
    note_on,
    register,
    remember_erasure,
)
from portal.privacy_checks import faults_of
from portal.public_forms import PublicForm


@pytest.fixture
def journal(monkeypatch):
    """A register of one treatment, and what its eraser was asked."""
    asked = []
    monkeypatch.setattr(privacy, "_treatments", {})
    monkeypatch.setattr(privacy, "_forgot_on", set())
    register(
        Treatment(
            key="letters",
            title="Letters",
            basis=Basis.PUBLIC_TASK,
            seen_by="the postman",
            kept=Kept(days=7, since="the letter"),
            fields=(PersonalField("phone", "Your telephone", "to call you back"),),
            erase=lambda before: asked.append(before) or 3,
            erase_marked=lambda marks: asked.append(marks) or 0,
        )
    )
    return asked


@pytest.mark.parametrize(("language", "word"), [("fr", "pour "), ("br", "evit ")])
def test_every_purpose_reads_after_only_and_after_the_name_of_what_is_asked(language, word):
    with override(language):
        asked = [field for treatment in privacy.treatments() for field in treatment.fields]
        assert [str(each.purpose) for each in asked if not each.purpose.startswith(word)] == []


def asking(**fields) -> type[PublicForm]:
    named = {"form_id": "letters", "impersonal": ("colour",), **fields}
    return type("Asking", (PublicForm,), named)


@pytest.mark.usefixtures("journal")
def test_a_sentence_stands_under_the_field():
    with override("en"):
        assert note_on("letters", "phone") == (
            "Only to call you back. Erased 7 days after the letter."
        )
    assert note_on("letters", "colour") == ""
    assert note_on("another", "phone") == ""


@pytest.mark.usefixtures("journal")
def test_an_undeclared_field_fails_the_build():
    assert not list(faults_of(asking(phone=forms.CharField(), colour=forms.CharField())))
    (fault,) = faults_of(asking(phone=forms.CharField(), birth_date=forms.DateField()))
    assert fault.id == "privacy.E001"
    assert "birth_date" in fault.msg


def test_a_form_asks_at_most_three_things(monkeypatch):
    monkeypatch.setattr(privacy, "_treatments", {})
    names = ("a", "b", "c", "d")
    fields = tuple(PersonalField(name, name, name) for name in names)
    register(Treatment("letters", "", Basis.CONSENT, "", Kept(1, ""), fields, lambda before: 0))
    (fault,) = faults_of(asking(**{name: forms.CharField() for name in names}))
    assert fault.id == "privacy.E002"


@pytest.mark.usefixtures("journal")
def test_two_treatments_cannot_share_a_name():
    with pytest.raises(ValueError, match="letters"):
        register(Treatment("letters", "", Basis.CONSENT, "", Kept(1, ""), (), lambda before: 0))


@pytest.mark.django_db
def test_forgetting_asks_each_eraser_for_what_is_past_its_date(journal, caplog):
    remember_erasure("letters", "abc")
    with caplog.at_level(logging.INFO, logger="portal.privacy"):
        assert forget() == {"letters": 3}
    before, marks = journal
    assert timezone.now() - before >= dt.timedelta(days=7)
    assert marks == {"abc"}
    assert caplog.records[0].erased == {"letters": 3}


@pytest.mark.django_db
def test_a_dry_run_counts_and_erases_nothing(monkeypatch):
    monkeypatch.setattr(privacy, "_treatments", {})

    declare()
    old = timezone.now() - dt.timedelta(days=10)
    OutgoingMessage.objects.create(key="k", recipient="a@example.org", created_at=old)
    assert forget(dry_run=True) == {"messages": 1, "sign_in": 0}
    assert OutgoingMessage.objects.count() == 1
    assert forget() == {"messages": 1, "sign_in": 0}
    assert not OutgoingMessage.objects.exists()


@pytest.mark.django_db
def test_the_first_request_of_a_day_forgets_and_the_second_does_not(journal):
    cache.clear()
    forget_once_a_day()
    forget_once_a_day()
    assert len(journal) == 2


@pytest.mark.django_db
def test_while_the_cache_is_away_a_process_forgets_once_a_day_too(journal, monkeypatch):
    monkeypatch.setattr(privacy.cache, "add", lambda *lock: True)
    forget_once_a_day()
    forget_once_a_day()
    assert len(journal) == 2


@pytest.mark.django_db
def test_marks_of_erased_rows_go_with_the_oldest_backup(journal):
    remember_erasure("letters", "old")
    remember_erasure("letters", "old")
    Erasure.objects.update(erased_at=timezone.now() - dt.timedelta(days=200))
    forget()
    assert not Erasure.objects.exists()
