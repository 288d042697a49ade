"""The peers need packages that the workbook does not have; the bench starts them in environments of their own."""

collect_ignore_glob = ["peers/*.py"]
