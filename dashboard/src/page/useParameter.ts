import { useAddress, withParameter } from "./useAddress";

/** Return a page's own parameter of the address bar, and how to change it; an empty one is not there. */
export function useParameter(name: string): [string, (value: string) => void] {
  const [search, change] = useAddress();
  return [
    search.get(name) ?? "",
    (value) => change((before) => withParameter(before, name, value), { preventScrollReset: true }),
  ];
}
