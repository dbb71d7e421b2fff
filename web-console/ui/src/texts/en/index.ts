import { administration } from './administration';
import { artifacts } from './artifacts';
import { common } from './common';
import { editor } from './editor';
import { history, run } from './history';
import { jobs } from './jobs';
import { lists } from './lists';
import { navigation } from './navigation';
import { preferences } from './preferences';
import { eta, status } from './runs';
import { schedule } from './schedule';
import { password, signIn } from './sign-in';

/** English. Functions where a text holds values. */
export const en = { ...common, navigation, lists, signIn, password, status, eta, schedule, jobs, editor, history, run, artifacts, administration, preferences };
