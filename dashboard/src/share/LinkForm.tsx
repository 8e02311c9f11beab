import { Button, Group, PasswordInput, Radio, Stack, Switch, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";

import { BOUNDS } from "~/api/schema";
import type { Opens, Share } from "~/api/types";
import { usePage } from "~/page/page";
import { t } from "~/texts";
import { useSubmit } from "~/ui/useSubmit";

import { dayOf, endOfDay, originsIn, saveLink, type Wish } from "./links";

interface Props {
  /** The link to change; without one, a new link is made. */
  link?: Share | undefined;
  /** The saved report that a link may open alone. */
  reportId?: string | undefined;
  name: string;
  onSaved: (link: Share) => void;
}

/** Says what a link opens, under which name, with which password and until when. */
export function LinkForm({ link, reportId = link?.reportId ?? undefined, name: suggested, onSaved }: Props) {
  const { website } = usePage();
  const [name, setName] = useState(link?.name ?? suggested);
  const [opens, setOpens] = useState<Opens>(
    link?.opens ?? (reportId === undefined ? "statistics" : "report"),
  );
  const [hasPassword, setHasPassword] = useState(link?.hasPassword ?? false);
  const [password, setPassword] = useState("");
  const [day, setDay] = useState(typeof link?.expiresAt === "string" ? dayOf(link.expiresAt) : "");
  const [origins, setOrigins] = useState(link?.embedOrigins ?? []);
  const isKept = link?.hasPassword === true && password === "";
  const isComplete = name.trim() !== "" && (!hasPassword || password !== "" || isKept);

  const { submit, errors, isBusy } = useSubmit(async () => {
    const wish: Wish = {
      name,
      opens,
      reportId: opens === "report" ? (reportId ?? null) : null,
      expiresAt: day === "" ? null : endOfDay(day),
      embedOrigins: origins,
      ...(hasPassword && isKept ? {} : { password: hasPassword ? password : null }),
    };
    onSaved(await saveLink(website.id, wish, link));
  });

  const choices: Opens[] = reportId === undefined ? ["statistics", "all"] : ["report", "statistics", "all"];
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label={t.share.name}
          description={t.share.nameHint}
          maxLength={BOUNDS.WebsiteShareCreation.name.maxLength}
          data-autofocus
          error={errors["name"]}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Radio.Group
          label={t.share.opens}
          value={opens}
          onChange={(value) => setOpens(choices.find((each) => each === value) ?? "statistics")}
          error={errors["reportId"]}
        >
          <Stack gap="xs" mt="xs">
            {choices.map((each) => (
              <Radio
                key={each}
                value={each}
                label={t.share.kinds[each]}
                description={t.share.kindHints[each]}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Switch
          label={t.share.withPassword}
          checked={hasPassword}
          onChange={(event) => setHasPassword(event.currentTarget.checked)}
        />
        {hasPassword && (
          <PasswordInput
            label={t.share.password}
            description={link?.hasPassword === true ? t.share.passwordKept : t.share.passwordRule}
            autoComplete="new-password"
            error={errors["password"]}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <TextInput
          type="date"
          label={t.share.lastDay}
          description={t.share.lastDayHint}
          min={dayOf(new Date().toISOString())}
          error={errors["expiresAt"]}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TagsInput
          label={t.share.embed}
          description={t.share.embedHint}
          placeholder={origins.length === 0 ? "https://example.com" : ""}
          splitChars={[",", " "]}
          maxTags={BOUNDS.WebsiteShareCreation.embedOrigins.maxItems}
          acceptValueOnBlur
          error={Object.entries(errors).find(([name]) => name.startsWith("embedOrigins"))?.[1]}
          value={origins}
          onChange={(typed) => setOrigins(originsIn(typed))}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!isComplete}>
            {link === undefined ? t.share.make : t.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
