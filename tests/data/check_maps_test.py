"""check_maps.py finds what is wrong: each test breaks a copy of the outlines in one way."""

import json
import pathlib
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import check_maps  # noqa: E402  (the path comes first)


def ring_of(document, code):
    """The first ring of an area, to be changed in place."""
    for feature in document["features"]:
        if feature["properties"]["code"] == code:
            coordinates = feature["geometry"]["coordinates"]
            return coordinates[0] if feature["geometry"]["type"] == "Polygon" else coordinates[0][0]
    raise KeyError(code)


class CheckMapsTest(unittest.TestCase):

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.data = pathlib.Path(folder.name) / "data"
        shutil.copytree(check_maps.REPOSITORY / "data", self.data)

    def assert_finds(self, words, name, change):
        path = self.data / "maps" / name
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        path.write_text(json.dumps(document, ensure_ascii=False, separators=(",", ":")),
                        encoding="utf-8")
        failures = check_maps.check_maps(self.data).failures
        self.assertTrue(any(words in failure for failure in failures), failures)

    def test_the_published_outlines_pass(self):
        self.assertEqual(check_maps.check_maps(self.data).failures, [])

    def test_a_missing_area_is_found(self):
        self.assert_finds("differ in ['1601']", "kabkota.geojson",
                          lambda document: document["features"].pop(0))

    def test_an_open_ring_is_found(self):
        self.assert_finds("is not closed", "kecamatan.geojson",
                          lambda document: ring_of(document, "1603050").pop())

    def test_a_ring_in_the_wrong_direction_is_found(self):
        self.assert_finds("is not counterclockwise", "kecamatan.geojson",
                          lambda document: ring_of(document, "1603050").reverse())

    def test_a_corner_that_only_one_neighbour_moved_is_found(self):
        def change(document):
            ring = ring_of(document, "1603050")
            at = len(ring) // 2
            ring[at] = [ring[at][0] + 0.01, ring[at][1] + 0.01]
            ring[at] = [round(x, 3) for x in ring[at]]
        self.assert_finds("meets", "kecamatan.geojson", change)

    def test_a_ring_that_crosses_itself_is_found(self):
        def change(document):
            ring = ring_of(document, "1603020")
            ring[3], ring[9] = ring[9], ring[3]
        self.assert_finds("meets", "kecamatan.geojson", change)

    def test_a_corner_that_only_one_neighbour_lacks_is_found(self):
        def change(document):
            ring = ring_of(document, "1671")
            ring[:] = [ring[0], *ring[2:]]
        self.assert_finds("lines run around the areas, not 1", "kabkota.geojson", change)

    def test_an_area_that_is_much_too_large_is_found(self):
        def change(document):
            document["features"] = [feature for feature in document["features"]
                                    if feature["properties"]["code"] != "1603020"]
        self.assert_finds("officially 6763.912", "kecamatan.geojson", change)

    def test_too_many_decimals_are_found(self):
        def change(document):
            ring_of(document, "1603050")[1][0] += 0.0005
        self.assert_finds("with 3 decimals", "kecamatan.geojson", change)

    def test_a_missing_source_is_found(self):
        self.assert_finds("source is not in both languages", "kabkota.geojson",
                          lambda document: document["lumbung"].pop("source"))


if __name__ == "__main__":
    unittest.main()
