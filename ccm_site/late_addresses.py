"""Parts of the site whose addresses are imported when one of them is first asked for.

A worker that serves readers starts without the desk and the API, and the first reader does not wait for them.
"""

from __future__ import annotations

from django.urls import URLResolver
from django.urls.resolvers import RoutePattern


class LateAddresses(URLResolver):
    """A part with a namespace of its own. Django's resolver goes through every part to learn the names for ``reverse``;
    what has a namespace is looked up there when it is named, and not before."""

    def __init__(self, route: str, addresses: str, *, namespace: str) -> None:
        super().__init__(
            RoutePattern(route, is_endpoint=False), addresses, app_name=namespace, namespace=namespace
        )

    def _populate(self) -> None:
        if "urlconf_module" in self.__dict__:  # it was asked for
            super()._populate()
