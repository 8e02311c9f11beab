import { Button, Menu, Text } from "@mantine/core";
import { IconCheck, IconChevronDown } from "@tabler/icons-react";

import { SCOPES, effectiveScope, hasScope } from "~/filters/scope";
import { usePage } from "~/page/page";
import { t } from "~/texts";

/** Says what the filters choose, and lets it be changed; there where it matters. */
export function ScopeMenu() {
  const { view, changeFilters } = usePage();
  if (!hasScope(view.filters.conditions)) return null;
  const scope = effectiveScope(view.filters);
  const label = t.filters.scopes[scope];
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={14} />}
          aria-label={`${t.filters.scope}: ${label}`}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCOPES.map((each) => (
          <Menu.Item
            key={each}
            rightSection={each === scope ? <IconCheck size={16} /> : null}
            onClick={() => changeFilters({ scope: each })}
          >
            {t.filters.scopes[each]}
            <Text size="xs" c="dimmed">
              {t.filters.scopeHints[each]}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
