import type { FieldName } from "~/api/types";
import { useShows } from "~/session/shows";

import { FIELDS } from "./conditions";

/** Return the fields that may be listed and filtered by. */
export function useFields(): FieldName[] {
  const shows = useShows();
  return FIELDS.filter(
    (name) => (name !== "distinctId" || shows("visitors")) && (name !== "event" || shows("events")),
  );
}
