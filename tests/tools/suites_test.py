"""suites.py counts what test programs say, and never takes a broken program for a good one."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import suites  # noqa: E402  (the path comes first)


class SuitesTest(unittest.TestCase):

    def program(self, text):
        """A program at a temporary place; `text` is its shell script."""
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        program = pathlib.Path(folder.name) / "program"
        program.write_text("#!/bin/sh\n" + text)
        program.chmod(0o755)
        return program

    def test_the_last_line_names_skips_only_where_there_are_some(self):
        self.assertEqual(suites.Outcome(3, 1).counts(), "3 passed, 1 failed")
        self.assertEqual(suites.Outcome(3, 1, 2).counts(), "3 passed, 1 failed, 2 skipped")

    def test_catch2s_cases_are_counted(self):
        outcome = suites.run_catch2(self.program(
            'for a; do case $a in xml::out=*) report=${a#xml::out=};; esac; done\n'
            'echo \'<Catch2TestRun><OverallResultsCases successes="5" failures="2" '
            'expectedFailures="1" skips="3"/></Catch2TestRun>\' > "$report"\nexit 2\n'))
        self.assertEqual((outcome.passed, outcome.failed, outcome.skipped), (6, 2, 3))

    def test_a_program_that_dies_before_its_report_fails(self):
        outcome = suites.run_catch2(self.program("echo heap-use-after-free; exit 1\n"))
        self.assertEqual((outcome.passed, outcome.failed), (0, 1))
        self.assertIn("heap-use-after-free", outcome.told)

    def test_a_program_that_dies_after_its_report_fails(self):
        outcome = suites.run_catch2(self.program(
            'for a; do case $a in xml::out=*) report=${a#xml::out=};; esac; done\n'
            'echo \'<Catch2TestRun><OverallResultsCases successes="5" failures="0" '
            'expectedFailures="0" skips="0"/></Catch2TestRun>\' > "$report"\n'
            'echo leak; exit 1\n'))
        self.assertEqual((outcome.passed, outcome.failed), (5, 1))

    def test_a_checker_is_one_test_and_its_skips_are_told(self):
        outcome = suites.run_checker(self.program("echo 'SKIPPED no originals here'\n"))
        self.assertEqual((outcome.passed, outcome.failed, outcome.skipped), (1, 0, 1))
        self.assertEqual(outcome.told, "  skipped: no originals here\n")
        self.assertEqual(suites.run_checker(self.program("echo wrong; exit 1\n")),
                         suites.Outcome(failed=1, told="wrong\n"))

    def test_a_suite_that_finds_no_tests_fails(self):
        self.assertEqual(suites.run_suite("empty", None, suites.Outcome).failed, 1)


if __name__ == "__main__":
    unittest.main()
