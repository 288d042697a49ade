"""From a reader's plain-text copy to sectioned text: decoding, pages, sections, roles, hyphens, paragraphs."""
