/** The visitors behind a number, in a drawer beside it. */

import { Button, Drawer, Group, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";

import type { Ask } from "~/api/ask";
import type { Page, SessionRow } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Pager } from "~/frame/Pager";
import { usePage } from "~/page/page";
import { sharedSearch } from "~/page/view";
import { t } from "~/texts";

import { Avatar, placeOf } from "./SessionsPage";

export const PAGE_SIZE = 20;

interface Props {
  /** Who they are, such as "Visitors who left before step 2". */
  title: string;
  /** What else has to be known of the number: it may count visits rather than visitors. */
  note?: string | undefined;
  ask: Ask<Page<SessionRow>>;
  page: number;
  onPage: (page: number) => void;
  /** Sets the filters that choose the same visitors, where filters can say it. */
  onFilter?: (() => void) | undefined;
  onClose: () => void;
}

export function SessionsBehind({ title, note, ask, page, onPage, onFilter, onClose }: Props) {
  const answer = useAnswer(ask);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={520}
      title={title}
      closeButtonProps={{ "aria-label": t.close }}
      classNames={{ title: "behind-title" }}
    >
      <Answered
        answer={answer}
        ask={ask}
        height={420}
        empty={({ count }) => (count === 0 ? <Empty text={t.behind.empty} height={300} /> : null)}
      >
        {({ data, count }) => (
          <Stack gap="sm">
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={600}>
                {t.behind.count(number(count), count === 1)}
              </Text>
              {onFilter !== undefined && (
                <Button
                  size="compact-sm"
                  variant="light"
                  leftSection={<IconFilter size={14} />}
                  onClick={onFilter}
                >
                  {t.behind.filter}
                </Button>
              )}
            </Group>
            {note !== undefined && (
              <Text size="xs" c="dimmed">
                {note}
              </Text>
            )}
            <Rows rows={data} />
            <Pager page={page} pageSize={PAGE_SIZE} count={count} onChange={onPage} />
          </Stack>
        )}
      </Answered>
    </Drawer>
  );
}

function Rows({ rows }: { rows: readonly SessionRow[] }) {
  const { base, view } = usePage();
  const { search } = useLocation();
  const shared = sharedSearch(new URLSearchParams(search));
  return (
    <ScrollArea type="auto" tabIndex={0} role="group" aria-label={t.sessions.list}>
      <Table verticalSpacing={8} highlightOnHover className="data-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.sessions.visitor}</Table.Th>
            <Table.Th>{t.behind.when}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                <Link to={`${base}/sessions/${row.id}${shared}`} className="visitor-link">
                  <Avatar id={row.id} />
                  <span className="behind-who">
                    <span>{placeOf(row) || t.unknown}</span>
                    <span className="behind-device">
                      {[valueName("device", row.device), t.behind.visits(number(row.visits))].join(" · ")}
                    </span>
                  </span>
                </Link>
              </Table.Td>
              <Table.Td>
                <span className="behind-who">
                  <time dateTime={row.lastAt}>{moment(row.lastAt, "full", view.zone)}</time>
                  <span className="behind-device">
                    {t.behind.first(moment(row.firstAt, "full", view.zone))}
                  </span>
                </span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
