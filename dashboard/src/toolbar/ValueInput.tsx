import { Autocomplete, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useId, useState } from "react";

import type { FieldName } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { askMatching, askNamed, choicesOf } from "~/filters/values";
import { codesCalled, hasNames, valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { usePage } from "~/page/page";
import { t } from "~/texts";

interface Props {
  field: FieldName;
  value: string;
  onChange: (value: string) => void;
  label?: string;
  /** Names it where the label is not shown. */
  name?: string;
  description?: string;
  placeholder?: string;
  error?: string | undefined;
  size?: "xs" | "sm";
  withoutList?: boolean;
  /** Whether commas separate several values; these are then typed and read by their names. */
  isList?: boolean;
  className?: string;
}

/** A text that knows the site's own values of a field; anything else may be typed as well. */
export function ValueInput({
  field,
  value,
  onChange,
  withoutList = false,
  isList = false,
  name,
  ...look
}: Props) {
  const { website, span, view } = usePage();
  const isNamed = isList && hasNames(field);
  const [typed, setTyped] = useState(() => (isNamed ? namesIn(field, value) : value));
  const [codes, setCodes] = useState<ReadonlyMap<string, string[]>>(new Map());
  const text = isNamed ? typed : value;
  const id = useId();

  const start = isList ? text.lastIndexOf(",") + 1 : 0;
  const [last] = useDebouncedValue(text.slice(start).trim(), 250);
  const wanted = last.includes("*") ? "" : last;
  const source = { websiteId: website.id, span, zone: view.zone };
  const matching = useAnswer(withoutList ? null : askMatching(source, field, wanted));
  const named = useAnswer(withoutList || !isNamed ? null : askNamed(source, field, wanted));
  const choices = choicesOf(field, matching.data ?? [], (isNamed && wanted !== "" && named.data) || []);
  const before = isNamed && start > 0 ? `${text.slice(0, start).trim()} ` : text.slice(0, start);
  const offered = new Map(
    choices.map((choice) => [`${before}${isNamed ? choice.name : choice.codes.join(",")}`, choice]),
  );

  const change = (next: string) => {
    setTyped(next);
    if (!isNamed) {
      onChange(next);
      return;
    }
    const known = new Map([...codes, ...choices.map((choice) => [choice.name, choice.codes] as const)]);
    setCodes(known);
    onChange(codesIn(field, next, known));
  };

  return (
    <Autocomplete
      {...look}
      id={id}
      size={look.size ?? "sm"}
      value={text}
      onChange={change}
      data={[...offered.keys()]}
      // The server has searched already.
      filter={({ options }) => options}
      rightSection={matching.isFetching || named.isFetching ? <Loader size={14} /> : null}
      renderOption={({ option }) => (
        <span className="value-option">
          <span className="value-option-name">
            {offered.get(option.value)?.name ?? option.value}
            {isNamed && (
              <span className="value-option-code"> {offered.get(option.value)?.codes.join(", ")}</span>
            )}
          </span>
          <span className="value-option-count">{number(offered.get(option.value)?.count ?? 0)}</span>
        </span>
      )}
      maxDropdownHeight={260}
      // Elsewhere on the page, a click on a value would be one outside the form, and close it.
      comboboxProps={{ withinPortal: false }}
      {...(look.label === undefined ? { "aria-label": name ?? t.filters.value } : {})}
    />
  );
}

function namesIn(field: FieldName, value: string): string {
  const names = value.split(",").map((code) => (code === "" ? "" : valueName(field, code)));
  return [...new Set(names)].join(", ");
}

/** Return the codes that a list of names stands for; what is no name stays as it was typed. */
function codesIn(field: FieldName, text: string, known: ReadonlyMap<string, string[]>): string {
  const lower = new Map([...known].map(([name, codes]) => [name.toLocaleLowerCase(), codes]));
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => lower.get(part.toLocaleLowerCase()) ?? codesCalled(field, part) ?? [part])
    .join(",");
}
