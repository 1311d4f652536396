"""The golden cases of the domain: deposit, in force, first report due, Article 3 and Article 4 deadlines."""

from datetime import date

_CASES = """
Peru            2012-09-26 2013-03-01 2013-08-28 2021-03-01 2023-03-01
Bulgaria        2011-04-06 2011-10-01 2012-03-29 2019-10-01 2021-10-01
Guinea          2014-10-21 2015-04-01 2015-09-28 2023-04-01 2025-04-01
Cabo Verde      2010-10-19 2011-04-01 2011-09-28 2019-04-01 2021-04-01
Guinea-Bissau   2010-11-29 2011-05-01 2011-10-28 2019-05-01 2021-05-01
Switzerland     2012-07-17 2013-01-01 2013-06-30 2021-01-01 2023-01-01
Chad            2013-03-26 2013-09-01 2014-02-28 2021-09-01 2023-09-01
Comoros         2010-07-28 2011-01-01 2011-06-30 2019-01-01 2021-01-01
Andorra         2013-04-09 2013-10-01 2014-03-30 2021-10-01 2023-10-01
Vanuatu         2025-09-05 2026-03-01 2026-08-28 2034-03-01 2036-03-01
First thirty    2010-02-16 2010-08-01 2011-01-28 2018-08-01 2020-08-01
"""


def _case(line: str) -> tuple[str, tuple[date, ...]]:
    return line[:16].strip(), tuple(date.fromisoformat(day) for day in line[16:].split())


#: name → (deposit, entry into force, first report due, Article 3 deadline, Article 4 deadline)
GOLDEN = dict(_case(line) for line in _CASES.strip().splitlines())
