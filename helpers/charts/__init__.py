"""Rows in, a Chart out: a picture as SVG text with its marks, a sentence made from the data and the table behind it."""
