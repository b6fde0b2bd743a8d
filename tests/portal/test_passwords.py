"""Words that everybody here would try first do not make a password; numbers alone may."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    "password",
    ["Lorient56100!", "an-oriant-2026", "Portail-Numérique", "hennebont.mairie7", "LorientLorient"],
)
def test_the_names_of_here_are_refused_in_the_readers_language(password):
    with pytest.raises(ValidationError) as refusal:
        validate_password(password)
    assert "d’ici" in refusal.value.messages[0]


@pytest.mark.parametrize("password", ["lorient tempête crabe", "crabe-tempête-62", "830174926351"])
def test_words_of_ones_own_are_accepted_and_so_are_numbers(password):
    validate_password(password)
