// How long files take in the exporter's worker, and how long the page is blocked meanwhile, measured
// in Chromium against the real server. Prints rows of a Markdown table with the limit beside each
// figure.
//
//   LUMBUNG_PROGRAM=PROGRAM LUMBUNG_SITE=SITE node tests/bench/export_bench.mjs
//
// SITE is made from the tables of make_synthetic.
import { App } from "../browser/support/app.mjs";

const median = (figures) => [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];

const files = [
  ["100 thousand rows as Excel", "buatan-100-ribu", "Excel", 600],
  ["1 million rows as Excel", "buatan-1-juta", "Excel", 6000],
  ["100 thousand rows as CSV", "buatan-100-ribu", "CSV", 30],
  ["1 million rows as CSV", "buatan-1-juta", "CSV", 250],
  ["10 thousand rows as PDF", "buatan-10-ribu", "PDF", 200],
];

/// Runs in the page: notes when each message of a worker comes, and each task of 50 ms or more.
function watch() {
  window.workerTimes = [];
  window.longTasks = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (...message) {
    const begin = performance.now();
    this.addEventListener("message", ({ data }) => {
      if (data.kind !== "file") return;
      window.workerTimes.push(performance.now() - begin);
    });
    post.apply(this, message);
  };
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask" });
}

async function measure(app, code, format) {
  const window = await app.window({ prepare: (page) => page.addInitScript(watch) });
  await window.page.goto(`/id/tabel/${code}/`);
  await window.waitForViewer();
  await window.chooseFormat(format);
  await window.press(window.by("radio", "Seluruh tabel"));
  await window.by("radio", "Seluruh tabel", { checked: true }).waitFor();
  await window.page.waitForTimeout(500);
  await window.page.evaluate(() => { window.longTasks.length = 0; });
  await Promise.all([
    window.page.waitForEvent("download", { timeout: 120_000 }),
    window.press(window.by("button", `Unduh ${format}`)),
  ]);
  await window.page.waitForTimeout(200);
  const measured = await window.page.evaluate(() => ({
    all: window.workerTimes.at(-1), blocked: Math.max(0, ...window.longTasks) }));
  await window.close();
  return measured;
}

const app = await App.start();
try {
  for (const [what, code, format, limit] of files) {
    const measured = [];
    for (let i = 0; i < 3; ++i) measured.push(await measure(app, code, format));
    const all = Math.round(median(measured.map((one) => one.all)));
    const blocked = Math.round(Math.max(...measured.map((one) => one.blocked)));
    console.log(`| ${what}: from the wish to the bytes | ${all} ms | ≤ ${limit} ms |`);
    console.log(`| longest task of the page meanwhile (0: none of 50 ms) | ${blocked} ms | ≤ 50 ms |`);
  }
} finally {
  await app.stop();
}
