import { Button, Group, ScrollArea, Table as Grid, Text, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";

import { number } from "~/formats/numbers";
import { usePage } from "~/page/page";
import { useParameter } from "~/page/useParameter";
import { t } from "~/texts";

import { Opens } from "./Opens";
import { type Column, type Sorting, type Table, readCell, sorted } from "./table";

const FIRST = 50;

interface Props {
  /** What the address bar calls the table. */
  name: string;
  table: Table;
  label: string;
  initial?: Sorting;
}

/** Return the order that the address bar asks for, like `breakdown.2.desc`, and how to ask for another. */
function useSorting(
  name: string,
  initial: Sorting | undefined,
): [Sorting | undefined, (sorting: Sorting) => void] {
  const [text, setText] = useParameter("sort");
  const [table, column, order] = text.split(".");
  const isOurs = table === name && /^\d+$/.test(column ?? "");
  const sorting = isOurs ? { column: Number(column), isDescending: order === "desc" } : initial;
  return [sorting, (next) => setText(`${name}.${next.column}.${next.isDescending ? "desc" : "asc"}`)];
}

/** A table that sorts by its heads; cells that stand for a filter set it. */
export function DataTable({ name, table, label, initial }: Props) {
  const [sorting, setSorting] = useSorting(name, initial);
  const [isWhole, setWhole] = useState(false);
  const ordered = sorting === undefined ? table.rows : sorted(table.rows, sorting);
  const rows = isWhole ? ordered : ordered.slice(0, FIRST);

  return (
    <>
      <ScrollArea type="auto" tabIndex={0} role="group" aria-label={label}>
        <Grid highlightOnHover verticalSpacing={6} horizontalSpacing="sm" className="data-table">
          <Grid.Thead>
            <Grid.Tr>
              {table.columns.map((column, index) => (
                <Head
                  key={column.label}
                  column={column}
                  sorting={sorting?.column === index ? sorting : undefined}
                  onSort={() =>
                    setSorting({
                      column: index,
                      isDescending:
                        sorting?.column === index ? !sorting.isDescending : column.isNumber === true,
                    })
                  }
                />
              ))}
            </Grid.Tr>
          </Grid.Thead>
          <Grid.Tbody>
            {rows.map((row, at) => (
              <Grid.Tr key={at}>
                {table.columns.map((column, index) => (
                  <DataCell key={column.label} column={column} row={row} cell={row[index] ?? null} />
                ))}
              </Grid.Tr>
            ))}
          </Grid.Tbody>
        </Grid>
      </ScrollArea>
      {rows.length < table.rows.length && (
        <Group justify="center" mt="xs" gap="sm">
          <Text size="sm" c="dimmed">
            {t.rowsOf(number(table.rows.length))}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function Head(props: { column: Column; sorting: Sorting | undefined; onSort: () => void }) {
  const { column, sorting, onSort } = props;
  const order = sorting === undefined ? "none" : sorting.isDescending ? "descending" : "ascending";
  const Arrow = order === "ascending" ? IconArrowUp : IconArrowDown;
  return (
    <Grid.Th aria-sort={order} className={column.isNumber === true ? "number" : undefined}>
      <UnstyledButton className="sort-head" onClick={onSort} title={t.breakdown.sortBy(column.label)}>
        <span>{column.label}</span>
        <Arrow size={14} className={order === "none" ? "sort-arrow idle" : "sort-arrow"} aria-hidden />
      </UnstyledButton>
    </Grid.Th>
  );
}

type Row = Table["rows"][number];

function DataCell({ column, row, cell }: { column: Column; row: Row; cell: Row[number] }) {
  const { toggle, mayFilter } = usePage();
  const condition = mayFilter ? column.filter?.(cell) : undefined;
  const text = readCell(column, cell);
  return (
    <Grid.Td className={column.isNumber === true ? "number" : undefined}>
      {condition === undefined ? (
        <Opens cell={cell === null ? undefined : column.opens?.(row)}>{text}</Opens>
      ) : (
        <UnstyledButton className="cell-filter" onClick={() => toggle(condition)} title={t.filters.by(text)}>
          {text}
        </UnstyledButton>
      )}
    </Grid.Td>
  );
}
