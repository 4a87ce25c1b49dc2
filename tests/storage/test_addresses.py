"""Addresses of databases, however they are written."""

import pytest

from storage.addresses import address


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("postgres://ayu:pw@db:5433/randevu", "postgresql://ayu:pw@db:5433/randevu"),
        ("postgresql+asyncpg://db/randevu", "postgresql://db/randevu"),
        (" postgresql://db/randevu\n", "postgresql://db/randevu"),
        (
            "postgresql://postgres@/randevu?host=/run/my%20db",
            "postgresql://postgres@/randevu?host=%2Frun%2Fmy+db",
        ),
        (
            "postgresql://db/randevu?sslmode=verify-full&sslrootcert=/etc/ca.pem",
            "postgresql://db/randevu?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem",
        ),
        (
            "postgresql://db/randevu?sslmode=require&channel_binding=require&connect_timeout=5",
            "postgresql://db/randevu?sslmode=require",
        ),
        ("postgresql://db/randevu?gssencmode=disable", "postgresql://db/randevu"),
    ],
)
def test_an_address_is_understood_as_people_write_it(written: str, meant: str) -> None:
    assert address(written) == meant


@pytest.mark.parametrize("written", ["", "randevu", "mysql://db/randevu", "sqlite:///randevu.db"])
def test_what_is_not_postgresql_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="postgresql://"):
        address(written)
