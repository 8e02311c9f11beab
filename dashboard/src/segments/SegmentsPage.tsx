import { ActionIcon, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconEdit, IconFilter, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";

import { getting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { Segment, SegmentParameters } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { hasScope } from "~/filters/scope";
import { conditionWords } from "~/filters/words";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";
import { Confirm } from "~/ui/Confirm";
import { done } from "~/ui/toast";

import { actionWords, conditionsOf, withinWords } from "./parameters";
import { SegmentDialog } from "./SegmentDialog";

type Kind = Segment["type"];

export function SegmentsPage() {
  return (
    <Stack gap="md">
      <Toolbar title={t.segments.title} how={t.segments.how} isBare />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" className="settings-grid">
        <List kind="segment" />
        <List kind="cohort" />
      </SimpleGrid>
    </Stack>
  );
}

function List({ kind }: { kind: Kind }) {
  const { website, mayEdit } = usePage();
  const [editing, setEditing] = useState<Segment | "new">();
  const ask = getting("/api/websites/{website_id}/segments", {
    path: { website_id: website.id },
    query: { type: kind, pageSize: 200 },
  });
  const answer = useAnswer(ask);
  const isSegment = kind === "segment";

  return (
    <Paper withBorder className="panel" component="section">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {isSegment ? t.segments.segments : t.segments.cohorts}
        </Title>
        {mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEditing("new")}>
            {isSegment ? t.segments.newSegment : t.segments.newCohort}
          </Button>
        )}
      </Group>
      <Answered
        answer={answer}
        ask={ask}
        height={180}
        empty={({ data }) =>
          data.length === 0 ? (
            <Empty text={isSegment ? t.segments.emptySegments : t.segments.emptyCohorts} height={180} />
          ) : null
        }
      >
        {({ data }) => (
          <Stack gap={0}>
            {data.map((segment) => (
              <Row key={segment.id} segment={segment} onEdit={() => setEditing(segment)} />
            ))}
          </Stack>
        )}
      </Answered>
      {editing !== undefined && (
        <SegmentDialog
          kind={kind}
          segment={editing === "new" ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Paper>
  );
}

function wordsOf(kind: Kind, parameters: SegmentParameters): string {
  const conditions = conditionsOf(parameters).map(conditionWords);
  const chosen = hasScope(conditionsOf(parameters))
    ? [...conditions, t.filters.scopes[parameters.scope ?? "event"].toLowerCase()]
    : conditions;
  if (kind === "segment") return chosen.length === 0 ? t.segments.noConditions : chosen.join(" · ");
  return [actionWords(parameters), withinWords(parameters.dateRange ?? "all"), ...chosen].join(" · ");
}

function Row({ segment, onEdit }: { segment: Segment; onEdit: () => void }) {
  const { website, base, mayEdit } = usePage();
  const navigate = useNavigate();
  const [isDoomed, setDoomed] = useState(false);
  return (
    <Group className="list-row" justify="space-between" wrap="nowrap" gap="xs">
      <div className="truncated">
        <Text fw={500} truncate>
          {segment.name}
        </Text>
        <Text size="xs" c="dimmed">
          {wordsOf(segment.type, segment.parameters)}
        </Text>
      </div>
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          aria-label={`${t.segments.use}: ${segment.name}`}
          title={t.segments.use}
          onClick={() => void navigate(`${base}?${segment.type}=${segment.id}`)}
        >
          <IconFilter size={16} />
        </ActionIcon>
        {mayEdit && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t.edit} ${segment.name}`}
              onClick={onEdit}
            >
              <IconEdit size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t.segments.deleteQuestion(segment.name)}
              onClick={() => setDoomed(true)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </>
        )}
      </Group>
      {isDoomed && (
        <Confirm
          title={t.segments.deleteQuestion(segment.name)}
          action={t.delete}
          onClose={() => setDoomed(false)}
          onConfirm={async () => {
            await api.DELETE("/api/websites/{website_id}/segments/{segment_id}", {
              params: { path: { website_id: website.id, segment_id: segment.id } },
            });
            await forget(`/api/websites/${website.id}/segments`);
            done(t.segments.deleted);
          }}
        />
      )}
    </Group>
  );
}
