"""The orders of treaty actions that the database refuses, as triggers with the statements of this day.

Until here the application took them down before every migration and put them up after it. From here on migrations
create them, and a change of the rules is a further migration. One that rebuilds countries_treaty or
countries_treatyaction on SQLite wraps its operations in editorial.migration_operations.KeepingTriggers.
"""

from django.db import migrations

SQLITE = {
    "countries_treatyaction_order_insert": (
        "CREATE TRIGGER countries_treatyaction_order_insert AFTER INSERT ON countries_treatyaction BEGIN\n"
        "SELECT RAISE(ABORT, 'A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'reservation' AND NOT t.reservations_allowed);\n"
        "SELECT RAISE(ABORT, 'A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, Article 15; CCW, Article 3).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'signature' AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature));\n"
        "SELECT RAISE(ABORT, 'Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'accession' AND EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature') AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'withdrawal_notice' AND e.date < a.date));\n"
        "SELECT RAISE(ABORT, 'Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, Article 16(1)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind IN ('ratification', 'acceptance', 'approval') AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature' AND e.date <= a.date));\n"
        "SELECT RAISE(ABORT, 'Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, Article 9).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'withdrawal_notice' AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind IN ('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement') AND e.date < a.date));\n"
        "END"
    ),
    "countries_treatyaction_order_update": (
        "CREATE TRIGGER countries_treatyaction_order_update AFTER UPDATE ON countries_treatyaction BEGIN\n"
        "SELECT RAISE(ABORT, 'A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'reservation' AND NOT t.reservations_allowed);\n"
        "SELECT RAISE(ABORT, 'A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, Article 15; CCW, Article 3).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'signature' AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature));\n"
        "SELECT RAISE(ABORT, 'Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'accession' AND EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature') AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'withdrawal_notice' AND e.date < a.date));\n"
        "SELECT RAISE(ABORT, 'Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, Article 16(1)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind IN ('ratification', 'acceptance', 'approval') AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature' AND e.date <= a.date));\n"
        "SELECT RAISE(ABORT, 'Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, Article 9).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'withdrawal_notice' AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind IN ('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement') AND e.date < a.date));\n"
        "SELECT RAISE(ABORT, 'A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'reservation' AND NOT t.reservations_allowed);\n"
        "SELECT RAISE(ABORT, 'A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, Article 15; CCW, Article 3).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'signature' AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature));\n"
        "SELECT RAISE(ABORT, 'Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'accession' AND EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature') AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'withdrawal_notice' AND e.date < a.date));\n"
        "SELECT RAISE(ABORT, 'Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, Article 16(1)).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind IN ('ratification', 'acceptance', 'approval') AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature' AND e.date <= a.date));\n"
        "SELECT RAISE(ABORT, 'Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, Article 9).') WHERE EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'withdrawal_notice' AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind IN ('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement') AND e.date < a.date));\n"
        "END"
    ),
}
POSTGRESQL = {
    "countries_treatyaction_order()": (
        "CREATE OR REPLACE FUNCTION countries_treatyaction_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'reservation' AND NOT t.reservations_allowed)\n"
        "THEN RAISE check_violation USING MESSAGE = 'A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'signature' AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature))\n"
        "THEN RAISE check_violation USING MESSAGE = 'A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, Article 15; CCW, Article 3).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'accession' AND EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature') AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'withdrawal_notice' AND e.date < a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind IN ('ratification', 'acceptance', 'approval') AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature' AND e.date <= a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, Article 16(1)).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = NEW.treaty_id AND a.country_id = NEW.country_id AND a.kind = 'withdrawal_notice' AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind IN ('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement') AND e.date < a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, Article 9).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF TG_OP = 'UPDATE' THEN\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'reservation' AND NOT t.reservations_allowed)\n"
        "THEN RAISE check_violation USING MESSAGE = 'A reservation where the treaty allows none (CCM and Mine Ban Treaty, Article 19).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'signature' AND (a.date < t.opened_for_signature OR a.date >= t.closed_for_signature))\n"
        "THEN RAISE check_violation USING MESSAGE = 'A signature before the treaty was opened or after it was closed for signature (CCM and Mine Ban Treaty, Article 15; CCW, Article 3).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'accession' AND EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature') AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'withdrawal_notice' AND e.date < a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Accession by a state that has signed (CCM and Mine Ban Treaty, Article 16(2)).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind IN ('ratification', 'acceptance', 'approval') AND NOT (a.kind = 'acceptance' AND t.acceptance_without_signature) AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind = 'signature' AND e.date <= a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Ratification, acceptance or approval without a signature on or before that day (CCM and Mine Ban Treaty, Article 16(1)).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "IF EXISTS (SELECT 1 FROM countries_treatyaction a JOIN countries_treaty t ON t.id = a.treaty_id WHERE a.treaty_id = OLD.treaty_id AND a.country_id = OLD.country_id AND a.kind = 'withdrawal_notice' AND NOT EXISTS (SELECT 1 FROM countries_treatyaction e WHERE e.treaty_id = a.treaty_id AND e.country_id = a.country_id AND e.kind IN ('ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent', 'endorsement') AND e.date < a.date))\n"
        "THEN RAISE check_violation USING MESSAGE = 'Notice of withdrawal by a state that has not joined (CCM and Mine Ban Treaty, Article 20; CCW, Article 9).', CONSTRAINT = 'countries_treatyaction_order', TABLE = 'countries_treatyaction'; END IF;\n"
        "END IF;\n"
        "RETURN NULL;\n"
        "END $$"
    ),
    "countries_treatyaction_order": (
        "CREATE TRIGGER countries_treatyaction_order AFTER INSERT OR UPDATE ON countries_treatyaction FOR EACH ROW EXECUTE FUNCTION countries_treatyaction_order()"
    ),
}
DOWN = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {name}" for name in SQLITE],
    "postgresql": [
        "DROP TRIGGER IF EXISTS countries_treatyaction_order ON countries_treatyaction",
        "DROP FUNCTION IF EXISTS countries_treatyaction_order()",
    ],
}


def put_up(apps, schema_editor):
    take_down(apps, schema_editor)
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor].values():
        schema_editor.execute(statement, params=None)


def take_down(apps, schema_editor):
    for statement in DOWN[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("countries", "0004_place_in_the_source")]

    operations = [migrations.RunPython(put_up, take_down)]
