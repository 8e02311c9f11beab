/** The one hook that asks the server. */

import { type UseQueryResult, keepPreviousData, useQuery } from "@tanstack/react-query";

import type { Ask } from "./ask";

export type Answer<Data> = UseQueryResult<Data>;

export function askKey(ask: Ask): readonly unknown[] {
  return [ask.address, ask.body ?? null];
}

/**
 * Return the server's answer as it comes in; no question, no request.
 *
 * While another question of the same kind is under way, its answer stays to be looked at.
 */
export function useAnswer<Data>(
  ask: Ask<Data> | null,
  options: { every?: number; keep?: boolean } = {},
): Answer<Data> {
  return useQuery<Data>({
    queryKey: ask === null ? ["nothing"] : askKey(ask),
    queryFn: ({ signal }) =>
      ask === null ? Promise.reject(new Error("nothing was asked")) : ask.send(signal),
    enabled: ask !== null,
    ...(options.keep === false ? {} : { placeholderData: keepPreviousData }),
    refetchInterval: options.every ?? false,
  });
}
