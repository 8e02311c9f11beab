/** Names with figures, the largest first, each as long a bar as it is large. */

import { Button, Group, Text, UnstyledButton } from "@mantine/core";
import { type ReactNode, use, useEffect, useRef, useState } from "react";

import { PictureContext } from "~/charts/picture";
import { ranksPicture } from "~/charts/ranksPicture";
import type { Condition } from "~/filters/conditions";
import { number } from "~/formats/numbers";
import { usePage } from "~/page/page";
import { t } from "~/texts";

import { type Cell, useOpen } from "./opening";
import { Opens } from "./Opens";

const FIRST = 10;

export interface Rank {
  name: string;
  value: number;
  icon?: ReactNode;
  condition?: Condition | undefined;
  /** The number that its figure opens, if it does. */
  opens?: Cell | undefined;
}

interface Props {
  ranks: Rank[];
  format?: (value: number) => string;
  first?: number;
}

export function Ranks({ ranks, format = number, first = FIRST }: Props) {
  const [isWhole, setWhole] = useState(false);
  const giveAway = use(PictureContext);
  const shown = isWhole ? ranks : ranks.slice(0, first);
  const most = Math.max(...ranks.map(({ value }) => value), 0);

  // Handed over once: a new picture with each drawing would draw the panel anew, and so on for ever.
  const bars = useRef<Parameters<typeof ranksPicture>[0]>([]);
  useEffect(() => {
    bars.current = shown.map(({ name, value }) => ({ name, value, text: format(value) }));
  });
  useEffect(() => {
    giveAway(() => ranksPicture(bars.current));
    return () => giveAway(undefined);
  }, [giveAway]);

  return (
    <>
      <ol className="ranks">
        {shown.map((rank, at) => (
          <li key={at}>
            <Row rank={rank} most={most} format={format} />
          </li>
        ))}
      </ol>
      {ranks.length > shown.length && (
        <Group justify="center" mt="xs">
          <Button size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            {t.more} ({number(ranks.length)})
          </Button>
        </Group>
      )}
    </>
  );
}

function Row({ rank, most, format }: { rank: Rank; most: number; format: (value: number) => string }) {
  const { toggle, mayFilter } = usePage();
  const opens = useOpen() === undefined ? undefined : rank.opens;
  const condition = mayFilter ? rank.condition : undefined;
  const bar = (
    <span className="rank-bar" style={{ width: `${most === 0 ? 0 : (100 * rank.value) / most}%` }} />
  );
  const name = (
    <Text component="span" size="sm" truncate className="rank-name" title={rank.name}>
      {rank.name}
    </Text>
  );
  const value = (
    <span className="rank-value">
      <Opens cell={opens}>{format(rank.value)}</Opens>
    </span>
  );
  if (condition === undefined) {
    return (
      <div className="rank">
        {bar}
        {name}
        {value}
      </div>
    );
  }
  const filter = { onClick: () => toggle(condition), title: t.filters.by(rank.name) };
  if (opens === undefined) {
    return (
      <UnstyledButton className="rank clickable" {...filter}>
        {bar}
        {name}
        {value}
      </UnstyledButton>
    );
  }
  return (
    <div className="rank clickable">
      {bar}
      <UnstyledButton className="rank-filter" {...filter}>
        {name}
      </UnstyledButton>
      {value}
    </div>
  );
}
