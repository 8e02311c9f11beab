"""What the invented visitors of the demo shop are made of: records with weights to draw from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Residence:
    """Where visitors live: `ahead` in hours of UTC; `spending` in percent of the listed prices."""

    weight: int
    country: str
    region: str
    city: str
    language: str
    ahead: int
    currency: str
    spending: int


@dataclass(frozen=True, slots=True)
class Setup:
    """What visitors look at the shop with, in the wire format's vocabulary."""

    weight: int
    browser: str
    os: str
    device: str
    screen: str


@dataclass(frozen=True, slots=True)
class Referral:
    """What brought a visit; `returning` is its weight among later visits of a person.

    `query` is the landing page's query string without the click id, whose kind (`gclid`, …) is `click_id`.
    """

    weight: int
    returning: int
    referrer: str = ""
    referrer_path: str = ""
    utm: tuple[str, str, str, str, str] = ("", "", "", "", "")
    click_id: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """A way through the shop, walked until the visitor leaves: paths, and custom events as `!name`.

    `{product}`, `{other}` and `{post}` become a product or a post of the visit's own.
    """

    weight: int
    returning: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Something to buy; `price` in hundredths."""

    weight: int
    slug: str
    title: str
    price: int


HOSTNAME = "demo-shop.example"

PLACES = (
    Residence(120, "US", "US-CA", "San Francisco", "en-US", -8, "USD", 120),
    Residence(90, "US", "US-NY", "New York", "en-US", -5, "USD", 115),
    Residence(60, "US", "US-TX", "Austin", "en-US", -6, "USD", 100),
    Residence(40, "US", "US-IL", "Chicago", "en-US", -6, "USD", 100),
    Residence(30, "US", "US-WA", "Seattle", "en-US", -8, "USD", 110),
    Residence(80, "GB", "GB-ENG", "London", "en-GB", 0, "GBP", 105),
    Residence(30, "GB", "GB-ENG", "Manchester", "en-GB", 0, "GBP", 95),
    Residence(15, "GB", "GB-SCT", "Edinburgh", "en-GB", 0, "GBP", 95),
    Residence(70, "DE", "DE-BE", "Berlin", "de-DE", 1, "EUR", 100),
    Residence(45, "DE", "DE-BY", "Munich", "de-DE", 1, "EUR", 115),
    Residence(35, "DE", "DE-HH", "Hamburg", "de", 1, "EUR", 105),
    Residence(60, "FR", "FR-IDF", "Paris", "fr-FR", 1, "EUR", 105),
    Residence(25, "FR", "FR-ARA", "Lyon", "fr-FR", 1, "EUR", 95),
    Residence(30, "ES", "ES-MD", "Madrid", "es-ES", 1, "EUR", 85),
    Residence(20, "ES", "ES-CT", "Barcelona", "ca-ES", 1, "EUR", 85),
    Residence(30, "NL", "NL-NH", "Amsterdam", "nl-NL", 1, "EUR", 110),
    Residence(25, "IT", "IT-25", "Milan", "it-IT", 1, "EUR", 90),
    Residence(12, "AT", "AT-9", "Vienna", "de-AT", 1, "EUR", 105),
    Residence(35, "CA", "CA-ON", "Toronto", "en-CA", -5, "USD", 95),
    Residence(15, "CA", "CA-QC", "Montréal", "fr-CA", -5, "USD", 90),
    Residence(35, "BR", "BR-SP", "São Paulo", "pt-BR", -3, "USD", 65),
    Residence(15, "MX", "MX-CMX", "Mexico City", "es-MX", -6, "USD", 65),
    Residence(40, "IN", "IN-KA", "Bengaluru", "en-IN", 5, "USD", 55),
    Residence(25, "IN", "IN-MH", "Mumbai", "en-IN", 5, "USD", 55),
    Residence(30, "JP", "JP-13", "Tokyo", "ja-JP", 9, "USD", 105),
    Residence(25, "AU", "AU-NSW", "Sydney", "en-AU", 10, "USD", 110),
    Residence(15, "AU", "AU-VIC", "Melbourne", "en-AU", 10, "USD", 110),
    Residence(12, "PL", "PL-14", "Warsaw", "pl-PL", 1, "EUR", 75),
    Residence(12, "SE", "SE-AB", "Stockholm", "sv-SE", 1, "EUR", 110),
    Residence(8, "ZA", "ZA-WC", "Cape Town", "en-ZA", 2, "GBP", 70),
    Residence(16, "", "", "", "en-US", 0, "USD", 90),
)

SETUPS = (
    Setup(150, "chrome", "Windows 10", "desktop", "1920x1080"),
    Setup(70, "chrome", "Windows 10", "laptop", "1536x864"),
    Setup(40, "edge-chromium", "Windows 10", "laptop", "1366x768"),
    Setup(40, "edge-chromium", "Windows 10", "desktop", "2560x1440"),
    Setup(25, "firefox", "Windows 10", "desktop", "1920x1080"),
    Setup(90, "chrome", "Mac OS", "laptop", "1440x900"),
    Setup(80, "safari", "Mac OS", "laptop", "1512x982"),
    Setup(20, "safari", "Mac OS", "desktop", "2560x1440"),
    Setup(15, "firefox", "Mac OS", "laptop", "1440x900"),
    Setup(20, "chrome", "Linux", "desktop", "1920x1080"),
    Setup(20, "firefox", "Linux", "laptop", "1920x1200"),
    Setup(160, "ios", "iOS", "mobile", "390x844"),
    Setup(40, "crios", "iOS", "mobile", "393x852"),
    Setup(25, "ios-webview", "iOS", "mobile", "430x932"),
    Setup(150, "chrome", "Android OS", "mobile", "412x915"),
    Setup(30, "samsung", "Android OS", "mobile", "360x780"),
    Setup(10, "chromium-webview", "Android OS", "mobile", "384x832"),
    Setup(20, "ios", "iOS", "tablet", "820x1180"),
    Setup(10, "chrome", "Android OS", "tablet", "800x1280"),
    Setup(5, "chrome", "Chrome OS", "laptop", "1366x768"),
)

SOURCES = (
    Referral(230, 520),
    Referral(210, 120, "www.google.com", "/"),
    Referral(30, 15, "www.bing.com", "/search"),
    Referral(25, 15, "duckduckgo.com", "/"),
    Referral(25, 15, "chatgpt.com", "/"),
    Referral(20, 10, "news.ycombinator.com", "/item"),
    Referral(25, 15, "www.reddit.com", "/r/coffee/"),
    Referral(20, 10, "t.co", "/demo"),
    Referral(25, 15, "m.facebook.com", "/"),
    Referral(15, 10, "www.youtube.com", "/watch"),
    Referral(20, 10, "brewing-weekly.example", "/gear/scales"),
    Referral(15, 10, "partner.example", "/shops"),
    Referral(5, 5, "www.demo-shop.example", "/"),
    Referral(
        90, 30, "www.google.com", "/", ("google", "cpc", "brand", "headline-a", "coffee grinder"), "gclid"
    ),
    Referral(
        60, 20, "www.google.com", "/", ("google", "cpc", "autumn-sale", "headline-b", "espresso"), "gclid"
    ),
    Referral(
        60, 20, "l.facebook.com", "/", ("facebook", "paid-social", "autumn-sale", "video", ""), "fbclid"
    ),
    Referral(
        30, 10, "l.instagram.com", "/", ("instagram", "paid-social", "lookalike", "story", ""), "fbclid"
    ),
    Referral(15, 5, "www.bing.com", "/", ("bing", "cpc", "brand", "headline-a", "pour over"), "msclkid"),
    Referral(12, 4, "www.tiktok.com", "/", ("tiktok", "paid-social", "unboxing", "video", ""), "ttclid"),
    Referral(
        8, 3, "www.linkedin.com", "/", ("linkedin", "paid-social", "offices", "carousel", ""), "li_fat_id"
    ),
    Referral(8, 3, "t.co", "/", ("twitter", "paid-social", "launch", "", ""), "twclid"),
    Referral(35, 100, "", "", ("newsletter", "email", "october-news", "header", "")),
    Referral(20, 60, "", "", ("newsletter", "email", "back-in-stock", "button", "")),
    Referral(
        15, 10, "brewing-weekly.example", "/best-grinders", ("brewing-weekly", "affiliate", "review", "", "")
    ),
)

JOURNEYS = (
    Journey(
        230,
        180,
        (
            *("/", "/products", "/products/{other}", "/products", "/products/{product}", "/help/shipping"),
            *("/products/{product}", "!add-to-cart", "/cart", "/checkout", "!begin-checkout"),
            *("/checkout/payment", "!purchase", "/thank-you"),
        ),
    ),
    Journey(
        170,
        120,
        (
            *("/products/{product}", "/products/{other}", "/products", "/products/{product}", "/about"),
            *("/products/{product}", "!add-to-cart", "/cart", "/checkout", "!begin-checkout"),
            *("/checkout/payment", "!purchase", "/thank-you"),
        ),
    ),
    Journey(
        140,
        60,
        (
            *("/sale", "/products/{other}", "/sale", "/products/{product}", "!add-to-cart", "/cart"),
            *("/sale", "/products/{other}", "!add-to-cart", "/cart", "/checkout", "!begin-checkout"),
            *("/checkout/payment", "!purchase", "/thank-you"),
        ),
    ),
    Journey(
        120,
        90,
        (
            *("/", "!search", "/search", "/products/{product}", "/search", "/products/{other}"),
            *("/products", "/products/{product}", "/help/shipping", "/help/returns"),
        ),
    ),
    Journey(
        130,
        60,
        (
            *("/blog/{post}", "/blog", "/blog/{post}", "/products/{product}", "/blog", "!newsletter"),
            *("/", "/about", "/products"),
        ),
    ),
    Journey(
        80,
        30,
        (
            *("/", "/about", "/pricing", "/help/returns", "/pricing", "/signup", "!signup", "/account"),
            *("/products", "/products/{product}"),
        ),
    ),
    Journey(
        50, 20, ("/pricing", "/help/returns", "/pricing", "/signup", "!signup", "/account", "/", "/products")
    ),
    Journey(
        30,
        220,
        (
            *("/login", "!login", "/account", "/account/orders", "/products", "/products/{product}"),
            *("!add-to-cart", "/cart", "/checkout", "/checkout/payment", "!purchase", "/thank-you"),
        ),
    ),
    Journey(
        20,
        150,
        (
            "/account/orders",
            "/help/shipping",
            "/help/returns",
            "!contact",
            "/",
            "/products",
            "/products/{other}",
        ),
    ),
    Journey(
        20,
        40,
        ("/products/{product}", "/pricing", "/products/{product}", "!subscribe", "/thank-you", "/account"),
    ),
)

PRODUCTS = (
    Product(180, "hand-grinder", "Hand grinder", 8900),
    Product(140, "pour-over-kettle", "Pour-over kettle", 6450),
    Product(120, "house-blend", "House blend, 1 kg", 2490),
    Product(110, "single-origin", "Single origin, 250 g", 1350),
    Product(100, "brew-scale", "Brew scale", 4900),
    Product(90, "ceramic-dripper", "Ceramic dripper", 2200),
    Product(80, "paper-filters", "Paper filters, 100", 695),
    Product(60, "espresso-machine", "Espresso machine", 64900),
    Product(50, "milk-frother", "Milk frother", 3990),
    Product(40, "travel-press", "Travel press", 3250),
    Product(20, "cupping_set", "Cupping set 100% cotton bag", 5500),
    Product(10, "gift-card", "Gift card", 5000),
)

POSTS = (
    "first-espresso",
    "how-to-grind",
    "water-matters",
    "our-roastery",
    "cold-brew-at-home",
    "scale_or_spoon",
)

SEARCHES = ("grinder", "espresso", "filter", "decaf", "kettle", "gift", "50% off", "scale")

TITLES = {
    "/": "Demo shop",
    "/about": "About us",
    "/account": "Your account",
    "/account/orders": "Your orders",
    "/blog": "Journal",
    "/cart": "Your cart",
    "/checkout": "Checkout",
    "/checkout/payment": "Payment",
    "/help/returns": "Returns",
    "/help/shipping": "Shipping",
    "/login": "Log in",
    "/pricing": "Subscriptions",
    "/products": "All products",
    "/sale": "Autumn sale",
    "/search": "Search",
    "/signup": "Join",
    "/thank-you": "Thank you",
    **{f"/products/{product.slug}": product.title for product in PRODUCTS},
    **{f"/blog/{post}": post.replace("-", " ").replace("_", " ").capitalize() for post in POSTS},
}

HOURS = (
    *(14, 20, 32, 46, 58, 64, 66, 68, 62, 60, 60, 58),
    *(58, 60, 66, 74, 80, 72, 56, 38, 22, 12),
)
"""Weights of the hours of a shop day, from 05:00 to 02:59 of the next night, on the visitor's clock."""

WEEKDAYS = (108, 106, 104, 102, 96, 84, 92)
"""Weights of the days of a week, from Monday."""
