"""The commands that work on files: build-site, convert, check."""
import csv
import hashlib
import json
import pathlib
import subprocess
import tempfile
import unittest

from tests.http.served import PROGRAM, TABLE, TIMEOUT_S, run, write, write_sources


class CommandsTest(unittest.TestCase):

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        write_sources(self.folder)

    def build(self, name="site", **options):
        return run("build-site", self.folder / name, "--data", self.folder / "data",
                   "--viewer", self.folder / "viewer", **options)

    def contents(self, name="site"):
        """Every file of a site with its hash."""
        site = self.folder / name
        return {file.relative_to(site): hashlib.sha256(file.read_bytes()).digest()
                for file in site.rglob("*") if file.is_file()}

    def test_the_same_input_makes_the_same_bytes(self):
        self.assertEqual(self.build("first").returncode, 0)
        self.assertEqual(self.build("second").returncode, 0)
        self.assertEqual(self.contents("first"), self.contents("second"))

    def test_a_killed_build_leaves_the_old_site_or_the_new_one(self):
        self.build()
        old = self.contents()
        write(self.folder / "data/tables/desa.json", {**TABLE, "value": [11, 22]})
        self.build("new")
        new = self.contents("new")
        self.assertNotEqual(old, new)
        # Killed at each of its renames and at some of its writes, which strace counts for us.
        kills = [("rename,renameat2", number) for number in (1, 2)]
        kills += [("write", number) for number in (1, 2, 5, 10, 20, 40)]
        outcomes = set()
        for call, number in kills:
            with self.subTest(call=call, number=number):
                subprocess.run(
                    ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}",
                     "-e", f"inject={call}:signal=KILL:when={number}", PROGRAM, "build-site",
                     self.folder / "site", "--data", self.folder / "data",
                     "--viewer", self.folder / "viewer"],
                    capture_output=True, timeout=TIMEOUT_S, check=False)
                now = self.contents()
                self.assertIn(now, (old, new))
                outcomes.add(now == old)
        self.assertIn(True, outcomes)
        self.assertEqual(self.build().returncode, 0)
        self.assertEqual(self.contents(), new)
        self.assertFalse((self.folder / "site.new").exists())

    def test_a_folder_that_is_no_site_is_not_replaced(self):
        write(self.folder / "site/diary.txt", "mine")
        made = self.build()
        self.assertEqual(made.returncode, 1)
        self.assertIn("left as it is", made.stderr)
        self.assertEqual((self.folder / "site/diary.txt").read_text(), "mine")

    def test_a_broken_table_stops_the_build_with_its_place(self):
        write(self.folder / "data/tables/rusak.json", '{\n  "class": oops\n}')
        made = self.build()
        self.assertEqual(made.returncode, 1)
        self.assertIn('"line": 2', made.stderr)
        self.assertFalse((self.folder / "site").exists())

    def test_a_missing_viewer_is_told(self):
        made = run("build-site", self.folder / "site", "--data", self.folder / "data",
                   "--viewer", self.folder / "nowhere")
        self.assertEqual(made.returncode, 1)
        self.assertIn("nowhere", made.stderr)

    def test_convert_to_csv_and_back_keeps_the_figures(self):
        table = self.folder / "data/tables/desa.json"
        self.assertEqual(run("convert", table, self.folder / "desa.csv").returncode, 0)
        with open(self.folder / "desa.csv", newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        self.assertEqual(len(rows), 3)
        self.assertIn("10", rows[1])
        made = run("convert", self.folder / "desa.csv", self.folder / "back.json")
        self.assertEqual(made.returncode, 0, made.stderr)
        back = json.loads((self.folder / "back.json").read_text())
        self.assertEqual(back["value"], [10, 20])
        self.assertEqual(back["size"][:2], [2, 1])

    def test_convert_takes_the_format_by_name(self):
        table = self.folder / "data/tables/desa.json"
        self.assertEqual(run("convert", table, self.folder / "out", "--from", "jsonstat",
                             "--to", "csv").returncode, 0)
        self.assertIn("Gelumbang", (self.folder / "out").read_text())

    def test_convert_says_what_it_cannot_do(self):
        table = self.folder / "data/tables/desa.json"
        for out, words in (("a.ods", "cannot be read or written yet"), ("a.doc", "no format"),
                           ("a", "no ending")):
            made = run("convert", table, self.folder / out)
            self.assertEqual(made.returncode, 1)
            self.assertIn(words, made.stderr)
            self.assertFalse((self.folder / out).exists())

    def test_convert_of_a_broken_file_leaves_the_old_output(self):
        write(self.folder / "broken.csv", 'a,value\n"open,1\n')
        write(self.folder / "out.json", "old")
        made = run("convert", self.folder / "broken.csv", self.folder / "out.json")
        self.assertEqual(made.returncode, 1)
        self.assertGreater(json.loads(made.stderr.splitlines()[0])["line"], 0)
        self.assertEqual((self.folder / "out.json").read_text(), "old")

    def test_check_is_silent_about_a_good_table(self):
        made = run("check", self.folder / "data/tables/desa.json")
        self.assertEqual((made.returncode, made.stdout), (0, ""))

    def test_check_says_each_finding_as_a_line_of_json(self):
        broken = self.folder / "broken.json"
        write(broken, '{\n  "class": oops\n}')
        made = run("check", self.folder / "data/tables/desa.json", broken)
        self.assertEqual(made.returncode, 1)
        findings = [json.loads(line) for line in made.stdout.splitlines()]
        self.assertEqual(len(findings), 1)
        self.assertEqual(set(findings[0]),
                         {"file", "line", "column", "code", "severity", "message"})
        self.assertEqual((findings[0]["file"], findings[0]["line"], findings[0]["severity"]),
                         (str(broken), 2, "error"))


if __name__ == "__main__":
    unittest.main()
