// A chart or a map, saved as its reader saves it.
import { readFile } from "node:fs/promises";

// Its name and its bytes; `format` is "SVG" or "PNG", as the menu has it.
export async function savedPicture(window, format) {
  await window.press(window.by("button", "Simpan gambar"));
  const option = window.viewer.getByText(format, { exact: true });
  await option.waitFor({ state: "attached" });
  const [download] = await Promise.all([
    window.page.waitForEvent("download"), window.press(option)]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
