"""The workbook as pages to read without any installation: guide, lessons, rooms and data dictionary."""
