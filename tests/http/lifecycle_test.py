"""How the server starts, says that it is well, and ends."""
import signal
import socket
import subprocess
import threading
import unittest

from tests.http.served import PROGRAM, TIMEOUT_S, Answer, Served, run, said, write_sources


class LifecycleTest(unittest.TestCase):

    def test_it_is_alive_and_ready(self):
        with Served() as server:
            self.assertEqual(server.get("/livez").body, b"alive\n")
            self.assertEqual(server.get("/readyz").body, b"ready\n")

    def test_it_ends_with_exit_code_0_and_says_one_line_only(self):
        for sign in (signal.SIGTERM, signal.SIGINT):
            with Served() as server:
                server.get("/id/")
                server.process.send_signal(sign)
                self.assertEqual(server.process.wait(TIMEOUT_S), 0)
                self.assertEqual(server.process.stdout.read(), "")

    def test_an_answer_on_its_way_is_finished_when_the_server_is_asked_to_end(self):
        with Served(large_bytes=12_000_000) as server:
            with server.connect() as client:
                client.sendall(b"GET /data/large.cells HTTP/1.1\r\nHost: a\r\n\r\n")
                first = client.recv(1)
                server.process.send_signal(signal.SIGTERM)
                parts = [first]
                while part := client.recv(65536):
                    parts.append(part)
            self.assertEqual(len(Answer(b"".join(parts)).body), 12_000_000)
            self.assertEqual(server.process.wait(TIMEOUT_S), 0)

    def test_no_answer_is_broken_when_the_server_is_asked_to_end(self):
        with Served() as server:
            counts = {"whole": 0, "broken": 0}

            def ask():
                """One request after the other on one connection, until the server closes it."""
                request = b"GET /id/ HTTP/1.1\r\nHost: a\r\n\r\n"
                with server.connect() as client, client.makefile("rb") as answers:
                    while True:
                        client.sendall(request)
                        if not answers.readline():
                            counts["broken"] += 1
                            return
                        fields = {}
                        while (line := answers.readline()) != b"\r\n":
                            name, _, value = line.decode().strip().partition(": ")
                            fields[name] = value
                        body = answers.read(int(fields["Content-Length"]))
                        counts["whole" if body.endswith(b"</html>\n") else "broken"] += 1
                        if fields.get("Connection") == "close":
                            return

            threads = [threading.Thread(target=ask) for _ in range(8)]
            for thread in threads:
                thread.start()
            server.get("/id/")
            self.assertEqual(server.stop(), 0)
            for thread in threads:
                thread.join()
            self.assertEqual(counts["broken"], 0)
            self.assertGreaterEqual(counts["whole"], 8)

    def test_a_port_that_is_taken_is_told(self):
        with Served() as server:
            again = run("serve", "--site", server.folder / "site", "--port", server.port)
            self.assertEqual(again.returncode, 1)
            self.assertIn("Is the port taken", again.stderr)

    def test_it_makes_the_site_before_it_serves_it(self):
        with Served() as server:
            write_sources(server.folder)
            process = subprocess.Popen(
                [PROGRAM, "serve", "--data", server.folder / "data", "--viewer",
                 server.folder / "viewer", "--state", server.folder / "state", "--port", "0"],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            with process:
                port = int(process.stdout.readline().rstrip("/\n").rpartition(":")[2])
                with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S) as client:
                    client.sendall(b"GET /readyz HTTP/1.0\r\nHost: a\r\n\r\n")
                    self.assertIn(b" 200 OK", client.recv(100))
                process.send_signal(signal.SIGTERM)
                self.assertEqual(process.wait(TIMEOUT_S), 0)
            self.assertTrue((server.folder / "state/site/site.json").exists())

    def test_few_file_descriptors_make_it_take_fewer_connections(self):
        with Served() as server:
            limited = subprocess.Popen(
                ["prlimit", "--nofile=40:40", PROGRAM, "serve", "--site", server.folder / "site",
                 "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            with limited:
                port = int(limited.stdout.readline().rstrip("/\n").rpartition(":")[2])
                crowd = [socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S)
                         for _ in range(60)]
                # While the crowd holds on; at first it may be turned away like any newcomer.
                while not self.is_answered(port):
                    self.assertIsNone(limited.poll())
                for other in crowd:
                    other.close()
                limited.send_signal(signal.SIGTERM)
                self.assertEqual(limited.wait(TIMEOUT_S), 0)

    @staticmethod
    def is_answered(port):
        with socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT_S) as client:
            return b" 200 OK" in said(client, b"GET /id/ HTTP/1.0\r\nHost: a\r\n\r\n")


if __name__ == "__main__":
    unittest.main()
