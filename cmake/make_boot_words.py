"""Makes the sentences of boot.js from the vocabulary, and counts what it fetches.

    make_boot_words.py OUTPUT WORDS_DEF FILE…

The size of the FILEs together is what the progress bar goes to.
"""
import json
import pathlib
import re
import sys

NAMES = ("open_viewer", "cancel", "reload", "loading_viewer", "no_webgl", "no_wasm",
         "viewer_failed", "viewer_not_loaded")
WORD = re.compile(r'^[XPD]\((\w+), ("(?:[^"\\]|\\.)*"), ("(?:[^"\\]|\\.)*")\)', re.MULTILINE)


def main():
    output, vocabulary, *files = map(pathlib.Path, sys.argv[1:])
    found = {name: (json.loads(indonesian), json.loads(english))
             for name, indonesian, english in WORD.findall(vocabulary.read_text(encoding="utf-8"))}
    missing = [name for name in NAMES if name not in found]
    if missing:
        sys.exit(f"make_boot_words: {vocabulary} has no {', '.join(missing)}.")
    words = {language: {name: found[name][place] for name in NAMES}
             for place, language in enumerate(("id", "en"))}
    total = sum(file.stat().st_size for file in files)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(f"export const wordsOf = {json.dumps(words, ensure_ascii=False)};\n"
                      f"export const bytesTotal = {total};\n", encoding="utf-8")


if __name__ == "__main__":
    main()
