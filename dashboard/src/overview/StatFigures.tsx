import type { Ask } from "~/api/ask";
import type { Figures as Counted, Stats } from "~/api/types";
import { type Answer, useAnswer } from "~/api/useAnswer";
import { duration, number, percent, ratio } from "~/formats/numbers";
import { Answered } from "~/frame/Answered";
import { type Figure, Figures } from "~/frame/Figures";
import { usePage } from "~/page/page";
import { useCompared } from "~/page/useCompared";
import { t } from "~/texts";

interface Kind {
  key: keyof typeof t.figures;
  of: (counted: Counted) => number;
  read: (value: number) => string;
  isBadToGrow?: boolean;
}

const KINDS: Kind[] = [
  { key: "visitors", of: ({ visitors }) => visitors, read: number },
  { key: "visits", of: ({ visits }) => visits, read: number },
  { key: "views", of: ({ pageviews }) => pageviews, read: number },
  {
    key: "bounceRate",
    of: ({ bounces, visits }) => ratio(bounces, visits),
    read: percent,
    isBadToGrow: true,
  },
  { key: "duration", of: ({ totaltime, visits }) => ratio(totaltime, visits), read: duration },
];

function figuresOf(stats: Counted, before: Counted | undefined): Figure[] {
  return KINDS.map(({ key, of, read, isBadToGrow }) => ({
    label: t.figures[key],
    value: read(of(stats)),
    how: t.overview.how[key],
    now: of(stats),
    before: before === undefined ? undefined : of(before),
    read,
    isBadToGrow: isBadToGrow ?? false,
  }));
}

function useQuestion(): Ask<Stats> {
  const { ask } = usePage();
  return ask("stats");
}

/** Return the figures of the page's range. */
export function useStats(): Answer<Stats> {
  return useAnswer(useQuestion());
}

/** The five figures of the overview, each with its change. */
export function StatFigures() {
  const { ask } = usePage();
  const question = useQuestion();
  const answer = useStats();
  const { data: before, against } = useCompared(answer, (within) => ask("stats", {}, within));
  return (
    <Answered answer={answer} ask={question} height={118}>
      {(stats) => <Figures figures={figuresOf(stats, before)} against={against} />}
    </Answered>
  );
}
