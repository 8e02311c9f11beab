import { readdirSync } from "node:fs";

import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The folders of src/ from the lowest to the highest: a folder imports only from those before it. */
const FOLDERS = [
  "api",
  "texts",
  "range",
  "formats",
  "ui",
  "session",
  "filters",
  "page",
  "charts",
  "exports",
  "frame",
  "toolbar",
  "share",
  "tracking",
  "overview",
  "realtime",
  "events",
  "sessions",
  "reports",
  "saved",
  "segments",
  "shell",
  "websites",
  "settings",
];

const unordered = readdirSync(new URL("src", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "style" && !FOLDERS.includes(entry.name))
  .map(({ name }) => name);
if (unordered.length > 0) throw new Error(`no place in FOLDERS for src/${unordered.join(", src/")}`);

export default tseslint.config(
  { ignores: ["node_modules", "dist", "src/api/schema.ts", "scripts", "*.config.*"] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat["recommended-latest"],
  {
    plugins: { "import-x": importX },
    settings: {
      "import-x/extensions": [".ts", ".tsx"],
      "import-x/resolver-next": [
        createNodeResolver({ tsconfig: { configFile: "tsconfig.json" }, extensions: [".ts", ".tsx"] }),
      ],
    },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: "src",
          zones: FOLDERS.map((folder, place) => ({
            target: folder,
            from: [...FOLDERS.slice(place + 1), "routes.tsx", "main.tsx"],
            message: `${folder}/ stands below it; see the order in eslint.config.js.`,
          })),
        },
      ],
      // A number reads the same in a template as anywhere else.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `onClick={() => setOpen(true)}` is how React code reads.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Handlers of forms and clicks may be asynchronous: their errors are caught inside.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
);
