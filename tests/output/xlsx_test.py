"""Workbooks are read back by others: openpyxl, and LibreOffice where it is installed."""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

# Debian's packages, for a Python that comes from elsewhere.
sys.path.append("/usr/lib/python3/dist-packages")
import openpyxl  # noqa: E402  (the path comes first)

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("LUMBUNG_PROGRAM", ROOT / "build" / "lumbung")
TABLES = sorted((ROOT / "data" / "tables").glob("*.json"))
SYMBOLS = {"…", "–", "NA"}

# What a spreadsheet may take for a formula, a link, a command, or the end of its own markup.
INJECTIONS = [
    *(sign + rest for sign in ("=", "+", "-", "@", "\t=", "＝", "＋", "－", "＠")
      for rest in ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x.id\")")),
    "-5.2", "−5,2", "1e9", "0001", "007", "TRUE", "#REF!", "#N/A", "2025-01-02", "'=1+1",
    "\"=1+1",
    " =1+1", "{=1+1}", "<f>1+1</f>", "</t></is></c><c r=\"A1\"><f>1+1</f></c>", "]]>", "&lt;f&gt;",
    "&#61;1+1", "_x003D_1+1", "javascript:alert(1)", "DDE(\"cmd\")", "%0A=1+1", "=1+1\nb",
    "a\n=1+1",
]


