"""Choices an editor recognises: faces, gestures and places as pictures, radios underneath."""

from django import forms
from django.utils.html import format_html

from guides.addresses import thumbnail_url
from guides.art import label, library
from guides.art.words import words


def choices(kind: str) -> list[tuple[str, str]]:
    """What the library offers of one kind (who, pose, mood, scene), named in French."""
    keys = library().people if kind == "who" else words("fr")[f"{kind}s"]
    return [(key, label(kind, key)) for key in keys]


class PicturePicker(forms.RadioSelect):
    """Radio buttons whose labels carry a small picture; without pictures they are plain radios."""

    def __init__(self, kind: str):
        super().__init__(attrs={"class": f"picture-picker picture-picker--{kind}"})
        self.kind = kind

    def create_option(self, name, value, label, *args, **kwargs):
        picture = format_html(
            '<img src="{}" alt="" loading="lazy" width="64" height="64"><span>{}</span>',
            thumbnail_url(self.kind, str(value)),
            label,
        )
        return super().create_option(name, value, picture, *args, **kwargs)
