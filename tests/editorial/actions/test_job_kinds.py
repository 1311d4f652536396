"""Every kind of work leads to a function that is there, and files come back as they were kept."""

from __future__ import annotations

import pytest
from django.utils.module_loading import import_string

from editorial.actions.job_kinds import Work, keep_file, kinds_of_work, read_file
from editorial.models import JobFile
from tests.factories.work import make_job


@pytest.mark.parametrize("name", ["sheet", "confirm", "export", "freeze", "rebuild", "clock"])
def test_every_kind_names_a_function(name: str) -> None:
    assert callable(import_string(kinds_of_work()[name].runs))


@pytest.mark.django_db
def test_a_file_comes_back_and_takes_the_place_of_one_of_its_name() -> None:
    job = make_job(given={"table": "years"})
    keep_file(job, "sheet", b"one")
    keep_file(job, "sheet", b"two" * 1000)
    assert read_file(job, "sheet") == Work(job).file("sheet") == b"two" * 1000
    assert len(JobFile.objects.get().packed) < 100
    assert Work(job).given == {"table": "years"}
