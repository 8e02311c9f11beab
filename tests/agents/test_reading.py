"""User agents: who is a person, and the kind, operator and name of who is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokumi.agents import lists
from kokumi.agents.reading import MAX_USER_AGENT, read_agent
from kokumi.domain.agents import PERSON, Agent, AgentKind

_KIT = "AppleWebKit/537.36 (KHTML, like Gecko)"
_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
_LINUX = "Mozilla/5.0 (X11; Linux x86_64)"
_CHROME = f"{_LINUX} {_KIT} Chrome/140.0.0.0 Safari/537.36"

PEOPLE = {
    "chrome": _CHROME,
    "firefox": "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
    "safari": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari",
    "iphone": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "slack-desktop": f"{_WINDOWS} {_KIT} Slack/4.40.1 Chrome/128.0.0.0 Electron/32.1.0 Safari/537.36 Sonic",
    "outlook": "Mozilla/4.0 (compatible; ms-office; MSOffice 16; Microsoft Outlook 16.0.17000)",
    "outlook-view": "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Trident/7.0; Microsoft Outlook 16)",
    "lynx": "Lynx/2.9.0 libwww-FM/2.14 SSL-MM/1.4.1 OpenSSL/3.0.0",
    "bank": "Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0; Banca Caboto)",
    "bee": f"{_WINDOWS} {_KIT} Chrome/120.0.0.0 Safari/537.36 turbotabbee/2",
    "cubot-phone": f"Mozilla/5.0 (Linux; Android 13; CUBOT P50) {_KIT} Chrome/120.0 Mobile",
    "discovery-phone": f"Mozilla/5.0 (Linux; Android 12; Discovery 5 Build/RP1A) {_KIT} Chrome/120.0 Safari",
    "spider-phone": f"Mozilla/5.0 (Linux; Android 13; Spider X) {_KIT} Chrome/120.0 Mobile",
    "editor": f"{_WINDOWS} {_KIT} Code/1.99.0 Chrome/132.0.0.0 Electron/34.0.0 Safari/537.36",
    "television": f"Mozilla/5.0 (Web0S; Linux/SmartTV) {_KIT} Chrome/108.0 Safari/537.36 WebAppManager",
    "google-television": f"Mozilla/5.0 (Linux; Android 12; Any Google TV Build/X) {_KIT} Chrome/120.0 Safari",
    "old-phone": "Nokia6230/2.0 (05.24) Profile/MIDP-2.0 Configuration/CLDC-1.1",
    "facebook": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) Mobile [FBAN/FBIOS;FBAV/467.0]",
    "uc-browser": "dv(iPh14,2);pr(UCBrowser/11.3.5.1203);ov(15_4);ss(375x812);bt(GJ);pm(0);bv(0)",
    "app-on-a-mac": "AnyApp/12 CFNetwork/1410.0.3 Darwin/22.6.0",
    "windows-server": f"Mozilla/5.0 (Windows Server 2019) {_KIT} Chrome/118.0 Safari/537.36",
    "umami-node": "Mozilla/5.0 Umami/v20",
    "umami-python": "Umami-Client v1.0.0 / Python 3.11",
    "empty": "",
    "blank": "   ",
}


def _compatible(text: str) -> str:
    return f"Mozilla/5.0 (compatible; {text})"


AGENTS = {
    _compatible("ChatGPT-User/1.0; +https://openai.com/bot"): ("assistant", "OpenAI", "ChatGPT-User"),
    _compatible("Claude-User/1.0; +x@anthropic.com"): ("assistant", "Anthropic", "Claude-User"),
    "claude-code/2.1.0 (cli)": ("assistant", "Anthropic", "claude-code"),
    _compatible("Perplexity-User/1.0"): ("assistant", "Perplexity", "Perplexity-User"),
    _compatible("MistralAI-User/1.0"): ("assistant", "Mistral", "MistralAI-User"),
    "meta-externalfetcher/1.1": ("assistant", "Meta", "meta-externalfetcher"),
    "Cursor/3.0.16 (darwin arm64)": ("assistant", "Cursor", "Cursor/3"),
    _compatible("GPTBot/1.2; +https://openai.com/gptbot"): ("crawler", "OpenAI", "GPTBot"),
    _compatible("OAI-SearchBot/1.0"): ("crawler", "OpenAI", "OAI-SearchBot"),
    "anthropic-ai/1.0": ("crawler", "Anthropic", "anthropic-ai"),
    _compatible("ClaudeBot/1.0; +claudebot@anthropic.com"): ("crawler", "Anthropic", "ClaudeBot"),
    "meta-externalagent/1.1": ("crawler", "Meta", "meta-externalagent"),
    _compatible("Googlebot/2.1; +http://www.google.com/bot.html"): ("crawler", "Google", "Googlebot"),
    _compatible("bingbot/2.0; +http://www.bing.com/bingbot.htm"): ("crawler", "Microsoft", "bingbot"),
    "CCBot/2.0 (https://commoncrawl.org/faq/)": ("crawler", "Common Crawl", "CCBot"),
    _compatible("NewBot/3.1; +https://www.new.example/bot"): ("crawler", "new.example", "NewBot"),
    f"{_CHROME} NobodyKnowsCrawler": ("crawler", "", "NobodyKnowsCrawler"),
    f"{_CHROME} (mail@someone.example)": ("crawler", "", "@someone."),
    "facebookexternalhit/1.1": ("tool", "Meta", "facebookexternalhit"),
    f"{_CHROME} Playwright/1.55.0": ("tool", "Playwright", "Playwright"),
    f"{_CHROME} Cypress/14.0.0": ("tool", "Cypress", "Cypress/1"),
    f"{_CHROME}; Selenium": ("tool", "Selenium", "Selenium"),
    f"{_CHROME} PTST/250101.1": ("tool", "WebPageTest", "PTST/"),
    "Mozilla/5.0 (Linux; U; Android 4.0.2; en-us; Catchpoint)": ("tool", "Catchpoint", "Catchpoint"),
    _CHROME.replace("Chrome", "HeadlessChrome"): ("tool", "", "HeadlessChrome"),
    "curl/8.5.0": ("tool", "curl", "curl/"),
    "python-requests/2.32": ("tool", "Python", "python"),
    "python-httpx/0.27.0": ("tool", "Python", "python"),
    "Go-http-client/1.1": ("tool", "Go", "Go-http-client"),
    "node": ("tool", "Node.js", "node"),
    "node-fetch": ("tool", "Node.js", "node"),
    "undici": ("tool", "Node.js", "undici"),
    "axios/1.7.2": ("tool", "Node.js", "axios/"),
    "okhttp/4.12.0": ("tool", "Java", "okhttp"),
    "Ktor client": ("tool", "Java", "Ktor"),
    "Faraday v2.9.0": ("tool", "Ruby", "Faraday"),
    "PostmanRuntime/7.39.0": ("tool", "Postman", "PostmanRuntime"),
    "umami-analytics-mcp/1.0 (node)": ("tool", "Umami", "umami-analytics-mcp"),
    "Foo/1.0": ("tool", "", "Foo"),
    "Some Sender 7f00": ("tool", "", "Some Sender 7f00"),
    "Anyone, Mozilla/5.0 (X11; Linux x86_64)": ("tool", "", "Anyone, Mozilla/"),
    "x" * 80: ("tool", "", "x" * 60),
    "${jndi:ldap://x}": ("tool", "", "${"),
}


@pytest.mark.parametrize("user_agent", PEOPLE.values(), ids=PEOPLE)
def test_people(user_agent: str) -> None:
    assert read_agent(user_agent) == PERSON


@pytest.mark.parametrize(("user_agent", "expected"), AGENTS.items())
def test_agents(user_agent: str, expected: tuple[str, str, str]) -> None:
    kind, operator, name = expected
    assert read_agent(user_agent) == Agent(AgentKind(kind), operator, name)


def test_only_the_beginning_of_a_text_is_read() -> None:
    padding = "Mozilla/5.0 (X11; Linux x86_64) " + "a " * 234
    assert len(padding) == MAX_USER_AGENT
    assert read_agent(padding + "Googlebot/2.1") == PERSON
    assert read_agent(padding[:-10] + "Googlebot/2.1").kind is AgentKind.CRAWLER


@given(st.text(max_size=600))
def test_any_text_has_an_agent_of_bounded_size(text: str) -> None:
    found = read_agent(text)
    assert len(found.name) <= 60
    assert len(found.operator) <= 60
    assert found.is_person == (found == PERSON)


def test_the_matcher_takes_every_pattern_of_the_lists() -> None:
    patterns = [*lists.known(), *lists.traits(), *lists.crawlers()]
    assert len(patterns) > 1500
    assert [each[0] for each in patterns if "(?" in each[0].replace("(?:", "")] == []


HOSTILE = {
    "letters": "(; " + "Aa" * 248,
    "after-a-browser": "Mozilla/5.0 (Linux; Android 4.4; " + "-" * 467,
    "spaced": "(a " * 166,
    "almost-a-product": "a." * 249 + " ;",
    "androids": "Android 1;" * 50,
    "pay": "alipaydefined(bot" * 29,
    "builds": "bot build/" * 50,
    "iphone": "(CPU iPhone OS " + "1_" * 240,
    "dots": "bot " + "." * 496,
    "not-ascii": "(\u00e9" * 250,
    "addresses": "http://" * 71,
    "products": "bot " + "a/" * 248,
}
"""User agents of 500 characters, made to be slow to match."""


@pytest.mark.parametrize("user_agent", HOSTILE.values(), ids=HOSTILE)
def test_no_user_agent_takes_long(user_agent: str) -> None:
    read_agent(user_agent), read_agent("Foo bar/1")  # the matchers are made by now
    started = time.thread_time()
    for number in range(20):
        read_agent(f"{number}{user_agent}")
    assert (time.thread_time() - started) / 20 < 0.003
