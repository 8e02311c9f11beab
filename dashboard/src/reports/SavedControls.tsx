/** Saving, opening, changing, deleting and sharing a report. */

import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconBookmark, IconDeviceFloppy, IconLink, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useLocation } from "react-router";

import { getting } from "~/api/ask";
import { api } from "~/api/client";
import { forget } from "~/api/queryClient";
import type { Parameters, ReportType, SavedReport } from "~/api/types";
import { useAnswer } from "~/api/useAnswer";
import { usePage } from "~/page/page";
import { useAddress, withParameter } from "~/page/useAddress";
import { useSession } from "~/session/session";
import { useShows } from "~/session/shows";
import { t } from "~/texts";
import { Confirm } from "~/ui/Confirm";
import { done, failed } from "~/ui/toast";

import { SaveDialog } from "./SaveDialog";
import { ShareDialog } from "./ShareDialog";

interface Props {
  type: ReportType;
  report: SavedReport | undefined;
  parameters: Parameters;
  isComplete: boolean;
}

export function SavedControls({ type, report, parameters, isComplete }: Props) {
  const { mayEdit, website } = usePage();
  const { who } = useSession();
  const shows = useShows();
  const { search } = useLocation();
  const [, changeAddress] = useAddress();
  const [dialog, setDialog] = useState<"save" | "delete" | "share">();
  const close = () => setDialog(undefined);

  /** Show a saved report as it is kept, or what is shown now, under no name. */
  const open = (id: string | undefined) =>
    changeAddress((before) => {
      const shown = id === undefined ? JSON.stringify(parameters) : "";
      return withParameter(withParameter(before, "params", shown), "saved", id ?? "");
    });

  const update = async () => {
    if (report === undefined) return;
    try {
      await api.POST("/api/reports/{report_id}", {
        params: { path: { report_id: report.id } },
        body: { websiteId: website.id, type, name: report.name, description: report.description, parameters },
      });
      await forget("/api/reports");
      open(report.id);
      done(t.reports.savedAs);
    } catch (error) {
      failed(error);
    }
  };

  return (
    <>
      {shows("saved-reports") && <SavedMenu type={type} onOpen={open} />}
      {mayEdit && report !== undefined && (
        <Button variant="default" leftSection={<IconDeviceFloppy size={16} />} onClick={update}>
          {t.reports.update}
        </Button>
      )}
      {mayEdit && (
        <Button
          variant="default"
          leftSection={report === undefined ? <IconDeviceFloppy size={16} /> : undefined}
          disabled={!isComplete}
          onClick={() => setDialog("save")}
        >
          {report === undefined ? t.reports.save : t.reports.saveAs}
        </Button>
      )}
      {mayEdit && report !== undefined && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t.reports.deleteQuestion(report.name)}
          onClick={() => setDialog("delete")}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
      {who.kind === "user" && (
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t.reports.share}
          onClick={() => setDialog("share")}
        >
          <IconLink size={16} />
        </ActionIcon>
      )}
      {dialog === "save" && (
        <SaveDialog type={type} parameters={parameters} onClose={close} onSaved={({ id }) => open(id)} />
      )}
      {dialog === "share" && <ShareDialog report={report} page={`/${type}${search}`} onClose={close} />}
      {dialog === "delete" && report !== undefined && (
        <Confirm
          title={t.reports.deleteQuestion(report.name)}
          action={t.delete}
          onClose={close}
          onConfirm={async () => {
            await api.DELETE("/api/reports/{report_id}", { params: { path: { report_id: report.id } } });
            open(undefined);
            void forget("/api/reports");
            done(t.reports.deleted);
          }}
        />
      )}
    </>
  );
}

function SavedMenu({ type, onOpen }: { type: ReportType; onOpen: (id: string) => void }) {
  const { website } = usePage();
  const list = useAnswer(getting("/api/reports", { query: { websiteId: website.id, type, pageSize: 100 } }));
  const reports = list.data?.data ?? [];
  if (reports.length === 0) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={16} />}>
          {t.nav.saved}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
        {reports.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onOpen(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
