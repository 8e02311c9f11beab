import { Button, Group, Stack, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";

import { t } from "~/texts";
import { fieldErrors } from "~/ui/errorText";
import { failed } from "~/ui/toast";

export interface WebsiteNames {
  name: string;
  domain: string;
}

interface Props {
  initial: WebsiteNames;
  action: string;
  onSubmit: (names: WebsiteNames) => Promise<void>;
}

/** Name and domain of a website. */
export function WebsiteForm({ initial, action, onSubmit }: Props) {
  const [names, setNames] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setErrors({});
    try {
      await onSubmit({ name: names.name.trim(), domain: names.domain.trim() });
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
        <TextInput
          label={t.websites.name}
          description={t.websites.nameHint}
          required
          withAsterisk={false}
          maxLength={100}
          data-autofocus
          error={errors["name"]}
          value={names.name}
          onChange={(event) => setNames({ ...names, name: event.currentTarget.value })}
        />
        <TextInput
          label={t.websites.domain}
          description={t.websites.domainHint}
          maxLength={500}
          error={errors["domain"]}
          value={names.domain}
          onChange={(event) => setNames({ ...names, domain: event.currentTarget.value })}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={names.name.trim() === ""}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
