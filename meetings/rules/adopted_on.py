"""When sources say that something was adopted, beside the date on record."""

from __future__ import annotations

from editorial.rules.partial_date import PartialDate


def beside_the_record(said: PartialDate, on_record: PartialDate | None) -> str:
    """Whether a date that a source gives can be the one on record; a year or a month agrees with any day in it.

    >>> beside_the_record(PartialDate(2011), PartialDate(2010, 11, 12))
    'differs from the record: 12 November 2010'
    >>> beside_the_record(PartialDate(2010, 11), PartialDate(2010, 11, 12))
    'agrees with the record: 12 November 2010'
    """
    if on_record is None:
        return "no date is on record to compare it with"
    may_be = said.earliest <= on_record.latest and on_record.earliest <= said.latest
    if said.bound == "after":
        may_be = on_record.latest > said.latest
    elif said.bound == "before":
        may_be = on_record.earliest < said.earliest
    return f"{'agrees with' if may_be else 'differs from'} the record: {on_record}"
