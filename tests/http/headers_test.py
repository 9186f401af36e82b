"""Headers of safety on every kind of answer, and how long each kind may be kept."""
import unittest

from tests.http.served import Answer, Served

CSP = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
       "style-src 'self'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; "
       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
       "require-trusted-types-for 'script'; trusted-types lumbung")
SAFETY = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


class HeadersTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Served())

    def answers(self):
        """One of each kind: (expected status, answer)."""
        get = self.server.get
        etag = get("/id/").field("etag")
        yield 200, get("/id/")
        yield 200, get("/id/", method="HEAD")
        yield 200, get("/livez")
        yield 200, get("/readyz")
        yield 206, get("/data/desa.csv", "Range: bytes=0-3")
        yield 304, get("/id/", f"If-None-Match: {etag}")
        yield 308, get("/id")
        yield 400, get("/..")
        yield 404, get("/nowhere")
        yield 404, get("/en/nowhere")
        yield 405, get("/id/", method="TRACE")
        yield 405, get("/id/", method="DELETE")
        yield 405, get("/livez", method="DELETE")
        yield 406, get("/id/", "Accept-Encoding: identity;q=0")
        yield 411, get("/id/", method="POST")
        yield 413, get("/id/", "Content-Length: 65537", method="POST")
        yield 414, get("/" + "a" * 600)
        yield 415, get("/", "Content-Encoding: gzip")
        yield 416, get("/data/desa.csv", "Range: bytes=99999999-")
        yield 417, get("/", "Expect: 100-continue")
        yield 431, get("/", *["X: a"] * 70)

    def test_every_answer_carries_them(self):
        for status, answer in self.answers():
            with self.subTest(status):
                self.assertEqual(answer.status, status)
                for name, value in SAFETY.items():
                    self.assertEqual(answer.field(name), value, name)
                self.assertIn("camera=()", answer.field("permissions-policy"))

    def test_no_answer_says_what_the_server_is_made_of(self):
        for status, answer in self.answers():
            with self.subTest(status):
                for name in ("server", "x-powered-by", "exception_what", "keep-alive"):
                    self.assertIsNone(answer.field(name))
                self.assertRegex(answer.field("date"),
                                 r"^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$")

    def test_what_was_refused_or_computed_is_not_stored(self):
        for status, answer in self.answers():
            if status in (200, 206, 304) and answer.field("etag"):
                continue
            with self.subTest(status):
                self.assertIn(answer.field("cache-control"), ("no-store", "no-cache"))

    def test_names_with_a_hash_are_kept_for_ever_and_pages_are_asked_for_again(self):
        immutable = "public, max-age=31536000, immutable"
        for address in self.server.addresses(".wasm") + self.server.addresses(".cells"):
            self.assertEqual(self.server.get(address).field("cache-control"), immutable)
        for address in ("/", "/id/", "/en/table/desa/", "/data/desa.csv", "/robots.txt"):
            self.assertEqual(self.server.get(address).field("cache-control"), "no-cache")

    def test_types(self):
        types = {".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8",
                 ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8",
                 ".json": "application/json", ".ttf": "font/ttf"}
        for ending, media_type in types.items():
            addresses = self.server.addresses(ending)
            self.assertTrue(addresses)
            for address in addresses:
                self.assertEqual(self.server.get(address).field("content-type"), media_type)
        self.assertEqual(self.server.get("/id/").field("content-type"), "text/html; charset=utf-8")

    def test_a_missing_page_is_a_page_in_the_language_of_its_address(self):
        for address, language in (("/nowhere", "id"), ("/en/nowhere", "en")):
            answer = self.server.get(address)
            self.assertIn(f'<html lang="{language}">', answer.body.decode())

    def test_a_redirect_never_leads_to_another_host(self):
        self.assertEqual(self.server.get("/id").field("location"), "/id/")
        self.assertEqual(self.server.get("/id?a=//evil.example").field("location"),
                         "/id/?a=//evil.example")
        for target in ("//evil.example", "//evil.example/id", "/\\evil.example",
                       "/id//evil.example"):
            self.assertEqual(self.server.get(target).status, 400)

    def test_answers_of_one_connection_close_it_only_when_asked(self):
        kept = "GET /id/ HTTP/1.1\r\nHost: a\r\n\r\n"
        last = "GET /id/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        text = self.server.say((kept + last).encode())
        self.assertEqual(text.count(b"HTTP/1.1 200 OK"), 2)
        self.assertEqual(text.count(b"Connection: close"), 1)
        self.assertIsNone(Answer(text).field("connection"))


if __name__ == "__main__":
    unittest.main()
