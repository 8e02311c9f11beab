import { Tooltip } from "@mantine/core";
import { Link } from "react-router";

import { getting } from "~/api/ask";
import { useAnswer } from "~/api/useAnswer";
import { number } from "~/formats/numbers";
import { usePage } from "~/page/page";
import { useShows } from "~/session/shows";
import { t } from "~/texts";

const EVERY = 15_000;

/** How many visitors are there now. */
export function Online() {
  const { website, base } = usePage();
  const shows = useShows();
  const answer = useAnswer(
    getting("/api/websites/{website_id}/active", { path: { website_id: website.id } }),
    { every: EVERY },
  );
  const figure = (
    <>
      <span className="online-dot" data-on={!answer.isError && (answer.data?.visitors ?? 0) > 0} />
      {t.overview.online(answer.data === undefined || answer.isError ? t.none : number(answer.data.visitors))}
    </>
  );
  return (
    <Tooltip label={t.overview.onlineHow}>
      {shows("realtime", "events") ? (
        <Link to={`${base}/realtime`} className="online">
          {figure}
        </Link>
      ) : (
        <span className="online">{figure}</span>
      )}
    </Tooltip>
  );
}
