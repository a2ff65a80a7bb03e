// Compiles the style sheets and copies the scripts into src/Platform/wwwroot. Called by Platform.csproj; safe to call
// twice at once (several builds of one clone), because a lock file lets one in and makes the others wait.
import { createHash } from "node:crypto";
import { execSync } from "node:child_process";
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [out, work] = process.argv.slice(2);
const styles = ["app", "agents"];
const scripts = { "htmx.js": "htmx.org/dist/htmx.min.js", "agents.js": "../agents.js" };

mkdirSync(out, { recursive: true });
mkdirSync(work, { recursive: true });
const lock = join(work, "assets.lock");
await enter();
try {
  install();
  await compile();
} finally {
  rmSync(lock, { force: true });
}

async function enter() {
  for (let waited = 0; ; waited += 200) {
    try {
      closeSync(openSync(lock, "wx"));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      // A build that was killed leaves its lock behind; none takes five minutes.
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (made !== undefined && Date.now() - made > 300_000) rmSync(lock, { force: true });
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

function install() {
  const wanted = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex");
  const stamp = join(here, "node_modules", ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  execSync("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error", { cwd: here, stdio: "inherit" });
  writeFileSync(stamp, wanted);
}

async function compile() {
  const sass = await import("sass");
  for (const name of styles) {
    const { css } = sass.compile(join(here, `${name}.scss`), { style: "compressed", loadPaths: [join(here, "node_modules")], quietDeps: true });
    replace(`${name}.css`, file => writeFileSync(file, css));
  }
  for (const [name, source] of Object.entries(scripts)) {
    replace(name, file => copyFileSync(join(here, "node_modules", source), file));
  }
}

// A running server never sees half a file.
function replace(name, write) {
  const fresh = join(work, name);
  write(fresh);
  renameSync(fresh, join(out, name));
}
