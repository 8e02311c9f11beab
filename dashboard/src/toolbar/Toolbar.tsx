import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

import { usePage } from "~/page/page";
import { useTitle } from "~/ui/useTitle";

import { FilterBar } from "./FilterBar";
import { RangePicker } from "./RangePicker";

interface Props {
  title: string;
  how?: string;
  extra?: ReactNode;
  /** Pages that know neither dates nor filters say so. */
  isBare?: boolean;
}

/** The top of every page of a website: its name, the date picker, the filter bar. */
export function Toolbar({ title, how, extra, isBare = false }: Props) {
  const { website, mayFilter } = usePage();
  useTitle(title, website.name);
  return (
    <header className="toolbar">
      <Group justify="space-between" gap="sm" align="flex-start">
        <div>
          <Title order={1}>{title}</Title>
          {how !== undefined && (
            <Text size="sm" c="dimmed" maw={760}>
              {how}
            </Text>
          )}
        </div>
        <Group gap="xs" className="toolbar-actions">
          {extra}
          {!isBare && <RangePicker />}
        </Group>
      </Group>
      {!isBare && mayFilter && <FilterBar />}
    </header>
  );
}
