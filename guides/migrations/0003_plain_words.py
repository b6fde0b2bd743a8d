"""The difficult words to start from; editors go on from there."""

import tomllib
from pathlib import Path

from django.db import migrations

WORDS = Path(__file__).parents[1] / "plain_words.toml"


def add_words(apps, schema_editor):
    PlainWord = apps.get_model("guides", "PlainWord")
    for word, plainer in tomllib.loads(WORDS.read_text()).items():
        PlainWord.objects.get_or_create(word=word, defaults={"plainer": plainer})


class Migration(migrations.Migration):
    dependencies = [("guides", "0002_initial")]
    operations = [migrations.RunPython(add_words, migrations.RunPython.noop, elidable=False)]
