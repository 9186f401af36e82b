// What a reader waits for, measured in Chromium against the real server: first table, large tables,
// scrolling, rest. Prints rows of a Markdown table with the limit beside each figure.
//
//   node tests/bench/viewer_bench.mjs PROGRAM SITE_WITH_SAMPLES SITE_WITH_SYNTHETIC_TABLES
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { launchBrowser } from "../browser/support/browser.mjs";

const [program, samples, synthetic] = process.argv.slice(2);
// The browser has started, as a reader's has; its caches are empty.
const settleMs = 1500;
const sample = "/id/tabel/penduduk-jenis-kelamin/";

function serve(site) {
  const child = spawn(program, ["serve", "--site", site, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve({ address: found[0], stop: () => child.kill() });
    });
  });
}

const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
const row = (what, figure, limit) => console.log(`| ${what} | ${figure} | ${limit} |`);

/// A page of a fresh profile; `slow`: 1.6 Mbit/s, 150 ms, processor a quarter as quick.
async function openPage(browser, slow) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions",
                       { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  return { context, page };
}

/// Milliseconds from navigation until the grid's first cells are there, by the page's own clock.
async function firstTable(page, url) {
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector(".ax [role=gridcell]")) window.firstTableAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.firstTableAt, null, { timeout: 60_000 });
  return page.evaluate(() => window.firstTableAt);
}

async function measureFirstTable(address, slow) {
  const figures = [];
  for (let i = 0; i < 5; ++i) {
    const browser = await launchBrowser();   // A cold profile each time.
    const { page } = await openPage(browser, slow);
    await page.waitForTimeout(settleMs);
    figures.push(await firstTable(page, address + sample));
    await browser.close();
  }
  return median(figures);
}

/// From the click on a link of the open viewer until the new table's cells are drawn.
async function measureOpening(address, code, rows) {
  const figures = [];
  let memory = 0;
  for (let i = 0; i < 3; ++i) {
    const browser = await launchBrowser();
    const { page } = await openPage(browser, false);
    await page.goto(`${address}/id/`);
    await page.waitForSelector(".ax a", { state: "attached" });
    await page.waitForTimeout(500);
    figures.push(await page.evaluate(async ([wanted, count]) => {
      const link = [...document.querySelectorAll(".ax a")].find((a) => a.getAttribute("href")?.includes(`/${wanted}/`));
      const begin = performance.now();
      link.click();
      while (Number(document.querySelector(".ax [role=grid]")?.getAttribute("aria-rowcount") ?? 0) < count)
        await new Promise(requestAnimationFrame);
      return performance.now() - begin;
    }, [code, rows]));
    memory = await page.evaluate(() => window.lumbung?.memoryBytes?.() ?? 0);
    await browser.close();
  }
  return { opened: median(figures), memory };
}

async function measureScrolling(address, code) {
  const browser = await launchBrowser();
  const { page } = await openPage(browser, false);
  await firstTable(page, `${address}/id/tabel/${code}/`);
  await page.mouse.move(800, 500);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    window.frameTimes = [];
    let last = 0;
    const tick = (now) => {
      if (last) window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  for (let i = 0; i < 60; ++i) {
    await page.mouse.wheel(0, 34 * 400);
    await page.waitForTimeout(30);
  }
  const times = (await page.evaluate(() => window.frameTimes)).sort((a, b) => a - b);
  await browser.close();
  return times[Math.floor(times.length * 0.95)];
}

async function measureRest(address) {
  const browser = await launchBrowser();
  const { page } = await openPage(browser, false);
  await firstTable(page, address + sample);
  await page.waitForTimeout(2000);
  const before = await page.evaluate(() => window.lumbung?.frames?.() ?? NaN);
  await page.waitForTimeout(10_000);
  const after = await page.evaluate(() => window.lumbung?.frames?.() ?? NaN);
  await browser.close();
  return after - before;
}

const own = await serve(samples);
const near = Math.round(await measureFirstTable(own.address, false));
row("navigation to the first table, localhost, cold profile", `${near} ms`, "≤ 800 ms");
const slow = Math.round(await measureFirstTable(own.address, true));
row("the same on slow 4G, processor a quarter as quick", `${slow} ms`, "≤ 2,800 ms");
row("frames of an untouched page in 10 s", `${await measureRest(own.address)}`, "≤ 2");
own.stop();
const large = await serve(synthetic);
const tables = [["buatan-1-juta", "≤ 250 ms", 4, 900], ["buatan-10-juta", "≤ 1,200 ms", 40, 9000]];
for (const [code, limit, raw, rows] of tables) {
  const { opened, memory } = await measureOpening(large.address, code, rows);
  row(`opening ${code}, viewer loaded`, `${Math.round(opened)} ms`, limit);
  row(`WebAssembly memory with ${code}`, `${(memory / 1e6).toFixed(0)} MB`, `≤ ${1.5 * raw + 60} MB`);
}
const frame = (await measureScrolling(large.address, "buatan-10-juta")).toFixed(1);
row("frame time p95, 60 jumps through 10 million cells", `${frame} ms`, "≤ 20 ms");
large.stop();
