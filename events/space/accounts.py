"""Signing in to the space: nobody signs up alone, and the code leaves by the outbox."""

import uuid
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.urls import reverse

from portal.outbox import post, send_now


class SpaceAccountAdapter(DefaultAccountAdapter):
    """Closed sign-up (people are invited), and messages through the outbox."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("space")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A code is wanted now: it is sent at once, and again later if the mail server is away."""
        about = {
            "request": current.request,
            "email": email,
            "current_site": get_current_site(current.request),
        }
        message: EmailMessage = self.render_mail(template_prefix, email, about | context)
        key = f"account:{uuid.uuid4().hex}"
        post(key, email, message.subject, message.body)
        send_now(key)
