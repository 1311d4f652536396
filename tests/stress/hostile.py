"""Requests that nobody sends by mistake, at every public address, through the application as a server calls it.

    DATABASE_URL=… python -m tests.stress.hostile 10000 [first number of chance]

The database is any that was set up (`manage.py set_up`); nothing is written to it. The same number of chance makes the
same requests again. No answer may be a fault of the server's: each that is one is printed as it was asked.
"""

from __future__ import annotations

import io
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote, quote_from_bytes

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., object]], Any]

VALUES = [
    *("", "0", "-1", "1", "1e309", "NaN", "None", "true", "[]", "{}", "9" * 30, "-" + "9" * 400, "²", "١٢"),
    *(
        "1,2,3",
        "1" * 9_000,
        "2009",
        "2009-13-45",
        "0000-00-00",
        "9999-12-31",
        "10000-01-01",
        "2009-02-30T25:61:61Z",
    ),
    *(
        "2009-01-01T00:00:00+99:99",
        "PER",
        "per",
        "peru",
        "XXX",  # a code that is no state's
        "Ünïçødé",
        "\u202eevil",
        "\ud800",
        "\x00",
        "a\x00b",
    ),
    *(
        "\r\nSet-Cookie: a=b",
        "😀" * 300,
        "' OR 1=1 --",
        '"; DROP TABLE x',
        "%",
        "%%",
        "_",
        "\\",
        "*",
        "(",
        "[",
        "(" * 99,
    ),
    *('"', '"a', "a OR", "-", "NOT", "a*" * 400, "../../etc/passwd", "..%2f..%2f", "{{7*7}}", "${7*7}", "//e.org"),
    *("<script>alert(1)</script>", "javascript:alert(1)", "http://[::1"),
]
NAMES = [
    *("q", "sort", "after", "before", "as_of", "known_at", "page", "page_size", "format", "region", "standing"),
    *(
        "treaty",
        "kind",
        "country",
        "theme",
        "meeting",
        "year",
        "edition",
        "state",
        "group",
        "since",
        "until",
        "article",
    ),
    *("from", "to", "limit", "a[]", "a.b", "__class__", "id__in", "pk", "utm_source", "_method"),
    *("", "country__pk__gt", "\x00", "é", "n" * 2_000),
]
METHODS = [*("GET",) * 6, "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get"]
TYPES = [
    *("", "application/json", "application/x-www-form-urlencoded; charset=nowhere", "text/plain; charset=\xff"),
    *("multipart/form-data", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\xff", "a/b/c;;="),
]
HEADERS: dict[str, list[str]] = {
    "HTTP_ACCEPT": [
        "*/*",
        "application/json",
        "text/html;q=x",
        "a",
        ",,,",
        "*/*;" * 500,
        "application/xml",
        "\xff",
    ],
    "HTTP_ACCEPT_LANGUAGE": ["fr", "xx-" + "a" * 600, "en;q=9,,;", "\xff"],
    "HTTP_ACCEPT_ENCODING": ["br", "gzip;q=x", "identity;q=0"],
    "HTTP_IF_NONE_MATCH": ["*", '"a"', 'W/"', "\xff", '"' * 900],
    "HTTP_IF_MODIFIED_SINCE": [
        "yesterday",
        "Thu, 99 Jan 99999 99:99:99 GMT",
        "Mon, 01 Jan 0000 00:00:00 GMT",
        "-1",
    ],
    "HTTP_RANGE": ["bytes=9-1", "bytes=0-,1-", "lines=1"],
    "HTTP_COOKIE": [
        "sessionid=%00",
        "sessionid=" + "a" * 5_000,
        "csrftoken=é; a",
        "=;=;",
        "\xff=\xff",
        "messages=x:y",
    ],
    "HTTP_HOST": ["testserver", "testserver:99999", "a b", "", "[::1", "é.org", "testserver@evil.org", "a" * 400],
    "HTTP_X_FORWARDED_FOR": ["999.999.1.1", "::", "a, b", "\xff"],
    "HTTP_X_FORWARDED_PROTO": ["https", "gopher"],
    "HTTP_X_FORWARDED_HOST": ["evil.example.org"],
    "HTTP_HX_REQUEST": ["true", "no"],
    "HTTP_HX_TARGET": ["results", "'"],
    "HTTP_X_REQUESTED_WITH": ["fetch", "XMLHttpRequest"],
    "HTTP_REFERER": ["http://[", "javascript:1", "\xff"],
    "HTTP_ORIGIN": ["null", "http://[", "https://evil.example.org"],
    "HTTP_AUTHORIZATION": ["Basic !!!", "Bearer " + "a" * 3_000, "\xff"],
    "CONTENT_TYPE": TYPES,
    "CONTENT_LENGTH": ["", "-1", "abc", "9" * 20, "3"],
}
BODIES = [
    *(
        b"",
        b"{",
        b"[" * 5_000,
        b'{"a": 1e999}',
        b"\xff\xfe\x00",
        b"a=1&" * 6_000,
        b"a" * 100_000,
        b"%ff%00=%",
        b"null",
    ),
    b'--b\r\nContent-Disposition: form-data; name="a"; filename="\xff/../x"\r\nContent-Type: \x00\r\n\r\n\x00\r\n--b',
]


def addresses() -> list[str]:
    """Every public path as its pattern has it, with what varies in braces; of the API as its description has it."""
    from django.urls import URLPattern, get_resolver
    from drf_spectacular.generators import SchemaGenerator

    def under(patterns: Any, before: str) -> Iterator[str]:
        for one in patterns:
            path = before + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(one.pattern))
            if path.startswith("admin/"):
                continue
            if isinstance(one, URLPattern):
                if re.fullmatch(r"[\w/{}.-]*", path):
                    yield f"/{path}"
            else:
                yield from under(one.url_patterns, path)

    described: Any = SchemaGenerator(patterns=None).get_schema(request=None, public=True)
    return sorted({*under(get_resolver().url_patterns, ""), *described["paths"], "/admin/", "/admin/login/"})


def requests(number: int, chance: random.Random, known: list[str]) -> Iterator[Environ]:
    """So many requests as a server hands them on. Each address has its turn."""
    for turn in range(number):
        path = _path(known[turn % len(known)], chance)
        body = chance.choice(BODIES) if chance.random() < 0.3 else b""
        environ: Environ = {
            "REQUEST_METHOD": chance.choice(METHODS),
            "SCRIPT_NAME": "",
            "PATH_INFO": path,
            "QUERY_STRING": _query(chance),
            "SERVER_NAME": "testserver",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": "127.0.0.1",
            "HTTP_HOST": "testserver",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
            "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http",
        }
        for header in chance.sample(sorted(HEADERS), chance.choice((0, 0, 1, 2, 5))):
            environ[header] = chance.choice(HEADERS[header])
        yield environ


def answered(application: Application, environ: Environ) -> int:
    """The status of an answer that was read to its end."""
    status: list[str] = []
    answer = application(environ, lambda line, headers, *more: status.append(line))
    try:
        for _ in answer:
            pass
    finally:
        answer.close()
    return int(status[0][:3])


def asked(environ: Environ) -> str:
    """A request in one line, to be repeated."""
    headers = {name: value[:80] for name, value in environ.items() if name in HEADERS}
    return f"{environ['REQUEST_METHOD']} {environ['PATH_INFO'][:200]!r} ?{environ['QUERY_STRING'][:300]} {headers}"


def _path(pattern: str, chance: random.Random) -> str:
    """The path of a pattern, as latin letters that stand for its bytes."""
    usual = ("1", "peru", "PER", "ccm", "2009", "convention-on-cluster-munitions", "csv", "json")
    filled = re.sub(r"\{\w+\}", lambda _: chance.choice(usual if chance.random() < 0.6 else VALUES), pattern)
    if chance.random() < 0.1:
        filled += chance.choice(VALUES)
    if chance.random() < 0.05:
        filled = filled.replace("/", "//")
    path = filled.encode(errors="surrogatepass")
    if chance.random() < 0.05:
        path += bytes(chance.randrange(256) for _ in range(5))
    return path.decode("latin-1")


def _query(chance: random.Random) -> str:
    if chance.random() < 0.1:  # not even a question
        return quote_from_bytes(bytes(chance.randrange(256) for _ in range(40)), safe="&=%;+#?/")
    pairs = ((chance.choice(NAMES), chance.choice(VALUES)) for _ in range(chance.choice((0, 1, 1, 2, 8))))
    return "&".join(
        f"{quote(name, errors='surrogatepass')}={quote(value, errors='surrogatepass')}" for name, value in pairs
    )


def main(number: int, seed: int) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ccm_site.settings.testing")
    from django.core.wsgi import get_wsgi_application

    application = get_wsgi_application()
    known = addresses()
    counts: Counter[int] = Counter()
    for environ in requests(number, random.Random(seed), known):
        status = answered(application, environ)
        counts[status] += 1
        if status >= 500:
            print(status, asked(environ))
    print(f"{number} requests at {len(known)} addresses: {dict(sorted(counts.items()))}")
    return int(any(status >= 500 for status in counts))


if __name__ == "__main__":
    sys.exit(main(*(int(one) for one in (*sys.argv[1:], "10000", "1")[:2])))
