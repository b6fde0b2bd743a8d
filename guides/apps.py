"""Guides: how to do it, told as comics."""

from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "guides"
    default_auto_field = "django.db.models.AutoField"
