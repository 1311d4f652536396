#!/usr/bin/env python
"""Django's command line. Unless DJANGO_SETTINGS_MODULE says which settings: those that the environment is made for.

Where everything is set that production needs, this is a server, and its commands must not run on the development
settings, which would put demo accounts into its database. Anywhere else it is a developer's machine.
"""

import os
import sys

SERVER = ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS")  # as REQUIRED in ccm_site/settings/production.py

if __name__ == "__main__":
    kind = "production" if all(os.environ.get(name) for name in SERVER) else "development"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"ccm_site.settings.{kind}")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
