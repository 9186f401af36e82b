"""Clients that are slow on purpose, or too many: others are served all the same."""
import os
import unittest

from tests.http.served import Answer, Served, said

REQUEST = b"GET /id/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"


class SlowTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(Served(large_bytes=12_000_000))

    def hold(self, count, first_bytes):
        """Opens connections that say something and then nothing; closed at the end of the test."""
        clients = [self.server.connect() for _ in range(count)]
        for client in clients:
            self.addCleanup(client.close)
            client.sendall(first_bytes)
        return clients

    def assert_served(self):
        for _ in range(20):
            self.assertEqual(self.server.get("/id/").status, 200)

    def test_400_heads_that_never_end(self):
        clients = self.hold(400, b"GET /id/ HTTP/1.1\r\nHost: a\r\nX-a: ")
        self.assert_served()
        # Their time runs out; each is told so.
        for client in clients:
            self.assertEqual(Answer(said(client, b"")).status, 408)

    def test_400_bodies_that_never_come(self):
        self.hold(400, b"POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\nx")
        self.assert_served()

    def test_400_clients_that_do_not_read(self):
        self.hold(400, b"GET /data/large.cells HTTP/1.1\r\nHost: a\r\n\r\n")
        self.assert_served()
        self.assertEqual(len(self.server.get("/data/large.cells").body), 12_000_000)

    def test_a_crowd_of_silent_connections_pushes_out_its_own(self):
        self.hold(512, b"")
        answers = []
        while not answers or answers[-1].status != 200:
            text = self.server.say(REQUEST)
            if text:  # A connection that is turned away may be reset before its answer is read.
                answers.append(Answer(text))
        self.assertTrue(all(answer.status == 503 and answer.field("retry-after")
                            for answer in answers[:-1]))
        self.assert_served()

    def test_no_connection_is_left_over(self):
        with Served() as server:
            before = descriptors(server)
            clients = [server.connect() for _ in range(100)]
            for client in clients:
                client.sendall(b"GET /id/ HTTP/1.1\r\n")
            for client in clients:
                client.close()
            # One more request is answered after all those closings were seen.
            while descriptors(server) > before:
                self.assertEqual(server.get("/id/").status, 200)


def descriptors(server):
    """Open files and sockets of the server's process."""
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


if __name__ == "__main__":
    unittest.main()
