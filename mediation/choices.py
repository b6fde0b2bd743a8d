"""What can be said of a place by ticking a box: codes in addresses, national words, our words.

A code is short and lasting (it stands in bookmarks). `national` is the exact word of the national
schema, empty for what that schema lacks.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Choice:
    code: str
    label: str | Promise
    national: str = ""
    icon: str = ""


class Choices(tuple[Choice, ...]):
    """An ordered list of choices that can be asked by code or by national word."""

    def options(self) -> list[tuple[str, str | Promise]]:
        """(code, label) for a form."""
        return [(each.code, each.label) for each in self]

    def chosen(self, codes: Iterable[str]) -> list[Choice]:
        wanted = set(codes)
        return [each for each in self if each.code in wanted]

    def labels(self, codes: Iterable[str]) -> list[str | Promise]:
        return [each.label for each in self.chosen(codes)]

    def get(self, code: str) -> Choice | None:
        return next((each for each in self if each.code == code), None)

    def to_national(self, codes: Iterable[str]) -> tuple[str, ...]:
        chosen = set(codes)
        words = (each.national for each in self if each.code in chosen and each.national)
        return tuple(dict.fromkeys(words))

    def from_national(self, words: Iterable[str]) -> list[str]:
        """The first code of each national word."""
        wanted = set(words)
        found: dict[str, str] = {}
        for each in self:
            if each.national in wanted:
                found.setdefault(each.national, each.code)
        return list(found.values())


KINDS = Choices(
    [
        Choice("mediatheque", _("Media library"), "BIB", "book"),
        Choice("france-services", _("France services"), "RFS", "people"),
        Choice("mairie", _("Town hall"), "MUNI", "home"),
        Choice("tiers-lieu", _("Third place"), "TIERS_LIEUX", "talk"),
        Choice("fablab", _("Fab lab"), "FABLAB", "tool"),
        Choice("coworking", _("Coworking space"), "TIERS_LIEUX", "computer"),
        Choice("epn", _("Public digital space"), "EPN", "computer"),
        Choice("centre-social", _("Social centre"), "CS", "people"),
        Choice("maison-de-quartier", _("Neighbourhood house"), "MQ", "home"),
        Choice("vie-sociale", _("Community space"), "EVS", "people"),
        Choice("ccas", _("Town social services (CCAS)"), "CCAS", "heart"),
        Choice("mediation", _("Mediation point (Pimms)"), "PIMMS", "talk"),
        Choice("association", _("Association"), "ASSO", "heart"),
        Choice("jeunesse", _("Youth information"), "PIJ_BIJ", "people"),
        Choice("mission-locale", _("Youth employment service"), "ML", "tool"),
        Choice("emploi", _("Employment service"), "FT", "tool"),
        Choice("formation", _("Training body"), "OF", "book"),
        Choice("poste", _("Post office"), "LA_POSTE", "mail"),
        Choice("ressourcerie", _("Reuse centre"), "RESSOURCERIE", "plug"),
        Choice("intercommunalite", _("Community of communes"), "EPCI", "home"),
        Choice("itinerant", _("Travelling stop"), "ENM", "bus"),
        Choice("wifi", _("Public Wi-Fi spot"), "", "wifi"),
        Choice("zone-blanche", _("Place without waves"), "", "moon"),
        Choice("autre", _("Other place"), "Autre", "pin"),
    ]
)
SERVICES = Choices(
    [
        Choice(
            "demarches", _("Official papers online"), "Aide aux démarches administratives", "pencil"
        ),
        Choice(
            "quotidien",
            _("Computer, telephone, tablet: everyday use"),
            "Maîtrise des outils numériques du quotidien",
            "computer",
        ),
        Choice(
            "emploi",
            _("Looking for work online"),
            "Insertion professionnelle via le numérique",
            "tool",
        ),
        Choice(
            "securite",
            _("Staying safe online"),
            "Utilisation sécurisée du numérique",
            "shield",
        ),
        Choice(
            "parents",
            _("Parents, children and screens"),
            "Parentalité et éducation avec le numérique",
            "people",
        ),
        Choice("loisirs", _("Playing and creating"), "Loisirs et créations numériques", "star"),
        Choice(
            "comprendre",
            _("Understanding the digital world"),
            "Compréhension du monde numérique",
            "eye",
        ),
        Choice(
            "acces",
            _("Using a computer and the Internet"),
            "Accès internet et matériel informatique",
            "wifi",
        ),
        Choice(
            "materiel",
            _("Buying a computer at a fair price"),
            "Acquisition de matériel informatique à prix solidaire",
            "plug",
        ),
    ]
)
AUDIENCES = Choices(
    [
        Choice("jeunes", _("Young people"), "Jeunes"),
        Choice("etudiants", _("Students"), "Étudiants"),
        Choice("familles", _("Families and children"), "Familles et/ou enfants"),
        Choice("seniors", _("Older people"), "Seniors"),
        Choice("femmes", _("Women"), "Femmes"),
    ]
)
NEEDS = Choices(
    [
        Choice("surdite", _("Deaf or hard of hearing"), "Surdité", "ear"),
        Choice("moteur", _("Reduced mobility"), "Handicaps moteurs", "wheelchair"),
        Choice("mental", _("Learning disability"), "Handicaps mentaux", "heart"),
        Choice("illettrisme", _("Difficulty reading"), "Illettrisme", "book"),
        Choice("anglais", _("English spoken"), "Langues étrangères (anglais)", "language"),
        Choice("langues", _("Other languages spoken"), "Langues étrangères (autres)", "language"),
        Choice("vision", _("Blind or partially sighted"), "Déficience visuelle", "eye"),
    ]
)
FEES = Choices(
    [
        Choice("gratuit", _("Free of charge"), "Gratuit", "euro-free"),
        Choice("conditions", _("Free under conditions"), "Gratuit sous condition"),
        Choice("payant", _("With a fee"), "Payant"),
    ]
)
PROGRAMMES = Choices(
    [
        Choice("aidants-connect", _("Aidants Connect"), "Aidants Connect"),
        Choice("bnr", _("Digital reference library"), "Bibliothèques numérique de référence"),
        Choice("pix", _("Pix certification"), "Certification PIX"),
        Choice("conseillers", _("Digital advisers (France)"), "Conseillers numériques"),
        Choice("emmaus", _("Emmaüs Connect"), "Emmaüs Connect"),
        Choice("france-services", _("France services"), "France Services"),
        Choice("gen", _("Grande école du numérique"), "Grande école du numérique"),
        Choice("croix-rouge", _("Red Cross"), "La Croix Rouge"),
        Choice("caf", _("Digital access point of the CAF"), "Point d'accès numérique CAF"),
        Choice("promeneurs", _("Promeneurs du net"), "Promeneurs du net"),
        Choice("relais", _("Digital relay (Emmaüs Connect)"), "Relais numérique (Emmaüs Connect)"),
    ]
)
LABELS = Choices(
    [
        Choice(
            "espace-sante", _("Trained on « Mon Espace Santé »"), "Formé à « Mon Espace Santé »"
        ),
        Choice("duplex", _("Trained on « Duplex » (literacy)"), "Formé à « DUPLEX » (illettrisme)"),
        Choice("arnia", "Arnia/MedNum BFC", "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"),
        Choice(
            "creaor",
            "Collectif ressources et acteurs réemploi",
            "Collectif ressources et acteurs réemploi (Normandie)",
        ),
        Choice("fabriques", _("Fabriques de Territoire"), "Fabriques de Territoire"),
        Choice("eclaireurs", "Les Éclaireurs du numérique", "Les Éclaireurs du numérique (Drôme)"),
        Choice("mes-papiers", "Mes Papiers", "Mes Papiers (Métropole de Lyon)"),
        Choice("ordi", "ORDI 3.0", "ORDI 3.0"),
        Choice("sud-labs", "SUD LABS", "SUD LABS (PACA)"),
    ]
)
CONTACTS = Choices(
    [
        Choice("venir", _("Come to the place"), "Se présenter", "pin"),
        Choice("telephoner", _("Call by telephone"), "Téléphoner", "phone"),
        Choice("ecrire", _("Write an e-mail"), "Contacter par mail", "mail"),
        Choice("rendez-vous", _("Book online"), "Prendre un RDV en ligne", "calendar"),
        Choice("ferme-au-public", _("Not open to the public"), "Ce lieu n'accueille pas de public"),
        Choice(
            "prescription",
            _("Through a social worker"),
            "Envoyer un mail avec une fiche de prescription",
            "people",
        ),
    ]
)
WAYS = Choices(
    [
        Choice("seul", _("On your own, with someone near"), "En autonomie"),
        Choice("accompagne", _("One to one"), "Accompagnement individuel"),
        Choice("atelier", _("In a workshop"), "Dans un atelier collectif"),
        Choice("a-distance", _("By telephone or video"), "À distance", "phone"),
        Choice("a-domicile", _("At your home"), "", "home"),
    ]
)
MOBILITY = Choices(
    [
        Choice("fixe", _("Stays in one place"), "Fixe"),
        Choice("itinerant", _("Travels"), "Itinérant", "bus"),
    ]
)
# From here on: what residents need and the national schema lacks.
ACCESS = Choices(
    [
        Choice("wheelchair", _("Wheelchair access"), icon="wheelchair"),
        Choice("step-free", _("No step at the door"), icon="check"),
        Choice("lift", _("Lift"), icon="check"),
        Choice("toilets", _("Accessible toilets"), icon="check"),
        Choice("parking", _("Reserved parking space"), icon="car"),
        Choice("loop", _("Hearing loop"), icon="ear"),
        Choice("sign_language", _("Sign language"), icon="sign"),
        Choice("calm", _("Calm room"), icon="heart"),
        Choice("easy", _("Easy to read"), icon="book"),
    ]
)
EQUIPMENT = Choices(
    [
        Choice("ordinateurs", _("Computers"), icon="computer"),
        Choice("tablettes", _("Tablets"), icon="computer"),
        Choice("imprimante", _("Printer"), icon="printer"),
        Choice("scanner", _("Scanner"), icon="printer"),
        Choice("imprimante-3d", _("3D printer"), icon="tool"),
        Choice("pret", _("Equipment on loan"), icon="share"),
        Choice("prises", _("Power sockets"), icon="plug"),
        Choice("wifi", _("Public Wi-Fi"), icon="wifi"),
    ]
)
LANGUAGES = Choices(
    [
        Choice("br", _("Breton")),
        Choice("en", _("English")),
        Choice("es", _("Spanish")),
        Choice("ar", _("Arabic")),
        Choice("tr", _("Turkish")),
        Choice("uk", _("Ukrainian")),
        Choice("lsf", _("French sign language")),
    ]
)
SETTINGS = Choices([Choice("urbain", _("Urban")), Choice("rural", _("Rural"))])
PURPOSES = Choices([Choice("mediation", _("Mediation")), Choice("economie", _("Economy"))])
