import { Group, SegmentedControl, Select, SimpleGrid, Stack, Text } from "@mantine/core";

import type { CellOf, Credits, Parameters } from "~/api/types";
import { credit, money, number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Figures } from "~/frame/Figures";
import { RankPanel } from "~/frame/RankPanel";
import { usePage } from "~/page/page";
import { useOnlyReport } from "~/session/shows";
import { t } from "~/texts";

import { type BuilderProps, type Definition, type ViewProps, choiceOf, textOf } from "../definition";
import { CurrencyInput } from "../CurrencyInput";
import { ReportPage } from "../ReportPage";
import { FIELD, LISTS, MODELS, type Model, nameIn, titleOf } from "./models";
import { ModelsPanel } from "./ModelsPanel";
import { StepInput } from "../StepInput";
import type { Told } from "../told";

interface Attribution {
  model: Model;
  type: "path" | "event";
  step: string;
  currency: string;
}

function Builder({ value, onChange }: BuilderProps<Attribution>) {
  return (
    <Stack gap="sm">
      <StepInput
        label={t.attribution.kind}
        value={{ type: value.type, value: value.step }}
        onChange={(step) => onChange({ ...value, type: step.type, step: step.value })}
      />
      <Group gap="md" align="flex-start">
        <Select
          label={t.attribution.model}
          description={t.attribution.modelsHow[value.model]}
          inputWrapperOrder={["label", "input", "description"]}
          w={{ base: "100%", xs: 380 }}
          allowDeselect={false}
          data={MODELS.map((model) => ({ value: model, label: t.attribution.models[model] }))}
          value={value.model}
          onChange={(model) => onChange({ ...value, model: model ?? value.model })}
        />
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

function View({ parameters, answer, ask }: ViewProps<Attribution, Credits>) {
  const { askReport } = usePage();
  const isFixed = useOnlyReport() !== null;
  const { currency } = parameters;
  // Clicks have the whole credit or none.
  const isWhole = parameters.model === "first-click" || parameters.model === "last-click";
  const isMoney = currency !== "";
  const format = (value: number): string =>
    isMoney ? money(value, currency) : isWhole ? number(value) : credit(value);
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
              {
                label: t.figures.visitors,
                value: number(total.visitors),
                how: t.attribution.visitorsHow,
                opens: {},
              },
              { label: t.figures.visits, value: number(total.visits), how: t.attribution.visitsHow },
            ]}
          />
        )}
      </Answered>
      <Text size="sm" c="dimmed">
        {t.attribution.how}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {LISTS.filter((list) => answer.data === undefined || Array.isArray(answer.data[list])).map((list) => (
          <RankPanel
            key={list}
            panel={list}
            title={titleOf(list)}
            answer={answer}
            ask={ask}
            rows={(credits) => credits[list] ?? []}
            opens={({ name }) => ({ list, name }) satisfies CellOf<"attribution">}
            {...(FIELD[list] === undefined ? {} : { field: FIELD[list] })}
            valueLabel={isMoney ? t.revenue.sum : t.figures.visitors}
            format={format}
            emptyText={answer.data?.total.visitors === 0 ? t.attribution.empty : t.attribution.nothing}
          />
        ))}
      </SimpleGrid>
      {!isFixed && (
        <ModelsPanel
          askOf={(model) => askReport("attribution", definition.send({ ...parameters, model }))}
          format={isMoney ? format : credit}
        />
      )}
    </Stack>
  );
}

function tell(cell: Parameters): Told {
  const list = LISTS.find((each) => each === cell["list"]);
  if (list === undefined) return { title: t.behind.attribution.all };
  return {
    title: t.behind.attribution.from(nameIn(list, textOf(cell, "name", ""))),
    note: t.behind.notes.credit,
  };
}

const definition: Definition<Attribution, "attribution"> = {
  type: "attribution",
  read: (given) => ({
    model: choiceOf(given, "model", MODELS),
    type: choiceOf(given, "type", ["path", "event"]),
    step: textOf(given, "step", ""),
    currency: textOf(given, "currency", ""),
  }),
  send: ({ model, type, step, currency }) => ({
    model,
    type,
    step,
    channel: true,
    ...(currency === "" ? {} : { currency }),
  }),
  isComplete: ({ step, currency }) => step !== "" && (currency === "" || currency.length === 3),
  askFirst: t.attribution.askFirst,
  Builder,
  tell,
  View,
};

export default function AttributionReport() {
  return <ReportPage definition={definition} />;
}
