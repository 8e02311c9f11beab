import { Button, Group, Stack, Text } from "@mantine/core";
import { IconLink, IconLinkOff } from "@tabler/icons-react";
import { useState } from "react";

import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";
import { failed } from "~/ui/toast";

import { setShareId, shareUrl } from "./sharing";

/** Turns the website's public link on and off. */
export function PublicLink() {
  const { website } = usePage();
  const [isBusy, setBusy] = useState(false);
  const change = async (isOn: boolean) => {
    setBusy(true);
    await setShareId(website.id, isOn).catch(failed);
    setBusy(false);
  };

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t.websites.shareHint}
      </Text>
      {website.shareId !== null && <Snippet code={shareUrl(website.shareId)} label={t.websites.share} />}
      <Group gap="sm">
        {website.shareId === null ? (
          <Button
            variant="default"
            leftSection={<IconLink size={16} />}
            loading={isBusy}
            onClick={() => change(true)}
          >
            {t.websites.shareOn}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              leftSection={<IconLinkOff size={16} />}
              loading={isBusy}
              onClick={() => change(false)}
            >
              {t.websites.shareOff}
            </Button>
            <Text size="sm" c="dimmed">
              {t.websites.shareOffHint}
            </Text>
          </>
        )}
      </Group>
    </Stack>
  );
}
