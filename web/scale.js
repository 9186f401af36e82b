// How many pixels the canvas has for one CSS pixel. In a large or fine window they are coarser, so
// that software can draw them too.

const pixelsMax = 8_000_000;

export function canvasScale() {
  return Math.min(devicePixelRatio, Math.sqrt(pixelsMax / (innerWidth * innerHeight)));
}

// True where the canvas had another size. Every change costs a new drawing buffer.
export function fitCanvas(canvas) {
  const scale = canvasScale();
  const width = Math.round(innerWidth * scale);
  const height = Math.round(innerHeight * scale);
  if (canvas.width === width && canvas.height === height) return false;
  canvas.width = width;
  canvas.height = height;
  return true;
}
