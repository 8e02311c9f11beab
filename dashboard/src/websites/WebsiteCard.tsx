import { Group, Paper, Skeleton, Text } from "@mantine/core";
import { Link } from "react-router";

import { getting } from "~/api/ask";
import type { Website } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { number } from "~/formats/numbers";
import { homeZone } from "~/page/home";
import { useHour } from "~/page/page";
import { bucketInstant, buckets, moved, shift } from "~/range/zones";
import { t } from "~/texts";

import { Sparkline } from "./Sparkline";

const DAYS = 14;
const MINUTE = 60_000;

/** A website in the list: its visitors today, and the fortnight behind. */
export function WebsiteCard({ website }: { website: Website }) {
  const zone = homeZone();
  const now = useHour();
  const endAt = shift(now, "day", 1, zone) - 1;
  const startAt = shift(now, "day", 1 - DAYS, zone);
  const path = { website_id: website.id };
  const today = useAnswer(
    getting("/api/websites/{website_id}/stats", {
      path,
      query: { startAt: shift(now, "day", 0, zone), endAt, timezone: zone },
    }),
  );
  const isSettled = today.dataUpdatedAt > 0;
  const yesterday = useAnswer(
    isSettled
      ? getting("/api/websites/{website_id}/stats", {
          path,
          query: {
            startAt: shift(now, "day", -1, zone),
            endAt: moved(Math.floor(today.dataUpdatedAt / MINUTE) * MINUTE, "day", -1, zone),
            timezone: zone,
          },
        })
      : null,
  );
  const days = useAnswer(
    getting("/api/websites/{website_id}/pageviews", {
      path,
      query: { startAt, endAt, timezone: zone, unit: "day" },
    }),
  );
  const found = new Map(days.data?.sessions.map(({ x, y }) => [bucketInstant(x, zone), y]));
  const values = buckets(startAt, endAt, "day", zone).map((start) => found.get(start) ?? 0);

  return (
    <Paper component={Link} to={`/websites/${website.id}`} withBorder p="md" className="website-card">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className="truncated">
          <Text fw={600} truncate>
            {website.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {website.domain === "" ? t.none : website.domain}
          </Text>
        </div>
        <div className="website-today">
          {today.isPending ? (
            <Skeleton h={24} w={56} ml="auto" />
          ) : (
            <Text size="xl" fw={650} lh={1.1}>
              {today.data === undefined ? t.none : number(today.data.visitors)}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {t.websites.visitorsToday}
          </Text>
          <Text size="xs" c="dimmed">
            {yesterday.data === undefined ? "\u00a0" : t.websites.sameTime(number(yesterday.data.visitors))}
          </Text>
        </div>
      </Group>
      <Sparkline values={values} label={t.websites.lastDays} isLoading={days.isPending} />
    </Paper>
  );
}
