"""The one sheet of styles of the site: light and dark as the reader's machine has it, narrow screens, print."""

SHEET = "style.css"

STYLE = """\
:root { color-scheme: light dark; --ground: #fdfcf9; --ink: #1c1b19; --soft: #57534d; --line: #c9c3b8; --tint: #f3efe7; --link: #1f4e8c; --seen: #6b3a7d; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #171615; --ink: #e9e5de; --soft: #b3ada3; --line: #4b4741; --tint: #23211f; --link: #9cc2f5; --seen: #d3b0e6; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; max-width: 50rem; padding: 0 1.1rem 3rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
header, footer, figcaption, table, summary, [role=status], .notice, .toc { font-family: system-ui, sans-serif; }
header { border-bottom: 1px solid var(--line); margin-bottom: 2rem; }
header ul, footer ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; margin: 0; padding: .8rem 0; }
footer { border-top: 1px solid var(--line); margin-top: 4rem; font-size: .95rem; color: var(--soft); }
footer ul { justify-content: space-between; }
header [aria-current] { font-weight: bold; color: inherit; text-decoration: none; }
a { color: var(--link); text-underline-offset: .15em; }
a:visited { color: var(--seen); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: fixed; left: 1rem; top: .5rem; padding: .5rem 1rem; background: var(--ground); z-index: 1; }
main:focus { outline: none; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 1rem; }
h2 { font-size: 1.45rem; margin: 3rem 0 .8rem; }
h3 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.toc { font-size: .95rem; margin: 1.5rem 0; }
.toc ol { margin: .3rem 0; padding-left: 1.2rem; }
.toc li { margin: .15rem 0; }
[role=status], .notice { background: var(--tint); border-left: 4px solid currentColor; padding: .6rem .8rem; font-size: .97rem; }
.shown { margin: 1rem 0 1.6rem; }
.shown > p:first-child { margin-top: 0; }
details { margin: .8rem 0; }
summary { cursor: pointer; font-size: .95rem; }
details.code > summary { color: var(--soft); }
details.chart { border: 1px solid var(--line); border-radius: 4px; padding: .5rem .9rem; }
details.chart > summary { font-weight: bold; }
pre, code, kbd { font: .9em/1.45 ui-monospace, Consolas, monospace; }
pre { background: var(--tint); padding: .7rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0 .3em; }
blockquote { margin: 1rem 0; padding-left: .9rem; border-left: 4px solid var(--line); }
figure { margin: 1.2rem 0; }
figcaption { font-size: .97rem; margin-bottom: .6rem; }
figcaption small { color: var(--soft); }
img { display: block; max-width: 100%; height: auto; background: #fff; border-radius: 3px; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .92rem; line-height: 1.4; }
caption { font-weight: bold; padding: .3rem 0; text-align: left; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .9rem .3rem 0; vertical-align: top; text-align: left; }
tbody th { font-weight: normal; }
.page, .ro-turn { white-space: nowrap; font-size: .85em; color: var(--soft); }
.ro-id { font: .8em system-ui, sans-serif; color: var(--soft); }
.ro-page { border-left: 4px solid var(--line); padding-left: .9rem; }
.ro-block p { margin-top: .2rem; }
.day { white-space: nowrap; }
.names { columns: 11rem; list-style: none; padding: 0; }
.ro-heading { margin-top: 1.2rem; }
.ro-heading h4 { margin: 0; }
.cards { list-style: none; padding: 0; }
.cards li { margin: .9rem 0; }
.cards span { display: block; color: var(--soft); }
@media (max-width: 34rem) {
  .columns table { font-size: .8rem; table-layout: fixed; width: 100%; }
  .columns th, .columns td { overflow-wrap: anywhere; padding-right: .4rem; }
  .columns th:nth-child(1) { width: 29%; }
  .columns th:nth-child(2), .columns th:nth-child(3) { width: 21%; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --ink: #000; --soft: #333; --line: #999; --tint: #fff; --link: #000; --seen: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  header, footer, .skip, .toc, details.code { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, summary, figcaption { break-after: avoid; }
  figure > img { width: auto; max-width: 100%; max-height: 22cm; }
  figure > img, tr { break-inside: avoid; }
  .wide { overflow: visible; }
}
"""
