import { Button, Group, NumberInput, Stack } from "@mantine/core";
import { type SubmitEvent, useState } from "react";

import { call } from "~/api/client";
import { forget } from "~/api/queryClient";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { fieldErrors } from "~/ui/errorText";
import { done, failed } from "~/ui/toast";

const LONGEST = 36_500;

/** How many days the website's events are kept. */
export function Retention() {
  const { website } = usePage();
  const [days, setDays] = useState<number | string>(website.retentionDays ?? "");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setErrors({});
    try {
      const retentionDays = days === "" ? null : Number(days);
      await call(`/api/websites/${website.id}`, { method: "POST", body: { retentionDays } });
      await forget("/api/websites");
      done(t.websites.saved);
    } catch (error) {
      setErrors(fieldErrors(error));
      failed(error);
    } finally {
      setBusy(false);
    }
  };

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
