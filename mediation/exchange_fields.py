"""Which field of a page carries which field of the national schema."""

from mediation import choices

# Fields of the schema that are ticked boxes here.
TICKED: dict[str, tuple[str, choices.Choices]] = {
    "typologie": ("kinds", choices.KINDS),
    "itinerance": ("mobility", choices.MOBILITY),
    "services": ("services", choices.SERVICES),
    "publics_specifiquement_adresses": ("audiences", choices.AUDIENCES),
    "prise_en_charge_specifique": ("needs", choices.NEEDS),
    "frais_a_charge": ("fees", choices.FEES),
    "dispositif_programmes_nationaux": ("programmes", choices.PROGRAMMES),
    "formations_labels": ("labels", choices.LABELS),
    "modalites_acces": ("contacts", choices.CONTACTS),
    "modalites_accompagnement": ("ways", choices.WAYS),
}
# Fields that carry the same words on both sides.
SAME = {
    "nom": "title",
    "code_postal": "postcode",
    "adresse": "street",
    "complement_adresse": "street_extra",
    "latitude": "latitude",
    "longitude": "longitude",
    "telephone": "phone",
    "horaires": "opening_hours",
    "presentation_resume": "introduction",
    "source": "source",
    "structure_parente": "parent_structure",
    "date_maj": "updated_on",
    "fiche_acces_libre": "acceslibre_url",
    "prise_rdv": "booking_url",
}
JOINED = {"courriels": "emails", "site_web": "websites", "autres_formations_labels": "other_labels"}
# The field of the page that a national field is kept in, for those taken over by hand.
PAGE_FIELD = {
    **SAME,
    **JOINED,
    **{national: name for national, (name, _among) in TICKED.items()},
    "pivot": "siret",
    "presentation_detail": "text",
    "code_insee": "commune",
    "commune": "commune",
}
