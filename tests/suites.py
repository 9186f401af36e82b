"""Runs the test suites and counts: what ./test does once everything is installed.

    suites.py [NAME…]          the suites whose name contains a NAME, or all
    suites.py fuzz SECONDS     searches for new inputs that break a reader
    suites.py approve          accepts the received golden files
    suites.py list             names the suites

Quiet where things go well: a line per suite, and what failed. The last line counts.
"""
import collections
import concurrent.futures
import dataclasses
import os
import pathlib
import re
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DEBUG = BUILD / "debug"
PROGRAM = BUILD / "lumbung"
REPORTS = BUILD / "reports"


@dataclasses.dataclass
class Outcome:
    """How one suite went; `told` is what a person has to read: failures, and reasons to skip."""
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    told: str = ""

    def __add__(self, other):
        return Outcome(self.passed + other.passed, self.failed + other.failed,
                       self.skipped + other.skipped, self.told + other.told)

    def counts(self):
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def ran(command, **options):
    """Runs a command in the root; what it prints is kept, not shown."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, text=True, errors="replace",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options)


# --- Building ---


class BuildFailed(Exception):
    """Something did not configure or compile; carries what the compiler said."""


def build(preset, *targets):
    """Configures and builds a preset, once per run and set of targets."""
    steps = [["cmake", "--preset", preset],
             ["cmake", "--build", "--preset", preset]
             + (["--target", *targets] if targets else [])]
    for step in steps:
        result = ran(step)
        if result.returncode != 0:
            # CMake ("-- …") and Ninja ("[1/9] …") print what went well, too.
            lines = [line for line in result.stdout.splitlines()
                     if not line.startswith(("-- ", "[", "  CMAKE_", "  LUMBUNG_"))
                     or "FAILED" in line]
            raise BuildFailed("\n".join([" ".join(step), *lines]) + "\n")


built = {}
building = collections.defaultdict(threading.RLock)  # What is built waits for nothing else.


def prepare(what):
    """Builds `what` if this run has not done so yet. The second failure is told briefly."""
    with building[what]:
        if what not in built:
            started = time.monotonic()
            try:
                PREPARATIONS[what]()
                built[what] = None
            except BuildFailed as failure:
                built[what] = str(failure)
                raise
            print(f"built {what} ({time.monotonic() - started:.0f} s)", flush=True)
        elif built[what] is not None:
            raise BuildFailed(f"{what} did not build; see above.\n")


def build_native():
    build("debug")
    PROGRAM.unlink(missing_ok=True)
    PROGRAM.symlink_to(DEBUG.relative_to(BUILD) / "server" / "lumbung")


def build_viewer():
    build("web")


def build_site():
    prepare("native")
    prepare("viewer")
    result = ran([PROGRAM, "build-site", BUILD / "site"])
    if result.returncode != 0:
        raise BuildFailed(f"lumbung build-site build/site\n{result.stdout}")


PREPARATIONS = {"native": build_native, "viewer": build_viewer, "site": build_site}


# --- Runners: one per kind of test program ---


def run_catch2(binary):
    """A Catch2 program: counts its test cases; one that dies counts as one failure more."""
    REPORTS.mkdir(exist_ok=True)
    report = REPORTS / f"{binary.name}.xml"
    report.unlink(missing_ok=True)
    result = ran([binary, "--reporter", "console", "--reporter", f"xml::out={report}"])
    try:
        cases = xml.etree.ElementTree.parse(report).getroot().find("OverallResultsCases")
    except (OSError, xml.etree.ElementTree.ParseError):
        return Outcome(failed=1, told=f"{binary.name} did not come to its end.\n{result.stdout}")
    count = {key: int(cases.get(key, 0))
             for key in ("successes", "failures", "expectedFailures", "skips")}
    failed = count["failures"]
    if failed == 0 and result.returncode not in (0, 4):  # 4: every test was skipped.
        failed = 1
    told = result.stdout if failed else skipped_sections(result.stdout)
    return Outcome(count["successes"] + count["expectedFailures"], failed, count["skips"], told)


def skipped_sections(console):
    """Catch2's sentences about skipped tests."""
    reasons = re.findall(r"SKIPPED:\n(?:explicitly with messages?:\n)?((?:  .*\n)+)", console)
    return "".join(f"  skipped: {reason.strip()}\n" for reason in reasons)


