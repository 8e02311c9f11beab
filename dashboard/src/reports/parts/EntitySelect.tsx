import { Select } from "@mantine/core";

import { t } from "~/texts";

import type { Entity } from "./entity";

interface Props<Counted extends Entity> {
  offered: readonly Counted[];
  value: Counted;
  onChange: (entity: Counted) => void;
}

/** Says what counts as a visitor. */
export function EntitySelect<Counted extends Entity>({ offered, value, onChange }: Props<Counted>) {
  return (
    <Select
      size="xs"
      w={190}
      label={t.parts.count}
      allowDeselect={false}
      data={offered.map((entity) => ({ value: entity, label: t.parts.entities[entity] }))}
      value={value}
      onChange={(next) => onChange(offered.find((entity) => entity === next) ?? value)}
    />
  );
}
