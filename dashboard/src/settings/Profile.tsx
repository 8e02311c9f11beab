import { Paper, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";

import { homeZone, keepHomeZone } from "~/page/home";
import { ZoneSelect } from "~/range/ZoneSelect";
import { useUser } from "~/session/session";
import { t } from "~/texts";

export function Profile() {
  const user = useUser();
  const [zone, setZone] = useState(homeZone);
  return (
    <Paper withBorder p="lg" maw={520}>
      <Stack>
        <TextInput label={t.settings.username} value={user.username} readOnly />
        <TextInput label={t.settings.role} value={t.settings.roles[user.role]} readOnly />
        <div>
          <ZoneSelect
            size="sm"
            value={zone}
            onChange={(next) => {
              keepHomeZone(next);
              setZone(homeZone());
            }}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t.settings.homeZoneHint}
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t.settings.languageHint}
        </Text>
      </Stack>
    </Paper>
  );
}
