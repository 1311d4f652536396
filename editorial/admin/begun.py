"""A form of the desk shows again what was begun in it, and is saved once however often it is sent."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import SimpleTemplateResponse
from django.utils.safestring import SafeData, SafeString

from editorial.actions.saved_forms import Answered, SavedAlready, digest_of, save_once
from editorial.models import BegunForm

from .record_pages import RecordPages, signed_in

FORM_ID = "form_id"
WINDOW = "_window"
BEGUN = "begun"  # in an address: show what was typed in that opened form
BROUGHT_BACK = "_brought_back"  # among what is posted: show it, and save nothing


def numbers_of(request: HttpRequest) -> dict[str, uuid.UUID]:
    """What a form's page carries through refusals: the number of the opened form and that of the window it stands in."""
    return {
        FORM_ID: form_id_of(request) or uuid.uuid4(),
        "window": number_in(request.POST.get(WINDOW, "")) or uuid.uuid4(),
    }


def form_id_of(request: HttpRequest) -> uuid.UUID | None:
    """The number of the opened form that was posted; None where it carries none."""
    return number_in(request.POST.get(FORM_ID, ""))


def brought_back(request: HttpRequest, posted: QueryDict) -> HttpRequest:
    """The request as if this had been posted, to be shown as a refused form is and not saved."""
    request.FILES  # noqa: B018 - read before it is copied, else the copy would look for them in what is not there
    again = copy(request)
    again.resolver_match = request.resolver_match
    posted[BROUGHT_BACK] = "1"
    again.method, again.POST = "POST", QueryDict(posted.urlencode())
    return again


class BegunForms(RecordPages):
    """Forms that carry a number of their own, given each time one is opened."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form_class: Any = super().get_form(request, obj, change, **kwargs)
        form_class.is_brought_back = BROUGHT_BACK in request.POST
        return form_class

    def asked_for(self, request: HttpRequest) -> tuple[HttpRequest, BegunForm | None]:
        """The request for a form, with what this person has begun in it as if it were posted, where that is asked for."""
        if (number := number_in(request.GET.get(BEGUN, ""))) is None:
            return request, None
        begun = BegunForm.objects.of(signed_in(request)).filter(form_id=number, place=request.path).first()
        if begun is None:
            self.message_user(request, "What was begun here is saved by now, or was thrown away.", messages.INFO)
            return request, None
        posted = QueryDict(mutable=True)
        for name, value in begun.typed:
            posted.appendlist(name, value)
        posted[FORM_ID] = str(begun.form_id)
        return brought_back(request, posted), begun

    def saved_once(
        self,
        request: HttpRequest,
        answer: Callable[[], HttpResponse],
        *,
        shown_again: Callable[[HttpRequest], HttpResponse] | None = None,
    ) -> HttpResponse:
        """What saving a form answers. The same posted again is answered the same, and nothing is saved twice.

        Other words from a form that was saved already: with ``shown_again`` (a new record) they are shown once more,
        under a new number, before they make another record. Without it they are a further change of the record.
        """
        number, digest = form_id_of(request), digest_of(_all_posted(request))
        if number is None:
            return answer()
        try:
            return _once(request, answer, number, digest)
        except SavedAlready as before:
            if before.is_equal:
                return _as_before(request, before.outcome)
        if shown_again is not None:
            return self._shown_again(request, shown_again)
        try:
            return _once(request, answer, uuid.uuid5(number, digest), digest)
        except SavedAlready as before:
            return _as_before(request, before.outcome)

    def _shown_again(self, request: HttpRequest, page: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
        words = (
            "This form was saved already, with other words. Nothing was saved a second time. To correct what you "
            "saved, open that record; if this is another one, save it here."
        )
        self.message_user(request, words, messages.WARNING)
        posted = request.POST.copy()
        posted[FORM_ID] = str(uuid.uuid4())
        return page(brought_back(request, posted))


def _once(
    request: HttpRequest, answer: Callable[[], HttpResponse], number: uuid.UUID, digest: str
) -> HttpResponse:
    answered: list[HttpResponse] = []

    def act() -> Answered | None:
        answered.append(answer())
        return _outcome(request, answered[0])

    save_once(act, person=signed_in(request), form_id=number, digest=digest)
    return answered[0]


def _outcome(request: HttpRequest, response: HttpResponse) -> Answered | None:
    """What became of a post; None where the form is shown again."""
    if isinstance(response, HttpResponseRedirect):
        return Answered(led_to=response.url, told=_told(request))
    if isinstance(response, SimpleTemplateResponse):
        if "adminform" in (response.context_data or {}) or response.status_code >= 400:
            return None
        response = response.render()
    return Answered(page=response.content.decode(), told=_told(request))


def _told(request: HttpRequest) -> list[tuple[int, str, bool]]:
    """The words that the next page will say. Read where they wait: asking Django's storage for them takes them out."""
    waiting: Any = messages.get_messages(request)
    return [(one.level, str(one.message), isinstance(one.message, SafeData)) for one in waiting._queued_messages]


def _as_before(request: HttpRequest, outcome: Answered) -> HttpResponse:
    for level, words, is_html in outcome.told:
        messages.add_message(request, level, SafeString(words) if is_html else words)
    return HttpResponseRedirect(outcome.led_to) if outcome.led_to else HttpResponse(outcome.page)


def _all_posted(request: HttpRequest) -> list[tuple[str, str]]:
    own = {"csrfmiddlewaretoken", FORM_ID}
    posted = [(name, value) for name, values in request.POST.lists() if name not in own for value in values]
    files = [(name, f"{one.name} {one.size}") for name, several in request.FILES.lists() for one in several]
    return posted + files


def number_in(said: str) -> uuid.UUID | None:
    """The number of a form as it was sent; None where that is none."""
    try:
        return uuid.UUID(said)
    except ValueError:
        return None
