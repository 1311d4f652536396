"""A load reads the library once, and finds what was merged where it went."""

import pytest

from editorial.actions.source_library import merge_sources
from editorial.importing.documents_at_hand import at_hand, library_at_hand
from editorial.importing.source_cell import of_key
from tests.factories.profiles import make_source

pytestmark = pytest.mark.django_db


def test_documents_are_read_once(django_assert_num_queries):
    old, new = make_source(key="old"), make_source(key="new")
    merge_sources(source=old, into=new, by=None, reason="The same")
    with library_at_hand(), django_assert_num_queries(0):
        assert of_key("old") == of_key("new") == new


def test_one_that_enters_meanwhile_is_found_in_the_library():
    with library_at_hand():
        entered = make_source(key="entered")
        assert (at_hand("entered"), of_key("entered")) == (None, entered)


def test_outside_nothing_is_remembered():
    make_source(key="old")
    with library_at_hand():
        assert at_hand("old")
    assert at_hand("old") is None
