import { expect, it } from "vitest";

import { type Ask, getting, posting } from "./ask";

const path = { website_id: "a b/c" };

it.each<[string, Ask, string]>([
  [
    "ids are escaped",
    getting("/api/websites/{website_id}/active", { path }),
    "/api/websites/a%20b%2Fc/active",
  ],
  [
    "values are escaped, lists repeat their name, and what is undefined is left out",
    getting("/api/websites/{website_id}/stats", {
      path,
      query: { startAt: 1, path: ["neq./a&b", "c.x"], compare: undefined },
    }),
    "/api/websites/a%20b%2Fc/stats?startAt=1&path=neq.%2Fa%26b&path=c.x",
  ],
  [
    "a body is no part of it",
    posting("/api/share/{slug}", { path: { slug: "s" } }, { password: "p" }),
    "/api/share/s",
  ],
])("%s", (_, { address }, expected) => {
  expect(address).toBe(expected);
});
