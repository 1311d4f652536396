"""A computed value with its proof."""

from datetime import date

from editorial.rules.explained import Explained, shown


def test_reads_as_the_sentence_and_its_article() -> None:
    answer = Explained(
        value=date(2013, 3, 1),
        article="CCM, Article 17(2)",
        inputs=(("deposit", date(2012, 9, 26)), ("withdrawal", None)),
        arithmetic="Deposited in September 2012; six months on is March 2013, first day 1 March 2013.",
    )
    assert str(answer).endswith("first day 1 March 2013. (CCM, Article 17(2))")
    assert list(answer.shown_inputs()) == [("deposit", "26 September 2012"), ("withdrawal", "none")]


def test_values_are_shown_in_words() -> None:
    assert shown(date(985, 1, 2)) == "2 January 985"
    assert shown((date(2010, 8, 1), "Peru")) == "1 August 2010, Peru"
    assert shown(()) == "none"
    assert shown(30) == "30"
