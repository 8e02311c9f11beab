import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft, IconBolt, IconEye } from "@tabler/icons-react";
import { Link, useLocation, useParams } from "react-router";

import { getting } from "~/api/ask";
import type { SessionDetail } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { DataList } from "~/events/LogPanel";
import { moment } from "~/formats/dates";
import { valueName } from "~/formats/names";
import { duration, number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { usePage } from "~/page/page";
import { sharedSearch } from "~/page/view";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";
import { Snippet } from "~/ui/Copy";

import { placeOf } from "./SessionsPage";

const CUSTOM = 2;

/** One visitor: who, from where, and what they did. */
export function SessionPage() {
  const { sessionId = "" } = useParams();
  const { website, base, view } = usePage();
  const { search } = useLocation();
  const path = { website_id: website.id, session_id: sessionId };
  const ask = getting("/api/websites/{website_id}/sessions/{session_id}", { path });
  const session = useAnswer(ask, { keep: false });
  const properties = useAnswer(
    getting("/api/websites/{website_id}/sessions/{session_id}/properties", { path }),
    { keep: false },
  );

  return (
    <Stack gap="md">
      <Anchor component={Link} to={`${base}/sessions${sharedSearch(new URLSearchParams(search))}`} size="sm">
        <Group gap={4}>
          <IconArrowLeft size={14} aria-hidden /> {t.sessions.title}
        </Group>
      </Anchor>
      <Toolbar title={t.sessions.visitor} how={sessionId} isBare />
      <Answered answer={session} ask={ask} height={300}>
        {(detail) => (
          <Stack gap="md">
            <Figures
              figures={[
                { label: t.figures.visits, value: number(detail.visits), how: t.sessions.visitsHow },
                { label: t.figures.views, value: number(detail.views), how: t.sessions.viewsHow },
                { label: t.events.events, value: number(detail.events), how: t.sessions.eventsHow },
                {
                  label: t.sessions.duration,
                  value: duration(detail.totaltime),
                  how: t.sessions.durationHow,
                },
              ]}
            />
            <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
              <Paper withBorder className="panel" component="section">
                <Title order={2} size="h5" mb="sm">
                  {t.sessions.visitor}
                </Title>
                <Attributes detail={detail} />
              </Paper>
              <Paper withBorder className="panel" component="section">
                <Title order={2} size="h5" mb="sm">
                  {t.sessions.properties}
                </Title>
                <Answered
                  answer={properties}
                  ask={null}
                  height={120}
                  empty={(rows) => (rows.length === 0 ? <IdentifyHint /> : null)}
                >
                  {(rows) => <DataList rows={rows} />}
                </Answered>
              </Paper>
            </SimpleGrid>
            <ActivityList detail={detail} zone={view.zone} />
          </Stack>
        )}
      </Answered>
    </Stack>
  );
}

function IdentifyHint() {
  const code = 'umami.identify({ plan: "pro" })';
  return (
    <Empty text={t.sessions.noProperties} height={160}>
      <Snippet code={code} label={t.sessions.noProperties} />
    </Empty>
  );
}

function Attributes({ detail }: { detail: SessionDetail }) {
  const { view } = usePage();
  const rows: [string, string][] = [
    [t.sessions.firstSeen, moment(detail.firstAt, "full", view.zone)],
    [t.sessions.lastSeen, moment(detail.lastAt, "full", view.zone)],
    [t.sessions.place, placeOf(detail)],
    [t.fields.browser, valueName("browser", detail.browser)],
    [t.fields.os, valueName("os", detail.os)],
    [t.fields.device, valueName("device", detail.device)],
    [t.fields.screen, detail.screen],
    [t.fields.language, valueName("language", detail.language)],
    [t.fields.distinctId, detail.distinctId],
  ];
  return (
    <dl className="data-list">
      {rows
        .filter(([, value]) => value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function ActivityList({ detail, zone }: { detail: SessionDetail; zone: string }) {
  const ask = getting("/api/websites/{website_id}/sessions/{session_id}/activity", {
    path: { website_id: detail.websiteId, session_id: detail.id },
    query: { startAt: Date.parse(detail.firstAt), endAt: Date.parse(detail.lastAt) + 1000 },
  });
  const answer = useAnswer(ask, { keep: false });
  return (
    <Paper withBorder className="panel" component="section">
      <Title order={2} size="h5" mb="sm">
        {t.sessions.activity}
      </Title>
      <Answered answer={answer} ask={ask} height={260}>
        {(rows) => (
          <ol className="log" tabIndex={0} aria-label={t.sessions.activity}>
            {rows.map((row, at) => (
              <li
                key={row.eventId}
                className="log-line"
                data-new-visit={row.visitId !== rows[at - 1]?.visitId}
              >
                <time dateTime={row.createdAt}>{moment(row.createdAt, "hour", zone)}</time>
                {row.eventType === CUSTOM ? (
                  <IconBolt size={16} aria-hidden />
                ) : (
                  <IconEye size={16} aria-hidden />
                )}
                <Text size="sm" className="log-text">
                  {row.eventType === CUSTOM
                    ? t.realtime.triggered(row.eventName)
                    : t.realtime.viewed(row.urlPath)}
                </Text>
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </Paper>
  );
}
