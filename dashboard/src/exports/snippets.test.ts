import { describe, expect, it } from "vitest";

import { getting, posting } from "~/api/ask";

import { curl, python } from "./snippets";

const journey = posting(
  "/api/reports/journey",
  {},
  {
    websiteId: "w",
    filters: { path: "c.it's" },
    parameters: {
      startDate: "2026-01-01",
      endDate: 1767312000000,
      steps: 3,
      collapse: true,
      startStep: null,
    },
  },
);

describe("curl", () => {
  it("asks with a query", () => {
    const ask = getting("/api/websites/{website_id}/stats", {
      path: { website_id: "w" },
      query: { startAt: 1, path: ["c.a&b"], compare: undefined },
    });
    expect(curl(ask, "https://k.example")).toBe(
      "curl 'https://k.example/api/websites/w/stats?startAt=1&path=c.a%26b' \\\n  -H 'Authorization: Bearer YOUR_API_KEY'",
    );
  });
  it("quotes a body for the shell", () => {
    expect(curl(journey, "https://k.example")).toContain(`"path":"c.it'\\''s"`);
  });
});

it("writes Python's own words", () => {
  expect(python(journey, "https://k.example")).toContain(
    `data=json.dumps({"websiteId": "w", "filters": {"path": "c.it's"}, "parameters": {"startDate": "2026-01-01", "endDate": 1767312000000, "steps": 3, "collapse": True, "startStep": None}}).encode(),`,
  );
});
