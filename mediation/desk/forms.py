"""The file of an import, brought by a moderator."""

import io

from django import forms
from django.utils.translation import gettext_lazy as _

from mediation import reporting
from mediation.opendata import FileError, read

LARGEST_UPLOAD = 10 * 1024 * 1024


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("National file of places (CSV, JSON or GeoJSON)"),
        help_text=_("Nothing is written before you have seen what would change."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_UPLOAD:
            raise forms.ValidationError(
                _("More than 10 MB: please use the command import_places instead.")
            )
        try:
            for _row in read(io.BytesIO(file.read())):
                pass
        except FileError as error:
            raise forms.ValidationError(reporting.refused_file(error)) from error
        file.seek(0)
        return file
