// Everything by keys: the focus stands on the page's elements, and nowhere else.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

test("a slash goes to the search, and is text within it", async () => {
  const window = await app.open(table);
  const { keyboard } = window.page;
  await keyboard.press("/");
  await window.waitForFocus("search Cari tabel");
  await keyboard.press("/");
  assert.equal(await window.by("searchbox", "Cari tabel").inputValue(), "/");
  await window.close();
});

test("arrows walk the cells, and the focus goes along", async () => {
  const window = await app.open(table);
  const { keyboard } = window.page;
  const [, , first, second] = await window.grid();
  await window.by("gridcell", first[1]).focus();
  await keyboard.press("ArrowDown");
  await window.waitForFocus(`gridcell ${second[1]}`);
  await keyboard.press("ArrowRight");
  await window.waitForFocus(`gridcell ${second[2]}`);
  await keyboard.press("Home");
  await window.waitForFocus(`gridcell ${second[1]}`);
  await window.close();
});

test("the last cell is reached though it was not in sight, and the grid's rows are counted", async () => {
  const window = await app.open(table, { viewport: { width: 1440, height: 560 } });
  const { keyboard } = window.page;
  const [, , first] = await window.grid();
  await window.by("gridcell", first[1]).focus();
  await keyboard.press("Control+End");
  await window.waitForFocus("gridcell 4.448.245");
  const rows = await window.viewer.getByRole("grid").getAttribute("aria-rowcount");
  const row = window.viewer.locator("[role=row]").filter({ hasText: "4.448.245" });
  assert.equal(await row.getByRole("gridcell", { name: "4.448.245" }).getAttribute("aria-rowindex"),
               rows);
  await window.close();
});

test("a menu takes the focus, arrows go through it, and Escape gives the focus back", async () => {
  const window = await app.open(table);
  const { keyboard } = window.page;
  await window.by("button", "Hitungan").focus();
  await keyboard.press("Enter");
  await window.waitForFocus("option Angka asli");
  await keyboard.press("ArrowDown");
  await window.waitForFocus("option Persen dari kolom");
  await keyboard.press("Escape");
  await window.waitForFocus("button Hitungan");
  await window.close();
});

test("what is chosen from a menu is done and told, and the menu closes", async () => {
  const window = await app.open(table);
  const { keyboard } = window.page;
  await window.by("button", "Hitungan").focus();
  await keyboard.press("Enter");
  await window.waitForFocus("option Angka asli");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await window.waitForAnnouncement("Sel kini berisi: Persen dari kolom.");
  await window.waitForFocus("button Hitungan");
  await window.close();
});

test("a dialog keeps the focus inside and gives it back", async () => {
  const window = await app.open(table);
  const { keyboard } = window.page;
  await window.by("button", "Ekspor").focus();
  await keyboard.press("Control+e");
  await window.by("dialog", "Ekspor tabel").waitFor({ state: "attached" });
  await window.page.waitForFunction(
    () => document.querySelector(".ax [role=dialog]").contains(document.activeElement));
  const outside = await window.page.evaluate(() => {
    const dialog = document.querySelector(".ax [role=dialog]");
    return [...document.querySelectorAll(".ax *")].filter(
      (element) => element.tabIndex >= 0 && !dialog.contains(element) && !element.closest("[inert]")
    ).length;
  });
  assert.equal(outside, 0);
  await keyboard.press("Escape");
  await window.waitForFocus("button Ekspor");
  await window.close();
});

test("the browser keeps its own keys", async () => {
  const window = await app.open(table);
  await window.by("button", "Ekspor").focus();
  const kept = await window.page.evaluate(() => {
    const press = (key, options) => document.activeElement.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }));
    return [["Tab"], ["F5"], ["f", { ctrlKey: true }],
            ["+", { ctrlKey: true }], ["l", { ctrlKey: true }], ["ArrowLeft", { altKey: true }]]
      .map(([key, options]) => press(key, options));
  });
  assert.deepEqual(kept, Array(6).fill(true));
  await window.close();
});

test("the focus shows, for keys only", async () => {
  const window = await app.open(table);
  const ring = () => window.page.evaluate(() => {
    const { outlineStyle, boxShadow } = getComputedStyle(document.activeElement);
    return outlineStyle !== "none" && boxShadow !== "none";
  });
  await window.page.keyboard.press("Tab");
  await window.by("button", "Bagikan").focus();
  assert.equal(await ring(), true);
  await window.pressByMouse(window.by("gridcell", (await window.grid())[2][1]));
  await window.page.waitForFunction(
    () => document.activeElement.getAttribute("role") === "gridcell");
  assert.equal(await ring(), false);
  await window.page.keyboard.press("ArrowDown");
  assert.equal(await ring(), true);
  await window.close();
});

test("every stop of the Tab key is one that the viewer drew, and none holds it", async () => {
  const window = await app.open(table);
  const stops = await window.page.evaluate(
    () => [...document.querySelectorAll(".ax *")].filter((element) => element.tabIndex >= 0).length);
  const met = new Set();
  for (let i = 0; i < stops; i += 1) {
    await window.page.keyboard.press("Tab");
    met.add(await window.page.evaluate(() => document.activeElement.id));
  }
  assert.ok(met.size >= stops - 1, `${met.size} of ${stops} stops were met`);
  await window.close();
});
