// A plugin of the bundler: what of the framework no page of ours uses is not built in. Each part is met in every build
// or the build fails, so that a new version of the framework is looked at instead of quietly weighing more again.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const ROUTER = /react-router\/.*\/lib\/(dom|dom-export|router)\//;
const SOCKET = "\0medportal-socket";

// Imported from elsewhere than the framework thinks. The pages are drawn beforehand with the same elements.
const INSTEAD = [
  { what: "styling", source: /^@emotion\/react$/, to: here("./jsx.js"), drawn: true },
  { what: "cookies", source: /^universal-cookie$/, to: here("./cookies.js") },
  { what: "uploads", source: /\/utils\/helpers\/upload$/, to: here("./uploads.js") },
  { what: "merging", source: /^mergician$/, to: here("./merging.js") },
  { what: "discovery of routes", source: /\/fog-of-war\.js$/, from: ROUTER, to: here("./discovery.js") },
  { what: "instruments", source: /\/instrumentation\.js$/, from: ROUTER, to: here("./instruments.js") },
  { what: "long polling", source: /transports\/index\.js$/, from: /engine\.io-client/, to: SOCKET },
];

const CHANGES = [
  // Our policy forbids evaluating text, and no handler asks for it. While the word stands there, no name can be shortened.
  { what: "eval", file: /\/utils\/state\.js$/, from: /(?<![\w.])eval\(/g, to: "refuse(", before: 'const refuse = () => { throw new Error("text is not evaluated here"); };\n' },
  // Whole libraries are laid open for components that come as text; ours do not.
  { what: "laid open", file: /\/app\/root\.jsx$/, from: /window\.__reflex = \{[\s\S]*?\n {4}\};/, to: "" },
];

export default function lean() {
  const met = new Set();
  let socket = "";
  return {
    name: "medportal-lean",
    enforce: "pre",
    resolveId(source, importer) {
      const one = INSTEAD.find((it) => it.source.test(source) && (!it.from || it.from.test(importer ?? "")));
      if (!one || !(one.drawn || this.environment.name === "client")) return null;
      met.add(one.what);
      if (one.to === SOCKET) socket = join(dirname(importer), "transports", "websocket.js");
      return one.to;
    },
    load: (id) => (id === SOCKET ? `import { WS } from ${JSON.stringify(socket)};\nexport const transports = { websocket: WS };` : null),
    transform(code, id) {
      const one = CHANGES.find((it) => it.file.test(id));
      if (!one || code.search(one.from) < 0) return null;
      met.add(one.what);
      return { code: (one.before ?? "") + code.replace(one.from, one.to), map: null };
    },
    generateBundle() {
      const missed = [...INSTEAD, ...CHANGES].map((one) => one.what).filter((what) => !met.has(what));
      if (missed.length && this.environment.name === "client") this.error(`the framework has no more of this: ${missed.join(", ")}; see medportal/ui/lean`);
    },
  };
}
