"""`dateline feeds add`: follows a feed, or all feeds of a list."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import feeds_running, options, reading
from dateline.errors import InputError, UsageError
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.store.feeds import FeedStore

_LONGEST_NAME = 40


@click.command(name="add", short_help="Follow a feed, or the feeds of an OPML list.")
@click.argument("given", metavar="URL|FILE")
@click.option("--name", metavar="NAME", help="What to call the feed; by default after its title.")
@options.allow_private
@options.database
def command(given: str, *, name: str | None, allow_private: bool, db: str | None) -> int:
    """Follow the RSS or Atom feed at URL, or every feed of an OPML FILE, as other readers export it.

    A feed at URL is fetched once, to see that it is one; nothing of it is read yet. The feeds of a list are not tried:
    the first poll says which of them cannot be had, and addresses that could never be asked are left out, with exit
    code 3.
    """
    from dateline.read.address import ADDRESS

    settings = Settings.from_environment(db=db, allow_private=allow_private)
    if name is not None and not _is_name(name):
        raise UsageError(f"{name!r} cannot be a feed's name", remedy=f"Give up to {_LONGEST_NAME} letters and digits.")
    if not ADDRESS.match(given):
        if name is not None:
            raise UsageError("--name is for a single feed", remedy="Leave it out: the list names its feeds.")
        return _add_list(Path(given), settings)
    title, url = _fetched_title(given, settings)
    with feeds_running.feed_store(db, create=True) as store:
        _told(store.add(name or free_name(store, title, url), url, title=title), url)
        click.echo("Read what it brings with: dateline feeds poll", err=True)
    return 0


def _told(new: bool, url: str) -> None:  # noqa: FBT001 (what the store answered)
    click.echo(f"{url} is followed." if new else f"{url} is followed already.")


def _fetched_title(given: str, settings: Settings) -> tuple[str | None, str]:
    """The title of the feed and its address; raises InputError where it is no feed."""
    from dateline.read.address import parse_address
    from dateline.read.feed import FEED, parse_feed

    return parse_feed(reading.web_fetcher(settings).get(given, FEED)).title, parse_address(given).url


def _add_list(path: Path, settings: Settings) -> int:
    from dateline.read.address import parse_address
    from dateline.read.fetch_error import FetchError
    from dateline.read.opml import read_opml

    outlines = read_opml(path)
    new, known, bad = 0, 0, list[FetchError]()
    with feeds_running.feed_store(settings.db, create=True) as store:
        for outline in outlines:
            try:
                url = parse_address(outline.url).url
            except FetchError as error:
                bad.append(error)
                continue
            added = store.add(free_name(store, outline.name, url), url, title=outline.name)
            new, known = new + added, known + (not added)
    click.echo(f"{new} feed{'' if new == 1 else 's'} followed, {known} already, {len(bad)} left out")
    for refused in bad:
        click.echo(str(refused), err=True)
    return InputError.exit_code if bad else 0


def free_name(store: FeedStore, title: str | None, url: str) -> str:
    """A name after the title, else after the host, that no other feed has: "qarrah-post", "qarrah-post-2"."""
    taken = {feed.name for feed in store.feeds()}
    host = re.sub(r"^[a-z]+://(?:www\.)?|[:/?#].*$", "", url)
    base = _slug(title or "") or _slug(host) or "feed"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def _slug(words: str) -> str:
    return re.sub(r"[\W_]+", "-", words.casefold()).strip("-")[:_LONGEST_NAME].strip("-")


def _is_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_NAME and name == name.strip() and name.isprintable() and name[0] != "-"
