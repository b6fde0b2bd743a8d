"""Guides say how: comics, what to do when one has clicked, paths from guide to workshop."""

from guides.models.emergency import EmergencyPage
from guides.models.opinions import Opinion
from guides.models.pages import GuideIndexPage, GuidePage
from guides.models.paths import GuidePath
from guides.models.plain_words import PlainWord

__all__ = ["EmergencyPage", "GuideIndexPage", "GuidePage", "GuidePath", "Opinion", "PlainWord"]
