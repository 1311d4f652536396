"""The list of themes at the desk."""

from django.contrib import admin

from editorial.admin.tracked import TrackedAdmin
from meetings.models import Theme


@admin.register(Theme)
class ThemeAdmin(TrackedAdmin):
    list_display = ("title", "article", "order")
    search_fields = ("title", "slug", "article")
    prepopulated_fields = {"slug": ("title",)}
    sections = ((None, {"fields": ["title", "slug", "article", "scope", "order"]}),)
