import { Select } from "@mantine/core";
import { IconWorld } from "@tabler/icons-react";
import { useLocation, useNavigate } from "react-router";

import { getting } from "~/api/ask";
import type { Website } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { t } from "~/texts";

/** Goes to the same page of another website. */
export function WebsiteSwitcher({ current }: { current: Website | undefined }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const websites = useAnswer(getting("/api/websites", { query: { pageSize: 200, includeTeams: "true" } }));
  const known = websites.data?.data ?? [];
  const listed =
    current === undefined || known.some(({ id }) => id === current.id) ? known : [current, ...known];
  if (listed.length === 0) return null;

  const go = (id: string | null) => {
    if (id === null) return;
    // A page of one visitor or one saved thing has no twin on another website.
    const page = current === undefined ? "" : (pathname.split("/")[3] ?? "");
    void navigate(`/websites/${id}${page === "" ? "" : `/${page}`}`);
  };

  return (
    <Select
      className="website-switcher"
      aria-label={t.nav.chooseWebsite}
      placeholder={t.nav.chooseWebsite}
      leftSection={<IconWorld size={16} />}
      data={listed.map(({ id, name }) => ({ value: id, label: name }))}
      value={current?.id ?? null}
      onChange={go}
      searchable
      allowDeselect={false}
      comboboxProps={{ width: "target" }}
    />
  );
}
