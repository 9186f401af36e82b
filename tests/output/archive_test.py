"""The archive of all tables, read back by Python's zipfile: everything there, and as published."""
import csv
import io
import json
import pathlib
import unittest
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / "build" / "site"


class Archive(unittest.TestCase):
    def setUp(self):
        self.archive = zipfile.ZipFile(SITE / "data/semua-tabel.zip")
        self.addCleanup(self.archive.close)
        self.codes = sorted(path.stem for path in (ROOT / "data/tables").glob("*.json"))

    def test_is_whole_and_lists_every_table(self):
        self.assertIsNone(self.archive.testzip())
        rows = list(csv.DictReader(io.StringIO(self.archive.read("daftar.csv").decode())))
        self.assertEqual(sorted(row["kode"] for row in rows), self.codes)
        self.assertTrue(all(row["judul"] and row["title"] and row["sumber"] for row in rows))

    def test_holds_each_table_as_it_is_published(self):
        for code in self.codes:
            with self.subTest(code):
                for ending in (".json", ".csv"):
                    self.assertEqual(self.archive.read(code + ending),
                                     (SITE / "data" / (code + ending)).read_bytes())
                self.assertEqual(json.loads(self.archive.read(code + ".json"))["class"], "dataset")
                self.assertTrue(
                    zipfile.is_zipfile(io.BytesIO(self.archive.read(code + ".xlsx"))))


if __name__ == "__main__":
    unittest.main()
