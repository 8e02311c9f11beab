"""Attribution (docs/spec/attribution.md)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from operator import attrgetter

from oracle.errors import BadRequestError
from oracle.filters import Saved, camel
from oracle.model import CLICK_IDS, UTM_FIELDS, Event, has_external_referrer
from oracle.question import Body, Question, ask, by_session, largest_first
from oracle.revenue import currency_of
from oracle.steps import fits

MAX_LIST = 20
PAID_ADS = {
    "gclid": "Google Ads",
    "fbclid": "Facebook / Meta",
    "msclkid": "Microsoft Ads",
    "ttclid": "TikTok Ads",
    "li_fat_id": "LinkedIn Ads",
    "twclid": "Twitter Ads (X)",
}


def attribution(
    events: Iterable[Event],
    body: Body,
    saved: Saved | None = None,
    *,
    reset_at_ms: int | None = None,
    now_ms: int = 0,
) -> dict[str, object]:
    """Return what the credited touches of the converting sessions had (docs/spec/attribution.md)."""
    question = ask(events, body, saved, reset_at_ms=reset_at_ms, now_ms=now_ms)
    kind, step = question.text("type"), question.text("step")
    matching = [event for event in question.filtered() if fits(event, kind, step)]
    touches = _credited(question, matching)
    values = _values(question, matching)

    def ranked(name_of: Callable[[Event], str]) -> list[dict[str, object]]:
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for session, touch in touches.items():
            if name_of(touch) != "":
                sums[name_of(touch)] += values[session]
        rows = [(name, value) for name, value in largest_first(sums) if value != 0]
        return [{"name": name, "value": float(value)} for name, value in rows[:MAX_LIST]]

    return {
        "referrer": ranked(external_referrer),
        "paidAds": ranked(paid_ad),
        **{field: ranked(attrgetter(field)) for field in UTM_FIELDS},
        "total": {
            "pageviews": len(matching),
            "visitors": len({event.session_id for event in matching}),
            "visits": len({event.visit_id for event in matching}),
        },
    }


def is_touch(event: Event) -> bool:
    """Whether the event shows where the visitor came from; a direct visit does not.

    See docs/spec/attribution.md#touches.
    """
    marks = [event.text(name) for name in (*UTM_FIELDS, *CLICK_IDS)]
    return has_external_referrer(event) or any(mark != "" for mark in marks)


def external_referrer(event: Event) -> str:
    """Return the referrer's host as it is stored, empty if it is not external."""
    return event.referrer if has_external_referrer(event) else ""


def paid_ad(event: Event) -> str:
    """Return the name of the network of the first click id present, empty without one."""
    return next((name for click_id, name in PAID_ADS.items() if event.text(click_id) != ""), "")


def _credited(question: Question, matching: Iterable[Event]) -> Mapping[str, Event]:
    """Return the one touch of each converting session that is credited, if it has any."""
    model = camel(question.text("model"))
    if model not in {"firstClick", "lastClick"}:
        raise BadRequestError(f"no such model: {model}")
    conversions = {session: events[-1] for session, events in by_session(matching).items()}
    credited: dict[str, Event] = {}
    for event in question.unfiltered():
        conversion = conversions.get(event.session_id)
        if conversion is None or event.order > conversion.order or not is_touch(event):
            continue
        if model == "lastClick" or event.session_id not in credited:
            credited[event.session_id] = event
    return credited


def _values(question: Question, matching: list[Event]) -> Mapping[str, Decimal]:
    """Return what each converting session is worth: 1, or its revenue in the currency."""
    sessions = {event.session_id for event in matching}
    asked = question.parameters.get("currency")
    if asked is None:
        return dict.fromkeys(sessions, Decimal(1))
    currency = currency_of(question.text("currency"))
    # Of a path no revenue comes by itself, so all the session's events count, whatever their time.
    counted = matching if question.text("type") == "event" else question.unfiltered()
    values = dict.fromkeys(sessions, Decimal(0))
    for event in counted:
        if event.session_id in values:
            values[event.session_id] += event.revenue_in(currency) or Decimal(0)
    return values
