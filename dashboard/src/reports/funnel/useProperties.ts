import type { Property, PropertyValue } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";

interface Known {
  names: string[];
  values: string[];
}

/** Return what a site's event was sent with in the range: its properties, and the values of one. */
export function useProperties(event: string, property: string): Known {
  const { website, span, view } = usePage();
  const ask = (what: string, query: object) => ({
    path: `/api/websites/${website.id}/event-data/${what}`,
    query: { ...span, timezone: view.zone, event: `eq.${event}`, ...query },
  });
  const properties = useAnswer<Property[]>(event === "" ? null : ask("properties", {}));
  const names = (properties.data ?? []).map(({ propertyName }) => propertyName);
  const isKnown = names.includes(property);
  const values = useAnswer<PropertyValue[]>(isKnown ? ask("values", { propertyName: property }) : null, {
    keep: false,
  });
  return {
    names: [...new Set(names)],
    values: isKnown ? [...new Set((values.data ?? []).map(({ value }) => value))] : [],
  };
}
