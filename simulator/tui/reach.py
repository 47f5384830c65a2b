"""Under which names this machine is asked: a page of somebody else must not lead a browser here under its own name."""

import ipaddress
import socket
from functools import cache
from urllib.parse import urlsplit

LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::")


def is_known(host: str, bound: str, origin: str) -> bool:
    """Whether a `Host` header names this server: by a number, by a name of this machine, or as people were told."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    if is_number(name):
        return True
    return name in {"localhost", bound.lower(), *own_names(), urlsplit(origin).hostname or ""} - {""}


def is_number(name: str) -> bool:
    """Whether a name is an address in numbers, which no name server can turn elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    return host == "localhost" or (is_number(host) and ipaddress.ip_address(host).is_loopback)


@cache
def own_names() -> frozenset[str]:
    """What this machine is called."""
    name = socket.gethostname().lower()
    return frozenset({name, name.split(".")[0], f"{name.split('.')[0]}.local"})


def own_address() -> str | None:
    """The address of this machine in its network, or None where it has none. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documentation: it chooses a way, no packet leaves
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if ipaddress.ip_address(found).is_loopback or found == EVERYWHERE[0] else found


def url_of(host: str, port: int) -> str:
    """The address of the page, as a browser wants it."""
    named = own_address() or socket.gethostname() if host in EVERYWHERE else host
    shown = f"[{named}]" if ":" in named else named
    return f"http://{shown}/" if port == 80 else f"http://{shown}:{port}/"
