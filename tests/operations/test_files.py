"""The files an administrator copies are read by the programs they are for, where present."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OPS = Path(__file__).resolve().parents[2] / "ops"
with_nginx = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")


def said_by_nginx(site: str, tmp_path: Path) -> str:
    """What nginx finds wrong with ops/nginx.conf; empty when it reads it."""
    for name in ("proxy", "headers"):
        site = site.replace(f"/etc/nginx/portal-{name}.conf", str(OPS / f"nginx-{name}.conf"))
    site = site.replace("/var/lib/nginx/portal", str(tmp_path / "cache"))
    (tmp_path / "site.conf").write_text(site)
    whole = tmp_path / "nginx.conf"
    whole.write_text(
        "include /etc/nginx/modules-enabled/*.conf;"
        f" pid {tmp_path}/pid; error_log {tmp_path}/log; events {{}}"
        f" http {{ include {tmp_path}/site.conf; }}"
    )
    said = subprocess.run(["nginx", "-t", "-c", whole], capture_output=True, text=True, check=False)
    return said.stderr if said.returncode else ""


@with_nginx
def test_nginx_reads_its_file(tmp_path):
    assert said_by_nginx((OPS / "nginx.conf").read_text(), tmp_path) == ""


@with_nginx
@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_nginx_reads_its_file_when_the_lines_for_https_are_uncommented(tmp_path):
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=here",
         "-keyout", "privkey.pem", "-out", "fullchain.pem"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    site = "\n".join(
        line.replace("#tls ", "")
        for line in (OPS / "nginx.conf").read_text().splitlines()
        if not line.endswith("#plain")
    )
    assert "listen 443 ssl" in site
    for said, here in (
        ("listen 80;", "listen 58080;"),
        ("listen 443 ", "listen 58443 "),
        ("listen [::]:443 ", "listen 127.0.0.2:58443 "),
        ("/etc/letsencrypt/live/numerique.example", str(tmp_path)),
    ):
        site = site.replace(said, here)
    assert said_by_nginx(site, tmp_path) == ""


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not here")
def test_systemd_reads_its_files(tmp_path):
    for unit in (OPS / "systemd").iterdir():
        text = unit.read_text().replace("/srv/portal/.venv/bin/gunicorn", "/bin/true")
        (tmp_path / unit.name).write_text(text.replace("/srv/portal/.venv/bin/python", "/bin/true"))
    units = sorted(tmp_path.glob("*.service")) + sorted(tmp_path.glob("*.timer"))
    names = [str(one).replace("@.", "@backup.") for one in units]
    said = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *names],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    ours = [line for line in said.stderr.splitlines() if "portal" in line and "User" not in line]
    assert not ours, said.stderr


def test_each_timer_has_a_command():
    for timer in (OPS / "systemd").glob("portal-task@*.timer"):
        name = timer.stem.partition("@")[2]
        found = list(OPS.parent.glob(f"*/management/commands/{name}.py"))
        assert found or name == "publish_scheduled", name


def test_every_setting_of_the_example_is_explained():
    explained = (OPS.parent / "docs" / "deploying.md").read_text()
    for line in (OPS / "portal.env.example").read_text().splitlines():
        if line and not line.startswith("#"):
            assert f"`{line.partition('=')[0]}`" in explained, line


def test_gunicorn_reads_its_file():
    gunicorn = Path(sys.executable).with_name("gunicorn")
    command = [gunicorn, "portal.wsgi", "--check-config", "--config", "ops/gunicorn.conf.py"]
    said = subprocess.run(command, cwd=OPS.parent, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stderr
