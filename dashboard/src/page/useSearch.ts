import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "react-router";

const PAUSE = 300;

/**
 * Return what is typed into a list's search, how to change it, and what to search for.
 *
 * The address bar holds it once the typing pauses; a list then begins at its first page.
 */
export function useSearch(): [string, (typed: string) => void, string | undefined] {
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? "";
  const [typed, setTyped] = useState(search);
  const settle = useDebouncedCallback((text: string) => {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("page");
        if (text === "") next.delete("search");
        else next.set("search", text);
        return next;
      },
      { preventScrollReset: true, replace: true },
    );
  }, PAUSE);
  const change = (text: string) => {
    setTyped(text);
    settle(text);
  };
  return [typed, change, search === "" ? undefined : search];
}
