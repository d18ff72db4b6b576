import io
import zipfile

from lxml import html  # type: ignore[import-untyped]

from tlumach.editions.books import EPUB, BookMaker
from tlumach.tracking import Tracker


def test_each_code_of_an_epub_leads_to_its_paragraph(real: Tracker) -> None:
    books = BookMaker(real).books("kazakhstan-arms-export/index.md", [EPUB])
    for content in books.values():
        with zipfile.ZipFile(io.BytesIO(content)) as files:
            pages = {name: html.fromstring(files.read(name)) for name in files.namelist() if name.endswith(".xhtml")}
        for name in [name for name in pages if name.endswith("-report.xhtml")]:
            links = pages[name].xpath("//pre/a/@href")
            assert len(links) > 50
            for file, _, id in (link.partition("#") for link in links):
                assert id and pages[f"EPUB/{file}"].xpath("//*[@id=$id]", id=id), (name, file, id)
