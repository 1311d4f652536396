"""How far an edition year has come, and which sections still say what was published before."""

from __future__ import annotations

import pytest
from django.utils import timezone

from countries.actions.edition_year import confirm_section, start_edition
from countries.models import Country, CountryProfile
from countries.queries.edition_work import edition_before, edition_work, published_words, section_states
from editorial.actions.publishing import approve, submit
from editorial.models import User
from tests.factories.profiles import Press, make_country

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(press: Press, peru: Country, ban_policy) -> CountryProfile:
    return press.edition(peru, ban_policy).profile


def states(edition: int, user: User, region: str = "") -> dict[str, str]:
    return {str(item.newest): item.words for item in edition_work(edition, user, region)}


def test_a_year_goes_from_to_do_to_published(press: Press, published: CountryProfile) -> None:
    theme, user = published.theme, press.editor
    assert states(2010, user) == {str(published): "To do"}
    draft = press.draft(published.country, theme, 2010)
    seen = [states(2010, user)[str(draft)]]
    submit(record=draft, by=press.researcher, reason="Ready")
    seen.append(states(2010, user)[str(draft)])
    approve(record=draft, by=press.editor, reason="Read")
    seen.append(states(2010, user)[str(draft)])
    press.change(draft, lead="Changed after approval.")
    seen.append(states(2010, user)[str(draft)])
    press.release(draft)
    seen.append(states(2010, user)[str(draft)])
    assert seen == ["Draft", "In review", "Approved", "Draft", "Published"]


def test_what_missed_the_year_before_as_well_is_stale(press: Press, published: CountryProfile) -> None:
    assert states(2010, press.editor) == {str(published): "To do"}
    assert states(2011, press.editor) == {str(published): "Stale"}
    assert states(2008, press.editor) == {}, "an edition of later is no work of an earlier year"


def test_languages_are_work_of_their_own_and_regions_narrow(press: Press, published: CountryProfile) -> None:
    spanish = press.draft(published.country, published.theme, 2009, language="es")
    africa = press.draft(make_country(1), published.theme, 2009)
    assert states(2009, press.editor) == {str(published): "Published", str(spanish): "Draft", str(africa): "Draft"}
    assert states(2009, press.editor, "Africa") == {str(africa): "Draft"}


def test_a_year_is_one_question_whatever_its_size(press, published, django_assert_num_queries) -> None:
    for number in range(3):
        press.draft(make_country(number), published.theme, 2009)
    user = User.objects.get(pk=press.editor.pk)
    user.has_perm("countries.view_countryprofile")
    list(edition_work(2009, user))
    with django_assert_num_queries(1):
        assert len(edition_work(2009, user)) == 4


def test_the_edition_before_is_the_one_it_was_started_from(press: Press, published: CountryProfile) -> None:
    press.edition(published.country, published.theme, 2010)
    (rolled,) = start_edition(edition=2011, since=2009, by=press.editor, reason="Begun").created
    assert edition_before(rolled) == published
    written = press.draft(published.country, published.theme, 2012)
    assert edition_before(written) == rolled, "else the newest before it"
    assert edition_before(published) is None
    spanish = press.draft(published.country, published.theme, 2012, language="es")
    assert edition_before(spanish) is None, "an edition in another language is none"


def test_the_words_carried_on_are_those_published_not_those_being_written(press: Press, published) -> None:
    lead, text = published.lead, published.text
    press.change(published, lead="Not out.", text="Not out either.")
    assert published_words(published) == (lead, text)
    assert published_words(press.draft(published.country, published.theme, 2010, lead="L", text="T")) == ("L", "T")


def test_sections_say_whether_they_changed_and_who_confirmed_these_very_words(press: Press, published) -> None:
    (draft,) = start_edition(edition=2010, since=2009, by=press.editor, reason="Begun").created
    assert [(one.title, one.is_unchanged, one.confirmed_by) for one in section_states(draft)] == [
        ("Opening", True, None),
        ("Stockpiling", True, None),
    ]
    stockpiling = section_states(draft)[1]
    confirm_section(profile=draft, text_key=stockpiling.text_key, by=press.editor, at=timezone.now())
    assert section_states(draft)[1].confirmed_by == press.editor
    press.change(draft, text=draft.text.replace("how many is not known", "675 of them"))
    changed = section_states(draft)[1]
    assert (changed.is_unchanged, changed.confirmed_by) == (False, None), (
        "other words, so nobody has confirmed them"
    )


def test_a_first_edition_has_nothing_to_compare_with(published: CountryProfile) -> None:
    assert [one.is_unchanged for one in section_states(published)] == [None, None]
