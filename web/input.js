// Mouse, pen and fingers on the canvas, as the client understands them: a place, a press, a wheel.

const slop = 8;                  // A finger that moved less still taps.
const longPressMs = 500;
const velocityWindowMs = 100;
const glideMs = 325;             // How long a flick takes to lose two thirds of its speed.
const slowestGlide = 0.02;       // Pixels a millisecond.
const longestGlideStepMs = 50;
const lineHeight = 40;           // Of a wheel that counts lines.

const clientButton = [0, 2, 1];  // The browser counts left, middle, right; the client left, right, middle.
const left = 0;
const right = 1;

export const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");

export class Input {
  // `page` has pressedAt(x, y), openAside(x, y) and touchChanged(isTouch).
  constructor(layer, canvas, client, page) {
    this.layer = layer;
    this.canvas = canvas;
    this.client = client;
    this.page = page;
    this.isTouch = false;
    this.finger = null;          // What the one finger on the canvas is doing.
    this.glide = null;           // A flick that goes on: place and speed.
    const listen = (target, name, handler, options) =>
      target.addEventListener(name, handler.bind(this), options);
    listen(canvas, "pointerdown", this.pressed);
    listen(canvas, "pointermove", this.moved);
    listen(canvas, "pointerup", this.released);
    listen(canvas, "pointercancel", this.cancelled);
    listen(canvas, "pointerleave", this.wentAway);
    listen(layer, "wheel", this.wheeled, { passive: false });
    // The focus follows what is pressed and is moved by us; the canvas itself never has it.
    listen(canvas, "mousedown", (event) => event.preventDefault());
    listen(canvas, "contextmenu", (event) => event.preventDefault());
  }

  // --- Mouse and pen ---

  pressed(event) {
    this.setTouch(event.pointerType === "touch");
    this.glide = null;
    if (event.pointerType === "touch") {
      this.fingerDown(event);
      return;
    }
    const { clientX: x, clientY: y } = event;
    const asksForTab = event.button === 1 || (event.button === 0 && (event.ctrlKey || event.metaKey));
    if (asksForTab && this.page.openAside(x, y)) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.client.send("viewer_pointer_moved", x, y);
    this.client.send("viewer_pointer_pressed", clientButton[event.button] ?? left,
                     event.shiftKey ? 1 : 0);
    if (event.button === 0) this.page.pressedAt(x, y);
  }

  moved(event) {
    if (event.pointerType === "touch") {
      this.fingerMoved(event);
      return;
    }
    this.setTouch(false);
    this.client.send("viewer_pointer_moved", event.clientX, event.clientY);
  }

  released(event) {
    if (event.pointerType === "touch") {
      this.fingerUp(event);
      return;
    }
    this.client.send("viewer_pointer_released", clientButton[event.button] ?? left);
  }

  cancelled(event) {
    if (event.pointerType === "touch") {
      this.dropFinger();
      return;
    }
    this.client.send("viewer_pointer_released", left);
    this.client.send("viewer_pointer_left");
  }

  wentAway(event) {
    if (event.pointerType !== "touch") this.client.send("viewer_pointer_left");
  }

  wheeled(event) {
    if (event.ctrlKey) return;   // The browser's zoom.
    event.preventDefault();
    const scale = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight
                : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? innerHeight : 1;
    this.client.send("viewer_wheel", event.clientX, event.clientY, event.deltaX * scale,
                     event.deltaY * scale, event.shiftKey ? 1 : 0);
  }

  setTouch(isTouch) {
    if (isTouch === this.isTouch) return;
    this.isTouch = isTouch;
    this.page.touchChanged(isTouch);
  }

  // --- One finger: tap, long press, pan with a flick, or drag where a control asks for it ---

  fingerDown(event) {
    // A second finger means the browser's zoom.
    if (this.finger) {
      this.dropFinger();
      return;
    }
    const { pointerId: id, clientX: x, clientY: y } = event;
    const isDrag = this.client.ask("viewer_wants_drag", x, y) !== 0;
    this.finger = { id, startX: x, startY: y, x, y, doing: isDrag ? "drag" : "wait", trail: [] };
    if (isDrag) {
      this.client.send("viewer_pointer_moved", x, y);
      this.client.send("viewer_pointer_pressed", left, 0);
      this.page.pressedAt(x, y);
      return;
    }
    this.finger.timer = setTimeout(() => this.longPressed(), longPressMs);
  }

  longPressed() {
    const { x, y } = this.finger;
    this.finger.doing = "done";
    this.click(x, y, right);
  }

  fingerMoved(event) {
    const { finger } = this;
    if (finger?.id !== event.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (finger.doing === "wait" && Math.hypot(x - finger.startX, y - finger.startY) > slop) {
      clearTimeout(finger.timer);
      finger.doing = "pan";
      finger.x = x;
      finger.y = y;
    }
    if (finger.doing === "drag") this.client.send("viewer_pointer_moved", x, y);
    if (finger.doing === "pan") {
      this.client.send("viewer_pan", finger.startX, finger.startY, x - finger.x, y - finger.y);
      finger.trail.push({ x, y, at: event.timeStamp });
      while (finger.trail[0].at < event.timeStamp - velocityWindowMs) finger.trail.shift();
    }
    finger.x = x;
    finger.y = y;
  }

  fingerUp(event) {
    const { finger } = this;
    if (finger?.id !== event.pointerId) return;
    clearTimeout(finger.timer);
    this.finger = null;
    if (finger.doing === "wait") {
      this.click(finger.x, finger.y, left);
      this.page.pressedAt(finger.x, finger.y);
    }
    if (finger.doing === "drag") {
      this.client.send("viewer_pointer_released", left);
      this.client.send("viewer_pointer_left");
    }
    if (finger.doing === "pan") this.startGlide(finger, event.timeStamp);
  }

  dropFinger() {
    const { finger } = this;
    this.finger = null;
    if (!finger) return;
    clearTimeout(finger.timer);
    if (finger.doing !== "drag") return;
    this.client.send("viewer_pointer_left");
    this.client.send("viewer_pointer_released", left);
  }

  click(x, y, button) {
    this.client.send("viewer_pointer_moved", x, y);
    this.client.send("viewer_pointer_pressed", button, 0);
    this.client.send("viewer_pointer_released", button);
    this.client.send("viewer_pointer_left");
  }

  startGlide(finger, now) {
    const [first] = finger.trail;
    if (!first || reducedMotion.matches) return;
    const elapsed = Math.max(1, now - first.at);
    this.glide = {
      x: finger.startX, y: finger.startY,
      speedX: (finger.x - first.x) / elapsed, speedY: (finger.y - first.y) / elapsed,
      at: performance.now(),
    };
    this.client.wake();
  }

  // Once a frame. True while a flick goes on.
  advance(now) {
    const { glide } = this;
    if (!glide) return false;
    const elapsed = Math.min(longestGlideStepMs, Math.max(0, now - glide.at));
    const kept = Math.exp(-elapsed / glideMs);
    glide.at = now;
    this.client.ask("viewer_pan", glide.x, glide.y, glide.speedX * elapsed, glide.speedY * elapsed);
    glide.speedX *= kept;
    glide.speedY *= kept;
    if (Math.hypot(glide.speedX, glide.speedY) < slowestGlide) this.glide = null;
    return true;
  }
}
