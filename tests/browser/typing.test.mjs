// Typing happens in real inputs over the canvas.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

test("what is typed is searched for as it is typed", async () => {
  const window = await app.open("/id/");
  await window.by("searchbox", "Cari tabel").focus();
  await window.page.keyboard.type("kemis");
  await window.by("option", /^Persentase penduduk miskin/).waitFor();
  assert.equal(await window.focused(), "search Cari tabel");
  assert.equal(await window.by("searchbox", "Cari tabel").inputValue(), "kemis");
  await window.close();
});

test("Enter takes the suggestion that the arrows chose", async () => {
  const window = await app.open("/id/");
  await window.by("searchbox", "Cari tabel").focus();
  await window.page.keyboard.type("persentase penduduk miskin");
  await window.by("option", /^Persentase penduduk miskin/).waitFor();
  await window.page.keyboard.press("Enter");
  await window.viewer.locator("h1").filter({ hasText: "Persentase penduduk miskin" }).waitFor();
  await window.close();
});

test("a text that an input method composes arrives whole", async () => {
  const window = await app.open("/id/");
  await window.by("searchbox", "Cari tabel").focus();
  const devtools = await window.page.context().newCDPSession(window.page);
  await devtools.send("Input.imeSetComposition",
                      { text: "pend", selectionStart: 4, selectionEnd: 4 });
  await devtools.send("Input.insertText", { text: "penduduk" });
  await window.by("option", /^Jumlah penduduk/).first().waitFor();
  assert.equal(await window.by("searchbox", "Cari tabel").inputValue(), "penduduk");
  await window.close();
});

test("Escape in the search closes the suggestions and keeps the focus", async () => {
  const window = await app.open("/id/");
  await window.by("searchbox", "Cari tabel").focus();
  await window.page.keyboard.type("murid");
  const option = window.by("option", /^Jumlah murid/);
  await option.waitFor();
  await window.page.keyboard.press("Escape");
  await option.waitFor({ state: "detached" });
  assert.equal(await window.focused(), "search Cari tabel");
  await window.close();
});

test("the list of a dimension is searched, and a dialog over the field dims it", async () => {
  const window = await app.open("/id/tabel/penduduk-jenis-kelamin/");
  const field = window.by("searchbox", "Cari Kabupaten/Kota");
  await field.focus();
  await window.page.keyboard.type("lahat");
  await window.by("treeitem", "Kabupaten Muara Enim").waitFor({ state: "detached" });
  await window.by("treeitem", "Kabupaten Lahat").waitFor();
  await window.press(window.by("button", "Ekspor"));
  await window.by("dialog", "Ekspor tabel").waitFor({ state: "attached" });
  await window.page.waitForFunction(
    () => Number(getComputedStyle(document.querySelector(".ax input[type=search]")).opacity) < 1);
  await window.close();
});

test("a category is taken out and put back, and each is told", async () => {
  const window = await app.open("/id/tabel/penduduk-jenis-kelamin/");
  const lahat = (checked) => window.by("treeitem", "Kabupaten Lahat", { checked });
  await lahat(true).waitFor();
  await window.press(lahat(true));
  await window.waitForAnnouncement("Kabupaten/Kota: 17 dari 18 dipilih.");
  await lahat(false).waitFor();
  await window.press(window.by("button", "Urungkan"));
  await window.waitForAnnouncement("Diurungkan.");
  await lahat(true).waitFor();
  await window.close();
});
