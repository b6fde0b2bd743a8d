"""The permission checks that wagtail-localize 1.14 lacks, as views that stand in front of its own.

Its right « submit translation » holds for the whole site: here it holds for the pages one may edit.
A page with sentences still in French is never published as Breton.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView
from wagtail_localize.views.snippets_api import SnippetViewSet
from wagtail_localize.views.submit_translations import (
    SubmitPageTranslationView,
    SubmitSnippetTranslationView,
)
from wagtail_localize.views.update_translations import UpdateTranslationsView

SUBMIT = "wagtail_localize.submit_translation"


def may_edit(user, instance) -> bool:
    """Whether this user may edit this very page, or snippets of this kind."""
    if isinstance(instance, Page):
        return instance.permissions_for_user(user).can_edit()
    return ModelPermissionPolicy(type(instance)).user_has_permission(user, "change")


def refuse_others(user, instance) -> None:
    if not may_edit(user, instance):
        raise PermissionDenied


class SubmitPage(SubmitPageTranslationView):
    def get_object(self):
        page = super().get_object()
        refuse_others(self.request.user, page)
        return page


class SubmitSnippet(SubmitSnippetTranslationView):
    def get_object(self):
        snippet = super().get_object()
        refuse_others(self.request.user, snippet)
        return snippet


class UpdateTranslations(UpdateTranslationsView):
    """Brings the French changes to the translators; publishes only what is wholly translated."""

    def get_object(self):
        source = super().get_object()
        refuse_others(self.request.user, source.get_source_instance())
        return source

    def form_valid(self, form):
        publish = form.cleaned_data.pop("publish_translations", False)
        form.cleaned_data["publish_translations"] = False
        answer = super().form_valid(form)
        if publish:
            for translation in self.object.translations.filter(enabled=True):
                self._publish(translation)
        return answer

    def _publish(self, translation: Translation) -> None:
        target = translation.get_target_instance()
        missing = sentences_missing(translation)
        if missing:
            messages.warning(self.request, not_yet(missing))
        elif target.permissions_for_user(self.request.user).can_publish():
            translation.save_target(user=self.request.user, publish=True)


class Report(TranslationsReportView):
    """Names every page, drafts too: only for those who translate. The newest come first."""

    def get_queryset(self):
        # Without an order, a translation could be on two sheets of the list, or on none.
        return super().get_queryset().order_by("-created_at", "-pk")

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(SUBMIT):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


def snippets_api(request, **where):
    if not request.user.has_perm(SUBMIT):
        raise PermissionDenied
    actions = {"get": "retrieve" if "pk" in where else "list"}
    return SnippetViewSet.as_view(actions)(request, **where)


def refuse_half_translated(request, page):
    """Hook before_edit_page: « publish » in the translation editor waits for the last sentence."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_into(page)
    missing = sentences_missing(translation) if translation else 0
    if not missing:
        return None
    messages.error(request, not_yet(missing))
    return redirect(request.path)


def translation_into(page: Page) -> Translation | None:
    """The running translation whose result is this page."""
    return Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()


def sentences_missing(translation: Translation) -> int:
    total, done = translation.get_progress()
    return total - done


def not_yet(missing: int) -> str:
    text = ngettext(
        "Not published: %d sentence is still in French.",
        "Not published: %d sentences are still in French.",
        missing,
    )
    return text % missing


def guarded_urls() -> Iterable:
    """Same addresses as the tool's own; ours are asked first, and its names still lead here."""
    snippet = "localize/api/snippets/<slug:app_label>/<slug:model_name>/"
    return [
        path("localize/submit/page/<int:page_id>/", SubmitPage.as_view()),
        path(
            "localize/submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            SubmitSnippet.as_view(),
        ),
        path("localize/update/<int:translation_source_id>/", UpdateTranslations.as_view()),
        path("localize/reports/translations/", Report.as_view()),
        path("localize/reports/translations/results/", Report.as_view(results_only=True)),
        path(snippet, snippets_api),
        path(f"{snippet}<str:pk>/", snippets_api),
    ]
