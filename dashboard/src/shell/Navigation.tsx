import { NavLink as Item, Text } from "@mantine/core";
import { IconSettings, IconWorld } from "@tabler/icons-react";
import type { ComponentType } from "react";
import { NavLink, useLocation } from "react-router";

import { sharedSearch } from "~/page/view";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

import { PAGES, type WebsitePage, addressOf } from "./pages";

interface Entry {
  to: string;
  label: string;
  icon: ComponentType<{ size: number }>;
  end?: boolean;
}

function Entries({ title, entries }: { title?: string; entries: Entry[] }) {
  return (
    <>
      {title !== undefined && entries.length > 0 && (
        <Text size="xs" c="dimmed" fw={600} mt="md" mb={4} px="sm" component="h2">
          {title}
        </Text>
      )}
      {entries.map((entry) => (
        <Link key={entry.to} {...entry} />
      ))}
    </>
  );
}

function Link({ to, label, icon: Icon, end = false }: Entry) {
  const { pathname } = useLocation();
  const path = to.split("?")[0] ?? to;
  const isHere = end ? pathname === path : pathname === path || pathname.startsWith(`${path}/`);
  return (
    <Item
      component={NavLink}
      to={to}
      end={end}
      label={label}
      leftSection={<Icon size={18} />}
      active={isHere}
      className="nav-item"
    />
  );
}

/** Where one can go without a website. */
export function HomeNavigation() {
  return (
    <nav aria-label={t.nav.main}>
      <Entries
        entries={[
          { to: "/websites", label: t.nav.websites, icon: IconWorld },
          { to: "/settings", label: t.nav.settings, icon: IconSettings },
        ]}
      />
    </nav>
  );
}

const GROUPS = [
  { group: "figures" },
  { group: "behaviour", title: t.nav.behaviour },
  { group: "growth", title: t.nav.growth },
  { group: "manage", title: t.nav.manage },
] as const;

/** The pages of a website; dates and filters go along. */
export function WebsiteNavigation({ base, isVisitor }: { base: string; isVisitor: boolean }) {
  const { search } = useLocation();
  const shared = sharedSearch(new URLSearchParams(search));
  const shows = useShows();
  const to = (page: string): string => `${base}${page}${shared}`;
  const pagesOf = (group: WebsitePage["group"]): Entry[] =>
    PAGES.filter((page) => page.group === group && shows(...page.parts)).map((page) => ({
      to: to(addressOf(page)),
      label: page.title,
      icon: page.icon,
      end: page.path === "",
    }));
  const settings = { to: to("/settings"), label: t.nav.settings, icon: IconSettings };

  return (
    <nav aria-label={t.nav.main}>
      {GROUPS.map(({ group, ...title }) => (
        <Entries
          key={group}
          {...title}
          entries={[...pagesOf(group), ...(group === "manage" && !isVisitor ? [settings] : [])]}
        />
      ))}
    </nav>
  );
}
