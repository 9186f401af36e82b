// The viewer keeps still when nothing happens, and keeps within what the page allows.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { App } from "./support/app.mjs";

const table = "/id/tabel/luas-kecamatan/";

let app;
before(async () => { app = await App.start(); });
after(() => app.stop());

/// Counts the frames that are asked of the browser.
const countFrames = (page) => page.addInitScript(() => {
  const ask = window.requestAnimationFrame;
  window.framesAsked = 0;
  window.requestAnimationFrame = (draw) => {
    window.framesAsked += 1;
    return ask.call(window, draw);
  };
});

test("an untouched page draws at most two frames in ten seconds", async () => {
  const window = await app.open(table, { prepare: countFrames });
  await window.by("heading", /^Luas wilayah/).waitFor();
  // Whatever the start still had to draw comes to its end.
  let frames = -1;
  for (let now = 0; now !== frames;) {
    frames = now;
    await window.page.waitForTimeout(1000);
    now = await window.page.evaluate(() => window.framesAsked);
  }
  await window.page.waitForTimeout(10_000);
  const drawn = await window.page.evaluate(() => window.framesAsked) - frames;
  assert.ok(drawn <= 2, `${drawn} frames were drawn`);
  await window.close();
});

test("nothing that the viewer does is against the page's security policy", async () => {
  const window = await app.open(table, {
    prepare: (page) => page.addInitScript(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    }),
  });
  await window.press(window.by("button", "Ekspor"));
  await window.by("dialog", "Ekspor tabel").waitFor({ state: "attached" });
  assert.deepEqual(await window.page.evaluate(() => window.violations), []);
  assert.deepEqual(window.complaints, []);
  await window.close();
});

test("a dragged page zooms with two fingers and never scrolls under the viewer", async () => {
  const window = await app.open(table);
  const styles = await window.page.evaluate(() => ({
    touch: getComputedStyle(document.querySelector("#viewer canvas")).touchAction,
    overflow: getComputedStyle(document.body).overflowY,
  }));
  assert.deepEqual(styles, { touch: "pinch-zoom", overflow: "hidden" });
  await window.close();
});
