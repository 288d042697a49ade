"""Keeps keys that a reader types in a control from editing notebook cells, and names what has no name."""

from __future__ import annotations

from functools import cache

import anywidget

_SCRIPT = """
const OURS = ".reading-october";
function name(part) {
  for (const handle of part.querySelectorAll(".noUi-handle:not([aria-label])")) {
    const row = handle.closest(".widget-inline-hbox, .jupyter-widgets");
    const label = row && row.querySelector(".widget-label");
    handle.setAttribute("aria-label", label && label.textContent ? label.textContent : "value");
  }
  for (const input of part.querySelectorAll("input[type=file]:not([aria-label])")) input.setAttribute("aria-label", "choose a file");
}
function initialize() {
  if (document.body.dataset.readingOctober) return;
  document.body.dataset.readingOctober = "guarded";
  document.addEventListener("focusin", ({ target }) => {
    if (target.closest(OURS)) target.setAttribute("data-lm-suppress-shortcuts", "true");
  }, true);
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const part of addedNodes) if (part.closest?.(OURS) || part.querySelector?.(OURS)) name(part);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  for (const part of document.querySelectorAll(OURS)) name(part);
}
export default { initialize };
"""

_STYLE = """
.reading-october :is(button, input, select, textarea, summary, [tabindex], .noUi-handle):focus-visible {
  outline: 3px solid currentColor !important; outline-offset: 2px;
}
.reading-october ::placeholder { color: var(--jp-ui-font-color2, #666); opacity: 1; }
[data-jp-theme-light=false] .reading-october :is(select, input) { color-scheme: dark; }
[data-jp-theme-light=false] .reading-october { --jp-widgets-dropdown-arrow: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 18 18'%3E%3Cpath fill='none' stroke='%23fff' stroke-width='2' d='M5 7l4 4 4-4'/%3E%3C/svg%3E"); }
.reading-october .widget-html { max-width: 100%; }
.reading-october .widget-html-content { min-width: 0; max-width: 100%; overflow-x: auto; }
.reading-october table caption { text-align: left; font-weight: bold; }
.reading-october .widget-radio-box label { display: flex; flex-direction: row-reverse; justify-content: flex-end; align-items: flex-start; gap: .4em; height: auto; line-height: 1.4; white-space: normal; }
.reading-october .widget-radio-box label input { flex: none; margin-top: .25em; }
.reading-october .widget-radio-box { height: auto; }
.reading-october .jupyter-button.mod-primary { background: #1565c0; color: #fff; }
.reading-october .jupyter-button.mod-primary:hover { background: #0d47a1; }
"""


class KeyGuard(anywidget.AnyWidget):
    """Watches over a page: JupyterLab takes ``b``, ``a`` or ``d d`` typed in a control for commands unless the element that has
    the focus says otherwise. It needs no view and begins as soon as the browser knows of it."""

    _esm = _SCRIPT
    _css = _STYLE

    def __repr__(self) -> str:
        return "KeyGuard()"


@cache
def guard_keys() -> KeyGuard:
    """The one guard of this kernel. A model has two seconds to begin in the browser (anywidget gives it no more), so a page
    starts few of them: one guard, not one for every output."""
    return KeyGuard()
