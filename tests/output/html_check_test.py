"""The approved documents are sound, and html_check.py finds what is not."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import html_check  # noqa: E402  (the path comes first)

GOLDEN = pathlib.Path(__file__).parent.parent / "golden" / "output"


def page(body, head="<title>x</title>"):
    return (f'<!doctype html><html lang="id"><head>{head}</head><body>'
            f"<main><h1>x</h1>{body}</main></body></html>")


class HtmlCheckTest(unittest.TestCase):

    def assert_finds(self, words, text):
        faults = html_check.faults_in(text)
        self.assertTrue(any(words in fault for fault in faults), faults)

    def test_the_approved_documents_are_sound(self):
        documents = sorted(GOLDEN.glob("*_document*.approved.txt"))
        self.assertGreaterEqual(len(documents), 4)
        for document in documents:
            with self.subTest(document.name):
                self.assertEqual(html_check.faults_in(document.read_text(encoding="utf-8")), [])

    def test_a_sound_page_has_no_faults(self):
        self.assertEqual(html_check.faults_in(page("<p>1 &lt; 2<br></p>")), [])

    def test_elements_that_do_not_nest_are_found(self):
        self.assert_finds("</b> ends <i>", page("<b><i></b></i>"))
        self.assert_finds("<p> is never closed", '<html lang="id"><p>')

    def test_an_attribute_twice_is_found(self):
        self.assert_finds("has an attribute twice", page('<p id="a" id="b"></p>'))

    def test_ids_are_checked(self):
        self.assert_finds("id a stands 2 times", page('<p id="a"></p><p id="a"></p>'))
        self.assert_finds("refers to b", page('<p aria-labelledby="b"></p>'))
        self.assert_finds("refers to c", page('<a href="#c">c</a>'))

    def test_what_runs_or_styles_in_the_page_is_found(self):
        self.assert_finds("attribute style", page('<p style="color:red"></p>'))
        self.assert_finds("attribute onclick", page('<p onclick="x()"></p>'))
        self.assert_finds("a <script>", page("<script>x()</script>"))
        self.assert_finds("a <style>", page("<style>p{}</style>"))
        self.assert_finds("leads to javascript:", page('<a href="javascript:x()">x</a>'))

    def test_a_second_title_and_a_missing_language_are_found(self):
        self.assert_finds("2 <h1>", page("<h1>y</h1>"))
        self.assert_finds("its language", page("").replace(' lang="id"', ""))
        self.assert_finds("<title> is empty", page("", "<title> </title>"))

    def test_a_skipped_heading_is_found(self):
        self.assert_finds("<h3> “z” comes after <h1>", page("<h3>z</h3>"))

    def test_broken_data_for_search_engines_are_found(self):
        script = '<script type="application/ld+json">{}</script>'
        self.assert_finds("is no JSON", page(script.format("{")))
        self.assert_finds("lacks @context", page(script.format("{}")))

    def test_tables_are_checked(self):
        table = "<table><caption>x</caption>{}</table>"
        self.assert_finds("columns wide", page(table.format(
            "<tr><td></td><td></td></tr><tr><td></td></tr>")))
        self.assert_finds("has no scope", page(table.format("<tr><th>a</th></tr>")))
        self.assert_finds("has no caption", page("<table><tr><td></td></tr></table>"))
        self.assert_finds("headings of groups", page(table.format(
            '<colgroup span="1"><tr><th scope="colgroup" colspan="2">a</th></tr>')))

    def test_links_of_a_site_must_lead_somewhere(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "id").mkdir()
            (folder / "id" / "index.html").write_text(page('<a href="/id/">a</a>'))
            self.assertEqual(list(html_check.faults_in_site(folder)), [])
            (folder / "index.html").write_text(page('<a href="/en/">a</a>'))
            self.assertEqual(list(html_check.faults_in_site(folder)),
                             ["index.html: /en/ leads nowhere"])

    def test_the_request_form_is_there_where_requests_are_taken(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "index.html").write_text(page('<a href="/id/permintaan/">a</a>'))
            self.assertEqual(list(html_check.faults_in_site(folder)),
                             ["index.html: /id/permintaan/ leads nowhere"])
            (folder / "site.json").write_text('{"page": {"desk": true}}')
            self.assertEqual(list(html_check.faults_in_site(folder)), [])

    def test_a_page_that_is_too_large_is_found(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            numbers = " ".join(str(number * number) for number in range(20_000))
            (folder / "index.html").write_text(page(numbers))
            faults = list(html_check.faults_in_site(folder))
            self.assertEqual(len(faults), 1)
            self.assertIn("bytes compressed", faults[0])


if __name__ == "__main__":
    unittest.main()
