"""Treaties at the desk: what an instrument is, and its final clauses."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from countries.models import Treaty, TreatyAlias
from editorial.admin.tracked import TrackedAdmin, TrackedInline


class TreatyAliasInline(TrackedInline):
    """Other names by which texts and searches find it: Oslo Convention, Ottawa Treaty."""

    model = TreatyAlias
    verbose_name = "other name"


@admin.register(Treaty)
class TreatyAdmin(TrackedAdmin):
    """Only administrators change a treaty: a clause moves every date that is computed from it."""

    list_display = ("title", "short_name", "kind", "parent", "published_in_force", "acts")
    list_filter = ("kind",)
    list_select_related = ("parent",)
    search_fields = ("title", "short_name", "full_title", "aliases__name")
    prepopulated_fields = {"slug": ("short_name",)}
    autocomplete_fields = ("source",)
    inlines = (TreatyAliasInline,)
    sections = (
        (
            None,
            {
                "fields": [
                    "title",
                    "full_title",
                    "title_in_sentence",
                    ("short_name", "slug"),
                    ("kind", "parent", "order"),
                ]
            },
        ),
        (
            "Adoption and depositary",
            {
                "fields": [
                    ("adopted_on", "adopted_at"),
                    "depositary",
                    "untc_number",
                    "url",
                    ("source", "source_locator"),
                ]
            },
        ),
        (
            "Signature and joining",
            {
                "fields": [
                    ("opened_for_signature", "closed_for_signature"),
                    "signature_ends_at_entry_into_force",
                    ("signature_article", "consent_article", "accession_article"),
                    "acceptance_without_signature",
                ]
            },
        ),
        (
            "Entry into force",
            {
                "fields": [
                    ("instruments_needed", "months", "counting"),
                    ("first_article", "later_article"),
                    ("published_in_force", "threshold_reached_on"),
                ]
            },
        ),
        (
            "Provisional application, reservations, withdrawal",
            {
                "fields": [
                    ("provisional_article", "provisional_covers"),
                    ("reservations_article", "reservations_allowed"),
                    ("withdrawal_article", "withdrawal_months", "withdrawal_waits_for_peace"),
                ]
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Treaty]:
        return super().get_queryset(request).annotate(action_count=Count("actions", distinct=True))

    @admin.display(description="Acts", ordering="action_count")
    def acts(self, treaty: Treaty) -> int:
        return treaty.action_count

    def deletion_refusal(self, obj: Treaty) -> str:
        if obj.actions.exists() or obj.protocols.exists():
            return f"{obj} has acts or protocols. A treaty that anything is recorded of cannot be deleted."
        return super().deletion_refusal(obj)
