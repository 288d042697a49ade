"""The reading room's own arithmetic: contents, screens, marks, searches, reading paths, codebook, references. No widgets."""
