import { SegmentedControl, Stack } from "@mantine/core";

import { t } from "~/texts";

import type { BuilderProps } from "../definition";
import { ACTIVITY_UNITS, type Activity, LASTING } from "./activity";
import { EntitySelect } from "./EntitySelect";
import { MoreOptions } from "./MoreOptions";

export function ActivityBuilder({ value, onChange }: BuilderProps<Activity>) {
  return (
    <Stack gap="xs" align="flex-start">
      <SegmentedControl
        aria-label={t.options.unit}
        data={ACTIVITY_UNITS.map((unit) => ({ value: unit, label: t.options.units[unit] }))}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
      />
      <MoreOptions set={Number(value.entity !== "session")}>
        <EntitySelect
          value={value.entity}
          offered={LASTING}
          onChange={(entity) => onChange({ ...value, entity })}
        />
      </MoreOptions>
    </Stack>
  );
}
