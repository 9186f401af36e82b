"""check_tables.py finds what is wrong: each test breaks a copy of the data in one way."""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_tables  # noqa: E402  (the path comes first)

NO_FIXTURES = pathlib.Path("no-such-folder")


class CheckTablesTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"
        shutil.copytree(check_tables.REPOSITORY / "data", self.data)

    def failures_after(self, name, change):
        """What the check says after `change` was done to the parsed file `name`."""
        path = self.data / name
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return check_tables.check_data(self.data, NO_FIXTURES).failures

    def assert_finds(self, words, name, change):
        failures = self.failures_after(name, change)
        self.assertTrue(any(words in failure for failure in failures), failures)

    def test_the_published_data_pass_and_the_missing_originals_are_told(self):
        checks = check_tables.check_data(self.data, NO_FIXTURES)
        self.assertEqual(checks.failures, [])
        self.assertEqual(len(checks.skips), 1)

    def test_a_value_too_few_is_found(self):
        self.assert_finds("17 values for 18 cells", "tables/luas-wilayah.json",
                          lambda table: table["value"].pop())

    def test_a_total_that_does_not_add_up_is_found(self):
        def change(table):
            table["value"][0] += 1
        self.assert_finds("but its parts add up to", "tables/penduduk-jenis-kelamin.json", change)

    def test_a_known_differing_total_that_adds_up_is_found(self):
        def change(table):
            table["value"][0] = 7437.47
        self.assert_finds("strike it from DIFFERING_TOTALS", "tables/luas-kecamatan.json", change)

    def test_a_missing_figure_without_status_is_found(self):
        def change(table):
            table["value"][3] = None
        self.assert_finds("no figure, status None", "tables/pernikahan.json", change)

    def test_an_unknown_status_is_found(self):
        def change(table):
            table["status"]["12"] = "?"
        self.assert_finds("unknown status ?", "tables/pdrb-pengeluaran.json", change)

    def test_more_decimals_than_the_measure_has_are_found(self):
        def change(table):
            table["value"][0] = 57.021
        self.assert_finds("more than 2 decimals", "tables/kepadatan-penduduk-kecamatan.json",
                          change)

    def test_a_note_on_a_place_that_is_not_there_is_found(self):
        def change(table):
            table["extension"]["lumbung"]["notes"][0]["where"] = {"tahun": "1999"}
        self.assert_finds("tahun = 1999 is no place in the table", "tables/murid.json", change)

    def test_a_missing_english_label_is_found(self):
        def change(table):
            lumbung = table["dimension"]["jenjang"]["extension"]["lumbung"]
            lumbung["category_label_en"].pop("sd")
        self.assert_finds("category_label_en and index", "tables/murid.json", change)

    def test_an_area_under_another_name_is_found(self):
        def change(table):
            table["dimension"]["wilayah"]["category"]["label"]["1672"] = "Kota Pagar Alam "
        self.assert_finds("1672 is Kota Pagar Alam", "tables/penduduk-miskin.json", change)

    def test_a_hierarchy_in_a_circle_is_found(self):
        def change(table):
            category = table["dimension"]["jenis"]["category"]
            category["child"]["desa"] = ["jumlah"]
        self.assert_finds("its own ancestor", "tables/desa-kelurahan.json", change)

    def test_a_village_count_that_differs_from_the_code_list_is_found(self):
        def change(table):
            table["value"][3:6] = [15, 0, 15]
        self.assert_finds("but desa.csv has 14", "tables/desa-kelurahan.json", change)

    def test_a_substitute_that_is_no_table_is_found(self):
        def change(catalogue):
            catalogue["not_available"][0]["substitute"] = "tidak-ada"
        self.assert_finds("no table tidak-ada", "catalogue.json", change)

    def test_a_subject_that_the_catalogue_lacks_is_found(self):
        def change(table):
            table["extension"]["lumbung"]["subject"] = "cuaca"
        self.assert_finds("no subject cuaca", "tables/murid.json", change)


if __name__ == "__main__":
    unittest.main()
