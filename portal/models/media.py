"""Pictures: photographs and drawings that editors upload."""

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Illustration(AbstractImage):
    """A picture of the site; its words for those who do not see it stand where it is used."""

    admin_form_fields = Image.admin_form_fields


class IllustrationRendition(AbstractRendition):
    """One size of a picture, made when its page is published."""

    image = models.ForeignKey(Illustration, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