def run_unittest(file):
    """A Python file of unittest tests."""
    # By name, with its folder on the path: what it imports from beside it is found on any machine.
    result = ran([sys.executable, "-m", "unittest", "-q", file.stem],
                 env={**os.environ, "PYTHONPATH": str(file.parent)})
    found = re.search(r"^Ran (\d+) tests?", result.stdout, re.M)
    if not found:
        return Outcome(failed=1, told=result.stdout)
    count = {key: int(number) for key, number
             in re.findall(r"(failures|errors|skipped)=(\d+)", result.stdout)}
    failed = count.get("failures", 0) + count.get("errors", 0)
    if failed == 0 and result.returncode != 0:
        failed = 1
    skipped = count.get("skipped", 0)
    told = "".join(f"  skipped: {line.removeprefix('SKIPPED ')}\n"
                   for line in result.stdout.splitlines() if line.startswith("SKIPPED "))
    return Outcome(max(0, int(found.group(1)) - failed - skipped), failed, skipped,
                   result.stdout if failed else told)


def run_checker(*command):
    """A program that checks: one test, whatever it counts by itself; its skips are told aloud."""
    is_python = str(command[0]).endswith(".py")
    result = ran([sys.executable, *command] if is_python else command)
    lines = result.stdout.splitlines()
    skips = [f"  skipped: {line.removeprefix('SKIPPED ')}\n" for line in lines
             if line.startswith("SKIPPED")]
    failed = result.returncode != 0
    return Outcome(int(not failed), int(failed), len(skips),
                   result.stdout if failed else "".join(skips))


def run_node(files):
    """Files of node:test tests, one after the other: the browser wants the machine to itself."""
    if not files:
        return Outcome()
    REPORTS.mkdir(exist_ok=True)
    report = REPORTS / f"{files[0].parent.name}.tap"
    result = ran(["node", "--test", "--test-concurrency=1",
                  "--test-reporter=tap", f"--test-reporter-destination={report}",
                  "--test-reporter=spec", "--test-reporter-destination=stdout", *files],
                 env={**os.environ, "LUMBUNG_PROGRAM": str(PROGRAM),
                      "LUMBUNG_SITE": str(BUILD / "site")})
    count = {key: int(number) for key, number in re.findall(
        r"^# (pass|fail|cancelled|skipped) (\d+)$", report.read_text(encoding="utf-8"), re.M)}
    failed = count.get("fail", 0) + count.get("cancelled", 0)
    if failed == 0 and result.returncode != 0:
        failed = 1
    return Outcome(count.get("pass", 0), failed, count.get("skipped", 0),
                   result.stdout if failed else "")


def run_replay(target, corpus):
    """A fuzz target over its corpus: one test, which a sanitizer's report fails."""
    result = ran([target, corpus])
    failed = result.returncode != 0
    return Outcome(int(not failed), int(failed), told=result.stdout if failed else "")


def total(outcomes):
    return sum(outcomes, Outcome())


def found(pattern):
    return sorted(ROOT.glob(pattern))


# --- Suites ---


def suite_tidy():
    return run_checker("tests/tidy.py")


def suite_arrows():
    return run_checker("tests/arrows.py")


def suite_tools():
    return total(map(run_unittest, found("tests/tools/*_test.py")))


def suite_shared():
    return run_catch2(DEBUG / "tests" / "tests_shared")


def suite_wasm():
    return run_catch2(DEBUG / "tests" / "tests_wasm")


def suite_server():
    return run_catch2(DEBUG / "tests" / "tests_server")


def suite_store():
    return run_catch2(DEBUG / "tests" / "tests_store")


def suite_fuzz():
    targets = sorted((DEBUG / "tests" / "fuzz").glob("*_fuzz"))
    return total(run_replay(target, ROOT / "tests/fuzz/corpus" / target.name.removesuffix("_fuzz"))
                 for target in targets)


def suite_data():
    own = [run_checker(PROGRAM, "check", file) for file in found("data/tables/*.json")]
    tests = [run_unittest(file) for file in found("tests/data/*_test.py")]
    checks = [run_checker(file) for file in found("tests/data/*.py")
              if not file.name.endswith("_test.py")]
    return total(own + tests + checks)


def suite_formats():
    return run_node(found("tests/formats/*.test.mjs"))


def suite_pages():
    return total(map(run_unittest, found("tests/output/*_test.py"))) + run_checker(
        "tests/output/html_check.py", BUILD / "site")


