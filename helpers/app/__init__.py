"""What ``study.py`` sets before Jupyter starts: how Voilà shows the notebooks as pages, with templates that ask no other server for
anything; which extensions are off; a kernel without the debugger, which would take some 7 MB of each reader's memory."""
