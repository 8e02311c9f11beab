import { Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useCallback, useMemo } from "react";

import type { CellOf, Parameters, Revenue } from "~/api/types";
import { begun } from "~/charts/parts";
import { folded } from "~/charts/folded";
import { type TimeSeries, TimeChart } from "~/charts/TimeChart";
import { money, number, shortMoney } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { useOpen } from "~/frame/opening";
import { RankPanel } from "~/frame/RankPanel";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useAddress, withParameter } from "~/page/useAddress";
import { useCompared, useWholeCompared } from "~/page/useCompared";
import { useUnit } from "~/page/useUnit";
import { counterparts } from "~/range/comparison";
import { type Unit, bucketInstant, buckets } from "~/range/zones";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps, textOf } from "../definition";
import { CurrencyInput } from "../CurrencyInput";
import { PurchaseHint } from "../PurchaseHint";
import { ReportPage } from "../ReportPage";
import { useCurrencies } from "../useCurrencies";
import { type Earlier, comparedTable, sumsOf, tableOf } from "./overTime";
import { tellRevenue } from "./tell";

/** As many events have a colour of their own. */
const MOST = 8;

const MOST_OFFERED = 5;

interface Asked {
  currency: string;
}

function Builder({ value, onChange }: BuilderProps<Asked>) {
  return <CurrencyInput value={value.currency} onChange={(currency) => onChange({ currency })} />;
}

/** Asks for what the page says beside the report's own parameters. */
function useChartUnit(): Parameters {
  const [unit] = useUnit();
  return { unit };
}

/** Picks the website's own currency where none was asked for. */
function useOwnCurrency(asked: Asked): Asked | undefined {
  const { currencies, isPending } = useCurrencies(asked.currency === "");
  if (asked.currency !== "") return asked;
  return isPending ? undefined : { currency: currencies[0] ?? "" };
}

function View({ parameters: { currency }, answer, ask, askWithin }: ViewProps<Asked, Revenue>) {
  const { view, span, now } = usePage();
  const [unit] = useUnit();
  const format = useCallback((value: number): string => money(value, currency), [currency]);
  const { data, against } = useCompared(answer, askWithin);
  const before = data?.total;
  const compared = useWholeCompared(askWithin);
  const starts = useMemo(() => buckets(span.startAt, span.endAt, unit, view.zone), [span, unit, view.zone]);
  const earlier = useMemo<Earlier | undefined>(() => {
    if (compared === undefined) return undefined;
    const others = buckets(compared.whole.startAt, compared.whole.endAt, unit, view.zone);
    const places = counterparts(starts, others, unit, view.zone);
    return { starts: places, sums: sumsOf(compared.data.chart, places, view.zone) };
  }, [compared, starts, unit, view.zone]);
  const list = { answer, ask, valueLabel: t.revenue.sum, format, emptyText: t.states.emptyRange };
  const isEmpty = answer.data?.total.count === 0;

  return (
    <Stack gap="md">
      {/* Without purchases, sums of nothing would say less than the reason below. */}
      {!isEmpty && (
        <Answered answer={answer} ask={ask} height={110}>
          {({ total }) => (
            <Figures
              {...(askWithin === null ? {} : { against })}
              figures={[
                {
                  label: t.revenue.sum,
                  value: format(total.sum),
                  now: total.sum,
                  before: before?.sum,
                  read: format,
                  how: t.revenue.how.sum(currency),
                },
                {
                  label: t.revenue.count,
                  value: number(total.count),
                  now: total.count,
                  before: before?.count,
                  read: number,
                  how: t.revenue.how.count,
                },
                {
                  label: t.revenue.buyers,
                  value: number(total.unique_count),
                  now: total.unique_count,
                  before: before?.unique_count,
                  read: number,
                  how: t.revenue.how.buyers,
                  opens: {},
                },
                {
                  label: t.revenue.average,
                  value: format(total.average),
                  now: total.average,
                  before: before?.average,
                  read: format,
                  how: t.revenue.how.average,
                },
                {
                  label: t.revenue.arpu,
                  value: format(total.arpu),
                  now: total.arpu,
                  before: before?.arpu,
                  read: format,
                  how: t.revenue.how.arpu,
                },
              ]}
            />
          )}
        </Answered>
      )}
      <Panel
        name="revenue"
        title={t.revenue.chart}
        answer={answer}
        ask={ask}
        height={320}
        empty={({ total }) => (total.count === 0 ? <NoPurchases currency={currency} /> : null)}
        table={({ chart }) =>
          earlier === undefined
            ? tableOf(chart, unit, view.zone, format)
            : comparedTable(
                begun(sumsOf(chart, starts, view.zone), starts, now),
                starts,
                earlier,
                unit,
                view.zone,
                format,
              )
        }
      >
        {({ chart }) => (
          <OverTime
            rows={chart}
            starts={starts}
            earlier={earlier}
            unit={unit}
            now={now}
            format={format}
            currency={currency}
          />
        )}
      </Panel>
      {!isEmpty && (
        <>
          <Text size="sm" c="dimmed">
            {t.revenue.how.lists}
          </Text>
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
            <RankPanel
              {...list}
              panel="countries"
              title={t.revenue.countries}
              rows={({ country }) => country}
              opens={({ name }) => ({ list: "country", name }) satisfies CellOf<"revenue">}
              field="country"
            />
            <RankPanel
              {...list}
              panel="regions"
              title={t.revenue.regions}
              rows={({ region }) => region}
              opens={({ name, country }) => ({ list: "region", name, country }) satisfies CellOf<"revenue">}
              field="region"
            />
            <RankPanel
              {...list}
              panel="referrers"
              title={t.revenue.referrers}
              rows={({ referrer }) => referrer}
              opens={({ name }) => ({ list: "referrer", name }) satisfies CellOf<"revenue">}
              field="referrer"
            />
            <RankPanel
              {...list}
              panel="channels"
              title={t.revenue.channels}
              rows={({ channel }) => channel}
              opens={({ name }) => ({ list: "channel", name }) satisfies CellOf<"revenue">}
              field="channel"
            />
          </SimpleGrid>
        </>
      )}
    </Stack>
  );
}

