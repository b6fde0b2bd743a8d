"""Guides: how to do it, told as comics."""

from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "guides"
    default_auto_field = "django.db.models.AutoField"

    def ready(self):
        from wagtail.signals import page_published, page_unpublished

        from guides.addresses import forget_neighbours

        for signal in (page_published, page_unpublished):
            signal.connect(forget_neighbours, dispatch_uid="guides.forget_neighbours")
