"""Texts that could do harm stay texts in every file, read back by programs that are not ours.

Each text of hostile_texts.py stands in the title, the labels, the codes, the unit, the notes, the
source and the publisher of a table of its own. What a harmless text gives is the measure: the files
of a hostile one have the same cells, rows, elements and attributes, and no formula.
"""
import csv
import functools
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

from tests.output import html_check
from tests.output.hostile_texts import HOSTILE, REFUSED
from tests.output.readers import CSV_STYLES, guarded, joined, openpyxl, ran

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE_VIEWS = pathlib.Path(os.environ.get("LUMBUNG_MAKE_VIEWS",
                                         ROOT / "build" / "debug" / "tests" / "make_views"))
HARMLESS = "Tanjung Agung"
TEXTS = [("harmless", HARMLESS), *HOSTILE.items()]
LANGUAGES = ("id", "en")  # By the number of the view.

# What no XML document may hold, and no HTML page should.
UNWRITABLE = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Directions, joints and widths: poppler leaves them out, or puts words in another order.
UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u0300-\u036f]")


def document(code, text):
    """A table that has the text wherever a table has any."""
    # The empty code names nothing, and a code that is there twice is refused.
    places = {text: text, "lain": "Lain"}

    def dimension(categories, label, **more):
        return {"label": label, "category": {"index": list(categories), "label": categories,
                                             **more},
                "extension": {"lumbung": {"label_en": label, "category_label_en": categories}}}

    return {
        "version": "2.0", "class": "dataset", "label": text, "source": text,
        "updated": "2025-04-25", "id": ["tempat", "tahun", "ukuran"], "size": [2, 2, 1],
        "role": {"time": ["tahun"], "metric": ["ukuran"]},
        "dimension": {
            "tempat": dimension(places, text),
            "tahun": dimension({"2024": "2024", "2025": "2025"}, "Tahun"),
            "ukuran": dimension({"jumlah": text}, "Ukuran",
                                unit={"jumlah": {"base": text, "decimals": 0}}),
        },
        "value": [-11, 22, 33, 44],
        "extension": {"lumbung": {
            "format": 1, "code": code, "subject": "wilayah", "title_en": text, "source_en": text,
            "publisher": {"id": text, "en": text}, "licence": text,
            "contact": {"name": {"id": text, "en": text}, "mail": text, "phone": text},
            "layout": {"stub": ["tempat"], "heading": ["tahun"]},
            "notes": [{"id": text, "en": text, "mandatory": True, "where": {}},
                      {"id": text, "en": text, "mandatory": True, "where": {"tempat": "lain"}}],
        }}}


def marks_up(text):
    """As markup keeps it: what it cannot hold is shown to be missing, and lines end as Unix's."""
    return UNWRITABLE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def drawn(text):
    """As a PDF has it: characters of sixteen bits, and none that poppler makes something of."""
    return UNSEEN.sub("", re.sub("[\U00010000-\U0010ffff]", "\ufffd",
                                 UNWRITABLE.sub("\ufffd", text)))


def workbook_text(text):
    """As a workbook keeps it: all but nothing, and what is no character at all."""
    return re.sub("[\0\ufffe\uffff]", "\ufffd", text)


def unescaped(value):
    """A text of a workbook as Excel shows it, which openpyxl leaves to its callers."""
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)


