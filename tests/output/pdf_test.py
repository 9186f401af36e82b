"""PDF files are read back by others: poppler's pdftotext, pdfinfo and pdffonts."""
import json
import os
import pathlib
import re
import tempfile
import unittest
import xml.etree.ElementTree

from tests.output.readers import joined, ran

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE_VIEWS = pathlib.Path(os.environ.get("LUMBUNG_MAKE_VIEWS",
                                         ROOT / "build" / "debug" / "tests" / "make_views"))
TABLES = sorted((ROOT / "data" / "tables").glob("*.json"))


def words_of(text):
    """Without the full stop that the writer puts behind a sentence."""
    return [word.rstrip(".") for word in text.replace("\u202f", " ").split()]


def starts_figures(line, label):
    """The line is that of the label, and not of a longer label that begins with it."""
    rest = line[len(label):]
    return line[:len(label)] == label and bool(rest) and not re.match(r"[A-Za-z]{2}", rest[0])


def screen_of(file):
    """What the screen shows of the view in the file."""
    return json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))


def wanted_texts(screen):
    """Every figure, label, note and title of the view."""
    yield from (screen["title"], screen["title_other"], screen["source"], *screen["notes"])
    for row in screen["rows"]:
        yield from (text for text, _ in row["labels"])
        yield from (cell[0] for cell in row["cells"])


def wanted_row(row):
    """(label, figures with their marks in order), as words."""
    figures = " ".join(" ".join(cell[:3]) for cell in row["cells"])
    return words_of(" ".join(row["labels"][-1])), words_of(figures)


def fields_of(text):
    return dict(re.findall(r"^([\w ]+):\s+(.*)$", text, re.M))


class PdfTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name)
        ran(MAKE_VIEWS, cls.out, 2, *TABLES)  # Its own view, in both languages.
        cls.files = sorted(cls.out.glob("*.[0-9][0-9].pdf"))
        cls.charts = sorted(cls.out.glob("*.chart.pdf"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_table_is_there_in_both_languages(self):
        self.assertGreaterEqual(len(TABLES), 10)
        self.assertEqual(len(self.files), 2 * len(TABLES))

    def test_every_figure_label_note_and_title_is_in_the_text(self):
        for file in self.files:
            found = {}
            for word in words_of(ran("pdftotext", "-raw", file, "-")):
                found[word] = found.get(word, 0) + 1
            wanted = {}
            for word in words_of(" ".join(wanted_texts(screen_of(file)))):
                wanted[word] = wanted.get(word, 0) + 1
            missing = {word: count for word, count in wanted.items()
                       if found.get(word, 0) < count}
            self.assertEqual(missing, {}, file.name)

    def test_a_row_is_a_line_of_each_block_with_its_figures_in_order(self):
        for file in self.files:
            text = ran("pdftotext", "-layout", file, "-")
            lines = [words_of(line) for line in text.splitlines()]
            rows = screen_of(file)["rows"]
            self.assertGreater(len(rows), 0, file.name)
            for row in rows:
                label, figures = wanted_row(row)
                found = [word for line in lines if starts_figures(line, label)
                         for word in line[len(label):]]
                self.assertEqual(found, figures, f"{file.name} {label}")

    def test_the_document_says_what_it_is(self):
        for file in self.files:
            screen = screen_of(file)
            name, language = screen["table"], screen["language"]
            information = fields_of(ran("pdfinfo", file))
            self.assertEqual(information["Title"], screen["title"])
            self.assertEqual(information["Subject"], name)
            self.assertEqual(information["Author"], "Badan Pusat Statistik Kabupaten Muara Enim")
            self.assertIn("A4", information["Page size"])
            self.assertGreaterEqual(int(information["Pages"]), 1)
            self.assertIn(f"/Lang ({language})".encode(), file.read_bytes())
            more = fields_of(ran("pdfinfo", "-custom", file))
            key = "Kode_tabel" if language == "id" else "Table_code"
            self.assertEqual(more[key], name)

    def test_each_sheet_says_which_it_is(self):
        for file in self.files:
            pages = ran("pdftotext", "-layout", file, "-").split("\f")[:-1]
            is_indonesian = screen_of(file)["language"] == "id"
            pattern = "Halaman {} dari {}" if is_indonesian else "Page {} of {}"
            for index, page in enumerate(pages):
                self.assertIn(pattern.format(index + 1, len(pages)), page, file.name)
                self.assertRegex(page, r"[0-9A-F]{4}-[0-9A-F]{4}", file.name)
                self.assertIn("(1)", page, file.name)

    def test_fonts_are_embedded_subsets_whose_text_can_be_copied(self):
        for file in self.files + self.charts:
            fonts = ran("pdffonts", file).splitlines()[2:]
            self.assertEqual(len(fonts), 2, file.name)
            for font in fonts:
                self.assertRegex(font, r"^LUMBA[AB]\+LumbungSans-.* yes yes yes ", file.name)

    def test_a_chart_on_paper_has_every_text_of_its_picture_on_one_sheet(self):
        self.assertEqual(len(self.charts), len(self.files))
        for file in self.charts:
            number = file.with_suffix("")  # CODE.NUMBER.chart
            picture = xml.etree.ElementTree.parse(number.with_suffix(".svg")).getroot()
            found = joined(ran("pdftotext", "-raw", file, "-"))
            for element in picture.iter("{http://www.w3.org/2000/svg}text"):
                words = joined("".join(element.itertext()))
                # Lines of a paragraph break elsewhere.
                if element.get("x") != "24":
                    self.assertIn(words, found, file.name)
            self.assertIn(joined(picture[0].text), found, file.name)
            screen = json.loads(number.with_suffix(".json").read_text(encoding="utf-8"))
            self.assertIn(joined(screen["source"]), found, file.name)
            self.assertIn(joined("https://data.example.go.id" + screen["address"]), found)
            self.assertRegex(found, r"[0-9A-F]{4}-[0-9A-F]{4}", file.name)
            self.assertEqual(fields_of(ran("pdfinfo", file))["Pages"], "1")


if __name__ == "__main__":
    unittest.main()
