"""What was loaded stands once by its name."""

import pytest
from django.db import IntegrityError, transaction

from editorial.models import LoadedFiles


@pytest.mark.django_db
def test_a_set_of_files_stands_once():
    assert str(LoadedFiles.objects.create(name="reference", build="abc")) == "reference by abc"
    with pytest.raises(IntegrityError), transaction.atomic():
        LoadedFiles.objects.create(name="reference", build="def")
