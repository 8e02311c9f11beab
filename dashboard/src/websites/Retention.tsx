import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { useState } from "react";

import { call } from "~/api/client";
import { forget } from "~/api/queryClient";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { done } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

const LONGEST = 36_500;

/** How many days the website's events are kept. */
export function Retention() {
  const { website } = usePage();
  const [days, setDays] = useState<number | string>(website.retentionDays ?? "");

  const { submit, errors, isBusy } = useSubmit(async () => {
    const retentionDays = days === "" ? null : Number(days);
    await call(`/api/websites/${website.id}`, { method: "POST", body: { retentionDays } });
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
          min={1}
          max={LONGEST}
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
