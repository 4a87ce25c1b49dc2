"""Which addresses are out in the open, and which lead into somebody's own network."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether it is a numeric address that anybody on the internet could ask.

    No for what is no address in its usual form: systems read `127.1` and the like in their own way.
    """
    try:
        address = _inside(ip_address(text))
    except ValueError:
        return False
    hidden = address.is_multicast or address.is_reserved
    return address.is_global and not hidden and not getattr(address, "is_site_local", False)


def _inside(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The address of the old kind that one of the new kind stands for, if it does."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address
