/** What a number of a report counts, in words, and how filters say the same. */

import type { Scope } from "~/api/types";
import type { Condition } from "~/filters/conditions";

export interface Told {
  /** Who they are, such as "Visitors who left before step 2". */
  title: string;
  /** What else has to be known of the number: it may count visits rather than visitors. */
  note?: string | undefined;
  /** The conditions that choose the same visitors, where conditions can. */
  filter?: { conditions: Condition[]; scope: Scope } | undefined;
}

/** Return the filter for the visitors of which conditions are true. */
export function visitorsWith(...conditions: Condition[]): Told["filter"] {
  return { conditions, scope: "session" };
}
