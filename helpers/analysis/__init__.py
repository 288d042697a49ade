"""Pure functions over the model and the tables: counts in, DataFrame or plain value out. No files, no widgets, no clock."""
