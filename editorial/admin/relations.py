"""Fields that name another record, in forms of the desk."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.http import HttpRequest


class CarefulAutocomplete(AutocompleteSelect):
    """Django's looks up whatever was sent for the record's number, even what is none; the form then says so itself."""

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if self._can_be_one(one)], attr)

    def _can_be_one(self, value: Any) -> bool:
        key = self.field.target_field
        try:
            key.run_validators(key.to_python(value))
        except ValidationError:
            return False
        return True


class CarefulRelations(BaseModelAdmin):
    """Beside a field that names another record stand "view" and, for what readers do not see by itself, "add".

    Changing and deleting it is no side task.
    """

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_change_related = field.widget.can_delete_related = False
            # what waits for a second person cannot be chosen yet
            if self._waits(db_field.related_model):
                field.widget.can_add_related = False
        return field

    def _waits(self, model: type[Any]) -> bool:
        """Whether a new record of a table is proposed first."""
        desk: Any = self.admin_site.get_model_admin(model) if self.admin_site.is_registered(model) else None
        return desk is not None and hasattr(desk, "proposes") and bool(desk.proposes(None))

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", CarefulAutocomplete(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
