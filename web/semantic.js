// The page's elements over the canvas: one for each node that the client drew, at its place, with its
// role, name and state. The focus lives here, and only here.
//
// Patches (wasm/semantics/patch.h) are records that end with U+001E, of fields that end with U+001F:
//   n id x y width height and then `bodyFields`   a node that is new or changed
//   r id x y width height                         a node that moved
//   o id id id…                                   all ids in reading order

const bodyFields = [
  "parent", "role", "name", "value", "description", "checked", "expanded", "selected", "pressed",
  "isDisabled", "isFocusable", "isCurrent", "level", "row", "column", "rowSpan", "columnSpan",
  "rowsCount", "columnsCount", "sorted", "valueNow", "valueMin", "valueMax", "href", "placeholder",
  "font", "controls",
];

const groups = new Set([
  "banner", "navigation", "main", "region", "group", "toolbar", "tablist", "tree", "list", "listbox",
  "menu", "radiogroup", "dialog", "alertdialog", "grid", "row", "listitem",
]);
const covers = new Set(["dialog", "alertdialog", "menu", "listbox"]);
const modals = new Set(["dialog", "alertdialog"]);
const textRoles = new Set(["searchbox", "textbox"]);
const inputTypes = { checkbox: "checkbox", searchbox: "search", textbox: "text", slider: "range" };
const buttonRoles = new Set(["radio", "tab", "treeitem", "option", "menuitem"]);
const namedByLabel = new Set([...groups, ...Object.keys(inputTypes), "progressbar", "image"]);

// Inside these the Tab key stops once, and arrows move on.
const roving = {
  tablist: { items: ["tab"], back: ["ArrowLeft"], on: ["ArrowRight"] },
  tree: { items: ["treeitem"], back: ["ArrowUp"], on: ["ArrowDown"] },
  radiogroup: { items: ["radio"], back: ["ArrowLeft", "ArrowUp"], on: ["ArrowRight", "ArrowDown"] },
  listbox: { items: ["option"], back: ["ArrowUp"], on: ["ArrowDown"] },
  menu: { items: ["menuitem", "option"], back: ["ArrowUp"], on: ["ArrowDown"] },
  grid: { items: ["columnheader"], back: ["ArrowLeft"], on: ["ArrowRight"] },
};

const patchEveryMs = 150;
const smallestTouchFont = 16;    // Below it, phones zoom in on a field that is typed in.
const revealMargin = 96;         // How near the edge the focus may come before the page scrolls.
const announceDelayMs = 60;

function tagOf({ role, level, rowsCount }) {
  if (role === "button" || buttonRoles.has(role)) return "button";
  if (role === "link") return "a";
  if (role === "heading") return `h${Math.min(6, Math.max(1, level))}`;
  if (role === "textbox" && rowsCount > 1) return "textarea";
  if (role in inputTypes) return "input";
  return "div";
}

