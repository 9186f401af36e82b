"""tidy.py finds each kind of untidiness, and lets tidy files be."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import tidy  # noqa: E402  (the path comes first)


class TidyTest(unittest.TestCase):

    def assert_finds(self, rule, path, text, *places):
        self.assertEqual(list(rule({path: text})), list(places))

    def test_leftover_markers(self):
        marker = "TO" + "DO"
        self.assert_finds(tidy.no_leftover_markers, "a.cc", f"// One.\n// {marker}: two\n",
                          f"a.cc:2: {marker}")
        self.assert_finds(tidy.no_leftover_markers, "a.cc", f"int {marker}_LIST;\n")

    def test_a_line_of_a_hundred_characters_fits_and_one_more_does_not(self):
        self.assert_finds(tidy.no_long_lines, "a.cc", "x" * 100 + "\n")
        self.assert_finds(tidy.no_long_lines, "a.cc", "x" * 101 + "\n", "a.cc:1: 101 characters")
        self.assert_finds(tidy.no_long_lines, "a.md", "x" * 101 + "\n")

    def test_line_ends(self):
        self.assert_finds(tidy.clean_line_ends, "a.cc", "int a;\n\tint b; \n",
                          "a.cc:2: tab, or space at the line's end")
        self.assert_finds(tidy.clean_line_ends, "a.md", "one",
                          "a.md: no line end at the file's end")

    def test_files_open_with_a_sentence(self):
        rule = tidy.files_open_with_a_sentence
        self.assert_finds(rule, "a.cc", "// Reads tables.\nint a;\n")
        self.assert_finds(rule, "run", "#!/usr/bin/env bash\n# Serves the tables.\n")
        self.assert_finds(rule, "a.py", '"""Checks tables."""\n')
        self.assert_finds(rule, "a.css", "/* How pages look. */\n")
        self.assert_finds(rule, "a.cc", "int a;\n", "a.cc:1: opens without a comment")
        self.assert_finds(rule, "a.cc", "#include <map>\n", "a.cc:1: opens without a comment")
        self.assert_finds(rule, "shared/stats/a.cc", '#include "stats/a.h"\n')
        self.assert_finds(rule, "tests/shared/stats/a_test.cc", '#include "stats/a.h"\n')
        self.assert_finds(rule, "shared/stats/a.cc", '#include "stats/b.h"\n',
                          "shared/stats/a.cc:1: opens without a comment")
        self.assert_finds(rule, "a.cc", "// a.cc\nint a;\n",
                          "a.cc:1: opens with something that is no sentence")

    def test_the_browsers_modules_use_no_word_that_they_do_not_carry(self):
        words = {"shared/base/words.def": 'X(table, "T", "T")\nP(foot, "F", "F")\n'
                                          'D(request, "P", "R")\n'}
        rule = tidy.modules_have_their_words
        used = "Word::table Word::foot Word::request"
        self.assertEqual(list(rule(words | {"wasm/view/a.cc": used})),
                         ["wasm/view/a.cc: Word::foot is P in words.def, but must be X",
                          "wasm/view/a.cc: Word::request is D in words.def, but must be X"])
        self.assertEqual(list(rule(words | {"shared/output/pdf.cc": used})),
                         ["shared/output/pdf.cc: Word::request is D in words.def, "
                          "but must be P or X"])
        self.assertEqual(list(rule(words | {"shared/output/html_ticket.cc": used})), [])

    def test_a_source_needs_a_test_at_the_mirrored_place(self):
        rule = tidy.sources_have_tests
        self.assert_finds(rule, "shared/stats/pivot.cc", "",
                          "shared/stats/pivot.cc: tests/shared/stats/pivot_test.cc is missing")
        self.assertEqual(list(rule({"shared/stats/pivot.cc": "",
                                    "tests/shared/stats/pivot_test.cc": ""})), [])

    def test_a_function_of_seventy_lines_fits_and_one_more_does_not(self):
        def function(lines_count):
            return "void f(int a) {\n" + "  a;\n" * (lines_count - 2) + "}\n"
        rule = tidy.functions_fit_on_a_screen
        self.assert_finds(rule, "a.cc", function(70))
        self.assert_finds(rule, "a.cc", function(71), "a.cc:1: void f(int a) has 71 lines")
        self.assert_finds(rule, "a.py", "def f():\n" + "    a\n" * 70, "a.py:1: f has 71 lines")

    def test_machine_paths_and_registry_hosts(self):
        self.assert_finds(tidy.no_machine_paths, "a.md", "see /" + "home/ana/notes\n",
                          "a.md:1: /" + "home/a")
        self.assert_finds(tidy.no_machine_paths, "a.md", "see ./home/page and a/work/b\n")
        self.assert_finds(tidy.no_registry_hosts, "a.json", "https://registry.npm" + "js.org/x\n",
                          "a.json:1: registry.npm" + "js")


if __name__ == "__main__":
    unittest.main()
