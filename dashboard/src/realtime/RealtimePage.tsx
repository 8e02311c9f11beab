import { Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconBolt, IconEye, IconUser } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "react-router";

import { type Ask, getting } from "~/api/ask";
import type { Realtime, RealtimeEvent } from "~/api/types";
import { type Answer, useAnswer } from "~/api/useAnswer";
import { TimeChart, type TimeSeries } from "~/charts/TimeChart";
import { moment } from "~/formats/dates";
import { countryName, valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { Panel } from "~/frame/Panel";
import { RankPanel } from "~/frame/RankPanel";
import { usePage } from "~/page/page";
import { bucketInstant } from "~/range/zones";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";

const EVERY = 10_000;
const MINUTE = 60_000;
const MINUTES = 30;

function ranked(counts: Record<string, number>) {
  return Object.entries(counts)
    .map(([name, value]) => ({ name, value }))
    .toSorted((a, b) => b.value - a.value || a.name.localeCompare(b.name));
}

/** Return the minutes of the last half hour, up to the one of the answer. */
function minutesOf({ timestamp }: Realtime): number[] {
  const last = Math.floor(timestamp / MINUTE) * MINUTE;
  return Array.from({ length: MINUTES }, (_, at) => last - (MINUTES - 1 - at) * MINUTE);
}

export function RealtimePage() {
  const { website } = usePage();
  const ask = getting("/api/realtime/{website_id}", { path: { website_id: website.id } });
  const answer = useAnswer(ask, { every: EVERY });
  const list = { answer, ask, valueLabel: t.realtime.views, emptyText: t.realtime.empty, height: 280 };

  return (
    <Stack gap="md">
      <Toolbar title={t.realtime.title} how={t.realtime.how} isBare />
      <Answered answer={answer} ask={ask} height={110}>
        {({ totals }) => (
          <Figures
            figures={[
              { label: t.realtime.visitors, value: number(totals.visitors), how: t.realtime.visitorsHow },
              { label: t.realtime.views, value: number(totals.views), how: t.realtime.viewsHow },
              { label: t.realtime.events, value: number(totals.events), how: t.realtime.eventsHow },
              { label: t.realtime.countries, value: number(totals.countries), how: t.realtime.countriesHow },
            ]}
          />
        )}
      </Answered>
      <MinutesPanel answer={answer} ask={ask} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <LogPanel answer={answer} ask={ask} />
        <Stack gap="md">
          <RankPanel {...list} panel="pages" title={t.realtime.pages} rows={({ urls }) => ranked(urls)} />
          <RankPanel
            {...list}
            panel="referrers"
            title={t.realtime.referrers}
            rows={({ referrers }) => ranked(referrers)}
            emptyText={t.realtime.noReferrers}
          />
          <RankPanel
            {...list}
            panel="countries"
            title={t.realtime.countries}
            valueLabel={t.realtime.visitors}
            rows={({ countries }) =>
              ranked(countries).map(({ name, value }) => ({ name: countryName(name), value }))
            }
          />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function MinutesPanel({ answer, ask }: { answer: Answer<Realtime>; ask: Ask }) {
  const { view } = usePage();
  const zone = view.zone;
  const valuesOf = (data: Realtime) => {
    const find = (points: Realtime["series"]["views"]) => {
      const found = new Map(points.map(({ x, y }) => [bucketInstant(x, zone), y]));
      return minutesOf(data).map((minute) => found.get(minute) ?? 0);
    };
    return { views: find(data.series.views), visitors: find(data.series.visitors) };
  };
  const read = (cell: string | number | null) => number(Number(cell));
  return (
    <Panel
      name="minutes"
      title={t.realtime.chart}
      how={t.realtime.chartHow}
      answer={answer}
      ask={ask}
      height={220}
      table={(data) => {
        const { views, visitors } = valuesOf(data);
        return {
          columns: [
            { label: t.events.time, read: (cell) => moment(String(cell), "time", zone) },
            { label: t.realtime.views, isNumber: true, read },
            { label: t.realtime.viewers, isNumber: true, read },
          ],
          rows: minutesOf(data).map((minute, at) => [
            new Date(minute).toISOString(),
            views[at] ?? 0,
            visitors[at] ?? 0,
          ]),
        };
      }}
    >
      {(data) => <Minutes data={data} {...valuesOf(data)} />}
    </Panel>
  );
}

function Minutes({ data, views, visitors }: { data: Realtime; views: number[]; visitors: number[] }) {
  const { view } = usePage();
  const starts = minutesOf(data);
  const series = useMemo<TimeSeries[]>(
    () => [
      { name: t.realtime.viewers, values: visitors, kind: "bar", colour: 0 },
      { name: t.realtime.views, values: views, kind: "bar", colour: 1 },
    ],
    [views, visitors],
  );
  return (
    <TimeChart
      label={t.realtime.chart}
      starts={starts}
      unit="minute"
      zone={view.zone}
      now={data.timestamp}
      series={series}
      height={220}
    />
  );
}

function LogPanel({ answer, ask }: { answer: Answer<Realtime>; ask: Ask }) {
  return (
    <Paper withBorder className="panel scrolls" component="section">
      <Title order={2} size="h5" mb="sm">
        {t.realtime.log}
      </Title>
      <Answered
        answer={answer}
        ask={ask}
        height={420}
        empty={({ events }) => (events.length === 0 ? <Empty text={t.realtime.empty} height={420} /> : null)}
      >
        {({ events }) => (
          <ol className="log" tabIndex={0} aria-label={t.realtime.log}>
            {events.map((event, at) => (
              <LogLine key={`${event.createdAt} ${event.sessionId} ${at}`} event={event} />
            ))}
          </ol>
        )}
      </Answered>
    </Paper>
  );
}

const ICONS = { session: IconUser, pageview: IconEye, event: IconBolt };

function LogLine({ event }: { event: RealtimeEvent }) {
  const { base, view } = usePage();
  const Icon = ICONS[event.__type];
  const what =
    event.__type === "session"
      ? t.realtime.arrived
      : event.__type === "event"
        ? t.realtime.triggered(event.eventName)
        : t.realtime.viewed(event.urlPath);
  const who = [event.browser, event.os, event.device]
    .map((value, at) => valueName((["browser", "os", "device"] as const)[at] ?? "os", value))
    .filter((value) => value !== t.notSet)
    .join(", ");
  const place = event.country === "" ? "" : t.realtime.from(countryName(event.country));
  return (
    <li className="log-line">
      <time dateTime={event.createdAt}>{moment(event.createdAt, "second", view.zone)}</time>
      <Icon size={16} aria-hidden />
      <Link to={`${base}/sessions/${event.sessionId}`} className="log-text">
        <Text component="span" size="sm" fw={500}>
          {what}
        </Text>{" "}
        <Text component="span" size="sm" c="dimmed">
          {[who, place].filter((part) => part !== "").join(" ")}
        </Text>
      </Link>
    </li>
  );
}