def suite_mail():
    """Mails through a real mail server."""
    return total(run_unittest(file) for file in found("tests/mail/*_test.py"))


def suite_desk():
    """Requests through the real server and a real mail server."""
    return total(run_unittest(file) for file in found("tests/desk/*_test.py"))


def suite_http():
    return total(map(run_unittest, found("tests/http/*_test.py"))) + run_node(
        found("tests/http/*.test.mjs"))


def suite_browser():
    return run_node(found("tests/browser/*.test.mjs"))


# In the order in which a mistake is cheapest to find: name, what is built first, runner. The last
# goes beside the others once the native program is there: it builds the viewer and then mostly
# waits for pictures, while they keep the other core busy.
SUITES = [
    ("arrows", None, suite_arrows),
    ("tidy", None, suite_tidy),
    ("tools", None, suite_tools),
    ("shared", "native", suite_shared),
    ("wasm", "native", suite_wasm),
    ("server", "native", suite_server),
    ("store", "native", suite_store),
    ("fuzz", "native", suite_fuzz),
    ("data", "native", suite_data),
    ("formats", "site", suite_formats),
    ("pages", "site", suite_pages),
    ("http", "site", suite_http),
    ("mail", "native", suite_mail),
    ("desk", "site", suite_desk),
    ("browser", "site", suite_browser),
]


def run_suite(name, needed, runner):
    started = time.monotonic()
    try:
        if needed:
            prepare(needed)
            started = time.monotonic()
        outcome = runner()
    except BuildFailed as failure:
        outcome = Outcome(failed=1, told=str(failure))
    if outcome.passed + outcome.failed + outcome.skipped == 0:
        # A suite that finds nothing to run would pass for ever.
        outcome = Outcome(failed=1, told=f"The suite {name} has no tests.\n")
    print(f"{name}: {outcome.counts()} ({time.monotonic() - started:.0f} s)\n{outcome.told}",
          end="", flush=True)
    return outcome


def run_lane(suites):
    return total(run_suite(*suite) for suite in suites)


def run_suites(names):
    chosen = [suite for suite in SUITES if not names or any(name in suite[0] for name in names)]
    if not chosen:
        sys.exit(f"No suite is called {' or '.join(names)}. There are: "
                 + ", ".join(name for name, _, _ in SUITES))
    at_once = [suite for suite in chosen if suite[1] is None]
    in_browser = [suite for suite in chosen if suite is SUITES[-1]]
    others = [suite for suite in chosen if suite not in at_once + in_browser]
    outcome = run_lane(at_once)
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        browser = beside.submit(run_lane, in_browser)
        outcome += run_lane(others)
        outcome += browser.result()
    print(outcome.counts())
    return outcome.failed == 0


# --- The other things that can be asked ---


def search_for_breaking_inputs(seconds):
    """Every fuzz target for so many seconds; finds land beside the corpus, to be looked at."""
    build("fuzz", "fuzz_targets")
    outcome = Outcome()
    for target in sorted((BUILD / "fuzz" / "tests" / "fuzz").glob("*_fuzz")):
        corpus = ROOT / "tests/fuzz/corpus" / target.name.removesuffix("_fuzz")
        grown = BUILD / "fuzz" / "corpus" / corpus.name
        grown.mkdir(parents=True, exist_ok=True)
        result = ran([target, f"-max_total_time={seconds}", f"-artifact_prefix={grown}/found-",
                      grown, corpus])
        failed = result.returncode != 0
        outcome += Outcome(int(not failed), int(failed))
        print(f"{target.name}: {'broken' if failed else 'held'}")
        print(result.stdout if failed else "", end="", flush=True)
    print(outcome.counts())
    return outcome.failed == 0


def approve():
    received = found("tests/golden/**/*.received.txt")
    for file in received:
        approved = file.with_name(file.name.replace(".received.", ".approved."))
        file.replace(approved)
        print(f"approved {approved.relative_to(ROOT)}")
    print(f"{len(received)} approved")
    return True


def main():
    names = sys.argv[1:]
    if names == ["list"]:
        print("\n".join(name for name, _, _ in SUITES))
        return
    if names == ["approve"]:
        is_good = approve()
    elif len(names) == 2 and names[0] == "fuzz" and names[1].isdigit():
        is_good = search_for_breaking_inputs(int(names[1]))
    else:
        is_good = run_suites(names)
    sys.exit(not is_good)


if __name__ == "__main__":
    main()
