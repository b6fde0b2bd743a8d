"""The directory of places, and what stands beside it: a page for each commune, the open data."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.url_routing import RouteResult

from mediation.models.places import PlacePage
from portal import territory
from portal.models import BasePage


class PlaceIndexPage(RoutablePageMixin, BasePage):
    """Who can help me, near me, now."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["mediation.PlacePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory of places")

    @path("")
    def directory(self, request: HttpRequest) -> HttpResponse:
        from mediation.directory.pages import directory  # it reads these models

        return self.render(request, context_overrides=directory(self, request))

    @path("commune/<slug:slug>/", name="commune")
    def commune(self, request: HttpRequest, slug: str) -> HttpResponse:
        """« Le numérique à Hennebont »."""
        from mediation.directory.pages import commune_page

        here = next((one for one in territory.communes() if slug in one.slugs.values()), None)
        if here is None:
            raise Http404
        context = commune_page(self, here)
        return self.render(request, context_overrides=context, template="mediation/commune.html")

    @path("numero/<str:number>/", name="numbered")
    def numbered(self, request: HttpRequest, number: str) -> HttpResponse:
        """From its number in the open data to the place: an address others can keep."""
        place = PlacePage.objects.live().originals().numbered(number).first()
        if place is None:
            raise Http404
        return redirect(place.localized.get_url(request))

    def route(self, request: HttpRequest, path_components: list[str]):
        """A place without Breton words answers in French under the Breton address; one that was
        merged into another leads there."""
        try:
            return super().route(request, path_components)
        except Http404:
            place = PlacePage.objects.answering(self, path_components[:1])
            if place is None:
                raise
            if place.live:
                return place.route(request, path_components[1:])
            return RouteResult(place)

    def commune_url(self, commune: territory.Commune) -> str:
        slug = commune.slugs.get(self.locale.language_code, commune.slugs["fr"])
        return f"{self.url}commune/{slug}/"
