/** Questions to the server, and the one hook that asks them. */

import { type UseQueryResult, keepPreviousData, useQuery } from "@tanstack/react-query";

import { type Query, call } from "./client";

/** A question as it goes over the wire; with a body it is a POST. */
export interface Ask {
  path: string;
  query?: Query;
  body?: object;
}

export type Answer<Data> = UseQueryResult<Data>;

export function askKey(ask: Ask): readonly unknown[] {
  return [ask.path, ask.query ?? null, ask.body ?? null];
}

/**
 * Return the server's answer as it comes in; no question, no request.
 *
 * While another question of the same kind is under way, its answer stays to be looked at.
 */
export function useAnswer<Data>(
  ask: Ask | null,
  options: { every?: number; keep?: boolean } = {},
): Answer<Data> {
  return useQuery<Data>({
    queryKey: ask === null ? ["nothing"] : askKey(ask),
    queryFn: ({ signal }) =>
      ask === null
        ? Promise.reject(new Error("nothing was asked"))
        : call<Data>(ask.path, {
            method: ask.body === undefined ? "GET" : "POST",
            query: ask.query,
            body: ask.body,
            signal,
          }),
    enabled: ask !== null,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
    refetchInterval: options.every ?? false,
  });
}
