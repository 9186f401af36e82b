"""A request for data from the form to the inbox, as the public goes: the real server, a real mail
server, and a client without JavaScript."""
import email
import email.policy
import html.parser
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "mail"))
import real_mail

PROGRAM = ROOT / "build" / "lumbung"


class Form(html.parser.HTMLParser):
    """The fields of a page's first form as a browser would send them."""

    def __init__(self, text):
        super().__init__()
        self.fields, self.is_inside, self.area = {}, False, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.is_inside = not self.fields
        elif self.is_inside and tag == "input" and attributes.get("type") != "checkbox":
            self.fields[attributes["name"]] = attributes.get("value") or ""
        elif self.is_inside and tag == "textarea":
            self.area = attributes["name"]
            self.fields[self.area] = ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.is_inside = False
        self.area = None

    def handle_data(self, data):
        if self.area:
            self.fields[self.area] += data


def opened(address, fields=None):
    """(status, page); fields are sent as a form."""
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    try:
        with urllib.request.urlopen(address, data, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class Request(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.mail = real_mail.for_tests(cls, "requests with a real mail server")
        state = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.server = subprocess.Popen(
            [PROGRAM, "serve", "--site", ROOT / "build" / "site", "--office",
             ROOT / "data" / "office", "--state", state, "--port", "0", "--smtp",
             f"127.0.0.1:{cls.mail.smtp_port}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.addClassCleanup(cls.stop)
        cls.base = re.search(r"http://\S+", cls.server.stdout.readline()).group()

    @classmethod
    def stop(cls):
        cls.server.terminate()
        assert cls.server.wait(timeout=30) == 0
        cls.server.stdout.close()

    def form(self):
        status, page = opened(self.base + "id/permintaan/?table=penduduk-kecamatan")
        self.assertEqual(status, 200)
        fields = Form(page).fields
        # A form that comes back within three seconds was not written by a person.
        time.sleep(3)
        return fields | {"text": "Jumlah penduduk Sungai Rotan <2023> menurut jenis kelamin",
                         "name": "Rina – Wijaya", "email": real_mail.READER, "consent": "yes"}

    def test_from_the_form_to_the_inbox_and_back(self):
        fields = self.form()
        # Something is wrong at first: told beside the field, and nothing is lost.
        status, page = opened(self.base + "id/permintaan/", fields | {"email": "rina@"})
        self.assertEqual(status, 422)
        self.assertIn("Tulis alamat e-mail lengkap", page)
        self.assertEqual(Form(page).fields["text"], fields["text"])
        # Sent twice, it is one ticket and one mail.
        status, receipt = opened(self.base + "id/permintaan/", fields)
        self.assertEqual(status, 200)
        self.assertEqual(opened(self.base + "id/permintaan/", fields), (200, receipt))
        number = re.search(r"PD-\d{4}-\d{4}", receipt).group()
        letters = self.mail.wait_for_letters(real_mail.READER, 1)
        self.assertEqual(len(letters), 1)
        letter = email.message_from_bytes(letters[0], policy=email.policy.default)
        self.assertIn(number, letter["subject"])
        self.assertEqual([a.addr_spec for a in letter["to"].addresses], [real_mail.READER])
        self.assertEqual(letter["auto-submitted"], "auto-generated")
        text = letter.get_content()
        for secret in ("Rina", "Rotan", "Wijaya"):
            self.assertNotIn(secret, text)
        # The link in the mail opens the conversation.
        link = re.search(r"/id/tiket/\?key=[0-9a-f]{64}", text).group()
        status, page = opened(self.base + link[1:])
        self.assertEqual(status, 200)
        self.assertIn("Sungai Rotan &lt;2023&gt;", page)
        # A message joins it.
        message = Form(page).fields | {"text": "Tolong juga tahun 2024."}
        status, page = opened(self.base + "id/tiket/", message)
        self.assertEqual(status, 200)
        self.assertIn("Tolong juga tahun 2024.", page)
        # Erasing asks once more, and then the page is gone.
        erase = {"key": message["key"], "action": "erase"}
        status, page = opened(self.base + "id/tiket/", erase)
        self.assertIn("confirmed", page)
        self.assertEqual(opened(self.base + "id/tiket/", erase | {"confirmed": "yes"})[0], 200)
        self.assertEqual(opened(self.base + link[1:])[0], 404)

    def test_programs_are_turned_away(self):
        status, page = opened(self.base + "id/permintaan/")
        fields = Form(page).fields | {"text": "Jumlah penduduk 2023", "email": "a@b.org",
                                      "consent": "yes"}
        self.assertEqual(opened(self.base + "id/permintaan/", fields)[0], 422)
        self.assertEqual(opened(self.base + "id/permintaan/",
                                fields | {"website": "http://x"})[0], 422)


if __name__ == "__main__":
    unittest.main()
