"""Where answers and wishes to join are sent, in each language: /fr/reponse/12/."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from participation import views

urlpatterns = [
    path(pgettext_lazy("address", "answer/<int:pk>/"), views.answer, name="answer"),
    path(
        pgettext_lazy("address", "answer/<int:pk>/received/"),
        views.answer_received,
        name="answer_received",
    ),
    path(pgettext_lazy("address", "committee/<int:pk>/"), views.join, name="join"),
    path(
        pgettext_lazy("address", "committee/<int:pk>/received/"),
        views.join_received,
        name="join_received",
    ),
]
