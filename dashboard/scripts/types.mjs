/** Writes the types of the API from its description, openapi.json, which `kokumi openapi` prints. */

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

import openapiTypescript, { astToString } from "openapi-typescript";

const description = await readFile("openapi.json");
const hash = createHash("sha256").update(description).digest("hex");
// What has a default may be left out of a request; answers list it among their required fields.
const types = astToString(
  await openapiTypescript(JSON.parse(description.toString()), { defaultNonNullable: false }),
);
await writeFile(
  "src/api/schema.ts",
  `// Made by \`npm run types\` from openapi.json, sha256 ${hash}\n\n${types}`,
);
