/** Public links of websites: whoever has one may look, and change nothing. */

import { call } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { Website } from "~/api/types";

/** Return the address of a share link, maybe of one page with its search. */
export function shareUrl(slug: string, page = ""): string {
  return `${location.origin}/share/${encodeURIComponent(slug)}${page}`;
}

/** Return a new name that nobody can guess. */
function newSlug(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Make the website's public link, or end it. */
export async function setShareId(websiteId: string, isOn: boolean): Promise<Website> {
  const website = await call<Website>(`/api/websites/${websiteId}`, {
    method: "POST",
    body: { shareId: isOn ? newSlug() : null },
  });
  await forget(`/api/websites/${websiteId}`);
  return website;
}
