import { Alert, Group, List, Stack, Text } from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";

import type { CellOf, VariantRow } from "~/api/types";
import { Intervals } from "~/charts/Intervals";
import { number, percent, sharpPercent } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { Opens } from "~/frame/Opens";
import { Panel } from "~/frame/Panel";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

import type { Definition, ViewProps } from "../definition";
import { ReportPage } from "../ReportPage";
import { ExperimentBuilder } from "./ExperimentBuilder";
import { type Experiment, isCompleteExperiment, readExperiment, sendExperiment } from "./parameters";
import { chance, controlOf, lift, nameOf, sentenceOf, verdictOf } from "./verdict";

function View({ parameters, answer, ask }: ViewProps<Experiment, VariantRow[]>) {
  const read = (format: (value: number) => string) => (cell: string | number | null) =>
    cell === null ? t.none : format(Number(cell));
  return (
    <Stack gap="md">
      <Answered answer={answer} ask={ask} height={90}>
        {(rows) => (rows.length < 2 ? null : <Verdicts rows={rows} asked={parameters.control} />)}
      </Answered>
      <Panel
        name="experiment"
        title={t.experiment.chart}
        how={t.experiment.how}
        answer={answer}
        ask={ask}
        height={240}
        empty={(rows) =>
          rows.length === 0 ? <ExposureHint text={t.experiment.empty(parameters.property)} /> : null
        }
        table={(rows) => ({
          columns: [
            { label: t.experiment.variant, read: (cell) => nameOf(String(cell)) },
            {
              label: t.reports.visitors,
              isNumber: true,
              read: read(number),
              opens: ([variant]) => cellOf(String(variant), "visitors"),
            },
            {
              label: t.experiment.conversions,
              isNumber: true,
              read: read(number),
              opens: ([variant]) => cellOf(String(variant), "conversions"),
            },
            { label: t.experiment.rate, isNumber: true, read: read(percent) },
            { label: t.experiment.low, isNumber: true, read: read(percent) },
            { label: t.experiment.high, isNumber: true, read: read(percent) },
            { label: t.experiment.lift, isNumber: true, read: read(lift) },
            { label: t.experiment.chance, isNumber: true, read: read(chance) },
          ],
          rows: rows.map((row) => [
            row.variant,
            row.visitors,
            row.conversions,
            row.rate,
            row.low,
            row.high,
            row.lift,
            row.pValue,
          ]),
        })}
      >
        {(rows) => <Rates rows={rows} asked={parameters.control} />}
      </Panel>
    </Stack>
  );
}

/** What the experiment says, a sentence for each variant. */
function Verdicts({ rows, asked }: { rows: VariantRow[]; asked: string }) {
  const control = controlOf(rows, asked);
  if (control === undefined) return <Alert color="yellow">{t.experiment.noControl(asked)}</Alert>;
  const others = rows.filter((row) => row !== control);
  const verdicts = others.map((row) => verdictOf(row, control, others.length));
  const isSure = verdicts.some((verdict) => verdict === "better" || verdict === "worse");
  const isEarly = verdicts.every((verdict) => verdict === "early");
  return (
    <Alert
      color={isSure ? "teal" : "gray"}
      variant="light"
      icon={<IconFlask size={20} aria-hidden />}
      title={isSure ? t.experiment.sure : t.experiment.unsure}
      role="note"
    >
      {isEarly ? (
        <Text size="sm">{t.experiment.early}</Text>
      ) : (
        <List size="sm" spacing={4} listStyleType="none">
          {others.map((row) => (
            <List.Item key={row.variant}>{sentenceOf(row, control, others.length)}</List.Item>
          ))}
        </List>
      )}
      {others.length > 1 && !isEarly && (
        <Text size="xs" c="dimmed" mt={6}>
          {t.experiment.several(number(others.length))}
        </Text>
      )}
    </Alert>
  );
}

function Rates({ rows, asked }: { rows: VariantRow[]; asked: string }) {
  const control = controlOf(rows, asked);
  return (
    <>
      {rows.length === 1 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t.experiment.onlyOne}
        </Text>
      )}
      <Intervals
        format={sharpPercent}
        intervals={rows.map((row) => ({
          name: row === control ? t.experiment.controlName(nameOf(row.variant)) : nameOf(row.variant),
          value: row.rate,
          low: row.low,
          high: row.high,
          isControl: row === control,
          text: (
            <Group gap={8} wrap="nowrap">
              <strong>{percent(row.rate)}</strong>
              <Text component="span" size="xs" c="dimmed">
                <Opens cell={cellOf(row.variant, "conversions")}>{number(row.conversions)}</Opens>
                {t.experiment.of}
                <Opens cell={cellOf(row.variant, "visitors")}>{number(row.visitors)}</Opens>
                {row.lift !== null && ` · ${lift(row.lift)}`}
              </Text>
            </Group>
          ),
        }))}
      />
    </>
  );
}

/** Return the cell of a variant's visitors, or of those who reached the goal. */
function cellOf(variant: string, of: "visitors" | "conversions"): CellOf<"experiment"> {
  return { variant, of };
}

/** Says what an experiment needs, and how it is sent. */
function ExposureHint({ text }: { text: string }) {
  const code = 'umami.track("exposure", { experiment: "headline", variant: "B" })';
  return (
    <Empty text={text} height={260}>
      <Snippet code={code} label={t.experiment.snippet} />
      <Text size="xs" c="dimmed" ta="center" maw={520}>
        {t.experiment.snippetHint}
      </Text>
    </Empty>
  );
}

const definition: Definition<Experiment, "experiment"> = {
  type: "experiment",
  read: readExperiment,
  send: sendExperiment,
  isComplete: isCompleteExperiment,
  askFirst: <ExposureHint text={t.experiment.askFirst} />,
  Builder: ExperimentBuilder,
  tell: ({ variant, of }) =>
    typeof variant === "string" && (of === "visitors" || of === "conversions")
      ? { title: t.experiment.behind[of](nameOf(variant)) }
      : undefined,
  View,
};

export default function ExperimentReport() {
  return <ReportPage definition={definition} />;
}
