"""Forms that show what a record leads to before it is saved: the ledger, or the new deadline."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

from editorial.admin.tracked import TrackedAdmin, TrackedForm

PREVIEW = "_preview"


class PreviewForm(TrackedForm):
    """A form with a second button that works out what the record leads to and saves nothing."""

    previewed: Any = None  # the record as typed, once the form is valid

    def clean(self) -> dict[str, Any] | None:
        if PREVIEW in self.data:
            # What is asked for here is a look, not a change: neither a reason nor the newest version is needed yet.
            self.errors.pop("reason", None)
            return self.cleaned_data
        return super().clean()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # builds and checks the record
        if PREVIEW in self.data and not self.errors:
            self.previewed = self.instance
            self.add_error(
                None, ValidationError("This is what it leads to. Nothing is saved yet.", code="preview")
            )


class PreviewAdmin(TrackedAdmin):
    """Shows a panel worked out from the record: as stored when the form opens, as typed after "Show …"."""

    form = PreviewForm
    change_form_template = "admin/stockpiles/preview_form.html"
    panel_template = ""
    panel_button = ""

    def panel(self, record: Any) -> dict[str, Any]:
        """What the panel's template needs. The record may be unsaved; nothing may be written."""
        raise NotImplementedError

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        form = context["adminform"].form
        record = getattr(form, "previewed", None) or context.get("original")
        context |= {"panel_template": self.panel_template, "panel_button": self.panel_button}
        if record is not None and record.country_id is not None:
            context |= {
                "panel": self.panel(record),
                "panel_is_typed": getattr(form, "previewed", None) is not None,
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        self.say_what_follows(request, obj)
        return super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.say_what_follows(request, obj)
        return super().response_change(request, obj)

    def say_what_follows(self, request: HttpRequest, record: Any) -> None:
        """A message on what the saved record led to."""
