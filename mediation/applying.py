"""An import's difference written in the base: in one transaction, with nothing ever deleted."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, count

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from wagtail.signal_handlers import disable_reference_index_auto_update

from mediation import exchange
from mediation.finding import all_at_once
from mediation.importing import Line, Plan, identifiers_of
from mediation.models.place_details import PlaceNumber
from mediation.models.places import PlacePage
from mediation.opendata import FIELDS

Watch = Callable[[Iterable[Line], int], Iterator[Line]]


def apply(plan: Plan, index, watch: Watch | None = None) -> None:
    """Writes the plan under `index`, the French PlaceIndexPage; `watch` tells the progress."""
    lines = [*plan.new, *plan.changed, *plan.alike]
    with transaction.atomic(), all_at_once():
        _Writer(index).write(plan, watch(lines, len(lines)) if watch else lines)


class _Writer:
    def __init__(self, index) -> None:
        self.index = index
        self.taken = set(index.get_children().values_list("slug", flat=True))
        self.made: dict[int, PlacePage] = {}  # line number → page
        self.numbers: list[PlaceNumber] = []
        self.now = timezone.now()

    def write(self, plan: Plan, lines: Iterable[Line]) -> None:
        new = {id(line) for line in plan.new}
        alike = {id(line) for line in plan.alike}
        pages = PlacePage.objects.in_bulk({line.key for line in plan.changed})
        for line in lines:
            if id(line) in new:
                self._create(line, live=True)
            elif id(line) in alike:
                self._create(line, live=False)
            else:
                self._change(pages[line.key], line)
        for line in plan.same:
            self._number(self.made[-line.key], line)
        PlaceNumber.objects.bulk_create(self.numbers, ignore_conflicts=True, batch_size=500)
        for known in plan.gone:
            self._hide(PlacePage.objects.get(pk=known.key))

    def _create(self, line: Line, *, live: bool) -> None:
        row = line.row
        page = PlacePage(
            title=row.nom,
            draft_title=row.nom,
            slug=self._slug(row.nom, row.commune),
            number=row.id,
            live=live,
            has_unpublished_changes=not live,
            first_published_at=self.now if live else None,
            last_published_at=self.now if live else None,
            hours_note=line.prose,
            locale=self.index.locale,
        )
        exchange.write(page, row, (name for name in FIELDS if name != "id"))
        if line.key:
            page.alike = self.made.get(-line.key) or PlacePage.objects.filter(pk=line.key).first()
        page.save = partial(page.save, clean=False)  # opendata.from_cells cleaned it: a third less
        with disable_reference_index_auto_update():  # a new place refers to nothing
            self.index.add_child(instance=page)
        del page.save
        self.made[line.number] = page
        self._number(page, line)

    def _change(self, page: PlacePage, line: Line) -> None:
        names = [change.field for change in line.changes if not change.kept]
        if page.gone_since:
            page.gone_since, page.live = None, True
        exchange.write(page, line.row, names)
        if page.has_unpublished_changes and page.live:
            page.save()
            self._change_draft(page, line, names)
        else:
            revision = page.save_revision(changed=bool(names))
            if page.live:
                revision.publish()
        self._number(page, line)

    def _change_draft(self, page: PlacePage, line: Line, names: list[str]) -> None:
        """What somebody has not finished writing gets the same changes, and stays a draft."""
        draft = page.get_latest_revision_as_object()
        exchange.write(draft, line.row, names)
        draft.save_revision()

    def _hide(self, page: PlacePage) -> None:
        page.gone_since = timezone.now()
        page.save(update_fields=["gone_since"])
        page.unpublish()

    def _number(self, page: PlacePage, line: Line) -> None:
        source, number = next(identifiers_of(line.row))
        self.numbers.append(PlaceNumber(source=source, number=number, place=page))

    def _slug(self, name: str, commune: str) -> str:
        base = slugify(name)[:80] or "lieu"
        wanted = chain((base, f"{base}-{slugify(commune)}"), (f"{base}-{n}" for n in count(2)))
        slug = next(each for each in wanted if each not in self.taken)
        self.taken.add(slug)
        return slug
