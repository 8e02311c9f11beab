import { Alert, Divider, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";

import type { SavedReport, Share } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";
import { LinkAddress } from "~/share/LinkAddress";
import { LinkForm } from "~/share/LinkForm";
import { Terms } from "~/share/LinkList";
import { askLinks } from "~/share/links";
import { t } from "~/texts";

interface Props {
  report: SavedReport | undefined;
  /** The page's own address below the website's, with its search. */
  page: string;
  onClose: () => void;
}

/** Gives the links that open this report, and makes a new one. */
export function ShareDialog({ report, page, onClose }: Props) {
  const { website, mayEdit } = usePage();
  const [made, setMade] = useState<Share>();
  const answer = useAnswer(askLinks(website.id));
  const links = (answer.data?.data ?? []).filter(
    ({ id, opens, reportId }) => id !== made?.id && (opens !== "report" || reportId === report?.id),
  );
  const pageOf = (link: Share): string => (link.opens === "report" ? "" : page);

  return (
    <Modal opened onClose={onClose} title={t.reports.share} closeButtonProps={{ "aria-label": t.close }}>
      <Stack>
        {made !== undefined ? (
          <>
            <Text size="sm">{t.share.made}</Text>
            <Terms link={made} />
            <LinkAddress link={made} page={pageOf(made)} />
          </>
        ) : mayEdit ? (
          <>
            {report === undefined && (
              <Alert color="gray" variant="light">
                {t.reports.shareSaved}
              </Alert>
            )}
            <LinkForm reportId={report?.id} name={report?.name ?? website.name} onSaved={setMade} />
          </>
        ) : (
          links.length === 0 && <Text size="sm">{t.reports.shareNone}</Text>
        )}
        {links.length > 0 && (
          <>
            <Divider label={t.reports.shareThere} />
            {links.map((link) => (
              <Stack key={link.id} gap={6} component="section" aria-label={link.name}>
                <Text size="sm" fw={500}>
                  {link.name}
                </Text>
                <Terms link={link} />
                <LinkAddress link={link} page={pageOf(link)} />
              </Stack>
            ))}
          </>
        )}
      </Stack>
    </Modal>
  );
}
