import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";

import { t } from "~/texts";

import type { BuilderProps } from "../definition";
import { EntitySelect } from "../parts/EntitySelect";
import { MoreOptions } from "../parts/MoreOptions";
import { SplitSelect } from "../parts/SplitSelect";
import { ENTITIES } from "../parts/entity";
import { type Step, StepInput } from "../StepInput";
import { type Funnel, ORDERS, WINDOW_UNITS } from "./parameters";

/** The options that most funnels need. */
export function FunnelOptions({ value, onChange }: BuilderProps<Funnel>) {
  return (
    <>
      <NumberInput
        size="xs"
        label={t.funnel.window}
        value={value.window}
        min={0.001}
        decimalScale={3}
        w={140}
        onChange={(window) => onChange({ ...value, window: Number(window) })}
      />
      <Select
        size="xs"
        aria-label={`${t.funnel.window}: ${t.reports.type}`}
        w={100}
        allowDeselect={false}
        data={WINDOW_UNITS.map((unit) => ({ value: unit, label: t.funnel.windowUnits[unit] }))}
        value={value.windowUnit}
        onChange={(unit) => onChange({ ...value, windowUnit: unit ?? "day" })}
      />
      <Select
        size="xs"
        label={t.funnel.order}
        w={210}
        allowDeselect={false}
        data={ORDERS.map((order) => ({ value: order, label: t.funnel.orders[order] }))}
        value={value.order}
        onChange={(order) => onChange({ ...value, order: order ?? "sequence" })}
      />
      <SplitSelect value={value.split} onChange={(split) => onChange({ ...value, split })} />
    </>
  );
}

const NOTHING: Step = { type: "event", value: "" };

/** The options that few need. */
export function MoreFunnelOptions({ value, onChange }: BuilderProps<Funnel>) {
  const { exclusions, totalWindow, entity, order } = value;
  const isAny = order === "any";
  const ofTime = isAny ? 0 : exclusions.length + Number(totalWindow !== undefined);
  const setExclusions = (next: Step[]) => onChange({ ...value, exclusions: next });
  return (
    <MoreOptions set={ofTime + Number(entity !== "session")}>
      <EntitySelect
        offered={ENTITIES}
        value={entity}
        onChange={(next) => onChange({ ...value, entity: next })}
      />
      {!isAny && (
        <>
          <NumberInput
            size="xs"
            w={210}
            min={0}
            decimalScale={3}
            label={t.funnel.total(t.funnel.windowUnits[value.windowUnit])}
            placeholder={t.funnel.totalNone}
            value={totalWindow ?? ""}
            onChange={(next) =>
              onChange({ ...value, totalWindow: Number(next) > 0 ? Number(next) : undefined })
            }
          />
          <Stack gap={6} className="grow" role="group" aria-label={t.funnel.exclusions}>
            <Text size="xs" fw={500}>
              {t.funnel.exclusions}
            </Text>
            {exclusions.map((exclusion, at) => (
              <Group key={at} gap="xs" wrap="nowrap" align="center">
                <div className="grow">
                  <StepInput
                    isCompact
                    label={t.funnel.exclusion(at + 1)}
                    value={exclusion}
                    onChange={(next) => setExclusions(exclusions.with(at, next))}
                  />
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t.funnel.removeExclusion(at + 1)}
                  onClick={() => setExclusions(exclusions.toSpliced(at, 1))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            ))}
            <Group>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconPlus size={14} />}
                onClick={() => setExclusions([...exclusions, NOTHING])}
              >
                {t.funnel.addExclusion}
              </Button>
            </Group>
          </Stack>
        </>
      )}
    </MoreOptions>
  );
}
