"""Filled documents for the tests of printed pages."""

import datetime as dt
import io

import pikepdf

from portal.print.data import Bubble, Contact, Frame, Line, Programme, Question, Run, Screen, Strip
from portal.print.drawing import Svg
from portal.print.render import render

WHEN = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
PICTURE = Svg(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">'
    '<circle cx="200" cy="200" r="90" fill="#b53d1e"/></svg>'
)
CONTACT = Contact("https://portail.example/fr/agenda/", "02 97 00 00 00", "Du lundi au vendredi")


def programme(count: int = 14, **changes) -> Programme:
    lines = [
        Line("Mardi", f"{i % 28 + 1} décembre", "14 h 30", f"Atelier n° {i}", "Médiathèque")
        for i in range(count)
    ]
    content = {
        "title": "Ateliers numériques",
        "subtitle": "Hennebont",
        "period": "Du 1er au 28 décembre 2026",
        "lead": "Gratuit, ouvert à tous !",
        "lines": lines,
        "contact": CONTACT,
        "printed": "Imprimé le 22 novembre 2026.",
    }
    return Programme(**(content | changes))


def strip(count: int = 6, text: str = "Tiens, un message ?") -> Strip:
    told = Frame(
        drawing=PICTURE,
        alt="Une habitante dans sa cuisine.",
        caption="Mardi matin.",
        bubbles=[Bubble("Elle dit", text), Bubble("Elle pense", text, "thought", "left")],
    )
    shown = Frame(
        screen=Screen(
            "+33 7 00 00 00 00", [Run("Payez "), Run("vite", clue=1)], ["On vous presse."]
        )
    )
    return Strip(
        "Le faux SMS",
        "Un message vous presse ?",
        [shown if i % 3 == 1 else told for i in range(count)],
        ["Je ne clique pas.", "Je vérifie.", "Je demande."],
        CONTACT,
        "Imprimé le 22 novembre 2026.",
        help=["Appelez votre banque."],
        questions=[Question("Que faire ?", ["Je clique", "Je vérifie"])],
    )


def pdf_of(template: str, document, paper: str, language: str = "fr") -> pikepdf.Pdf:
    made = render(template, document, format=paper, language=language, timestamp=WHEN)
    return pikepdf.open(io.BytesIO(made))


def elements(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every element of the structure tree, in reading order."""
    found: list[pikepdf.Dictionary] = []

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(node)
            walk(node.get("/K", pikepdf.Array([])))

    walk(pdf.Root.StructTreeRoot.K)
    return found
