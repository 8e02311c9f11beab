/** The one way to the server: adds credentials, reads errors, can be cancelled. */

import { OfflineError, errorOf } from "./errors";

export type QueryValue = string | number | undefined;
export type Query = Record<string, QueryValue>;

export interface Call {
  method?: "GET" | "POST" | "DELETE";
  query?: Query | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

interface Credentials {
  headers: () => Record<string, string>;
  refused: () => void;
}

let credentials: Credentials = { headers: () => ({}), refused: () => undefined };

/** Say who is asking from now on, and what to do when the server no longer knows them; return the way back. */
export function setCredentials(next: Credentials): () => void {
  const before = credentials;
  credentials = next;
  return () => {
    credentials = before;
  };
}

/** Return an address with its query; values that are not there are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.append(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/**
 * Return what the server answers.
 *
 * @throws ApiError when the answer is an error, OfflineError when there is none.
 */
export async function call<Answer>(path: string, { method = "GET", query, body, signal }: Call = {}) {
  const headers: Record<string, string> = { Accept: "application/json", ...credentials.headers() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = await send(address(path, query), {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const answer = await json(response);
  if (!response.ok) {
    const error = errorOf(response.status, answer);
    if (error.code === "unauthorized") credentials.refused();
    throw error;
  }
  return answer as Answer;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new OfflineError();
  }
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}
