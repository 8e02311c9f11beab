import { Button, Modal, ScrollArea, Skeleton, Table, Text, TextInput, UnstyledButton } from "@mantine/core";
import { IconBolt, IconEye, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";

import { getting } from "~/api/ask";
import type { DataRow, EventRow } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { rowCondition } from "~/filters/conditions";
import { moment } from "~/formats/dates";
import { valueName } from "~/formats/names";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Failure } from "~/frame/Failure";
import { Pager } from "~/frame/Pager";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useEmptyText } from "~/page/useEmptyText";
import { useParameter } from "~/page/useParameter";
import { useSearch } from "~/page/useSearch";
import { t } from "~/texts";

const PAGE_SIZE = 20;
const CUSTOM = 2;

function isCustom({ eventType }: { eventType: number }): boolean {
  return eventType === CUSTOM;
}

/** The latest events, one by one, with their data. */
export function LogPanel() {
  const { ask, view } = usePage();
  const [pageText, setPage] = useParameter("page");
  const [typed, setTyped, search] = useSearch();
  const [opened, setOpened] = useState<EventRow>();
  const emptyText = useEmptyText();
  const page = Math.max(1, Number(pageText) || 1);
  const question = ask("events", {
    page,
    pageSize: PAGE_SIZE,
    search,
  });
  const answer = useAnswer(question);

  return (
    <>
      <Panel
        name="log"
        title={t.events.log}
        how={t.events.logHow}
        answer={answer}
        ask={question}
        height={520}
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
            { label: t.events.time, read: (cell) => moment(String(cell), "full", view.zone) },
            { label: t.fields.event },
            { label: t.fields.path, filter: (cell) => rowCondition("path", String(cell)) },
            { label: t.fields.country, read: (cell) => valueName("country", String(cell ?? "")) },
            { label: t.fields.browser, read: (cell) => valueName("browser", String(cell ?? "")) },
            { label: t.events.visitor },
          ],
          rows: data.map((row) => [
            row.createdAt,
            row.eventName,
            row.urlPath,
            row.country,
            row.browser,
            row.sessionId,
          ]),
        })}
      >
        {({ data, count }) => (
          <>
            <Rows rows={data} onOpen={setOpened} />
            <Pager
              page={page}
              pageSize={PAGE_SIZE}
              count={count}
              onChange={(next) => setPage(String(next))}
            />
          </>
        )}
      </Panel>
      {opened !== undefined && <EventData event={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function Rows({ rows, onOpen }: { rows: EventRow[]; onOpen: (row: EventRow) => void }) {
  const { base, view, toggle } = usePage();
  return (
    <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.events.log}>
      <Table highlightOnHover verticalSpacing={6} className="data-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.events.time}</Table.Th>
            <Table.Th>{t.events.what}</Table.Th>
            <Table.Th>{t.events.visitor}</Table.Th>
            <Table.Th>{t.events.data}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{moment(row.createdAt, "full", view.zone)}</Table.Td>
              <Table.Td>
                <UnstyledButton
                  className="cell-filter with-icon"
                  onClick={() =>
                    toggle(
                      isCustom(row)
                        ? rowCondition("event", row.eventName)
                        : rowCondition("path", row.urlPath),
                    )
                  }
                >
                  {isCustom(row) ? <IconBolt size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
                  <span className="ellipsis">{isCustom(row) ? row.eventName : row.urlPath}</span>
                </UnstyledButton>
              </Table.Td>
              <Table.Td>
                <Link to={`${base}/sessions/${row.sessionId}`} className="quiet-link">
                  {[
                    valueName("country", row.country),
                    valueName("browser", row.browser),
                    valueName("os", row.os),
                  ].join(" · ")}
                </Link>
              </Table.Td>
              <Table.Td>
                {row.hasData && (
                  <Button size="compact-xs" variant="subtle" onClick={() => onOpen(row)}>
                    {t.reports.open}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function EventData({ event, onClose }: { event: EventRow; onClose: () => void }) {
  const { website } = usePage();
  const ask = getting("/api/websites/{website_id}/event-data/{event_id}", {
    path: { website_id: website.id, event_id: event.id },
  });
  const answer = useAnswer(ask, { keep: false });
  const name = isCustom(event) ? event.eventName : event.urlPath;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.events.dataOf(name)}
      closeButtonProps={{ "aria-label": t.close }}
    >
      {answer.isError ? (
        <Failure error={answer.error} />
      ) : answer.isPending ? (
        <Skeleton h={120} />
      ) : (
        <Answered answer={answer} ask={ask} height={80}>
          {(rows) => <DataList rows={rows} />}
        </Answered>
      )}
    </Modal>
  );
}

/** Names and values of an event's or a session's data. */
export function DataList({ rows }: { rows: DataRow[] }) {
  return (
    <dl className="data-list">
      {rows.map((row) => (
        <div key={row.dataKey}>
          <dt>{row.dataKey}</dt>
          <dd>
            <Text size="sm">{String(row.numberValue ?? row.dateValue ?? row.stringValue)}</Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
