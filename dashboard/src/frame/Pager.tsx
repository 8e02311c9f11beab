import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";

import { number } from "~/formats/numbers";
import { t } from "~/texts";

interface Props {
  page: number;
  pageSize: number;
  count: number;
  onChange: (page: number) => void;
}

/** Goes through a list page by page. */
export function Pager({ page, pageSize, count, onChange }: Props) {
  const pages = Math.max(1, Math.ceil(count / pageSize));
  if (pages === 1) return null;
  return (
    <Group justify="flex-end" gap="xs" mt="sm">
      <Text size="sm" c="dimmed">
        {t.pageOf(number(page), number(pages))} · {t.rowsOf(number(count))}
      </Text>
      <ActionIcon
        variant="default"
        disabled={page <= 1}
        onClick={() => onChange(page - 1)}
        aria-label={t.previous}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        disabled={page >= pages}
        onClick={() => onChange(page + 1)}
        aria-label={t.next}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  );
}
