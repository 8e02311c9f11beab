"""What tells the channel that a visitor came through (docs/spec/channels.md): hosts and query parameters.

A host stands for itself and its sub-domains; one that ends in a dot leaves the rest of the name open.
"""

from __future__ import annotations

SEARCH = (
    *("baidu.com", "bing.com", "chatgpt.com", "duckduckgo.com", "ecosia.org", "google.", "msn.com"),
    *("perplexity.ai", "search.brave.com", "yandex."),
)
SOCIAL = (
    *("bsky.app", "facebook.com", "fb.com", "ig.com", "instagram.com", "linkedin.", "news.ycombinator.com"),
    *("pinterest.", "reddit.", "snapchat.", "t.co", "threads.net", "tiktok.", "twitter.com", "x.com"),
)
EMAIL = ("gmail.", "hotmail.", "mail.yahoo.", "outlook.", "proton.me", "protonmail.")
SHOPPING = (
    *("alibaba.com", "aliexpress.com", "amazon.", "bestbuy.com", "ebay.com", "etsy.com", "newegg.com"),
    *("target.com", "walmart.com"),
)
VIDEO = ("twitch.", "youtube.")

PAID_PARAMETERS = (
    *("ad_id=", "aid=", "dclid=", "epik=", "fbclid=", "gclid=", "li_fat_id=", "msclkid=", "ob_click_id="),
    *("pc_id=", "rdt_cid=", "scid=", "ttclid=", "twclid=", "utm_medium=cpc", "utm_medium=paid"),
    "utm_source=google",
)

PAID_ADS = {
    "gclid": "Google Ads",
    "fbclid": "Facebook / Meta",
    "msclkid": "Microsoft Ads",
    "ttclid": "TikTok Ads",
    "li_fat_id": "LinkedIn Ads",
    "twclid": "Twitter Ads (X)",
}
"""The advertiser that a click id names, in the order in which they are looked for.

See docs/spec/attribution.md#lists.
"""
