import { describe, expect, it } from "vitest";

import { sharedSearch, viewOf, viewSearch } from "./view";

const back = (text: string): string =>
  viewSearch(viewOf(new URLSearchParams(text), "UTC"), "UTC", new URLSearchParams(text)).toString();

describe("the address bar", () => {
  it.each([
    ["", ""],
    ["date=30d", ""],
    ["date=7d&compare=prev", "date=7d&compare=prev"],
    ["date=2026-01-01..2026-01-31&tz=Europe%2FBerlin", "date=2026-01-01..2026-01-31&tz=Europe%2FBerlin"],
    ["date=never&tz=Mars&unit=eon&compare=x", ""],
    ["step=%2Fa&country=US", "step=%2Fa&country=eq.US"],
    ["path=/a&scope=session", "path=eq.%2Fa&scope=session"],
    ["path=/a&scope=visit", "path=eq.%2Fa"],
    ["country=US&scope=event", "country=eq.US"],
  ])("%s becomes %s", (given, expected) => {
    expect(back(given)).toBe(expected);
  });
});

it("hands the view on to another page, without the page's own parameters", () => {
  expect(sharedSearch(new URLSearchParams("date=7d&params=%7B%7D&saved=1&path=c.docs&tab=exit"))).toBe(
    "?date=7d&path=c.docs",
  );
});
