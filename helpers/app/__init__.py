"""How Voilà shows the notebooks as pages (``study.py app``): its settings, and page templates that ask no other server for anything."""
