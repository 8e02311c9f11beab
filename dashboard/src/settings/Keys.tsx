import { Button, Checkbox, Group, Modal, Paper, Select, Stack, Table, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";

import { getting, posting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import { BOUNDS } from "~/api/schema";
import type { ApiKey } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { homeZone } from "~/page/home";
import { t } from "~/texts";
import { Confirm } from "~/ui/Confirm";
import { Snippet } from "~/ui/Copy";
import { useSubmit } from "~/ui/useSubmit";

const PATH = "/api/me/api-keys";
const DAY = 86_400_000;

export function Keys() {
  const [isMaking, setMaking] = useState(false);
  const [doomed, setDoomed] = useState<ApiKey>();
  const ask = getting(PATH, { query: { pageSize: 200 } });
  const answer = useAnswer(ask);

  return (
    <Stack maw={820}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t.settings.keysHint}
        </Text>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t.settings.keyCreate}
        </Button>
      </Group>
      <Paper withBorder className="panel">
        <Answered
          answer={answer}
          ask={ask}
          height={160}
          empty={({ data }) => (data.length === 0 ? <Empty text={t.settings.keyNone} /> : null)}
        >
          {({ data }) => (
            <Table.ScrollContainer minWidth={480}>
              <Table verticalSpacing={8} className="data-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.settings.keyName}</Table.Th>
                    <Table.Th>{t.settings.created}</Table.Th>
                    <Table.Th>{t.settings.keyExpires}</Table.Th>
                    <Table.Th>
                      <span className="visually-hidden">{t.actions}</span>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.map((key) => (
                    <Table.Tr key={key.id}>
                      <Table.Td>
                        {key.name}
                        <Text size="xs" c="dimmed">
                          {key.hint}… {key.readOnly && `· ${t.settings.keyReadOnly}`}
                        </Text>
                      </Table.Td>
                      <Table.Td>{moment(key.createdAt, "date", homeZone())}</Table.Td>
                      <Table.Td>
                        {key.expiresAt === null
                          ? t.settings.keyNever
                          : moment(key.expiresAt, "date", homeZone())}
                      </Table.Td>
                      <Table.Td className="number">
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          color="red"
                          aria-label={`${t.settings.keyRevoke} ${key.name}`}
                          onClick={() => setDoomed(key)}
                        >
                          {t.settings.keyRevoke}
                        </Button>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Answered>
      </Paper>
      {isMaking && <KeyDialog onClose={() => setMaking(false)} />}
      {doomed !== undefined && (
        <Confirm
          title={t.settings.keyRevokeQuestion(doomed.name)}
          action={t.settings.keyRevoke}
          onClose={() => setDoomed(undefined)}
          onConfirm={async () => {
            await api.DELETE("/api/me/api-keys/{key_id}", { params: { path: { key_id: doomed.id } } });
            await forget(PATH);
          }}
        />
      )}
    </Stack>
  );
}

const LIFETIMES = { never: 0, "30": 30, "90": 90, "365": 365 } as const;
type Lifetime = keyof typeof LIFETIMES;

/** Makes a key, and shows it this once. */
function KeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState("");
  const [isReadOnly, setReadOnly] = useState(true);
  const [lifetime, setLifetime] = useState<Lifetime>("never");
  const [made, setMade] = useState<string>();

  const { submit, isBusy } = useSubmit(async () => {
    const days = LIFETIMES[lifetime];
    const expiresAt = days === 0 ? null : new Date(Date.now() + days * DAY).toISOString();
    const key = await posting(PATH, {}, { name, readOnly: isReadOnly, expiresAt }).send();
    setMade(key.key);
    await forget(PATH);
  });

  return (
    <Modal opened onClose={onClose} title={t.settings.keyCreate} closeButtonProps={{ "aria-label": t.close }}>
      {made === undefined ? (
        <form onSubmit={submit}>
          <Stack>
            <TextInput
              label={t.settings.keyName}
              data-autofocus
              maxLength={BOUNDS.KeyCreation.name.maxLength}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Checkbox
              label={t.settings.keyReadOnly}
              description={t.settings.keyReadOnlyHint}
              checked={isReadOnly}
              onChange={(event) => setReadOnly(event.currentTarget.checked)}
            />
            <Select
              label={t.settings.keyExpires}
              allowDeselect={false}
              data={Object.keys(LIFETIMES).map((each) => ({
                value: each,
                label: each === "never" ? t.settings.keyNever : t.settings.keyDays(each),
              }))}
              value={lifetime}
              onChange={(value) => setLifetime((value ?? "never") as Lifetime)}
            />
            <Group justify="flex-end">
              <Button type="submit" loading={isBusy} disabled={name.trim() === ""}>
                {t.create}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Text size="sm">{t.settings.keyOnce}</Text>
          <Snippet code={made} label={t.settings.tabs.keys} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t.close}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
