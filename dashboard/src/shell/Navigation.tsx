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

import type { Part } from "~/api/types";
import { sharedSearch } from "~/page/view";
import { REPORTS } from "~/reports/registry";
import { useShows } from "~/share/shows";
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

/** The pages of a website; dates and filters go along. */
export function WebsiteNavigation({ base, isVisitor }: { base: string; isVisitor: boolean }) {
  const { search } = useLocation();
  const shared = sharedSearch(new URLSearchParams(search));
  const shows = useShows();
  const to = (page: string): string => `${base}${page}${shared}`;
  const entry = (page: string, label: string, icon: Entry["icon"], parts: Part[]): Entry[] =>
    shows(...parts) ? [{ to: to(page), label, icon, end: page === "" }] : [];
  const reports = (names: readonly string[]): Entry[] =>
    REPORTS.filter(({ type }) => names.includes(type) && shows(type)).map(({ type, icon }) => ({
      to: to(`/${type}`),
      label: t.reports.names[type],
      icon,
    }));

  return (
    <nav aria-label={t.nav.main}>
      <Entries
        entries={[
          ...entry("", t.nav.overview, IconLayoutDashboard, ["overview"]),
          ...entry("/realtime", t.nav.realtime, IconActivity, ["realtime", "events"]),
          ...entry("/events", t.nav.events, IconBolt, ["events"]),
          ...entry("/sessions", t.nav.sessions, IconUsers, ["sessions"]),
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
          ...entry("/saved", t.nav.saved, IconBookmark, ["saved-reports"]),
          ...entry("/segments", t.nav.segments, IconFilter, ["segments"]),
          ...(isVisitor ? [] : [{ to: to("/settings"), label: t.nav.settings, icon: IconSettings }]),
        ]}
      />
    </nav>
  );
}
