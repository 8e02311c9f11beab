import { Tabs, Title } from "@mantine/core";
import { useNavigate, useParams } from "react-router";

import { useUser } from "~/session/session";
import { Shell } from "~/shell/Shell";
import { t } from "~/texts";
import { useTitle } from "~/ui/useTitle";

import { Keys } from "./Keys";
import { Password } from "./Password";
import { Profile } from "./Profile";
import { Users } from "./Users";

const TABS = [
  { name: "profile", Content: Profile, isForAdmins: false },
  { name: "password", Content: Password, isForAdmins: false },
  { name: "keys", Content: Keys, isForAdmins: false },
  { name: "users", Content: Users, isForAdmins: true },
] as const;

export function SettingsPage() {
  const { tab } = useParams();
  const user = useUser();
  const navigate = useNavigate();
  const tabs = TABS.filter(({ isForAdmins }) => !isForAdmins || user.isAdmin);
  const shown = tabs.find(({ name }) => name === tab) ?? tabs[0];
  useTitle(shown === undefined ? undefined : t.settings.tabs[shown.name], t.settings.title);

  return (
    <Shell>
      <Title order={1} mb="md">
        {t.settings.title}
      </Title>
      <Tabs value={shown?.name ?? null} onChange={(name) => void navigate(`/settings/${name ?? ""}`)}>
        <Tabs.List mb="lg">
          {tabs.map(({ name }) => (
            <Tabs.Tab key={name} value={name}>
              {t.settings.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ name, Content }) => (
          <Tabs.Panel key={name} value={name}>
            {name === shown?.name && <Content />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Shell>
  );
}
