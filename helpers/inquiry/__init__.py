"""The inquiry: what a reader has gathered, one argument built from it, a rubric to hold it to, and files to hand in. No widgets."""
