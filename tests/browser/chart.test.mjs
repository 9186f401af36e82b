// The table as a chart: drawn, read aloud, walked through by keys, and saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";
import { savedPicture } from "./support/picture.mjs";

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

test("a chart's marks say what the table says, and the address holds the tab", async () => {
  const window = await openChart();
  await window.by("listitem", "Kota Palembang, Laki-laki: 901.923 jiwa")
    .waitFor({ state: "attached" });
  assert.match(window.page.url(), /tab=grafik/);
  await window.page.reload();
  await window.waitForViewer();
  await window.viewer.getByRole("img").waitFor({ state: "attached" });
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("arrow keys walk through the marks, and each describes the chart", async () => {
  const window = await openChart();
  const chart = window.viewer.getByRole("img");
  await chart.focus();
  await window.page.keyboard.press("ArrowRight");
  await window.page.waitForFunction(
    () => document.querySelector(".ax [role=img]").getAttribute("aria-description") ===
      "Kota Palembang, Laki-laki: 901.923 jiwa");
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
