import { useEffect } from "react";

import { t } from "~/texts";

/** Give the browser's tab the page's name. */
export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined && part !== ""), t.name].join(" · ");
  useEffect(() => {
    document.title = title;
  }, [title]);
}
