import { Title } from '@mantine/core';
import { useTitle } from '../../layout/use-title';
import { texts } from '../../texts';

export function ArtifactsPage() {
  useTitle(texts.artifacts.title);
  return (
    <Title order={1} size="h2">
      {texts.artifacts.title}
    </Title>
  );
}
