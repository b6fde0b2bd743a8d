"""Portal: the shared ground, and what it listens to."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from allauth.mfa.signals import (
            authenticator_added,
            authenticator_removed,
            authenticator_used,
        )
        from django.conf import settings
        from django.contrib.auth.signals import user_logged_in, user_logged_out
        from django.core.signals import request_finished
        from django.db.models.signals import post_delete, post_save
        from wagtail.signals import page_published, page_unpublished, post_page_move

        from portal import personal_data, privacy, privacy_checks, sign_in  # noqa: F401 - checks register themselves
        from portal.context_processors import forget_frame
        from portal.headers import note_sign_out
        from portal.models import PortalSettings
        from portal.page_cache import forget_pages, forget_what_shows
        from portal.pictures import make_renditions
        from portal.translation import closing
        from portal.translation.cascade import unpublish_twins

        for signal in (page_published, page_unpublished, post_page_move):
            signal.connect(forget_frame, dispatch_uid="portal.forget_frame")
        post_save.connect(forget_frame, PortalSettings, dispatch_uid="portal.forget_frame")
        post_save.connect(forget_what_shows, dispatch_uid="portal.forget_pages")
        post_delete.connect(forget_what_shows, dispatch_uid="portal.forget_pages")
        post_page_move.connect(forget_pages, dispatch_uid="portal.forget_pages")
        page_published.connect(make_renditions, dispatch_uid="portal.make_renditions")
        personal_data.declare()
        user_logged_in.connect(sign_in.note, dispatch_uid="portal.sign_in")
        user_logged_out.connect(note_sign_out, dispatch_uid="portal.sign_out")
        for signal in (authenticator_added, authenticator_removed):
            signal.connect(sign_in.factor_changed, dispatch_uid="portal.second_factor")
        authenticator_used.connect(sign_in.renew_session, dispatch_uid="portal.renew_session")
        if settings.FORGET_ON_FIRST_REQUEST:
            request_finished.connect(privacy.forget_once_a_day, dispatch_uid="portal.forget")
        page_unpublished.connect(unpublish_twins, dispatch_uid="portal.unpublish_twins")
        closing.connect()
