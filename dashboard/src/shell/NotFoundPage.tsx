import { Button, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";

import { t } from "~/texts";
import { useTitle } from "~/ui/useTitle";

import { Shell } from "./Shell";

export function NotFoundPage() {
  useTitle(t.notFound.title);
  return (
    <Shell>
      <Stack align="flex-start">
        <Title order={1}>{t.notFound.title}</Title>
        <Text c="dimmed">{t.notFound.text}</Text>
        <Button component={Link} to="/websites">
          {t.notFound.home}
        </Button>
      </Stack>
    </Shell>
  );
}
