/** What stands where an answer will be: a skeleton, a running clock, an error, an honest nothing, the answer. */

import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

import type { Ask } from "~/api/ask";
import { OfflineError } from "~/api/errors";
import { type Answer, askKey } from "~/api/useAnswer";
import { duration } from "~/formats/numbers";
import { t } from "~/texts";

import { Failure } from "./Failure";

const PATIENCE = 2;

interface Props<Data> {
  answer: Answer<Data>;
  ask: Ask | null;
  height?: number;
  /** What to show instead of an answer that has nothing in it. */
  empty?: (data: Data) => ReactNode;
  children: (data: Data) => ReactNode;
}

export function Answered<Data>({ answer, ask, height = 240, empty, children }: Props<Data>) {
  const isWaiting = answer.isFetching && (answer.isPending || answer.isPlaceholderData);
  // What was answered before the server went away is still true; that it is gone is said once for the page.
  if (answer.isError && !(answer.error instanceof OfflineError && answer.data !== undefined)) {
    return (
      <Box height={height}>
        <Failure error={answer.error} retry={() => void answer.refetch()} />
      </Box>
    );
  }
  if (answer.data === undefined) {
    if (!answer.isFetching) return <Cancelled height={height} retry={() => void answer.refetch()} />;
    return (
      <div
        className="waiting"
        role="group"
        style={{ minHeight: height }}
        aria-busy="true"
        aria-label={t.loading}
      >
        <Skeleton h={height} />
        {ask !== null && <Clock key={JSON.stringify(askKey(ask))} ask={ask} />}
      </div>
    );
  }
  const nothing = empty?.(answer.data);
  return (
    <div className="answered" aria-busy={isWaiting} data-stale={isWaiting || undefined}>
      <div className="answered-content">{nothing ?? children(answer.data)}</div>
      {isWaiting && ask !== null && <Clock key={JSON.stringify(askKey(ask))} ask={ask} />}
    </div>
  );
}

function Box({ height, children }: { height: number; children: ReactNode }) {
  return (
    <Stack justify="center" mih={height}>
      {children}
    </Stack>
  );
}

function Cancelled({ height, retry }: { height: number; retry: () => void }) {
  return (
    <Stack justify="center" align="center" mih={height} gap="xs">
      <Text c="dimmed">{t.states.cancelled}</Text>
      <Button variant="default" size="xs" onClick={retry}>
        {t.states.retry}
      </Button>
    </Stack>
  );
}

/** Counts the seconds of a slow question, and lets it be cancelled. */
function Clock({ ask }: { ask: Ask }) {
  const client = useQueryClient();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const started = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - started) / 1000)), 500);
    return () => clearInterval(timer);
  }, []);

  if (seconds < PATIENCE) return null;
  return (
    <Group className="clock" gap="xs" role="status">
      <Text size="sm">{t.states.running(duration(seconds))}</Text>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void client.cancelQueries({ queryKey: askKey(ask) })}
      >
        {t.cancel}
      </Button>
    </Group>
  );
}
