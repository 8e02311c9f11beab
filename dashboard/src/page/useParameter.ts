import { useSearchParams } from "react-router";

/** Return a page's own parameter of the address bar, and how to change it; an empty one is not there. */
export function useParameter(name: string): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const change = (value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === "") next.delete(name);
        else next.set(name, value);
        return next;
      },
      { preventScrollReset: true },
    );
  return [search.get(name) ?? "", change];
}
