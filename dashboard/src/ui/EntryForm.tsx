import { Alert, Button, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, type SubmitEvent, useState } from "react";

import { Logo } from "./Logo";

interface Props {
  heading: string;
  hint: string;
  /** The form's name for screen readers, if the heading does not say it. */
  label?: string;
  action: string;
  onSubmit: () => Promise<void>;
  /** Return what to tell about an error of `onSubmit`. */
  problemOf: (error: unknown) => string;
  /** Told above the fields until something goes wrong. */
  notice?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}

/** A page of its own that asks for a password before anything else is shown. */
export function EntryForm({
  heading,
  hint,
  label,
  action,
  onSubmit,
  problemOf,
  notice,
  children,
  footer,
}: Props) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await onSubmit();
    } catch (error) {
      setProblem(problemOf(error));
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
            {heading}
          </Title>
          <Text c="dimmed" ta="center">
            {hint}
          </Text>
        </Stack>
        <Paper withBorder p="xl" radius="md" component="form" onSubmit={submit} aria-label={label}>
          <Stack>
            {problem === undefined ? (
              notice
            ) : (
              <Alert color="red" role="alert">
                {problem}
              </Alert>
            )}
            {children}
            <Button type="submit" loading={isBusy} fullWidth>
              {action}
            </Button>
          </Stack>
        </Paper>
        {footer}
      </Stack>
    </main>
  );
}
