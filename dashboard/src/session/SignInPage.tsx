import { Alert, PasswordInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Navigate, useLocation } from "react-router";

import { ApiError } from "~/api/errors";
import { t } from "~/texts";
import { EntryForm } from "~/ui/EntryForm";
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
  useTitle(t.signIn.title);

  if (who.kind === "user") return <Navigate to={destination(location.state)} replace />;

  const problemOf = (error: unknown) => {
    setPassword("");
    return error instanceof ApiError && error.code === "incorrect-username-password"
      ? t.signIn.wrong
      : errorText(error);
  };

  return (
    <EntryForm
      heading={t.name}
      hint={t.tagline}
      label={t.signIn.title}
      action={t.signIn.submit}
      onSubmit={() => signIn(username, password)}
      problemOf={problemOf}
      notice={
        who.kind === "nobody" &&
        who.expired && (
          <Alert color="yellow" role="status">
            {t.signIn.expired}
          </Alert>
        )
      }
      footer={
        <Text size="sm" c="dimmed" ta="center">
          {t.signIn.first}
        </Text>
      }
    >
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
    </EntryForm>
  );
}
