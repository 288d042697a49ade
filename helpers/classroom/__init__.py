"""A class's journals gathered for its teacher, and one reader's answers gathered for themselves; nothing leaves the machine."""
