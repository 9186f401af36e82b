"""How quick the server is, and how steady while 400 slow clients hold on to it.

    LUMBUNG_PROGRAM=build/release/server/lumbung python3 -m tests.bench.server.bench [SECONDS]

Needs wrk and slowhttptest. Prints rows for docs/benchmarks.md: what, figure, target.
"""
import random
import re
import subprocess
import sys
import threading
import time

from tests.http.served import Answer, Served, write

SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
STATIC = "assets/ten.0123456789abcdef.js"
ATTACKS = {
    "slow heads": ["-H", "-i", "2"],
    "slow bodies": ["-B", "-i", "2", "-s", "60000"],
    "slow readers": ["-X", "-w", "10", "-y", "20", "-n", "5", "-z", "32"],
}


class Fixture(Served):
    """A site with a file of 10 kB that does not shrink, and one of 10 MB."""

    def start(self):
        letters = random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=10_240)
        write(self.folder / "site" / STATIC, "".join(letters))
        return super().start()


def row(what, figure, target):
    print(f"| {what} | {figure} | {target} |", flush=True)


def measure_throughput(server, clients):
    told = subprocess.run(["wrk", "-t1", f"-c{clients}", f"-d{SECONDS}s", "--latency",
                           f"http://127.0.0.1:{server.port}/{STATIC}"],
                          capture_output=True, text=True, check=True).stdout
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", told).group(1))
    p99 = re.search(r"99%\s+(\S+)", told).group(1)
    errors = re.search(r"Non-2xx.*|Socket errors.*", told)
    row(f"static file of 10 kB, {clients} clients, the server alone",
        f"{rate:,.0f} req/s, p99 {p99}" + (f", {errors.group(0)}" if errors else ""),
        "≥ 20,000 req/s, p99 ≤ 20 ms")


def normal_client(server, until, times, failures):
    """A page every 100 ms on a connection of its own; keeps how long each took."""
    while not until.is_set():
        begun = time.perf_counter()
        try:
            if server.get("/id/").status != 200:
                failures.append("status")
        except (OSError, AssertionError) as failure:
            failures.append(repr(failure))
        times.append((time.perf_counter() - begun) * 1000)
        until.wait(0.1)


def measure_attack(server, name, options, path):
    until, times, failures = threading.Event(), [], []
    client = threading.Thread(target=normal_client, args=(server, until, times, failures))
    client.start()
    subprocess.run(["slowhttptest", "-c", "400", *options, "-r", "200", "-l", str(SECONDS),
                    "-p", "3", "-u", f"http://127.0.0.1:{server.port}{path}"],
                   capture_output=True, check=False)
    until.set()
    client.join()
    times.sort()
    p99 = times[min(len(times) - 1, len(times) * 99 // 100)]
    row(f"400 {name} for {SECONDS} s, the server alone, a normal client",
        f"{len(times)} requests, {len(failures)} failures, p50 {times[len(times) // 2]:.1f} ms, "
        f"p99 {p99:.1f} ms", "0 failures, p99 ≤ 200 ms")


def measure_ranges(server):
    wish = "Range: bytes=" + ",".join(["0-"] * 60)
    before = server.resident_kib()
    answer = server.get("/data/large.cells", wish)
    grown = server.resident_kib() - before
    row("60 ranges over a file of 10 MB",
        f"{len(answer.body):,} bytes, memory + {grown / 1024:.1f} MB",
        "≤ 1.1 × the file, memory ≤ 20 MB")


def measure_idle_crowd(server):
    """3,000 silent connections within five seconds; a normal client all the while."""
    until, times, failures = threading.Event(), [], []
    client = threading.Thread(target=normal_client, args=(server, until, times, failures))
    client.start()
    crowd = []
    for _ in range(3000):
        crowd.append(server.connect())
        time.sleep(5 / 3000)
    until.set()
    client.join()
    for connection in crowd:
        connection.close()
    times.sort()
    row("3,000 silent connections in 5 s, a normal client",
        f"{len(times)} requests, {len(failures)} turned away, slowest {times[-1]:.1f} ms",
        "still serves, none hangs")


def main():
    print("| what | figure | target |\n| --- | --- | --- |")
    with Fixture(large_bytes=10_000_000) as server:
        Answer(server.say(b"GET /livez HTTP/1.0\r\nHost: a\r\n\r\n"))
        for clients in (8, 64, 256):
            measure_throughput(server, clients)
        for name, options in ATTACKS.items():
            path = "/data/large.cells" if name == "slow readers" else "/id/"
            measure_attack(server, name, options, path)
        measure_ranges(server)
        measure_idle_crowd(server)


if __name__ == "__main__":
    main()
