"""What a reader moves: ipywidgets live here and nowhere else."""
