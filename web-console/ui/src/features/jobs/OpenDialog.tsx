import type { Catalog } from '../../api/types';
import { CoverageDialog } from './coverage/CoverageDialog';
import { BackfillDialog } from './dialogs/BackfillDialog';
import { DeleteDialog } from './dialogs/DeleteDialog';
import { ResumeDialog } from './dialogs/ResumeDialog';
import { RunWindowDialog } from './dialogs/RunWindowDialog';
import { SuspendDialog } from './dialogs/SuspendDialog';
import { JobEditor } from './editor/JobEditor';
import type { JobDialog } from './list/job-dialogs';

interface Props {
  dialog: JobDialog | 'add' | { kind: 'cloneRun'; runId: string };
  catalog: Catalog | undefined;
  onClose: () => void;
}

/** What is open in front of the list of jobs. */
export function OpenDialog({ dialog, catalog, onClose }: Props) {
  if (dialog === 'add') {
    return catalog && <JobEditor catalog={catalog} start={{ kind: 'new' }} onClose={onClose} />;
  }
  switch (dialog.kind) {
    case 'suspend':
      return <SuspendDialog job={dialog.job} onClose={onClose} />;
    case 'resume':
      return <ResumeDialog job={dialog.job} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog job={dialog.job} onClose={onClose} />;
    case 'run':
      return <RunWindowDialog job={dialog.job} onClose={onClose} />;
    case 'backfill':
      return <BackfillDialog job={dialog.job} from={dialog.from} to={dialog.to} onClose={onClose} />;
    case 'coverage':
      return <CoverageDialog job={dialog.job} onClose={onClose} />;
    case 'edit':
    case 'clone':
    case 'cloneRun':
      return catalog && <JobEditor catalog={catalog} start={dialog} onClose={onClose} />;
  }
}
