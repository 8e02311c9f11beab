import { Button } from "@mantine/core";
import type { ReactNode } from "react";

import { Empty } from "~/frame/Empty";
import { isFramed } from "~/session/framed";
import { t } from "~/texts";

/** Shows a page that is not for visitors by a link; inside another page, it is not shown. */
export function Unframed({ children }: { children: ReactNode }) {
  if (!isFramed) return children;
  return (
    <main className="sign-in">
      <Empty text={t.share.framed}>
        <Button component="a" href="/" target="_blank" rel="noreferrer">
          {t.share.ownTab}
        </Button>
      </Empty>
    </main>
  );
}
