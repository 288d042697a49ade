"""What ``study.py`` sets before Jupyter starts: how Voilà shows the notebooks as pages, with templates that ask no other server for
anything; which extensions are off; a kernel without the debugger, which nobody here uses and each reader's memory would pay for."""
