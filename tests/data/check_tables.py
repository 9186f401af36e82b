"""The published data hold together: tables, code lists, catalogue and office settings.

Reads the files by itself, with nothing of the product's code, so that a mistake in the product's
reader cannot hide one in the data. Where the folder of the original figures is at hand
(LUMBUNG_FIXTURES, or shared/fixtures beside the checkout), every figure is compared with it.

Usage: check_tables.py [data folder]
One line for each failure; the last line counts. Exit code 1 where anything failed.
"""

import csv
import datetime
import itertools
import json
import math
import os
import pathlib
import re
import sys
from decimal import Decimal

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]

STATUSES = {"…", "–", "NA", "*", "**", "r", "e"}
STATUSES_WITHOUT_FIGURE = {"…", "NA"}
ADDITIVITIES = {"stock", "flow", "rate", "average", "index"}
ADDITIVE = {"stock", "flow"}
AREA_LEVELS = {"province", "regency", "district", "village"}

# Totals that differ from the sum of their parts in the source itself. Each is told to the reader by
# a mandatory note; one that adds up again is a failure too, so that this list stays true.
DIFFERING_TOTALS = {
    ("luas-kecamatan", ("1603", "2013", "luas")): "printed so in the source of 2013",
    ("murid", ("1600", "sd", "2022", "murid")): "printed so in the source",
    ("murid", ("1600", "ma", "2022", "murid")): "printed so in the source",
}


class Checks:
    """Counts what held, says what did not."""

    def __init__(self):
        self.passed = 0
        self.failures = []
        self.skips = []

    def that(self, holds, message):
        if holds:
            self.passed += 1
        else:
            self.failures.append(message)
        return holds

    def skip(self, message):
        self.skips.append(message)


class Table:
    """A parsed table file with its cells by category codes."""

    def __init__(self, document):
        self.document = document
        self.lumbung = document["extension"]["lumbung"]
        self.code = self.lumbung["code"]
        self.ids = document["id"]
        self.dimensions = [document["dimension"][code] for code in self.ids]
        self.categories = [d["category"]["index"] for d in self.dimensions]
        self.keys = list(itertools.product(*self.categories))
        self.cells = dict(zip(self.keys, document["value"]))
        self.statuses = {self.keys[int(i)]: s for i, s in document.get("status", {}).items()
                         if int(i) < len(self.keys)}
        self.metric = document["role"]["metric"][0]
        self.metric_at = self.ids.index(self.metric)

    def measure(self, key):
        """Decimals and additivity of the measure that a cell belongs to."""
        dimension = self.document["dimension"][self.metric]
        code = key[self.metric_at]
        additivity = dimension["extension"]["lumbung"]["additivity"].get(code, "rate")
        return dimension["category"]["unit"][code]["decimals"], additivity


def is_text(value):
    return isinstance(value, str) and value.strip() == value and value != ""


def is_bilingual(value):
    return isinstance(value, dict) and is_text(value.get("id")) and is_text(value.get("en"))


def is_date(value):
    try:
        return is_text(value) and datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def json_from_file(path, checks):
    """The document, figures as decimals just as they are written; None where it is no JSON."""
    data = path.read_bytes()
    checks.that(not data.startswith(b"\xef\xbb\xbf"), f"{path.name}: starts with a byte order mark")
    try:
        return json.loads(data.decode("utf-8"), parse_float=Decimal)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        checks.that(False, f"{path.name}: no JSON in UTF-8: {error}")
        return None


def check_shape(document, name, checks):
    """True where the document is whole enough for the other checks to read it."""
    def that(holds, message):
        return checks.that(holds, f"{name}: {message}")

    lumbung = document.get("extension", {}).get("lumbung", {})
    whole = all([
        that(document.get("version") == "2.0", "version is not 2.0"),
        that(document.get("class") == "dataset", "class is not dataset"),
        that(lumbung.get("format") == 1, "extension.lumbung.format is not 1"),
        that(is_text(lumbung.get("code")), "code is missing"),
        that(len(document.get("role", {}).get("metric", [])) == 1, "not one metric dimension"),
        that(set(document.get("id", [])) == set(document.get("dimension", {})),
             "id and dimension do not name the same dimensions"),
        that(isinstance(document.get("value"), list), "value is no array"),
    ])
    if not whole:
        return False
    sizes = [len(document["dimension"][code]["category"]["index"]) for code in document["id"]]
    return all([
        that(document["size"] == sizes, f"size is {document['size']}, categories are {sizes}"),
        that(len(document["value"]) == math.prod(sizes),
             f"{len(document['value'])} values for {math.prod(sizes)} cells"),
    ])


