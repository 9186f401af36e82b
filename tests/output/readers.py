"""Reads the files of a view back into a grid of texts, by programs that are not ours.

A Grid has for each column its labels, for each row its labels and cells. Cells are
what a person sees: figure, mark, marks of notes.
"""
import csv
import dataclasses
import decimal
import html.parser
import io
import re
import subprocess
import sys

# Debian's packages, for a Python that comes from elsewhere.
sys.path.append("/usr/lib/python3/dist-packages")
import openpyxl  # noqa: E402  (the path comes first)


@dataclasses.dataclass
class Grid:
    columns: list  # For each column its labels, outermost first.
    rows: list  # (labels, cells)


def joined(text):
    """Without any space: where lines break, and what stands between a figure and its marks."""
    return "".join(text.split())


def english(figure, language):
    """A figure of the screen as an English screen has it, with a plain minus."""
    if language == "id":
        figure = figure.translate(str.maketrans(",.", ".,"))
    return figure.replace("−", "-")


def ran(*command):
    """What a program says; it must neither fail nor complain about the file."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f"{command[0]}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


# --- Excel ---


def number_shown(value, number_format):
    """A number as Excel shows it by one of our formats: '#,##0.00"*"_¹'."""
    digits, mark = re.fullmatch(r'#,##0(\.0+)?(?:"([^"]*)")?(?:_.)*', number_format).groups()
    places = len(digits or ".") - 1
    # Excel, too, rounds the shortest decimal of a number, and its half away from zero.
    rounded = decimal.Decimal(repr(value)).quantize(decimal.Decimal(1).scaleb(-places),
                                                    decimal.ROUND_HALF_UP)
    shown = f"{rounded:,f}"
    return (shown if rounded else shown.lstrip("-")) + (mark or "")


def sheet_place(sheet):
    """(row, column) of the first figure, counted from 1: where the panes are frozen."""
    if sheet.freeze_panes is None:
        return 1, 1
    cell = sheet[sheet.freeze_panes]
    return cell.row, cell.column


def merged_texts(sheet):
    """Texts by place, those of merged cells at each place that they cover."""
    texts = {(cell.row, cell.column): cell.value for row in sheet.iter_rows() for cell in row}
    for span in sheet.merged_cells.ranges:
        for row, column in span.cells:
            texts[row, column] = texts[span.min_row, span.min_col]
    return texts


def openpyxl_grid(sheet, screen):
    """The grid on the sheet of the table, its numbers as their formats show them."""
    first_row, first_column = sheet_place(sheet)
    texts = merged_texts(sheet)
    levels = max(len(screen["heading"]), 1)
    columns = range(first_column, first_column + len(screen["columns"]))
    rows = range(first_row, first_row + len(screen["rows"]))

    def shown(row, column):
        value = texts.get((row, column))
        if isinstance(value, (int, float)):
            return number_shown(value, sheet.cell(row, column).number_format)
        return value or ""

    return Grid(
        [[texts.get((row, column)) or "" for row in range(first_row - levels, first_row)]
         for column in columns],
        [([texts.get((row, column)) or "" for column in range(1, first_column)],
          [shown(row, column) for column in columns]) for row in rows])


def openpyxl_numbers(sheet, screen):
    """The values behind the figures, row by row."""
    first_row, first_column = sheet_place(sheet)
    return [[sheet.cell(first_row + row, first_column + column).value
             for column in range(len(screen["columns"]))]
            for row in range(len(screen["rows"]))]


def data_values(sheet):
    """The sheet of data: (value, status) by the codes of the dimensions."""
    names, *rows = sheet.iter_rows(values_only=True)
    codes = [at for at, name in enumerate(names) if f"{name}_label" in names]
    value, status = (names.index("nilai" if "nilai" in names else "value"), names.index("status"))
    return [names[at] for at in codes], {
        tuple(str(row[at]) for at in codes): (row[value], row[status] or "") for row in rows}


def libreoffice_files(folder, files):
    """Workbooks as CSV, their cells as LibreOffice shows them; one start of it for all."""
    out = folder / "libreoffice"
    out.mkdir()
    # Comma, quotes, UTF-8, English; cells as they are shown, the first sheet.
    style = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,true,false,false,1"
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                    "--headless", "--convert-to", style, "--outdir", str(out), *map(str, files)],
                   capture_output=True, check=True)
    return {file.stem: found for file in files for found in out.glob(f"{file.stem}*.csv")}


def libreoffice_cells(file, sheet, screen):
    """The cells as LibreOffice shows them, where openpyxl found the table."""
    first_row, first_column = sheet_place(sheet)
    with open(file, encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[first_row - 1:first_row - 1 + len(screen["rows"])]
    return [row[first_column - 1:first_column - 1 + len(screen["columns"])] for row in rows]


# --- CSV ---

CSV_STYLES = [(";", ","), (",", "."), ("\t", ",")]  # By the number of the view, as make_views.


def guarded(text):
    """As csv_text does: an apostrophe before what a spreadsheet may take for a formula."""
    bare = text.lstrip("'")
    return "'" + text if bare and bare[0] in "=+-@\t\r\0＝＋－＠" else text


def csv_grid(file, number, screen):
    """Figures as the file has them for machines, with a decimal point."""
    separator, sign = CSV_STYLES[number % len(CSV_STYLES)]
    text = file.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    begin = rows.index([]) + 1
    levels, stub = len(screen["heading"]), len(screen["stub"])
    heading_rows = max(levels, 1 if stub else 0)
    heading = rows[begin:begin + heading_rows]
    body = rows[begin + heading_rows:begin + heading_rows + len(screen["rows"])]
    return Grid(
        [[row[stub + at] for row in heading[:levels]] for at in range(len(screen["columns"]))],
        [(row[:stub], [cell.replace(sign, ".") if re.fullmatch(r"[-\d,.e]+", cell) else cell
                       for cell in row[stub:]]) for row in body])


# --- HTML ---


class TableParser(html.parser.HTMLParser):
    """Cells by place, spans filled; passed over is what listeners alone have, and on paper headings
    in the other language and the numbers of columns."""

    def __init__(self):
        super().__init__()
        self.head, self.body, self.tags = [], [], []
        self.part = self.cell = None
        self.hidden = 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append(tag)
        if tag == "span" and (self.hidden or attributes.get("class") in ("unseen", "other")):
            self.hidden += 1
        if tag in ("thead", "tbody", "tfoot"):
            self.part = {"thead": self.head, "tbody": self.body, "tfoot": []}[tag]
        elif tag == "tr" and attributes.get("class") == "numbers":
            self.part = [[]]
        elif tag == "tr":
            self.part.append([])
        elif tag in ("td", "th"):
            self.cell = ["", int(attributes.get("rowspan", 1)), int(attributes.get("colspan", 1)),
                         tag]
            self.part[-1].append(self.cell)

    def handle_endtag(self, tag):
        if tag == "span" and self.hidden:
            self.hidden -= 1
        if tag in ("td", "th"):
            self.cell = None

    def handle_data(self, data):
        if self.cell is not None and not self.hidden:
            self.cell[0] += data


def filled(rows):
    """Rows of [text, rowspan, colspan] as a full rectangle."""
    places = {}
    for at, row in enumerate(rows):
        column = 0
        for text, row_span, column_span, _ in row:
            while (at, column) in places:
                column += 1
            for down in range(row_span):
                for across in range(column_span):
                    places[at + down, column + across] = text
            column += column_span
    width = max((column for _, column in places), default=-1) + 1
    return [[places.get((at, column), "") for column in range(width)] for at in range(len(rows))]


def html_parsed(file):
    parser = TableParser()
    parser.feed(file.read_text(encoding="utf-8"))
    parser.close()
    return parser


def html_grid(file, screen):
    parser = html_parsed(file)
    stub = len(screen["stub"])
    heading, body = filled(parser.head), filled(parser.body)
    return Grid([[row[stub + at] for row in heading] for at in range(len(screen["columns"]))],
                [(row[:stub], row[stub:]) for row in body])


# --- PDF ---


def pdf_sheets(file):
    """For each sheet its lines from the top: words from the left, as (x, text)."""
    text = ran("pdftotext", "-bbox", file, "-")
    sheets = []
    for page in text.split("<page ")[1:]:
        words = [(float(y1) + float(y2), float(x), html.unescape(word)) for x, y1, y2, word in
                 re.findall(r'<word xMin="(\S+)" yMin="(\S+)" xMax="\S+" yMax="(\S+)">(.*?)</word>',
                            page)]
        lines = []
        for middle, x, word in sorted(words):
            # Marks are small and stand a little higher.
            if not lines or middle / 2 - lines[-1][0] > 4:
                lines.append((middle / 2, []))
            lines[-1][1].append((x, word))
        sheets.append([sorted(line) for _, line in lines])
    return sheets


def numbered(line):
    """The numbers of a row of column numbers, or nothing."""
    numbers = [re.fullmatch(r"\((\d+)\)", word) for _, word in line]
    return [int(number[1]) for number in numbers] if all(numbers) else None
