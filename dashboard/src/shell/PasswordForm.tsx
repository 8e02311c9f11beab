import { PasswordInput } from "@mantine/core";
import { useState } from "react";

import { ApiError } from "~/api/errors";
import { t } from "~/texts";
import { EntryForm } from "~/ui/EntryForm";
import { errorText } from "~/ui/errorText";
import { useTitle } from "~/ui/useTitle";

/** Asks for the password of a share link. */
export function PasswordForm({ onSubmit }: { onSubmit: (password: string) => Promise<void> }) {
  const [password, setPassword] = useState("");
  useTitle(t.share.passwordTitle);

  const problemOf = (error: unknown) => {
    setPassword("");
    return error instanceof ApiError && error.code === "incorrect-password"
      ? t.share.passwordWrong
      : errorText(error);
  };

  return (
    <EntryForm
      heading={t.share.passwordTitle}
      hint={t.share.passwordHint}
      action={t.share.open}
      onSubmit={() => onSubmit(password)}
      problemOf={problemOf}
    >
      <PasswordInput
        label={t.share.password}
        autoComplete="off"
        autoFocus
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </EntryForm>
  );
}