def convert(table, to):
    """The table file as a workbook."""
    done = subprocess.run([PROGRAM, "convert", table, to], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise AssertionError(f"lumbung convert {table}\n{done.stderr}")
    return openpyxl.load_workbook(to)


def jsonstat(labels, values):
    """A table with a row for each label, and one column."""
    codes = [f"c{place}" for place in range(len(labels))]
    return {
        "version": "2.0", "class": "dataset", "label": "Uji", "source": "BPS",
        "id": ["baris", "ukuran"], "size": [len(codes), 1], "role": {"metric": ["ukuran"]},
        "dimension": {
            "baris": {"label": "Baris", "category": {"index": codes,
                                                     "label": dict(zip(codes, labels))}},
            "ukuran": {"label": "Ukuran", "category": {
                "index": ["n"], "label": {"n": "Nilai"},
                "unit": {"n": {"label": "jiwa", "decimals": 1}}}}},
        "value": values}


def data_rows(book):
    """The rows of the sheet Data as dictionaries by column."""
    names, *rows = book["Data"].iter_rows(values_only=True)
    return [dict(zip(names, row)) for row in rows]


def figures_of(sheet):
    """All numbers of a sheet, in order."""
    return [cell.value for row in sheet.iter_rows() for cell in row
            if isinstance(cell.value, (int, float))]


def texts_of(sheet):
    return " ".join(cell.value for row in sheet.iter_rows() for cell in row
                    if isinstance(cell.value, str))


def published_figures(file):
    """The figures of a JSON-stat file by their codes."""
    table = json.loads(file.read_text(encoding="utf-8"))
    keys = [()]
    for name in table["id"]:
        codes = table["dimension"][name]["category"]["index"]
        if isinstance(codes, dict):
            codes = sorted(codes, key=codes.get)
        keys = [(*key, code) for key in keys for code in codes]
    return table["id"], dict(zip(keys, table["value"]))


class WorkbookTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name)
        cls.books = {file: convert(file, cls.out / f"{file.stem}.xlsx") for file in TABLES}
        injected = cls.out / "injected.json"
        injected.write_text(json.dumps(jsonstat(INJECTIONS, [-5.2] * len(INJECTIONS))),
                            encoding="utf-8")
        cls.injected = convert(injected, cls.out / "injected.xlsx")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def each_book(self):
        self.assertGreater(len(self.books), 10)
        return self.books.items()

    def test_every_published_figure_of_the_view_is_among_the_data(self):
        for file, book in self.each_book():
            names, figures = published_figures(file)
            rows = data_rows(book)
            self.assertGreater(len(rows), 0)
            for row in rows:
                key = tuple(str(row[name]) for name in names)
                if row["status"] == "–":
                    self.assertEqual(row["nilai"], 0, (file.stem, key))
                else:
                    self.assertEqual(row["nilai"], figures[key], (file.stem, key))

    def test_the_table_has_the_figures_of_the_data_in_their_order(self):
        for file, book in self.each_book():
            shown = [row["nilai"] for row in data_rows(book)
                     if row["nilai"] is not None and row["status"] not in SYMBOLS]
            self.assertEqual(figures_of(book["Tabel"]), shown, file.stem)

    def test_panes_are_frozen_under_the_heading_and_the_print_repeats_it(self):
        for _, book in self.each_book():
            sheet = book["Tabel"]
            row = int(re.search(r"\d+", sheet.freeze_panes).group())
            above = [cell for cells in sheet.iter_rows(max_row=row - 1) for cell in cells]
            self.assertFalse([cell for cell in above if isinstance(cell.value, (int, float))])
            self.assertTrue(any(isinstance(cell.value, (int, float)) for cell in sheet[row]))
            self.assertRegex(sheet.print_title_rows, rf":\$?{row - 1}$")
            self.assertEqual(sheet.page_setup.fitToHeight, 0)
            self.assertEqual(sheet.page_setup.paperSize, 9)

    def test_headings_of_two_levels_are_merged(self):
        sheet = self.books[next(file for file in TABLES if file.stem == "desa-kelurahan")]["Tabel"]
        merged = {str(cells) for cells in sheet.merged_cells.ranges}
        row = int(re.search(r"\d+", sheet.freeze_panes).group())
        self.assertIn(f"A{row - 2}:A{row - 1}", merged)
        self.assertIn(f"B{row - 2}:D{row - 2}", merged)

    def test_merged_cells_never_overlap(self):
        for _, book in self.each_book():
            places = collections.Counter(
                place for cells in book["Tabel"].merged_cells.ranges for place in cells.cells)
            self.assertEqual([place for place, count in places.items() if count > 1], [])

    def test_number_formats_have_the_decimals_and_the_marks(self):
        formats = {cell.number_format for _, book in self.each_book()
                   for row in book["Tabel"].iter_rows() for cell in row
                   if isinstance(cell.value, (int, float))}
        self.assertIn("#,##0", formats)
        self.assertTrue(any(form.startswith("#,##0.00") for form in formats), formats)
        self.assertTrue(any('"' in form for form in formats), formats)

    def test_notes_stand_under_the_table_in_full(self):
        file = next(file for file in TABLES if file.stem == "desa-kelurahan")
        table = json.loads(file.read_text(encoding="utf-8"))
        areas = table["dimension"]["kecamatan"]["category"]["note"].values()
        for note in [*table["note"], *(note for notes in areas for note in notes)]:
            self.assertIn(note, texts_of(self.books[file]["Tabel"]))

    def test_source_and_properties_are_there(self):
        for file, book in self.each_book():
            table = json.loads(file.read_text(encoding="utf-8"))
            self.assertIn("Sumber: " + table["source"], texts_of(book["Tabel"]))
            self.assertEqual(book.properties.subject, file.stem)
            self.assertTrue(book.properties.title.startswith(table["label"]), file.stem)

    def test_texts_never_become_formulas_or_links(self):
        self.assertGreaterEqual(len(INJECTIONS), 60)
        for book in [self.injected, *self.books.values()]:
            for sheet in book:
                kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
                self.assertLessEqual(kinds, {"s", "n"})
        labels = [row["baris_label"] for row in data_rows(self.injected)]
        # openpyxl leaves the format's escapes as they stand.
        self.assertEqual([label.replace("_x005F_", "_") for label in labels], INJECTIONS)

    def test_a_negative_figure_is_a_number(self):
        self.assertEqual(figures_of(self.injected["Tabel"]), [-5.2] * len(INJECTIONS))

    def test_no_part_of_the_file_has_formulas_or_reaches_outside(self):
        for file in sorted(self.out.glob("*.xlsx")):
            with zipfile.ZipFile(file) as archive:
                self.assertIsNone(archive.testzip())
                for name in archive.namelist():
                    text = archive.read(name).decode()
                    self.assertNotIn("<f>", text, f"{file.name} {name}")
                    self.assertNotIn("TargetMode=\"External\"", text, f"{file.name} {name}")

    def test_the_same_table_gives_the_same_bytes(self):
        again = self.out / "again.xlsx"
        convert(TABLES[0], again)
        first = (self.out / f"{TABLES[0].stem}.xlsx").read_bytes()
        self.assertEqual(again.read_bytes(), first)
        again.unlink()

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_libreoffice_reads_the_same_figures_and_texts(self):
        back = self.out / "back"
        files = sorted(self.out.glob("*.xlsx"))
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation={(self.out / 'profile').as_uri()}", "--headless",
             "--convert-to", "xlsx", "--outdir", back, *files],
            capture_output=True, text=True, check=False)
        self.assertEqual(len(list(back.glob("*.xlsx"))), len(files), done.stdout + done.stderr)
        for file in files:
            with self.subTest(file.stem):
                ours = openpyxl.load_workbook(file)
                theirs = openpyxl.load_workbook(back / file.name)
                self.assertEqual(ours.sheetnames, theirs.sheetnames)
                for sheet in ours:
                    for row in sheet.iter_rows():
                        for cell in row:
                            other = theirs[sheet.title][cell.coordinate]
                            self.assertNotEqual(other.data_type, "f", cell.coordinate)
                            self.assertEqual(unescaped(other.value), unescaped(cell.value))


def unescaped(value):
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


if __name__ == "__main__":
    unittest.main()
