import { SimpleGrid, Stack } from "@mantine/core";

import { Toolbar } from "~/page/Toolbar";
import { t } from "~/texts";

import { Online } from "./Online";
import { MetricPanel } from "./MetricPanel";
import { StatFigures } from "./StatFigures";
import { TrafficPanel } from "./TrafficPanel";
import { WorldPanel } from "./WorldPanel";

export function OverviewPage() {
  return (
    <Stack gap="md">
      <Toolbar title={t.overview.title} extra={<Online />} />
      <StatFigures />
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
    </Stack>
  );
}
