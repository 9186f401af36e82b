"""The real server on a free port over a small site, and a client that speaks bytes."""
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("LUMBUNG_PROGRAM", ROOT / "build" / "lumbung"))
TIMEOUT_S = 60
# The large file is this block again and again; each eight bytes tell where they stand in it.
LARGE_BLOCK = b"".join(b"%08d" % number for number in range(131072))

TABLE = {
    "version": "2.0", "class": "dataset", "label": "Jumlah desa", "source": "BPS",
    "updated": "2026-01-31",
    "id": ["kecamatan", "tahun", "ukuran"], "size": [2, 1, 1],
    "role": {"geo": ["kecamatan"], "time": ["tahun"], "metric": ["ukuran"]},
    "dimension": {
        "kecamatan": {"label": "Kecamatan", "category": {
            "index": ["a", "b"], "label": {"a": "Gelumbang", "b": "Lubai"}}},
        "tahun": {"label": "Tahun", "category": {"index": ["2025"], "label": {"2025": "2025"}}},
        "ukuran": {"label": "Ukuran", "category": {
            "index": ["jumlah"], "label": {"jumlah": "Jumlah desa"},
            "unit": {"jumlah": {"base": "desa", "decimals": 0}}},
            "extension": {"lumbung": {"additivity": {"jumlah": "stock"}}}},
    },
    "value": [10, 20],
    "extension": {"lumbung": {"format": 1, "code": "desa", "subject": "wilayah",
                              "title_en": "Number of villages"}},
}


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, (dict, list)):
        content = json.dumps(content, ensure_ascii=False)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_sources(folder):
    """data/ with one table, and viewer/ with every file that a page names."""
    write(folder / "data/catalogue.json", {
        "format": 1, "not_available": [], "frequent_searches": [],
        "subjects": [{"code": "wilayah", "label": {"id": "Wilayah", "en": "Areas"}, "parent": ""}]})
    write(folder / "data/office/office.json",
          {"name": {"id": "BPS Kabupaten", "en": "Regency Office"}, "place": "Muara Enim"})
    write(folder / "data/tables/desa.json", TABLE)
    write(folder / "viewer/page.css", "body { margin: 0 }\n" * 50)
    write(folder / "viewer/office.css", "body { margin: 1px }\n" * 50)
    write(folder / "viewer/boot.js", "import('./viewer.js')\n" * 50)
    write(folder / "viewer/viewer.js", "load('viewer.wasm')\n" * 50)
    write(folder / "viewer/viewer.wasm", b"\0asm" * 100)
    write(folder / "viewer/office.js", "load('office.wasm')\n" * 50)
    write(folder / "viewer/office.wasm", b"\0asm" * 200)
    write(folder / "viewer/viewer.css", "canvas { width: 100% }\n" * 50)
    for kind in ("sheet", "paper"):
        write(folder / f"viewer/{kind}_exporter.js", f"load('{kind}_exporter.wasm')\n" * 50)
        write(folder / f"viewer/{kind}_exporter.wasm", b"\0asm " + kind.encode() * 100)
    write(folder / "viewer/Sans.ttf", b"font" * 100)


def run(*arguments, **options):
    """Runs the program to its end."""
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True,
                          timeout=TIMEOUT_S, check=False, **options)


class Served:
    """`with Served() as server:` makes a site below a fresh folder and serves it."""

    def __init__(self, *options, large_bytes=0):
        self.options = options
        self.large_bytes = large_bytes

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="lumbung-"))
        write_sources(self.folder)
        made = run("build-site", self.folder / "site", "--data", self.folder / "data",
                   "--viewer", self.folder / "viewer")
        if made.returncode != 0:
            raise AssertionError(made.stderr)
        if self.large_bytes:
            whole = LARGE_BLOCK * (self.large_bytes // len(LARGE_BLOCK) + 1)
            write(self.folder / "site/data/large.cells", whole[:self.large_bytes])
        return self.start()

    def start(self):
        """Serves what lies in the folder; returns when it can be asked."""
        self.log = open(self.folder / "log", "w+b")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--site", self.folder / "site", "--port", "0", *self.options],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"Lumbung listens on http://127\.0\.0\.1:(\d+)/\n", line)
        if not found:
            raise AssertionError(f"The server did not start: {line}{self.log_text()}")
        self.port = int(found.group(1))
        return self

    def __exit__(self, *_):
        self.stop()
        self.close()
        shutil.rmtree(self.folder)

    def close(self):
        self.process.stdout.close()
        self.log.close()

    def stop(self):
        """Asks the server to end; returns its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(TIMEOUT_S)

    def log_text(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def is_alive(self):
        return self.process.poll() is None

    def resident_kib(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1))

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT_S)

    def say(self, request):
        """Sends bytes, reads until the server closes; returns what it said."""
        with self.connect() as client:
            return said(client, request)

    def get(self, path, *fields, method="GET"):
        """One request on a connection of its own; returns an Answer."""
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close", *fields]
        return Answer(self.say("\r\n".join([*lines, "", ""]).encode()))

    def addresses(self, ending):
        """Published files with this ending, as addresses."""
        site = self.folder / "site"
        return sorted("/" + file.relative_to(site).as_posix() for file in site.rglob("*" + ending))


def said(client, request):
    """Sends `request`, then reads to the end. A reset is an end like any other."""
    parts = []
    try:
        client.sendall(request)
    except (BrokenPipeError, ConnectionResetError):
        pass
    try:
        while part := client.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


class Answer:
    """Status, fields (by name in lower case) and body of one answer."""

    def __init__(self, text):
        head, _, self.body = text.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        found = re.fullmatch(r"HTTP/1\.1 (\d{3}) .+", lines[0])
        if not found:
            raise AssertionError(f"This is no answer: {text[:200]!r}")
        self.status = int(found.group(1))
        self.fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            if name.lower() in self.fields:
                raise AssertionError(f"The field {name} came twice.")
            self.fields[name.lower()] = value

    def field(self, name):
        return self.fields.get(name.lower())
