"""The editor's form of a place: what is changed by hand is no longer the import's."""

from wagtail.admin.forms import WagtailAdminPageForm

from mediation.exchange_fields import PAGE_FIELD


class PlaceForm(WagtailAdminPageForm):
    def save(self, commit=True):
        """Notes which national fields somebody took over, on a place that came from elsewhere."""
        if self.instance.is_imported:
            touched = set(self.changed_data)
            taken = {national for national, name in PAGE_FIELD.items() if name in touched}
            self.instance.by_hand = sorted({*self.instance.by_hand, *taken})
        return super().save(commit)
