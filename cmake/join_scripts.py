"""Joins JavaScript modules into one, so that the page asks for one file instead of seven.

    join_scripts.py OUTPUT MODULE…

A module may import from the others by "./name.js" and export whatever it likes; names at the top
level must differ from module to module. Comments and indentation stay behind.
"""
import pathlib
import re
import sys

OWN_IMPORT = re.compile(r'^import \{[^}]*\} from "\./[\w.]+";\n', re.MULTILINE)
COMMENT = re.compile(r"(^|\s\s+)//( .*)?$")


def joined(texts):
    lines = "".join(OWN_IMPORT.sub("", text) for text in texts).splitlines()
    stripped = (COMMENT.sub("", line).strip() for line in lines)
    return "".join(f"{line}\n" for line in stripped if line)


def main():
    output, *modules = map(pathlib.Path, sys.argv[1:])
    texts = [module.read_text(encoding="utf-8") for module in modules]
    names = re.findall(r"^(?:export )?(?:const|let|function|class|async function) (\w+)",
                       "".join(texts), re.MULTILINE)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        sys.exit(f"join_scripts: {', '.join(twice)} stands at the top level of two modules. "
                 "Rename one of them.")
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(joined(texts), encoding="utf-8")


if __name__ == "__main__":
    main()
