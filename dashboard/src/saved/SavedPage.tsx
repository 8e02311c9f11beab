import { ActionIcon, Anchor, Paper, ScrollArea, SegmentedControl, Stack, Table, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useLocation } from "react-router";

import { getting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { SavedReport } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Pager } from "~/frame/Pager";
import { usePage } from "~/page/page";
import { useParameter } from "~/page/useParameter";
import { sharedSearch } from "~/page/view";
import { REPORTS } from "~/reports/registry";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";
import { Confirm } from "~/ui/Confirm";
import { done } from "~/ui/toast";

const PAGE_SIZE = 20;

export function SavedPage() {
  const { website } = usePage();
  const [type, setType] = useParameter("type");
  const [pageText, setPage] = useParameter("page");
  const page = Math.max(1, Number(pageText) || 1);
  const ask = getting("/api/reports", {
    query: {
      websiteId: website.id,
      type: REPORTS.find((report) => report.type === type)?.type,
      page,
      pageSize: PAGE_SIZE,
    },
  });
  const answer = useAnswer(ask);
  return (
    <Stack gap="md">
      <Toolbar title={t.saved.title} how={t.saved.how} isBare />
      <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.saved.type}>
        <SegmentedControl
          aria-label={t.saved.type}
          data={[
            { value: "", label: t.saved.all },
            ...REPORTS.map((report) => ({ value: report.type, label: report.title })),
          ]}
          value={type}
          onChange={setType}
        />
      </ScrollArea>
      <Paper withBorder className="panel">
        <Answered
          answer={answer}
          ask={ask}
          height={240}
          empty={({ data }) => (data.length === 0 ? <Empty text={t.saved.empty} height={220} /> : null)}
        >
          {({ data, count }) => (
            <>
              <Rows reports={data} />
              <Pager
                page={page}
                pageSize={PAGE_SIZE}
                count={count}
                onChange={(next) => setPage(String(next))}
              />
            </>
          )}
        </Answered>
      </Paper>
    </Stack>
  );
}

function hasPage(report: SavedReport): boolean {
  return REPORTS.some(({ type }) => type === report.type);
}

function Rows({ reports }: { reports: SavedReport[] }) {
  const { base, view, mayEdit } = usePage();
  const { search } = useLocation();
  const [doomed, setDoomed] = useState<SavedReport>();
  const linkTo = ({ type, id }: SavedReport): string => {
    const shared = new URLSearchParams(sharedSearch(new URLSearchParams(search)));
    shared.set("saved", id);
    return `${base}/${type}?${shared.toString()}`;
  };
  return (
    <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.saved.title}>
      <Table highlightOnHover verticalSpacing={8} className="data-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.saved.name}</Table.Th>
            <Table.Th>{t.saved.type}</Table.Th>
            <Table.Th>{t.saved.updated}</Table.Th>
            {mayEdit && (
              <Table.Th>
                <span className="visually-hidden">{t.delete}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reports.map((report) => (
            <Table.Tr key={report.id}>
              <Table.Td>
                {hasPage(report) ? (
                  <Anchor component={Link} to={linkTo(report)} fw={500}>
                    {report.name}
                  </Anchor>
                ) : (
                  <Text fw={500}>{report.name}</Text>
                )}
                {report.description !== "" && (
                  <Text size="xs" c="dimmed">
                    {report.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{t.reports.names[report.type]}</Table.Td>
              <Table.Td>{moment(report.updatedAt, "full", view.zone)}</Table.Td>
              {mayEdit && (
                <Table.Td className="number">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t.reports.deleteQuestion(report.name)}
                    onClick={() => setDoomed(report)}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {doomed !== undefined && (
        <Confirm
          title={t.reports.deleteQuestion(doomed.name)}
          action={t.delete}
          onClose={() => setDoomed(undefined)}
          onConfirm={async () => {
            await api.DELETE("/api/reports/{report_id}", { params: { path: { report_id: doomed.id } } });
            await forget("/api/reports");
            done(t.reports.deleted);
          }}
        />
      )}
    </ScrollArea>
  );
}
