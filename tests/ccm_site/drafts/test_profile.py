"""Drafted profiles of real states: what stands in them word for word, and what does not."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ccm_site.drafts.profile import SECTIONS, draft_of
from ccm_site.drafts.stocks import MOVED
from ccm_site.pages.parts import PageMoment
from countries.models import Country
from editorial.models import Source
from editorial.queries import text_problems
from editorial.queries.kept import room
from editorial.texts import check, parse
from stockpiles.models import HoldingKind

pytestmark = pytest.mark.django_db
Draft = Callable[[str], str]

HEADINGS = [
    "Policy",
    "Use, production and transfer",
    "Stockpiling and destruction",
    "Retention",
    "Clearance",
    "Casualties",
    "Transparency reports",
]
MONITOR = "ICBL-CMC, Landmine and Cluster Munition Monitor"


def note_at(text: str, words: str) -> str:
    """The note of the sentence that ends in these words."""
    label = re.search(rf"{re.escape(words)}\[\^([^\]]+)\]", text)
    assert label, f"{words!r} has no note, or does not stand in the text"
    found = re.search(rf"^\[\^{re.escape(label[1])}\]: (.*)$", text, re.MULTILINE)
    assert found
    return found[1]


def section(text: str, title: str) -> str:
    return next(one.markdown for one in parse(text).sections if one.title == title)


def test_whatever_moves_a_stock_has_its_word() -> None:
    assert set(MOVED) == set(HoldingKind) - {HoldingKind.DECLARED}


# ---------------------------------------------------------------- all states


def test_the_draft_of_every_state_and_area_passes_the_checker(moment: PageMoment) -> None:
    keys = set(Source.objects.values_list("key", flat=True))
    countries = list(Country.objects.all())
    assert len(countries) >= 202
    wrong = {}
    for country in countries:
        text = draft_of(country, moment).text
        assert [one.title for one in parse(text).sections if one.title] == HEADINGS, country
        if problems := check(text, keys):
            wrong[str(country)] = [problem.message for problem in problems]
    assert wrong == {}


def test_every_sentence_on_a_state_rests_on_a_note_or_says_that_nothing_is_recorded(draft: Draft) -> None:
    for iso3 in ("PER", "BGR", "TCD", "USA", "CAF"):
        body = draft(iso3).split("\n\n[^policy-1]:")[0]
        for paragraph in body.split("\n\n"):
            if not paragraph.startswith("#"):
                assert paragraph.rstrip().endswith("]"), (iso3, paragraph)


@pytest.mark.parametrize("iso3", ["PER", "USA", "TCD", "SOM"])
def test_sixty_five_queries_make_a_draft_whatever_is_on_record(loaded: None, iso3: str) -> None:
    country = Country.objects.get(iso3=iso3)
    room.clear()
    with CaptureQueriesContext(connection) as asked:
        draft_of(country)
    assert len(asked) <= 65


def test_the_headings_stand_in_the_fields_order() -> None:
    assert [one.title for one in SECTIONS] == HEADINGS


# ---------------------------------------------------------------- Peru: a party that has destroyed its stock


def test_perus_standing_names_its_days_its_official_and_the_arithmetic(draft: Draft) -> None:
    text = draft("PER")
    bound = "on 26 September 2012, and has been bound since 1 March 2013."
    note = note_at(text, bound)
    assert note.startswith("Signature: [@UNTC-XXVI-6]")
    assert "[@CCM-text, Article 17(2)]. Worked out: Deposited on 26 September 2012;" in note
    assert (
        "Amb. Antonio Garcia Revilla, Under-Secretary for Multilateral Affairs, Ministry of Foreign Affairs, signed for "
        "it." in text
    )


def test_perus_figures_stand_side_by_side_with_who_gives_each(draft: Draft) -> None:
    text = section(draft("PER"), "Stockpiling and destruction")
    for words in (
        f"According to {MONITOR} (2021), the whole stock of Peru was 2,012 munitions with 162,417 submunitions "
        "(the figure in use here; others differ).",
        f"By its own word, as given by {MONITOR} (2015), the whole stock of Peru was 676 munitions with 86,200 "
        "submunitions as of 2013 (superseded).",
        "According to Norwegian People's Aid (undated), 2,012 munitions with 162,417 submunitions had been destroyed up "
        "to December 2023 (the figure in use here; others differ).",
        "Peru, Ministry of Foreign Affairs (undated), 2,021 munitions with 8,445 submunitions had been destroyed",
        f"According to {MONITOR} (2023), 542 munitions with 34,824 submunitions were destroyed in 2022.",
    ):
        assert words in text
    assert "Superseded: The edition of 2021 gives 2,012." in draft("PER")


def test_perus_deadline_its_extension_and_how_early_it_was(draft: Draft) -> None:
    text = draft("PER")
    first = note_at(text, "The deadline of Peru for destroying its stocks was first 1 March 2021.")
    assert "[@CCM-text, Article 3(2)]. Worked out: 8 years after entry into force on 1 March 2013" in first
    asked = "Decided March 2021 by silence procedure. The new deadline is 1 April 2024."
    assert "[@Monitor-Peru-2021, March 2021]" in note_at(text, asked)
    done = "Its deadline was 1 April 2024: 108 days early. The source counts this as 4 months before the deadline."
    assert "[@ISU-Peru-completion]" in note_at(text, done)


def test_perus_reports_and_the_years_of_which_nothing_is_recorded(draft: Draft) -> None:
    text = section(draft("PER"), "Transparency reports")
    assert (
        "Peru submitted its first report on 1 August 2013; it was due on 28 August 2013 (27 days early)." in text
    )
    assert text.count("first report on 1 August 2013") == 1, "three sources, one sentence"
    assert "Of its reports on 2017 to 2019, 2023 and 2024 nothing is recorded here;" in text


# ---------------------------------------------------------------- Bulgaria: three extensions, a remainder


def test_bulgarias_three_requests_each_with_what_is_known_of_its_decision(draft: Draft) -> None:
    text = section(draft("BGR"), "Stockpiling and destruction")
    assert (
        "Request 1: Bulgaria asked in April 2019 for 18 more months, until 1 April 2021. Decided September 2019 at "
        "9MSP. The new deadline is 1 April 2021." in text
    )
    assert "a later text gives the new deadline. The new deadline is 31 December 2023." in text
    assert (
        "the last item was destroyed in June 2023. Its deadline was 31 December 2023: 184 to 213 days early."
        in text
    )


def test_bulgarias_figures_are_said_once_each_with_all_who_give_them(draft: Draft) -> None:
    text = section(draft("BGR"), "Stockpiling and destruction")
    assert (
        f"According to {MONITOR} (2022 and 2023), the whole stock of Bulgaria was 6,905 munitions with 190,919 "
        "submunitions (the figure in use here; others differ)." in text
    )
    assert f"According to {MONITOR} (2017), the whole stock of Bulgaria was 6,909 munitions" in text
    assert text.count("190,919 submunitions (") == 1


def test_bulgarias_remainder_is_said_with_its_arithmetic(draft: Draft) -> None:
    text = draft("BGR")
    words = "6,905 munitions declared − 6,862 destroyed − 6 retained = 37."
    assert note_at(text, words)
    assert f"According to {MONITOR} (2023), Bulgaria retained 6 munitions with 300 submunitions" in text


# ---------------------------------------------------------------- Chad: contaminated


def test_chads_clock_runs_and_the_days_left_are_counted_from_the_last_day_of_the_record(draft: Draft) -> None:
    text = section(draft("TCD"), "Clearance")
    assert "The deadline of Chad for clearing its contaminated areas was first 1 September 2023." in text
    left = (
        "On 3 February 2026, the last day of the record, 240 days were left until the deadline of 1 October 2026."
    )
    assert left in text


def test_chads_absence_is_said_by_sources_and_silence_is_said_to_be_silence(draft: Draft) -> None:
    text = section(draft("TCD"), "Policy")
    assert "Sources say that it was not at Oslo Conference (22–23 February 2007)" in text
    assert "No statement at a meeting is recorded here; the record of this is in part." in text
    note = note_at(draft("TCD"), "No statement at a meeting is recorded here; the record of this is in part.")
    assert "Missing: " in note


# ---------------------------------------------------------------- outside the convention


@pytest.mark.parametrize("iso3", ["USA", "CAF", "ESH", "LTU"])
def test_whom_the_convention_does_not_bind_is_given_no_deadline(draft: Draft, iso3: str) -> None:
    text = draft(iso3)
    assert "so no deadline for destroying its stocks runs." in text
    assert "so no deadline for clearing its contaminated areas runs." in text
    assert "so it owes no transparency report." in text
    for words in ("first report was due", "If there is any", "The deadline of", "days were left"):
        assert words not in text


def test_what_accuses_a_state_names_who_says_it_and_when_in_the_same_sentence(draft: Draft) -> None:
    text = section(draft("USA"), "Use, production and transfer")
    accusing = [one for one in re.split(r"\[\^[^\]]+\] ?", text) if "has used cluster munitions" in one]
    assert len(accusing) > 5
    for sentence in accusing:
        assert re.match(r"(## [^\n]+\s+)?\s*(According to|By its own word|By an)", sentence), sentence
        assert re.search(r"\((\d{4}|undated)[^)]*\)", sentence), sentence


def test_use_by_others_on_its_ground_is_said_of_them_and_with_who_says_so(draft: Draft) -> None:
    text = section(draft("LAO"), "Use, production and transfer")
    assert (
        "According to Human Rights Watch (undated), United States of America has used cluster munitions in Cambodia, Lao "
        "People's Democratic Republic and Viet Nam (1960s-1970s)." in text
    )


def test_a_denial_stands_in_the_paragraph_of_what_is_denied(draft: Draft) -> None:
    stocks = section(draft("CAF"), "Stockpiling and destruction").split("\n\n")
    said = next(one for one in stocks if "has stockpiled cluster munitions" in one)
    assert "By its own word, as given by" in said
    assert "it has not stockpiled cluster munitions" in said


def test_one_who_never_acted_is_proved_by_the_list_in_which_it_is_not(draft: Draft) -> None:
    words = "United States of America has not joined the Convention on Cluster Munitions as of 3 February 2026."
    assert note_at(draft("USA"), words) == "[@UNTC-XXVI-6]. It is not in this list."


def test_a_signatory_signed_and_no_more_is_said(draft: Draft) -> None:
    words = "it signed on 3 December 2008 and has not ratified as of 3 February 2026."
    assert note_at(draft("CAF"), words) == "Signature: [@UNTC-XXVI-6]."


def test_one_that_left_is_told_with_its_days_and_how_the_end_was_worked_out(draft: Draft) -> None:
    text = draft("LTU")
    assert "[@CCM-text, Article 20(3)]" in note_at(text, "since 6 March 2025, when its withdrawal took effect.")
    assert "It ratified on 24 March 2011." in text
    assert "It gave notice of withdrawal on 6 September 2024." in text


def test_one_that_is_not_yet_bound_has_its_days_ahead(draft: Draft) -> None:
    text = draft("VUT")
    assert "its deadline is 1 March 2034, unless it is extended." in text
    assert "Its first report is due on 28 August 2026." in text
    assert "nothing is recorded here" not in section(text, "Transparency reports")


def test_an_area_joins_no_treaties(draft: Draft) -> None:
    assert "recorded here as an area" in draft("ESH")


def test_the_summary_says_the_standing_and_the_stock(moment: PageMoment) -> None:
    found = draft_of(Country.objects.get(iso3="PER"), moment)
    assert found.lead.startswith("Peru is a State Party to the Convention on Cluster Munitions: it signed on")
    assert found.lead.endswith("108 days before its deadline of 1 April 2024.")
    assert str(found.covers_until) == "3 February 2026"
    assert text_problems(found.text) == ()
