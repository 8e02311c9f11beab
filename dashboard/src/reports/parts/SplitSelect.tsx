import { Select } from "@mantine/core";

import { useAnswer } from "~/api/useAnswer";
import { FIELDS } from "~/filters/conditions";
import { useFields } from "~/filters/useFields";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

import type { Split } from "./split";

interface Props {
  label?: string;
  value: Split | undefined;
  onChange: (split: Split | undefined) => void;
}

const FIELD = "field:";
const PROPERTY = "property:";

/** Says by what the visitors are split: a field, or a property that the site's events carry. */
export function SplitSelect({ label = t.parts.splitBy, value, onChange }: Props) {
  const { ask } = usePage();
  const shows = useShows();
  const fields = useFields();
  const answer = useAnswer(shows("events") ? ask("event-data/properties") : null);
  const known = (answer.data ?? []).map(({ propertyName }) => propertyName);
  const chosen = value !== undefined && "property" in value ? [value.property] : [];
  const properties = [...new Set([...known, ...chosen])];
  return (
    <Select
      size="xs"
      w={170}
      label={label}
      placeholder={t.parts.splitNone}
      clearable
      searchable
      clearButtonProps={{ "aria-label": t.parts.splitClear }}
      data={[
        {
          group: t.parts.splitFields,
          items: fields.map((field) => ({ value: FIELD + field, label: t.fields[field] })),
        },
        {
          group: t.parts.splitProperties,
          items: properties.map((name) => ({ value: PROPERTY + name, label: name })),
        },
      ]}
      value={value === undefined ? null : "field" in value ? FIELD + value.field : PROPERTY + value.property}
      onChange={(next) => onChange(next === null ? undefined : splitOf(next))}
    />
  );
}

function splitOf(key: string): Split | undefined {
  if (key.startsWith(PROPERTY)) return { property: key.slice(PROPERTY.length) };
  const field = FIELDS.find((each) => FIELD + each === key);
  return field === undefined ? undefined : { field };
}
