import { NavLink as Item, Text } from "@mantine/core";
import {
  IconActivity,
  IconBookmark,
  IconBolt,
  IconFilter,
  IconLayoutDashboard,
  IconSettings,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { NavLink, useLocation } from "react-router";

import { sharedSearch } from "~/page/view";
import { REPORTS } from "~/reports/registry";
import { t } from "~/texts";

interface Entry {
  to: string;
  label: string;
  icon: ComponentType<{ size: number }>;
  end?: boolean;
}

function Entries({ title, entries }: { title?: string; entries: Entry[] }) {
  return (
    <>
      {title !== undefined && (
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

/** The pages of a website; dates and filters go along. */
export function WebsiteNavigation({ base, isVisitor }: { base: string; isVisitor: boolean }) {
  const { search } = useLocation();
  const shared = sharedSearch(new URLSearchParams(search));
  const to = (page: string): string => `${base}${page}${shared}`;
  const reports = (names: readonly string[]): Entry[] =>
    REPORTS.filter(({ type }) => names.includes(type)).map(({ type, icon }) => ({
      to: to(`/${type}`),
      label: t.reports.names[type],
      icon,
    }));

  return (
    <nav aria-label={t.nav.main}>
      <Entries
        entries={[
          { to: to(""), label: t.nav.overview, icon: IconLayoutDashboard, end: true },
          { to: to("/realtime"), label: t.nav.realtime, icon: IconActivity },
          { to: to("/events"), label: t.nav.events, icon: IconBolt },
          { to: to("/sessions"), label: t.nav.sessions, icon: IconUsers },
        ]}
      />
      <Entries
        title={t.nav.behaviour}
        entries={reports(["goal", "funnel", "journey", "retention", "breakdown"])}
      />
      <Entries title={t.nav.growth} entries={reports(["attribution", "revenue", "utm"])} />
      <Entries
        title={t.nav.manage}
        entries={[
          { to: to("/saved"), label: t.nav.saved, icon: IconBookmark },
          { to: to("/segments"), label: t.nav.segments, icon: IconFilter },
          ...(isVisitor ? [] : [{ to: to("/settings"), label: t.nav.settings, icon: IconSettings }]),
        ]}
      />
    </nav>
  );
}
