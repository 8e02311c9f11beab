import { MultiSelect } from "@mantine/core";

import { BOUNDS } from "~/api/schema";
import type { CellOf, FieldName, ReportAnswer } from "~/api/types";
import { FIELDS, rowCondition } from "~/filters/conditions";
import { useFields } from "~/filters/useFields";
import type { Cell } from "~/formats/csv";
import { valueName } from "~/formats/names";
import { duration, number, percent, ratio } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps } from "../definition";
import { ReportPage } from "../ReportPage";
import { tellBreakdown } from "./tell";

const MOST = BOUNDS.BreakdownParameters.fields.maxItems;

interface Breakdown {
  fields: FieldName[];
}

type Row = ReportAnswer<"breakdown">[number];

function Builder({ value, onChange }: BuilderProps<Breakdown>) {
  const fields = useFields();
  return (
    <MultiSelect
      label={t.breakdown.fields}
      description={t.breakdown.fieldsHint}
      data={fields.map((name) => ({ value: name, label: t.fields[name] }))}
      value={value.fields}
      onChange={(chosen) => onChange({ fields: chosen })}
      maxValues={MOST}
      searchable
      hidePickedOptions
    />
  );
}

function View({ parameters: { fields }, answer, ask }: ViewProps<Breakdown, Row[]>) {
  return (
    <Panel
      name="breakdown"
      title={fields.map((field) => t.fields[field]).join(" × ")}
      how={t.breakdown.how}
      answer={answer}
      ask={ask}
      height={420}
      sorting={{ column: fields.length, isDescending: true }}
      empty={(rows) => (rows.length === 0 ? <Empty text={t.breakdown.empty} height={300} /> : null)}
      table={(rows) => ({
        columns: [
          ...fields.map((field) => ({
            label: t.fields[field],
            read: (cell: string | number | null) => valueName(field, String(cell ?? "")),
            filter: (cell: string | number | null) => rowCondition(field, String(cell ?? "")),
          })),
          ...[t.reports.visitors, t.breakdown.visits, t.breakdown.views].map((label) => ({
            label,
            isNumber: true,
            read: (cell: string | number | null) => number(Number(cell)),
            opens: (row: readonly Cell[]) => cellOf(fields, row),
          })),
          { label: t.breakdown.bounceRate, isNumber: true, read: (cell) => percent(Number(cell)) },
          { label: t.breakdown.duration, isNumber: true, read: (cell) => duration(Number(cell)) },
        ],
        rows: rows.map((row) => [
          ...fields.map((field) => row[field] as Cell),
          row.visitors,
          row.visits,
          row.views,
          ratio(row.bounces, row.visits),
          ratio(row.totaltime, row.visits),
        ]),
      })}
    />
  );
}

/** Return the cell of a row, which begins with its values. */
function cellOf(fields: readonly FieldName[], row: readonly Cell[]): CellOf<"breakdown"> {
  return { values: Object.fromEntries(fields.map((field, at) => [field, String(row[at] ?? "")])) };
}

const definition: Definition<Breakdown, "breakdown"> = {
  type: "breakdown",
  read: (given) => {
    const asked = Array.isArray(given["fields"]) ? given["fields"] : ["os", "country"];
    return {
      fields: FIELDS.filter((field) => asked.includes(field))
        .toSorted((a, b) => asked.indexOf(a) - asked.indexOf(b))
        .slice(0, MOST),
    };
  },
  send: ({ fields }) => ({ fields }),
  isComplete: ({ fields }) => fields.length > 0,
  askFirst: t.breakdown.fieldsHint,
  Builder,
  isInstant: true,
  tell: tellBreakdown,
  View,
};

export default function BreakdownReport() {
  return <ReportPage definition={definition} />;
}
