"""Organisations at the desk."""

from django.contrib import admin

from editorial.models import Organisation

from .tracked import TrackedAdmin


@admin.register(Organisation)
class OrganisationAdmin(TrackedAdmin):
    list_display = ("name", "abbreviation", "kind", "url")
    list_filter = ("kind",)
    search_fields = ("name", "abbreviation")
    prepopulated_fields = {"slug": ("name",)}
    sections = ((None, {"fields": ["name", "abbreviation", "slug", "kind", "url"]}),)
