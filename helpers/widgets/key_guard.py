"""Keeps keys that a reader types in a control from editing notebook cells, and names what has no name."""

from __future__ import annotations

import anywidget

_SCRIPT = """
const FOCUSABLE = "button, input, select, textarea, summary, [tabindex], .noUi-handle";
function guard(root) {
  for (const part of root.querySelectorAll(FOCUSABLE)) {
    if (!part.hasAttribute("data-lm-suppress-shortcuts")) part.setAttribute("data-lm-suppress-shortcuts", "true");
  }
  for (const handle of root.querySelectorAll(".noUi-handle:not([aria-label])")) {
    const row = handle.closest(".widget-inline-hbox, .jupyter-widgets");
    const label = row && row.querySelector(".widget-label");
    handle.setAttribute("aria-label", label && label.textContent ? label.textContent : "value");
  }
  for (const input of root.querySelectorAll("input[type=file]:not([aria-label])")) {
    input.setAttribute("aria-label", "choose a file");
  }
}
function render({ el }) {
  el.style.display = "none";
  let observer;
  const begin = () => {
    const root = el.closest(".jp-OutputArea-child, .jp-OutputArea-output, .voila-cell, body") || document.body;
    root.classList.add("reading-october");
    guard(root);
    observer = new MutationObserver(() => guard(root));
    observer.observe(root, { childList: true, subtree: true });
  };
  requestAnimationFrame(begin);
  return () => observer && observer.disconnect();
}
export default { render };
"""

_STYLE = """
.reading-october :is(button, input, select, textarea, summary, [tabindex], .noUi-handle):focus-visible {
  outline: 3px solid currentColor !important; outline-offset: 2px;
}
.reading-october table caption { text-align: left; font-weight: bold; }
.reading-october .widget-radio-box label { display: flex; flex-direction: row-reverse; justify-content: flex-end; align-items: flex-start; gap: .4em; height: auto; line-height: 1.4; white-space: normal; }
.reading-october .widget-radio-box label input { flex: none; margin-top: .25em; }
.reading-october .widget-radio-box { height: auto; }
.reading-october .jupyter-button.mod-primary { background: #1565c0; color: #fff; }
.reading-october .jupyter-button.mod-primary:hover { background: #0d47a1; }
"""


class KeyGuard(anywidget.AnyWidget):
    """Invisible companion of every control: JupyterLab takes ``b``, ``a`` or ``d d`` typed in a control for commands
    unless each focusable element says otherwise."""

    _esm = _SCRIPT
    _css = _STYLE

    def __repr__(self) -> str:
        return "KeyGuard()"
