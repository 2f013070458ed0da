"""Runs nginx and Apache over a release, each in a folder of its own, with the files that “publish” has written."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.install import PATH

# One process, all in one folder, as whoever began it. The types are those that Debian gives.
NGINX = """\
{module}
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        include {conf};
    }}
}}
"""
# Debian's modules that are on from the first, and the two that .htaccess asks for.
APACHE = """\
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
{user}
{modules}
TypesConfig /etc/mime.types
Include /etc/apache2/mods-available/mime.conf
DirectoryIndex index.html
DocumentRoot {folder}
Alias {base} {site}
<Directory {site}/>
    Require all granted
    Options FollowSymLinks
    AllowOverride FileInfo
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite", "deflate", "filter")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")


def free_port() -> int:
    """Give the number of a port that nothing uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def nginx(current: Path, folder: Path, *, brotli: bool = False) -> Iterator[int]:
    """Serve a release by nginx; gives the port."""
    port = free_port()
    conf = folder / "online-safety.conf"
    text = (current / "hosts/nginx.conf").read_text(encoding="utf-8")
    conf.write_text(text.replace("# brotli_static on;", "brotli_static on;") if brotli else text, encoding="utf-8")
    main = folder / "nginx.conf"
    module = f"load_module {BROTLI};" if brotli else ""
    main.write_text(
        NGINX.format(folder=folder, port=port, conf=conf, module=module, user=_as_root("user root;")), encoding="utf-8"
    )
    with _running([_found("nginx"), "-p", str(folder), "-c", str(main)], port, folder):
        yield port


@contextmanager
def apache(current: Path, folder: Path, base: str) -> Iterator[int]:
    """Serve a release by Apache; gives the port."""
    port = free_port()
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES)
    text = APACHE.format(
        folder=folder, port=port, modules=modules, base=base.rstrip("/") or "/", site=current / "site",
        user=_as_root("User www-data\nGroup www-data"),
    )  # fmt: skip
    main = folder / "apache.conf"
    main.write_text(text, encoding="utf-8")
    with _running([_found("apache2"), "-X", "-f", str(main)], port, folder):
        yield port


def _as_root(line: str) -> str:
    return line if getattr(os, "geteuid", lambda: 1)() == 0 else ""


def _found(program: str) -> str:
    found = shutil.which(program, path=PATH)
    assert found, f"{program} is not installed"
    return found


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if run.poll() is not None:
                    raise RuntimeError(f"{command[0]} does not begin: {run.communicate()[0]}{_log(folder)}") from None
                time.sleep(0.05)
        yield
    finally:
        run.terminate()
        run.wait(timeout=20)


def _log(folder: Path) -> str:
    log = folder / "error.log"
    return log.read_text(encoding="utf-8") if log.exists() else ""
