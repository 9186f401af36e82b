"""Charts as SVG are read back by an XML reader that knows nothing of ours."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAKE_CHARTS = pathlib.Path(os.environ.get("LUMBUNG_MAKE_CHARTS",
                                          ROOT / "build" / "debug" / "tests" / "make_charts"))
TABLES = sorted((ROOT / "data" / "tables").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"


def figures_of(root):
    """Numbers that stand in the picture as texts of their own, in Indonesian."""
    texts = ("".join(element.itertext()) for element in root.iter(f"{SVG}text"))
    return {text for text in texts if re.fullmatch(r"−?[\d.]+(,\d+)?[*re]*", text)}


class SvgTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.folder.name)
        subprocess.run([MAKE_CHARTS, cls.out, *TABLES], check=True)
        cls.files = sorted(cls.out.glob("*.svg"))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_table_has_a_chart_in_both_languages(self):
        self.assertGreaterEqual(len(TABLES), 10)
        for table in TABLES:
            for language in ("id", "en"):
                charts = list(self.out.glob(f"{table.stem}-*-{language}.svg"))
                self.assertTrue(charts, f"{table.stem} has no chart in {language}")

    def test_a_picture_says_what_it_shows_and_where_it_is_from(self):
        for file in self.files:
            with self.subTest(file.name):
                root = xml.etree.ElementTree.parse(file).getroot()
                self.assertEqual(root.get("role"), "img")
                ids = {element.get("id") for element in root}
                self.assertLessEqual(set(root.get("aria-labelledby").split()), ids)
                self.assertTrue(root.findtext(f"{SVG}title").strip())
                self.assertTrue(root.findtext(f"{SVG}desc").strip().endswith("."))
                texts = "\n".join("".join(element.itertext())
                                  for element in root.iter(f"{SVG}text"))
                self.assertRegex(texts, "(?m)^(Sumber|Source): ")
                self.assertIn("/?a=1&b=2", texts)

    def test_nothing_is_drawn_outside_the_picture(self):
        for file in self.files:
            with self.subTest(file.name):
                root = xml.etree.ElementTree.parse(file).getroot()
                width, height = float(root.get("width")), float(root.get("height"))
                for bar in root.iter(f"{SVG}rect"):
                    right = float(bar.get("x", 0)) + float(bar.get("width"))
                    bottom = float(bar.get("y", 0)) + float(bar.get("height"))
                    self.assertLessEqual(right, width)
                    self.assertLessEqual(bottom, height)

    def test_bars_tell_the_figures_of_the_table(self):
        root = xml.etree.ElementTree.parse(self.out / "luas-wilayah-bar-id.svg").getroot()
        table = (ROOT / "data" / "tables" / "luas-wilayah.json").read_text()
        figures = figures_of(root)
        self.assertGreater(len(figures), 10)
        for figure in figures:
            plain = figure.replace(".", "").replace(",", ".")
            self.assertIn(plain.rstrip("0").rstrip("."), table)


if __name__ == "__main__":
    unittest.main()
