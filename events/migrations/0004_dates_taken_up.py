from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0003_alter_eventpage_format_alter_eventpage_level"),
        ("mediation", "0003_alter_workshoppage_format_alter_workshoppage_level"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="occurrence",
            index=models.Index(
                condition=models.Q(("taken__gte", models.F("capacity"))),
                fields=["over_at"],
                name="dates_taken_up",
            ),
        ),
    ]
