"""One account for each job, with the rights of that job; passwords are drawn at random."""

import json
import secrets
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model

from portal.roles import make_group

FILE = Path(settings.VAR) / "demo-accounts.json"
# Job: e-mail, name, Wagtail group (portal/roles.py).
JOBS = {
    "editor": ("redaction@demo.example", "Rédaction (démonstration)", "Editors"),
    "moderator": ("moderation@demo.example", "Modération (démonstration)", "Moderators"),
    "mediator": ("mediation@demo.example", "Médiation (démonstration)", "Mediators"),
}


def load_accounts() -> None:
    """Safe to run again: an account that is there keeps its password."""
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    for job, (email, name, group) in JOBS.items():
        user, created = get_user_model().objects.get_or_create(
            username=email, defaults={"email": email, "first_name": name[:30]}
        )
        if created:
            known[job] = [email, secrets.token_urlsafe(9)]
            user.set_password(known[job][1])
            user.save()
        user.groups.add(make_group(group))
        if job == "mediator":
            _join_a_team(user)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(json.dumps(known, indent=1))
    FILE.chmod(0o600)


def _join_a_team(user) -> None:
    """The library of the chief town is the demonstration's team."""
    place = (
        apps.get_model("mediation", "PlacePage").objects.filter(locale__language_code="fr").first()
    )
    if place:
        team, _created = apps.get_model("events", "Team").objects.get_or_create(place=place)
        team.members.add(user)


def told() -> list[str]:
    """One line an account, for whoever started the demonstration."""
    known = json.loads(FILE.read_text()) if FILE.exists() else {}
    return [f"{job}: {email}  {password}" for job, (email, password) in known.items()]
