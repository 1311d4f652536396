"""The application as a server such as granian calls it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.production")

inside = get_wsgi_application()

from .page_cache import PageCache  # noqa: E402 - the settings are there by now
from .request_log import RequestLog  # noqa: E402
from .surrogates import Surrogates  # noqa: E402

pages = PageCache(inside)
application = RequestLog(Surrogates(pages) if settings.MONITOR_CDN_SECONDS else pages)
