"""Countries at the desk."""

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest

from countries.models import Country, CountryName, NameInLanguage
from editorial.admin.tracked import TrackedAdmin, TrackedInline


class CountryNameInline(TrackedInline):
    """Further names, each with the time in which it was the name: Cape Verde until 2013, then Cabo Verde."""

    model = CountryName
    autocomplete_fields = ("source",)
    fields = (("name", "kind"), ("valid_from", "valid_until"), ("source", "source_locator"))
    verbose_name = "further name"


class NameInLanguageInline(TrackedInline):
    """Its name in the languages of the United Nations."""

    model = NameInLanguage
    autocomplete_fields = ("source",)
    fields = (("language", "name"), ("source", "source_locator"))
    verbose_name = "name in a language"


@admin.register(Country)
class CountryAdmin(TrackedAdmin):
    list_display = ("name", "iso3", "region", "subregion", "kind", "is_un_member", "editions")
    ordering = ("name",)
    list_filter = ("region", "kind", "is_un_member")
    search_fields = ("name", "official_name", "iso3", "iso2", "names__name")
    prepopulated_fields = {"slug": ("name",)}
    autocomplete_fields = ("source",)
    inlines = (CountryNameInline, NameInLanguageInline)
    change_form_template = "admin/countries/country_form.html"
    sections = (
        (None, {"fields": ["name", "official_name", "slug"]}),
        ("Codes", {"fields": [("iso2", "iso3", "m49")]}),
        ("Elsewhere", {"fields": [("wikidata", "geonames")]}),
        ("Place", {"fields": ["region", "subregion", "intermediate_region", ("capital", "languages")]}),
        ("Standing", {"fields": ["kind", "is_un_member", ("source", "source_locator"), "note"]}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Country]:
        return super().get_queryset(request).annotate(edition_count=Count("profiles", distinct=True))

    @admin.display(description="Editions", ordering="edition_count")
    def editions(self, country: Country) -> int:
        return country.edition_count

    def deletion_refusal(self, obj: Country) -> str:
        if obj.profiles.exists():
            return f"{obj} has profiles. A country that anything is recorded of cannot be deleted."
        return super().deletion_refusal(obj)
