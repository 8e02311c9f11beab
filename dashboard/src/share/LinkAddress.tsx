import { Stack, Text } from "@mantine/core";

import type { Share } from "~/api/types";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

import { frameCode, shareUrl } from "./links";

interface Props {
  link: Share;
  /** The page below the website's own that the address leads to. */
  page?: string;
}

/** The address of a link to copy, and the code for a frame if other pages may show it. */
export function LinkAddress({ link, page = "" }: Props) {
  const url = shareUrl(link.slug, page);
  return (
    <Stack gap={6}>
      <Snippet code={url} label={link.name} />
      {link.embedOrigins.length > 0 && (
        <>
          <Text size="xs" c="dimmed">
            {t.share.frame(link.embedOrigins.join(", "))}
          </Text>
          <Snippet code={frameCode(url, link.name)} label={t.share.frameOf(link.name)} />
        </>
      )}
    </Stack>
  );
}
