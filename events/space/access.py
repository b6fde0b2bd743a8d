"""Who may touch what in the space. What is not yours does not exist: always a 404, never a 403."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from events.models import Team

View = Callable[..., HttpResponse]


def is_moderator(user: AbstractBaseUser) -> bool:
    """Moderators look after every place."""
    return user.has_perm("events.change_team")


def teams_of(user: AbstractBaseUser) -> QuerySet[Team]:
    """The teams a person posts for: their own, or all for a moderator."""
    teams = Team.objects.select_related("place")
    return teams if is_moderator(user) else teams.filter(members=user)


def signed_in_only(view: View) -> View:
    """Whoever has an account; the pages are never kept by anybody."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded


def mediators_only(view: View) -> View:
    """Signed-in people of a team, or moderators."""

    @signed_in_only
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not teams_of(request.user).exists() and not is_moderator(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def moderators_only(view: View) -> View:
    """The coordinators' pages: evaluation and invitations."""

    @mediators_only
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not is_moderator(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded
