"""Reading pages and files of stockpiles as a person does."""

import csv
import io
import re


def text_of(response):
    """The words of a page, with white space closed up."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def table(client, address):
    content = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))
