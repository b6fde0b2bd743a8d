"""The national schema « lieux de médiation numérique » 1.0.2: fields, choices, Table Schema.

Facts from LaMednum/standard-mediation-num (schema.json 1.0.2, 2024-04-11, etalab-2.0), and the
92 kinds of the national reference library (MIT).
"""

import re
from typing import Any

VERSION = "1.0.2"
SOURCE = "https://schema.data.gouv.fr/LaMednum/standard-mediation-num/"
SEPARATOR = "|"

FIELDS = (
    "id",
    "pivot",
    "nom",
    "commune",
    "code_postal",
    "code_insee",
    "adresse",
    "complement_adresse",
    "latitude",
    "longitude",
    "typologie",
    "telephone",
    "courriels",
    "site_web",
    "horaires",
    "presentation_resume",
    "presentation_detail",
    "source",
    "itinerance",
    "structure_parente",
    "date_maj",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "frais_a_charge",
    "dispositif_programmes_nationaux",
    "formations_labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "fiche_acces_libre",
    "prise_rdv",
)
REQUIRED = ("id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj")
LONGEST_SUMMARY = 280

CHOICES: dict[str, tuple[str, ...]] = {
    "itinerance": ("Itinérant", "Fixe"),
    "services": (
        "Aide aux démarches administratives",
        "Maîtrise des outils numériques du quotidien",
        "Insertion professionnelle via le numérique",
        "Utilisation sécurisée du numérique",
        "Parentalité et éducation avec le numérique",
        "Loisirs et créations numériques",
        "Compréhension du monde numérique",
        "Accès internet et matériel informatique",
        "Acquisition de matériel informatique à prix solidaire",
    ),
    "publics_specifiquement_adresses": (
        "Jeunes",
        "Étudiants",
        "Familles et/ou enfants",
        "Seniors",
        "Femmes",
    ),
    "prise_en_charge_specifique": (
        "Surdité",
        "Handicaps moteurs",
        "Handicaps mentaux",
        "Illettrisme",
        "Langues étrangères (anglais)",
        "Langues étrangères (autres)",
        "Déficience visuelle",
    ),
    "frais_a_charge": ("Gratuit", "Gratuit sous condition", "Payant"),
    "dispositif_programmes_nationaux": (
        "Aidants Connect",
        "Bibliothèques numérique de référence",
        "Certification PIX",
        "Conseillers numériques",
        "Emmaüs Connect",
        "France Services",
        "Grande école du numérique",
        "La Croix Rouge",
        "Point d'accès numérique CAF",
        "Promeneurs du net",
        "Relais numérique (Emmaüs Connect)",
    ),
    # « Étapes numériques (La Poste) » is written two ways by the schema and its library: neither
    # form passes both, so it is read from either and never written.
    "formations_labels": (
        "Formé à « Mon Espace Santé »",
        "Formé à « DUPLEX » (illettrisme)",
        "Arnia/MedNum BFC (Bourgogne-Franche-Comté)",
        "Collectif ressources et acteurs réemploi (Normandie)",
        "Fabriques de Territoire",
        "Les Éclaireurs du numérique (Drôme)",
        "Mes Papiers (Métropole de Lyon)",
        "ORDI 3.0",
        "SUD LABS (PACA)",
    ),
    "modalites_acces": (
        "Se présenter",
        "Téléphoner",
        "Contacter par mail",
        "Prendre un RDV en ligne",
        "Ce lieu n'accueille pas de public",
        "Envoyer un mail avec une fiche de prescription",
    ),
    "modalites_accompagnement": (
        "En autonomie",
        "Accompagnement individuel",
        "Dans un atelier collectif",
        "À distance",
    ),
}
# Free text on both sides of the bar.
FREE_LISTS = ("courriels", "site_web", "autres_formations_labels")
LISTS = (*CHOICES, "typologie", *FREE_LISTS)

_KINDS = (
    "ACI ACIPHC AFPA AI ASE ASSO ASSO_CHOMEUR Autre AVIP BIB CAARUD CADA CAF CAP_EMPLOI CAVA CC"
    " CCAS CCONS CD CDAS CFP CHRS CHU CIAS CIDFF CITMET CMP CMS CPAM CPH CS CSAPA CSC DEETS DEPT"
    " DIPLP E2C EA EATT EI EITI ENM EPCI EPI EPIDE EPN ES ESAT ESS ETTI EVS FABLAB FABRIQUE FAIS"
    " FT GEIQ HUDA LA_POSTE MDE MDH MDEF MDPH MDS MJC ML MQ MSA MSAP MUNI OACAS ODC OF OIL OPCS"
    " PAD PENSION PI PIJ_BIJ PIMMS PJJ PLIE PREF PREVENTION REG RELAIS_LECTURE RESSOURCERIE RFS"
    " RS_FJT SCP SPIP TIERS_LIEUX UDAF"
)
KINDS = frozenset(_KINDS.split())

_PREFIXES = r"\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|\+508|\+681"
_PATTERNS = {
    "pivot": r"^[a-zA-Z0-9]{9,14}$",
    "code_postal": r"^\d{5}$",
    "code_insee": r"^([013-9]\d|2[AB1-9])\d{3}$",
    "telephone": rf"^({_PREFIXES})(\d){{6,9}}$",
}
_TYPES = {"latitude": "number", "longitude": "number", "date_maj": "date"}


def table_schema() -> dict[str, Any]:
    """The Table Schema (frictionless) of what is published here, to be served beside the data."""
    return {
        "name": "lieux-de-mediation-numerique",
        "version": VERSION,
        "homepage": SOURCE,
        "primaryKey": "id",
        "fields": [_field(name) for name in FIELDS],
    }


def _field(name: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if name in REQUIRED:
        constraints["required"] = True
    if name == "id":
        constraints["unique"] = True
    if name == "presentation_resume":
        constraints["maxLength"] = LONGEST_SUMMARY
    if name in _PATTERNS:
        constraints["pattern"] = _PATTERNS[name]
    if name in CHOICES:
        constraints["pattern"] = _list_pattern(CHOICES[name])
    field = {"name": name, "type": _TYPES.get(name, "string")}
    return {**field, "constraints": constraints} if constraints else field


def _list_pattern(choices: tuple[str, ...]) -> str:
    one = "|".join(re.escape(choice).replace(r"\ ", " ") for choice in choices)
    return rf"^(?:(?:{one})(?:\||$))+$"
