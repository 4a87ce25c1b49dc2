"""The command line."""

import asyncio
import sys
from collections.abc import Coroutine, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer
import uvloop
from rich.console import Console

from bot import app, catalogue, config, keys, log
from bot.catalogue import CatalogueError
from bot.clock import SystemClock
from bot.config import Settings, SettingsError
from bot.doctor import examine
from bot.patience import StartupError
from bot.places import SandboxPortTakenError
from bot.startup import database, opened_store, usable
from bot.telegram.opening import TokenRefused
from bot.telegram.polling import PollingStopped
from bot.usecases import founding
from bot.usecases.catalogues import import_catalogue
from bot.web.server import PortTakenError
from storage.cluster import EmbeddedError
from storage.locks import AlreadyRunning, RunLock

WRONG = 2  # exit code for wrong settings, files and ports
TROUBLE = 1

_WRONG = (SettingsError, CatalogueError, PortTakenError, SandboxPortTakenError, TokenRefused)
_TROUBLE = (StartupError, EmbeddedError, AlreadyRunning, PollingStopped)
_console = Console(highlight=False)

cli = typer.Typer(
    help="Appointment booking inside Telegram.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@cli.command()
def run() -> None:
    """Run the bot; without BOT_TOKEN, the sandbox in the browser."""
    settings = _settings()
    _carry_out(app.run(settings, sandbox=settings.bot_token is None))


@cli.command()
def sandbox() -> None:
    """Run the sandbox in the browser, also when BOT_TOKEN is set."""
    _carry_out(app.run(_settings(), sandbox=True))


@cli.command()
def migrate() -> None:
    """Bring the database to this version's shape and leave."""
    _carry_out(_migrate(_settings()))


@cli.command("import")
def import_(file: Annotated[Path, typer.Argument(help="A catalogue, in YAML.")]) -> None:
    """Create or update organizations, providers, services and hours, all or nothing."""
    _carry_out(_import(_settings(), file))


@cli.command()
def doctor() -> None:
    """Look whether everything is as it should be, and say what is not."""
    problems = _carry_out(examine(_settings()))
    raise typer.Exit(TROUBLE if problems else 0)


@cli.command("rotate-keys")
def rotate_keys() -> None:
    """Seal sensitive answers with a new key: one that is made, or the first of ENCRYPTION_KEYS."""
    _carry_out(_rotate(_settings()))


def main() -> None:
    cli()


async def _migrate(settings: Settings) -> None:
    async with database(settings):
        _console.print("The database is up to date.")


async def _rotate(settings: Settings) -> None:
    with RunLock(usable(settings.data_dir)):
        keys.renew(settings)
        async with opened_store(settings) as store:
            resealed = await keys.reseal(store)
    _console.print(f"{resealed} sensitive answers are sealed with the newest key.")


async def _import(settings: Settings, file: Path) -> None:
    entries = catalogue.read(file)
    now = SystemClock().now()
    async with opened_store(settings) as store, store.transaction() as tx:
        report = await import_catalogue(tx, entries, now)
        providers = await tx.providers.offered(None, 100_000, 0)
        invites = await founding.invites(tx, providers, now)
    _console.print(
        f"{report.created} created, {report.updated} updated, {report.unchanged} unchanged"
        + (f", {report.paused} paused" if report.paused else "")
    )
    _print_invites(invites)


def _print_invites(invites: Iterable[founding.Invite]) -> None:
    lines = [f"  {each.provider.name}: ?start={each.payload}" for each in invites]
    if lines:
        _console.print("Links for providers without an account, once each, within 30 days;")
        _console.print("put your bot's address https://t.me/<bot> before them:")
        _console.print("\n".join(lines), soft_wrap=True, markup=False)


def _settings() -> Settings:
    try:
        settings = config.load()
    except SettingsError as error:
        _leave(error, WRONG)
    log.set_up(settings.log_level, settings.log_format)
    return settings


def _carry_out(work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401  # whatever the work gives
    try:
        return uvloop.run(work)
    except _WRONG as error:
        _leave(error, WRONG)
    except _TROUBLE as error:
        _leave(error, TROUBLE)
    except asyncio.CancelledError:
        raise typer.Exit(TROUBLE) from None


def _leave(error: Exception, code: int) -> Any:  # noqa: ANN401  # it never returns
    sys.stderr.write(f"{error}\n")
    raise typer.Exit(code) from error
