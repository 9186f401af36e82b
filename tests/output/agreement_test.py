"""Every figure on the screen stands in every file: views of each table, read back by others.

openpyxl and LibreOffice read the workbooks, poppler the PDF files, Python's own modules CSV and
HTML, jsonstat-toolkit JSON-stat. The screen of a view and its files are made by make_views. A
difference names table, address of the view, format, row, column, what was expected, what was found.
"""
import collections
import concurrent.futures
import itertools
import json
import os
import pathlib
import shutil
import tempfile
import unittest
import xml.etree.ElementTree
import zipfile

from tests.output.readers import (
    csv_grid, data_values, english, guarded, html_grid, joined, libreoffice_cells,
    libreoffice_files, numbered, openpyxl, openpyxl_grid, openpyxl_numbers, pdf_sheets, ran)

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE_VIEWS = pathlib.Path(os.environ.get("LUMBUNG_MAKE_VIEWS",
                                         ROOT / "build" / "debug" / "tests" / "make_views"))
TABLES = sorted((ROOT / "data" / "tables").glob("*.json"))
# Of each table. LUMBUNG_VIEWS=20 looks at more, in three times the time.
VIEWS_COUNT = int(os.environ.get("LUMBUNG_VIEWS", "8"))
TOLD_MAX = 20  # Differences of a test; a broken writer has thousands.


class Screen:
    """What the screen shows of a view, and what follows from it for files."""

    def __init__(self, file):
        self.file = file
        self.seen = json.loads(file.read_text(encoding="utf-8"))
        self.number = int(file.stem.rsplit(".")[-1])
        self.language = self.seen["language"]

    def __getitem__(self, name):
        return self.seen[name]

    def file_of(self, ending):
        return self.file.with_suffix("." + ending)

    def labels(self, line, change=str):
        return [joined(change(f"{text} {marks}")) for text, marks in line["labels"]]

    def shown(self, cell):
        """Figure and all marks, as on an English screen."""
        figure, mark, notes = cell[:3]
        return english(figure, self.language) + mark + notes

    def figure(self, cell):
        """As machines read it; the symbol where there is no figure."""
        figure = english(cell[0], self.language)
        return figure.replace(",", "") if has_figure(cell) else figure

    def places(self):
        """(row, column, codes by dimension, cell) of each cell that is published."""
        for row, line in enumerate(self["rows"]):
            for column, across in enumerate(self["columns"]):
                if line["is_computed"] or across["is_computed"]:
                    continue
                codes = {**self["fixed"], **dict(zip(self["stub"], line["codes"])),
                         **dict(zip(self["heading"], across["codes"]))}
                yield row, column, codes, line["cells"][column]

    def difference(self, kind, row, column, expected, found):
        return (f"{self['table']} {self['address']} {kind} row {row} column {column}: "
                f"expected {expected!r}, found {found!r}")


def has_figure(cell):
    return cell[3] is not None and cell[0] not in ("–", "…", "NA")


def is_value(cell, found):
    """Published figures are whole; what was calculated ends where the screen ends it."""
    if not has_figure(cell):
        return found is None
    _, _, _, value, decimals, is_computed = cell
    if not isinstance(found, (int, float)):
        return False
    return found == value if not is_computed else abs(found - value) <= 0.5000001 * 10**-decimals


class Count:
    """How many figures were compared, and the differences."""

    def __init__(self):
        self.figures = collections.Counter()
        self.differences = []

    def compare(self, screen, kind, row, column, expected, found):
        if expected != found:
            self.differences.append(screen.difference(kind, row, column, expected, found))

    def compare_grid(self, screen, kind, grid, figure_of, label=str):
        """All labels and cells of a grid that was read."""
        for column, line in enumerate(screen["columns"]):
            found = grid.columns[column] if column < len(grid.columns) else []
            self.compare_labels(screen, kind, ("heading", column), line, found, label)
        self.compare(screen, kind, "all", "all", len(screen["rows"]), len(grid.rows))
        for row, (line, (labels, cells)) in enumerate(zip(screen["rows"], grid.rows)):
            self.compare_labels(screen, kind, (row, "stub"), line, labels, label)
            self.compare(screen, kind, row, "all", len(line["cells"]), len(cells))
            for column, (cell, found) in enumerate(zip(line["cells"], cells)):
                self.figures[kind] += 1
                self.compare(screen, kind, row, column, figure_of(cell), joined(found))

    def compare_labels(self, screen, kind, place, line, found, label):
        """A computed total has one label, which may reach over all levels."""
        count = min(len(line["labels"]), 1) if line["is_computed"] else len(line["labels"])
        self.compare(screen, kind, *place, screen.labels(line, label)[:count],
                     [joined(text) for text in found[:count]])


