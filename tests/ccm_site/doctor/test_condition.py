"""What an examination finds."""

from ccm_site.doctor.condition import Level, bad, good, judged, warn


def test_a_condition_says_how_to_mend_it_unless_it_is_good() -> None:
    assert good("disk", "roomy").mend == ""
    assert warn("disk", "tight", "Make room.").level is Level.WARN
    assert judged(Level.GOOD, "disk", "roomy", "Make room.") == good("disk", "roomy")
    assert judged(Level.BAD, "disk", "full", "Make room.") == bad("disk", "full", "Make room.")


def test_a_machine_reads_it() -> None:
    assert bad("disk", "full", "Make room.").as_json() == {
        "level": "bad",
        "about": "disk",
        "says": "full",
        "mend": "Make room.",
    }
