import { Modal } from "@mantine/core";

import { posting } from "~/api/ask";
import { forget } from "~/api/queryClient";
import type { Website } from "~/api/types";
import { t } from "~/texts";
import { done } from "~/ui/toast";

import { WebsiteForm } from "./WebsiteForm";

interface Props {
  onClose: () => void;
  onDone: (website: Website) => void;
}

/** Adds a website. */
export function WebsiteDialog({ onClose, onDone }: Props) {
  return (
    <Modal opened onClose={onClose} title={t.websites.add} closeButtonProps={{ "aria-label": t.close }}>
      <WebsiteForm
        initial={{ name: "", domain: "" }}
        action={t.add}
        onSubmit={async (names) => {
          const website = await posting("/api/websites", {}, names).send();
          void forget("/api/websites");
          done(t.websites.added);
          onDone(website);
        }}
      />
    </Modal>
  );
}
