import { Title } from '@mantine/core';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';

export function AdministrationPage() {
  useTitle(texts.administration.title);
  return (
    <Title order={1} size="h2">
      {texts.administration.title}
    </Title>
  );
}
