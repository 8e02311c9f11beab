import { Alert, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { Navigate, useLocation } from "react-router";

import { ApiError } from "~/api/errors";
import { t } from "~/texts";
import { Logo } from "~/ui/Logo";
import { errorText } from "~/ui/errorText";
import { useTitle } from "~/ui/useTitle";

import { useSession } from "./session";

/** Return the address to go on to, kept within this site. */
function destination(state: unknown): string {
  const next = typeof state === "object" && state !== null && "next" in state ? state.next : undefined;
  return typeof next === "string" && next.startsWith("/") && !next.startsWith("//") ? next : "/websites";
}

export function SignInPage() {
  const { who, signIn } = useSession();
  const location = useLocation();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useTitle(t.signIn.title);

  if (who.kind === "user") return <Navigate to={destination(location.state)} replace />;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await signIn(username, password);
    } catch (error) {
      setPassword("");
      setProblem(
        error instanceof ApiError && error.code === "incorrect-username-password"
          ? t.signIn.wrong
          : errorText(error),
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <main className="sign-in">
      <Stack w="100%" maw={380} gap="lg">
        <Stack gap={4} align="center">
          <Logo size={44} />
          <Title order={1} size="h2">
            {t.name}
          </Title>
          <Text c="dimmed" ta="center">
            {t.tagline}
          </Text>
        </Stack>
        <Paper withBorder p="xl" radius="md" component="form" onSubmit={submit} aria-label={t.signIn.title}>
          <Stack>
            {who.kind === "nobody" && who.expired && problem === undefined && (
              <Alert color="yellow" role="status">
                {t.signIn.expired}
              </Alert>
            )}
            {problem !== undefined && (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            <TextInput
              label={t.signIn.username}
              autoComplete="username"
              autoFocus
              required
              withAsterisk={false}
              value={username}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
            <PasswordInput
              label={t.signIn.password}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <Button type="submit" loading={isBusy} fullWidth>
              {t.signIn.submit}
            </Button>
          </Stack>
        </Paper>
        <Text size="sm" c="dimmed" ta="center">
          {t.signIn.first}
        </Text>
      </Stack>
    </main>
  );
}
