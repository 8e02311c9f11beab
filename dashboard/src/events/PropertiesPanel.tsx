import { Group, Paper, Select, Text } from "@mantine/core";

import { useAnswer } from "~/api/useAnswer";
import { Empty } from "~/frame/Empty";
import { RankPanel } from "~/frame/RankPanel";
import { usePage } from "~/page/page";
import { useParameter } from "~/page/useParameter";
import { t } from "~/texts";

/** The data that came with events: choose an event and a property, see its values. */
export function PropertiesPanel() {
  const { ask } = usePage();
  const [event, setEvent] = useParameter("name");
  const [property, setProperty] = useParameter("property");
  const properties = useAnswer(ask("event-data/properties"));
  const rows = properties.data ?? [];
  const names = [...new Set(rows.map(({ eventName }) => eventName))];
  const chosen = names.includes(event) ? event : (names[0] ?? "");
  const keys = rows.filter(({ eventName }) => eventName === chosen).map(({ propertyName }) => propertyName);
  const key = keys.includes(property) ? property : (keys[0] ?? "");
  const isReady = chosen !== "" && key !== "";
  const question = ask("event-data/values", { eventName: chosen, propertyName: key });
  const values = useAnswer(isReady ? question : null);

  if (properties.data !== undefined && rows.length === 0) {
    return (
      <Paper withBorder className="panel">
        <Empty text={t.events.noProperties} />
      </Paper>
    );
  }
  return (
    <RankPanel
      panel="properties"
      title={t.events.properties}
      how={t.events.propertiesHow}
      answer={values}
      ask={question}
      rows={(found) => found.map(({ value, total }) => ({ name: value, value: total }))}
      valueLabel={t.events.count}
      emptyText={t.events.noProperties}
      height={260}
      tabs={
        <Group gap="sm" mb="sm">
          <Select
            size="xs"
            label={t.events.chooseEvent}
            data={names}
            value={chosen === "" ? null : chosen}
            onChange={(next) => setEvent(next ?? "")}
            allowDeselect={false}
            searchable
          />
          <Select
            size="xs"
            label={t.events.chooseProperty}
            data={keys}
            value={key === "" ? null : key}
            onChange={(next) => setProperty(next ?? "")}
            allowDeselect={false}
          />
          {properties.isError && (
            <Text size="sm" c="red">
              {t.states.failed}
            </Text>
          )}
        </Group>
      }
    />
  );
}
