// What is painted, in the few places where only the picture can tell: the canvas covers the window,
// and what the elements say stands where they are.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/penduduk-jenis-kelamin/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// "#RRGGBB" at each of the places, which are shares of the window's width and height.
async function coloursAt(page, places) {
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(async ([picture, places]) => {
    const bytes = Uint8Array.from(atob(picture), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return places.map(([x, y]) => {
      const at = (share, size) => Math.min(size - 1, Math.floor(share * size));
      const [red, green, blue] = context.getImageData(at(x, width), at(y, height), 1, 1).data;
      return `#${[red, green, blue].map((c) => c.toString(16).padStart(2, "0")).join("")}`;
    });
  }, [picture, places]);
}

for (const deviceScaleFactor of [1, 1.5, 2]) {
  test(`the canvas is painted to its corners at ${deviceScaleFactor} pixels a pixel`, async () => {
    const window = await app.open(table, { deviceScaleFactor });
    const corners = [[0.001, 0.001], [0.999, 0.001], [0.001, 0.999], [0.999, 0.999]];
    const [topLeft, topRight, bottomLeft, bottomRight] = await coloursAt(window.page, corners);
    assert.equal(topLeft, topRight, "The strip goes from edge to edge");
    assert.equal(bottomLeft, bottomRight, "The status bar goes from edge to edge");
    assert.notEqual(topLeft, bottomLeft);
    assert.notEqual(bottomLeft, "#000000");
    await window.close();
  });
}

test("a control is painted where its element is", async () => {
  const window = await app.open(table);
  const box = await window.by("button", "Ekspor").boundingBox();
  const inside = [(box.x + 4) / 1440, (box.y + box.height / 2) / 900];
  const outside = [(box.x + box.width + 6) / 1440, (box.y + box.height / 2) / 900];
  const [button, beside] = await coloursAt(window.page, [inside, outside]);
  assert.notEqual(button, beside);
  await window.close();
});
