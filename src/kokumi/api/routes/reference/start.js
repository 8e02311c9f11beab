// Starts the viewer on the page. The page's policy allows no script inside the page itself.
const { viewer } = document.getElementById("reference").dataset;
const { createApiReference } = await import(viewer);

createApiReference("#reference", {
  url: "/openapi.json",
  servers: [{ url: location.origin }],
  metaData: { title: "Kokumi API" },
  authentication: { preferredSecurityScheme: "signIn" },
  defaultHttpClient: { targetKey: "shell", clientKey: "curl" },
  // Everything that would talk to other servers is off; the policy would refuse it, too.
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: "never",
});
