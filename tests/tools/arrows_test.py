"""arrows.py finds an include without an arrow, and a foreign library at the wrong door."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import arrows  # noqa: E402  (the path comes first)

ARCHITECTURE = "| shared/base | - |\n| shared/stats | shared/base |\n| wasm/view | shared/stats |\n"


class ArrowsTest(unittest.TestCase):

    def strays_of(self, files):
        """What is found in a tree of `files` (path → text), under the table above."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in {"ARCHITECTURE.md": ARCHITECTURE, **files}.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text)
            return arrows.check(root)[0]

    def test_an_arrow_may_be_followed(self):
        self.assertEqual(self.strays_of({"shared/stats/table.h": '#include "base/text.h"\n'}), [])

    def test_an_arrow_may_not_be_followed_backwards(self):
        self.assertEqual(
            self.strays_of({"shared/base/text.h": '#include "stats/table.h"\n'}),
            ["shared/base/text.h: includes stats/table.h, but shared/base has no arrow to "
             "shared/stats"])

    def test_arrows_are_not_followed_through_another_room(self):
        self.assertEqual(
            self.strays_of({"wasm/view/grid.cc": '#include "base/text.h"\n'}),
            ["wasm/view/grid.cc: includes base/text.h, but wasm/view has no arrow to shared/base"])

    def test_a_foreign_library_keeps_to_its_door(self):
        self.assertEqual(self.strays_of({"wasm/view/grid.cc": "#include <imgui.h>\n"}), [])
        self.assertEqual(
            self.strays_of({"shared/stats/table.cc": "#include <imgui.h>\n"}),
            ["shared/stats/table.cc: includes imgui.h, but <imgui.h> belongs to "
             "wasm/view, wasm/semantics, tests"])

    def test_quotes_open_no_other_door(self):
        self.assertEqual(len(self.strays_of({"shared/stats/a.cc": '#include "imgui.h"\n'})), 1)

    def test_tests_and_the_command_line_may_include_every_room(self):
        self.assertEqual(self.strays_of({"tests/wasm/view/grid_test.cc": '#include "base/a.h"\n',
                                         "server/main.cc": '#include "base/a.h"\n'}), [])

    def test_a_room_that_the_table_lacks_is_found(self):
        self.assertEqual(self.strays_of({"shared/extra/a.h": ""}),
                         ["shared/extra/a.h: shared/extra is not in the table of ARCHITECTURE.md"])

    def test_a_page_without_a_table_is_found(self):
        self.assertIn("ARCHITECTURE.md: no table of arrows was found",
                      self.strays_of({"ARCHITECTURE.md": "# Architecture\n"}))


if __name__ == "__main__":
    unittest.main()
