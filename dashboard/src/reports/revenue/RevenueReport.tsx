import { Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useMemo } from "react";

import type { Parameters, Revenue } from "~/api/types";
import { type TimeSeries, TimeChart } from "~/charts/TimeChart";
import { moment } from "~/formats/dates";
import { money, number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Figures } from "~/frame/Figures";
import { RankPanel } from "~/frame/RankPanel";
import { Panel } from "~/frame/Panel";
import { usePage } from "~/page/page";
import { useAddress, withParameter } from "~/page/useAddress";
import { useUnit } from "~/page/useUnit";
import { type Unit, bucketInstant, buckets } from "~/range/zones";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps, textOf } from "../definition";
import { CurrencyInput } from "../CurrencyInput";
import { PurchaseHint } from "../PurchaseHint";
import { ReportPage } from "../ReportPage";
import { useCurrencies } from "../useCurrencies";

const MOST_OFFERED = 5;

interface Asked {
  currency: string;
}

function Builder({ value, onChange }: BuilderProps<Asked>) {
  return <CurrencyInput value={value.currency} onChange={(currency) => onChange({ currency })} />;
}

/** Asks for what the page says beside the report's own parameters. */
function useCompared(): Parameters {
  const { view } = usePage();
  const [unit] = useUnit();
  return { unit, compare: view.compare === "yoy" ? "yoy" : "prev" };
}

/** Picks the website's own currency where none was asked for. */
function useOwnCurrency(asked: Asked): Asked | undefined {
  const { currencies, isPending } = useCurrencies(asked.currency === "");
  if (asked.currency !== "") return asked;
  return isPending ? undefined : { currency: currencies[0] ?? "" };
}

function View({ parameters: { currency }, answer, ask }: ViewProps<Asked, Revenue>) {
  const { view } = usePage();
  const [unit] = useUnit();
  const format = (value: number): string => money(value, currency);
  const before = answer.data?.total.comparison;
  const list = { answer, ask, valueLabel: t.revenue.sum, format, emptyText: t.states.emptyRange };
  const isEmpty = answer.data?.total.count === 0;

  return (
    <Stack gap="md">
      {/* Without purchases, sums of nothing would say less than the reason below. */}
      {!isEmpty && (
        <Answered answer={answer} ask={ask} height={110}>
          {({ total }) => (
            <Figures
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
        table={({ chart }) => ({
          columns: [
            {
              label: t.revenue.when,
              read: (cell) =>
                moment(bucketInstant(String(cell), view.zone), unit === "hour" ? "full" : "date", view.zone),
            },
            { label: t.revenue.event },
            { label: t.revenue.sum, isNumber: true, read: (cell) => format(Number(cell)) },
            { label: t.revenue.count, isNumber: true, read: (cell) => number(Number(cell)) },
          ],
          rows: chart.map((row) => [row.t, row.x, row.y, row.count]),
        })}
      >
        {({ chart }) => <OverTime rows={chart} unit={unit} format={format} />}
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
              field="country"
            />
            <RankPanel
              {...list}
              panel="regions"
              title={t.revenue.regions}
              rows={({ region }) => region}
              field="region"
            />
            <RankPanel
              {...list}
              panel="referrers"
              title={t.revenue.referrers}
              rows={({ referrer }) => referrer}
              field="referrer"
            />
            <RankPanel
              {...list}
              panel="channels"
              title={t.revenue.channels}
              rows={({ channel }) => channel}
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

function OverTime(props: { rows: Revenue["chart"]; unit: Unit; format: (value: number) => string }) {
  const { rows, unit, format } = props;
  const { span, view } = usePage();
  const [starts, series] = useMemo<[number[], TimeSeries[]]>(() => {
    const found = buckets(span.startAt, span.endAt, unit, view.zone);
    const names = [...new Set(rows.map(({ x }) => x))];
    const sums = new Map(rows.map(({ x, t: start, y }) => [`${bucketInstant(start, view.zone)} ${x}`, y]));
    return [
      found,
      names.map((name) => ({
        name,
        kind: "bar" as const,
        stack: "revenue",
        values: found.map((start) => sums.get(`${start} ${name}`) ?? 0),
      })),
    ];
  }, [rows, span, unit, view.zone]);
  return (
    <TimeChart
      label={t.revenue.chart}
      starts={starts}
      unit={unit}
      zone={view.zone}
      series={series}
      format={format}
    />
  );
}

const definition: Definition<Asked, "revenue"> = {
  type: "revenue",
  read: (given) => ({ currency: textOf(given, "currency", "").toUpperCase() }),
  send: ({ currency }) => (currency === "" ? {} : { currency }),
  useSettled: useOwnCurrency,
  useExtra: useCompared,
  isComplete: ({ currency }) => currency.length === 3,
  askFirst: <PurchaseHint />,
  Builder,
  isInstant: true,
  View,
};

export default function RevenueReport() {
  return <ReportPage definition={definition} />;
}
