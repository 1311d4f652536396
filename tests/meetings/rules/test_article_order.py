"""Articles as the convention orders them."""

from meetings.rules.article_order import article_number, article_order


def test_article_21_comes_after_article_3_and_a_paragraph_after_its_article() -> None:
    assert sorted(["21", "3(6)", "2", "3", "Preamble"], key=article_order) == ["Preamble", "2", "3", "3(6)", "21"]


def test_the_number_of_a_paragraph_is_that_of_its_article() -> None:
    assert [article_number(one) for one in ("3(6)", "21(2)", "Preamble", "")] == [3, 21, 0, 0]
