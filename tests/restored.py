"""Restores an archive in a process of its own, into the database of DATABASE_URL, and says what its pages answer.

    python -m tests.restored ORDER.json

The order names the archive, the moment at which all of it happens, the addresses to read, and where to put what they
answer; where it names a further archive, the restored database is backed up into that.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import django
import time_machine


def main(order: dict[str, Any]) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "ccm_site.settings.testing"
    django.setup()
    from django.core.management import call_command

    with time_machine.travel(datetime.fromisoformat(order["moment"]), tick=False):
        call_command("restore", order["archive"], "--verify")
        Path(order["answers"]).write_text(json.dumps(answers(order["addresses"])))
        if order.get("again"):
            call_command("backup", order["again"])


def answers(addresses: list[str]) -> dict[str, Any]:
    """By address, the status and the body; of JSON what it says, since PostgreSQL keeps the keys in an order of its own."""
    from django.test import Client

    client, found = Client(), {}
    for address in addresses:
        answer = client.get(address)
        body = answer.getvalue().decode(errors="replace")
        is_json = "json" in answer.get("Content-Type", "") and "ndjson" not in answer["Content-Type"]
        found[address] = [answer.status_code, json.loads(body) if is_json and body else body]
    return found


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text()))
