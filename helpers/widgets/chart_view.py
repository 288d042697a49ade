"""A chart, live: its marks can be pointed at, walked along with the arrow keys and chosen; the picture can be saved."""

from __future__ import annotations

import anywidget
import traitlets

from helpers.charts.chart import Chart, Mark

_SCRIPT = """
const NS = "http://www.w3.org/2000/svg";
function make(made, attributes, ...inside) {
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}
const html = (name, attributes, ...inside) => make(document.createElement(name), attributes, ...inside);
const drawn = (name, attributes) => make(document.createElementNS(NS, name), attributes);
const parsed = (text) => document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
const url = (svg) => "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
const save = (href, download) => html("a", { href, download }).click();
function savePng(svg, name) {
  const image = new Image();
  image.onload = () => {
    const canvas = html("canvas", { width: image.width * 2, height: image.height * 2 });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL("image/png"), name);
  };
  image.src = url(svg);
}
function frameOf(shape) {
  try { const b = shape.getBBox(); return { x: b.x - 4, y: b.y - 4, width: b.width + 8, height: b.height + 8 }; }
  catch { return { x: 0, y: 0, width: 0, height: 0 }; }
}
function render({ model, el }) {
  const name = html("p", { class: "ro-title" }), picture = html("div", { class: "ro-picture", role: "group" });
  const tip = html("div", { class: "ro-tip", "aria-hidden": "true", hidden: "" });
  const sentence = html("p", {}), source = html("p", { class: "ro-source" });
  const file = () => model.get("title").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "chart";
  const button = (kind, act) => {
    const made = html("button", { type: "button", "aria-label": `${kind}: save the picture` }, kind);
    made.addEventListener("click", act);
    return made;
  };
  const saving = html("div", { class: "ro-saving" },
    button("SVG", () => save(url(model.get("picture")), `${file()}.svg`)), button("PNG", () => savePng(model.get("picture"), `${file()}.png`)));
  const figure = html("div", { class: "ro-chart", role: "figure" }, name, picture, sentence, source, saving);
  let shapes = [], ring, pin, at = 0;
  const place = (edge, shape) => make(edge, shape ? frameOf(shape) : { width: 0, height: 0 });
  const leave = () => { tip.hidden = true; place(ring, null); };
  function point(k) {
    const shape = shapes[k], own = shape.getBoundingClientRect(), all = picture.getBoundingClientRect();
    const x = own.left + own.width / 2 - all.left, half = x > all.width / 2;
    tip.textContent = shape.getAttribute("aria-label");
    tip.setAttribute("style", `top:${own.bottom - all.top + 8}px;${half ? `right:${all.width - x}` : `left:${x}`}px`);
    tip.hidden = false;
    place(ring, shape);
  }
  function rove(k) {
    shapes[at]?.setAttribute("tabindex", "-1");
    at = Math.max(0, Math.min(k, shapes.length - 1));
    shapes[at]?.setAttribute("tabindex", "0");
  }
  function pressed() {
    const chosen = model.get("chosen");
    for (const shape of shapes) shape.setAttribute("aria-pressed", String(shape.dataset.mark === chosen));
    place(pin, shapes.find((shape) => shape.dataset.mark === chosen));
  }
  function choose(k) {
    const id = shapes[k].dataset.mark;
    model.set("chosen", model.get("chosen") === id ? "" : id);
    model.save_changes();
  }
  function under(event) {
    const hit = event.target.closest("[data-mark]");
    if (hit) return shapes.indexOf(hit);
    const matrix = picture.querySelector("svg").getScreenCTM().inverse(), p = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const near = shapes.map((shape, k) => ({ k, b: frameOf(shape), open: /[^z]$/.test(shape.getAttribute("d") || "z") }))
      .filter(({ b, open }) => !open && p.x >= b.x && p.x <= b.x + b.width && p.y >= b.y && p.y <= b.y + b.height);
    return near.length ? near.reduce((a, c) => (c.b.width * c.b.height < a.b.width * a.b.height ? c : a)).k : -1;
  }
  function draw() {
    if (!model.get("svg")) return;
    const held = picture.contains(document.activeElement), svg = parsed(model.get("svg"));
    for (const text of svg.querySelectorAll("text")) text.setAttribute("aria-hidden", "true");
    shapes = model.get("marks").map(({ id, label }) => {
      const shape = svg.querySelector(`[id="${id}"]`);
      shape.removeAttribute("id");
      return make(shape, { "data-mark": id, tabindex: "-1", role: "button", "aria-label": label });
    });
    ring = drawn("rect", { class: "ro-ring" }); pin = drawn("rect", { class: "ro-pin" });
    svg.append(pin, ring);
    picture.replaceChildren(html("div", { class: "ro-scroll" }, svg), tip);
    name.textContent = model.get("title");
    sentence.textContent = model.get("sentence");
    source.textContent = [model.get("thin") && `Too thin to trust: ${model.get("thin")}.`, model.get("source")].filter(Boolean).join(" ");
    figure.setAttribute("aria-label", model.get("title"));
    picture.setAttribute("aria-label", `${shapes.length} marks: arrow keys move, Enter chooses`);
    rove(at); pressed(); leave();
    if (held && shapes.length) shapes[at].focus();
  }
  picture.addEventListener("keydown", (event) => {
    const step = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: shapes.length - 1 }[event.key];
    if (step !== undefined) { rove(step); shapes[at].focus(); }
    else if (event.key === "Enter" || event.key === " ") choose(at);
    else if (event.key === "Escape") leave();
    else return;
    event.preventDefault(); event.stopPropagation();
  });
  picture.addEventListener("focusin", (event) => { const k = shapes.indexOf(event.target); if (k >= 0) { rove(k); point(k); } });
  picture.addEventListener("focusout", leave);
  picture.addEventListener("pointermove", (event) => { const k = under(event); if (k >= 0) point(k); else if (!picture.contains(document.activeElement)) leave(); });
  picture.addEventListener("pointerleave", leave);
  picture.addEventListener("click", (event) => { const k = under(event); if (k >= 0) { rove(k); shapes[k].focus(); choose(k); } });
  let waiting = false;
  const soon = () => { if (!waiting) { waiting = true; queueMicrotask(() => { waiting = false; draw(); }); } };
  model.on("change:svg change:marks change:title change:sentence change:source change:thin", soon);
  model.on("change:chosen", pressed);
  draw();
  el.append(figure);
}
export default { render };
"""