def check_texts(table, checks):
    document, lumbung = table.document, table.lumbung

    def that(holds, message):
        checks.that(holds, f"{table.code}: {message}")

    that(re.fullmatch(r"[a-z0-9-]+", table.code), "code has other than a-z, 0-9, -")
    for member in ("label", "source"):
        that(is_text(document.get(member)), f"{member} is missing")
    for member in ("title_en", "source_en", "licence"):
        that(is_text(lumbung.get(member)), f"extension.lumbung.{member} is missing")
    that(is_bilingual(lumbung.get("publisher")), "publisher is not in both languages")
    that(is_bilingual(lumbung.get("contact", {}).get("name")), "contact is not in both languages")
    that(is_date(document.get("updated")), f"updated is no date: {document.get('updated')}")
    if "next_update" in lumbung:
        that(is_date(lumbung["next_update"]), f"next_update is no date: {lumbung['next_update']}")
    that(lumbung.get("area_level") in AREA_LEVELS, f"area_level is {lumbung.get('area_level')}")
    that(not re.search(r"\b(19|20)\d\d\b", re.sub(r"konstan \d{4}", "", document["label"])),
         "the title holds a year; years are added from what is shown")
    layout = lumbung.get("layout", {})
    placed = layout.get("stub", []) + layout.get("heading", [])
    that(set(placed) <= set(table.ids), f"layout names {placed}, dimensions are {table.ids}")
    that(len(placed) == len(set(placed)), f"layout names a dimension twice: {placed}")


def check_hierarchy(table, code, dimension, checks):
    category = dimension["category"]
    parents = {}
    for parent, children in category.get("child", {}).items():
        for child in children:
            checks.that(parent in category["index"] and child in category["index"],
                        f"{table.code}: {code}: child {parent} → {child} names no category")
            checks.that(child not in parents, f"{table.code}: {code}: {child} has two parents")
            parents[child] = parent
    for start in parents:
        seen, at = {start}, parents[start]
        while at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        checks.that(at not in seen, f"{table.code}: {code}: {start} is its own ancestor")


def check_dimensions(table, checks):
    for code, dimension in zip(table.ids, table.dimensions):
        def that(holds, message, code=code):
            checks.that(holds, f"{table.code}: {code}: {message}")

        category = dimension["category"]
        lumbung = dimension["extension"]["lumbung"]
        index = category["index"]
        that(is_text(dimension.get("label")), "label is missing")
        that(is_text(lumbung.get("label_en")), "label_en is missing")
        that(len(index) == len(set(index)), "a category code stands twice")
        for labels, name in ((category["label"], "label"),
                             (lumbung["category_label_en"], "category_label_en")):
            that(set(labels) == set(index), f"{name} and index do not name the same categories")
            that(all(is_text(label) for label in labels.values()), f"{name} holds an empty text")
            that(len(set(labels.values())) == len(labels), f"two categories share a {name}")
        if code in table.document["role"].get("time", []):
            that(index == sorted(index), "time does not rise")
        if code == table.metric:
            check_measures(table, dimension, that)
        check_hierarchy(table, code, dimension, checks)


def check_measures(table, dimension, that):
    lumbung = dimension["extension"]["lumbung"]
    for code in dimension["category"]["index"]:
        unit = dimension["category"].get("unit", {}).get(code, {})
        that(is_text(unit.get("base")), f"{code} has no unit")
        that(isinstance(unit.get("decimals"), int), f"{code} has no decimals")
        that(is_text(lumbung.get("unit_en", {}).get(code)), f"{code} has no unit_en")
        that(lumbung.get("additivity", {}).get(code) in ADDITIVITIES, f"{code} has no additivity")
    that(dimension["category"].get("child") is None, "measures hang under one another")


