from editorial.importing.problems import Problem, Severity, blocking, did_you_mean, excerpt, exit_code, unknown

MISSING = Problem(
    "missing-note", "The mark [3] has no note.", "Add it.", file="peru.txt", line=12, value="said\n[3]"
)
TO_CHECK = Problem("text-breaks-off", "It ends early.", "Compare.", Severity.CHECK)
BINARY = Problem("binary", "This is a picture.", "Give the text.", Severity.UNUSABLE, "peru.png")


def test_a_problem_names_file_line_value_and_remedy():
    assert str(MISSING) == "peru.txt, line 12: The mark [3] has no note. Found: “said [3]”. Remedy: Add it."


def test_a_problem_without_a_place_begins_with_its_message():
    assert str(TO_CHECK) == "It ends early. Remedy: Compare."


def test_a_field_is_part_of_the_place():
    assert Problem("x", "m", "r", file="f.csv", line=2, field="iso3").place == "f.csv, line 2, iso3"


def test_exit_codes_of_the_contract():
    assert exit_code([]) == 0
    assert exit_code([TO_CHECK]) == 1
    assert exit_code([MISSING, TO_CHECK]) == 1
    assert exit_code([TO_CHECK, BINARY]) == 2


def test_what_is_only_to_be_checked_does_not_block():
    assert blocking([TO_CHECK, MISSING, BINARY]) == [MISSING, BINARY]
    assert blocking([MISSING.as_check()]) == []


def test_an_excerpt_is_short_and_on_one_line():
    assert excerpt("a\tb\x07\nc") == "“a b c”"
    assert len(excerpt("word " * 10_000)) <= 82
    assert excerpt("word " * 10_000).endswith("…”")


def test_what_is_unknown_is_named_under_the_field_that_asked_for_it():
    problem = unknown("state", "Narnia", "Give its name.", hint="Known: Peru.", field="lead")
    assert (problem.code, problem.field, problem.severity) == ("unknown-state", "lead", Severity.UNUSABLE)
    assert problem.message == "There is no state “Narnia”. Known: Peru."
    assert unknown("theme", "x", "Give one.").field == "theme"


def test_the_nearest_that_are_known_are_offered_with_what_they_mean():
    assert did_you_mean("PEX", {"PER": "Peru", "CHL": "Chile"}) == "Did you mean PER (Peru)?"
    assert did_you_mean("lima-2008", ["lima-2007", "oslo-2007"]) == "Did you mean lima-2007?"
    assert did_you_mean("zzz", ["lima-2007"]) == ""
