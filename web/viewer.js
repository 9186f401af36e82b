// The viewer over the page: layers, window, frames. boot.js fetches everything and starts it.

import { Bridge, preferencesKey, stored } from "./bridge.js";
import { Client } from "./client.js";
import { Input, reducedMotion } from "./input.js";
import { canvasScale, fitCanvas } from "./scale.js";
import { Semantic } from "./semantic.js";

const revealAfterMs = 500;       // The page stays in sight while the first table is under way.
const checkAfterMs = 1000;
const cursors = ["default", "pointer", "text", "grab", "col-resize"];
const wantsFrame = 1;
const isWaiting = 2;

const darkSystem = matchMedia("(prefers-color-scheme: dark)");

export class Viewer {
  // `parts`: createModule, wasm (compiled), fonts (bytes), layer, canvas, painter, site, base, answers,
  // closed().
  static async start(parts) {
    const viewer = new Viewer(parts);
    await viewer.run(parts);
    return viewer;
  }

  constructor({ layer, canvas, painter, site, base, answers, closed }) {
    this.layer = layer;
    this.element = canvas;
    this.closed = closed;
    this.canvas = painter;
    this.bridge = new Bridge(base, site, answers, {
      wake: () => this.wake(),
      close: () => this.close(),
      focusNode: (id) => this.semantic.focusLater(id),
      announce: (text, isUrgent) => this.semantic.announce(text, isUrgent),
    });
    this.frame = 0;              // Asked of the browser, where there is one.
    this.isOpen = false;
    this.wasOpened = false;
    this.isStopped = false;
    this.startedAt = performance.now();
    this.framesDrawn = 0;
    // For measuring (tests/bench) and whoever wonders in the console.
    globalThis.lumbung = {
      frames: () => this.framesDrawn,
      memoryBytes: () => this.client.bytes.length,
    };
  }

  async run({ createModule, wasm, fonts, site, base, canvas, layer }) {
    const module = await createModule({
      bridge: this.bridge,
      instantiateWasm: (imports, done) => {
        WebAssembly.instantiate(wasm, imports).then(done);
        return {};
      },
    });
    const client = new Client(module, () => this.wake());
    this.client = client;
    this.bridge.client = client;
    this.semantic = new Semantic(layer, client);
    this.input = new Input(layer, canvas, client, {
      pressedAt: (x, y) => this.semantic.focusAt(x, y),
      openAside: (x, y) => this.openAside(x, y),
      touchChanged: () => this.tellWindow(),
    });
    const [regular, semibold] = fonts.map((bytes) => new Uint8Array(bytes));
    client.ask("viewer_start", client.keep(regular), regular.length,
               client.keep(semibold), semibold.length);
    this.fonts = fonts;
    fitCanvas(this.element);
    this.tellWindow();
    const tables = Object.entries(site.tables ?? {}).flat();
    const { address = "", bytes = 0 } = site.archive ?? {};
    client.send("viewer_site_found",
                [base, site.catalogue, site.search, site.page.desk ? "desk" : "", address, bytes,
                 ...tables].join("\x1f"));
    client.send("viewer_preferences_arrived", stored(preferencesKey));
    client.send("viewer_address_changed", location.pathname + location.search);
    this.listen();
    this.startedAt = performance.now();
  }

  // The same faces for what is typed over the canvas.
  useFontsInFields([regular, semibold]) {
    document.fonts.add(new FontFace("Lumbung Sans", regular, { weight: "400" }));
    document.fonts.add(new FontFace("Lumbung Sans", semibold, { weight: "600" }));
  }

  // --- Open and closed ---

  open() {
    this.isOpen = true;
    this.layer.hidden = false;
    document.body.classList.add("viewer-open");
    for (const element of document.body.children) {
      if (element !== this.layer) element.inert = true;
    }
    fitCanvas(this.element);
    this.tellWindow();
    this.semantic.patch();
  }

  close() {
    this.hide();
    this.closed();
  }

  hide() {
    this.isOpen = false;
    this.layer.hidden = true;
    document.body.classList.remove("viewer-open");
    for (const element of document.body.children) element.inert = false;
  }

  // For good, after a failure.
  stop() {
    this.isStopped = true;
    if (this.client) this.client.isStopped = true;
    cancelAnimationFrame(this.frame);
    this.hide();
    this.layer.remove();
  }

  // --- Frames ---

  // Nothing is drawn unless somebody asks for it.
  wake() {
    if (this.frame || this.isStopped) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  draw() {
    ++this.framesDrawn;
    const now = performance.now();
    const isGliding = this.input.advance(now);
    const outcome = this.client.ask("viewer_frame", now);
    this.canvas.draw(this.client, this.client.ask("viewer_drawn"));
    this.element.style.cursor = cursors[outcome >> 2];
    this.semantic.changed();
    const isReady = !(outcome & isWaiting) || now - this.startedAt > revealAfterMs;
    if (this.layer.hidden && !this.wasOpened && isReady) {
      this.wasOpened = true;
      this.open();
      performance.mark("viewer-open");   // For tests/bench.
      this.useFontsInFields(this.fonts);
      setTimeout(() => this.canvas.assertDrawn(), checkAfterMs);
    }
    if (outcome & wantsFrame || isGliding || !this.wasOpened) this.wake();
  }

  // --- The window ---

  // Of the layout, in CSS pixels: innerWidth grows with whatever a phone's page lets stick out.
  get extent() {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    return { width, height };
  }

  tellWindow() {
    const { width, height } = this.extent;
    this.client.send("viewer_window_changed", width, height, canvasScale(),
                     this.input.isTouch ? 1 : 0, darkSystem.matches ? 1 : 0,
                     reducedMotion.matches ? 1 : 0, navigator.onLine ? 1 : 0);
  }

  // A canvas of another size is empty: it is drawn before the browser shows it.
  resized() {
    const isEmpty = fitCanvas(this.element);
    this.tellWindow();
    if (isEmpty) this.draw();
  }

  listen() {
    // The layer is as large as the window, and its observer speaks before the browser paints.
    new ResizeObserver(() => { if (this.isOpen) this.resized(); }).observe(this.layer);
    this.watchPixelRatio();
    for (const query of [darkSystem, reducedMotion]) {
      query.addEventListener("change", () => this.tellWindow());
    }
    for (const name of ["online", "offline"]) {
      addEventListener(name, () => this.tellWindow());
    }
    addEventListener("popstate", () => this.addressChanged());
    document.addEventListener("keydown", (event) => this.keyDown(event));
    document.addEventListener("visibilitychange", () => this.wake());
  }

  watchPixelRatio() {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", () => {
      this.resized();
      this.watchPixelRatio();
    }, { once: true });
  }

  addressChanged() {
    if (!this.isOpen) {
      location.reload();         // The page in sight is of another address.
      return;
    }
    this.client.send("viewer_address_changed", location.pathname + location.search);
  }

  keyDown(event) {
    if (!this.isOpen || this.isStopped || event.isComposing || event.key === "Tab") return;
    if (this.semantic.key(event)) event.preventDefault();
  }

  // A link on the canvas opens in a new tab as any other. True where there is one.
  openAside(x, y) {
    const id = this.client.askText("viewer_node_at", x, y);
    const href = this.semantic.nodes.get(id)?.body.href;
    if (!href) return false;
    window.open(href, "_blank", "noopener");
    return true;
  }
}
