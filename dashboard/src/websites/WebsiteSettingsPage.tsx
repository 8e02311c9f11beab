import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";

import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import { usePage } from "~/page/page";
import { LinkList } from "~/share/LinkList";
import { t } from "~/texts";
import { Toolbar } from "~/toolbar/Toolbar";
import { IgnoreOwnVisits, TrackingCode } from "~/tracking/TrackingCode";
import { Confirm } from "~/ui/Confirm";
import { Snippet } from "~/ui/Copy";
import { done } from "~/ui/toast";

import { Retention } from "./Retention";
import { WebsiteForm } from "./WebsiteForm";

export function WebsiteSettingsPage() {
  const { website, mayEdit } = usePage();
  return (
    <Stack gap="lg">
      <Toolbar title={t.websites.settings} isBare />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg" className="settings-grid">
        <Section title={t.websites.tracking}>
          <TrackingCode />
        </Section>
        <Section title={t.websites.ignore}>
          <IgnoreOwnVisits />
        </Section>
        {mayEdit && (
          <>
            <Section title={t.websites.details}>
              <WebsiteForm
                key={website.id}
                initial={website}
                action={t.save}
                onSubmit={async (names) => {
                  await api.POST("/api/websites/{website_id}", {
                    params: { path: { website_id: website.id } },
                    body: names,
                  });
                  await forget("/api/websites");
                  done(t.websites.saved);
                }}
              />
              <Text size="sm" fw={500}>
                {t.websites.id}
              </Text>
              <Snippet code={website.id} label={t.websites.id} />
            </Section>
            <Section title={t.share.title}>
              <LinkList />
            </Section>
            <Section title={t.websites.retention}>
              <Retention key={website.id} />
            </Section>
            <Section title={t.websites.danger}>
              <Danger />
            </Section>
          </>
        )}
      </SimpleGrid>
    </Stack>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" component="section">
      <Stack gap="md">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

/** What cannot be undone. */
function Danger() {
  const { website } = usePage();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<"reset" | "delete">();
  const params = { path: { website_id: website.id } };
  const close = () => setAsking(undefined);

  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="grow">
          {t.websites.resetHint}
        </Text>
        <Button color="red" variant="outline" onClick={() => setAsking("reset")}>
          {t.websites.reset}
        </Button>
      </Group>
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="grow">
          {t.websites.deleteHint}
        </Text>
        <Button color="red" variant="outline" onClick={() => setAsking("delete")}>
          {t.delete}
        </Button>
      </Group>
      {asking === "reset" && (
        <Confirm
          title={t.websites.reset}
          word={website.name}
          action={t.websites.reset}
          onClose={close}
          onConfirm={async () => {
            await api.POST("/api/websites/{website_id}/reset", { params });
            await forget(`/api/websites/${website.id}`, "/api/reports");
            done(t.websites.resetDone);
          }}
        >
          {t.websites.resetHint} {t.websites.forever}
        </Confirm>
      )}
      {asking === "delete" && (
        <Confirm
          title={t.delete}
          word={website.name}
          action={t.delete}
          onClose={close}
          onConfirm={async () => {
            await api.DELETE("/api/websites/{website_id}", { params });
            await navigate("/websites");
            void forget("/api/websites");
            done(t.websites.deleted);
          }}
        >
          {t.websites.deleteHint} {t.websites.forever}
        </Confirm>
      )}
    </Stack>
  );
}
