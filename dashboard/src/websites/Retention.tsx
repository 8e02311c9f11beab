import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";

import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import { BOUNDS } from "~/api/schema";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { done } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

const { minimum, maximum } = BOUNDS.WebsiteChange.retentionDays;

/** How many days the website's events are kept. */
export function Retention() {
  const { website } = usePage();
  const [days, setDays] = useState<number | string>(website.retentionDays ?? "");

  const { submit, errors, isBusy } = useSubmit(async () => {
    const retentionDays = days === "" ? null : Number(days);
    await api.POST("/api/websites/{website_id}", {
      params: { path: { website_id: website.id } },
      body: { retentionDays },
    });
    await forget("/api/websites");
    done(t.websites.saved);
  });

  return (
    <form onSubmit={submit}>
      <Stack>
        <NumberInput
          label={t.websites.retentionDays}
          description={t.websites.retentionHint}
          placeholder={t.websites.retentionNone}
          min={minimum}
          max={maximum}
          allowDecimal={false}
          error={errors["retentionDays"]}
          value={days}
          onChange={setDays}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={days === (website.retentionDays ?? "")}>
            {t.websites.retentionSave}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
