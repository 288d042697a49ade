"""What a lesson asks: its plan as data, keys computed from the tables, and evidence checked against them."""
