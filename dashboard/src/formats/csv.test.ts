import { expect, it } from "vitest";

import { csv } from "./csv";

it("quotes what has to be quoted and defuses formulas", () => {
  const rows = [
    ["/a", 1.5, null],
    ['say "hi", you', -2, "=1+1"],
    ["two\nlines", 0, "@x"],
  ];
  expect(csv(["path", "views", "note"], rows)).toBe(
    'path,views,note\r\n/a,1.5,\r\n"say ""hi"", you",-2,\'=1+1\r\n"two\nlines",0,\'@x\r\n',
  );
});
