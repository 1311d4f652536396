"""Loading what comes with the site once for each version of it: a second start reads no file again."""

from __future__ import annotations

from collections.abc import Callable

from editorial.build import fingerprint
from editorial.models import LoadedFiles


def load_once(name: str, run: Callable[[], object]) -> bool:
    """Run what loads a set of files, unless this version did already in this database; whether it was run.

    What raises is not noted, so that the next start tries again.
    """
    build = fingerprint()
    if LoadedFiles.objects.filter(name=name, build=build).exists():
        return False
    run()
    LoadedFiles.objects.update_or_create(name=name, defaults={"build": build})
    return True
