import { useCallback } from "react";
import { type NavigateOptions, useNavigate, useSearchParams } from "react-router";

type Change = (search: URLSearchParams) => URLSearchParams;

/** What the address bar will say next; it takes some ticks to get there, and a page longer still to follow. */
let coming: URLSearchParams | undefined;

/**
 * Return the parameters of the address bar, and how to change them.
 *
 * A change is given a copy of its own of the newest parameters, not of those that the page was last drawn with: two
 * clicks before a page is drawn again are both kept.
 */
export function useAddress(): [URLSearchParams, (change: Change, options?: NavigateOptions) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const change = useCallback(
    (to: Change, options?: NavigateOptions) => {
      const next = to(new URLSearchParams(coming ?? window.location.search));
      coming = next;
      void Promise.resolve(navigate({ search: next.toString() }, options)).finally(() => {
        if (coming === next) coming = undefined;
      });
    },
    [navigate],
  );
  return [search, change];
}

/** Return the values of a parameter that is a list, none if it is not there. */
export function listed(search: URLSearchParams, name: string): string[] {
  return (search.get(name) ?? "").split(",").filter((each) => each !== "");
}

/** Return the parameters with one of them set; an empty one is not there. */
export function withParameter(search: URLSearchParams, name: string, value: string): URLSearchParams {
  if (value === "") search.delete(name);
  else search.set(name, value);
  return search;
}
