"""What is sent: encodings, conditions, parts, large files, and files damaged on the disk."""
import gzip
import threading
import unittest

from tests.http.served import LARGE_BLOCK, Answer, Served, write

LARGE_BYTES = 12_000_000


def large_bytes(begin, end):
    """The bytes [begin, end) of the large file."""
    offset = begin % len(LARGE_BLOCK)
    blocks = LARGE_BLOCK * ((end - begin) // len(LARGE_BLOCK) + 2)
    return blocks[offset:offset + end - begin]


class ContentTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Served(large_bytes=LARGE_BYTES))

    def test_the_encodings_of_a_file_hold_the_same_bytes(self):
        for address in ("/id/", "/data/desa.csv", *self.server.addresses(".js")):
            plain = self.server.get(address)
            packed = self.server.get(address, "Accept-Encoding: gzip")
            self.assertIsNone(plain.field("content-encoding"))
            if packed.field("content-encoding") is None:
                continue  # So small that it would not shrink.
            self.assertEqual(gzip.decompress(packed.body), plain.body)
            self.assertLess(len(packed.body), len(plain.body))
            for answer in (plain, packed):
                self.assertEqual(answer.field("vary"), "Accept-Encoding")

    def test_a_browser_gets_brotli(self):
        answer = self.server.get("/id/", "Accept-Encoding: gzip, deflate, br, zstd")
        self.assertEqual(answer.field("content-encoding"), "br")

    def test_qualities_are_heeded(self):
        for wish, expected in (("br;q=0, gzip", "gzip"), ("gzip;q=0.1, br;q=0.2", "br"),
                               ("identity, br;q=0.5", None), ("*;q=0.5, br;q=0", "gzip"),
                               ("deflate", None), ("br;q=x", None), ("", None)):
            answer = self.server.get("/id/", f"Accept-Encoding: {wish}")
            self.assertEqual(answer.field("content-encoding"), expected, wish)

    def test_who_has_the_file_gets_no_body(self):
        for encoding in ("identity", "gzip", "br"):
            wish = f"Accept-Encoding: {encoding}"
            first = self.server.get("/id/", wish)
            again = self.server.get("/id/", wish, f"If-None-Match: \"x\", {first.field('etag')}")
            self.assertEqual((again.status, again.body), (304, b""))
            self.assertEqual(again.field("etag"), first.field("etag"))
            self.assertIsNone(again.field("content-length"))

    def test_a_tag_of_one_encoding_is_not_that_of_another(self):
        tags = {self.server.get("/id/", f"Accept-Encoding: {encoding}").field("etag")
                for encoding in ("identity", "gzip", "br")}
        self.assertEqual(len(tags), 3)

    def test_head_says_what_get_would(self):
        for address in ("/id/", "/nowhere", "/livez", "/data/large.cells", "/id"):
            get = self.server.get(address)
            head = self.server.get(address, method="HEAD")
            self.assertEqual(head.status, get.status)
            self.assertEqual(head.body, b"")
            self.assertEqual(head.field("content-length"), str(len(get.body)))

    def test_one_part_is_sent(self):
        for wish, begin, end in (("bytes=0-0", 0, 1), ("bytes=11999990-", 11999990, LARGE_BYTES),
                                 ("bytes=-16", LARGE_BYTES - 16, LARGE_BYTES),
                                 ("bytes=1048570-1048590", 1048570, 1048591),
                                 ("bytes=11999999-99999999", 11999999, LARGE_BYTES)):
            answer = self.server.get("/data/large.cells", f"Range: {wish}")
            self.assertEqual(answer.status, 206, wish)
            self.assertEqual(answer.body, large_bytes(begin, end), wish)
            self.assertEqual(answer.field("content-range"),
                             f"bytes {begin}-{end - 1}/{LARGE_BYTES}")

    def test_several_parts_make_the_whole_file_once(self):
        wish = "Range: bytes=" + ",".join(["0-"] * 60)
        answer = self.server.get("/data/desa.csv", wish)
        self.assertEqual(answer.status, 200)
        self.assertEqual(len(answer.body), int(answer.field("content-length")))

    def test_a_large_file_is_sent_whole_and_not_through_memory(self):
        before = self.server.resident_kib()
        bodies = []

        def fetch():
            bodies.append(self.server.get("/data/large.cells").body)

        threads = [threading.Thread(target=fetch) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([len(body) for body in bodies], [LARGE_BYTES] * 8)
        self.assertEqual(bodies[0], large_bytes(0, LARGE_BYTES))
        self.assertLess(self.server.resident_kib() - before, 20 * 1024)

    def test_a_damaged_file_is_not_handed_out_and_the_others_are(self):
        with Served() as server:
            folder = server.folder
            address = next(address for address in server.addresses(".json") if len(address) > 64)
            server.stop()
            write(folder / "site" / address[1:], b"damaged")
            with ServedAgain(folder) as again:
                self.assertEqual(again.get(address).status, 503)
                self.assertEqual(again.get("/id/").status, 200)
                self.assertEqual(again.get("/readyz").status, 503)
                self.assertIn("is damaged", again.log_text())


class ServedAgain(Served):
    """Serves the site that another server has left."""

    def __init__(self, folder):
        super().__init__()
        self.folder = folder

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        self.close()


if __name__ == "__main__":
    unittest.main()
