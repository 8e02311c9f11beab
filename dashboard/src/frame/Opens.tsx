import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";

import { t } from "~/texts";

import { type Cell, useOpen } from "./opening";

interface Props {
  /** Which number it is; without one it is only shown. */
  cell: Cell | undefined;
  children: ReactNode;
}

/** A number that shows who is behind it when it is clicked. */
export function Opens({ cell, children }: Props) {
  const open = useOpen();
  if (cell === undefined || open === undefined) return children;
  return (
    <UnstyledButton className="opens" onClick={() => open(cell)} title={t.behind.open}>
      {children}
    </UnstyledButton>
  );
}
