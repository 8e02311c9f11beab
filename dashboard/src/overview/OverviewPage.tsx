import { SimpleGrid, Skeleton, Stack } from "@mantine/core";

import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";

import { FirstSteps, useIsNew } from "./FirstSteps";
import { MetricPanel } from "./MetricPanel";
import { Online } from "./Online";
import { StatFigures, useStats } from "./StatFigures";
import { TrafficPanel } from "./TrafficPanel";
import { WorldPanel } from "./WorldPanel";

export function OverviewPage() {
  const { isLoading, data } = useStats();
  const isNew = useIsNew(data !== undefined && data.pageviews === 0);
  return (
    <Stack gap="md">
      <Toolbar title={t.overview.title} extra={<Online />} />
      {isNew ? (
        <FirstSteps />
      ) : (
        <>
          <StatFigures />
          {/* The figures come first: until they are there, nothing else asks the server for its time. */}
          {isLoading ? <Waiting /> : <Panels />}
        </>
      )}
    </Stack>
  );
}

function Panels() {
  return (
    <>
      <TrafficPanel />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <MetricPanel title={t.overview.pages} types={["path", "entry", "exit", "title"]} />
        <MetricPanel title={t.overview.sources} types={["referrer", "channel", "utmSource", "utmCampaign"]} />
      </SimpleGrid>
      <WorldPanel />
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
        <MetricPanel title={t.overview.places} types={["country", "region", "city", "language"]} />
        <MetricPanel title={t.overview.technology} types={["browser", "os", "device", "screen"]} />
        <MetricPanel title={t.overview.eventsPanel} types={["event", "tag", "hostname"]} />
      </SimpleGrid>
    </>
  );
}

/** Takes the room of the first panels. */
function Waiting() {
  return (
    <>
      <Skeleton h={380} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" aria-hidden>
        <Skeleton h={500} />
        <Skeleton h={500} />
      </SimpleGrid>
    </>
  );
}
