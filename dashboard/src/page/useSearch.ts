import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";

import { useAddress, withParameter } from "./useAddress";

const PAUSE = 300;

/**
 * Return what is typed into a list's search, how to change it, and what to search for.
 *
 * The address bar holds it once the typing pauses; a list then begins at its first page.
 */
export function useSearch(): [string, (typed: string) => void, string | undefined] {
  const [params, changeAddress] = useAddress();
  const search = params.get("search") ?? "";
  const [typed, setTyped] = useState(search);
  const settle = useDebouncedCallback((text: string) => {
    changeAddress((before) => withParameter(withParameter(before, "page", ""), "search", text), {
      preventScrollReset: true,
      replace: true,
    });
  }, PAUSE);
  const change = (text: string) => {
    setTyped(text);
    settle(text);
  };
  return [typed, change, search === "" ? undefined : search];
}
