"""How well agents are told from people: recall and precision on the fixtures of other projects, and the time.

    python bench/agents/run.py --isbot ~/isbot --device-detector ~/device-detector \
        --crawler-user-agents ~/crawler-user-agents --ua-parser-js ~/ua-parser-js --uap-core ~/uap-core

Each path is a checkout of the project of that name; any of them may be left out. `--show` prints what is told
wrongly. Recall is the share of a project's bots that are told; precision is the share of bots among those of
its bots and browsers that are told to be one. Apps that are no browsers (players, podcasts, mail) are counted
apart: what their texts look like is what libraries' texts look like, and none of them runs a tracker.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from kokumi.agents.reading import read_agent

_SAMPLE = 3000


@dataclass(frozen=True)
class Fixtures:
    """The texts of one project: of bots, of browsers, and of other apps that people use."""

    bots: frozenset[str]
    browsers: frozenset[str] = frozenset()
    apps: frozenset[str] = frozenset()


def isbot(root: Path) -> Fixtures:
    """Return isbot's lists."""
    return Fixtures(
        bots=frozenset(_texts(_yaml(root / "fixtures" / "crawlers.yml"))),
        browsers=frozenset(_texts(_yaml(root / "fixtures" / "browsers.yml"))),
    )


def device_detector(root: Path) -> Fixtures:
    """Return device-detector's: libraries are bots, all clients but browsers are apps."""
    found: dict[str, set[str]] = {"bots": set(), "browsers": set(), "apps": set()}
    for file in sorted((root / "Tests" / "fixtures").glob("*.yml")):
        for case in _cases(_yaml(file)):
            client = case.get("client")
            kind = client.get("type") if isinstance(client, dict) else None
            group = "bots" if file.name == "bots.yml" or kind == "library" else "apps"
            found["browsers" if kind == "browser" else group].add(str(case["user_agent"]))
    return Fixtures(**{name: frozenset(texts) for name, texts in found.items()})


def crawler_user_agents(root: Path) -> Fixtures:
    """Return the instances of crawler-user-agents, which lists bots only."""
    cases = _cases(json.loads((root / "crawler-user-agents.json").read_text("utf-8")))
    return Fixtures(bots=frozenset(text for case in cases for text in _texts(case["instances"])))


def ua_parser_js(root: Path) -> Fixtures:
    """Return ua-parser-js's: crawlers, fetchers, libraries and commands are bots."""
    found: dict[str, set[str]] = {"bots": set(), "browsers": set(), "apps": set()}
    for file in sorted((root / "test" / "data" / "ua").glob("*/*.json")):
        is_bot = file.stem in {"crawler", "fetcher", "library", "cli"}
        is_app = file.stem in {"email", "mediaplayer"}
        texts = {str(case["ua"]) for case in _cases(json.loads(file.read_text("utf-8"))) if case.get("ua")}
        found["bots" if is_bot else "apps" if is_app else "browsers"] |= texts
    return Fixtures(**{name: frozenset(texts) for name, texts in found.items()})


def uap_core(root: Path) -> Fixtures:
    """Return uap-core's devices: its spiders are bots, all others are apps and browsers of phones."""
    cases = _cases(_yaml(root / "tests" / "test_device.yaml"))
    spiders = {str(case["user_agent_string"]) for case in cases if case.get("brand") == "Spider"}
    browsers = {
        str(case["user_agent_string"])
        for name in ("firefox", "opera_mini")
        for case in _cases(_yaml(root / "test_resources" / f"{name}_user_agent_strings.yaml"))
    }
    devices = {str(case["user_agent_string"]) for case in cases} - spiders
    return Fixtures(frozenset(spiders), frozenset(browsers), frozenset(devices))


PROJECTS: dict[str, Callable[[Path], Fixtures]] = {
    "isbot": isbot,
    "device-detector": device_detector,
    "crawler-user-agents": crawler_user_agents,
    "ua-parser-js": ua_parser_js,
    "uap-core": uap_core,
}


def main() -> None:
    """Print a line for each project, then the time."""
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    for name in PROJECTS:
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is told wrongly")
    chosen = vars(parser.parse_args())
    every: set[str] = set()
    for name, read in PROJECTS.items():
        root: Path | None = chosen[name.replace("-", "_")]
        if root is not None:
            fixtures = read(root)
            _report(name, fixtures, show=bool(chosen["show"]))
            every |= fixtures.bots | fixtures.browsers | fixtures.apps
    if every:
        _time(sorted(every))


def _report(name: str, fixtures: Fixtures, *, show: bool) -> None:
    missed = sorted(text for text in fixtures.bots if read_agent(text).is_person)
    refused = sorted(text for text in fixtures.browsers if not read_agent(text).is_person)
    apps = sum(not read_agent(text).is_person for text in fixtures.apps)
    told = len(fixtures.bots) - len(missed)
    print(
        f"{name:20} recall {told}/{len(fixtures.bots)} = {told / len(fixtures.bots):.2%}"
        f"  precision {told}/{told + len(refused)} = {told / (told + len(refused)):.2%}"
        f"  browsers refused {len(refused)}/{len(fixtures.browsers)}  apps {apps}/{len(fixtures.apps)}"
    )
    if show:
        for text in missed:
            print("   let in:", text)
        for text in refused:
            print("   refused:", text)


def _time(texts: list[str]) -> None:
    sample = random.Random(1).sample(texts, min(_SAMPLE, len(texts)))  # noqa: S311 - the same each time
    started = time.process_time()
    for text in sample:
        read_agent(text)
    each = (time.process_time() - started) / len(sample)
    print(f"{each * 1e6:.1f} microseconds of processor for each text that is not remembered")


def _yaml(file: Path) -> object:
    loaded: object = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return loaded


def _cases(loaded: object) -> list[dict[str, object]]:
    cases = loaded["test_cases"] if isinstance(loaded, dict) else loaded
    if not isinstance(cases, list):
        raise TypeError("the file has no list of cases")
    return [case for case in cases if isinstance(case, dict)]


def _texts(loaded: object) -> Iterator[str]:
    if isinstance(loaded, str):
        yield loaded
    elif isinstance(loaded, dict):
        yield from _texts(list(loaded.values()))
    elif isinstance(loaded, Iterable):
        for each in loaded:
            yield from _texts(each)


if __name__ == "__main__":
    main()
