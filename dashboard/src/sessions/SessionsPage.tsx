import { Paper, ScrollArea, Stack, Table, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";

import type { SessionRow } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { countryName, valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Pager } from "~/frame/Pager";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useEmptyText } from "~/page/useEmptyText";
import { useParameter } from "~/page/useParameter";
import { useSearch } from "~/page/useSearch";
import { sharedSearch } from "~/page/view";
import { useShows } from "~/session/shows";
import { NotShown } from "~/share/NotShown";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";

import { WeeklyPanel } from "./WeeklyPanel";

const PAGE_SIZE = 20;

export function SessionsPage() {
  const shows = useShows();
  return (
    <Stack gap="md">
      <Toolbar title={t.sessions.title} how={t.sessions.how} />
      <WeeklyPanel />
      {shows("visitors") ? <ListPanel /> : <NoList />}
    </Stack>
  );
}

function NoList() {
  return (
    <Paper withBorder className="panel">
      <NotShown part="visitors" height={160} />
    </Paper>
  );
}

function ListPanel() {
  const { ask, view } = usePage();
  const [pageText, setPage] = useParameter("page");
  const [typed, setTyped, search] = useSearch();
  const emptyText = useEmptyText();
  const page = Math.max(1, Number(pageText) || 1);
  const question = ask("sessions", { page, pageSize: PAGE_SIZE, search });
  const answer = useAnswer(question);
  const read = (cell: string | number | null) => number(Number(cell));

  return (
    <Panel
      name="list"
      title={t.sessions.list}
      how={t.sessions.listHow}
      answer={answer}
      ask={question}
      height={620}
      extra={
        <TextInput
          size="xs"
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<IconSearch size={14} />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      }
      empty={({ data }) => (data.length === 0 ? <Empty text={emptyText} height={300} /> : null)}
      table={({ data }) => ({
        columns: [
          { label: t.events.visitor },
          { label: t.sessions.lastSeen, read: (cell) => moment(String(cell), "full", view.zone) },
          { label: t.fields.country, read: (cell) => countryName(String(cell ?? "")) },
          { label: t.fields.browser, read: (cell) => valueName("browser", String(cell ?? "")) },
          { label: t.fields.os },
          { label: t.figures.visits, isNumber: true, read },
          { label: t.figures.views, isNumber: true, read },
          { label: t.events.events, isNumber: true, read },
        ],
        rows: data.map((row) => [
          row.id,
          row.lastAt,
          row.country,
          row.browser,
          row.os,
          row.visits,
          row.views,
          row.events,
        ]),
      })}
    >
      {({ data, count }) => (
        <>
          <Rows rows={data} />
          <Pager page={page} pageSize={PAGE_SIZE} count={count} onChange={(next) => setPage(String(next))} />
        </>
      )}
    </Panel>
  );
}

function Rows({ rows }: { rows: SessionRow[] }) {
  const { base, view } = usePage();
  const { search } = useLocation();
  const shared = sharedSearch(new URLSearchParams(search));
  return (
    <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.sessions.list}>
      <Table highlightOnHover verticalSpacing={8} className="data-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.sessions.visitor}</Table.Th>
            <Table.Th>{t.sessions.place}</Table.Th>
            <Table.Th>{t.sessions.lastSeen}</Table.Th>
            <Table.Th className="number">{t.figures.visits}</Table.Th>
            <Table.Th className="number">{t.figures.views}</Table.Th>
            <Table.Th className="number">{t.events.events}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.id} ${row.hostname}`}>
              <Table.Td>
                <Link to={`${base}/sessions/${row.id}${shared}`} className="visitor-link">
                  <Avatar id={row.id} />
                  {[
                    valueName("browser", row.browser),
                    valueName("os", row.os),
                    valueName("device", row.device),
                  ].join(" · ")}
                </Link>
              </Table.Td>
              <Table.Td>{placeOf(row)}</Table.Td>
              <Table.Td>{moment(row.lastAt, "full", view.zone)}</Table.Td>
              <Table.Td className="number">{number(row.visits)}</Table.Td>
              <Table.Td className="number">{number(row.views)}</Table.Td>
              <Table.Td className="number">{number(row.events)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

/** Return city and country, as far as they are known. */
export function placeOf({ city, country }: { city: string; country: string }): string {
  return [city, countryName(country)].filter((part) => part !== "").join(", ");
}

/** A coloured dot that tells visitors apart at a glance. */
export function Avatar({ id }: { id: string }) {
  const hue = Number.parseInt(id.slice(-4), 16) % 360;
  return <span className="avatar" style={{ background: `hsl(${hue} 55% 55%)` }} aria-hidden />;
}
