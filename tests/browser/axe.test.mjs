// axe-core finds nothing against WCAG 2.2 A and AA, on the page and over the canvas. It is blind to
// what is drawn; that every control is there is another test's matter (tests/wasm/view).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// One line for each violation and the first elements that it is about. Popups belong to the button
/// that opened them and to no landmark. A row of a list that scrolls may be cut off by the list's
/// edge, and is there in full after scrolling.
async function violations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((runOnly) => {
    const isPopupOpen = document.querySelector(".ax [role=listbox], .ax [role=menu]");
    const except = isPopupOpen ? { region: { enabled: false } } : {};
    return globalThis.axe.run(document, { runOnly, rules: except });
  }, rules);
  for (const violation of violations) {
    if (violation.id !== "target-size") continue;
    violation.nodes = violation.nodes.filter(({ html }) => !/variables\/dimension\/.*\/list\//.test(html));
  }
  return violations.filter(({ nodes }) => nodes.length > 0).map(({ id, help, nodes }) =>
    `${id}: ${help}: ${nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
}

async function assertNone(window) {
  assert.deepEqual(await violations(window.page), []);
  await window.close();
}

for (const [language, path] of [["Indonesian", "/id/"], ["English", "/en/"]]) {
  test(`the catalogue in ${language}, in both themes`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      await assertNone(await app.open(path, { colorScheme }));
    }
  });
}

test("a table, and its metadata", async () => {
  const window = await app.open(table);
  assert.deepEqual(await violations(window.page), []);
  await window.press(window.by("tab", "Metadata"));
  await window.by("tab", "Metadata", { selected: true }).waitFor();
  await assertNone(window);
});

test("a menu over a table", async () => {
  const window = await app.open(table);
  await window.press(window.by("button", "Hitungan"));
  await window.by("option", "Persen dari kolom").waitFor();
  await assertNone(window);
});

test("the dialog to save a table", async () => {
  const window = await app.open(table);
  await window.press(window.by("button", "Ekspor"));
  await window.by("dialog", "Ekspor tabel").waitFor({ state: "attached" });
  await assertNone(window);
});

test("the suggestions under the search", async () => {
  const window = await app.open("/id/");
  await window.by("searchbox", "Cari tabel").focus();
  await window.page.keyboard.type("kemis");
  await window.by("option", /^Persentase penduduk miskin/).waitFor();
  await assertNone(window);
});

test("a table on a phone", async () => {
  const window = await app.window({ viewport: { width: 390, height: 844 } });
  await window.page.goto(table);
  assert.deepEqual(await violations(window.page), []);
  await window.page.getByRole("button", { name: "Buka penampil interaktif" }).click();
  await window.waitForViewer();
  await assertNone(window);
});

test("a page without its viewer", async () => {
  const window = await app.window({
    prepare: (page) => page.addInitScript(() => { delete globalThis.WebAssembly; }),
  });
  await window.page.goto(table);
  await window.page.locator("#viewer-notice [role=alert]").waitFor();
  await assertNone(window);
});
