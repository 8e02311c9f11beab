/** Share links: whoever has one may look at what it opens, and change nothing. */

import { type Ask, getting, posting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { Opens, Page, Parameters, Share } from "~/api/types";

/** What a person says of a link; a password that is not named stays as it is. */
export interface Wish {
  name: string;
  opens: Opens;
  reportId: string | null;
  expiresAt: string | null;
  embedOrigins: string[];
  password?: string | null;
}

/** Return the address of a share link, maybe of one page with its search. */
export function shareUrl(slug: string, page = ""): string {
  return `${location.origin}/share/${encodeURIComponent(slug)}${page}`;
}

/** Return the HTML that shows an address in a frame of another page. */
export function frameCode(url: string, title: string): string {
  const name = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${url}" title="${name}" width="100%" height="900" style="border: 0" loading="lazy"></iframe>`;
}

/** Return the different origins in what somebody typed, with commas or spaces between them. */
export function originsIn(typed: readonly string[]): string[] {
  const addresses = typed.flatMap((text) => text.split(/[\s,]+/)).filter((text) => text !== "");
  return [...new Set(addresses.map(originOf))];
}

/** Return the origin of an address, or the text itself if it is none. */
function originOf(address: string): string {
  try {
    const { origin, host } = new URL(address.includes("://") ? address : `https://${address}`);
    return host === "" ? address : origin;
  } catch {
    return address;
  }
}

/** Return the question for a website's links. */
export function askLinks(websiteId: string): Ask<Links> {
  return getting("/api/websites/{website_id}/shares", {
    path: { website_id: websiteId },
    query: { pageSize: 200 },
  });
}

export type Links = Page<Share>;

/** Make a link, or change the one given; return it as it is now. */
export async function saveLink(websiteId: string, wish: Wish, link?: Share): Promise<Share> {
  const saved = await (
    link === undefined
      ? posting("/api/websites/{website_id}/shares", { path: { website_id: websiteId } }, wish)
      : posting(
          "/api/share/id/{share_id}",
          { path: { share_id: link.id } },
          { ...wish, slug: link.slug, parameters: keptParameters(link.parameters, wish.opens) },
        )
  ).send();
  await forget(`/api/websites/${websiteId}`);
  return saved;
}

/** End a link. */
export async function endLink(websiteId: string, link: Share): Promise<void> {
  await api.DELETE("/api/share/id/{share_id}", { params: { path: { share_id: link.id } } });
  await forget(`/api/websites/${websiteId}`);
}

/** Return a link's parameters; a link that shall open everything does not keep the sessions closed. */
export function keptParameters(parameters: Parameters, opens: Opens): Parameters {
  const { sessions, ...rest } = parameters;
  return opens === "all" && sessions === false ? rest : parameters;
}

/** Return a day's last millisecond as the server takes it; the day is the one of this browser's clock. */
export function endOfDay(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString();
}

/** Return the day of an instant by this browser's clock, such as 2027-01-31. */
export function dayOf(instant: string): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
