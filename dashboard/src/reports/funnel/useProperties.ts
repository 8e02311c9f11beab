import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";

interface Known {
  names: string[];
  values: string[];
}

/** Return what a site's event was sent with in the range: its properties, and the values of one. */
export function useProperties(event: string, property: string): Known {
  const { website, span, view } = usePage();
  const path = { website_id: website.id };
  const query = { ...span, timezone: view.zone, event: [`eq.${event}`] };
  const properties = useAnswer(
    event === "" ? null : getting("/api/websites/{website_id}/event-data/properties", { path, query }),
  );
  const names = (properties.data ?? []).map(({ propertyName }) => propertyName);
  const isKnown = names.includes(property);
  const values = useAnswer(
    isKnown
      ? getting("/api/websites/{website_id}/event-data/values", {
          path,
          query: { ...query, propertyName: property },
        })
      : null,
    { keep: false },
  );
  return {
    names: [...new Set(names)],
    values: isKnown ? [...new Set((values.data ?? []).map(({ value }) => value))] : [],
  };
}