class Structure(html_check.Reader):
    """Elements and the names of their attributes, in their order."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, *(name for name, _ in attrs)))
        super().handle_starttag(tag, attrs)


def structure_of(page):
    reader = Structure()
    reader.feed(page)
    reader.close()
    return reader


def of_each(ending):
    """The test is made with each file of that ending: (file, number of the view, text)."""
    def made(test):
        @functools.wraps(test)
        def all_of_them(self):
            for number, (name, text) in enumerate(TEXTS):
                for view, language in enumerate(LANGUAGES):
                    with self.subTest(text=name, language=language):
                        test(self, self.out / f"uji-{number:02}.{view:02}.{ending}", view, text)
        return all_of_them
    return made


class InjectionTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name)
        files = []
        for number, (_, text) in enumerate(TEXTS):
            code = f"uji-{number:02}"
            files.append(cls.out / f"{code}.source")
            files[-1].write_text(json.dumps(document(code, text)), encoding="utf-8")
        ran(MAKE_VIEWS, cls.out, len(LANGUAGES), *files)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def harmless(self, view, ending):
        return self.out / f"uji-00.{view:02}.{ending}"

    def test_there_are_sixty_texts(self):
        self.assertGreaterEqual(len(HOSTILE), 60)
        self.assertEqual(len(set(HOSTILE.values())), len(HOSTILE))

    def test_a_reader_refuses_what_is_no_text(self):
        for name, literal in REFUSED.items():
            with self.subTest(name):
                made = json.dumps(document("uji-x", "HERE")).encode()
                file = self.out / "refused.source"
                file.write_bytes(made.replace(b'"HERE"', literal, 1))
                done = subprocess.run([MAKE_VIEWS, self.out, "1", file], capture_output=True,
                                      text=True, check=False)
                self.assertEqual(done.returncode, 1)
                self.assertRegex(done.stderr, r"refused\.source: .+ line 1")

    # --- Workbooks ---

    @of_each("xlsx")
    def test_a_workbook_has_no_formula_and_every_text_whole(self, file, _view, text):
        book = openpyxl.load_workbook(file)
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows()
                 for cell in row if cell.value is not None]
        self.assertEqual([cell.coordinate for cell in cells if cell.data_type == "f"], [])
        self.assertEqual([cell.coordinate for cell in cells if cell.hyperlink], [])
        wanted = workbook_text(text)
        table, data, facts = book.worksheets
        names, *rows = data.iter_rows(values_only=True)
        first = {name: unescaped(str(value)) for name, value in zip(names, rows[0])}
        self.assertEqual(len(rows), 4)
        self.assertEqual(first["tempat"], wanted)
        self.assertEqual(first["tempat_label"], wanted)
        self.assertEqual(unescaped(str(rows[0][names.index("tahun_label") + 4])), wanted)
        # A long text goes on in the rows below.
        for sheet in (table, facts):
            whole = "".join(unescaped(str(cell.value or "")) for row in sheet.iter_rows()
                            for cell in row)
            self.assertGreaterEqual(whole.count(wanted), 4)

    @of_each("xlsx")
    def test_figures_beside_a_hostile_text_stay_numbers(self, file, _view, _text):
        data = openpyxl.load_workbook(file).worksheets[1]
        names, *rows = data.iter_rows(values_only=True)
        value = next(at for at, name in enumerate(names) if name in ("nilai", "value"))
        self.assertEqual([row[value] for row in rows], [-11, 22, 33, 44])

    @of_each("xlsx")
    def test_every_part_of_a_workbook_is_xml_and_leads_nowhere(self, file, view, _text):
        with zipfile.ZipFile(file) as book, zipfile.ZipFile(
                self.harmless(view, "xlsx")) as harmless:
            self.assertIsNone(book.testzip())
            self.assertEqual(book.namelist(), harmless.namelist())
            for name in book.namelist():
                root = xml.etree.ElementTree.fromstring(book.read(name))
                targets = [part.get("TargetMode") for part in root.iter()]
                self.assertNotIn("External", targets)

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_libreoffice_opens_every_workbook_and_computes_nothing(self):
        out = self.out / "libreoffice"
        files = sorted(self.out.glob("*.00.xlsx"))
        subprocess.run(["soffice", f"-env:UserInstallation={(self.out / 'profile').as_uri()}",
                        "--headless", "--convert-to", "fods", "--outdir", out, *files],
                       capture_output=True, check=True)
        for file, (name, text) in zip(files, TEXTS, strict=True):
            with self.subTest(text=name):
                self.check_libreoffice(out / f"{file.stem}.fods", text)

    def check_libreoffice(self, file, text):
        root = xml.etree.ElementTree.parse(file).getroot()
        names = {name.rsplit("}")[-1] for element in root.iter() for name in element.attrib}
        self.assertNotIn("formula", names)
        tags = {element.tag.rsplit("}")[-1] for element in root.iter()}
        self.assertFalse(tags & {"a", "dde-source", "dde-link", "event-listener"})
        cells = [joined("".join(element.itertext())) for element in root.iter()
                 if element.tag.endswith("}table-cell")]
        # It leaves out what XML cannot hold.
        wanted = joined(UNWRITABLE.sub("", text))
        self.assertTrue(any(cell.replace("\ufffd", "").startswith(wanted) for cell in cells))

    # --- Texts for programs ---

    def rows_of(self, file, view):
        separator, _ = CSV_STYLES[view]
        text = file.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))

    @of_each("csv")
    def test_csv_of_the_view_has_the_same_rows_and_every_text_guarded(self, file, view, text):
        rows = self.rows_of(file, view)
        harmless = self.rows_of(self.harmless(view, "csv"), view)
        self.assertEqual([len(row) for row in rows], [len(row) for row in harmless])
        self.assertEqual(rows[1][1], guarded(text))
        for row, wanted in zip(rows, harmless):
            for field, expected in zip(row, wanted):
                if expected.startswith(HARMLESS):
                    self.assertTrue(field.startswith(guarded(text)), field)
                elif HARMLESS not in expected:
                    self.assertEqual(field, expected)

    @of_each("tidy.csv")
    def test_csv_of_the_table_has_the_same_rows_and_every_text_guarded(self, file, view, text):
        rows = self.rows_of(file, view)
        harmless = self.rows_of(self.harmless(view, "tidy.csv"), view)
        changed = [[guarded(text) if field == HARMLESS else field for field in row]
                   for row in harmless]
        self.assertEqual(rows, changed)

    @of_each("jsonstat")
    def test_jsonstat_gives_every_text_back_as_it_was(self, file, _view, text):
        found = json.loads(file.read_text(encoding="utf-8"))
        place = found["dimension"]["tempat"]
        self.assertEqual((found["label"], found["source"]), (text, text))
        self.assertEqual((place["label"], place["category"]["label"][text]), (text, text))
        self.assertEqual(found["dimension"]["ukuran"]["category"]["unit"]["jumlah"]["base"],
                         text)
        self.assertEqual([note["id"] for note in found["extension"]["lumbung"]["notes"]],
                         [text, text])

    # --- Pages ---

    def check_page(self, file, view, text, ending):
        page = file.read_text(encoding="utf-8")
        # A script of data is JSON, which may hold what is no character.
        self.assertIsNone(UNWRITABLE.search(re.sub("(?s)<script.*?</script>", "", page)))
        read = structure_of(page)
        self.assertEqual(read.seen, structure_of(
            self.harmless(view, ending).read_text(encoding="utf-8")).seen)
        self.assertEqual(read.faults, [])
        title = next(read.root.all("h1"))
        self.assertTrue(title.text().startswith(marks_up(text)), title.text())
        label = [cell.text() for cell in read.root.all("th")]
        self.assertIn(marks_up(text), label)
        return page

    @of_each("html")
    def test_the_page_to_print_has_no_element_or_attribute_more(self, file, view, text):
        self.check_page(file, view, text, "html")

    @of_each("page.html")
    def test_the_page_of_the_site_is_as_sound_as_a_harmless_one(self, file, view, text):
        page = self.check_page(file, view, text, "page.html")
        harmless = self.harmless(view, "page.html").read_text(encoding="utf-8")
        self.assertEqual(html_check.faults_in(page), html_check.faults_in(harmless))

    @of_each("svg")
    def test_a_picture_is_xml_without_anything_that_runs_or_leads_away(self, file, view, text):
        root = xml.etree.ElementTree.parse(file).getroot()
        harmless = xml.etree.ElementTree.parse(self.harmless(view, "svg")).getroot()
        known = {(element.tag, name) for element in harmless.iter()
                 for name in ("", *element.attrib)}
        seen = {(element.tag, name) for element in root.iter()
                for name in ("", *element.attrib)}
        self.assertLessEqual(seen, known)
        self.assertIn(joined(marks_up(text)), joined("".join(root.itertext())))

    # --- Paper ---

    @of_each("pdf")
    def test_a_pdf_runs_nothing_and_shows_every_text(self, file, _view, text):
        facts = ran("pdfinfo", "-enc", "UTF-8", file)
        self.assertRegex(facts, r"JavaScript: +no")
        self.assertRegex(facts, r"Form: +none")
        self.assertEqual(ran("pdfinfo", "-js", file), "")
        self.assertEqual(ran("pdfinfo", "-url", file).split(), ["Page", "Type", "URL"])
        shown = joined(UNSEEN.sub("", ran("pdftotext", "-enc", "UTF-8", file, "-")))
        wanted = joined(drawn(text))
        self.assertGreaterEqual(shown.count(wanted), 4, shown)
        for figure in ("−11", "22", "33", "44"):
            self.assertIn(figure, shown)

    @of_each("chart.pdf")
    def test_a_chart_on_paper_runs_nothing_and_names_its_source(self, file, _view, text):
        self.assertRegex(ran("pdfinfo", "-enc", "UTF-8", file), r"JavaScript: +no")
        self.assertEqual(ran("pdfinfo", "-url", file).split(), ["Page", "Type", "URL"])
        shown = joined(UNSEEN.sub("", ran("pdftotext", "-enc", "UTF-8", file, "-")))
        self.assertGreaterEqual(shown.count(joined(drawn(text))), 2, shown)

    @of_each("pdf")
    def test_the_title_of_a_pdf_begins_with_the_text(self, file, _view, text):
        found = ran("pdfinfo", "-enc", "UTF-8", file)
        title = found.split("Title:", 1)[1].split("\nSubject:", 1)[0]
        self.assertTrue(joined(UNSEEN.sub("", title)).startswith(joined(drawn(text))), title)


if __name__ == "__main__":
    unittest.main()
