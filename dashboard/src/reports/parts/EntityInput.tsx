import { Select } from "@mantine/core";

import type { Entity } from "~/api/types";
import { t } from "~/texts";

export const ENTITIES = ["session", "visit", "person"] as const satisfies readonly Entity[];

interface Props<Choice extends Entity> {
  value: Choice;
  /** Those that make sense in the report. */
  among: readonly Choice[];
  onChange: (value: Choice) => void;
}

/** What a report counts: visitors, their visits, or the people that pages identify. */
export function EntityInput<Choice extends Entity>({ value, among, onChange }: Props<Choice>) {
  return (
    <Select
      label={t.options.entity}
      description={t.options.entityHow[value]}
      inputWrapperOrder={["label", "input", "description"]}
      w={{ base: "100%", xs: 340 }}
      allowDeselect={false}
      data={among.map((each) => ({ value: each, label: t.options.entities[each] }))}
      value={value}
      onChange={(next) => onChange(next ?? value)}
    />
  );
}
