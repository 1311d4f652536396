"""What readers download of a release: how to cite it in three forms, and its text."""

from __future__ import annotations

import json

import pytest

from editorial.public.files import FILES, files_of

KINDS = {
    "cite.bib": "application/x-bibtex",
    "cite.ris": "application/x-research-info-systems",
    "cite.json": "application/vnd.citationstyles.csl+json",
    "text.txt": "text/plain",
}


@pytest.mark.parametrize("file", KINDS)
def test_a_file_is_a_download_with_the_name_of_its_release(life, client, file: str) -> None:
    life.bring_out("seven")
    name = {"profile": "peru-cluster-munition-ban-policy-2009-r1", "statement": f"statement-{life.record.pk}-r1"}
    answer = client.get(f"{life.page}r1/{file}")
    assert answer["Content-Type"] == f"{KINDS[file]}; charset=utf-8"
    ending = file.partition(".")[2]
    assert answer["Content-Disposition"] == f'attachment; filename="{name[life.noun.name]}.{ending}"'


@pytest.mark.parametrize("file", KINDS)
def test_the_newest_file_names_its_release_and_an_older_one_stays(life, read, file: str) -> None:
    life.bring_out("seven")
    first = read(f"{life.page}r1/{file}")
    life.bring_out("eight", note="One more was found.")
    assert read(f"{life.page}r1/{file}") == first
    assert read(life.page + file) == read(f"{life.page}r2/{file}") != first
    assert f"http://testserver{life.page}r2/" in read(life.page + file)


def test_each_form_says_the_same(life, client) -> None:
    life.bring_out("seven")
    title = life.title.removesuffix(" 2009")
    assert f"title = {{{{{title}}}}}" in client.get(life.page + "r1/cite.bib").content.decode()
    assert f"TI  - {title}\r\n" in client.get(life.page + "r1/cite.ris").content.decode()
    (item,) = json.loads(client.get(life.page + "r1/cite.json").content)
    assert (item["type"], item["title"]) == ("webpage", title)
    assert item["URL"] == f"http://testserver{life.page}r1/"
    assert item["version"].endswith("release 1")


def test_the_text_has_its_citations_written_out_and_what_to_compare_it_with(life, read) -> None:
    release = life.bring_out("seven")
    text = read(life.page + "r1/text.txt")
    assert text.startswith(life.title.removesuffix(" 2009"))
    assert f"Content fingerprint (SHA-256): {release.sha256}" in text
    assert "In short, seven." in text
    assert "It holds seven bombs." in text
    assert r"The seven \<paper>" in text
    assert "[@" not in text


def test_the_page_offers_every_file(life, read) -> None:
    release = life.bring_out("seven")
    page = read(life.page)
    offered = files_of(life.noun, release)
    assert [url for _, url in offered] == [f"{life.page}r1/{file.address}" for file in FILES.values()]
    for words, url in offered:
        assert f'<a class="button button-quiet" href="{url}" download>{words}</a>' in page
