"""A place as the national schema says it, and the cells it is published as."""

import datetime as dt
from dataclasses import dataclass, fields

from mediation import opening_hours
from mediation.opendata.schema import FIELDS, SEPARATOR

Words = tuple[str, ...]


@dataclass(frozen=True)
class Problem:
    """What was put right or refused in a field; `key` names the sentence, `value` what it was."""

    field: str
    key: str
    value: str = ""
    refuses: bool = False


@dataclass(frozen=True)
class PlaceRow:
    """The 32 fields, in order and with their national names; lists are tuples."""

    id: str
    pivot: str
    nom: str
    commune: str
    code_postal: str
    code_insee: str
    adresse: str
    complement_adresse: str = ""
    latitude: float | None = None
    longitude: float | None = None
    typologie: Words = ()
    telephone: str = ""
    courriels: Words = ()
    site_web: Words = ()
    horaires: str = ""
    presentation_resume: str = ""
    presentation_detail: str = ""
    source: str = ""
    itinerance: Words = ()
    structure_parente: str = ""
    date_maj: dt.date | None = None
    services: Words = ()
    publics_specifiquement_adresses: Words = ()
    prise_en_charge_specifique: Words = ()
    frais_a_charge: Words = ()
    dispositif_programmes_nationaux: Words = ()
    formations_labels: Words = ()
    autres_formations_labels: Words = ()
    modalites_acces: Words = ()
    modalites_accompagnement: Words = ()
    fiche_acces_libre: str = ""
    prise_rdv: str = ""


def to_cells(row: PlaceRow) -> dict[str, str]:
    """The 32 cells as published: hours as the national map reads them, lists with bars."""
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    values["horaires"] = opening_hours.for_national_map(row.horaires)
    return {name: _cell(values[name]) for name in FIELDS}


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


assert tuple(field.name for field in fields(PlaceRow)) == FIELDS
