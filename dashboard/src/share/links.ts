/** Share links: whoever has one may look at what it opens, and change nothing. */

import { call } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { Opens, Page, Parameters, Share } from "~/api/types";
import type { Ask } from "~/api/useAnswer";

/** What a person says of a link; a password that is not named stays as it is. */
export interface Wish {
  name: string;
  opens: Opens;
  reportId: string | null;
  expiresAt: string | null;
  password?: string | null;
}

/** Return the address of a share link, maybe of one page with its search. */
export function shareUrl(slug: string, page = ""): string {
  return `${location.origin}/share/${encodeURIComponent(slug)}${page}`;
}

/** Return the question for a website's links. */
export function askLinks(websiteId: string): Ask {
  return { path: `/api/websites/${websiteId}/shares`, query: { pageSize: 200 } };
}

export type Links = Page<Share>;

/** Make a link, or change the one given; return it as it is now. */
export async function saveLink(websiteId: string, wish: Wish, link?: Share): Promise<Share> {
  const path = `/api/websites/${websiteId}/shares`;
  const saved =
    link === undefined
      ? await call<Share>(path, { method: "POST", body: wish })
      : await call<Share>(`/api/share/id/${link.id}`, {
          method: "POST",
          body: { ...wish, slug: link.slug, parameters: keptParameters(link.parameters, wish.opens) },
        });
  await forget(path, `/api/websites/${websiteId}`);
  return saved;
}

/** End a link. */
export async function endLink(websiteId: string, link: Share): Promise<void> {
  await call(`/api/share/id/${link.id}`, { method: "DELETE" });
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
