"""What the tests of the desk have in common: the real server with a real mail server, and a client
without JavaScript."""
import html.parser
import http.cookiejar
import json
import pathlib
import re
import subprocess
import sys
import tempfile
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


class Client:
    """Keeps cookies, and names its origin with each form as browsers do."""

    def __init__(self, base):
        self.base = base.rstrip("/")
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def open(self, path, fields=None, **headers):
        """(status, page) where redirections end; fields are sent as a form."""
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        if data is not None:
            headers.setdefault("Origin", self.base)
        try:
            request = urllib.request.Request(self.base + path, data, headers)
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


    def ask_api(self, name, document=None, **headers):
        """(status, document) of an address of the office's viewer; a document is sent."""
        data = json.dumps(document).encode() if document is not None else None
        if data is not None:
            headers = {"Content-Type": "application/json", "Origin": self.base} | headers
        try:
            request = urllib.request.Request(f"{self.base}/api/office/{name}", data, headers)
            with self.opener.open(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            text = error.read().decode()
            return error.code, json.loads(text) if text.startswith("{") else text


class DeskTest(unittest.TestCase):
    """`mail` is the mail server, `base` the address of ours, `set_up_path` leads to the first
    account."""

    @classmethod
    def setUpClass(cls):
        cls.mail = real_mail.for_tests(cls, "requests with a real mail server")
        cls.state = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        cls.server = subprocess.Popen(
            [PROGRAM, "serve", "--site", ROOT / "build" / "site", "--office",
             ROOT / "data" / "office", "--state", cls.state, "--port", "0", "--smtp",
             f"127.0.0.1:{cls.mail.smtp_port}", *cls.more_options()],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        cls.addClassCleanup(cls.stop)
        cls.base = re.search(r"http://\S+", cls.server.stdout.readline()).group()
        link = re.search(r"http://\S+", cls.server.stdout.readline()).group()
        cls.set_up_path = link.removeprefix(cls.base.rstrip("/"))

    @classmethod
    def more_options(cls):
        """Of the server that a test wants otherwise."""
        return []

    @classmethod
    def stop(cls):
        cls.server.terminate()
        assert cls.server.wait(timeout=30) == 0
        cls.server.stdout.close()
