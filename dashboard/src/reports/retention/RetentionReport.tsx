import { SegmentedControl } from "@mantine/core";
import { useMemo } from "react";

import type { CellOf, Parameters, RetentionRow } from "~/api/types";
import { moment } from "~/formats/dates";
import { number, percent } from "~/formats/numbers";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps, choiceOf, textOf } from "../definition";
import { ReportPage } from "../ReportPage";
import type { Told } from "../told";
import { type CohortUnit, UNITS, cohorts } from "./grid";
import { RetentionGrid } from "./RetentionGrid";

interface Retention {
  unit: CohortUnit;
}

/** How many columns there are at most, as the server has it. */
const MOST: Record<CohortUnit, number> = { day: 31, week: 12, month: 12 };

function Builder({ value, onChange }: BuilderProps<Retention>) {
  return (
    <SegmentedControl
      aria-label={t.retention.unit}
      data={UNITS.map((unit) => ({ value: unit, label: t.retention.units[unit] }))}
      value={value.unit}
      onChange={(unit) => onChange({ unit })}
    />
  );
}

function View({ parameters: { unit }, answer, ask }: ViewProps<Retention, RetentionRow[]>) {
  const { view } = usePage();
  return (
    <Panel
      name="retention"
      title={t.reports.names.retention}
      how={t.retention.how[unit]}
      answer={answer}
      ask={ask}
      height={480}
      empty={(rows) => (rows.length === 0 ? <Empty text={t.retention.empty} height={320} /> : null)}
      table={(rows) => ({
        columns: [
          { label: t.retention.date, read: (cell) => moment(String(cell), "date", view.zone) },
          { label: t.units[unit], isNumber: true },
          {
            label: t.retention.visitors,
            isNumber: true,
            read: (cell) => number(Number(cell)),
            opens: ([date]) => ({ date: String(date) }) satisfies CellOf<"retention">,
          },
          {
            label: t.retention.returned,
            isNumber: true,
            read: (cell) => number(Number(cell)),
            opens: ([date, day]) => ({ date: String(date), day: Number(day) }) satisfies CellOf<"retention">,
          },
          { label: t.retention.share, isNumber: true, read: (cell) => percent(Number(cell) / 100) },
        ],
        rows: rows.map((row) => [row.date, row.day, row.visitors, row.returnVisitors, row.percentage]),
      })}
    >
      {(rows) => <Grid rows={rows} unit={unit} />}
    </Panel>
  );
}

function Grid({ rows, unit }: { rows: RetentionRow[]; unit: CohortUnit }) {
  const { view, span, now } = usePage();
  const all = useMemo(
    () => cohorts(rows, MOST[unit], { unit, zone: view.zone, end: Math.min(span.endAt, now) }),
    [rows, unit, view.zone, span.endAt, now],
  );
  return <RetentionGrid cohorts={all} unit={unit} zone={view.zone} />;
}

function tell(cell: Parameters, { unit }: Retention, zone: string): Told | undefined {
  const date = moment(textOf(cell, "date", ""), unit === "month" ? "month" : "date", zone);
  if (date === "") return undefined;
  const { day } = cell;
  return {
    title:
      typeof day === "number"
        ? t.behind.retention.returned(date, t.retention.distance(unit, day).toLowerCase())
        : t.behind.retention.cohort(date),
  };
}

const definition: Definition<Retention, "retention"> = {
  type: "retention",
  read: (given) => ({ unit: choiceOf(given, "unit", UNITS) }),
  // Days are what the server counts by itself.
  send: ({ unit }) => (unit === "day" ? {} : { unit }),
  isComplete: () => true,
  Builder,
  isInstant: true,
  tell,
  View,
};

export default function RetentionReport() {
  return <ReportPage definition={definition} />;
}
