/** Answers that were asked for before, and how often a question is repeated. */

import { QueryClient } from "@tanstack/react-query";

import { ApiError, OfflineError } from "./errors";
import { onFound } from "./reachability";

const FRESH = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH,
      refetchOnWindowFocus: false,
      // A question that cannot be asked says so at once, instead of waiting for the connection to come back.
      networkMode: "always",
      // What the server refuses it will refuse again; only a lost connection is worth another try.
      retry: (failures, error) => !(error instanceof ApiError) && failures < 1,
    },
    mutations: { retry: false },
  },
});

onFound(() => {
  void queryClient.refetchQueries({
    type: "active",
    predicate: ({ state }) => state.error instanceof OfflineError,
  });
});

/** Forget all answers from addresses that begin so, and ask anew for what is on the page. */
export function forget(...paths: string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === "string" && paths.some((prefix) => path.startsWith(prefix)),
  });
}
