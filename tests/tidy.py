"""The style that no compiler knows: markers, lines, openings, mirrors, lengths, paths.

    tidy.py [ROOT]

Prints FAILED and the place for everything untidy; the last line counts the rules.
"""
import ast
import pathlib
import re
import sys

LINE_LENGTH_MAX = 100
LINE_LENGTH_MAX_OF_SCRIPTS = 120   # No formatter breaks these for us.
FUNCTION_LINES_MAX = 70

CODE = {".h", ".cc", ".py", ".mjs", ".js", ".css", ".cmake", ".sh", ".txt"}
PROSE = {".md", ".html", ".json"}
SCRIPTS = {"run", "test"}  # Programs without an ending.
# Made by programs, or input that is meant to be odd.
SKIPPED = ("build", "node_modules", ".git", "tests/golden", "tests/fuzz/corpus",
           "package-lock.json")
# Sources without a test file of their own, and what tests them instead.
TESTED_ELSEWHERE = {
    "server/main.cc": "tests/http and tests/browser run the program",
    "server/http/serve.cc": "tests/http runs it as a process, with its signals",
    "shared/base/must.cc": "stops the program; nothing returns from it",
    "wasm/view": "tests/wasm/view/shell_test.cc presses every control of every screen",
    "wasm/exporter/main.cc": "tests/browser/export.test.mjs runs it in its worker",
    "wasm/exporter/paper_module.cc": "the same",
    "wasm/exporter/sheet_module.cc": "the same",
    "wasm/office_view": "tests/wasm/office_view/screens_test.cc presses every control",
    "wasm/platform": "tests/browser runs it where it belongs, in a browser",
}

# Kinds of words (words.def), the sources whose module does not carry them, and what they must be.
WORDS_LEFT_OUT = (
    ("PD", r"(wasm/(app|view|semantics|platform)|shared/(stats|wire|formats))/", "X"),
    ("D", r"wasm/exporter/|shared/output/(?!html(_catalogue|_document|_request|_ticket)\.)",
     "P or X"),
)

# Spelled in two parts, so that this file is tidy itself.
MARKERS = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
MACHINE_PATHS = re.compile(r"""(?<![\w.)}*/-])/(?:wo""" r"""rk|home|root|Users|tm""" r"""p)/\w""")
REGISTRIES = re.compile(r"\b(?:registry\.npm" r"js|npm" r"js\.(?:org|com)|pypi\." r"org"
                        r"|pythonhos" r"ted|(?:deb|snapshot)\.debian\." r"org)")


def is_skipped(path):
    return any(path == skipped or path.startswith(skipped + "/") for skipped in SKIPPED)


def files_of(root):
    """Path from the root → text, for everything that people write here."""
    texts = {}
    folders = [root]
    while folders:
        for entry in sorted(folders.pop().iterdir()):
            path = entry.relative_to(root).as_posix()
            if is_skipped(path) or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                folders.append(entry)
            elif entry.suffix in CODE | PROSE or entry.name in SCRIPTS or path == ".ci/run":
                texts[path] = entry.read_text(encoding="utf-8")
    return texts


def is_code(path):
    if path.startswith("data/office/templates/"):
        return False  # Letters: a paragraph is one line.
    name = pathlib.PurePath(path)
    return name.suffix in CODE or name.name in SCRIPTS or path == ".ci/run"


def lines_matching(texts, pattern, wanted=lambda path: True):
    for path, text in texts.items():
        if wanted(path):
            for number, line in enumerate(text.splitlines(), start=1):
                found = pattern.search(line)
                if found:
                    yield f"{path}:{number}: {found.group()}"


# --- Rules: each yields the places where it does not hold ---


def no_leftover_markers(texts):
    yield from lines_matching(texts, MARKERS)


def no_long_lines(texts):
    for path, text in texts.items():
        if is_code(path):
            for number, line in enumerate(text.splitlines(), start=1):
                is_script = path.endswith((".js", ".mjs", ".sh"))
                most = LINE_LENGTH_MAX_OF_SCRIPTS if is_script else LINE_LENGTH_MAX
                if len(line) > most:
                    yield f"{path}:{number}: {len(line)} characters"


def clean_line_ends(texts):
    for path, text in texts.items():
        if text and not text.endswith("\n"):
            yield f"{path}: no line end at the file's end"
        if is_code(path):
            for number, line in enumerate(text.splitlines(), start=1):
                if line != line.rstrip() or "\t" in line:
                    yield f"{path}:{number}: tab, or space at the line's end"


