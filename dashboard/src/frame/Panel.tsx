/** A box around one answer: title, how it is counted, chart or table, exports, and all its states. */

import { Group, Paper, SegmentedControl, Text, Title } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { type ReactNode, useCallback, useId, useState } from "react";

import type { Ask } from "~/api/ask";
import type { Answer } from "~/api/useAnswer";
import { type Picture, PictureContext } from "~/charts/picture";
import { listed, useAddress, withParameter } from "~/page/useAddress";
import { t } from "~/texts";

import { Answered } from "./Answered";
import { DataTable } from "./DataTable";
import { ExportMenu } from "./ExportMenu";
import type { Sorting, Table } from "./table";
import { tablePicture } from "./tablePicture";

interface Props<Data> {
  /** What the address bar calls the panel. */
  name: string;
  title: string;
  how?: string;
  answer: Answer<Data>;
  ask: Ask | null;
  height?: number;
  /** What stands beside the title. */
  extra?: ReactNode;
  /** What stands below the title, over the whole width. */
  tabs?: ReactNode;
  empty?: (data: Data) => ReactNode;
  table: (data: Data) => Table;
  sorting?: Sorting;
  /** The chart; without one the table is all there is. */
  children?: (data: Data) => ReactNode;
}

const TABLES = "table";

export function Panel<Data>(props: Props<Data>) {
  const { name, title, how, answer, ask, height, extra, tabs, empty, table, sorting, children } = props;
  const [isAsked, setTable] = useTableView(name);
  const isTable = isAsked || children === undefined;
  const [picture, setPicture] = useState<Picture>();
  const register = useCallback((next: Picture | undefined) => setPicture(() => next), []);
  const id = useId();
  const rows = answer.data === undefined ? undefined : table(answer.data);
  const isEmpty = answer.data !== undefined && (empty?.(answer.data) ?? null) !== null;

  return (
    <Paper withBorder className="panel" component="section" aria-labelledby={id}>
      <Group className="panel-head" justify="space-between" align="flex-start" gap="xs">
        <div className="panel-title">
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {how !== undefined && (
            <Text size="xs" c="dimmed">
              {how}
            </Text>
          )}
        </div>
        <Group gap={6} wrap="nowrap" className="panel-actions">
          {extra}
          {children !== undefined && <ViewSwitch isTable={isTable} onChange={setTable} title={title} />}
          <ExportMenu
            title={title}
            ask={ask}
            data={answer.data}
            table={rows}
            picture={
              isEmpty || rows === undefined
                ? undefined
                : isTable || picture === undefined
                  ? () => tablePicture(rows)
                  : picture
            }
          />
        </Group>
      </Group>
      {tabs}
      <PictureContext value={register}>
        <Answered answer={answer} ask={ask} {...(height && { height })} {...(empty && { empty })}>
          {(data) =>
            isTable ? (
              <DataTable
                name={name}
                table={table(data)}
                label={title}
                {...(sorting && { initial: sorting })}
              />
            ) : (
              children(data)
            )
          }
        </Answered>
      </PictureContext>
    </Paper>
  );
}

/** Return whether the address bar asks for the panel's table, and how to ask for it or for the chart. */
function useTableView(name: string): [boolean, (isTable: boolean) => void] {
  const [search, changeAddress] = useAddress();
  const change = (isTable: boolean) =>
    changeAddress(
      (before) => {
        const others = listed(before, TABLES).filter((each) => each !== name);
        return withParameter(before, TABLES, (isTable ? [...others, name] : others).join(","));
      },
      { preventScrollReset: true, replace: true },
    );
  return [listed(search, TABLES).includes(name), change];
}

function ViewSwitch(props: { isTable: boolean; onChange: (isTable: boolean) => void; title: string }) {
  const { isTable, onChange, title } = props;
  const option = (value: string, label: string, icon: ReactNode) => ({
    value,
    label: (
      <span title={label} className="icon-option">
        {icon}
        <span className="visually-hidden">{label}</span>
      </span>
    ),
  });
  return (
    <SegmentedControl
      size="xs"
      aria-label={`${t.frame.viewAs}: ${title}`}
      value={isTable ? "table" : "chart"}
      onChange={(value) => onChange(value === "table")}
      data={[
        option("chart", t.frame.chart, <IconChartBar size={14} aria-hidden />),
        option("table", t.frame.table, <IconTable size={14} aria-hidden />),
      ]}
    />
  );
}
