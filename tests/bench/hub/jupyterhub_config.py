"""A hub for a class on one machine, as it was tried: a course folder that nobody can write, a private home a reader.

``COURSE`` is a checkout, ``HOMES`` a folder for the readers' homes, ``PROXY`` configurable-http-proxy. The authenticator
lets everybody in and the spawner runs every server as one user: for a real class put your own in their place.
"""

import os
import shutil
from pathlib import Path

COURSE, HOMES = Path(os.environ["COURSE"]), Path(os.environ["HOMES"])
LINKED = ("helpers", "corpus", "README.md")

c = get_config()  # type: ignore[name-defined]  # noqa: F821
c.JupyterHub.bind_url = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{os.environ.get('HUB_PORT', '8081')}"
c.JupyterHub.data_files_path = os.environ.get("DATA_FILES", c.JupyterHub.data_files_path)
c.JupyterHub.db_url = "sqlite:///:memory:"
c.JupyterHub.cookie_secret_file = str(HOMES / "cookie-secret")
c.ConfigurableHTTPProxy.command = [os.environ["PROXY"]]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ.get('PROXY_PORT', '8001')}"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(HOMES / "{username}")
c.JupyterHub.concurrent_spawn_limit = 6
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
c.Spawner.notebook_dir = str(HOMES / "{username}" / "workbook")
c.Spawner.default_url = "/lab/tree/notebooks/00_start_here.ipynb"
c.Spawner.args = ["--KernelManager.transport=ipc", "--ServerApp.allow_root=True", "--MappingKernelManager.cull_idle_timeout=3600"]


def make_home(spawner):  # type: ignore[no-untyped-def]
    """A reader's workbook: the course's code and data by link, the notebooks as copies of their own, newer ones added."""
    home = HOMES / spawner.user.name
    workbook = home / "workbook"
    for folder in (home, workbook, workbook / "notebooks"):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name in LINKED:
        if not (workbook / name).is_symlink():
            (workbook / name).symlink_to(COURSE / name)
    for notebook in (COURSE / "notebooks").glob("*.ipynb"):
        if notebook.name != "90_teachers_room.ipynb" and not (workbook / "notebooks" / notebook.name).exists():
            shutil.copyfile(notebook, workbook / "notebooks" / notebook.name)
    quiet = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    quiet.parent.mkdir(parents=True, exist_ok=True)
    quiet.write_text('{"fetchNews": "false", "checkForUpdates": false}', encoding="utf-8")
    own = {"STUDY_HOME": str(home / "private"), "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"), "JUPYTER_PLATFORM_DIRS": "1"}
    own["JUPYTER_PATH"] = str(COURSE / "helpers" / "app")
    spawner.environment = {**spawner.environment, **own}


c.Spawner.pre_spawn_hook = make_home
c.JupyterHub.services = [{"name": "bench", "api_token": os.environ.get("BENCH_TOKEN", "")}] if os.environ.get("BENCH_TOKEN") else []
c.JupyterHub.load_roles = (
    [{"name": "bench", "services": ["bench"], "scopes": ["admin:users", "admin:servers", "access:servers"]}]
    if c.JupyterHub.services
    else []
)
