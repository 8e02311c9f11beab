/** The frame of every report: builder, saved reports, share link, and the view of its answer. */

import { Alert, Button, Group, Paper, Skeleton, Stack } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { type SubmitEvent, useMemo, useState } from "react";
import { useSearchParams } from "react-router";

import { type Ask, getting } from "~/api/ask";
import type { Parameters, ReportAnswer, ReportType, SavedReport } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { Empty } from "~/frame/Empty";
import { usePage } from "~/page/page";
import { useAddress, withParameter } from "~/page/useAddress";
import type { Span } from "~/range/range";
import { useOnlyReport } from "~/session/shows";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";
import { PageSkeleton } from "~/ui/PageSkeleton";

import { Behind, withCell } from "./Behind";
import { type Definition, parametersOf } from "./definition";
import { SavedControls } from "./SavedControls";

export function ReportPage<P extends object, Type extends ReportType>({
  definition,
}: {
  definition: Definition<P, Type>;
}) {
  const [search] = useSearchParams();
  const { website } = usePage();
  const only = useOnlyReport();
  const savedId = only ?? search.get("saved");
  const text = only === null ? search.get("params") : null;
  const saved = useAnswer(
    savedId === null ? null : getting("/api/reports/{report_id}", { path: { report_id: savedId } }),
    { keep: false },
  );
  const isOfHere = saved.data?.websiteId === website.id && saved.data.type === definition.type;
  const report = isOfHere ? saved.data : undefined;

  const given = useMemo(() => parametersOf(text) ?? report?.parameters ?? {}, [text, report]);
  const isWaiting = savedId !== null && saved.isPending && text === null;
  const isMissing = savedId !== null && (saved.isError || (saved.data !== undefined && !isOfHere));
  if (isWaiting) return <PageSkeleton />;
  return <Loaded definition={definition} given={given} report={report} isMissing={isMissing} />;
}

interface LoadedProps<P extends object, Type extends ReportType> {
  definition: Definition<P, Type>;
  given: Parameters;
  report: SavedReport | undefined;
  isMissing: boolean;
}

const NOTHING = {};
function nothing(): object {
  return NOTHING;
}

function asTheyAre<P>(parameters: P): P {
  return parameters;
}

function Loaded<P extends object, Type extends ReportType>({
  definition,
  given,
  report,
  isMissing,
}: LoadedProps<P, Type>) {
  const { type, send, isComplete, useSettled = asTheyAre } = definition;
  const read = useMemo(() => definition.read(given), [definition, given]);
  const parameters = useSettled(read);
  const about = report?.description ?? "";
  const isFixed = useOnlyReport() !== null;

  return (
    <Stack gap="md">
      <Toolbar
        title={report?.name ?? t.reports.names[type]}
        how={about === "" ? t.reports.about[type] : about}
        isBare={isFixed && "startDate" in given}
        extra={
          isFixed ? undefined : (
            <SavedControls
              type={type}
              report={report}
              parameters={send(parameters ?? read)}
              isComplete={parameters !== undefined && isComplete(parameters)}
            />
          )
        }
      />
      {isMissing && <Alert color="yellow">{t.reports.missing}</Alert>}
      {parameters === undefined ? (
        <Skeleton h={320} />
      ) : (
        <Body definition={definition} parameters={parameters} fixed={isFixed ? report : undefined} />
      )}
    </Stack>
  );
}

interface BodyProps<P extends object, Type extends ReportType> {
  definition: Definition<P, Type>;
  parameters: P;
  /** The saved report to run as it is, for who may see nothing else. */
  fixed: SavedReport | undefined;
}

function Body<P extends object, Type extends ReportType>({
  definition,
  parameters,
  fixed,
}: BodyProps<P, Type>) {
  const [, changeAddress] = useAddress();
  const key = JSON.stringify(parameters);
  // What is being set up belongs to what the page shows. The form stays when that changes, and keeps the focus.
  const [edited, setEdited] = useState({ key, draft: parameters });
  const draft = edited.key === key ? edited.draft : parameters;
  const { Builder } = definition;

  const apply = (next: P) => {
    const sent = JSON.stringify(definition.send(next));
    changeAddress((before) => withCell(withParameter(before, "params", sent), ""));
  };
  const change = (next: P) => {
    setEdited({ key, draft: next });
    if (definition.isInstant === true) apply(next);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    apply(draft);
  };

  return (
    <>
      {Builder !== undefined && fixed === undefined && (
        <Paper withBorder className="builder" component="form" onSubmit={submit} aria-label={t.reports.setUp}>
          <Builder value={draft} onChange={change} />
          {definition.isInstant !== true && (
            <Group justify="flex-end" mt="sm">
              <Button
                type="submit"
                leftSection={<IconPlayerPlay size={16} />}
                disabled={!definition.isComplete(draft)}
              >
                {t.run}
              </Button>
            </Group>
          )}
        </Paper>
      )}
      {definition.isComplete(parameters) ? (
        <Result key={key} definition={definition} parameters={parameters} fixed={fixed} />
      ) : (
        <Paper withBorder>
          {typeof definition.askFirst === "string" ? (
            <Empty text={definition.askFirst} height={220} />
          ) : (
            definition.askFirst
          )}
        </Paper>
      )}
    </>
  );
}

/** Return what a link to one report alone may still ask for: the server runs the rest as it is saved. */
function leftOpen(extra: object): object {
  return Object.fromEntries(Object.entries(extra).filter(([name]) => LEFT_OPEN.has(name)));
}

const LEFT_OPEN: ReadonlySet<string> = new Set(["unit", "flow"]);

/** Asks for the report and shows the answer. */
function Result<P extends object, Type extends ReportType>({
  definition,
  parameters,
  fixed,
}: BodyProps<P, Type>) {
  const { askReport, askSaved, view } = usePage();
  const { useExtra = nothing, tell, View } = definition;
  const wanted = useExtra(parameters);
  const extra: object = fixed === undefined ? wanted : leftOpen(wanted);
  const askWithin = (within?: Span): Ask<ReportAnswer<Type>> =>
    fixed === undefined
      ? askReport(definition.type, { ...extra, ...definition.send(parameters) }, within)
      : askSaved<Type>(fixed, extra, within);
  const ask = askWithin();
  const hasOwnDates = fixed !== undefined && "startDate" in fixed.parameters;
  const answer = useAnswer(ask);
  return (
    <Behind
      type={definition.type}
      parameters={{ ...definition.send(parameters), ...extra }}
      tell={(cell) => tell?.(cell, parameters, view.zone)}
    >
      <span role="status" className="visually-hidden">
        {answer.isSuccess && !answer.isPlaceholderData ? t.reports.ready : t.loading}
      </span>
      <View parameters={parameters} answer={answer} ask={ask} askWithin={hasOwnDates ? null : askWithin} />
    </Behind>
  );
}
