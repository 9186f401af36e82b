// The table as a map: drawn, coloured as its reader chooses, read aloud, walked through, and saved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";
import { savedPicture } from "./support/picture.mjs";

const districts = "/id/tabel/kepadatan-penduduk-kecamatan/?tab=peta";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

async function openMap() {
  const window = await app.open(districts);
  await window.viewer.getByRole("img").waitFor({ state: "attached" });
  return window;
}

// Out of the menu of a choice, whose name begins with `label`.
async function choose(window, label, option) {
  await window.press(window.viewer.getByRole("button", { name: `${label}: ` }));
  await window.press(window.by("option", option));
}

// The different colours of the polygons that have corners enough to be areas.
function areaColours(svg) {
  const polygons = [...svg.matchAll(/<polygon points="([^"]*)" fill="(#[^"]*)"/g)];
  return new Set(polygons.filter(([, points]) => points.split(" ").length > 4)
    .map(([, , fill]) => fill));
}

test("the tab is there where the table's areas have outlines", async () => {
  const window = await app.open("/id/tabel/kepadatan-penduduk-kecamatan/");
  await window.press(window.by("tab", "Peta"));
  await window.by("listitem", /^Muara Enim.*: 425,02 jiwa\/km² Urutan 1 dari 22 kecamatan/)
    .waitFor({ state: "attached" });
  assert.equal(await window.viewer.getByRole("listitem").count(), 22);
  assert.match(window.page.url(), /tab=peta/);
  await window.page.goto(`${app.server.address}/id/tabel/pdrb-pengeluaran/`);
  await window.waitForViewer();
  await window.by("tab", "Metadata").waitFor({ state: "attached" });
  assert.equal(await window.by("tab", "Peta").count(), 0);
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("the choice of classes stands in the address, and comes back from it", async () => {
  const window = await openMap();
  await choose(window, "Banyaknya kelas", "3");
  await window.viewer.getByRole("button", { name: "Banyaknya kelas: 3" })
    .waitFor({ state: "attached" });
  assert.match(window.page.url(), /peta\.banyak=3/);
  await window.page.reload();
  await window.waitForViewer();
  await window.viewer.getByRole("button", { name: "Banyaknya kelas: 3" })
    .waitFor({ state: "attached" });
  const svg = (await savedPicture(window, "SVG")).bytes.toString();
  assert.equal(areaColours(svg).size, 3);
  await window.close();
});

test("own limits are typed as figures are written here", async () => {
  const window = await app.open(`${districts}&peta.kelas=own`);
  await window.viewer.getByText("Batas kelas harus 1 sampai 6 angka yang naik.")
    .waitFor({ state: "attached" });
  await window.viewer.getByRole("textbox", { name: "Batas sendiri" }).fill("50,5; 100");
  await window.by("listitem", /^Muara Enim/).first().waitFor({ state: "attached" });
  await window.page.waitForURL(/peta\.batas=50\.5,100/);
  const svg = (await savedPicture(window, "SVG")).bytes.toString();
  assert.match(svg, />kurang dari 50,50<[^]*>50,50–99,99<[^]*>100,00 atau lebih</);
  await window.close();
});

test("arrow keys walk through the areas in the order of the list", async () => {
  const window = await openMap();
  await window.viewer.getByRole("img").focus();
  await window.page.keyboard.press("ArrowRight");
  const first = await window.viewer.getByRole("listitem").first()
    .evaluate((item) => item.getAttribute("aria-label") ?? item.textContent);
  await window.page.waitForFunction(
    (text) => document.querySelector(".ax [role=img]").getAttribute("aria-description") === text,
    first);
  await window.close();
});

test("the map is saved as SVG with every figure and its source, and as PNG", async () => {
  const window = await openMap();
  const svg = await savedPicture(window, "SVG");
  assert.match(svg.name, /\.svg$/);
  const text = svg.bytes.toString();
  const items = await window.viewer.getByRole("listitem").evaluateAll(
    (all) => all.map((item) => item.getAttribute("aria-label") ?? item.textContent));
  assert.equal(items.length, 22);
  for (const item of items) {
    const [, figure] = /: ([\d.,]+)/.exec(item);
    assert.ok(text.includes(`>${figure}<`), `${item} stands in the picture`);
  }
  assert.match(text, /cahyadsn\/wilayah_boundaries/);
  const png = await savedPicture(window, "PNG");
  assert.match(png.name, /\.png$/);
  assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("on a phone and in the dark the map is there with its legend", async () => {
  const window = await app.window({
    viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" });
  await window.page.goto(districts);
  await window.page.getByRole("button", { name: "Buka penampil interaktif" }).tap();
  await window.viewer.getByRole("img").waitFor({ state: "attached" });
  assert.equal(await window.viewer.getByRole("listitem").count(), 22);
  const { width } = await window.viewer.getByRole("img").boundingBox();
  assert.ok(width <= 390);
  assert.deepEqual(window.complaints, []);
  await window.close();
});
