import { Group, SegmentedControl } from "@mantine/core";

import { t } from "~/texts";
import { ValueInput } from "~/toolbar/ValueInput";

export interface Step {
  type: "path" | "event";
  value: string;
}

interface Props {
  label: string;
  value: Step;
  onChange: (value: Step) => void;
  /** On one line, whose label is not shown. */
  isCompact?: boolean;
}

/** A page or an event, which the site's own paths and names help to find. */
export function StepInput({ label, value, onChange, isCompact = false }: Props) {
  const size = isCompact ? "xs" : "sm";
  return (
    <Group gap="xs" wrap="nowrap" align="center" className="step-input">
      <SegmentedControl
        size={size}
        aria-label={`${label}: ${t.reports.type}`}
        data={[
          { value: "path", label: t.reports.stepTypes.path },
          { value: "event", label: t.reports.stepTypes.event },
        ]}
        value={value.type}
        onChange={(type) => onChange({ type: type, value: "" })}
      />
      <ValueInput
        className="grow"
        key={value.type}
        field={value.type}
        value={value.value}
        onChange={(text) => onChange({ ...value, value: text })}
        placeholder={value.type === "path" ? "/pricing" : "signup"}
        size={size}
        {...(isCompact ? { name: label } : { label })}
      />
    </Group>
  );
}
