"""Reading October: the workbook's own code. ``helpers.loading.open_corpus`` is the door."""

__version__ = "0.1.0"
