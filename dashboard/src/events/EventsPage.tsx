import { Paper, Stack } from "@mantine/core";

import { useAnswer } from "~/api/useAnswer";
import { number } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { Figures } from "~/frame/Figures";
import { usePage } from "~/page/page";
import { useCompared } from "~/page/useCompared";
import { useShows } from "~/session/shows";
import { NotShown } from "~/share/NotShown";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";

import { LogPanel } from "./LogPanel";
import { PropertiesPanel } from "./PropertiesPanel";
import { SeriesPanel } from "./SeriesPanel";

export function EventsPage() {
  const { ask } = usePage();
  const shows = useShows();
  const question = ask("events/stats");
  const answer = useAnswer(question);
  const { data: before, against } = useCompared(answer, (within) => ask("events/stats", {}, within));
  return (
    <Stack gap="md">
      <Toolbar title={t.events.title} how={t.events.how} />
      <Answered answer={answer} ask={question} height={110}>
        {({ data: now }) => (
          <Figures
            against={against}
            figures={(
              [
                ["events", t.events.events, t.events.eventsHow],
                ["uniqueEvents", t.events.unique, t.events.uniqueHow],
                ["visitors", t.figures.visitors, t.events.visitorsHow],
                ["visits", t.figures.visits, t.events.visitsHow],
              ] as const
            ).map(([key, label, how]) => ({
              label,
              how,
              value: number(now[key]),
              now: now[key],
              before: before?.data[key],
              read: number,
            }))}
          />
        )}
      </Answered>
      <SeriesPanel />
      <PropertiesPanel />
      {shows("visitors") ? (
        <LogPanel />
      ) : (
        <Paper withBorder className="panel">
          <NotShown part="visitors" height={160} />
        </Paper>
      )}
    </Stack>
  );
}
