"""A hub's configuration is no module: only JupyterHub can read it."""

collect_ignore = ["jupyterhub_config.py"]
