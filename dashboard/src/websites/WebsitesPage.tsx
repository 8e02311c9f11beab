import { Button, Group, SimpleGrid, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";

import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { Answered } from "~/frame/Answered";
import { Empty } from "~/frame/Empty";
import { useUser } from "~/session/session";
import { Shell } from "~/shell/Shell";
import { t } from "~/texts";
import { useTitle } from "~/ui/useTitle";

import { WebsiteCard } from "./WebsiteCard";
import { WebsiteDialog } from "./WebsiteDialog";

const MANY = 8;

export function WebsitesPage() {
  const user = useUser();
  const navigate = useNavigate();
  const [isAdding, setAdding] = useState(false);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  useTitle(t.websites.title);

  const ask = getting("/api/websites", {
    query: { pageSize: 100, includeTeams: "true", search: search === "" ? undefined : search },
  });
  const websites = useAnswer(ask);
  const mayAdd = user.role !== "view-only";
  const isLong = (websites.data?.count ?? 0) > MANY || typed !== "";
  const add = mayAdd && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t.websites.add}
    </Button>
  );

  return (
    <Shell>
      <Group justify="space-between" mb="lg" gap="sm">
        <Title order={1}>{t.websites.title}</Title>
        <Group gap="sm">
          {isLong && (
            <TextInput
              aria-label={t.websites.find}
              placeholder={t.websites.find}
              leftSection={<IconSearch size={16} />}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
          {websites.data?.count !== 0 && add}
        </Group>
      </Group>
      <Answered
        answer={websites}
        ask={ask}
        height={160}
        empty={({ data }) =>
          data.length > 0 ? null : search !== "" ? (
            <Empty text={t.websites.noMatch} />
          ) : (
            <Empty text={mayAdd ? t.websites.empty : t.websites.emptyViewOnly} height={300}>
              <Text fw={600} className="visually-hidden">
                {t.websites.emptyTitle}
              </Text>
              {add}
            </Empty>
          )
        }
      >
        {({ data }) => (
          <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="md">
            {data.map((website) => (
              <WebsiteCard key={website.id} website={website} />
            ))}
          </SimpleGrid>
        )}
      </Answered>
      {isAdding && (
        <WebsiteDialog
          onClose={() => setAdding(false)}
          onDone={(website) => void navigate(`/websites/${website.id}/settings`)}
        />
      )}
    </Shell>
  );
}
