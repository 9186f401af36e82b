// The only script of a page: decides whether the viewer starts, fetches all of it at once, and says
// in a sentence when it cannot come. The page is complete without it. See docs/viewer.md.

import { bytesTotal, wordsOf } from "./boot_words.js";
import { fitCanvas } from "./scale.js";

const wishKey = "lumbung.view";        // "text" or "viewer": what the reader chose last.
const failureKey = "lumbung.failure";  // Set for the page that is loaded after a failure.
const narrow = 600;
const holdMs = 400;                    // So long the page waits to be painted if the viewer may cover it.
const contextOptions = {
  alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "low-power",
};

const { body } = document;
const site = JSON.parse(body.dataset.viewer);
const base = body.dataset.base;
const tableCode = body.dataset.table;
const pathname = location.pathname;
const words = wordsOf[document.documentElement.lang] ?? wordsOf.id;
const button = document.getElementById("open-viewer");

let viewer = null;                     // Once it runs.

// --- Small things ---

function stored(storage, key) {
  try {
    return window[storage].getItem(key);
  } catch {
    return null;                       // The reader forbids storage.
  }
}

function store(storage, key, value) {
  try {
    if (value === null) {
      window[storage].removeItem(key);
    } else {
      window[storage].setItem(key, value);
    }
  } catch (error) {
    console.info(`Not stored on this device: ${key}: ${error.message}`);
  }
}

