"""How much one must know already: the codes of the calendar's `level`."""

from django.utils.translation import gettext_lazy as _

LEVELS = [
    ("any", _("For everyone")),
    ("beginner", _("I am starting")),
    ("intermediate", _("I manage a little")),
    ("advanced", _("I am at ease")),
]
