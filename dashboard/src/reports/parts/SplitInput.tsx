import { Select } from "@mantine/core";

import type { Split } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { FIELDS } from "~/filters/conditions";
import { useFields } from "~/filters/useFields";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

import { partOf } from "./split";

interface Props {
  value: Split | null;
  onChange: (value: Split | null) => void;
}

/** What to split a report by: a field, or a property of the site's event data. */
export function SplitInput({ value, onChange }: Props) {
  const fields = useFields();
  const properties = usePropertyNames();
  const chosen = partOf(value);
  const known = chosen.kind === "property" && !properties.includes(chosen.name) ? [chosen.name] : [];
  return (
    <Select
      label={t.options.split}
      placeholder={t.options.splitNone}
      w={{ base: "100%", xs: 220 }}
      searchable
      clearable
      data={[
        {
          group: t.options.fields,
          items: fields.map((name) => ({ value: `field:${name}`, label: t.fields[name] })),
        },
        {
          group: t.options.properties,
          items: [...known, ...properties].map((name) => ({ value: `property:${name}`, label: name })),
        },
      ]}
      value={chosen.kind === "none" ? null : `${chosen.kind}:${chosen.name}`}
      onChange={(next) => onChange(splitOf(next))}
    />
  );
}

function splitOf(text: string | null): Split | null {
  if (text === null) return null;
  const [kind, name] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
  if (kind === "property") return { property: name };
  const field = FIELDS.find((each) => each === name);
  return field === undefined ? null : { field };
}

/** Return the names of the properties that the site's events carry in the range. */
export function usePropertyNames(): string[] {
  const { ask } = usePage();
  const shows = useShows();
  const answer = useAnswer(shows("events") ? ask("event-data/properties") : null);
  return [...new Set((answer.data ?? []).map(({ propertyName }) => propertyName))];
}
