import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";

/** Return the names of the properties that the site's events carry in the range. */
export function usePropertyNames(): string[] {
  const { ask } = usePage();
  const shows = useShows();
  const answer = useAnswer(shows("events") ? ask("event-data/properties") : null);
  return [...new Set((answer.data ?? []).map(({ propertyName }) => propertyName))];
}
