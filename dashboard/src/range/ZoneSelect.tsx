import { Select } from "@mantine/core";
import { useMemo } from "react";

import { t } from "~/texts";

interface Props {
  value: string;
  onChange: (zone: string) => void;
  size?: "xs" | "sm";
}

const SHOWN = 60;

/** Chooses a time zone by its IANA name. */
export function ZoneSelect({ value, onChange, size = "xs" }: Props) {
  const zones = useMemo(
    () => [...new Set(["UTC", value, ...Intl.supportedValuesOf("timeZone")])].toSorted(),
    [value],
  );
  return (
    <Select
      size={size}
      label={t.range.zone}
      searchable
      allowDeselect={false}
      limit={SHOWN}
      comboboxProps={{ withinPortal: false }}
      data={zones}
      value={value}
      onChange={(zone) => {
        if (zone !== null) onChange(zone);
      }}
    />
  );
}