def check_cells(table, checks):
    for index, status in table.document.get("status", {}).items():
        checks.that(int(index) < len(table.keys), f"{table.code}: status of cell {index}: no cell")
        checks.that(status in STATUSES, f"{table.code}: cell {index}: unknown status {status}")
    for key, value in table.cells.items():
        place = f"{table.code}: {'/'.join(key)}"
        status = table.statuses.get(key)
        decimals, _ = table.measure(key)
        if value is None:
            checks.that(status in STATUSES_WITHOUT_FIGURE, f"{place}: no figure, status {status}")
            continue
        checks.that(isinstance(value, (int, Decimal)) and not isinstance(value, bool),
                    f"{place}: {value} is no number")
        checks.that(-Decimal(value).as_tuple().exponent <= decimals,
                    f"{place}: {value} has more than {decimals} decimals")
        checks.that(status not in STATUSES_WITHOUT_FIGURE, f"{place}: {value} with status {status}")
        checks.that(status != "–" or value == 0, f"{place}: nil, but the figure is {value}")


def check_notes(table, checks):
    notes = table.lumbung.get("notes", [])
    for note in notes:
        place = f"{table.code}: note “{note.get('id', '')[:40]}”"
        checks.that(is_bilingual(note), f"{place}: not in both languages")
        checks.that(isinstance(note.get("mandatory"), bool), f"{place}: mandatory is not said")
        for code, category in note.get("where", {}).items():
            exists = code in table.ids and category in table.categories[table.ids.index(code)]
            checks.that(exists, f"{place}: {code} = {category} is no place in the table")
    written = list(table.document.get("note", []))
    for dimension in table.dimensions:
        for texts in dimension["category"].get("note", {}).values():
            written += texts
    checks.that(sorted(written) == sorted(note["id"] for note in notes),
                f"{table.code}: JSON-stat's notes and those of extension.lumbung differ")


def check_totals(table, checks):
    """Published totals are the sums of their parts, within the rounding of each."""
    for at, dimension in enumerate(table.dimensions):
        for parent, children in dimension["category"].get("child", {}).items():
            for key in (key for key in table.keys if key[at] == parent):
                decimals, additivity = table.measure(key)
                if additivity in ADDITIVE and table.cells[key] is not None:
                    parts = [table.cells[key[:at] + (child,) + key[at + 1:]] for child in children]
                    check_total(table, key, parts, decimals, checks)


def check_total(table, key, parts, decimals, checks):
    total, present = table.cells[key], [part for part in parts if part is not None]
    place = f"{table.code}: {'/'.join(key)}"
    if len(present) < len(parts):
        checks.that(sum(present) <= total,
                    f"{place}: {total} is less than its parts {sum(present)}")
        return
    rounding = Decimal(len(parts) + 1) / 2 * Decimal(1).scaleb(-decimals) if decimals else 0
    adds_up = abs(sum(present) - total) <= rounding
    if (table.code, key) not in DIFFERING_TOTALS:
        checks.that(adds_up, f"{place}: {total}, but its parts add up to {sum(present)}")
        return
    checks.that(not adds_up, f"{place}: adds up; strike it from DIFFERING_TOTALS")
    at = dict(zip(table.ids, key))
    checks.that(any(note["mandatory"] and note.get("where", {}).items() <= at.items()
                    and note.get("where") for note in table.lumbung.get("notes", [])),
                f"{place}: differs from its parts without a mandatory note that says so")


def rows_from_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_codes(folder, checks):
    """Names by the code that tables use: BPS's, or Kemendagri's where BPS has none."""
    names = {}
    for name in ("kabkota.csv", "kecamatan.csv", "desa.csv"):
        rows = rows_from_csv(folder / name)
        for column in ("code_bps", "code_kemendagri"):
            codes = [row[column] for row in rows if row[column]]
            checks.that(len(codes) == len(set(codes)), f"{name}: a {column} stands twice")
        for row in rows:
            checks.that(re.fullmatch(r"\d\d(\.\d\d){0,2}(\.\d{4})?", row["code_kemendagri"]),
                        f"{name}: {row['code_kemendagri']} is no Kemendagri code")
            checks.that(re.fullmatch(r"(\d{4}|\d{7}|\d{10})?", row["code_bps"]),
                        f"{name}: {row['code_bps']} is no BPS code")
            checks.that(is_text(row["name"]), f"{name}: {row['code_kemendagri']} has no name")
            names[row["code_bps"] or row["code_kemendagri"]] = {row["name"], row.get("other_name")}
    return names


