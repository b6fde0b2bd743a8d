"""Addresses of the mediators' space, in the reader's language; all of them below one path."""

from django.urls import include, path
from django.utils.translation import pgettext_lazy

from events.space import account_views, date_views, desk_views, place_views, team_views, views

pages = [
    path("", views.home, name="space"),
    path(pgettext_lazy("address", "new/"), views.new, name="space_new"),
    path(pgettext_lazy("address", "again/<int:pk>/"), views.again, name="space_again"),
    path(pgettext_lazy("address", "places/"), place_views.places, name="space_places"),
    path(pgettext_lazy("address", "places/<int:pk>/"), place_views.place, name="space_place"),
    path("date/<int:pk>/", date_views.date, name="space_date"),
    path("date/<int:pk>/<int:booking>/", date_views.booked, name="space_booked"),
    path(pgettext_lazy("address", "teams/"), team_views.teams, name="space_teams"),
    path(pgettext_lazy("address", "teams/<int:pk>/"), team_views.team, name="space_team"),
    path("invitation/<str:link>/", team_views.invitation, name="space_invitation"),
    path(pgettext_lazy("address", "evaluation/"), desk_views.desk, name="space_desk"),
    path(
        pgettext_lazy("address", "evaluation/evaluation.csv"),
        desk_views.desk_csv,
        name="space_desk_csv",
    ),
    path(pgettext_lazy("address", "my-account/"), account_views.account, name="space_account"),
    path(pgettext_lazy("address", "account/"), include("allauth.urls")),
]

urlpatterns = [path(pgettext_lazy("address", "space/"), include(pages))]
