"""What residents send: an answer to a question, a wish to join the committee. GET never acts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language

from participation.forms import CardForm, JoinForm
from participation.models import QuestionPage, UsersCommitteePage
from portal.public_forms import public_form


@public_form
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """An answer to an open question; a closed one sends back to its page."""
    question = get_object_or_404(QuestionPage.objects.live().public(), pk=pk)
    if request.method != "POST" or not question.is_open:
        return redirect(question.get_url(request))
    form = CardForm.of(request)
    if form.is_valid():
        form.save(question)
        return redirect("answer_received", pk=pk)
    context = question.get_context(request) | {"form": form}
    return form.answer(question.get_template(request), context)


def answer_received(request: HttpRequest, pk: int) -> HttpResponse:
    question = get_object_or_404(QuestionPage.objects.live().public(), pk=pk)
    context = {"page": question, "language": get_language()}
    return TemplateResponse(request, "participation/answer_received.html", context)


@public_form
def join(request: HttpRequest, pk: int) -> HttpResponse:
    committee = get_object_or_404(UsersCommitteePage.objects.live().public(), pk=pk)
    if request.method != "POST":
        return redirect(committee.get_url(request))
    form = JoinForm.of(request)
    if form.is_valid():
        form.save()
        return redirect("join_received", pk=pk)
    return form.answer(
        committee.get_template(request), committee.get_context(request) | {"form": form}
    )


def join_received(request: HttpRequest, pk: int) -> HttpResponse:
    committee = get_object_or_404(UsersCommitteePage.objects.live().public(), pk=pk)
    return TemplateResponse(request, "participation/join_received.html", {"page": committee})
