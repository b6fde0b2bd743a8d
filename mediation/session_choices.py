"""What can be said of a session by ticking a box: the codes of the calendar's addresses."""

from django.utils.translation import gettext_lazy as _

from mediation import choices
from mediation.choices import Choice, Choices

LEVELS = Choices(
    [
        Choice("any", _("Everybody")),
        Choice("beginner", _("Beginners")),
        Choice("intermediate", _("I know a little")),
        Choice("advanced", _("I am at ease")),
    ]
)
FORMATS = Choices(
    [
        Choice("workshop", _("Workshop")),
        Choice("help", _("Help in person")),
        Choice("talk", _("Talk")),
        Choice("meeting", _("Meeting")),
        Choice("open_day", _("Open day")),
        Choice("exhibition", _("Exhibition")),
    ]
)
LANGUAGES = Choices(
    [Choice("fr", _("French")), *(one for one in choices.LANGUAGES if one.code != "lsf")]
)
_OF_A_SESSION = ("wheelchair", "sign_language", "calm", "easy", "loop")
ACCESS = Choices(one for one in choices.ACCESS if one.code in _OF_A_SESSION)
