"""Every #include follows an arrow of ARCHITECTURE.md; foreign libraries keep to their doors.

    arrows.py [ROOT]

Prints one line per stray, then the number of includes that were checked.
"""
import pathlib
import re
import sys

SIDES = ("shared", "wasm", "server")

# Where a foreign header may be included: rooms, or whole sides, and `tests`.
DOORS = [
    (r"(imgui|imgui_internal|imconfig|imstb_\w+)\.h", "wasm/view wasm/semantics tests"),
    (r"httplib\.h", "server/http tests"),
    (r"nlohmann/.*", "shared/base shared/formats shared/wire server/publish tests"),
    (r"emscripten(/.*)?\.h", "wasm/platform wasm/exporter"),
    (r"(GLES3|GLES2|EGL)/.*", "wasm/platform"),
    (r"(libstemmer|utf8proc)\.h", "shared/stats shared/base tests"),
    (r"hpdf\w*\.h", "shared/output"),
    (r"archive(_entry)?\.h", "server/publish tests"),
    (r"soci/.*|sqlite3\.h|libpq-fe\.h", "server/store tests"),
    (r"sodium(/.*)?\.h", "shared/base server/publish server/service"),
    (r"CLI/.*", "server/main"),
    (r"curl/.*|gmime/.*|libxml/.*", "server/mail"),
    (r"spdlog/.*", "server/http server/publish server/service server/main"),
    (r"catch2/.*|rapidcheck.*", "tests"),
]


def arrows_of(architecture):
    """Room → the rooms that it may include, itself among them."""
    rows = re.findall(r"^\| (\w+/\w+) \| (.+?) \|$", architecture, re.M)
    return {room: set(uses.split()) | {room} for room, uses in rows}


def room_of(path):
    """"shared/stats/table.h" → "shared/stats"; server/main.cc is a room of its own."""
    if path.parts[0] == "tests":
        return "tests"
    return f"{path.parts[0]}/{path.parts[1].removesuffix('.cc')}"


def stray_of(room, name, arrows):
    """Why `room` may not include `name`, or nothing."""
    for pattern, doors in DOORS:
        if re.fullmatch(pattern, name):
            is_open = room in doors.split()
            return None if is_open else f"<{name}> belongs to {doors.replace(' ', ', ')}"
    # The command line joins the rooms, and tests look into all of them.
    targets = [target for target in arrows if target.endswith("/" + name.split("/")[0])]
    if not targets or room in ("tests", "server/main"):
        return None
    if any(target in arrows.get(room, ()) for target in targets):
        return None
    return f"{room} has no arrow to {targets[0]}"


def check(root):
    """(strays, number of includes looked at)"""
    arrows = arrows_of((root / "ARCHITECTURE.md").read_text())
    strays, includes_count = [], 0
    for side in (*SIDES, "tests"):
        for file in sorted((root / side).rglob("*")):
            if file.suffix not in (".h", ".cc"):
                continue
            path = file.relative_to(root)
            room = room_of(path)
            if room not in arrows and room not in ("tests", "server/main"):
                strays.append(f"{path}: {room} is not in the table of ARCHITECTURE.md")
            for name in re.findall(r'^\s*#\s*include\s*["<]([^">]+)', file.read_text(), re.M):
                includes_count += 1
                why = stray_of(room, name, arrows)
                if why:
                    strays.append(f"{path}: includes {name}, but {why}")
    if not arrows:
        strays.append("ARCHITECTURE.md: no table of arrows was found")
    return strays, includes_count


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__ + "/../..").resolve()
    strays, includes_count = check(root)
    print("\n".join([*strays, f"{includes_count} includes checked"]))
    sys.exit(bool(strays))


if __name__ == "__main__":
    main()
