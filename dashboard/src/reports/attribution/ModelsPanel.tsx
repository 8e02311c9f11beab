import { Group, Paper, Select, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

import { type Ask, together } from "~/api/ask";
import type { Credits } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { Empty } from "~/frame/Empty";
import { Panel } from "~/frame/Panel";
import { useParameter } from "~/page/useParameter";
import { t } from "~/texts";

import { LISTS, type List, MODELS, type Model, nameIn, sideBySide, titleOf } from "./models";

interface Props {
  askOf: (model: Model) => Ask<Credits>;
  format: (value: number) => string;
}

/** The credits of all models in one table; the server is asked for them when a list is chosen. */
export function ModelsPanel({ askOf, format }: Props) {
  const [chosen, choose] = useParameter("models");
  const list = LISTS.find((each) => each === chosen);
  const picker = (
    <Select
      size="xs"
      w={170}
      aria-label={t.attribution.compareBy}
      placeholder={t.attribution.compareBy}
      clearable
      data={LISTS.map((each) => ({ value: each, label: titleOf(each) }))}
      value={list ?? null}
      onChange={(next) => choose(next ?? "")}
    />
  );
  if (list !== undefined) return <SideBySide list={list} askOf={askOf} format={format} picker={picker} />;
  return (
    <Paper withBorder className="panel" component="section">
      <Group justify="space-between" align="flex-start" gap="xs">
        <div className="panel-title">
          <Title order={2} size="h5">
            {t.attribution.sideBySide}
          </Title>
          <Text size="xs" c="dimmed">
            {t.attribution.sideBySideHow}
          </Text>
        </div>
        {picker}
      </Group>
    </Paper>
  );
}

function SideBySide({ list, askOf, format, picker }: Props & { list: List; picker: ReactNode }) {
  const ask = together(MODELS.map(askOf));
  const answer = useAnswer(ask);
  return (
    <Panel
      name="models"
      title={t.attribution.sideBySide}
      how={t.attribution.sideBySideHow}
      answer={answer}
      ask={null}
      height={200}
      extra={picker}
      empty={(answers) =>
        sideBySide(answers, list).length === 0 ? <Empty text={t.attribution.nothing} height={120} /> : null
      }
      table={(answers) => ({
        columns: [
          { label: titleOf(list), read: (cell) => nameIn(list, String(cell)) },
          ...MODELS.map((model) => ({
            label: t.attribution.models[model],
            isNumber: true,
            read: (cell: string | number | null) => format(Number(cell)),
          })),
        ],
        rows: sideBySide(answers, list),
      })}
    />
  );
}
