import { Skeleton, Stack } from "@mantine/core";

/** Stands in for a page that is still loading. */
export function PageSkeleton() {
  return (
    <Stack aria-busy="true">
      <Skeleton h={36} w="min(420px, 100%)" />
      <Skeleton h={96} />
      <Skeleton h={320} />
    </Stack>
  );
}
