"""make_tokens.py writes the same roles for the pages and for the canvas."""
import copy
import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "cmake"))
import make_tokens  # noqa: E402  (the path comes first)


class MakeTokensTest(unittest.TestCase):

    def setUp(self):
        self.tokens = json.loads((ROOT / "web/design/tokens.json").read_text())

    def test_a_colour_is_opaque_unless_it_says_otherwise(self):
        self.assertEqual(make_tokens.word_from_colour("#005E65"), "0x005E65FFu")
        self.assertEqual(make_tokens.word_from_colour("#0b16158c"), "0x0B16158Cu")

    def test_every_role_stands_in_the_style_and_in_the_header(self):
        css = make_tokens.css_from_tokens(self.tokens)
        header = make_tokens.cpp_from_tokens(self.tokens)
        for role in self.tokens["colour"]["light"]:
            self.assertIn(f"--{role}: {self.tokens['colour']['light'][role]};", css)
            self.assertIn(f"--{role}: {self.tokens['colour']['dark'][role]};", css)
            self.assertIn(f"  {role},\n", header)

    def test_sizes_and_times_carry_their_units(self):
        css = make_tokens.css_from_tokens(self.tokens)
        self.assertIn("--space-l: 16px;", css)
        self.assertIn("--motion-popup: 120ms;", css)
        header = make_tokens.cpp_from_tokens(self.tokens)
        self.assertIn("namespace space {\ninline constexpr float xxs = 2.0f;\n", header)
        self.assertIn("inline constexpr int popup = 120;\n", header)

    def test_the_colours_of_charts_stand_in_the_order_of_the_inks(self):
        header = make_tokens.cpp_from_inks(self.tokens)
        ramps = sum(len(self.tokens["data_colour"]["light"][ramp])
                    for ramp in make_tokens.DATA_RAMPS)
        self.assertIn(f"ink_colours[2][{10 + ramps}]", header)
        scene = (ROOT / "shared/stats/scene.h").read_text()
        inks = scene[scene.index("enum class Ink"):scene.index("ink_count")]
        places = [inks.index(f"\n  {role}") for role in
                  make_tokens.INK_ROLES + make_tokens.INK_DATA_ROLES + make_tokens.DATA_RAMPS]
        self.assertEqual(places, sorted(places))

    def test_a_role_that_one_theme_lacks_stops_the_build(self):
        tokens = copy.deepcopy(self.tokens)
        del tokens["colour"]["dark"]["page"]
        with self.assertRaisesRegex(SystemExit, "colour differs between light and dark: {'page'}"):
            make_tokens.check_themes(tokens)

    def test_an_icon_is_a_stretch_of_paths_and_a_path_a_stretch_of_points(self):
        header = make_tokens.cpp_from_icons({
            "icons": {"minus": [{"closed": False, "points": [4.5, 10, 15.5, 10]}],
                      "tick": [{"closed": True, "points": [1, 2, 3, 4, 5, 6]}]},
            "mark": {"roof": [{"closed": False, "points": [0.25, 0, 1, 1]}]}})
        numbers = " ".join(header.split())
        self.assertIn("{ 450, 1000, 1550, 1000, 100, 200, 300, 400, 500, 600, 25, 0, 100, 100, }",
                      numbers)
        self.assertIn("{0, 2, false}, {2, 3, true}, {5, 2, false},", header)
        self.assertIn("{0, 1}, {1, 1}, {2, 1},", header)
        self.assertIn("enum class Icon : std::uint8_t {\n  minus,\n  tick,\n};", header)


if __name__ == "__main__":
    unittest.main()