function setAttribute(element, name, value) {
  if (value === "") {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

// Opens over the screen and takes the focus; a list of suggestions leaves it in the text field.
function isOverlay({ id, body: { role } }) {
  return covers.has(role) && (role !== "listbox" || id.includes("popup/"));
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export class Semantic {
  constructor(layer, client) {
    this.client = client;
    this.nodes = new Map();      // By id: place, body and element.
    this.order = [];
    this.root = document.createElement("div");
    this.root.className = "ax";
    this.polite = this.liveRegion("status");
    this.urgent = this.liveRegion("alert");
    layer.append(this.root, this.polite, this.urgent);
    this.openers = new Map();    // Id of an overlay → id of what had the focus when it opened.
    this.knownOverlays = new Set();
    this.wantedFocus = "";       // Focused as soon as it is there.
    this.followsActiveCell = false;
    this.isFocusOurs = false;    // The focus is being moved by us, and is no news to the client.
    this.patchedAt = 0;
    this.patchTimer = 0;
    this.isUrgent = false;
    this.frames = 0;
    this.listen();
  }

  liveRegion(role) {
    const region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", role);
    return region;
  }

  // --- When the page is patched ---

  // After each frame.
  changed() {
    this.frames += 1;
    if (this.isUrgent) {
      this.patch();
    } else if (!this.patchTimer) {
      const rest = this.patchedAt + patchEveryMs - performance.now();
      if (rest <= 0) {
        this.patch();
      } else {
        this.patchTimer = setTimeout(() => this.patch(), rest);
      }
    }
  }

  // What the reader does is answered with the next frame, and not before: the nodes of the last one
  // know nothing of it.
  hurry() {
    clearTimeout(this.patchTimer);
    this.patchTimer = 0;
    this.isUrgent = true;
  }

  patch() {
    clearTimeout(this.patchTimer);
    this.patchTimer = 0;
    this.isUrgent = false;
    this.patchedAt = performance.now();
    const patch = this.client.askText("viewer_patch");
    const focusedId = this.focusedId();
    const focusedBefore = this.nodes.get(focusedId);
    if (patch) this.apply(patch);
    this.syncTexts();
    this.settleFocus(focusedId, focusedBefore);
  }

  apply(patch) {
    let order = null;
    for (const record of patch.split("\x1e")) {
      const fields = record.split("\x1f");
      fields.pop();              // Each field ends with the separator.
      const kind = fields.shift();
      if (kind === "o") order = fields;
      if (kind === "n") this.takeNode(fields);
      if (kind === "r") this.takePlace(this.nodes.get(fields[0]), fields.slice(1, 5));
    }
    if (order) this.takeOrder(order);
    this.settleRovingStops();
    this.coverTexts();
  }

  // --- Nodes ---

  takeNode([id, x, y, width, height, ...values]) {
    const body = Object.fromEntries(bodyFields.map((name, at) => [name, values[at]]));
    let node = this.nodes.get(id);
    if (node && (tagOf(node.body) !== tagOf(body) || node.body.role !== body.role)) {
      const element = this.makeElement(id, body);
      element.append(...node.element.children);
      node.element.replaceWith(element);
      node.element = element;
    }
    if (!node) {
      node = { id, element: this.makeElement(id, body), body, typedAt: -1 };
      this.nodes.set(id, node);
    }
    node.body = body;
    this.takeBody(node);
    this.takePlace(node, [x, y, width, height]);
  }

  makeElement(id, body) {
    const { role } = body;
    const element = document.createElement(tagOf(body));
    element.id = `ax:${id}`;
    // A group is where its children are.
    if (!groups.has(role)) element.className = "placed";
    if (element.tagName === "BUTTON") element.type = "button";
    if (element.tagName === "INPUT") element.type = inputTypes[role];
    if (textRoles.has(role)) {
      element.autocomplete = "off";
      element.spellcheck = false;
    }
    return element;
  }

  takeBody({ element, body }) {
    const { role } = body;
    const set = (name, value) => setAttribute(element, name, value);
    const isNative = ["button", "link", "heading", "text"].includes(role) || role in inputTypes;
    set("role", isNative ? "" : role === "image" ? "img" : role);
    if (namedByLabel.has(role)) {
      set("aria-label", body.name);
    } else if (element.textContent !== body.name) {
      element.textContent = body.name;
    }
    set("aria-description", body.description);
    set("aria-expanded", body.expanded);
    set("aria-selected", body.selected);
    set("aria-pressed", body.pressed);
    set("aria-disabled", body.isDisabled);
    set("aria-current", body.isCurrent);
    set("aria-controls", body.controls && `ax:${body.controls}`);
    // What a command did is told once, by `announce`.
    set("aria-live", role === "status" ? "off" : "");
    set("aria-modal", modals.has(role) ? "true" : "");
    if (role === "checkbox") {
      element.checked = body.checked === "true";
      element.indeterminate = body.checked === "mixed";
    } else {
      set("aria-checked", body.checked);
    }
    if (role === "treeitem") set("aria-level", body.level);
    if (role === "link") set("href", body.href);
    if (textRoles.has(role)) set("placeholder", body.placeholder);
    this.takeGridPlace(element, body);
    this.takeRange(element, body);
    const isStop = body.isFocusable === "true";
    const canHaveFocus = isStop || role === "gridcell" || role === "grid" ||
                         element.tagName === "BUTTON" || element.tagName === "A";
    set("tabindex", isStop ? "0" : canHaveFocus ? "-1" : "");
  }

  takeGridPlace(element, body) {
    const set = (name, value) => setAttribute(element, name, value);
    if (body.role === "grid") {
      set("aria-rowcount", body.rowsCount);
      set("aria-colcount", body.columnsCount);
    }
    const place = (number) => (Number(number) < 0 ? "" : String(Number(number) + 1));
    if (["row", "gridcell", "rowheader", "columnheader"].includes(body.role)) {
      set("aria-rowindex", place(body.row));
      set("aria-colindex", body.role === "row" ? "" : place(body.column));
      set("aria-rowspan", body.rowSpan === "1" ? "" : body.rowSpan);
      set("aria-colspan", body.columnSpan === "1" ? "" : body.columnSpan);
      set("aria-sort", body.sorted);
    }
  }

  takeRange(element, { role, value, valueNow, valueMin, valueMax }) {
    const set = (name, text) => setAttribute(element, name, text);
    if (role === "slider") {
      set("min", valueMin);
      set("max", valueMax);
      set("aria-valuetext", value);
      if (element !== document.activeElement || element.value !== valueNow) element.value = valueNow;
    }
    if (role === "progressbar") {
      set("aria-valuemin", valueMin);
      set("aria-valuemax", valueMax);
      set("aria-valuenow", valueNow);
      set("aria-valuetext", value);
    }
  }

  takePlace(node, place) {
    const [x, y, width, height] = place.map(Number);
    node.place = { x, y, width, height };
    if (groups.has(node.body.role)) return;
    const { style } = node.element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    if (textRoles.has(node.body.role)) {
      const smallest = matchMedia("(pointer: coarse)").matches ? smallestTouchFont : 0;
      // Size, and what icon and buttons take of the field on either side.
      const [size, left, right] = node.body.font.split(" ").map(Number);
      style.fontSize = `${Math.max(size || 15, smallest)}px`;
      style.paddingLeft = `${left || 0}px`;
      style.paddingRight = `${right || 0}px`;
    }
  }

  takeOrder(order) {
    const kept = new Set(order);
    for (const [id, node] of this.nodes) {
      if (kept.has(id)) continue;
      node.element.remove();
      this.nodes.delete(id);
    }
    // One walk: an element that already stands where it belongs is not touched.
    const next = new Map();      // Parent → the child that has its turn.
    for (const id of order) {
      const { element, body } = this.nodes.get(id);
      const parent = this.nodes.get(body.parent)?.element ?? this.root;
      const turn = next.has(parent) ? next.get(parent) : parent.firstElementChild;
      if (turn === element) {
        next.set(parent, element.nextElementSibling);
      } else {
        parent.insertBefore(element, turn);
        next.set(parent, turn);
      }
    }
    this.order = order;
  }

  // --- Texts that are typed ---

  // The value that the client holds, but never over what is being typed.
  syncTexts() {
    for (const node of this.nodes.values()) {
      if (!textRoles.has(node.body.role) || node.isComposing) continue;
      if (node.typedAt === this.frames) continue;
      if (node.element.value !== node.body.value) node.element.value = node.body.value;
    }
  }

  // Inputs are the only elements that show; what lies over them on the canvas hides or dims them.
  coverTexts() {
    const all = [...this.nodes.values()];
    const over = all.filter(({ body }) => covers.has(body.role));
    const modal = over.findLast(({ body }) => modals.has(body.role));
    for (const { element, body, place } of all) {
      if (!textRoles.has(body.role)) continue;
      const others = over.filter((overlay) => !overlay.element.contains(element));
      element.classList.toggle("covered", others.some((other) => overlap(other.place, place)));
      element.classList.toggle("dimmed", others.includes(modal));
    }
    for (const child of this.root.children) {
      child.inert = Boolean(modal) && !child.contains(modal.element);
    }
  }

  // --- Focus ---

  focusedId() {
    const element = document.activeElement;
    return element?.id.startsWith("ax:") && this.root.contains(element) ? element.id.slice(3) : "";
  }

  focus(id) {
    const node = this.nodes.get(id);
    if (!node) return false;
    this.isFocusOurs = true;
    const isInput = node.body.role in inputTypes;
    if (!node.element.hasAttribute("tabindex") && !isInput) {
      node.element.tabIndex = -1;
    }
    node.element.focus({ preventScroll: true });
    this.isFocusOurs = false;
    return document.activeElement === node.element;
  }

  // As soon as the node is there.
  focusLater(id) {
    this.wantedFocus = id;
    this.hurry();
  }

  // The node under the pointer takes the focus; nothing else keeps it.
  focusAt(x, y) {
    this.root.dataset.pointer = "";
    const id = this.client.askText("viewer_node_at", x, y);
    this.patch();
    if (!id || !this.focus(id)) document.activeElement?.blur();
    this.hurry();
  }

  // After a patch: into what opened, back from what closed, along with the active cell, and never to
  // nowhere.
  settleFocus(id, before) {
    this.rememberOverlays(id);
    const opened = this.openedOverlay();
    if (this.wantedFocus && this.focus(this.wantedFocus)) {
      this.wantedFocus = "";
    } else if (opened) {
      this.focusFirstIn(opened);
    } else if (id && !this.nodes.has(id)) {
      this.refocus(id, before);
    } else if (id && document.activeElement !== this.nodes.get(id).element) {
      this.focus(id);            // Its element was made anew, or moved.
    }
    if (this.followsActiveCell) this.followActiveCell();
    this.knownOverlays = this.overlayIds();
    for (const overlay of this.openers.keys()) {
      if (!this.nodes.has(overlay)) this.openers.delete(overlay);
    }
  }

  overlayIds() {
    return new Set(this.order.filter((id) => isOverlay(this.nodes.get(id))));
  }

  rememberOverlays(id) {
    for (const overlay of this.overlayIds()) {
      if (!this.openers.has(overlay)) this.openers.set(overlay, id);
    }
  }

  // The newest overlay that has just appeared.
  openedOverlay() {
    return [...this.overlayIds()].findLast(
      (id) => !this.knownOverlays.has(id) &&
              !this.nodes.get(id).element.contains(document.activeElement));
  }

  focusFirstIn(id) {
    const stops = this.stopsIn(this.nodes.get(id).element);
    const chosen = stops.find(
      (element) => element.matches("[aria-selected=true], [role=radio][aria-checked=true]"));
    const first = chosen ?? stops[0];
    return first ? this.focus(first.id.slice(3)) : this.focus(id);
  }

  stopsIn(element) { return [...element.querySelectorAll('[tabindex="0"], input, textarea')]; }

  // What had the focus is gone: back to what opened it, or to its neighbourhood.
  refocus(id, before) {
    for (const [overlay, opener] of [...this.openers].reverse()) {
      if (!this.nodes.has(overlay) && opener && this.focus(opener)) return;
    }
    for (let parent = before?.body.parent; parent; parent = this.parentOf(parent)) {
      const node = this.nodes.get(parent);
      if (!node) continue;
      if (node.body.role === "grid") {
        this.focus(parent);
        return;
      }
      const [first] = this.stopsIn(node.element);
      if (first && this.focus(first.id.slice(3))) return;
    }
    const [first] = this.stopsIn(this.root);
    if (first) this.focus(first.id.slice(3));
  }

  // Also of a group that is gone: its id says where it stood.
  parentOf(id) {
    return this.nodes.get(id)?.body.parent ?? id.split("/").slice(0, -1).join("/");
  }

  followActiveCell() {
    const grid = document.activeElement?.closest('[role="grid"]');
    const active = grid?.querySelector('[role="gridcell"][tabindex="0"]');
    if (!grid) {
      this.followsActiveCell = false;
    } else if (active) {
      this.followsActiveCell = false;
      if (active !== document.activeElement) this.focus(active.id.slice(3));
    }
  }

  // --- Events ---

  listen() {
    const on = (name, handler) => this.root.addEventListener(name, (event) => {
      const element = event.target.closest('[id^="ax:"]');
      const node = element && this.nodes.get(element.id.slice(3));
      if (node) handler(node, event);
    });
    on("click", (node, event) => this.clicked(node, event));
    on("change", (node) => this.checkedByReader(node));
    on("compositionstart", (node) => { node.isComposing = true; });
    on("compositionend", (node) => {
      node.isComposing = false;
      this.typed(node);
    });
    on("input", (node) => { if (!node.isComposing) this.typed(node); });
    on("focusin", (node) => this.focused(node));
  }

  press(id) {
    this.hurry();
    this.client.send("viewer_press", id);
  }

  clicked(node, event) {
    const { role } = node.body;
    if (textRoles.has(role) || role === "slider" || role === "checkbox") return;
    if (role === "link") {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;   // The browser's new tab.
      event.preventDefault();
    }
    this.press(node.id);
  }

  // The client decides what is ticked; until it has, the box stays as it was.
  checkedByReader({ id, element, body }) {
    if (body.role !== "checkbox") return;
    element.checked = body.checked === "true";
    element.indeterminate = body.checked === "mixed";
    this.press(id);
  }

  typed(node) {
    if (node.body.role === "checkbox") return;
    node.typedAt = this.frames;
    this.hurry();
    this.client.send("viewer_input", node.id, node.element.value);
  }

  focused(node) {
    this.takeRovingStop(node);
    if (this.isFocusOurs) return;
    this.hurry();
    this.client.send("viewer_focus_moved", node.id);
    if (!("pointer" in this.root.dataset)) this.reveal(node);
  }

  // Keys come to a list's end before the list does: it scrolls on, as under a wheel.
  reveal({ element, place }) {
    const siblings = [...element.parentElement.children];
    const alike = siblings.filter((other) => other.tagName === element.tagName);
    const isFirst = alike.length > 2 && alike[0] === element;
    const isLast = alike.length > 2 && alike.at(-1) === element;
    const step = Math.max(revealMargin, 2 * place.height);
    if (isLast || place.y + place.height > innerHeight - revealMargin) this.wheel(place, step);
    if (isFirst || place.y < revealMargin) this.wheel(place, -step);
  }

  wheel({ x, y, width, height }, by) {
    this.client.send("viewer_wheel", x + width / 2, y + height / 2, 0, by, 0);
  }

  // --- Keys. True where the key was ours. ---

  key(event) {
    delete this.root.dataset.pointer;
    const id = this.focusedId();
    const node = this.nodes.get(id);
    const isText = textRoles.has(node?.body.role);
    const modifiers = (event.shiftKey ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0) |
                      (event.altKey ? 4 : 0);
    this.hurry();
    if (this.client.send("viewer_key", event.key, id, modifiers) !== 0) {
      this.followsActiveCell = Boolean(node?.element.closest('[role="grid"]'));
      return true;
    }
    if (modifiers > 1 || isText) return false;
    if (event.key === "/") return this.focusSearch();
    return node ? this.moveInGroup(node, event.key) || this.pressByKey(node, event.key) : false;
  }

  focusSearch() {
    const id = this.order.find((each) => this.nodes.get(each).body.role === "searchbox");
    if (!id || !this.focus(id)) return false;
    this.nodes.get(id).element.select();
    return true;
  }

  // Buttons, links and inputs do it themselves.
  pressByKey({ id, element }, key) {
    if (element.tagName !== "DIV" || (key !== "Enter" && key !== " ")) return false;
    this.press(id);
    return true;
  }

  moveInGroup(node, key) {
    const [group, way] = this.rovingGroupOf(node);
    if (!group) return false;
    const items = this.rovingItems(group, way);
    const at = items.indexOf(node);
    const to = way.back.includes(key) ? at - 1
             : way.on.includes(key) ? at + 1
             : key === "Home" ? 0
             : key === "End" ? items.length - 1 : null;
    if (to === null) return false;
    const next = items[to];
    if (!next) {
      this.wheel(node.place, (to < 0 ? -1 : 1) * node.place.height);
      return true;
    }
    next.element.focus({ preventScroll: true });
    if (next.body.role === "radio") this.press(next.id);
    return true;
  }

  rovingGroupOf(node) {
    for (let id = node.body.parent; id; id = this.nodes.get(id)?.body.parent) {
      const group = this.nodes.get(id);
      const way = roving[group?.body.role];
      if (way?.items.includes(node.body.role)) return [group, way];
    }
    return [];
  }

  rovingItems(group, way) {
    return this.order.map((id) => this.nodes.get(id)).filter(
      ({ element, body }) => way.items.includes(body.role) && group.element.contains(element));
  }

  // Tab comes back to where the focus was in the group.
  takeRovingStop(node) {
    const [group] = this.rovingGroupOf(node);
    if (!group || group.body.role === "grid") return;
    group.stop = node.id;
    this.settleRovingStop(group);
  }

  settleRovingStops() {
    for (const node of this.nodes.values()) {
      if (node.body.role in roving && node.body.role !== "grid") this.settleRovingStop(node);
    }
  }

  // One item of the group takes the Tab key: the one that had the focus, or the first that may.
  settleRovingStop(group) {
    const items = this.rovingItems(group, roving[group.body.role]);
    const stop = items.find(({ id }) => id === group.stop) ??
                 items.find(({ body }) => body.isFocusable === "true");
    for (const item of items) item.element.tabIndex = item === stop ? 0 : -1;
  }

  // --- Read aloud ---

  announce(text, isUrgent) {
    const region = isUrgent ? this.urgent : this.polite;
    // Emptied first, so that the same sentence is read again.
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, announceDelayMs);
  }
}
