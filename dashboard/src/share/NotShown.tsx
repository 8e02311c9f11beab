import type { Part } from "~/api/types";
import { Empty } from "~/frame/Empty";
import { t } from "~/texts";

/** Says that the link does not show something, which is no error. */
export function NotShown({ part, height = 320 }: { part: Part; height?: number }) {
  return <Empty text={part === "visitors" ? t.share.noVisitors : t.share.notShown} height={height} />;
}
