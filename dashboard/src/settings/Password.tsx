import { Button, Group, Paper, PasswordInput, Stack, Text } from "@mantine/core";
import { useState } from "react";

import { api } from "~/api/client";
import { useSession } from "~/session/session";
import { t } from "~/texts";
import { done, failed } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

const SHORTEST = 8;

export function Password() {
  const { signOut, signOutEverywhere } = useSession();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const isShort = next !== "" && next.length < SHORTEST;
  const isDifferent = again !== "" && again !== next;
  const isComplete = current !== "" && next.length >= SHORTEST && again === next;

  const { submit, errors, isBusy } = useSubmit(async () => {
    await api.POST("/api/me/password", {
      body: { currentPassword: current, newPassword: next },
    });
    done(t.settings.passwordChanged);
    await signOut();
  });

  return (
    <Paper withBorder p="lg" maw={520} component="form" onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t.settings.currentPassword}
          autoComplete="current-password"
          error={errors["currentPassword"]}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.settings.newPassword}
          autoComplete="new-password"
          description={t.settings.passwordShort}
          error={errors["newPassword"] ?? (isShort ? t.settings.passwordShort : undefined)}
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <PasswordInput
          label={t.settings.repeatPassword}
          autoComplete="new-password"
          error={isDifferent ? t.settings.passwordDiffers : undefined}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t.settings.passwordHint}
        </Text>
        <Group justify="space-between">
          <Button variant="default" onClick={() => void signOutEverywhere().catch(failed)}>
            {t.settings.signOutEverywhere}
          </Button>
          <Button type="submit" disabled={!isComplete} loading={isBusy}>
            {t.settings.changePassword}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
