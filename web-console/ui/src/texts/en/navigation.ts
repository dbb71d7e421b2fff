export const navigation = {
  export: 'Export',
  jobs: 'Jobs',
  history: 'History',
  artifacts: 'Artifacts',
  administration: 'Administration',
  preferences: 'Preferences',
  account: (name: string) => `Account of ${name}`,
  signOut: 'Sign out',
  skip: 'Skip to content',
  openMenu: 'Open the menu',
  menu: 'Menu',
};
