// A table taken home: files that the worker makes, the page to print, and what happens when the
// making is stopped or fails.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

test("the figures of a CSV are those on the screen, and its end is told", async () => {
  const window = await app.open(table);
  const { name, bytes } = await window.exported("CSV");
  assert.equal(name, "penduduk-jenis-kelamin_2025_tampilan.csv");
  const lines = bytes.toString("utf8").split(/\r?\n/);
  const [row] = (await window.grid()).filter(([label]) => label === "Kabupaten Muara Enim");
  const figures = row.slice(1).map((figure) => figure.replaceAll(".", ""));
  const isRow = (line) =>
    line.includes("Muara Enim") && figures.every((figure) => line.includes(figure));
  assert.ok(lines.some(isRow), lines.join("\n"));
  await window.waitForAnnouncement("penduduk-jenis-kelamin_2025_tampilan.csv diunduh.");
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("a workbook, a PDF and a JSON-stat document are made by workers", async () => {
  const window = await app.open(table);
  const excel = await window.exported("Excel");
  assert.equal(excel.name, "penduduk-jenis-kelamin_2025_tampilan.xlsx");
  assert.equal(excel.bytes.subarray(0, 2).toString(), "PK");
  const pdf = await window.exported("PDF");
  assert.equal(pdf.name, "penduduk-jenis-kelamin_2025_tampilan.pdf");
  assert.equal(pdf.bytes.subarray(0, 5).toString(), "%PDF-");
  const json = JSON.parse((await window.exported("JSON-stat")).bytes);
  assert.equal(json.class, "dataset");
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("paper has the table as it stands, and nothing else", async () => {
  const window = await app.open(table);
  await window.page.evaluate(() => { window.print = () => { window.wasPrinted = true; }; });
  await window.press(window.by("button", "Cetak"));
  await window.page.waitForFunction(() => window.wasPrinted);
  await window.page.emulateMedia({ media: "print" });
  const seen = await window.page.evaluate(() => document.body.innerText);
  assert.match(seen, /Kabupaten Muara Enim\s+653\.731\s+333\.560\s+320\.171/);
  assert.doesNotMatch(seen, /Tampilan teks/);
  await window.page.emulateMedia({ media: "screen" });
  await window.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await window.page.locator("#print-page").count(), 0);
  await window.close();
});

test("a file that is long in the making can be cancelled, and nothing is saved", async () => {
  const window = await app.open(table);
  let downloads = 0;
  window.page.on("download", () => { downloads += 1; });
  await window.page.route("**/assets/*_exporter.*.js", () => {});   // It never comes.
  await window.chooseFormat("Excel");
  await window.press(window.by("button", "Unduh Excel"));
  const dialog = window.by("dialog", "Membuat penduduk-jenis-kelamin_2025_tampilan.xlsx…");
  await dialog.waitFor({ state: "attached" });
  await window.press(window.by("button", "Batalkan"));
  await dialog.waitFor({ state: "detached" });
  await window.waitForAnnouncement("Ekspor dibatalkan; tidak ada berkas yang disimpan.");
  assert.equal(downloads, 0);
  await window.close();
});

test("notes and source stay out of a file on request, and the choice is kept", async () => {
  const window = await app.open(table);
  await window.chooseFormat("CSV");
  await window.press(window.by("checkbox", "Sumber dan tanggal pembaruan"));
  await window.by("checkbox", "Sumber dan tanggal pembaruan", { checked: false }).waitFor();
  const [download] = await Promise.all([
    window.page.waitForEvent("download"),
    window.press(window.by("button", "Unduh CSV")),
  ]);
  const lines = (await readFile(await download.path(), "utf8")).split(/\r?\n/);
  assert.ok(!lines.some((line) => line.startsWith("Sumber")), lines.join("\n"));
  await window.chooseFormat("Excel");
  await window.by("checkbox", "Sumber dan tanggal pembaruan", { checked: false }).waitFor();
  await window.by("checkbox", "Catatan kaki dan simbol", { checked: true }).waitFor();
  await window.close();
});

test("without the network a sentence says so, and the table stays", async () => {
  const window = await app.open(table);
  await window.page.route("**/assets/*_exporter.*", (route) => route.abort());
  await window.chooseFormat("Excel");
  await window.press(window.by("button", "Unduh Excel"));
  await window.waitForAnnouncement(
    "Berkas tidak dapat dibuat karena sambungan terputus. Periksa jaringan, lalu coba lagi.");
  await window.by("gridcell", "653.731").waitFor();
  await window.close();
});