def opens_with_its_header(path, text):
    """Then the sentence stands in the header: of a source, or of what a test tests."""
    stem = pathlib.PurePath(path).stem.removesuffix("_test")
    return path.endswith(".cc") and re.match(rf'#include "(?:\w+/)*{stem}\.h"\n', text)


def files_open_with_a_sentence(texts):
    """The first comment of a file says what it is: from a capital to a full stop."""
    for path, text in texts.items():
        if not is_code(path) or opens_with_its_header(path, text):
            continue
        opening = re.match(r'(?:#!.*\n)?(?:(?:(?://|# ).*\n)+|/\*.*?\*/|""".*?""")', text, re.S)
        if not opening:
            yield f"{path}:1: opens without a comment"
            continue
        words = re.sub(r'#!.*\n|^\s*(?://+|#+|/?\*+/?|""")\s?', "", opening.group(), flags=re.M)
        if not re.search(r"[.:!?](?:\W|$)", words):
            yield f"{path}:1: opens with something that is no sentence"


def sources_have_tests(texts):
    for path in texts:
        if not re.match(r"(shared|wasm|server)/.*\.cc$", path):
            continue
        if any(path == known or path.startswith(known + "/") for known in TESTED_ELSEWHERE):
            continue
        test = f"tests/{path.removesuffix('.cc')}_test.cc"
        if test not in texts:
            yield f"{path}: {test} is missing"


def modules_have_their_words(texts):
    """What the browser carries no words for (words.def) would show nothing: P are not for the
    viewer, D for neither viewer nor exporters."""
    vocabulary = texts.get("shared/base/words.def", "")
    for kinds, rooms, instead in WORDS_LEFT_OUT:
        entries = re.findall(rf"^([{kinds}])\((\w+),", vocabulary, re.M)
        left_out = {name: kind for kind, name in entries}
        for path, text in texts.items():
            if re.match(rooms, path):
                for name in sorted(set(re.findall(r"\bWord::(\w+)", text)) & left_out.keys()):
                    yield (f"{path}: Word::{name} is {left_out[name]} in words.def, "
                           f"but must be {instead}")


def functions_fit_on_a_screen(texts):
    for path, text in texts.items():
        if path.endswith(".py"):
            found = python_functions(text)
        elif path.endswith((".cc", ".h", ".mjs", ".js")):
            found = braced_functions(text)
        else:
            continue
        for name, first_line, lines_count in found:
            if lines_count > FUNCTION_LINES_MAX:
                yield f"{path}:{first_line}: {name} has {lines_count} lines"


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.name, node.lineno, node.end_lineno - node.lineno + 1


def braced_functions(text):
    """Functions of a clang-formatted file: the body ends where its first line was indented."""
    opening = None
    for number, line in enumerate(text.splitlines(), start=1):
        if opening is None:
            head = re.match(r"( {0,2})([\w:~].*\)[^;=]*|TEST_CASE\(.*)\{$", line)
            if head and not re.match(r" *(namespace|class|struct|enum|extern|describe)\b", line):
                opening = (head.group(1), number, head.group(2).strip())
        elif re.match(opening[0] + r"\}", line):
            yield opening[2], opening[1], number - opening[1] + 1
            opening = None


def no_machine_paths(texts):
    yield from lines_matching(texts, MACHINE_PATHS)


def no_registry_hosts(texts):
    yield from lines_matching({**texts}, REGISTRIES)


RULES = [no_leftover_markers, no_long_lines, clean_line_ends, files_open_with_a_sentence,
         sources_have_tests, modules_have_their_words, functions_fit_on_a_screen, no_machine_paths,
         no_registry_hosts]


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__ + "/../..").resolve()
    texts = files_of(root)
    lock = root / "package-lock.json"
    if lock.exists():
        texts["package-lock.json"] = lock.read_text(encoding="utf-8")
    failed_count = 0
    for rule in RULES:
        places = list(rule(texts))
        failed_count += bool(places)
        name = rule.__name__.replace("_", " ")
        for place in places:
            print(f"FAILED {name}: {place}")
    print(f"{len(RULES) - failed_count} passed, {failed_count} failed")
    sys.exit(bool(failed_count))


if __name__ == "__main__":
    main()