# --- One view, in one format ---


def check_xlsx(screen, count):
    book = openpyxl.load_workbook(screen.file_of("xlsx"))
    sheet = book.worksheets[0]
    count.compare_grid(screen, "xlsx", openpyxl_grid(sheet, screen), screen.shown)
    for row, found in enumerate(openpyxl_numbers(sheet, screen)):
        for column, value in enumerate(found):
            cell = screen["rows"][row]["cells"][column]
            if has_figure(cell) and not is_value(cell, value):
                count.compare(screen, "xlsx value", row, column, cell[3], value)
    check_data(screen, data_values(book.worksheets[1]), count)
    return sheet


def check_data(screen, values, count):
    """The sheet with a row for each cell."""
    names, found = values
    for row, column, codes, cell in screen.places():
        count.figures["xlsx data"] += 1
        value, _ = found.get(tuple(codes[name] for name in names), ("no row", ""))
        is_nil = cell[0] == "–" and value == 0
        if not is_nil and not is_value(cell, value):
            count.compare(screen, "xlsx data", row, column, cell[3], value)


def check_libreoffice(screen, file, sheet, count):
    cells = libreoffice_cells(file, sheet, screen)
    for row, line in enumerate(screen["rows"]):
        for column, cell in enumerate(line["cells"]):
            count.figures["LibreOffice"] += 1
            found = joined(cells[row][column]) if row < len(cells) else "no row"
            count.compare(screen, "LibreOffice", row, column, screen.shown(cell), found)


def check_csv(screen, count):
    def figure_of(cell):
        figure, value = screen.figure(cell), cell[3]
        # A published figure is passed on whole, beyond the decimals of the screen.
        return repr(value).removesuffix(".0") if has_figure(cell) and not cell[5] else figure

    grid = csv_grid(screen.file_of("csv"), screen.number, screen)
    count.compare_grid(screen, "csv", grid, figure_of, guarded)


def check_html(screen, count):
    count.compare_grid(screen, "html", html_grid(screen.file_of("html"), screen),
                       lambda cell: "".join(cell[:3]))


def check_pdf(screen, count):
    """Rows of a block of columns are found one after the other, each a line of its sheets."""
    stub = len(screen["stub"])
    next_rows = collections.defaultdict(int)  # By the first column of a block.
    columns_of = {}
    for lines in pdf_sheets(screen.file_of("pdf")):
        head = next((at for at, line in enumerate(lines) if numbered(line)), None)
        if head is None:
            continue
        shown = [number - stub - 1 for number in numbered(lines[head]) if number > stub]
        columns_of[shown[0]] = shown
        take_rows(screen, lines[head + 1:], shown, next_rows, count)
    seen = [column for first in sorted(columns_of) for column in columns_of[first]]
    count.compare(screen, "pdf", "all", "all", list(range(len(screen["columns"]))), seen)
    for first in columns_of:
        count.compare(screen, "pdf", "all", first, len(screen["rows"]), next_rows[first])


def take_rows(screen, lines, columns, next_rows, count):
    """The rows that stand on a sheet; what stands between them are labels that go on."""
    rows = screen["rows"]
    for at, words in enumerate(lines):
        row = next_rows[columns[0]]
        if row == len(rows):
            return
        line = joined("".join(word for _, word in words))
        cells = [rows[row]["cells"][column] for column in columns]
        expected = "".join("".join(cell[:3]) for cell in cells)
        if not line.endswith(expected):
            continue
        label = next((text for text in reversed(screen.labels(rows[row])) if text), "")
        around = joined("".join(word for near in lines[max(at - 3, 0):at + 4]
                                for _, word in near))
        if label[:12] not in around:
            continue
        next_rows[columns[0]] += 1
        count.figures["pdf"] += len(cells)


def check_view(file):
    """Everything about a view that needs no other program than poppler."""
    screen, count = Screen(file), Count()
    check_csv(screen, count)
    check_html(screen, count)
    check_pdf(screen, count)
    check_xlsx(screen, count)
    return count


