import { t } from "~/texts";

import { usePage } from "./page";

/** Return why there is nothing, and what to do: it depends on whether filters are set. */
export function useEmptyText(): string {
  const { conditions, segment, cohort, excludeBounce } = usePage().view.filters;
  const isFiltered = conditions.length > 0 || segment !== undefined || cohort !== undefined || excludeBounce;
  return isFiltered ? t.states.emptyFiltered : t.states.emptyRange;
}
