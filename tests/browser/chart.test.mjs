// The table as a chart: drawn, read aloud, walked through by keys, and saved.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

async function openChart() {
  const window = await app.open(table);
  await window.press(window.by("tab", "Grafik"));
  await window.viewer.getByRole("img").waitFor({ state: "attached" });
  return window;
}

async function savedPicture(window, format) {
  await window.press(window.by("button", "Simpan gambar"));
  const option = window.viewer.getByText(format, { exact: true });
  await option.waitFor({ state: "attached" });
  const [download] = await Promise.all([
    window.page.waitForEvent("download"), window.press(option)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a chart's marks say what the table says, and the address holds the tab", async () => {
  const window = await openChart();
  const marks = await window.viewer.getByRole("listitem").allTextContents();
  assert.ok(marks.some((mark) => mark.includes("Kota Palembang") && mark.includes("901.923")),
            marks.join("\n"));
  assert.match(window.page.url(), /tab=grafik/);
  await window.page.reload();
  await window.waitForViewer();
  await window.viewer.getByRole("img").waitFor({ state: "attached" });
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("arrow keys walk through the marks, and each is said", async () => {
  const window = await openChart();
  await window.viewer.getByRole("img").focus();
  await window.page.keyboard.press("ArrowRight");
  await window.viewer.getByRole("status").filter({ hasText: "Kota Palembang" })
    .waitFor({ state: "attached" });
  await window.close();
});

test("the chart is saved as SVG with its source, and as PNG", async () => {
  const window = await openChart();
  const svg = await savedPicture(window, "SVG");
  assert.match(svg.name, /\.svg$/);
  assert.match(svg.bytes.toString(), /<svg[^]*901\.923[^]*Kementerian Dalam Negeri/);
  const png = await savedPicture(window, "PNG");
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.deepEqual(window.complaints, []);
  await window.close();
});
