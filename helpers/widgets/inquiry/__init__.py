"""The inquiry on screen: what was gathered, the argument with its preview, the rubric, files to hand in."""
