"""Which service the environment means: its variables, and the .env files beside the work."""

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from qwenchat import catalogue
from qwenchat.client.service import Service
from qwenchat.protocol.errors import InvalidValue, unknown_name

KEYS = ("QWEN_API_KEY", "DASHSCOPE_API_KEY")  # the first one set wins
BASE_URL, REGION = "QWEN_BASE_URL", "QWEN_REGION"
NAMES = (*KEYS, BASE_URL, REGION)
AS_IT_IS = "none"  # a region that says: the base address is complete


def service_from(variables: Mapping[str, str]) -> Service:
    """The service that `variables` name: an address, else a region's, else Beijing's; and its key.

    Raises `InvalidValue` for a region that is none or has no host that all accounts share, and for a missing key,
    which only a service on this machine may do without.
    """
    base_url = variables.get(BASE_URL) or _regions_address(variables.get(REGION) or None)
    key = next((variables[name].strip() for name in KEYS if variables.get(name, "").strip()), None)
    service = Service(base_url, key)
    if key is None and not on_this_machine(base_url):
        raise InvalidValue(KEYS[1], None, f"set it, or {KEYS[0]}, to your key for {service.host}")
    return service


def _regions_address(name: str | None) -> str:
    if name is not None and name.lower() == AS_IT_IS:
        raise InvalidValue(REGION, name, f"with it {BASE_URL} must say where the service is")
    known = catalogue.regions()
    region = known[0] if name is None else catalogue.region(name)
    if region is None:
        raise unknown_name(str(name), [region.name for region in known], "region")
    if region.base_url is None:
        own = region.workspace_url("{WorkspaceId}")
        raise InvalidValue(REGION, name, f"has no host for all accounts: set {BASE_URL} to your workspace's, {own}")
    return region.base_url


def on_this_machine(url: str) -> bool:
    """Whether an address is a loopback one."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def with_dotenv(variables: Mapping[str, str], folder: Path) -> dict[str, str]:
    """`variables`, and where they lack one of ours, what a .env file of `folder` or of its repository's root says."""
    found: dict[str, str] = {}
    for place in (_root(folder), folder):
        file = place / ".env"
        if file.is_file():
            found |= read_dotenv(file.read_text(encoding="utf-8", errors="replace"))
    return found | dict(variables)


def _root(folder: Path) -> Path:
    return next((place for place in (folder, *folder.parents) if (place / ".git").exists()), folder)


def read_dotenv(text: str) -> dict[str, str]:
    """Our variables in a .env file; what else is in it is none of our business.

    >>> read_dotenv("export QWEN_REGION='singapore'  # far away")
    {'QWEN_REGION': 'singapore'}
    """
    found = {}
    for line in text.splitlines():
        name, is_set, value = line.strip().removeprefix("export ").partition("=")
        if is_set and name.strip() in NAMES:
            found[name.strip()] = _unquoted(value.strip())
    return found


def _unquoted(value: str) -> str:
    quote = value[:1]
    if quote and quote in "'\"" and (end := value.find(quote, 1)) > 0:
        return value[1:end]
    return value.partition(" #")[0].strip()
