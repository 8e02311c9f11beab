/**
 * The one way to the server: a client whose addresses, bodies and answers are those of the API's description.
 *
 * Credentials and errors are middleware, so that who calls it gets an answer or an error with a sentence.
 */

import createClient, { type Middleware } from "openapi-fetch";

import { OfflineError, errorOf } from "./errors";
import { found, lost } from "./reachability";
import type { paths } from "./schema";

const GATEWAY = [502, 503, 504];

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

const authentication: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(credentials.headers())) request.headers.set(name, value);
  },
};

const errors: Middleware = {
  async onResponse({ response }) {
    const body = response.ok ? null : await json(response);
    if (GATEWAY.includes(response.status) && body === null) {
      // A proxy answers for a server that is not there.
      lost();
      throw new OfflineError();
    }
    found();
    if (response.ok) return;
    const error = errorOf(response.status, body);
    if (error.code === "unauthorized") credentials.refused();
    throw error;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === "AbortError") return error;
    lost();
    return new OfflineError();
  },
};

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** The client. Its calls reject with an ApiError if the answer is an error, and with an OfflineError without one. */
export const api = createClient<paths>({ headers: { Accept: "application/json" } });
api.use(authentication, errors);
