"""A guide on paper: the poster (A4 or A3) and the classroom handout, as tagged PDF."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from guides.art import describe, frame_svg, library
from guides.art.drawing import SLOTS, WIDTH, head_top
from guides.layout import Speech, frame_spec, screen_lines, speeches
from guides.models import GuidePage
from portal.at_path import page_at
from portal.models import PortalSettings
from portal.print import data
from portal.print.cache import printed
from portal.print.drawing import Svg

PAPERS = {"comic": ("strip", "a4"), "comic-a3": ("strip", "a3"), "handout": ("handout", "a4")}
CALM, ALARM = "#ffd9a0", "#f9b9ae"


@require_safe
def paper(request: HttpRequest, path: str, name: str) -> HttpResponse:
    """The PDF of the guide that stands at an address; `name` is comic, comic-a3 or handout."""
    guide = page_at(request, f"{path}/", GuidePage)
    template, size = PAPERS[name]
    language = guide.locale.language_code
    changed = guide.last_published_at or timezone.now()
    document = strip(guide, request, changed)
    made = printed(template, document, format=size, language=language, timestamp=changed)
    if made.etag in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponse(status=304, headers={"ETag": made.etag})
    response = HttpResponse(made.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{guide.slug}-{name}.pdf"'
    response["ETag"] = made.etag
    return response


def strip(guide, request: HttpRequest, changed: dt.datetime) -> data.Strip:
    """The guide as the printed strip needs it."""
    language = guide.locale.language_code
    with override(language):
        day = date_format(timezone.localtime(changed), "DATE_FORMAT")
        credit = _("Drawings: Open Peeps by Pablo Stanley (CC0), adapted.")
        made_on = _("Made on %(day)s") % {"day": day}
    return data.Strip(
        title=guide.title,
        lead=guide.introduction,
        frames=[_frame(block, language) for block in guide.strip],
        key_points=[point.value for point in guide.key_points],
        contact=contact(request, guide.get_full_url(request) or request.build_absolute_uri()),
        printed=made_on,
        help=list(_help(guide)),
        credit=credit,
        questions=[
            data.Question(q.value["text"], [answer["text"] for answer in q.value["answers"]])
            for q in guide.quiz
        ],
    )


def contact(request: HttpRequest, address: str) -> data.Contact:
    """Whom to ask, from the settings of the site."""
    desk = PortalSettings.for_request(request)
    return data.Contact(address=address, phone=desk.phone, hours=desk.phone_hours)


def _help(guide):
    """The first steps of each « What if… », a line each."""
    for case in guide.if_trouble:
        yield " ".join([case.value["situation"], *case.value["steps"]])


def _frame(block, language: str) -> data.Frame:
    return {"frame": _drawn, "screen": _screen, "drawing": _uploaded}[block.block_type](
        block.value, language
    )


def _drawn(value, language: str) -> data.Frame:
    spec = frame_spec(value["scene"], value["characters"])
    said = speeches(spec, value["bubbles"], language)
    return data.Frame(
        background=library().scenes[spec.scene].wall,
        drawing=Svg(frame_svg(spec).decode()),
        alt=value["description"] or describe(spec, language),
        caption=value["narration"],
        bubbles=[_bubble(speech, spec) for speech in said],
        people=len(spec.figures),
    )


def _bubble(speech: Speech, spec) -> data.Bubble:
    x, y = 0.5, 0.3
    if speech.who != "off":
        place = spec.sides.index(speech.side)
        x = SLOTS[len(spec.figures)][place] / WIDTH
        y = max(0.05, head_top(spec.figures[place], len(spec.figures)) - 0.03)
    return data.Bubble(speech.label, speech.text, speech.kind, speech.side, x, y, bool(speech.tail))


def _screen(value, language: str) -> data.Frame:
    lines = screen_lines(f"{value['sender']}\n{value['title']}\n\n{value['message']}")
    sender = "".join(run.text for run in lines[0])
    runs = [data.Run(run.text, run.clue, run.link) for line in lines[1:] for run in [*line, *GAP]]
    return data.Frame(
        background=ALARM if value["tone"] == "alarm" else CALM,
        caption=value["narration"],
        screen=data.Screen(sender, runs, list(value["clues"])),
    )


GAP = [data.Run(" ")]


def _uploaded(value, language: str) -> data.Frame:
    """An uploaded picture is no drawing of ours: on paper its description stands for it."""
    bubbles = [
        data.Bubble(bubble["speaker"], bubble["text"], tail=False) for bubble in value["bubbles"]
    ]
    return data.Frame(alt=value["description"], caption=value["narration"], bubbles=bubbles)
