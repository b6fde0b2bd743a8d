"""An undeclared personal field fails the build: every public form is held against the register."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import get_resolver

from portal.privacy import MOST_FIELDS, declared_on
from portal.public_forms import PublicForm


@register("privacy")
def every_field_is_declared(**_options: Any) -> list[CheckMessage]:
    """Reads the forms behind every address; importing the addresses imports the forms."""
    len(get_resolver().url_patterns)
    return [error for form in public_forms() for error in faults_of(form)]


def public_forms(base: type[PublicForm] = PublicForm) -> Iterator[type[PublicForm]]:
    """Every public form of the site that can be sent (the abstract ones have no `form_id`)."""
    for form in base.__subclasses__():
        if hasattr(form, "form_id"):
            yield form
        yield from public_forms(form)


def faults_of(form: type[PublicForm]) -> Iterator[CheckMessage]:
    """What the register lacks for one form."""
    asked = {declared.name for _treatment, declared in declared_on(form.form_id)}
    undeclared = set(form.base_fields) - set(form.impersonal) - asked
    if undeclared:
        yield Error(
            f"Undeclared personal fields: {', '.join(sorted(undeclared))}.",
            hint="Declare them in the register (portal.privacy), or list them in `impersonal`.",
            obj=form,
            id="privacy.E001",
        )
    if len(asked & set(form.base_fields)) > MOST_FIELDS:
        yield Error(f"More than {MOST_FIELDS} personal fields.", obj=form, id="privacy.E002")
