"""HTML that answers: its buttons and boxes are heard, a selection of words is told, a passage can be brought into view.

What is shown is made by ``helpers.html`` from escaped text; the browser only reports which of our names was pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

_SCRIPT = """
const named = (part) => part && (part.dataset.press || part.dataset.check);
function inner(node, root) {
  const part = node.nodeType === 1 ? node : node.parentElement;
  const found = part && part.closest("[data-paragraph]");
  return found && root.contains(found) ? found : null;
}
function offset(paragraph, node, at) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  let length = range.toString().length;
  for (const skipped of paragraph.querySelectorAll("[data-skip]")) {
    const other = document.createRange();
    other.selectNodeContents(skipped);
    if (range.compareBoundaryPoints(Range.START_TO_START, other) <= 0 && range.comparePoint(skipped, 0) === 0) {
      if (range.compareBoundaryPoints(Range.END_TO_END, other) < 0) other.setEnd(node, at);
      length -= other.toString().length;
    }
  }
  return length;
}
function render({ model, el }) {
  const page = document.createElement("div");
  page.className = "ro-live";
  const draw = () => {
    const held = page.contains(document.activeElement) ? named(document.activeElement) : "";
    const open = new Map([...page.querySelectorAll("details[data-key]")].map((part) => [part.dataset.key, part.open]));
    page.innerHTML = model.get("html");
    for (const part of page.querySelectorAll("details[data-key]")) if (open.has(part.dataset.key)) part.open = open.get(part.dataset.key);
    if (!held) return;
    const again = [...page.querySelectorAll("[data-press], [data-check]")].find((part) => named(part) === held) || page;
    if (again === page) page.tabIndex = -1;
    again.focus({ preventScroll: again === page });
  };
  page.addEventListener("click", (event) => {
    const part = event.target.closest("[data-press]");
    if (part) model.send({ kind: "press", name: part.dataset.press });
  });
  page.addEventListener("change", (event) => {
    const part = event.target.closest("[data-check]");
    if (part) model.send({ kind: "check", name: part.dataset.check, on: part.checked });
  });
  const selected = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0), paragraph = inner(range.startContainer, page);
    if (!paragraph) return;
    const begin = offset(paragraph, range.startContainer, range.startOffset);
    const whole = inner(range.endContainer, page) !== paragraph;
    const end = whole ? offset(paragraph, paragraph, paragraph.childNodes.length) : offset(paragraph, range.endContainer, range.endOffset);
    if (end > begin) model.send({ kind: "select", paragraph: paragraph.dataset.paragraph, begin, end });
  };
  page.addEventListener("mouseup", selected);
  page.addEventListener("keyup", (event) => { if (event.shiftKey) selected(); });
  model.on("change:html", draw);
  model.on("msg:custom", (message) => {
    const found = [...page.querySelectorAll("[data-paragraph]")].find((part) => part.dataset.paragraph === message.goto);
    if (!found) return;
    if (message.focus) {
      found.setAttribute("tabindex", "-1");
      found.focus({ preventScroll: true });
    }
    (found.querySelector("mark") || found).scrollIntoView({ block: message.focus ? "center" : "start" });
  });
  draw();
  el.append(page);
}
export default { render };
"""

_STYLE = """
.ro-live { color: var(--jp-content-font-color1, inherit); overflow-wrap: break-word; line-height: 1.5; }
.ro-live button { font: inherit; color: inherit; background: transparent; border: 1px solid currentColor; border-radius: 3px; padding: .05em .4em; cursor: pointer; text-align: left; }
.ro-live button[aria-pressed=true] { font-weight: bold; border-width: 2px; }
.ro-live input[type=checkbox] { width: 1.3em; height: 1.3em; }
.ro-live table { border-collapse: collapse; }
.ro-live caption { text-align: left; font-weight: bold; padding: .2em 0; }
.ro-live :is(th, td) { padding: .2em .5em; vertical-align: top; border-bottom: 1px solid var(--jp-border-color2, #888); }
.ro-live tbody th { font-weight: normal; }
.ro-lines { width: 100%; }
@media (min-width: 701px) { .ro-lines button { white-space: nowrap; } }
.ro-lines :is(th, td):nth-child(2), .ro-lines :is(th, td):nth-child(4) { width: 34%; }
.ro-contents { margin: .2em 0 .6em; }
.ro-live summary { cursor: pointer; padding: .2em 0; }
.ro-argument { border: 1px solid currentColor; padding: .2em 1em; max-width: 46em; }
.ro-argument h3 { margin: .9em 0 .2em; font-size: 108%; }
.ro-argument :is(p, ol, ul) { margin-top: .2em; margin-bottom: .4em; }
.ro-page { max-width: 50em; font-size: 110%; }
.ro-page p, .ro-page h4 { margin: .1em 0 .6em; }
.ro-page h4 { text-align: center; }
.ro-block { display: grid; grid-template-columns: 6em minmax(0, 1fr); padding: .1em .4em; border: 2px solid transparent; }
.ro-block > * { grid-column: 2; }
.ro-block > .ro-id { grid-column: 1; font-size: 80%; padding-right: .6em; }
.ro-chosen { border: 2px dashed currentColor; }
.ro-id button { border-style: dotted; }
.ro-live sup { line-height: 0; font-size: 75%; }
.ro-live [data-paragraph] { scroll-margin-top: 5em; }
.ro-turn { font-weight: bold; white-space: nowrap; }
.ro-quotation > p:not(.ro-below) { border-left: 3px solid currentColor; padding-left: .7em; margin-left: 1.5em; }
.ro-list > p, .ro-dialogue > p, .ro-entry > p { margin-left: 1.5em; }
.ro-table > p:not(.ro-below) { font-family: monospace; white-space: pre-wrap; }
.ro-caption > p, .ro-inset > p { border: 1px solid currentColor; font-size: 90%; margin: .3em 1.5em; padding: .2em .6em; }
@media (max-width: 700px) { .ro-block { display: block; } }
.ro-below { border-left: 3px double currentColor; padding-left: .6em; font-size: 92%; }
.ro-code { border: 1.5px solid currentColor; border-radius: 3px; padding: 0 .1em; }
.ro-tag { font-weight: bold; }
.ro-live u { text-underline-offset: 3px; }
.ro-place { text-decoration-style: dashed; }
.ro-organisation { text-decoration-style: dotted; }
.ro-date { text-decoration-style: double; }
.ro-live [data-paragraph]:focus { outline: none; }
.ro-live [data-paragraph]:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; }
"""


class LiveHtml(anywidget.AnyWidget):
    """Shows ``html``. ``on_press`` is called with the name of a button, ``on_check`` with that of a box and whether it is
    ticked, ``on_select`` with a paragraph's id and the first and last character selected in it (as Python counts)."""

    _esm = _SCRIPT
    _css = _STYLE
    html = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        html: str = "",
        *,
        on_press: Callable[[str], None] = lambda _: None,
        on_check: Callable[[str, bool], None] = lambda *_: None,
        on_select: Callable[[str, int, int], None] = lambda *_: None,
    ) -> None:
        super().__init__(html=html)
        self._press, self._check, self._select = on_press, on_check, on_select
        self.went = ""
        self.on_msg(self.hear)

    def goto(self, paragraph: str, *, focus: bool = True) -> None:
        """Bring a paragraph into view and give it the focus; ``went`` is the last."""
        self.went = paragraph
        self.send({"goto": paragraph, "focus": focus})

    def hear(self, _: object, message: Any, __: object = None) -> None:
        """Answer what the browser reports; anything of another form is let fall."""
        said = message if isinstance(message, dict) else {}
        kind, name = said.get("kind"), said.get("name")
        if kind == "press" and isinstance(name, str):
            self._press(name)
        elif kind == "check" and isinstance(name, str):
            self._check(name, said.get("on") is True)
        elif kind == "select" and isinstance(said.get("paragraph"), str) and all(type(said.get(k)) is int for k in ("begin", "end")):
            self._select(said["paragraph"], said["begin"], said["end"])

    def __repr__(self) -> str:
        return f"LiveHtml({len(self.html)} characters)"


def characters(text: str, units: int) -> int:
    """How many characters of ``text`` the first ``units`` of a browser are (it counts a rare character as two).

    >>> characters("a\\U0001F6A9b", 3), characters("ab", 9)
    (2, 2)
    """
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * max(units, 0)].decode("utf-16-le", "ignore"))
