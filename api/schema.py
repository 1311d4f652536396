"""How the API describes itself: beside what each operation answers, what it answers of what was withdrawn."""

from __future__ import annotations

from typing import Any

from drf_standardized_errors.openapi import AutoSchema


class Description(AutoSchema):
    """A view that keeps tombstones names their shape in ``gone_serializer_class``."""

    def _get_response_bodies(self, direction: Any = "response") -> Any:
        bodies = super()._get_response_bodies(direction=direction)
        gone = getattr(self.view, "gone_serializer_class", None)
        if direction == "response" and gone is not None and getattr(self.view, "detail", False):
            bodies["410"] = self._get_response_for_code(gone(), "410")
        return bodies
