"""join_styles.py leaves out what no page reads, and nothing else."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "cmake"))
import join_styles  # noqa: E402  (the path comes first)


class JoinStylesTest(unittest.TestCase):

    def test_properties_that_nothing_reads_stay_behind(self):
        self.assertEqual(
            join_styles.joined([":root {\n  --read: 1px; --idle: 2px;\n  --elsewhere: 3px;\n}\n",
                                "p { margin: var(--read); }\n"],
                               ["b { top: var( --elsewhere); }"]),
            ":root {\n--read: 1px;\n--elsewhere: 3px;\n}\np { margin: var(--read); }\n")

    def test_a_property_that_another_reads_is_kept(self):
        self.assertEqual(join_styles.joined([":root { --a: 1px; --b: var(--a); }",
                                             "p { top: var(--b); }"]),
                         ":root { --a: 1px; --b: var(--a); }p { top: var(--b); }\n")

    def test_a_class_with_two_hyphens_is_no_property(self):
        self.assertEqual(join_styles.joined([".a--b:hover { top: 0; }"]),
                         ".a--b:hover { top: 0; }\n")

    def test_comments_and_indentation_stay_behind(self):
        self.assertEqual(join_styles.joined(["/* why\n */\n  p {\n    top: 0;\n  }\n\n"]),
                         "p {\ntop: 0;\n}\n")

    def test_a_property_that_stands_nowhere_is_told(self):
        with self.assertRaisesRegex(ValueError, "^--gone is read and declared nowhere.$"):
            join_styles.joined(["p { top: var(--gone); }"])


if __name__ == "__main__":
    unittest.main()
