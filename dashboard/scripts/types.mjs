/**
 * Writes the types of the API, and the bounds of what it takes, from its description, openapi.json.
 *
 * `kokumi openapi` prints the description.
 */

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

import openapiTypescript, { astToString } from "openapi-typescript";

const BOUNDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/** Return the bounds that a schema sets, looking through `anyOf`, as it is said of what may be null. */
function boundsOf(schema) {
  const parts = [schema, ...(schema.anyOf ?? [])];
  return Object.fromEntries(
    parts.flatMap((part) => Object.entries(part).filter(([name]) => BOUNDS.includes(name))),
  );
}

/** Return the entries of an object as something made of them, without those of which nothing is made. */
function mapped(object, make) {
  const pairs = Object.entries(object ?? {}).map(([name, value]) => [name, make(value)]);
  return Object.fromEntries(pairs.filter(([, made]) => Object.keys(made).length > 0));
}

const description = await readFile("openapi.json");
const api = JSON.parse(description.toString());
const hash = createHash("sha256").update(description).digest("hex");
// What has a default may be left out of a request; answers list it among their required fields.
const types = astToString(await openapiTypescript(api, { defaultNonNullable: false }));
const bounds = mapped(api.components.schemas, (schema) => mapped(schema.properties, boundsOf));
await writeFile(
  "src/api/schema.ts",
  `// Made by \`npm run types\` from openapi.json, sha256 ${hash}

${types}
/** The bounds of what the API takes: of lengths, numbers and lists. */
export const BOUNDS = ${JSON.stringify(bounds, null, 4)} as const;
`,
);
