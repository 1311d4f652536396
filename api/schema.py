"""How the API describes itself: beside what each operation answers, what it answers of what was withdrawn."""

from __future__ import annotations

from typing import Any

from drf_standardized_errors.openapi import AutoSchema

from editorial.installation import installation


def say_whose_it_is(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """The installation's name, who publishes it and how to reach them, and on what terms."""
    site = installation()
    contact = {"name": site.publisher, **({"email": site.email} if site.email else {})}
    licence = {"name": site.licence, "url": site.licence_url}
    result["info"] |= {"title": f"{site.name} API", "contact": contact, "license": licence}
    return result


class Description(AutoSchema):
    """A view that keeps tombstones names their shape in ``gone_serializer_class``."""

    def _get_response_bodies(self, direction: Any = "response") -> Any:
        bodies = super()._get_response_bodies(direction=direction)
        gone = getattr(self.view, "gone_serializer_class", None)
        if direction == "response" and gone is not None and getattr(self.view, "detail", False):
            bodies["410"] = self._get_response_for_code(gone(), "410")
        return bodies
