import { ActionIcon, Menu } from "@mantine/core";
import {
  IconBraces,
  IconBrandPython,
  IconDotsVertical,
  IconFileTypeCsv,
  IconPhoto,
  IconTerminal2,
} from "@tabler/icons-react";

import type { Ask } from "~/api/ask";
import { type Picture, titled } from "~/charts/picture";
import { downloadText, downloadUrl, fileName } from "~/exports/download";
import { curl, python } from "~/exports/snippets";
import { csv } from "~/formats/csv";
import { span as spanText } from "~/formats/dates";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { done, failed } from "~/ui/toast";

import type { Table } from "./table";

interface Props {
  title: string;
  ask: Ask | null;
  data: unknown;
  table: Table | undefined;
  picture: Picture | undefined;
}

/** All ways to take a chart away. */
export function ExportMenu({ title, ask, data, table, picture }: Props) {
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(() => done(t.copied), failed);
  };
  const isThere = data !== undefined;
  const { website, span, view } = usePage();
  const about = `${website.name} · ${spanText(span.startAt, span.endAt, view.zone)}`;

  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t.frame.actions(title)}>
          <IconDotsVertical size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileTypeCsv size={16} />}
          disabled={table === undefined}
          onClick={() => {
            if (table === undefined) return;
            const header = table.columns.map(({ label }) => label);
            downloadText(csv(header, table.rows), `${fileName(title)}.csv`, "text/csv");
          }}
        >
          {t.frame.csv}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBraces size={16} />}
          disabled={!isThere}
          onClick={() =>
            downloadText(JSON.stringify(data, null, 2), `${fileName(title)}.json`, "application/json")
          }
        >
          {t.frame.json}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPhoto size={16} />}
          disabled={picture === undefined}
          onClick={() => {
            if (picture !== undefined) downloadUrl(titled(picture(), title, about), `${fileName(title)}.png`);
          }}
        >
          {t.frame.png}
        </Menu.Item>
        {ask !== null && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconTerminal2 size={16} />}
              onClick={() => copy(curl(ask, location.origin))}
            >
              {t.frame.curl}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconBrandPython size={16} />}
              onClick={() => copy(python(ask, location.origin))}
            >
              {t.frame.python}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
