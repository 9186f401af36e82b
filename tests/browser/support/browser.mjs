// Chromium without a screen, with WebGL 2 in software, and nothing that calls out.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
  "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];

/// With a fresh profile. `without`: flags of the above to leave out; `more`: others to add.
export function launchBrowser({ more = [], without = [] } = {}) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...flags.filter((flag) => !without.includes(flag)), ...more],
  });
}
