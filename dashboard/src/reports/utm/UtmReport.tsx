import { SimpleGrid, Stack, Text } from "@mantine/core";

import type { CellOf, FieldName, Utm } from "~/api/types";
import { rowCondition } from "~/filters/conditions";
import { RankPanel } from "~/frame/RankPanel";
import { Empty } from "~/frame/Empty";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { Snippet } from "~/ui/Copy";

import { type Definition, type ViewProps, textOf } from "../definition";
import { ReportPage } from "../ReportPage";
import { visitorsWith } from "../told";

const TAGS = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"] as const;
type Tag = (typeof TAGS)[number];

const ABOUT: Record<Tag, { field: FieldName; title: string }> = {
  utm_source: { field: "utmSource", title: t.utm.sources },
  utm_medium: { field: "utmMedium", title: t.utm.mediums },
  utm_campaign: { field: "utmCampaign", title: t.utm.campaigns },
  utm_term: { field: "utmTerm", title: t.utm.terms },
  utm_content: { field: "utmContent", title: t.utm.contents },
};

function View({ answer, ask }: ViewProps<object, Utm>) {
  const { website } = usePage();
  const isEmpty = answer.data !== undefined && TAGS.every((tag) => answer.data[tag].length === 0);
  const host = website.domain === "" ? "example.com" : website.domain;
  if (isEmpty) {
    return (
      <Empty text={t.utm.empty} height={320}>
        <Snippet
          code={`https://${host}/?utm_source=newsletter&utm_medium=email&utm_campaign=spring`}
          label={t.utm.tag}
        />
      </Empty>
    );
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t.utm.how}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {TAGS.map((tag) => (
          <RankPanel
            key={tag}
            panel={tag}
            title={ABOUT[tag].title}
            answer={answer}
            ask={ask}
            rows={(utm) => utm[tag].map(({ utm: name, views }) => ({ name, value: views }))}
            field={ABOUT[tag].field}
            opens={({ name }) => ({ list: tag, name }) satisfies CellOf<"utm">}
            valueLabel={t.utm.views}
            emptyText={t.states.emptyTitle}
            height={280}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const definition: Definition<object, "utm"> = {
  type: "utm",
  read: () => ({}),
  send: () => ({}),
  isComplete: () => true,
  tell: (cell) => {
    const tag = TAGS.find((each) => each === cell["list"]);
    const name = textOf(cell, "name", "");
    if (tag === undefined) return undefined;
    const { field } = ABOUT[tag];
    return {
      title: t.behind.breakdown(t.behind.value(t.fields[field], name)),
      note: t.behind.notes.views,
      filter: visitorsWith(rowCondition(field, name)),
    };
  },
  View,
};

export default function UtmReport() {
  return <ReportPage definition={definition} />;
}
