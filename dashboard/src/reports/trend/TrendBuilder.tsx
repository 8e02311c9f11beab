import { ActionIcon, Autocomplete, Button, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";

import { t } from "~/texts";
import { ValueInput } from "~/toolbar/ValueInput";

import { CurrencyInput } from "../CurrencyInput";
import type { BuilderProps } from "../definition";
import { ENTITIES } from "../parts/entity";
import { EntitySelect } from "../parts/EntitySelect";
import { MoreOptions } from "../parts/MoreOptions";
import { SplitSelect } from "../parts/SplitSelect";
import { usePropertyNames } from "../parts/usePropertyNames";
import {
  EMPTY_SERIES,
  FEWEST_GROUPS,
  MEASURES,
  MOST,
  MOST_GROUPS,
  TYPES,
  type TrendAsked,
  type TrendSeries,
  UNITS,
  isMoney,
  isOverProperty,
} from "./parameters";

export function TrendBuilder({ value, onChange }: BuilderProps<TrendAsked>) {
  const { series, unit, split, limit, currency, entity } = value;
  const setSeries = (next: TrendSeries[]) => onChange({ ...value, series: next });
  return (
    <Stack gap="xs">
      {series.map((each, at) => (
        <SeriesInput
          key={at}
          label={t.trend.series(at + 1)}
          value={each}
          onChange={(next) => setSeries(series.with(at, next))}
          {...(series.length > 1 ? { onRemove: () => setSeries(series.toSpliced(at, 1)) } : {})}
        />
      ))}
      <Group gap="md" align="flex-end">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={series.length >= MOST}
          onClick={() => setSeries([...series, EMPTY_SERIES])}
        >
          {t.trend.add}
        </Button>
        <SplitSelect value={split} onChange={(next) => onChange({ ...value, split: next })} />
        {split !== undefined && (
          <NumberInput
            size="xs"
            label={t.options.limit}
            w={110}
            min={FEWEST_GROUPS}
            max={MOST_GROUPS}
            allowDecimal={false}
            clampBehavior="strict"
            value={limit}
            onChange={(next) => onChange({ ...value, limit: Number(next) || FEWEST_GROUPS })}
          />
        )}
        {series.some(isMoney) && (
          <CurrencyInput value={currency} onChange={(next) => onChange({ ...value, currency: next })} />
        )}
      </Group>
      <MoreOptions set={Number(unit !== "auto") + Number(entity !== "session")}>
        <Select
          size="xs"
          label={t.options.unit}
          w={150}
          allowDeselect={false}
          data={UNITS.map((each) => ({ value: each, label: t.trend.units[each] }))}
          value={unit}
          onChange={(next) => onChange({ ...value, unit: next ?? "auto" })}
        />
        <EntitySelect
          value={entity}
          offered={ENTITIES}
          onChange={(next) => onChange({ ...value, entity: next })}
        />
      </MoreOptions>
    </Stack>
  );
}

interface SeriesProps {
  label: string;
  value: TrendSeries;
  onChange: (value: TrendSeries) => void;
  onRemove?: () => void;
}

/** One line: what happened, and how it is measured. */
function SeriesInput({ label, value, onChange, onRemove }: SeriesProps) {
  const { type, measure, property, kept } = value;
  const isFixed = kept.anyOf !== undefined;
  const conditions = kept.filters?.length ?? 0;
  return (
    <Group gap="xs" align="flex-end" role="group" aria-label={label}>
      {isFixed ? (
        <Text size="sm" className="grow">
          {t.trend.anyOf(kept.anyOf?.length ?? 0)}
        </Text>
      ) : (
        <>
          <Select
            size="xs"
            aria-label={`${label}: ${t.reports.type}`}
            w={110}
            allowDeselect={false}
            data={TYPES.map((each) => ({ value: each, label: t.reports.stepTypes[each] }))}
            value={type}
            onChange={(next) => onChange({ ...value, type: next ?? type, value: "", kept: {} })}
          />
          {type !== "any" && (
            <ValueInput
              className="grow"
              key={type}
              field={type}
              value={value.value}
              onChange={(text) => onChange({ ...value, value: text })}
              placeholder={type === "path" ? "/pricing" : "signup"}
              name={label}
              size="xs"
            />
          )}
        </>
      )}
      {conditions > 0 && (
        <Text size="xs" c="dimmed">
          {t.trend.conditions(conditions)}
        </Text>
      )}
      <Select
        size="xs"
        aria-label={`${label}: ${t.trend.measure}`}
        w={170}
        allowDeselect={false}
        data={MEASURES.map((each) => ({ value: each, label: t.trend.measures[each] }))}
        value={measure}
        onChange={(next) => onChange({ ...value, measure: next ?? measure })}
      />
      {isOverProperty(measure) && (
        <PropertyInput
          label={`${label}: ${t.trend.property}`}
          value={property}
          onChange={(next) => onChange({ ...value, property: next })}
        />
      )}
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={t.trend.remove(label)}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

interface PropertyProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function PropertyInput({ label, value, onChange }: PropertyProps) {
  const names = usePropertyNames();
  return (
    <Autocomplete
      size="xs"
      aria-label={label}
      placeholder={t.trend.property}
      w={160}
      data={names}
      value={value}
      onChange={onChange}
    />
  );
}
