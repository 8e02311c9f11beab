import { useMemo } from "react";

import type { Ask } from "~/api/ask";
import { type Answer, useAnswer } from "~/api/useAnswer";
import { span as spanText, until as untilText } from "~/formats/dates";
import { type Compared, comparedWith } from "~/range/comparison";
import type { Span } from "~/range/range";
import { t } from "~/texts";

import { usePage } from "./page";

const MINUTE = 60_000;

interface Before<Data> {
  /** The figures compared with, once they are those of the answer. */
  data: Data | undefined;
  /** What the answer is compared with, in words. */
  against: string;
}

/**
 * Ask the same of the range compared with; the period before, unless the page says the year before.
 *
 * A range that is under way is compared with as much of the other as had passed when its answer came.
 */
export function useCompared<Data>(
  answer: Answer<unknown>,
  askOf: ((span: Span) => Ask<Data>) | null,
): Before<Data> {
  const { view, span, now } = usePage();
  const isRunning = span.endAt >= now;
  const at = isRunning ? Math.floor(answer.dataUpdatedAt / MINUTE) * MINUTE : now;
  const isKnown = !isRunning || (answer.dataUpdatedAt > 0 && !answer.isPlaceholderData);
  const to = view.compare === "yoy" ? "yoy" : "prev";
  const compared = comparedWith(view.date, span, to, view.zone, at);
  const before = useAnswer(askOf !== null && isKnown ? askOf(compared.soFar) : null);
  return {
    data: isKnown && !before.isPlaceholderData ? before.data : undefined,
    against: againstText(compared, view.zone),
  };
}

/** Ask the same of the whole range compared with, as charts show it; nothing unless the page compares. */
export function useWholeCompared<Data>(
  askOf: ((span: Span) => Ask<Data>) | null,
): { whole: Span; data: Data } | undefined {
  const { view, span, now } = usePage();
  const to = view.compare === "yoy" ? "yoy" : "prev";
  const isAsked = view.compare !== "none" && askOf !== null;
  const whole = useMemo(
    () => comparedWith(view.date, span, to, view.zone, now).whole,
    [view.date, span, to, view.zone, now],
  );
  const { data, isPlaceholderData } = useAnswer(isAsked ? askOf(whole) : null);
  const isThere = isAsked && !isPlaceholderData;
  return useMemo(() => (isThere && data !== undefined ? { whole, data } : undefined), [isThere, data, whole]);
}

function againstText({ whole, soFar }: Compared, zone: string): string {
  if (soFar.endAt === whole.endAt) return t.comparedWith(spanText(whole.startAt, whole.endAt, zone));
  return t.comparedSoFar(untilText(soFar.startAt, soFar.endAt, zone));
}
