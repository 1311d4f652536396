"""From which network address a request came, when servers of ours stand in between."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NETWORK_OF_ONE = 64  # bits: what one connection gets in IPv6; whoever has it has all addresses in it


def client_address(remote: str, forwarded: str, *, proxies: int) -> str:
    """The address that reached the outermost of our servers.

    ``remote`` is who holds the connection to us, ``forwarded`` the header X-Forwarded-For: each server adds on the right
    whom it was asked by, so only the last entries, as many as servers of ours stand in front (``proxies``), are said by
    somebody we trust. All further left is what the client wrote itself. An entry that is no address is passed over for
    ``remote``.
    """
    said = [part.strip() for part in forwarded.split(",") if part.strip()]
    if proxies < 1 or not said:
        return remote
    return _address(said[max(-proxies, -len(said))]) or remote


def counted_as(address: str) -> str:
    """Under which address one counts what somebody does: in IPv6 the network that they have; "" where none is known."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(IPv6Network((found, NETWORK_OF_ONE), strict=False).network_address)
    return str(found)


def is_this_machine(address: str) -> bool:
    """Whether whoever asks sits on the machine itself."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _address(said: str) -> str:
    """An entry as an address, without the port that some servers add; "" where it is none."""
    if said.startswith("["):
        said = said[1:].partition("]")[0]
    elif said.count(":") == 1:
        said = said.partition(":")[0]
    try:
        found: IPv4Address | IPv6Address = ip_address(said)
    except ValueError:
        return ""
    return str(found)
