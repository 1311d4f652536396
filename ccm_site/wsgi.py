"""The application as a server such as granian calls it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.production")

inside = get_wsgi_application()

from .page_cache import PageCache  # noqa: E402 - the settings are there by now
from .request_log import RequestLog  # noqa: E402

application = RequestLog(PageCache(inside))