def check_areas(table, names, checks):
    for code in table.document["role"].get("geo", []):
        category = table.document["dimension"][code]["category"]
        for area, label in category["label"].items():
            if checks.that(area in names, f"{table.code}: area {area} is in no code list"):
                checks.that(label in names[area],
                            f"{table.code}: {area} is {label}, in the code list {names[area]}")


def check_villages(tables, folder, checks):
    """The counts of villages are those of the code list."""
    district_codes = {row["code_kemendagri"]: row["code_bps"] or row["code_kemendagri"]
                      for row in rows_from_csv(folder / "kecamatan.csv")}
    counts = {}
    for row in rows_from_csv(folder / "desa.csv"):
        checks.that(row["code_kemendagri"].startswith(row["district_code_kemendagri"] + "."),
                    f"desa.csv: {row['code_kemendagri']} is not in its district")
        for area in ("1603", district_codes[row["district_code_kemendagri"]]):
            for kind in ("jumlah", row["kind"]):
                counts[area, kind] = counts.get((area, kind), 0) + 1
    for (area, kind, year, measure), value in tables["desa-kelurahan"].cells.items():
        checks.that(counts.get((area, kind), 0) == value,
                    f"desa-kelurahan: {area}/{kind}: {value}, but desa.csv has "
                    f"{counts.get((area, kind), 0)}")


def check_catalogue(path, tables, checks):
    catalogue = json_from_file(path, checks)
    if catalogue is None:
        return
    subjects = [subject["code"] for subject in catalogue["subjects"]]
    checks.that(len(subjects) == len(set(subjects)), "catalogue.json: a subject stands twice")
    for at, subject in enumerate(catalogue["subjects"]):
        checks.that(is_bilingual(subject["label"]), f"catalogue.json: {subject['code']}: no label")
        checks.that(subject["parent"] in [""] + subjects[:at],
                    f"catalogue.json: {subject['code']}: no parent {subject['parent']} before it")
    for table in tables.values():
        checks.that(table.lumbung["subject"] in subjects,
                    f"{table.code}: no subject {table.lumbung['subject']} in catalogue.json")
    for missing in catalogue["not_available"]:
        place = f"catalogue.json: {missing['code']}"
        checks.that(missing["code"] not in tables, f"{place}: said to be missing, but published")
        checks.that(is_bilingual(missing["title"]), f"{place}: title not in both languages")
        checks.that(is_bilingual(missing["reason"]), f"{place}: reason not in both languages")
        checks.that(missing["subject"] in subjects, f"{place}: no subject {missing['subject']}")
        checks.that(missing["substitute"] in ["", *tables],
                    f"{place}: no table {missing['substitute']}")
    for text in catalogue["frequent_searches"]:
        checks.that(is_bilingual(text), f"catalogue.json: frequent search {text} in one language")


def check_office(path, checks):
    office = json_from_file(path, checks)
    if office is None:
        return
    for member in ("site_name", "name", "short_name", "area"):
        checks.that(is_bilingual(office.get(member)),
                    f"office.json: {member} is not in both languages")
    for member in ("code", "place", "address", "mail", "time_zone"):
        checks.that(is_text(office.get(member)), f"office.json: {member} is missing")
    for member in office.get("to_confirm", []):
        first, _, second = member.partition(".")
        exists = first in office and (not second or second in office[first])
        checks.that(exists, f"office.json: to_confirm names {member}, which is not there")


def decimal_from_text(text):
    """None for the source's mark of a missing figure."""
    return None if text == "..." else Decimal(text)


