"""A date remembers where its schedule puts it, when a hand put it elsewhere."""

from django.db import migrations, models
from django.db.models import F, Q


def remember(apps, schema_editor):
    """Until now a date that is elsewhere than planned counted as put there by hand."""
    moved = Q(state="moved") | (~Q(state="scheduled") & ~Q(starts_at=F("planned_at")))
    dates = apps.get_model("events", "Occurrence").objects.filter(moved, withdrawn=False)
    dates.update(scheduled_at=F("planned_at"))


class Migration(migrations.Migration):
    dependencies = [("events", "0006_keyed_codes")]
    operations = [
        migrations.AddField(
            model_name="occurrence",
            name="scheduled_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
