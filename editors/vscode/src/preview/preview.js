// Shows the pages of a PDF: drawn when they come into view, with their text to select and their links to follow.

import { GlobalWorkerOptions, TextLayer, getDocument } from "pdfjs-dist/legacy/build/pdf.min.mjs";
import worker from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?text";

const vscode = acquireVsCodeApi();
const { file, words } = JSON.parse(document.body.dataset.state);
const main = document.getElementById("pages");
const where = document.getElementById("where");
const message = document.getElementById("message");

GlobalWorkerOptions.workerPort = new Worker(URL.createObjectURL(new Blob([worker], { type: "text/javascript" })), { type: "module" });

/** Where the reader is, and how large: kept when the panel is hidden, and when the document is made again. */
const state = { file, zoom: 1, page: 1, part: 0, ...vscode.getState() };
const keep = () => vscode.setState(state);

let shown; // { pdf, container, pages: [{ page, element, drawn }] }
let turn = 0;

const fill = (text, ...values) => values.reduce((text, value, at) => text.replace(`{${at}}`, value), text);

/** Each page is as wide as the panel, whichever way up it is: `zoom` is a share of that. */
const wide = () => Math.max(200, main.clientWidth - 48);

async function open(bytes) {
  const mine = ++turn;
  // The bytes are handed over to the worker, and the panel keeps its own.
  const pdf = await getDocument({ data: new Uint8Array(bytes), useWasm: false, enableXfa: false, stopAtErrors: false }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const container = document.createElement("div");
  container.className = "document";
  const next = { pdf, container, pages: pages.map((page) => ({ page, element: sheet(page), drawn: undefined })) };
  next.pages.forEach(({ element }) => container.append(element));
  next.pages.forEach(size);
  // What is looked at is drawn before it takes the place of what was there, so that nothing blinks.
  const first = Math.min(state.page, pages.length);
  await draw(next.pages[first - 1]);
  if (mine !== turn) {
    pdf.loadingTask.destroy();
    return;
  }
  const old = shown;
  shown = next;
  main.replaceChildren(container);
  main.dataset.document = String(mine);
  go(first, state.part);
  watch(next);
  tellWhere();
  old?.pdf.loadingTask.destroy();
}

function sheet(page) {
  const element = document.createElement("section");
  element.className = "page";
  element.dataset.page = String(page.pageNumber);
  element.setAttribute("aria-label", fill(words.page, page.pageNumber, ""));
  return element;
}

const scaleOf = (page) => (wide() / page.getViewport({ scale: 1 }).width) * state.zoom;

function size({ page, element }) {
  const { width, height } = page.getViewport({ scale: scaleOf(page) });
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

async function draw(it) {
  const scale = scaleOf(it.page);
  if (it.drawn === scale) return;
  it.drawn = scale;
  const viewport = it.page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  const sharp = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  const transform = sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0];
  await it.page.render({ canvas, viewport, transform }).promise;
  const text = document.createElement("div");
  text.className = "text";
  text.style.setProperty("--total-scale-factor", String(scale));
  await new TextLayer({ textContentSource: it.page.streamTextContent(), container: text, viewport }).render();
  const links = await linksOf(it.page, viewport);
  // It was made larger or smaller meanwhile.
  if (it.drawn === scale) it.element.replaceChildren(canvas, text, ...links);
}

async function linksOf(page, viewport) {
  const notes = await page.getAnnotations();
  return notes.filter((note) => note.subtype === "Link" && (note.url || note.dest)).map((note) => {
    const [left, bottom, right, top] = note.rect;
    const [x, y] = viewport.convertToViewportPoint(left, bottom);
    const [x2, y2] = viewport.convertToViewportPoint(right, top);
    const link = document.createElement("a");
    link.className = "link";
    link.href = "#";
    Object.assign(link.style, {
      left: `${Math.min(x, x2)}px`, top: `${Math.min(y, y2)}px`, width: `${Math.abs(x2 - x)}px`, height: `${Math.abs(y2 - y)}px`,
    });
    if (note.url) link.title = note.url;
    link.setAttribute("aria-label", note.url ?? note.contentsObj?.str ?? "");
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (note.url) vscode.postMessage({ kind: "link", url: note.url });
      else follow(note.dest);
    });
    return link;
  });
}

async function follow(dest) {
  const place = typeof dest === "string" ? await shown.pdf.getDestination(dest) : dest;
  if (!place) return;
  const at = typeof place[0] === "object" ? await shown.pdf.getPageIndex(place[0]) : place[0];
  const { page } = shown.pages[at];
  const [, , , height] = page.view;
  const top = place[1]?.name === "XYZ" && typeof place[3] === "number" ? 1 - place[3] / height : 0;
  go(at + 1, Math.max(0, top - 0.02));
}

function go(number, part) {
  const element = shown.pages[Math.min(number, shown.pages.length) - 1].element;
  main.scrollTop = element.offsetTop - main.offsetTop + part * element.offsetHeight - (part > 0 ? 0 : 12);
}

let observer;
function watch(of) {
  observer?.disconnect();
  observer = new IntersectionObserver(
    (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => draw(of.pages[Number(entry.target.dataset.page) - 1])),
    { root: main, rootMargin: "600px 0px" },
  );
  of.pages.forEach(({ element }) => observer.observe(element));
}

function tellWhere() {
  where.textContent = shown ? fill(words.page, state.page, shown.pages.length) : "";
}

main.addEventListener("scroll", () => {
  if (!shown) return;
  const top = main.scrollTop + main.offsetTop + 12;
  const here = shown.pages.findLast(({ element }) => element.offsetTop <= top) ?? shown.pages[0];
  state.page = here.page.pageNumber;
  state.part = Math.max(0, (main.scrollTop + main.offsetTop - here.element.offsetTop) / here.element.offsetHeight);
  keep();
  tellWhere();
});

function resize() {
  if (!shown) return;
  const { page, part } = state;
  shown.pages.forEach(size);
  go(page, part);
  watch(shown);
}

let waiting;
new ResizeObserver(() => {
  clearTimeout(waiting);
  waiting = setTimeout(resize, 120);
}).observe(main);

function zoom(to) {
  state.zoom = Math.min(4, Math.max(0.25, to));
  keep();
  resize();
}
document.getElementById("smaller").addEventListener("click", () => zoom(state.zoom / 1.2));
document.getElementById("larger").addEventListener("click", () => zoom(state.zoom * 1.2));
document.getElementById("fit").addEventListener("click", () => zoom(1));
document.getElementById("problems").addEventListener("click", () => vscode.postMessage({ kind: "problems" }));

window.addEventListener("message", async ({ data }) => {
  if (data.kind === "document") {
    try {
      await open(data.bytes);
    } catch (error) {
      say({ text: fill(words.unreadable, error.message), level: "error" });
    }
    document.body.classList.remove("busy");
  } else if (data.kind === "busy") {
    document.body.classList.add("busy");
  } else if (data.kind === "message") {
    say(data);
    document.body.classList.remove("busy");
  }
});

function say({ text, level, problems }) {
  message.hidden = text === "";
  message.className = level ?? "";
  message.firstElementChild.textContent = text;
  document.getElementById("problems").hidden = !problems;
  if (text !== "" && !shown) main.replaceChildren();
}

keep();
vscode.postMessage({ kind: "loaded" });
