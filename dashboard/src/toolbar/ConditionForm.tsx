import { Alert, Button, Group, Select, Stack, Text } from "@mantine/core";
import { type SubmitEvent, useState } from "react";

import type { FieldName, Operator } from "~/api/types";
import { type Condition, OPERATORS, takesValue } from "~/filters/conditions";
import { useFields } from "~/filters/useFields";
import { type Choice, missingValues } from "~/filters/values";
import { valueName } from "~/formats/names";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { ValueInput } from "./ValueInput";

interface Props {
  initial?: Condition | undefined;
  submitLabel?: string;
  onDone: (condition: Condition) => void;
}

interface Doubt {
  value: string;
  /** Which of the values the website does not have, and what it has instead of the first. */
  missing: string[];
  near: Choice[];
}

/** Builds or changes one condition. */
export function ConditionForm({ initial, submitLabel = t.apply, onDone }: Props) {
  const fields = useFields();
  const [field, setField] = useState<FieldName>(initial?.field ?? "path");
  const [operator, setOperator] = useState<Operator>(initial?.operator ?? "eq");
  const [value, setValue] = useState(initial?.value ?? "");
  const [doubt, setDoubt] = useState<Doubt>();
  const [isBusy, setBusy] = useState(false);
  const { website, span, view } = usePage();
  const isComplete = !takesValue(operator) || value !== "";
  const isList = operator === "eq" || operator === "neq";
  const done = (text: string) => onDone({ field, operator, value: takesValue(operator) ? text : "" });

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isComplete) return;
    setBusy(true);
    const source = { websiteId: website.id, span, zone: view.zone };
    // Whoever cannot be asked has no doubts.
    const found = isList
      ? await missingValues(source, field, value.split(",")).catch(() => undefined)
      : undefined;
    setBusy(false);
    if (found === undefined || found.missing.length === 0) done(value);
    else setDoubt({ value, ...found });
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
              setDoubt(undefined);
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
            key={`${field} ${isList}`}
            field={field}
            value={value}
            isList={isList}
            onChange={(text) => {
              setValue(text);
              setDoubt(undefined);
            }}
            label={t.filters.value}
            description={
              operator === "re" || operator === "nre" ? t.filters.patternHint : t.filters.valueHint
            }
            withoutList={operator === "re" || operator === "nre"}
          />
        )}
        {doubt === undefined ? (
          <Group justify="flex-end">
            <Button type="submit" size="sm" disabled={!isComplete} loading={isBusy}>
              {submitLabel}
            </Button>
          </Group>
        ) : (
          <Doubts field={field} doubt={doubt} onUse={done} />
        )}
      </Stack>
    </form>
  );
}

/** Says that the website does not have a value, and offers those that are like it. */
function Doubts(props: { field: FieldName; doubt: Doubt; onUse: (value: string) => void }) {
  const { field, doubt, onUse } = props;
  const [first = ""] = doubt.missing;
  const instead = (codes: string[]): string =>
    doubt.value
      .split(",")
      .flatMap((each) => (each === first ? codes : [each]))
      .join(",");
  return (
    <Alert variant="default" role="alert" p="sm">
      <Stack gap="xs">
        <Text size="sm">{t.filters.missing(t.fields[field], valueName(field, first))}</Text>
        <Group gap={6}>
          {doubt.near.length > 0 && <Text size="sm">{t.filters.near}</Text>}
          {doubt.near.map(({ name, codes }) => (
            <Button key={name} size="compact-sm" variant="default" onClick={() => onUse(instead(codes))}>
              {name}
            </Button>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onUse(doubt.value)}>
            {t.filters.anyway}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
