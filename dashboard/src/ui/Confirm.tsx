import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";

import { t } from "~/texts";

import { failed } from "./toast";

interface Props {
  title: string;
  children?: ReactNode;
  /** What has to be typed first, for what cannot be undone. */
  word?: string;
  action: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks once more before something is gone. */
export function Confirm({ title, children, word, action, onConfirm, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const isReady = word === undefined || typed === word;

  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      failed(error);
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void confirm();
        }}
      >
        <Stack>
          {children !== undefined && <Text size="sm">{children}</Text>}
          {word !== undefined && (
            <TextInput
              label={t.websites.confirm(word)}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.cancel}
            </Button>
            <Button type="submit" color="red" disabled={!isReady} loading={isBusy}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
