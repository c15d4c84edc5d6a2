// Makes dist/: the extension in one file, and the viewer of PDFs in another.

import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** `…?text`: a file as a string, for the worker that the viewer starts from memory. */
const text = {
  name: "text",
  setup(build) {
    build.onResolve({ filter: /\?text$/ }, ({ path }) => ({ path: require.resolve(path.slice(0, -"?text".length)), namespace: "text" }));
    build.onLoad({ filter: /.*/, namespace: "text" }, ({ path }) => ({ contents: readFileSync(path, "utf8"), loader: "text" }));
  },
};

rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist"));
const common = { bundle: true, minify: true, legalComments: "eof", logLevel: "warning" };
await build({ ...common, entryPoints: [at("src/extension.js")], outfile: at("dist/extension.js"), platform: "node", target: "node20", format: "cjs", external: ["vscode"] });
await build({ ...common, entryPoints: [at("src/preview/preview.js")], outfile: at("dist/preview.js"), platform: "browser", target: "chrome120", format: "iife", plugins: [text], external: ["node:*"] });
await build({ ...common, entryPoints: [at("src/preview/preview.css")], outfile: at("dist/preview.css") });
// The viewer's licence goes with it.
copyFileSync(require.resolve("pdfjs-dist/LICENSE"), at("dist/pdfjs-LICENSE.txt"));
