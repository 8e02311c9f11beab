import type { ReactNode } from "react";

import type { Ask } from "~/api/ask";
import type { FieldName } from "~/api/types";
import type { Answer } from "~/api/useAnswer";
import { type Condition, rowCondition } from "~/filters/conditions";
import { valueName } from "~/formats/names";
import { number } from "~/formats/numbers";
import { t } from "~/texts";

import { Empty } from "./Empty";
import type { Cell } from "./opening";
import { Panel } from "./Panel";
import { Ranks } from "./Ranks";

export interface NamedValue {
  name: string;
  value: number;
}

interface Props<Data, Row extends NamedValue> {
  /** What the address bar calls the panel. */
  panel: string;
  title: string;
  how?: string;
  answer: Answer<Data>;
  ask: Ask | null;
  rows: (data: Data) => readonly Row[];
  /** What a row filters by, and how its name reads. */
  field?: FieldName | "channel";
  condition?: (name: string) => Condition | undefined;
  /** The number that a row's figure opens. */
  opens?: (row: Row) => Cell;
  valueLabel: string;
  format?: (value: number) => string;
  emptyText: string;
  height?: number;
  tabs?: ReactNode;
}

/** A panel with one list of names and figures. */
export function RankPanel<Data, Row extends NamedValue = NamedValue>(props: Props<Data, Row>) {
  const {
    panel,
    title,
    how,
    answer,
    ask,
    rows,
    field,
    opens,
    valueLabel,
    format = number,
    emptyText,
    height = 200,
    tabs,
  } = props;
  const conditionOf =
    props.condition ??
    ((name: string) => (field === undefined || field === "channel" ? undefined : rowCondition(field, name)));
  const read = (name: string): string =>
    field === undefined ? (name === "" ? t.notSet : name) : valueName(field, name);

  return (
    <Panel
      name={panel}
      title={title}
      {...(how === undefined ? {} : { how })}
      answer={answer}
      ask={ask}
      height={height}
      tabs={tabs}
      empty={(data) => (rows(data).length === 0 ? <Empty text={emptyText} height={height - 40} /> : null)}
      table={(data) => ({
        columns: [
          {
            label: title,
            read: (cell) => read(String(cell)),
            filter: (cell) => conditionOf(String(cell)),
          },
          {
            label: valueLabel,
            isNumber: true,
            read: (cell) => format(Number(cell)),
            ...(opens && {
              opens: ([name, value]) => {
                const row = rows(data).find((each) => each.name === name && each.value === value);
                return row === undefined ? undefined : opens(row);
              },
            }),
          },
        ],
        rows: rows(data).map(({ name, value }) => [name, value]),
      })}
    >
      {(data) => (
        <Ranks
          format={format}
          ranks={rows(data).map((row) => ({
            name: read(row.name),
            value: row.value,
            condition: conditionOf(row.name),
            opens: opens?.(row),
          }))}
        />
      )}
    </Panel>
  );
}