/** Says that nothing was bought, or that it was paid in another currency. */
function NoPurchases({ currency }: { currency: string }) {
  const { currencies } = useCurrencies();
  const [, changeAddress] = useAddress();
  const others = currencies.filter((each) => each !== currency);
  if (others.length === 0) return <PurchaseHint />;
  return (
    <Empty text={t.revenue.otherCurrency(currency, others.join(", "))} height={280}>
      <Group gap="xs" justify="center">
        {others.slice(0, MOST_OFFERED).map((other) => (
          <Button
            key={other}
            variant="default"
            onClick={() =>
              changeAddress((before) => withParameter(before, "params", JSON.stringify({ currency: other })))
            }
          >
            {t.revenue.show(other)}
          </Button>
        ))}
      </Group>
    </Empty>
  );
}

interface OverTimeProps {
  rows: Revenue["chart"];
  starts: number[];
  earlier: Earlier | undefined;
  unit: Unit;
  now: number;
  format: (value: number) => string;
  currency: string;
}

function OverTime({ rows, starts, earlier, unit, now, format, currency }: OverTimeProps) {
  const { view } = usePage();
  const open = useOpen();
  const axis = useCallback((value: number) => shortMoney(value, currency), [currency]);
  const series = useMemo<TimeSeries[]>(() => {
    const figures = rows.map((row) => ({
      name: row.x,
      start: bucketInstant(row.t, view.zone),
      value: row.y,
    }));
    return [
      ...folded(figures, starts, MOST).map(({ name, values }) => ({
        name: name ?? t.charts.other,
        kind: "bar" as const,
        stack: "revenue",
        values,
        ...(name === null ? { colour: "grey" as const } : {}),
      })),
      ...(earlier === undefined
        ? []
        : [
            {
              name: t.compared(t.revenue.sum),
              kind: "line" as const,
              values: earlier.sums,
              comparedStarts: earlier.starts,
              colour: "grey" as const,
            },
          ]),
    ];
  }, [rows, starts, earlier, view.zone]);
  const pick = (name: string, start: number) => {
    const cell: CellOf<"revenue"> = { t: new Date(start).toISOString() };
    if (name === t.compared(t.revenue.sum)) return;
    open?.(name === t.charts.other ? cell : { ...cell, x: name });
  };
  return (
    <TimeChart
      label={t.revenue.chart}
      starts={starts}
      unit={unit}
      zone={view.zone}
      now={now}
      series={series}
      format={format}
      axis={axis}
      onPick={pick}
    />
  );
}

const definition: Definition<Asked, "revenue"> = {
  type: "revenue",
  read: (given) => ({ currency: textOf(given, "currency", "").toUpperCase() }),
  send: ({ currency }) => (currency === "" ? {} : { currency }),
  useSettled: useOwnCurrency,
  useExtra: useChartUnit,
  isComplete: ({ currency }) => currency.length === 3,
  askFirst: <PurchaseHint />,
  Builder,
  isInstant: true,
  tell: (cell, _, zone) => tellRevenue(cell, zone),
  View,
};

export default function RevenueReport() {
  return <ReportPage definition={definition} />;
}
