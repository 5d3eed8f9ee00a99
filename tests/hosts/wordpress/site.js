// A WordPress of its own: Debian's copy in a temporary folder, MariaDB on a socket beside it, PHP's own server on a free port.
// Nothing outside that folder is written, and nothing stays of it.

import { execFile, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { DIST, freePort } from "../../browser/harness.js";

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));

/** Where Debian puts it. */
const WORDPRESS = "/usr/share/wordpress";
const PLUGIN = join(DIST, "wordpress/social-or-not");

/** An installed WordPress with the plugin in it, not yet activated. `product`: the address of the product's own server. */
export async function wordpress(product) {
  const folder = await mkdtemp(join(tmpdir(), "wordpress-"));
  const root = join(folder, "site");
  const socket = join(folder, "mariadb.sock");
  const log = join(folder, "notices.log");
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const programs = [];
  // Also where a test file fails before its tests.
  const tidy = () => {
    programs.forEach(end);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", tidy);
  after(async () => {
    await Promise.all(programs.map((program) => end(program) && new Promise((resolve) => program.once("exit", resolve))));
    tidy();
    process.off("exit", tidy);
  });

  await Promise.all([copy(root, { socket, address, product, log }), database(folder, socket, programs)]);

  /** Does one thing of work.php, and gives its answer. */
  const work = async (task, argument = {}) => {
    const { stdout } = await run("php", [join(HERE, "work.php"), root, task, JSON.stringify(argument)]);
    return JSON.parse(stdout);
  };
  await work("install", { address });

  const server = spawn("php", ["-S", `127.0.0.1:${port}`, "-t", root], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: "4" },
    stdio: "ignore",
    // Its workers are ended with it, as a group.
    detached: true,
  });
  server.isGroup = true;
  programs.push(server);
  await answers(() => fetch(`${address}/wp-includes/images/blank.gif`));
  return {
    address,
    work,
    /** What PHP had to say, a line each. */
    notices: async () => (await readFile(log, "utf8")).split("\n").filter(Boolean),
  };
}

/** WordPress's files, its configuration, the plugin, and what the test changes in it. */
async function copy(root, { socket, address, product, log }) {
  // Debian's package links to other packages.
  await cp(WORDPRESS, root, { recursive: true, dereference: true });
  await writeFile(join(root, "wp-config.php"), `<?php
$table_prefix = 'wp_';
${Object.entries({
  DB_NAME: "wordpress",
  DB_USER: "root",
  DB_PASSWORD: "",
  DB_HOST: `localhost:${socket}`,
  DB_CHARSET: "utf8mb4",
  WP_HOME: address,
  WP_SITEURL: address,
  FS_METHOD: "direct",
  DISABLE_WP_CRON: true,
  // What WordPress would ask of its makers fails at once.
  WP_HTTP_BLOCK_EXTERNAL: true,
  WP_ACCESSIBLE_HOSTS: "127.0.0.1",
  // WordPress has its own differences with this PHP: notices go into a log, where ours would be found.
  WP_DEBUG: true,
  WP_DEBUG_DISPLAY: false,
  WP_DEBUG_LOG: log,
  PRODUCT: product,
}).map(([name, value]) => `define( '${name}', ${JSON.stringify(value)} );`).join("\n")}
define( 'ABSPATH', __DIR__ . '/' );
require ABSPATH . 'wp-settings.php';
`);
  // PHP's server does not let WordPress answer for a file that is missing.
  await writeFile(join(root, "favicon.ico"), "");
  await mkdir(join(root, "wp-content/mu-plugins"));
  await cp(join(HERE, "host.php"), join(root, "wp-content/mu-plugins/host.php"));
  await cp(PLUGIN, join(root, "wp-content/plugins/social-or-not"), { recursive: true });
}

async function database(folder, socket, programs) {
  const data = join(folder, "data");
  const user = userInfo().username;
  await run("mariadb-install-db", ["--no-defaults", `--user=${user}`, `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db"]);
  // Debian keeps the server where only an administrator looks for programs.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  programs.push(spawn("mariadbd", [
    "--no-defaults", `--user=${user}`, `--datadir=${data}`, `--socket=${socket}`, "--skip-networking",
    "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M",
  ], { stdio: "ignore", env }));
  await answers(() => run("mariadb", ["--no-defaults", "--user=root", `--socket=${socket}`, "-e", "CREATE DATABASE IF NOT EXISTS wordpress"]));
}

/** Asks until it does not fail, for at most half a minute. */
async function answers(ask) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Asks a program that we started to end. Says whether it was still there. */
function end(program) {
  if (program.exitCode !== null || program.signalCode !== null) return false;
  try {
    // Below zero: the whole group.
    return process.kill(program.isGroup ? -program.pid : program.pid, "SIGTERM");
  } catch {
    return false;
  }
}
