"""The jobs of those who run the portal, and the rights of each: Wagtail groups of these names.

Wagtail's own migrations give Editors and Moderators their rights on pages, pictures and documents;
here stand the rights on what this portal adds. A mediator has none in the admin: what a person may
do in the mediators' space comes from the teams of places (events/models/teams.py).
"""

from django.contrib.auth.models import Group, Permission

# Group: app: models (all four rights), or the name of one right.
RIGHTS = {
    "Editors": {
        "wagtail_localize": ("submit_translation",),
        "portal": ("glossaryentry",),
        "participation": ("card", "cardgroup"),
    },
    "Moderators": {
        "wagtail_localize": ("submit_translation",),
        "portal": ("glossaryentry", "theme", "audience", "portalsettings", "messagetemplate"),
        "mediation": ("placereport", "placeimport", "actorproposal"),
        "events": ("proposal", "calendarsource", "schoolholiday", "team", "invitation"),
        "participation": ("card", "cardgroup", "joinrequest"),
        "guides": ("plainword",),
    },
    "Mediators": {},
}


def make_group(name: str) -> Group:
    """The group of a job, with its rights; rights given by hand beyond them stay."""
    group, _created = Group.objects.get_or_create(name=name)
    for app, words in RIGHTS[name].items():
        rights = Permission.objects.filter(content_type__app_label=app)
        for word in words:
            group.permissions.add(
                *rights.filter(codename__regex=rf"^(add|change|delete|view)_{word}$"),
                *rights.filter(codename=word),
            )
    return group
