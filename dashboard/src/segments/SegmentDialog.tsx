import {
  Button,
  Fieldset,
  Group,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";

import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import { BOUNDS } from "~/api/schema";
import type { Scope, Segment, SegmentParameters } from "~/api/types";
import type { Condition } from "~/filters/conditions";
import { DEFAULT_SCOPE, SCOPES, hasScope } from "~/filters/scope";
import { conditionWords } from "~/filters/words";
import { usePage } from "~/page/page";
import { type Step, StepInput } from "~/reports/StepInput";
import { t } from "~/texts";
import { ConditionForm } from "~/toolbar/ConditionForm";
import { done } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

import { conditionsOf, savedConditions } from "./parameters";

/** The most times that the server takes. */
const MOST_TIMES = 1_000_000;

interface Props {
  kind: Segment["type"];
  segment: Segment | undefined;
  onClose: () => void;
}

/** Makes or changes a segment or a cohort. */
export function SegmentDialog({ kind, segment, onClose }: Props) {
  const { website } = usePage();
  const before: SegmentParameters = segment?.parameters ?? {};
  const [name, setName] = useState(segment?.name ?? "");
  const [conditions, setConditions] = useState<Condition[]>(() => conditionsOf(before));
  const [match, setMatch] = useState(before.match ?? "all");
  // Conditions that were saved without a scope choose events.
  const [scope, setScope] = useState<Scope>(
    before.scope ?? (segment === undefined ? DEFAULT_SCOPE : "event"),
  );
  const [action, setAction] = useState<Step>(before.action ?? { type: "path", value: "" });
  const [atLeast, setAtLeast] = useState(before.action?.atLeast ?? 1);
  const [isNegated, setNegated] = useState(before.action?.negated ?? false);
  const [dateRange, setDateRange] = useState(before.dateRange ?? "30day");
  const isCohort = kind === "cohort";
  const isComplete = name.trim() !== "" && (isCohort ? action.value !== "" : conditions.length > 0);

  const { submit, errors, isBusy } = useSubmit(async () => {
    const parameters: SegmentParameters = {
      filters: savedConditions(conditions),
      match,
      ...(hasScope(conditions) ? { scope } : {}),
      ...(isCohort
        ? {
            action: {
              type: action.type,
              value: action.value,
              ...(atLeast > 1 ? { atLeast } : {}),
              ...(isNegated ? { negated: true } : {}),
            },
            dateRange,
          }
        : {}),
    };
    const body = { type: kind, name, parameters };
    await (segment === undefined
      ? api.POST("/api/websites/{website_id}/segments", {
          params: { path: { website_id: website.id } },
          body,
        })
      : api.POST("/api/websites/{website_id}/segments/{segment_id}", {
          params: { path: { website_id: website.id, segment_id: segment.id } },
          body,
        }));
    await forget(`/api/websites/${website.id}/segments`);
    done(t.segments.saved);
    onClose();
  });

  const title = segment?.name ?? (isCohort ? t.segments.newCohort : t.segments.newSegment);
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ "aria-label": t.close }}>
      <Stack>
        <TextInput
          label={t.segments.name}
          maxLength={BOUNDS.SegmentCreation.name.maxLength}
          data-autofocus
          error={errors["name"]}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {isCohort && (
          <>
            <Group gap="sm" align="flex-end">
              <Select
                label={t.segments.who}
                allowDeselect={false}
                className="grow"
                data={[
                  { value: "did", label: t.segments.whoChoices.did },
                  { value: "didNot", label: t.segments.whoChoices.didNot },
                ]}
                value={isNegated ? "didNot" : "did"}
                onChange={(value) => setNegated(value === "didNot")}
              />
              <NumberInput
                label={t.segments.atLeast}
                w={130}
                min={1}
                max={MOST_TIMES}
                allowDecimal={false}
                clampBehavior="strict"
                suffix={atLeast === 1 ? t.segments.time : t.segments.times}
                error={errors["parameters.action.atLeast"]}
                value={atLeast}
                onChange={(value) => setAtLeast(Math.max(1, Number(value)))}
              />
            </Group>
            <StepInput
              label={t.segments.action}
              value={action}
              onChange={({ type, value }) => setAction({ type, value })}
            />
            <Select
              label={t.segments.within}
              allowDeselect={false}
              data={Object.entries(t.segments.withinChoices).map(([value, label]) => ({ value, label }))}
              value={dateRange}
              onChange={(value) => setDateRange(value ?? "all")}
            />
          </>
        )}
        <Fieldset legend={t.segments.conditions}>
          <Stack gap="sm">
            {conditions.map((condition, at) => (
              <Group key={at} gap="xs" justify="space-between" wrap="nowrap">
                <Text size="sm">{conditionWords(condition)}</Text>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconX size={12} />}
                  aria-label={t.filters.remove(conditionWords(condition))}
                  onClick={() => setConditions(conditions.toSpliced(at, 1))}
                >
                  {t.remove}
                </Button>
              </Group>
            ))}
            {conditions.length > 1 && (
              <SegmentedControl
                size="xs"
                aria-label={t.filters.match}
                data={[
                  { value: "all", label: t.filters.matchAll },
                  { value: "any", label: t.filters.matchAny },
                ]}
                value={match}
                onChange={(value) => setMatch(value)}
              />
            )}
            {hasScope(conditions) && (
              <Select
                size="xs"
                label={t.filters.scope}
                description={t.filters.scopeHints[scope]}
                allowDeselect={false}
                data={SCOPES.map((each) => ({ value: each, label: t.filters.scopes[each] }))}
                value={scope}
                onChange={(value) => setScope(value ?? DEFAULT_SCOPE)}
              />
            )}
            <ConditionForm
              key={conditions.length}
              submitLabel={t.add}
              onDone={(condition) => setConditions([...conditions, condition])}
            />
          </Stack>
        </Fieldset>
        <form onSubmit={submit}>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isComplete}>
              {t.save}
            </Button>
          </Group>
        </form>
      </Stack>
    </Modal>
  );
}
