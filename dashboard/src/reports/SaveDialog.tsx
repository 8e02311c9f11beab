import { Button, Group, Modal, Stack, TextInput, Textarea } from "@mantine/core";
import { useState } from "react";

import { posting } from "~/api/ask";
import { forget } from "~/api/queryClient";
import { BOUNDS } from "~/api/schema";
import type { Parameters, ReportType, SavedReport } from "~/api/types";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { done } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

interface Props {
  type: ReportType;
  parameters: Parameters;
  onClose: () => void;
  onSaved: (report: SavedReport) => void;
}

/** Keeps what the page shows under a name. */
export function SaveDialog({ type, parameters, onClose, onSaved }: Props) {
  const { website } = usePage();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");

  const { submit, errors, isBusy } = useSubmit(async () => {
    const body = { websiteId: website.id, type, name, description, parameters };
    const report = await posting("/api/reports", {}, body).send();
    await forget("/api/reports");
    done(t.reports.savedAs);
    onSaved(report);
    onClose();
  });

  return (
    <Modal opened onClose={onClose} title={t.reports.save} closeButtonProps={{ "aria-label": t.close }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t.reports.name}
            required
            withAsterisk={false}
            maxLength={BOUNDS.SavedReportCreation.name.maxLength}
            data-autofocus
            error={errors["name"]}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t.reports.description}
            description={t.reports.descriptionHint}
            maxLength={BOUNDS.SavedReportCreation.description.maxLength}
            autosize
            minRows={2}
            error={errors["description"]}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy} disabled={name.trim() === ""}>
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
