import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = process.env["KOKUMI_URL"] ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: process.env["DASHBOARD_OUT"] ?? "../src/kokumi/static/dashboard",
    emptyOutDir: true,
    // The policy of the page is `script-src 'self'`: nothing may be inlined as a data address.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "/api": server, "/script.js": server } },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
