// Fingers on a phone: taps press, drags scroll, and the text fields are large enough to type in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true,
                deviceScaleFactor: 2 };

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// On a phone the reader asks for the viewer.
async function openOnPhone(path) {
  const window = await app.window(phone);
  await window.page.goto(path);
  await window.page.getByRole("button", { name: "Buka penampil interaktif" }).tap();
  await window.waitForViewer();
  return window;
}

/// One finger from (x, y) by (0, dy), in ten steps.
async function drag(window, x, y, dy) {
  const devtools = await window.page.context().newCDPSession(window.page);
  const touch = (type, points) => devtools.send("Input.dispatchTouchEvent",
                                                { type, touchPoints: points });
  await touch("touchStart", [{ x, y }]);
  for (let step = 1; step <= 10; step += 1) {
    await touch("touchMove", [{ x, y: y + (dy * step) / 10 }]);
  }
  await touch("touchEnd", []);
}

const topOf = (element) => element.boundingBox().then((box) => box.y);

test("a tap opens a table", async () => {
  const window = await openOnPhone("/id/");
  const link = window.viewer.locator('a[href*="/tabel/"]').first();
  const title = await link.textContent();
  await window.tap(link);
  await window.viewer.locator("h1").filter({ hasText: title }).waitFor();
  await window.close();
});

test("a finger that drags scrolls and presses nothing", async () => {
  const window = await openOnPhone("/id/");
  const link = window.viewer.locator('a[href*="/tabel/"]').first();
  const { x, y } = await window.middleOf(link);
  const title = await link.textContent();
  const before = await topOf(link);
  await drag(window, x, y, -120);
  await window.page.waitForFunction(([text, top]) => {
    const moved = [...document.querySelectorAll(".ax a")].find((each) => each.textContent === text);
    return !moved || parseFloat(moved.style.top) < top - 60;
  }, [title, before]);
  assert.equal(new URL(window.page.url()).pathname, "/id/");
  await window.close();
});

test("fields are typed in at sixteen pixels, so that the phone does not zoom", async () => {
  const window = await openOnPhone("/id/");
  const field = window.viewer.getByRole("searchbox").first();
  await field.waitFor();
  const size = await field.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  assert.ok(size >= 16, `${size} px`);
  await window.tap(field);
  await window.page.waitForFunction(() => document.activeElement.type === "search");
  await window.close();
});

test("what a finger presses is at least 24 pixels high and wide", async () => {
  const window = await openOnPhone("/id/tabel/penduduk-jenis-kelamin/");
  await window.viewer.getByRole("gridcell").first().waitFor();
  const small = await window.page.evaluate(() => [...document.querySelectorAll(".ax button")]
    .filter((element) => element.offsetWidth < 24 || element.offsetHeight < 24)
    .map((element) => `${element.textContent} ${element.offsetWidth}×${element.offsetHeight}`));
  assert.deepEqual(small, []);
  await window.close();
});
