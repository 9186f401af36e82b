// The real server on a free port, with the site that the build made.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.LUMBUNG_PROGRAM ?? `${root}build/lumbung`;
const site = process.env.LUMBUNG_SITE ?? `${root}build/site`;

/// Starts it and waits until it says where it listens. `hasDesk`: it takes requests, into a
/// database of its own. `told`: its lines so far.
export async function startServer({ hasDesk = false } = {}) {
  const state = hasDesk ? await mkdtemp(join(tmpdir(), "lumbung-browser-")) : null;
  const desk = hasDesk ? ["--office", `${root}data/office`, "--state", state] : [];
  const server = spawn(program, ["serve", "--site", site, "--port", "0", ...desk],
                       { stdio: ["ignore", "pipe", "pipe"] });
  const told = [];
  const address = await new Promise((resolve, reject) => {
    const listen = (stream) => createInterface({ input: stream }).on("line", (line) => {
      told.push(line);
      const found = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (found) resolve(found[0]);
    });
    listen(server.stdout);
    listen(server.stderr);
    server.on("error", reject);
    server.on("exit", (code) => {
      reject(new Error(`${program} ended with ${code} before it listened:\n${told.join("\n")}`));
    });
  });
  const stop = async () => {
    await new Promise((resolve) => {
      server.once("exit", resolve);
      server.kill("SIGTERM");
    });
    if (state) await rm(state, { recursive: true });
  };
  return { address, stop, told };
}
