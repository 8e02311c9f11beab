import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Modal,
  Paper,
  PasswordInput,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
} from "@mantine/core";
import { IconEdit, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";

import { getting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import { BOUNDS } from "~/api/schema";
import type { Role, User } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { moment } from "~/formats/dates";
import { Answered } from "~/frame/Answered";
import { Pager } from "~/frame/Pager";
import { homeZone } from "~/page/home";
import { useUser } from "~/session/session";
import { t } from "~/texts";
import { Confirm } from "~/ui/Confirm";
import { done } from "~/ui/toast";
import { useSubmit } from "~/ui/useSubmit";

const PATH = "/api/admin/users";
const PAGE_SIZE = 50;

/** Who may sign in; for administrators. */
export function Users() {
  const me = useUser();
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<User | "new">();
  const [doomed, setDoomed] = useState<User>();
  const ask = getting(PATH, { query: { page, pageSize: PAGE_SIZE } });
  const answer = useAnswer(ask);

  return (
    <Stack maw={820}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t.settings.usersHint}
        </Text>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
          {t.settings.userAdd}
        </Button>
      </Group>
      <Paper withBorder className="panel">
        <Answered answer={answer} ask={ask} height={200}>
          {({ data, count }) => (
            <>
              <Table.ScrollContainer minWidth={480}>
                <Table verticalSpacing={8} className="data-table">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t.settings.username}</Table.Th>
                      <Table.Th>{t.settings.role}</Table.Th>
                      <Table.Th>{t.settings.created}</Table.Th>
                      <Table.Th>
                        <span className="visually-hidden">{t.actions}</span>
                      </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {data.map((user) => (
                      <Table.Tr key={user.id}>
                        <Table.Td>
                          {user.username}{" "}
                          {user.id === me.id && (
                            <Badge size="xs" variant="light">
                              {t.settings.you}
                            </Badge>
                          )}
                        </Table.Td>
                        <Table.Td>{t.settings.roles[user.role]}</Table.Td>
                        <Table.Td>{moment(user.createdAt, "date", homeZone())}</Table.Td>
                        <Table.Td className="number">
                          <Group gap={4} justify="flex-end" wrap="nowrap">
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              aria-label={`${t.edit} ${user.username}`}
                              onClick={() => setEditing(user)}
                            >
                              <IconEdit size={16} />
                            </ActionIcon>
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              disabled={user.id === me.id}
                              aria-label={t.settings.userDeleteQuestion(user.username)}
                              onClick={() => setDoomed(user)}
                            >
                              <IconTrash size={16} />
                            </ActionIcon>
                          </Group>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Pager page={page} pageSize={PAGE_SIZE} count={count} onChange={setPage} />
            </>
          )}
        </Answered>
      </Paper>
      {editing !== undefined && (
        <UserDialog user={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
      {doomed !== undefined && (
        <Confirm
          title={t.settings.userDeleteQuestion(doomed.username)}
          action={t.delete}
          onClose={() => setDoomed(undefined)}
          onConfirm={async () => {
            await api.DELETE("/api/users/{user_id}", { params: { path: { user_id: doomed.id } } });
            await forget(PATH);
            done(t.settings.userDeleted);
          }}
        />
      )}
    </Stack>
  );
}

function UserDialog({ user, onClose }: { user: User | undefined; onClose: () => void }) {
  const [username, setUsername] = useState(user?.username ?? "");
  const [password, setPassword] = useState("");
  const [role, setRole] = useState<Role>(user?.role ?? "user");

  const { submit, errors, isBusy } = useSubmit(async () => {
    await (user === undefined
      ? api.POST("/api/users", { body: { username, role, password } })
      : api.POST("/api/users/{user_id}", {
          params: { path: { user_id: user.id } },
          body: { username, role, ...(password === "" ? {} : { password }) },
        }));
    await forget(PATH);
    done(t.settings.userSaved);
    onClose();
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={user?.username ?? t.settings.userAdd}
      closeButtonProps={{ "aria-label": t.close }}
    >
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t.settings.username}
            autoComplete="off"
            data-autofocus
            maxLength={BOUNDS.SignIn.username.maxLength}
            error={errors["username"]}
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label={user === undefined ? t.settings.userPassword : t.settings.newPassword}
            description={t.settings.passwordShort}
            autoComplete="new-password"
            error={errors["password"]}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Select
            label={t.settings.role}
            allowDeselect={false}
            data={Object.entries(t.settings.roles).map(([value, label]) => ({ value, label }))}
            value={role}
            onChange={(value) => setRole((value ?? "user") as Role)}
          />
          <Group justify="flex-end">
            <Button
              type="submit"
              loading={isBusy}
              disabled={username.trim() === "" || (user === undefined && password === "")}
            >
              {t.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