function element(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const filled = (sentence, ...values) =>
  sentence.replace(/\{(\d)\}/g, (whole, place) => values[place] ?? whole);

// --- What the page says ---

const notice = element("div", { id: "viewer-notice" });

function placeNotice() {
  const heading = document.querySelector("main h1");
  if (heading) {
    heading.after(notice);
  } else {
    document.querySelector("main").prepend(notice);
  }
}

function say(sentence, actions = []) {
  showPage();
  placeNotice();
  const alert = element("p", { textContent: sentence });
  alert.setAttribute("role", "alert");
  notice.replaceChildren(alert, ...actions);
}

function action(word, press) {
  const made = element("button", { type: "button", className: "button", textContent: word });
  made.addEventListener("click", press);
  return made;
}

function focusHeading() {
  const heading = document.querySelector("main h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

// --- Whether it starts ---

const hasWasm = typeof WebAssembly === "object" && "compileStreaming" in WebAssembly;

function startsByItself() {
  const connection = navigator.connection ?? {};
  const isSlow = ["slow-2g", "2g", "3g"].includes(connection.effectiveType);
  // Not innerWidth: it would lay out a page that may never be seen.
  const isSmall = matchMedia(`(max-width: ${narrow - 1}px)`).matches || navigator.deviceMemory <= 1;
  return stored("localStorage", wishKey) !== "text" && !connection.saveData && !isSlow &&
         !isSmall && !matchMedia("(forced-colors: active)").matches;
}

// --- Fetching ---

// Counts the bytes of an answer as they pass.
function counted(response, count) {
  const counter = new TransformStream({
    transform(chunk, out) {
      count(chunk.length);
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers });
}

// Everything at once. `count` is told of bytes; without it the browser may keep the compiled viewer.
function fetchParts(signal, count) {
  const get = async (address) => {
    const response = await fetch(base + address, { signal });
    if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
    return count ? counted(response, count) : response;
  };
  const bytes = async (address) => (await get(address)).arrayBuffer();
  // What the client asks for first; it tells of failures itself.
  const first = tableCode ? site.tables?.[tableCode] : site.catalogue;
  const answers = new Map(first ? [[first, fetch(base + first)]] : []);
  for (const answer of answers.values()) answer.catch(() => {});
  const module = import(base + site.viewer);
  const all = Promise.all([
    WebAssembly.compileStreaming(get(site.wasm)),
    Promise.all(site.fonts.map(bytes)),
    loadStyle(base + site.style),
  ]);
  // Whoever waits for them hears of failures, however late.
  module.catch(() => {});
  all.catch(() => {});
  return { answers, module, all };
}

function loadStyle(href) {
  const loaded = document.querySelector("link[data-viewer-style]");
  if (loaded) return Promise.resolve();
  const link = element("link", { rel: "stylesheet", href });
  link.dataset.viewerStyle = "";
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${href} did not load`));
    });
    document.head.append(link);
  });
}

// A bar with bytes and a way out, in the place of the button.
function showProgress(cancel) {
  const bar = element("progress", { max: bytesTotal, value: 0 });
  const line = element("p", { className: "viewer-progress" });
  const kilobytes = (bytes) => Math.round(bytes / 1000);
  let received = 0;
  const count = (bytes) => {
    received += bytes;
    bar.value = received;
    line.textContent = filled(words.loading_viewer, kilobytes(received), kilobytes(bytesTotal));
  };
  count(0);
  bar.setAttribute("aria-label", words.open_viewer);
  placeNotice();
  notice.replaceChildren(line, bar, action(words.cancel, cancel));
  return count;
}

// --- Start, close, fail ---

// A quick network shows the viewer at once, and not first a page that it covers.
let showing = 0;

function holdPage() {
  document.documentElement.classList.add("viewer-coming");
  showing = setTimeout(showPage, holdMs);
}

function showPage() {
  clearTimeout(showing);
  document.documentElement.classList.remove("viewer-coming");
}

async function start(isByButton) {
  const layer = element("div", { id: "viewer", hidden: true });
  const canvas = element("canvas");
  canvas.setAttribute("aria-hidden", "true");
  layer.append(canvas);
  button?.setAttribute("hidden", "");
  if (!isByButton) holdPage();
  const aborter = new AbortController();
  const count = isByButton ? showProgress(() => aborter.abort()) : null;
  const parts = fetchParts(aborter.signal, count);
  // While everything is under way: making a context takes its time.
  fitCanvas(canvas);
  const gl = canvas.getContext("webgl2", contextOptions);
  if (!gl) {
    aborter.abort();
    say(words.no_webgl);
    return;
  }
  canvas.addEventListener("webglcontextlost", () => fail(new Error("The graphics card was lost.")));
  try {
    const module = await parts.module;
    // Shaders are made while the rest is still coming.
    const painter = new module.Canvas(gl);
    const [wasm, fonts] = await parts.all;
    clearTimeout(showing);             // Within half a second it opens, or says why not.
    aborter.signal.throwIfAborted();
    body.append(layer);
    viewer = await module.Viewer.start({
      createModule: module.default, wasm, fonts, layer, canvas, painter, site, base,
      answers: parts.answers, closed,
    });
    notice.remove();
  } catch (error) {
    layer.remove();
    showPage();
    aborter.abort();
    notComing(error);
  }
}

// The page is as it was, and the button tries again.
function notComing(error) {
  showButton();
  if (error.name === "AbortError") {
    notice.remove();
    button?.focus();
    return;
  }
  console.error(error);
  say(error instanceof WebAssembly.RuntimeError ? words.viewer_failed : words.viewer_not_loaded);
}

// The viewer went away while it ran: the page is in sight again and says so.
function fail(error) {
  if (!viewer || viewer.isStopped) return;
  console.error(error);
  viewer.stop();
  if (location.pathname !== pathname) {
    store("sessionStorage", failureKey, "yes");
    location.reload();                 // The page of what was shown last.
    return;
  }
  sayFailed();
}

function sayFailed() {
  say(words.viewer_failed, [action(words.reload, () => location.reload())]);
  focusHeading();
}

// The reader wants the page.
function closed() {
  store("localStorage", wishKey, "text");
  showPage();
  if (location.pathname !== pathname) {
    location.reload();
    return;
  }
  showButton();
  focusHeading();
}

function showButton() { button?.removeAttribute("hidden"); }

function pressed() {
  store("localStorage", wishKey, "viewer");
  if (viewer) {
    viewer.open();
    button.setAttribute("hidden", "");
    return;
  }
  start(true);
}

addEventListener("error", (event) => { if (event.error) fail(event.error); });
addEventListener("unhandledrejection", (event) => fail(event.reason));
button?.addEventListener("click", pressed);

if (stored("sessionStorage", failureKey)) {
  store("sessionStorage", failureKey, null);
  sayFailed();
} else if (!hasWasm) {
  say(words.no_wasm);
} else if (startsByItself()) {
  start(false);
} else {
  showButton();
}
