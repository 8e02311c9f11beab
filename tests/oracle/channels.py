"""The channel that a visitor came through: the rule of docs/spec/channels.md.

That rule names no hosts and parameters. Ours are below; the product's must be the same.
"""

from oracle.model import Event, bare_host, has_external_referrer

# An entry is a host, which its sub-domains fit too; one that ends in a dot leaves the rest open.
SEARCH = (
    "baidu.com", "bing.com", "chatgpt.com", "duckduckgo.com", "ecosia.org", "google.", "msn.com",
    "perplexity.ai", "search.brave.com", "yandex.",
)  # fmt: skip
SOCIAL = (
    "bsky.app", "facebook.com", "fb.com", "ig.com", "instagram.com", "linkedin.", "news.ycombinator.com",
    "pinterest.", "reddit.", "snapchat.", "t.co", "threads.net", "tiktok.", "twitter.com", "x.com",
)  # fmt: skip
EMAIL = ("gmail.", "hotmail.", "mail.yahoo.", "outlook.", "proton.me", "protonmail.")
SHOPPING = (
    "alibaba.com", "aliexpress.com", "amazon.", "bestbuy.com", "ebay.com", "etsy.com", "newegg.com",
    "target.com", "walmart.com",
)  # fmt: skip
VIDEO = ("twitch.", "youtube.")

PAID_PARAMETERS = (
    "ad_id=", "aid=", "dclid=", "epik=", "fbclid=", "gclid=", "li_fat_id=", "msclkid=", "ob_click_id=",
    "pc_id=", "rdt_cid=", "scid=", "ttclid=", "twclid=", "utm_medium=cpc", "utm_medium=paid",
    "utm_source=google",
)  # fmt: skip


def channel(event: Event) -> str:
    """Return the name of the channel, empty if none fits; the first rule that fits decides."""
    medium, source, query = event.utm_medium.lower(), event.utm_source.lower(), event.query.lower()
    paid = medium.startswith("p") or any(word in medium for word in ("ppc", "retargeting", "paid"))
    prefix = "paid" if paid else "organic"
    rules = (
        (event.referrer == "" and event.query == "", "direct"),
        (any(mark in query for mark in PAID_PARAMETERS), "paidAds"),
        (any(word in medium for word in ("referral", "app", "link")), "referral"),
        ("affiliate" in medium, "affiliate"),
        ("sms" in medium or "sms" in source, "sms"),
        (among(event.referrer, SEARCH) or "organic" in medium, f"{prefix}Search"),
        (among(event.referrer, SOCIAL), f"{prefix}Social"),
        (among(event.referrer, EMAIL) or "mail" in medium, "email"),
        (among(event.referrer, SHOPPING) or "shop" in medium, f"{prefix}Shopping"),
        (among(event.referrer, VIDEO) or "video" in medium, f"{prefix}Video"),
        (has_external_referrer(event), "referral"),
    )
    return next((name for fits, name in rules if fits), "")


def among(host: str, entries: tuple[str, ...]) -> bool:
    """Whether the host is one of the entries or below one."""
    dotted = f".{bare_host(host).lower()}"
    return any(
        f".{entry}" in dotted if entry.endswith(".") else dotted.endswith(f".{entry}") for entry in entries
    )
