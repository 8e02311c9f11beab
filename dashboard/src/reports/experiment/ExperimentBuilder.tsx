import { Autocomplete, Group, Select, Stack, Text } from "@mantine/core";

import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";
import { t } from "~/texts";
import { ValueInput } from "~/toolbar/ValueInput";

import type { BuilderProps } from "../definition";
import { ENTITIES } from "../parts/entity";
import { EntitySelect } from "../parts/EntitySelect";
import { MoreOptions } from "../parts/MoreOptions";
import { usePropertyNames } from "../parts/usePropertyNames";
import { StepInput } from "../StepInput";
import { type Experiment, MULTIPLE } from "./parameters";

export function ExperimentBuilder({ value, onChange }: BuilderProps<Experiment>) {
  const { property, event, exposure, goal, kept, control, multiple, entity } = value;
  const properties = usePropertyNames();
  const variants = useVariants(property);
  const set = [control !== "", multiple !== "first", entity !== "session"].filter(Boolean).length;
  return (
    <Stack gap="sm">
      <Group gap="md" align="flex-end">
        <Autocomplete
          label={t.experiment.property}
          description={t.experiment.propertyHint}
          w={{ base: "100%", xs: 260 }}
          placeholder="variant"
          data={properties}
          value={property}
          onChange={(next) => onChange({ ...value, property: next })}
        />
        {exposure === null ? (
          <ValueInput
            field="event"
            label={t.experiment.event}
            description={t.experiment.eventHint}
            placeholder={t.experiment.anyEvent}
            value={event}
            onChange={(next) => onChange({ ...value, event: next })}
          />
        ) : (
          <Text size="sm" c="dimmed" pb={8}>
            {t.experiment.keptExposure}
          </Text>
        )}
      </Group>
      {"anyOf" in kept ? (
        <Text size="sm" c="dimmed">
          {t.experiment.keptGoal}
        </Text>
      ) : (
        <StepInput
          label={t.experiment.goal}
          value={goal}
          onChange={(next) => onChange({ ...value, goal: next, kept: {} })}
        />
      )}
      {kept.filters !== undefined && (
        <Text size="xs" c="dimmed">
          {t.trend.conditions(kept.filters?.length ?? 0)}
        </Text>
      )}
      <MoreOptions set={set}>
        <Autocomplete
          size="xs"
          label={t.experiment.control}
          placeholder={t.experiment.controlFirst}
          w={200}
          data={variants}
          value={control}
          onChange={(next) => onChange({ ...value, control: next })}
        />
        <Select
          size="xs"
          label={t.experiment.multiple}
          w={250}
          allowDeselect={false}
          data={MULTIPLE.map((each) => ({ value: each, label: t.experiment.multiples[each] }))}
          value={multiple}
          onChange={(next) => onChange({ ...value, multiple: next ?? multiple })}
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

/** Return the values that the site's events have of a property. */
function useVariants(property: string): string[] {
  const { ask } = usePage();
  const shows = useShows();
  const names = usePropertyNames();
  const isKnown = names.includes(property) && shows("events");
  const answer = useAnswer(isKnown ? ask("event-data/values", { propertyName: property }) : null, {
    keep: false,
  });
  return [...new Set((answer.data ?? []).map(({ value }) => value))];
}
