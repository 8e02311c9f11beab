import { describe, expect, it } from "vitest";

import { curl, python } from "./snippets";

const report = {
  path: "/api/reports/goals",
  body: {
    websiteId: "w",
    filters: { path: "c.it's" },
    parameters: { value: null, collapse: true, steps: [1] },
  },
};

describe("curl", () => {
  it("asks with a query", () => {
    const ask = { path: "/api/websites/w/stats", query: { startAt: 1, path: "c.a&b", unit: undefined } };
    expect(curl(ask, "https://k.example")).toBe(
      "curl 'https://k.example/api/websites/w/stats?startAt=1&path=c.a%26b' \\\n  -H 'Authorization: Bearer YOUR_API_KEY'",
    );
  });
  it("quotes a body for the shell", () => {
    expect(curl(report, "https://k.example")).toContain(`"path":"c.it'\\''s"`);
  });
});

it("writes Python's own words", () => {
  expect(python(report, "https://k.example")).toContain(
    `data=json.dumps({"websiteId": "w", "filters": {"path": "c.it's"}, "parameters": {"value": None, "collapse": True, "steps": [1]}}).encode(),`,
  );
});
