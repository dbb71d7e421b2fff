export const artifacts = {
  title: 'Artifacts',
};