_STYLE = """
.ro-chart { max-width: 56em; color: var(--jp-content-font-color1, inherit); }
.ro-chart p { margin: .3em 0; }
.ro-title { font-weight: bold; }
.ro-source { font-size: 90%; }
.ro-picture { position: relative; }
.ro-scroll { overflow-x: auto; padding: 3px; }
.ro-picture svg { display: block; min-width: 600px; overflow: visible; }
.ro-picture [data-mark] { cursor: pointer; }
.ro-chart .ro-picture svg [data-mark]:focus-visible { outline: none !important; }
.ro-ring, .ro-pin { fill: none; stroke: currentColor; stroke-width: 0; pointer-events: none; }
.ro-ring:not([width="0"]) { stroke-width: 2.5; }
.ro-pin:not([width="0"]) { stroke-width: 2; stroke-dasharray: 5 3; }
.ro-tip { position: absolute; z-index: 5; max-width: 24em; padding: .2em .5em; pointer-events: none; border: 1px solid currentColor;
  background: var(--jp-layout-color0, Canvas); color: var(--jp-content-font-color1, CanvasText); }
.ro-saving { display: flex; gap: .5em; }
.ro-saving button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 3px; padding: .15em .7em; cursor: pointer; }
@media print { .ro-saving, .ro-tip { display: none; } }
"""


class ChartView(anywidget.AnyWidget):
    """Shows a Chart; ``chosen`` is the id of the mark that the reader chose, "" for none.

    One stop for the tab key; arrows, Home and End move from mark to mark, Enter, Space or a click choose (and choose
    away), Escape hides the name. ``picture`` is what the buttons save: dark on white, with title and source.
    """

    _esm = _SCRIPT
    _css = _STYLE
    svg = traitlets.Unicode().tag(sync=True)
    picture = traitlets.Unicode().tag(sync=True)
    marks: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)
    thin = traitlets.Unicode().tag(sync=True)
    chosen = traitlets.Unicode().tag(sync=True)

    def __init__(self, chart: Chart | None = None) -> None:
        super().__init__()
        self.chart = chart
        if chart is not None:
            self.show(chart)

    def show(self, chart: Chart) -> None:
        """Show another chart, in one message to the browser; nothing of it is chosen."""
        self.chart = chart
        with self.hold_sync():
            self.svg, self.picture = chart.svg, chart.picture(words=True)
            self.marks = [{"id": mark.id, "label": mark.label} for mark in chart.marks]
            self.title, self.sentence, self.source, self.thin = chart.title, chart.sentence, chart.source, chart.thin
            self.chosen = ""

    @property
    def chosen_mark(self) -> Mark | None:
        """The mark chosen, with what it links to; None if there is none."""
        return next((mark for mark in self.chart.marks if mark.id == self.chosen), None) if self.chart else None

    def __repr__(self) -> str:
        return f"ChartView({self.title!r})"