# --- All of them ---


def plain(cell):
    """Value and status; nothing and not available are the same to a reader."""
    return cell and [cell[0], cell[1] or ("…" if cell[0] is None else "")]


def check_jsonstat(screens, count):
    """Published figures and statuses by their codes; of a calculated view, those of the table."""
    files = [*TABLES, *(screen.file_of("jsonstat") for screen in screens)]
    lines = ran("node", ROOT / "tests" / "output" / "jsonstat_seen.mjs", *files).splitlines()
    seen = {}
    for line in lines:
        dataset = json.loads(line)
        keys = itertools.product(*dataset["codes"])
        seen[pathlib.Path(dataset["file"])] = {
            frozenset(zip(dataset["id"], key)): cell for key, cell in zip(keys, dataset["cells"])}
    for screen in screens:
        found = seen[screen.file_of("jsonstat")]
        table = seen[ROOT / "data" / "tables" / f"{screen['table']}.json"]
        for row, column, codes, cell in screen.places():
            count.figures["jsonstat"] += 1
            key = frozenset(codes.items())
            count.compare(screen, "jsonstat", row, column, plain(table[key]),
                          plain(found.get(key)))
            if screen["is_calculated"]:
                continue
            mark = cell[1] or ("" if has_figure(cell) else cell[0])
            expected = [0 if mark == "–" else cell[3], mark]
            count.compare(screen, "jsonstat", row, column, expected, plain(found[key]))


class AgreementTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name)
        half = len(TABLES) // 2
        with concurrent.futures.ThreadPoolExecutor(2) as both:
            list(both.map(lambda tables: ran(MAKE_VIEWS, cls.out, VIEWS_COUNT, *tables),
                          (TABLES[:half], TABLES[half:])))
        cls.files = sorted(cls.out.glob("*.json"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def agree(self, counts, *kinds, at_least=500 * VIEWS_COUNT):
        """No differences, and so many figures of each kind were looked at."""
        differences = [line for count in counts for line in count.differences]
        told = "\n".join(differences[:TOLD_MAX])
        self.assertEqual(len(differences), 0, f"{len(differences)} differences\n{told}")
        figures = sum((count.figures for count in counts), collections.Counter())
        for kind in kinds:
            self.assertGreater(figures[kind], at_least, kind)

    def test_there_are_twenty_views_of_every_table(self):
        self.assertGreaterEqual(len(TABLES), 10)
        self.assertEqual(len(self.files), VIEWS_COUNT * len(TABLES))

    def test_csv_html_pdf_and_workbook_have_every_figure_of_the_screen(self):
        with concurrent.futures.ProcessPoolExecutor(2) as workers:
            counts = list(workers.map(check_view, self.files, chunksize=10))
        self.agree(counts, "csv", "html", "pdf", "xlsx", "xlsx data")

    def test_the_seal_leaves_a_workbook_an_archive_that_others_read(self):
        for screen in map(Screen, self.files):
            with zipfile.ZipFile(screen.file_of("xlsx")) as archive:
                self.assertIsNone(archive.testzip())
                part = archive.read("docProps/lumbung.xml").decode()
                self.assertIn("%Lumbung-Origin {", xml.etree.ElementTree.fromstring(part).text)
                self.assertRegex(archive.comment, rb"^%sha256 [0-9a-f]{64}$")

    def test_jsonstat_has_every_published_figure_of_the_screen(self):
        count = Count()
        check_jsonstat([Screen(file) for file in self.files], count)
        self.agree([count], "jsonstat")

    @unittest.skipUnless(shutil.which("soffice"), "LibreOffice is not installed")
    def test_libreoffice_shows_every_figure_of_the_screen(self):
        # Two of each table: LibreOffice takes its time, and does not come to the end of hundreds.
        screens = [screen for screen in map(Screen, self.files) if screen.number in (0, 5)]
        files = libreoffice_files(self.out, [screen.file_of("xlsx") for screen in screens])
        count = Count()
        for screen in screens:
            sheet = openpyxl.load_workbook(screen.file_of("xlsx")).worksheets[0]
            check_libreoffice(screen, files[screen.file.stem], sheet, count)
        self.agree([count], "LibreOffice", at_least=1_000)


if __name__ == "__main__":
    unittest.main()
