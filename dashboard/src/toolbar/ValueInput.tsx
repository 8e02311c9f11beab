import { Autocomplete, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useId } from "react";

import { getting } from "~/api/ask";
import type { FieldName } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { countryName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { usePage } from "~/page/page";
import { t } from "~/texts";

interface Props {
  field: FieldName;
  value: string;
  onChange: (value: string) => void;
  label?: string;
  description?: string;
  placeholder?: string;
  error?: string | undefined;
  size?: "xs" | "sm";
  withoutList?: boolean;
  className?: string;
}

/** A text that knows the site's own values of a field; anything else may be typed as well. */
export function ValueInput({ field, value, onChange, withoutList = false, ...look }: Props) {
  const { website, span, view } = usePage();
  const [search] = useDebouncedValue(value, 250);
  const id = useId();
  const wanted = search.includes("*") ? "" : search;
  const values = useAnswer(
    withoutList
      ? null
      : getting("/api/websites/{website_id}/values", {
          path: { website_id: website.id },
          query: { ...span, timezone: view.zone, type: field, search: wanted === "" ? undefined : wanted },
        }),
  );
  const found = values.data ?? [];
  const counts = new Map(found.map((each) => [each.value, each.count]));

  return (
    <Autocomplete
      {...look}
      id={id}
      size={look.size ?? "sm"}
      value={value}
      onChange={onChange}
      data={[...counts.keys()].filter((each) => each !== "")}
      // The server has searched already.
      filter={({ options }) => options}
      rightSection={values.isFetching ? <Loader size={14} /> : null}
      renderOption={({ option }) => (
        <span className="value-option">
          <span className="value-option-name">
            {option.value}
            {field === "country" && ` · ${countryName(option.value)}`}
          </span>
          <span className="value-option-count">{number(counts.get(option.value) ?? 0)}</span>
        </span>
      )}
      maxDropdownHeight={260}
      // Elsewhere on the page, a click on a value would be one outside the form, and close it.
      comboboxProps={{ withinPortal: false }}
      {...(look.label === undefined ? { "aria-label": t.filters.value } : {})}
    />
  );
}
