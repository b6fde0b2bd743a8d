"""The nouns everyone shares."""

from portal.models.erasures import Erasure
from portal.models.glossary import GlossaryEntry
from portal.models.media import Illustration, IllustrationRendition
from portal.models.messages import MessageTemplate
from portal.models.outbox import OutgoingMessage
from portal.models.pages import BasePage, for_everyone, foreign, spoken
from portal.models.search_counts import SearchCount
from portal.models.settings import PortalSettings
from portal.models.themes import Audience, PageAudience, PageTheme, Theme
from portal.models.translation_proposals import TranslationProposal

__all__ = [
    "Audience",
    "BasePage",
    "Erasure",
    "GlossaryEntry",
    "Illustration",
    "IllustrationRendition",
    "MessageTemplate",
    "OutgoingMessage",
    "PageAudience",
    "PageTheme",
    "PortalSettings",
    "SearchCount",
    "Theme",
    "TranslationProposal",
    "for_everyone",
    "foreign",
    "spoken",
]
