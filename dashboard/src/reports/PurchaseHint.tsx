import { Empty } from "~/frame/Empty";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

/** Says that nothing was bought, and how a purchase is sent. */
export function PurchaseHint() {
  const code = 'umami.track("purchase", { revenue: 49.9, currency: "EUR" })';
  return (
    <Empty text={t.reports.noPurchases} height={240}>
      <Snippet code={code} label={t.reports.noPurchases} />
    </Empty>
  );
}
