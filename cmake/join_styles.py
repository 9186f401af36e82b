"""Joins stylesheets into the one that a page asks for.

    join_styles.py OUTPUT STYLE… [--used-by STYLE…]

Comments and indentation stay behind, and so do custom properties (`--name`) that neither the joined
stylesheets nor those of `--used-by` read: tokens.json states many more than pages need.
"""
import argparse
import pathlib
import re
import sys

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARED = re.compile(r"(?<=[{;\s])(--[\w-]+)\s*:[^;{}]*;")
READ = re.compile(r"var\(\s*(--[\w-]+)")


def joined(texts, used_by=()):
    """One stylesheet. ValueError names the properties that are read and stand nowhere."""
    style = COMMENT.sub("", "".join(texts))
    read = set(READ.findall("".join([style, *used_by])))
    missing = sorted(read - set(DECLARED.findall(style)))
    if missing:
        raise ValueError(f"{', '.join(missing)} is read and declared nowhere.")
    style = DECLARED.sub(lambda found: found[0] if found[1] in read else "", style)
    return "".join(f"{line.strip()}\n" for line in style.splitlines() if line.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("styles", type=pathlib.Path, nargs="+")
    parser.add_argument("--used-by", type=pathlib.Path, nargs="*", default=[])
    arguments = parser.parse_args()

    def read(files):
        return [file.read_text(encoding="utf-8") for file in files]

    try:
        style = joined(read(arguments.styles), read(arguments.used_by))
    except ValueError as error:
        sys.exit(f"join_styles: {error}")
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(style, encoding="utf-8")


if __name__ == "__main__":
    main()
