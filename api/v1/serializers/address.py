"""Whole addresses: the public page of a record, and its entry in this API."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias
from urllib.parse import quote

from django.db.models import Model
from django.urls import get_script_prefix
from django.utils.encoding import iri_to_uri
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.reverse import reverse

Context: TypeAlias = Mapping[str, object]
"""What a serializer is given beside the record: the request, and what was read for the whole page."""


def asked_by(context: Context) -> Request | None:
    """The request that an answer is made for; None where there is none, and addresses stay without a host."""
    request = context.get("request")
    return request if isinstance(request, Request) else None


def whole(path: str, context: Context) -> str:
    """A path of this site with its host."""
    request = asked_by(context)
    return f"{_origin(request)}{iri_to_uri(path)}" if request else path


def entry(noun: str, key: object, context: Context) -> str:
    """The address of one entry of this API: ``entry("country", "PER", …)``."""
    return whole(f"{_beginning(noun, get_script_prefix())}{quote(str(key))}/", context)


@cache
def _beginning(noun: str, prefix: str) -> str:
    """Where the entries of a noun lie. A page has hundreds of them, and this follows from the code alone."""
    return reverse(f"v1:{noun}-list")


def _origin(request: Request) -> str:
    """Scheme and host, worked out once for a request."""
    if "origin" not in vars(request):
        request.origin = request.build_absolute_uri("/").removesuffix("/")  # type: ignore[attr-defined]
    origin: str = vars(request)["origin"]
    return origin


class AddressField(serializers.CharField):
    """An address that is given as a path of this site; "" stays empty."""

    def to_representation(self, path: str) -> str:
        return whole(path, self.context) if path else ""


class PageField(AddressField):
    """The public page of a record, or of what ``source`` leads to."""

    def __init__(self, help_text: str = "The public page.", *, source: str = "get_absolute_url") -> None:
        super().__init__(source=source, read_only=True, help_text=help_text)


@extend_schema_field(OpenApiTypes.STR)
class EntryField(serializers.ReadOnlyField):
    """The entry of a record in this API, by one of its attributes."""

    def __init__(self, noun: str, key: str) -> None:
        super().__init__(source="*")
        self.noun, self.key = noun, key

    def to_representation(self, record: Model) -> str:
        return entry(self.noun, getattr(record, self.key), self.context)
