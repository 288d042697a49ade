"""The reading room on screen: contents, search, reading pane, coding, reading paths, export. Each part is a box of its own."""
