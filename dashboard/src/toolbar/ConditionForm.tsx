import { Button, Group, Select, Stack } from "@mantine/core";
import { type SubmitEvent, useState } from "react";

import type { FieldName, Operator } from "~/api/types";
import { type Condition, OPERATORS, takesValue } from "~/filters/conditions";
import { useFields } from "~/filters/useFields";
import { t } from "~/texts";

import { ValueInput } from "./ValueInput";

interface Props {
  initial?: Condition | undefined;
  submitLabel?: string;
  onDone: (condition: Condition) => void;
}

/** Builds or changes one condition. */
export function ConditionForm({ initial, submitLabel = t.apply, onDone }: Props) {
  const fields = useFields();
  const [field, setField] = useState<FieldName>(initial?.field ?? "path");
  const [operator, setOperator] = useState<Operator>(initial?.operator ?? "eq");
  const [value, setValue] = useState(initial?.value ?? "");
  const isComplete = !takesValue(operator) || value !== "";

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (isComplete) onDone({ field, operator, value: takesValue(operator) ? value : "" });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group grow gap="xs" align="flex-end">
          <Select
            size="sm"
            label={t.filters.field}
            data={fields.map((name) => ({ value: name, label: t.fields[name] }))}
            value={field}
            searchable
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(name) => {
              setField(name ?? "path");
              setValue("");
            }}
          />
          <Select
            size="sm"
            label={t.filters.operator}
            data={OPERATORS.map((name) => ({ value: name, label: t.operators[name] }))}
            value={operator}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(name) => setOperator(name ?? "eq")}
          />
        </Group>
        {takesValue(operator) && (
          <ValueInput
            field={field}
            value={value}
            onChange={setValue}
            label={t.filters.value}
            description={
              operator === "re" || operator === "nre" ? t.filters.patternHint : t.filters.valueHint
            }
            withoutList={operator === "re" || operator === "nre"}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" size="sm" disabled={!isComplete}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
