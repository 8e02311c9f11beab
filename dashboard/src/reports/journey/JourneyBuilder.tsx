import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  NumberInput,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";

import { t } from "~/texts";
import { ValueInput } from "~/toolbar/ValueInput";

import type { BuilderProps } from "../definition";
import { EntitySelect } from "../parts/EntitySelect";
import { MoreOptions } from "../parts/MoreOptions";
import {
  COUNTED,
  DIRECTIONS,
  FEWEST,
  FEWEST_NODES,
  type ItemGroup,
  type Journey,
  MOST,
  MOST_NODES,
} from "./parameters";

const NO_ENDS = { startStep: "", endStep: "" };

export function JourneyBuilder({ value, onChange }: BuilderProps<Journey>) {
  const { steps, direction, startStep, endStep, kind, collapse, nodes, exclude, kept, groups, entity } =
    value;
  const field = kind === "2" ? "event" : "path";
  const isBefore = direction === "before";
  const start = (
    <ValueInput
      key="start"
      field={field}
      label={direction === "after" ? t.journey.after : t.journey.start}
      placeholder={direction === "after" ? "/pricing" : t.journey.any}
      value={startStep}
      onChange={(next) => onChange({ ...value, startStep: next })}
    />
  );
  const end = (
    <ValueInput
      key="end"
      field={field}
      label={isBefore ? t.journey.before : direction === "after" ? t.journey.until : t.journey.end}
      placeholder={isBefore ? "signup" : t.journey.any}
      value={endStep}
      onChange={(next) => onChange({ ...value, endStep: next })}
    />
  );
  const set = exclude.length + kept.length + groups.length + Number(entity !== "visit") + Number(!collapse);
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <Select
          label={t.journey.direction}
          w={190}
          allowDeselect={false}
          data={DIRECTIONS.map((each) => ({ value: each, label: t.journey.directions[each] }))}
          value={direction}
          onChange={(next) => onChange({ ...value, ...NO_ENDS, direction: next ?? direction })}
        />
        {isBefore ? [end, start] : [start, end]}
        <NumberInput
          label={t.journey.steps}
          min={FEWEST}
          max={MOST}
          allowDecimal={false}
          clampBehavior="strict"
          w={84}
          value={steps}
          onChange={(next) => onChange({ ...value, steps: Number(next) || steps })}
        />
        <NumberInput
          label={t.journey.nodes}
          min={FEWEST_NODES}
          max={MOST_NODES}
          allowDecimal={false}
          clampBehavior="strict"
          w={130}
          value={nodes}
          onChange={(next) => onChange({ ...value, nodes: Number(next) || nodes })}
        />
        <Select
          label={t.journey.kind}
          allowDeselect={false}
          w={180}
          data={[
            { value: "both", label: t.journey.both },
            { value: "1", label: t.journey.pages },
            { value: "2", label: t.journey.events },
          ]}
          value={kind}
          onChange={(next) => onChange({ ...value, kind: next ?? kind })}
        />
      </Group>
      <MoreOptions set={set}>
        <TagsInput
          size="xs"
          label={t.journey.exclude}
          description={
            kept.length === 0
              ? t.journey.excludeHint
              : `${t.journey.excludeHint} ${t.journey.kept(kept.length)}`
          }
          w={{ base: "100%", xs: 360 }}
          value={exclude}
          onChange={(next) => onChange({ ...value, exclude: next })}
        />
        <EntitySelect
          value={entity}
          offered={COUNTED}
          onChange={(next) => onChange({ ...value, entity: next })}
        />
        <Checkbox
          label={t.journey.collapse}
          description={t.journey.collapseHint}
          checked={collapse}
          onChange={(event) => onChange({ ...value, collapse: event.currentTarget.checked })}
        />
        <Groups value={groups} onChange={(next) => onChange({ ...value, groups: next })} />
      </MoreOptions>
    </Stack>
  );
}

interface GroupsProps {
  value: ItemGroup[];
  onChange: (value: ItemGroup[]) => void;
}

function Groups({ value, onChange }: GroupsProps) {
  return (
    <Fieldset legend={t.journey.groups} w="100%">
      <Stack gap="xs" align="flex-start">
        <Text size="xs" c="dimmed">
          {t.journey.groupsHint}
        </Text>
        {value.map((group, at) => (
          <Group key={at} gap="xs" wrap="nowrap">
            <TextInput
              size="xs"
              aria-label={t.journey.pattern(at + 1)}
              placeholder="/docs/*"
              value={group.pattern}
              onChange={(event) => onChange(value.with(at, { ...group, pattern: event.currentTarget.value }))}
            />
            <TextInput
              size="xs"
              aria-label={t.journey.groupName(at + 1)}
              placeholder="Docs"
              value={group.name}
              onChange={(event) => onChange(value.with(at, { ...group, name: event.currentTarget.value }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.journey.removeGroup(at + 1)}
              onClick={() => onChange(value.toSpliced(at, 1))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...value, { pattern: "", name: "" }])}
        >
          {t.journey.addGroup}
        </Button>
      </Stack>
    </Fieldset>
  );
}
