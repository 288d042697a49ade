"""Each explorer's static twin: a corpus and plain choices in, a chart out."""
