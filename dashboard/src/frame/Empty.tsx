import { Stack, Text } from "@mantine/core";
import { IconMoodEmpty } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** Says that there is nothing, why, and what to do. */
export function Empty({
  text,
  children,
  height = 160,
}: {
  text: string;
  children?: ReactNode;
  height?: number;
}) {
  return (
    <Stack align="center" justify="center" mih={height} gap="sm" p="md">
      <IconMoodEmpty size={28} stroke={1.4} className="dimmed-icon" aria-hidden />
      <Text c="dimmed" ta="center" size="sm" maw={460}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}
