"""The orders of treaty actions that the database itself refuses, whoever writes.

A check constraint sees one row; these orders lie between rows, so they are triggers. What they should say follows from
the constants of the rules (countries.rules.final_clauses); what they do say is frozen in migrations, each of which
creates them as they were meant that day. ``deviations`` compares the two in the database at hand.
Deleting is checked by the actions, not here: a restore and a test both empty tables row by row.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from countries.rules.final_clauses import DEPOSITS, OF_A_SIGNATURE, ActionKind

TABLE = "countries_treatyaction"
NAME = "countries_treatyaction_order"

_ACTS = (
    "SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id "
    "WHERE a.treaty_id = {treaty} AND a.country_id = {country}"
)
_EARLIER = "SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id"


def _is(act: str, *kinds: ActionKind) -> str:
    """The condition that an act is of one of some kinds, in the order in which ActionKind lists them."""
    listed = ", ".join(f"'{kind.value}'" for kind in ActionKind if kind in kinds)
    return f"{act}.kind IN ({listed})" if len(kinds) > 1 else f"{act}.kind = {listed}"


ORDERS = {
    "A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).": f"{_ACTS} "
    f"AND {_is('a', ActionKind.RESERVATION)} AND NOT t.reservations_allowed",
    "A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, "
    "Article 15; CCW, Article 3).": f"{_ACTS} AND {_is('a', ActionKind.SIGNATURE)} "
    "AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature)",
    "Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).": f"{_ACTS} "
    f"AND {_is('a', ActionKind.ACCESSION)} AND EXISTS ({_EARLIER} AND {_is('e', ActionKind.SIGNATURE)}) "
    f"AND NOT EXISTS ({_EARLIER} AND {_is('e', ActionKind.WITHDRAWAL)} AND e.date < a.date)",
    "Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, "
    "Article 16(1)).": f"{_ACTS} AND {_is('a', *OF_A_SIGNATURE)} "
    f"AND NOT ({_is('a', ActionKind.ACCEPTANCE)} AND t.acceptance_without_signature) "
    f"AND NOT EXISTS ({_EARLIER} AND {_is('e', ActionKind.SIGNATURE)} AND e.date <= a.date)",
    "Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, "
    "Article 9).": f"{_ACTS} AND {_is('a', ActionKind.WITHDRAWAL)} "
    f"AND NOT EXISTS ({_EARLIER} AND {_is('e', *DEPOSITS)} AND e.date < a.date)",
}
"""What the database says when it refuses, and the acts that it refuses then."""


def triggers(vendor: str) -> dict[str, str]:
    """The statements that create everything a database needs, by the name of what each creates."""
    return _sqlite() if vendor == "sqlite" else _postgresql()


def deviations(connection: Any) -> list[str]:
    """What is not in the database as the rules want it, a sentence each; nothing while the table is not there."""
    with connection.cursor() as cursor:
        if TABLE not in connection.introspection.table_names(cursor):
            return []
        standing = _standing(connection.vendor, cursor)
    wanted = {name: _as_kept(connection.vendor, sql) for name, sql in triggers(connection.vendor).items()}
    return [
        f"The trigger {name} says something else than the rules."
        if name in standing
        else f"The trigger {name} is missing."
        for name, sql in wanted.items()
        if standing.get(name) != sql
    ]


def restore(connection: Any) -> None:
    """Put up the triggers as the rules want them, in the place of whatever stands. Safe to repeat."""
    with connection.cursor() as cursor:
        for statement in (*removal(connection.vendor), *triggers(connection.vendor).values()):
            cursor.execute(statement)


def take_down(connection: Any) -> None:
    """Remove the triggers, if they are there. The table must be."""
    with connection.cursor() as cursor:
        for statement in removal(connection.vendor):
            cursor.execute(statement)


def removal(vendor: str) -> list[str]:
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _sqlite()]
    return [f"DROP TRIGGER IF EXISTS {NAME} ON {TABLE}", f"DROP FUNCTION IF EXISTS {NAME}()"]


def _sqlite() -> dict[str, str]:
    def trigger(event: str, rows: Iterable[str]) -> str:
        checks = "\n".join(
            f"SELECT RAISE(ABORT, '{message}') WHERE EXISTS ({_of(order, row)});"
            for row in rows
            for message, order in ORDERS.items()
        )
        return f"CREATE TRIGGER {NAME}_{event} AFTER {event.upper()} ON {TABLE} BEGIN\n{checks}\nEND"

    return {
        f"{NAME}_insert": trigger("insert", ["NEW"]),
        f"{NAME}_update": trigger("update", ["NEW", "OLD"]),
    }


def _postgresql() -> dict[str, str]:
    def checks(row: str) -> str:
        return "\n".join(
            f"IF EXISTS ({_of(order, row)})\nTHEN RAISE check_violation USING MESSAGE = '{message}', "
            f"CONSTRAINT = '{NAME}', TABLE = '{TABLE}'; END IF;"
            for message, order in ORDERS.items()
        )

    return {
        f"{NAME}()": f"CREATE OR REPLACE FUNCTION {NAME}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n"
        f"{checks('NEW')}\nIF TG_OP = 'UPDATE' THEN\n{checks('OLD')}\nEND IF;\nRETURN NULL;\nEND $$",
        NAME: f"CREATE TRIGGER {NAME} AFTER INSERT OR UPDATE ON {TABLE} FOR EACH ROW EXECUTE FUNCTION {NAME}()",
    }


def _of(order: str, row: str) -> str:
    return order.format(treaty=f"{row}.treaty_id", country=f"{row}.country_id")


def _standing(vendor: str, cursor: Any) -> dict[str, str]:
    """What stands, by name, in the words in which the database keeps it."""
    if vendor == "sqlite":
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        return dict(cursor.fetchall())
    cursor.execute(
        "SELECT %s, p.prosrc FROM pg_proc p WHERE p.oid = to_regproc(%s) UNION ALL "
        "SELECT t.tgname, pg_get_triggerdef(t.oid, true) FROM pg_trigger t "
        "WHERE t.tgrelid = to_regclass(%s) AND NOT t.tgisinternal AND t.tgenabled <> 'D'",
        [f"{NAME}()", NAME, TABLE],
    )
    return dict(cursor.fetchall())


def _as_kept(vendor: str, statement: str) -> str:
    """Statements are kept as they were given; of a function, PostgreSQL keeps the body."""
    return statement.split("$$")[1] if vendor == "postgresql" and "$$" in statement else statement
