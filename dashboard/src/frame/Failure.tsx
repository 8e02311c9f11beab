import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";

import { ApiError, OfflineError } from "~/api/errors";
import { t } from "~/texts";
import { errorText } from "~/ui/errorText";

import { Empty } from "./Empty";

/** Says what went wrong and offers to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error instanceof ApiError && error.code === "not-shared") return <Empty text={error.message} />;
  if (error instanceof OfflineError) {
    return (
      <Text size="sm" c="dimmed" ta="center">
        {t.states.waitingForServer}
      </Text>
    );
  }
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={20} />} role="alert">
      <Stack gap="sm">
        <Text size="sm">{errorText(error)}</Text>
        {retry !== undefined && (
          <Group>
            <Button size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={retry}>
              {t.states.retry}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
