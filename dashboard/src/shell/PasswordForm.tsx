import { Alert, Button, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { type SubmitEvent, useState } from "react";

import { ApiError } from "~/api/errors";
import { t } from "~/texts";
import { Logo } from "~/ui/Logo";
import { errorText } from "~/ui/errorText";
import { useTitle } from "~/ui/useTitle";

/** Asks for the password of a share link. */
export function PasswordForm({ onSubmit }: { onSubmit: (password: string) => Promise<void> }) {
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useTitle(t.share.passwordTitle);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit(password);
    } catch (error) {
      setPassword("");
      setBusy(false);
      setProblem(
        error instanceof ApiError && error.code === "incorrect-password"
          ? t.share.passwordWrong
          : errorText(error),
      );
    }
  };

  return (
    <main className="sign-in">
      <Stack w="100%" maw={380} gap="lg">
        <Stack gap={4} align="center">
          <Logo size={44} />
          <Title order={1} size="h2">
            {t.share.passwordTitle}
          </Title>
          <Text c="dimmed" ta="center">
            {t.share.passwordHint}
          </Text>
        </Stack>
        <Paper withBorder p="xl" radius="md" component="form" onSubmit={submit}>
          <Stack>
            {problem !== undefined && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <PasswordInput
              label={t.share.password}
              autoComplete="off"
              autoFocus
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={isBusy} fullWidth>
              {t.share.open}
            </Button>
          </Stack>
        </Paper>
      </Stack>
    </main>
  );
}