PRICES = {"harga berlaku": "adhb", "harga konstan 2010": "adhk"}
COMPONENTS = {
    "PDRB": "pdrb", "Pengeluaran Konsumsi Rumah Tangga": "konsumsi-rumah-tangga",
    "Pengeluaran Konsumsi LNPRT": "konsumsi-lnprt", "Net Ekspor": "net-ekspor",
    "Pengeluaran Konsumsi Pemerintah": "konsumsi-pemerintah", "Perubahan Inventori": "inventori",
    "Pembentukan Modal Tetap Bruto": "pmtb",
}
INDICATORS = {
    "Persentase Penduduk Miskin (P0) Menurut Kabupaten/Kota (Persen)": ("penduduk-miskin", "p0"),
    "Rata-rata Lama Sekolah Penduduk 15+ (Tahun)":
        ("pembangunan-manusia", "rata-rata-lama-sekolah"),
    "Pengeluaran per Kapita Disesuaikan (Ribu Rupiah/Orang/Tahun)":
        ("pembangunan-manusia", "pengeluaran-per-kapita"),
    "Indeks Pembangunan Manusia": ("pembangunan-manusia", "ipm"),
    "Umur Harapan Hidup (Tahun)": ("pembangunan-manusia", "umur-harapan-hidup"),
    "Persentase rumah tangga yang memiliki akses terhadap sanitasi layak":
        ("sanitasi-air-minum", "sanitasi"),
    "Persentase rumah tangga yang memiliki akses terhadap air minum layak":
        ("sanitasi-air-minum", "air-minum"),
    "Tingkat Pengangguran Terbuka": ("ketenagakerjaan", "tpt"),
    "Tingkat Partisipasi Angkatan Kerja": ("ketenagakerjaan", "tpak"),
}
LEVELS = {"SD": "sd", "Madrasah Ibtidaiyah": "mi", "SMP": "smp", "Madrasah Tsanawiyah": "mts",
          "SMA": "sma", "Madrasah Aliyah": "ma", "SMK": "smk"}
DIVORCES = {"Jumlah Cerai": "jumlah", "Cerai Talak": "cerai-talak", "Cerai Gugat": "cerai-gugat"}


def original_figures(folder):
    """(table, cell's category codes, figure) for every row of the original files."""
    def rows(prefix):
        return rows_from_csv(next(folder.glob(prefix + "-*.csv")))

    district = {}
    former_name = {}
    for row in rows("01"):
        code = row["kode_bps_2018"] or row["kode_kemendagri"]
        district[row["kode_kemendagri"]] = code
        former_name[row["nama_kemendagri_2025"]] = code
        former_name[row["nama_bps_2018"].title()] = code
    for row in rows("02"):
        for kind in ("jumlah", "kelurahan", "desa"):
            key = (district[row["kode_kemendagri"]], kind, "2025", "jumlah")
            yield "desa-kelurahan", key, Decimal(row[kind])
    for row in rows("04"):
        key = (district[row["kode_kemendagri"]], "2023", "kepadatan")
        yield "kepadatan-penduduk-kecamatan", key, Decimal(row["kepadatan_penduduk"])
    for row in rows("05"):
        area = former_name[row["kecamatan_saat_itu"]]
        yield "luas-kecamatan", (area, "2013", "luas"), Decimal(row["luas"])
        yield "luas-kecamatan", (area, "2013", "persen"), Decimal(row["persen_luas_kabupaten"])
    for row in rows("06"):
        key = (row["kode_bps"], row["jenis_kelamin"], "2025", "penduduk")
        yield "penduduk-jenis-kelamin", key, Decimal(row["penduduk"])
    for row in rows("07"):
        yield "luas-wilayah", (row["kode_bps"], "2024", "luas"), Decimal(row["luas"])
    for row in rows("08"):
        key = (row["kode_bps"], f"{row['tahun']}S{row['semester']}", "penduduk")
        yield "penduduk-dukcapil-semester", key, Decimal(row["penduduk"])
    yield from original_yearly_figures(rows)


def original_yearly_figures(rows):
    """The same for the files that have one figure a row under `nilai`."""
    for row in rows("09"):
        key = (row["kode_bps"], COMPONENTS[row["komponen_pengeluaran"]],
               PRICES[row["dasar_harga"]], row["tahun"])
        yield "pdrb-pengeluaran", key, Decimal(row["nilai"])
    for row in rows("10"):
        key = (row["kode_bps"], PRICES[row["dasar_harga"]], row["tahun"])
        yield "pdrb-kabupaten-kota", key, Decimal(row["nilai"])
    for row in rows("11"):
        key = (row["kode_bps"], row["kode_indikator"].lower(), row["tahun"])
        yield "kedalaman-keparahan-kemiskinan", key, Decimal(row["nilai"])
    for row in rows("12"):
        # The gross regional product of this file is an older vintage than file 10: not published.
        if not row["indikator"].startswith("PDRB"):
            code, measure = INDICATORS[row["indikator"]]
            yield code, (row["kode_bps"], row["tahun"], measure), Decimal(row["nilai"])
    for row in rows("13"):
        # A remark in this file means a doubted figure, which is not to be shown.
        figure = None if row["catatan"] else Decimal(row["nilai"])
        yield "murid", (row["kode_bps"], LEVELS[row["jenjang"]], row["tahun"], "murid"), figure
    for row in rows("14"):
        figure = decimal_from_text(row["nilai"])
        if row["jenis"] == "Nikah":
            yield "pernikahan", (row["kode_bps"], row["tahun"], "nikah"), figure
        else:
            key = (row["kode_bps"], DIVORCES[row["jenis"]], row["tahun"], "cerai")
            yield "perceraian", key, figure
    for row in rows("15"):
        key = (row["kode_bps"], row["tahun"], "usaha")
        yield "industri-mikro-kecil", key, Decimal(row["nilai"])


