import { Group, Loader, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";

import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { ago } from "~/formats/dates";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

const CHECK_EVERY = 3000;

/** The tracking code to copy, and whether it works. */
export function TrackingCode() {
  const { website } = usePage();
  const code = `<script defer src="${location.origin}/script.js" data-website-id="${website.id}"></script>`;
  const bounds = useAnswer(
    getting("/api/websites/{website_id}/daterange", { path: { website_id: website.id } }),
    { every: CHECK_EVERY },
  );
  const latest = bounds.data?.endDate ?? null;

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.websites.trackingHint}
      </Text>
      <Snippet code={code} label={t.websites.tracking} />
      <Group gap="xs" role="status" wrap="nowrap" mih={24}>
        {latest === null ? (
          <>
            <Loader size={16} />
            <Text size="sm">{t.websites.waiting}</Text>
          </>
        ) : (
          <>
            <IconCircleCheck size={18} className="good" aria-hidden />
            <Text size="sm">{t.websites.arrived(ago(latest, bounds.dataUpdatedAt))}</Text>
          </>
        )}
      </Group>
    </Stack>
  );
}

/** How to keep one's own visits out of the figures. */
export function IgnoreOwnVisits() {
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.websites.ignoreHint}
      </Text>
      <Snippet code={'localStorage.setItem("kokumi.disabled", "1")'} label={t.websites.ignore} />
      <Text size="sm" c="dimmed">
        {t.websites.unignore}
      </Text>
      <Snippet code={'localStorage.removeItem("kokumi.disabled")'} label={t.websites.unignore} />
    </Stack>
  );
}
