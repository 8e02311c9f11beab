import { ActionIcon, Autocomplete, Button, Group, Select, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconFilterPlus, IconPlus, IconX } from "@tabler/icons-react";

import { t } from "~/texts";

import type { BuilderProps } from "../definition";
import { StepInput } from "../StepInput";
import { FunnelOptions, MoreFunnelOptions } from "./FunnelOptions";
import { useProperties } from "./useProperties";
import {
  EMPTY_STEP,
  FEWEST,
  type Funnel,
  type FunnelStep,
  MOST,
  PROPERTY_OPERATORS,
  type PropertyFilter,
} from "./parameters";

export function FunnelBuilder({ value, onChange }: BuilderProps<Funnel>) {
  const { steps } = value;
  const setSteps = (next: FunnelStep[]) => onChange({ ...value, steps: next });
  const replace = (at: number, step: FunnelStep) =>
    setSteps(steps.map((each, index) => (index === at ? step : each)));
  const swap = (at: number) => {
    const [left, right] = [steps[at], steps[at + 1]];
    if (left === undefined || right === undefined) return;
    setSteps(steps.toSpliced(at, 2, right, left));
  };

  return (
    <Stack gap={6}>
      {steps.map((step, at) => (
        <div key={at}>
          <Group gap="xs" wrap="nowrap" align="center">
            <span className="step-number" aria-hidden>
              {at + 1}
            </span>
            <div className="grow">
              <StepInput
                isCompact
                label={t.funnel.stepLabel(at + 1)}
                value={step}
                onChange={(next) =>
                  replace(at, { ...step, ...next, filters: next.type === "event" ? step.filters : [] })
                }
              />
            </div>
            <Group gap={2} wrap="nowrap" h={30}>
              {step.type === "event" && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`${t.funnel.addFilter}: ${t.funnel.stepLabel(at + 1)}`}
                  onClick={() =>
                    replace(at, {
                      ...step,
                      filters: [...step.filters, { property: "", operator: "eq", value: "" }],
                    })
                  }
                >
                  <IconFilterPlus size={16} />
                </ActionIcon>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === 0}
                aria-label={t.funnel.moveUp(at + 1)}
                onClick={() => swap(at - 1)}
              >
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={at === steps.length - 1}
                aria-label={t.funnel.moveDown(at + 1)}
                onClick={() => swap(at)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={steps.length <= FEWEST}
                aria-label={t.funnel.removeStep(at + 1)}
                onClick={() => setSteps(steps.toSpliced(at, 1))}
              >
                <IconX size={16} />
              </ActionIcon>
            </Group>
          </Group>
          {step.filters.map((filter, index) => (
            <Property
              key={index}
              event={step.value}
              filter={filter}
              onChange={(next) => replace(at, { ...step, filters: step.filters.with(index, next) })}
              onRemove={() => replace(at, { ...step, filters: step.filters.toSpliced(index, 1) })}
            />
          ))}
        </div>
      ))}
      <Group gap="sm" align="flex-end">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={steps.length >= MOST}
          onClick={() => setSteps([...steps, EMPTY_STEP])}
        >
          {t.funnel.addStep}
        </Button>
        <FunnelOptions value={value} onChange={onChange} />
      </Group>
      <MoreFunnelOptions value={value} onChange={onChange} />
    </Stack>
  );
}

interface PropertyProps {
  event: string;
  filter: PropertyFilter;
  onChange: (filter: PropertyFilter) => void;
  onRemove: () => void;
}

/** A condition on an event's data. */
function Property({ event, filter, onChange, onRemove }: PropertyProps) {
  const { names, values } = useProperties(event, filter.property);
  return (
    <Group gap="xs" mt={6} pl="md" className="property-filter">
      <Autocomplete
        size="xs"
        aria-label={t.funnel.property}
        placeholder={t.funnel.property}
        data={names}
        value={filter.property}
        onChange={(property) => onChange({ ...filter, property })}
      />
      <Select
        size="xs"
        w={140}
        aria-label={t.filters.operator}
        allowDeselect={false}
        data={PROPERTY_OPERATORS.map((name) => ({ value: name, label: t.operators[name] }))}
        value={filter.operator}
        onChange={(name) => onChange({ ...filter, operator: name ?? "eq" })}
      />
      <Autocomplete
        size="xs"
        aria-label={t.filters.value}
        placeholder={t.filters.value}
        data={values}
        value={filter.value}
        onChange={(value) => onChange({ ...filter, value })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={t.remove} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </Group>
  );
}
