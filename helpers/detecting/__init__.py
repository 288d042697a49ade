"""What stands in a text: names of the gazetteers, dates and clock times."""
