import { lazy as lazyOnce } from "react";

import { untilFound } from "~/api/reachability";

/** Load a part of the dashboard when it is first seen; if the server is gone then, as soon as it is back. */
export const lazy: typeof lazyOnce = (load) =>
  lazyOnce(async () => {
    try {
      return await load();
    } catch {
      await untilFound();
      return load();
    }
  });
