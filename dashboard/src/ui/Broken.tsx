import { Button, Stack, Text } from "@mantine/core";

import { t } from "~/texts";

/** What is shown when a page breaks, or one of its parts cannot be loaded: after an update the old ones are gone. */
export function Broken() {
  return (
    <main className="sign-in">
      <BrokenPage />
    </main>
  );
}

/** The same, where the frame around the page still stands. */
export function BrokenPage() {
  return (
    <Stack align="center" role="alert" py="xl">
      <Text>{t.states.failed}</Text>
      <Button onClick={() => location.reload()}>{t.states.retry}</Button>
    </Stack>
  );
}
