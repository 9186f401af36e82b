"""Reads HTML pages with a parser that is not ours and says what is wrong with them.

    html_check.py SITE_FOLDER

Elements nest, ids are unique and what refers to them finds them, tables are whole grids whose
headings say what they head, nothing runs or styles from inside the page, the data for search
engines are JSON, links within the site lead somewhere, and a page is small.
"""
import collections
import gzip
import html.parser
import json
import pathlib
import re
import sys
import urllib.parse

PAGE_BYTES_MAX = 40_000
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
        "track", "wbr"}
REFERRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
SCOPES = {"col", "row", "colgroup", "rowgroup"}


class Element:
    """A start tag with what stands in it."""

    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, dict(attributes), parent
        self.children, self.words = [], []

    def text(self):
        return "".join(self.words) + "".join(child.text() for child in self.children)

    def all(self, *names):
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.all(*names)


class Reader(html.parser.HTMLParser):
    """Builds the tree as it is written: no element is opened or closed in its author's place."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", [], None)
        self.faults = []

    def fault(self, words):
        self.faults.append(f"line {self.getpos()[0]}: {words}")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.fault(f"<{tag}> has an attribute twice")
        element = Element(tag, attrs, self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag != self.here.name:
            self.fault(f"</{tag}> ends <{self.here.name}>")
        elif self.here.parent is not None:
            self.here = self.here.parent

    def handle_data(self, data):
        self.here.words.append(data)

    def close(self):
        super().close()
        if self.here is not self.root:
            self.fault(f"<{self.here.name}> is never closed")


# --- Rules: each yields what is wrong ---


def one_of_each(root):
    for name in ("html", "head", "body", "title", "h1", "main"):
        count = len(list(root.all(name)))
        if count != 1:
            yield f"{count} <{name}> where one is wanted"
    for document in root.all("html"):
        if document.attributes.get("lang") not in ("id", "en"):
            yield "<html> does not say its language"
    for title in root.all("title"):
        if not title.text().strip():
            yield "<title> is empty"


def ids_are_unique_and_found(root):
    elements = [element for element in root.all(*names_in(root))]
    ids = collections.Counter(element.attributes["id"] for element in elements
                              if "id" in element.attributes)
    yield from (f"id {name} stands {count} times" for name, count in ids.items() if count > 1)
    for element in elements:
        wanted = [name for key in REFERRING for name in element.attributes.get(key, "").split()]
        target = element.attributes.get("href") or ""
        if target.startswith("#"):
            wanted.append(urllib.parse.unquote(target[1:]))
        yield from (f"<{element.name}> refers to {name}, which is not there"
                    for name in wanted if name not in ids)


def names_in(root):
    names, waiting = set(), [root]
    while waiting:
        element = waiting.pop()
        names.add(element.name)
        waiting.extend(element.children)
    return names


def nothing_runs_from_the_page(root):
    for element in root.all(*names_in(root)):
        for name, value in element.attributes.items():
            if name == "style" or name.startswith("on"):
                yield f"<{element.name}> has the attribute {name}"
            if name in ("href", "src") and re.match(r"\s*(javascript|data|vbscript):", value or ""):
                yield f"<{element.name}> leads to {value}"
        if element.name == "style":
            yield "a <style> stands in the page"
        is_data = element.attributes.get("type") == "application/ld+json"
        if element.name == "script" and not is_data and element.text().strip():
            yield "a <script> stands in the page"


def headings_do_not_skip(root):
    level = 0
    for heading in root.all("h1", "h2", "h3", "h4", "h5", "h6"):
        found = int(heading.name[1])
        if found > level + 1:
            yield f"<{heading.name}> “{heading.text()}” comes after <h{level}>"
        level = found


def data_for_search_engines(root):
    for script in root.all("script"):
        if script.attributes.get("type") != "application/ld+json":
            continue
        try:
            data = json.loads(script.text())
        except json.JSONDecodeError as error:
            yield f"the JSON-LD is no JSON: {error}"
            continue
        missing = {"@context", "@type", "name", "description", "url"} - data.keys()
        if missing:
            yield f"the JSON-LD lacks {', '.join(sorted(missing))}"


def spans(cell):
    return (int(cell.attributes.get("rowspan", 1)), int(cell.attributes.get("colspan", 1)))


def tables_are_whole(root):
    for table in root.all("table"):
        if not list(table.all("caption")):
            yield "a table has no caption"
        taken, widths = set(), {}
        rows = list(table.all("tr"))
        for number, row in enumerate(rows):
            column = 0
            for cell in row.all("th", "td"):
                while (number, column) in taken:
                    column += 1
                down, across = spans(cell)
                taken.update((number + y, column + x) for y in range(down) for x in range(across))
                column += across
        for y, x in taken:
            widths[y] = max(widths.get(y, 0), x + 1)
        if len(set(widths.values())) > 1 or len(widths) != len(rows):
            yield f"rows of a table are {sorted(set(widths.values()))} columns wide"
        if len(taken) != sum(widths.values()):
            yield "a table has holes"
        yield from (f"the heading “{heading.text()}” has no scope" for heading in table.all("th")
                    if heading.attributes.get("scope") not in SCOPES)
        yield from columns_are_grouped(table)


def columns_are_grouped(table):
    groups = [int(group.attributes.get("span", 1)) for group in table.all("colgroup")]
    for row in list(table.all("tr"))[:1]:
        heads = [spans(cell)[1] for cell in row.all("th")
                 if cell.attributes.get("scope") == "colgroup"]
        if heads and groups[-len(heads):] != heads:
            yield f"headings of groups span {heads}, the groups {groups}"


RULES = [one_of_each, ids_are_unique_and_found, nothing_runs_from_the_page, headings_do_not_skip,
         data_for_search_engines, tables_are_whole]


def faults_in(text):
    """What is wrong with one page."""
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.faults + [fault for rule in RULES for fault in rule(reader.root)]


# --- A site ---


def links_in(text):
    reader = Reader()
    reader.feed(text)
    for element in reader.root.all("a", "link", "script"):
        target = element.attributes.get("href") or element.attributes.get("src")
        if target and element.attributes.get("rel") not in ("canonical", "alternate"):
            yield target


def file_of(target):
    """The file that an address within the site leads to; None for one that leads elsewhere."""
    address = urllib.parse.urlsplit(target)
    if address.scheme or address.netloc or not address.path:
        return None
    path = urllib.parse.unquote(address.path).lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


# The pages that the server makes where the site's mark says that it takes requests.
DESK_PAGES = ("/id/permintaan/", "/en/request/")


def has_desk(folder):
    mark = folder / "site.json"
    return mark.is_file() and json.loads(mark.read_text())["page"]["desk"]


def faults_in_site(folder):
    """For a site that stands at the top of its host."""
    computed = DESK_PAGES if has_desk(folder) else ()
    for page in sorted(folder.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        name = page.relative_to(folder)
        yield from (f"{name}: {fault}" for fault in faults_in(text))
        size = len(gzip.compress(text.encode()))
        if size > PAGE_BYTES_MAX:
            yield f"{name}: {size} bytes compressed, at most {PAGE_BYTES_MAX} are wanted"
        yield from (f"{name}: {target} leads nowhere" for target in links_in(text)
                    if target not in computed and file_of(target)
                    and not (folder / file_of(target)).is_file())


def main():
    folder = pathlib.Path(sys.argv[1])
    faults = list(faults_in_site(folder))
    pages_count = len(list(folder.rglob("*.html")))
    print("".join(f"FAILED {fault}\n" for fault in faults) + f"{pages_count} pages read")
    sys.exit(bool(faults) or pages_count == 0)


if __name__ == "__main__":
    main()
