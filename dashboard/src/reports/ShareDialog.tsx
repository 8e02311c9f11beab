import { Button, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";
import { failed } from "~/ui/toast";
import { setShareId, shareUrl } from "~/websites/sharing";

/** Gives the public link of what the page shows. */
export function ShareDialog({ page, onClose }: { page: string; onClose: () => void }) {
  const { website, mayEdit } = usePage();
  const [isBusy, setBusy] = useState(false);
  const turnOn = async () => {
    setBusy(true);
    await setShareId(website.id, true).catch(failed);
    setBusy(false);
  };

  return (
    <Modal opened onClose={onClose} title={t.reports.share} closeButtonProps={{ "aria-label": t.close }}>
      <Stack>
        <Text size="sm">{t.reports.shareHow}</Text>
        {website.shareId !== null ? (
          <Snippet code={shareUrl(website.shareId, page)} label={t.reports.share} />
        ) : (
          <>
            <Text size="sm" c="dimmed">
              {t.reports.shareFirst}
            </Text>
            {mayEdit && (
              <Button onClick={turnOn} loading={isBusy}>
                {t.reports.shareTurnOn}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}
