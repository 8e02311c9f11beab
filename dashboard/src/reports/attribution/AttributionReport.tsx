import { Group, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";

import type { Credits, FieldName } from "~/api/types";
import { money, number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Figures } from "~/frame/Figures";
import { RankPanel } from "~/frame/RankPanel";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps, choiceOf, textOf } from "../definition";
import { CurrencyInput } from "../CurrencyInput";
import { ReportPage } from "../ReportPage";
import { StepInput } from "../StepInput";

interface Attribution {
  model: "first-click" | "last-click";
  type: "path" | "event";
  step: string;
  currency: string;
}

const LISTS = [
  "referrer",
  "paidAds",
  "utm_source",
  "utm_medium",
  "utm_campaign",
  "utm_content",
  "utm_term",
] as const;
type List = (typeof LISTS)[number];

const FIELD: Partial<Record<List, FieldName>> = {
  referrer: "referrer",
  utm_source: "utmSource",
  utm_medium: "utmMedium",
  utm_campaign: "utmCampaign",
  utm_content: "utmContent",
  utm_term: "utmTerm",
};

function titleOf(list: List): string {
  const field = FIELD[list];
  if (list === "referrer") return t.attribution.referrer;
  return field === undefined ? t.attribution.paidAds : t.fields[field];
}

function Builder({ value, onChange }: BuilderProps<Attribution>) {
  return (
    <Stack gap="sm">
      <StepInput
        label={t.attribution.kind}
        value={{ type: value.type, value: value.step }}
        onChange={(step) => onChange({ ...value, type: step.type, step: step.value })}
      />
      <Group gap="md" align="flex-end">
        <div>
          <Text size="sm" fw={500} mb={4} id="attribution-model">
            {t.attribution.model}
          </Text>
          <SegmentedControl
            aria-labelledby="attribution-model"
            data={[
              { value: "first-click", label: t.attribution.firstClick },
              { value: "last-click", label: t.attribution.lastClick },
            ]}
            value={value.model}
            onChange={(model) => onChange({ ...value, model: model })}
          />
        </div>
        <div>
          <Text size="sm" fw={500} mb={4} id="attribution-weight">
            {t.attribution.weigh}
          </Text>
          <SegmentedControl
            aria-labelledby="attribution-weight"
            data={[
              { value: "visitors", label: t.attribution.byVisitors },
              { value: "revenue", label: t.attribution.byRevenue },
            ]}
            value={value.currency === "" ? "visitors" : "revenue"}
            onChange={(weight) => onChange({ ...value, currency: weight === "visitors" ? "" : "USD" })}
          />
        </div>
        {value.currency !== "" && (
          <CurrencyInput value={value.currency} onChange={(currency) => onChange({ ...value, currency })} />
        )}
      </Group>
    </Stack>
  );
}

function View({ parameters: { currency }, answer, ask }: ViewProps<Attribution, Credits>) {
  const isMoney = currency !== "";
  const format = (value: number): string => (isMoney ? money(value, currency) : number(value));
  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={110}>
        {({ total }) => (
          <Figures
            figures={[
              {
                label: t.attribution.conversions,
                value: number(total.pageviews),
                how: t.attribution.conversionsHow,
              },
              { label: t.figures.visitors, value: number(total.visitors), how: t.attribution.visitorsHow },
              { label: t.figures.visits, value: number(total.visits), how: t.attribution.visitsHow },
            ]}
          />
        )}
      </Answered>
      <Text size="sm" c="dimmed">
        {t.attribution.how}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {LISTS.map((list) => (
          <RankPanel
            key={list}
            panel={list}
            title={titleOf(list)}
            answer={answer}
            ask={ask}
            rows={(credits) => credits[list]}
            {...(FIELD[list] === undefined ? {} : { field: FIELD[list] })}
            valueLabel={isMoney ? t.revenue.sum : t.figures.visitors}
            format={format}
            emptyText={answer.data?.total.visitors === 0 ? t.attribution.empty : t.attribution.nothing}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const definition: Definition<Attribution, "attribution"> = {
  type: "attribution",
  read: (given) => ({
    model: choiceOf(given, "model", ["first-click", "last-click"]),
    type: choiceOf(given, "type", ["path", "event"]),
    step: textOf(given, "step", ""),
    currency: textOf(given, "currency", ""),
  }),
  send: ({ model, type, step, currency }) => ({
    model,
    type,
    step,
    ...(currency === "" ? {} : { currency }),
  }),
  isComplete: ({ step, currency }) => step !== "" && (currency === "" || currency.length === 3),
  askFirst: t.attribution.askFirst,
  Builder,
  View,
};

export default function AttributionReport() {
  return <ReportPage definition={definition} />;
}
