"""Public forms without cookies: a signed token in the page, the browser's own word on where the
post comes from, a trap for robots, and budgets wide enough for a library full of people.

A form page stays cacheable, and a refused form comes back with everything that was typed.

    class ProposalForm(PublicForm):
        form_id = "proposal"              # also its key in the register of personal data
        impersonal = ("commune",)         # fields that say nothing about a person
        title = forms.CharField()

    @public_form                          # csrf_exempt, and 503 with the typed text when needed
    def propose(request):
        form = ProposalForm.of(request)
        if form.is_valid():
            return redirect(form.save())
        return form.answer("events/proposal.html", {"form": form})
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core import signing
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from portal import territory
from portal.network import network_of
from portal.privacy import note_on

TOKEN, TRAP = "token", "website"
SALT = "portal.public_forms"
VALID_SECONDS = 24 * 3600
RETRY_SECONDS = 5


def my_commune() -> list[tuple[str, object]]:
    """Choices of a commune nobody has to give, in the reader's language."""
    return [("", _("Choose my commune")), *territory.choices(get_language() or "fr")]


@dataclass(frozen=True)
class Budget:
    """How many posts one network prefix may send: `posts` in each window of `seconds`."""

    posts: int
    seconds: int


# Forty people behind the one address of a library take a few minutes; a robot sends at once.
BURST, HOURLY = Budget(20, 60), Budget(200, 3600)


class RefusedError(ValidationError):
    """A post that was not read; `status` is the answer's HTTP status."""

    def __init__(self, message: str | Promise, status: int) -> None:
        super().__init__(message, code="refused")
        self.status = status


class PublicForm(forms.Form):
    """A form anybody may send. Subclasses set `form_id`, and `impersonal` field names.

    Every other field must be declared in the register of personal data under `form_id`; its
    sentence (why, how long) then stands under the field.
    """

    form_id: ClassVar[str]
    impersonal: ClassVar[tuple[str, ...]] = ()
    budgets: ClassVar[tuple[Budget, ...]] = (BURST, HOURLY)
    minimum_seconds: ClassVar[int] = 2

    @classmethod
    def of(cls, request: HttpRequest, **options: Any):
        """The form bound to a post, or empty on a get."""
        data = request.POST if request.method == "POST" else None
        return cls(data, request=request, **options)

    def __init__(self, *args: Any, request: HttpRequest, **options: Any) -> None:
        self.request = request
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            if isinstance(field, forms.EmailField):
                field.widget.attrs.setdefault("autocomplete", "email")
            note = note_on(self.form_id, name)
            if note:
                field.is_personal = True
                field.help_text = f"{field.help_text} {note}".strip()

    def full_clean(self) -> None:
        """Reads the fields in any case, so that what was typed comes back; then the guard."""
        super().full_clean()
        if not self.is_bound:
            return
        try:
            check_post(self.request, self.form_id, self.budgets, self.minimum_seconds)
        except RefusedError as refusal:
            self.add_error(None, refusal)

    @property
    def status(self) -> int:
        """The HTTP status of the answer: what the guard decided, else 200."""
        refusals = [e for e in self.non_field_errors().as_data() if isinstance(e, RefusedError)]
        return refusals[0].status if refusals else 200

    def render(self, *_args: Any, **_options: Any) -> SafeString:
        """The house's fields, whatever form renderer the settings name."""
        return render_to_string("components/form.html", {"form": self})

    __str__ = __html__ = render

    def guard(self) -> SafeString:
        """The hidden token and the trap, to stand inside the <form>."""
        return render_to_string("components/form_guard.html", {"token": token_for(self.form_id)})

    def answer(self, template: str, context: dict[str, Any]) -> TemplateResponse:
        """The page with the form on it, with the status the guard decided."""
        response = TemplateResponse(self.request, template, context, status=self.status)
        if self.status == 429:
            response["Retry-After"] = str(BURST.seconds)
        return response


def public_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views that read a PublicForm: no CSRF cookie, and a page to try again from when the
    database is away for a moment (503, with everything that was typed)."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            if request.method != "POST":
                raise
            return try_again_page(request)

    return guarded


def try_again_page(request: HttpRequest) -> HttpResponse:
    """503: the typed form in hidden fields and one button; needs no database."""
    typed = [(name, value) for name, values in request.POST.lists() for value in values]
    page = render_to_string("portal/try_again.html", {"typed": typed, "action": request.path})
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_SECONDS)})


def token_for(form_id: str) -> str:
    """A signed moment: says which form the page held and when, nothing about who."""
    return signing.dumps([form_id, int(time.time())], salt=SALT)


def check_post(
    request: HttpRequest, form_id: str, budgets: tuple[Budget, ...], minimum_seconds: int
) -> None:
    """Raises RefusedError, with a sentence that says what to do, for a post we should not read."""
    if not _comes_from_here(request):
        raise RefusedError(
            _("This form was sent from another site. Please send it again here."), 403
        )
    if request.POST.get(TRAP):
        raise RefusedError(_("Please leave the last field empty, then send again."), 403)
    age = _age_of_token(request.POST.get(TOKEN, ""), form_id)
    if age is None:
        raise RefusedError(_("This page was open for too long. Please send the form again."), 409)
    if age < minimum_seconds:
        raise RefusedError(_("That was very quick. Please read again, then send."), 409)
    if not all(_within(budget, form_id, request) for budget in budgets):
        raise RefusedError(
            _("Many forms came from your network. Please wait one minute, then send again."), 429
        )


def _comes_from_here(request: HttpRequest) -> bool:
    """What recent browsers say of the sender; old telephones say nothing, and pass by the token."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.get_host()


def _age_of_token(token: str, form_id: str) -> float | None:
    try:
        signed_for, made = signing.loads(token, salt=SALT, max_age=VALID_SECONDS)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    return time.time() - made if signed_for == form_id else None


def _within(budget: Budget, form_id: str, request: HttpRequest) -> bool:
    """Counts this post; the cache holds a keyed hash of the network, for one window only."""
    mark = salted_hmac(SALT, network_of(request), algorithm="sha256").hexdigest()[:24]
    key = f"budget:{form_id}:{budget.seconds}:{mark}"
    cache.add(key, 0, budget.seconds)
    try:
        return cache.incr(key) <= budget.posts
    except ValueError:  # the window ended between the two lines
        return True
