import { Anchor, Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { Link } from "react-router";

import { getting } from "~/api/ask";
import { forget } from "~/api/queryClient";
import { useAnswer } from "~/api/useAnswer";
import { Empty } from "~/frame/Empty";
import { usePage } from "~/page/page";
import { useSession } from "~/session/session";
import { t } from "~/texts";
import { TrackingCode } from "~/tracking/TrackingCode";
import { Snippet } from "~/ui/Copy";

const CHECK_EVERY = 3000;

/** Return whether nothing was ever counted on the website; asked only where a range has nothing. */
export function useIsNew(isNeeded: boolean): boolean {
  const { website } = usePage();
  const bounds = useAnswer(
    isNeeded ? getting("/api/websites/{website_id}/daterange", { path: { website_id: website.id } }) : null,
    { every: CHECK_EVERY, keep: false },
  );
  return isNeeded && bounds.data !== undefined && (bounds.data.endDate ?? null) === null;
}

/** What to do on a website that has no events yet; the figures come by themselves with the first. */
export function FirstSteps() {
  const { website, base } = usePage();
  const { who } = useSession();
  // The one page is drawn in place of the other as soon as something is counted.
  useEffect(
    () => () => {
      void forget(`/api/websites/${website.id}`);
    },
    [website.id],
  );

  if (who.kind !== "user") {
    return (
      <Paper withBorder>
        <Empty text={t.firstSteps.nothing} height={300} />
      </Paper>
    );
  }
  return (
    <Paper withBorder p="lg" component="section" aria-label={t.firstSteps.title} className="first-steps">
      <Stack gap="xs" mb="lg">
        <Title order={2} size="h3">
          {t.firstSteps.title}
        </Title>
        <Text c="dimmed">{t.firstSteps.how}</Text>
      </Stack>
      <ol>
        <Step title={t.firstSteps.code}>
          <TrackingCode />
        </Step>
        <Step title={t.firstSteps.open}>
          <Text size="sm" c="dimmed">
            {t.firstSteps.openHint}
          </Text>
          {website.domain !== "" && (
            <div>
              <Button
                component="a"
                href={`https://${website.domain}/`}
                target="_blank"
                rel="noreferrer"
                variant="default"
                rightSection={<IconExternalLink size={16} />}
              >
                {t.firstSteps.openDomain(website.domain)}
              </Button>
            </div>
          )}
          <Text size="sm" c="dimmed">
            {t.firstSteps.nothingComes}{" "}
            <Anchor component={Link} to={`${base}/settings`} size="sm">
              {t.websites.settings}
            </Anchor>
          </Text>
        </Step>
      </ol>
      <Stack gap="sm" mt="xl" maw={860}>
        <Title order={3} size="h5">
          {t.firstSteps.demo}
        </Title>
        <Text size="sm" c="dimmed">
          {t.firstSteps.demoHint}
        </Text>
        <Snippet code="kokumi demo" label={t.firstSteps.demo} />
      </Stack>
    </Paper>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <Stack gap="sm">
        <Title order={3} size="h5">
          {title}
        </Title>
        {children}
      </Stack>
    </li>
  );
}
