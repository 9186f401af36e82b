"""Hostile bytes on a raw socket: refused or cut off, and the server is none the worse for it."""
import re
import unittest

from tests.http.evil_requests import HOST, everything, request
from tests.http.served import PROGRAM, Answer, Served

CANARY = b"canary-7f3a"


class EvilTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Served())
        # Beside the site: whoever gets out of it meets this.
        (cls.server.folder / "etc").mkdir()
        (cls.server.folder / "etc/passwd").write_bytes(CANARY)

    def assert_refused(self, name, text):
        """At most one answer, 4xx, that says nothing of what was sent."""
        with self.subTest(name):
            self.assertNotIn(CANARY, text)
            self.assertLessEqual(text.count(b"HTTP/1.1 "), 1)
            if text:
                answer = Answer(text)
                self.assertEqual(answer.status // 100, 4, text[:100])
                self.assertEqual(answer.field("connection"), "close")
            self.assertTrue(self.server.is_alive())

    def test_every_evil_request_is_refused(self):
        requests = everything()
        self.assertGreaterEqual(len(requests), 250)
        for name, text in requests:
            self.assert_refused(name, self.server.say(with_close(text)))
        self.assertEqual(self.server.get("/id/").status, 200)

    def test_memory_stays_bounded(self):
        requests = [text for _, text in everything()]
        for text in requests:
            self.server.say(with_close(text))
        before = self.server.resident_kib()
        for _ in range(3):
            for text in requests:
                self.server.say(with_close(text))
        # The sanitized program keeps freed memory for a while, to find its late use.
        allowed = 10 * 1024 if not is_sanitized() else 300 * 1024
        self.assertLess(self.server.resident_kib() - before, allowed)

    def test_what_follows_a_refused_request_is_not_answered(self):
        for name, text in everything():
            with self.subTest(name):
                answers = self.server.say(with_close(text) + request(b"/livez"))
                self.assertNotIn(b"alive", answers)

    def test_the_log_holds_no_byte_of_the_requests(self):
        self.server.say(request(b"/", fields=HOST + b"X: \x1b[31mred\r\n"))
        self.server.say(request(b"/?secret=" + CANARY, fields=HOST + b"Connection: close\r\n"))
        log = self.server.log_text()
        self.assertNotIn(CANARY.decode(), log)
        self.assertIsNone(re.search(r"[\x00-\x09\x0b-\x1f\x7f]", log))


def with_close(text):
    """Asks to close, where the request has fields at all, so that one that is taken ends too."""
    return text.replace(HOST, HOST + b"Connection: close\r\n", 1)


def is_sanitized():
    return b"__asan_init" in PROGRAM.read_bytes()


if __name__ == "__main__":
    unittest.main()
