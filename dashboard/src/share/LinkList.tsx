/** The share links of a website: what each opens, to whom and until when. */

import { ActionIcon, Badge, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconLink, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";

import { getting } from "~/api/ask";
import type { Share } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { Answered } from "~/frame/Answered";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Confirm } from "~/ui/Confirm";
import { done } from "~/ui/toast";

import { LinkAddress } from "./LinkAddress";
import { LinkForm } from "./LinkForm";
import { askLinks, endLink } from "./links";

type Dialog = { kind: "new" } | { kind: "change" | "end"; link: Share };

export function LinkList() {
  const { website } = usePage();
  const [dialog, setDialog] = useState<Dialog>();
  const ask = askLinks(website.id);
  const answer = useAnswer(ask);
  const close = () => setDialog(undefined);

  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t.share.hint}
      </Text>
      <Answered answer={answer} ask={ask} height={60}>
        {({ data }) => (
          <Stack gap="md">
            {data.map((link) => (
              <Link
                key={link.id}
                link={link}
                onChange={() => setDialog({ kind: "change", link })}
                onEnd={() => setDialog({ kind: "end", link })}
              />
            ))}
          </Stack>
        )}
      </Answered>
      <Group>
        <Button
          variant="default"
          leftSection={<IconLink size={16} />}
          onClick={() => setDialog({ kind: "new" })}
        >
          {t.share.new}
        </Button>
      </Group>
      {(dialog?.kind === "new" || dialog?.kind === "change") && (
        <Modal
          opened
          onClose={close}
          title={dialog.kind === "new" ? t.share.new : t.share.change(dialog.link.name)}
          closeButtonProps={{ "aria-label": t.close }}
        >
          <LinkForm
            link={dialog.kind === "change" ? dialog.link : undefined}
            name={website.name}
            onSaved={() => {
              done(t.share.saved);
              close();
            }}
          />
        </Modal>
      )}
      {dialog?.kind === "end" && (
        <Confirm
          title={t.share.end(dialog.link.name)}
          action={t.share.endAction}
          onClose={close}
          onConfirm={() => endLink(website.id, dialog.link)}
        >
          {t.share.endHint}
        </Confirm>
      )}
    </Stack>
  );
}

function Link({ link, onChange, onEnd }: { link: Share; onChange: () => void; onEnd: () => void }) {
  return (
    <Stack gap={6} component="section" aria-label={link.name}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={500} truncate>
          {link.name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="subtle" color="gray" aria-label={t.share.change(link.name)} onClick={onChange}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t.share.end(link.name)} onClick={onEnd}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <Terms link={link} />
      <LinkAddress link={link} />
    </Stack>
  );
}

/** What a link opens, and to whom, in a few words. */
export function Terms({ link }: { link: Share }) {
  const { view, now } = usePage();
  const closed = Object.entries(link.parameters)
    .filter(([name, value]) => value === false && name !== "sessions")
    .map(([name]) => name);
  return (
    <Group gap={6}>
      {link.reportId === null ? (
        <Word isWarning={link.opens === "all"}>{t.share.kinds[link.opens]}</Word>
      ) : (
        <ReportWord reportId={link.reportId} />
      )}
      {closed.length > 0 && <Word>{t.share.without(closed.join(", "))}</Word>}
      {link.hasPassword && <Word>{t.share.withPassword}</Word>}
      {link.embedOrigins.length > 0 && <Word>{t.share.embedded}</Word>}
      {link.expiresAt !== null && (
        <Word isWarning={Date.parse(link.expiresAt) <= now}>
          {t.share.until(moment(link.expiresAt, "date", view.zone))}
        </Word>
      )}
    </Group>
  );
}

function ReportWord({ reportId }: { reportId: string }) {
  const report = useAnswer(getting("/api/reports/{report_id}", { path: { report_id: reportId } }));
  return <Word>{report.data === undefined ? t.share.kinds.report : t.share.only(report.data.name)}</Word>;
}

function Word({ isWarning = false, children }: { isWarning?: boolean; children: string }) {
  return (
    <Badge variant="light" color={isWarning ? "orange" : "gray"} c="var(--mantine-color-text)" tt="none">
      {children}
    </Badge>
  );
}
