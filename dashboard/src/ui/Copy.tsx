import { ActionIcon, Code, CopyButton, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

import { t } from "~/texts";

/** A piece of code with a button that copies it. */
export function Snippet({ code, label }: { code: string; label: string }) {
  return (
    <div className="snippet">
      <Code block tabIndex={0} role="group" aria-label={label}>
        {code}
      </Code>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Tooltip label={copied ? t.copied : t.copy}>
            <ActionIcon
              className="snippet-copy"
              variant="default"
              onClick={copy}
              aria-label={copied ? t.copied : `${t.copy}: ${label}`}
            >
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </CopyButton>
    </div>
  );
}