# Cells that no row of the original files holds: the regency's totals, counted from the village list
# (checked against desa.csv) and stated in the text of the source of 2013.
CELLS_WITHOUT_ROW = {
    ("desa-kelurahan", ("1603", "jumlah", "2025", "jumlah")),
    ("desa-kelurahan", ("1603", "kelurahan", "2025", "jumlah")),
    ("desa-kelurahan", ("1603", "desa", "2025", "jumlah")),
    ("luas-kecamatan", ("1603", "2013", "luas")),
    ("luas-kecamatan", ("1603", "2013", "persen")),
}


def check_against_originals(tables, folder, checks):
    if not folder.is_dir():
        checks.skip(f"comparison with the original figures: no folder {folder}")
        return
    compared = set()
    for code, key, figure in original_figures(folder):
        place = f"{code}: {'/'.join(key)}"
        if checks.that(key in tables[code].cells, f"{place}: in the original, not in the table"):
            value = tables[code].cells[key]
            checks.that(value == figure, f"{place}: {value} in the table, {figure} in the original")
        checks.that((code, key) not in compared, f"{place}: stands twice in the original")
        compared.add((code, key))
    known = compared | CELLS_WITHOUT_ROW
    for table in tables.values():
        for key in table.keys:
            checks.that((table.code, key) in known,
                        f"{table.code}: {'/'.join(key)}: in the table, not in the original")


def check_table(document, name, names, checks):
    """The table, or None where it is too broken to be read further."""
    if not check_shape(document, name, checks):
        return None
    table = Table(document)
    checks.that(name == table.code + ".json", f"{name}: its code is {table.code}")
    check_texts(table, checks)
    check_dimensions(table, checks)
    check_cells(table, checks)
    check_notes(table, checks)
    check_totals(table, checks)
    check_areas(table, names, checks)
    return table


def check_data(data, fixtures):
    """All checks on the data folder; `fixtures` is the folder of the original figures."""
    checks = Checks()
    names = check_codes(data / "codes", checks)
    tables = {}
    for path in sorted((data / "tables").glob("*.json")):
        document = json_from_file(path, checks)
        table = document and check_table(document, path.name, names, checks)
        if table:
            tables[table.code] = table
    readme = (data / "README.md").read_text(encoding="utf-8")
    for code in tables:
        checks.that(f"`{code}`" in readme, f"{code}: not in data/README.md")
    checks.that("desa-kelurahan" in tables, "data/tables: no desa-kelurahan")
    if "desa-kelurahan" in tables:
        check_villages(tables, data / "codes", checks)
    check_catalogue(data / "catalogue.json", tables, checks)
    check_office(data / "office" / "office.json", checks)
    for code, key in DIFFERING_TOTALS:
        checks.that(code in tables and key in tables[code].cells,
                    f"{code}: {'/'.join(key)}: in DIFFERING_TOTALS, not in the table")
    check_against_originals(tables, fixtures, checks)
    return checks


def main():
    data = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else REPOSITORY / "data"
    fixtures = pathlib.Path(os.environ.get("LUMBUNG_FIXTURES",
                                           REPOSITORY.parent / "shared" / "fixtures"))
    checks = check_data(data, fixtures / "muara-enim")
    for failure in checks.failures:
        print(f"FAILED {failure}")
    for skip in checks.skips:
        print(f"SKIPPED {skip}")
    print(f"{checks.passed} passed, {len(checks.failures)} failed, {len(checks.skips)} skipped")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
