"""The desk's place in the admin: one menu, five entries, each for who may use it."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from mediation.desk import views

MODERATE, IMPORT = "mediation.change_placereport", "mediation.add_placeimport"


class DeskItem(MenuItem):
    """An entry that only those who hold a right see."""

    def __init__(self, label, name: str, right: str, icon: str, order: int) -> None:
        super().__init__(label, reverse(name), icon_name=icon, order=order)
        self.right = right

    def is_shown(self, request) -> bool:
        return request.user.has_perm(self.right)


@hooks.register("register_admin_urls")
def desk_urls():
    return [
        path("places/import/", views.bring, name="places_bring"),
        path("places/import/<int:pk>/", views.look, name="places_import"),
        path("places/reports/", views.reports, name="places_reports"),
        path("places/reports/<int:pk>/settle/", views.settle, name="places_settle"),
        path("places/duplicates/", views.duplicates, name="places_duplicates"),
        path("places/duplicates/<int:pk>/", views.decide, name="places_decide"),
        path("places/hours/", views.hours_to_read, name="places_hours"),
        path("places/unconfirmed/", views.unconfirmed, name="places_unconfirmed"),
        path("places/unconfirmed/<int:pk>/", views.confirm, name="places_confirm"),
    ]


@hooks.register("register_admin_menu_item")
def desk_menu():
    entries = (
        (_("Reported errors"), "places_reports", MODERATE, "warning"),
        (_("Duplicates"), "places_duplicates", MODERATE, "copy"),
        (_("Not confirmed"), "places_unconfirmed", MODERATE, "calendar-check"),
        (_("Hours to read"), "places_hours", MODERATE, "time"),
        (_("Import"), "places_bring", IMPORT, "upload"),
    )
    items = [DeskItem(*entry, order) for order, entry in enumerate(entries)]
    return SubmenuMenuItem(_("Places"), Menu(items=items), icon_name="home", order=290)
