/** The sign of the house; its name stands beside it, so it says nothing itself. */
export function Logo({ size }: { size: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" />;
}
