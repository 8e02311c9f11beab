import { Alert, Group, Loader, Text } from "@mantine/core";

import { useIsLost } from "~/api/reachability";
import { t } from "~/texts";

/** Says once for the whole page that the server is gone. */
export function LostBanner() {
  if (!useIsLost()) return null;
  return (
    <Alert variant="default" role="alert" mb="md" p="sm" className="lost-banner">
      <Group gap="sm" wrap="nowrap">
        <Loader size={18} color="red" />
        <Text size="sm">{t.states.lost}</Text>
      </Group>
    </Alert>
  );
}
