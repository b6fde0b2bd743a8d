"""Addresses that stand beside a page: feeds of a calendar, dates and files of a dated page.

The page's own path comes first, in either language, so that these follow it wherever it moves.
"""

from django.urls import path, re_path
from django.utils.translation import pgettext_lazy

from events import feed_views, views
from events.proposals import views as proposals

PAGE = r"^(?P<path>[\w/-]+)/"
SCHEMA = r"feed\.(?P<kind>schema|tableschema)\.json$"
DATE = r"(?P<day>\d{4}-\d{2}-\d{2})-(?P<hour>\d{4})/"

urlpatterns = [
    path(pgettext_lazy("address", "proposal/<str:link>/"), proposals.proposal, name="proposal"),
    re_path(PAGE + r"proposer/$", proposals.propose, name="propose"),
    re_path(PAGE + r"feed\.(?P<kind>ics|rss|json|csv)$", feed_views.feed, name="feed"),
    re_path(PAGE + SCHEMA, feed_views.schema, name="feed_schema"),
    re_path(PAGE + r"poster\.pdf$", feed_views.poster, name="poster"),
    re_path(PAGE + r"ways/$", views.ways, name="calendar_ways"),
    re_path(PAGE + r"embed/$", views.embed, name="embed"),
    re_path(PAGE + DATE + "$", views.date, name="date"),
    re_path(PAGE + DATE + r"event\.ics$", views.date_file, name="date_file"),
    re_path(PAGE + r"event\.ics$", views.series_file, name="series_file"),
]
