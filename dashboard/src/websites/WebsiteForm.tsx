import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";

import { BOUNDS } from "~/api/schema";
import { t } from "~/texts";
import { useSubmit } from "~/ui/useSubmit";

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

  const { submit, errors, isBusy } = useSubmit(async () => {
    await onSubmit({ name: names.name.trim(), domain: names.domain.trim() });
  });

  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t.websites.name}
          description={t.websites.nameHint}
          required
          withAsterisk={false}
          maxLength={BOUNDS.WebsiteCreation.name.maxLength}
          data-autofocus
          error={errors["name"]}
          value={names.name}
          onChange={(event) => setNames({ ...names, name: event.currentTarget.value })}
        />
        <TextInput
          label={t.websites.domain}
          description={t.websites.domainHint}
          maxLength={BOUNDS.WebsiteCreation.domain.maxLength}
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
